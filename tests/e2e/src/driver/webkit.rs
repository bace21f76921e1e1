//! WebKitGTK's MiniBrowser on an X screen of its own: dressed through GTK's settings before it starts.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::Capabilities;
use tokio::net::TcpStream;
use tokio::process::Command;

use crate::Outcome;
use crate::driver::program::{Program, path_of};
use crate::driver::{Driver, with_option};
use crate::folder::Folder;
use crate::taste::{Scheme, Taste};

/// Room for the window's bar above the page, in CSS pixels.
const EDGES_PX: u32 = 200;

/// Where systems keep MiniBrowser, which is on no search path.
const HOMES: [&str; 6] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1",
    "/usr/libexec/webkit2gtk-4.1",
    "/usr/lib/webkit2gtk-4.1",
    "/usr/lib/x86_64-linux-gnu/webkitgtk-6.0",
    "/usr/libexec/webkitgtk-6.0",
];

/// Buttons and address line as small as they get: as they are, the window is wider than a phone.
const SMALL_BAR: &str = "entry, button, toolbar, toolbutton { min-width: 0; min-height: 0; padding: 0; margin: 0; }";

/// This driver keeps no record of the console, so what would stand there is noted from now on.
const LISTEN: &str = "if (window.heard) return;
    const heard = (window.heard = []);
    addEventListener('error', (it) => heard.push('error: ' + it.message), true);
    addEventListener('unhandledrejection', (it) => heard.push('unhandled rejection: ' + it.reason));
    document.addEventListener('securitypolicyviolation',
      (it) => heard.push('Content Security Policy: ' + it.violatedDirective + ' at ' + it.blockedURI));
    for (const kind of ['error', 'warn']) {
      const told = console[kind];
      console[kind] = (...words) => { heard.push(kind + ': ' + words.map(String).join(' ')); told.apply(console, words); };
    }";

/// Starts a screen just large enough, and the driver on it.
pub async fn program(taste: Taste, folder: &Folder) -> Outcome<(Program, Program, u16)> {
    let pixels = |length: u32| (length + EDGES_PX) * taste.pixel_ratio;
    let size = format!("{}x{}x24", pixels(taste.viewport.0), pixels(taste.viewport.1));
    let mut command = Command::new(path_of("XVFB", "Xvfb"));
    command.args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"]);
    let (screen, display) = Program::started(&mut command, &[""]).await?;

    let motion = u8::from(!taste.reduced_motion);
    folder.put("config/gtk-3.0/settings.ini", &format!("[Settings]\ngtk-enable-animations={motion}\n"))?;
    folder.put("config/gtk-3.0/gtk.css", SMALL_BAR)?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.path().display());
    folder.put("config/user-dirs.dirs", &downloads)?;
    let port = free_port()?;
    let mut command = Command::new(path_of("WEBKITWEBDRIVER", "WebKitWebDriver"));
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{display}"))
        .env("GDK_BACKEND", "x11")
        .env("GDK_SCALE", taste.pixel_ratio.to_string())
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("XDG_CONFIG_HOME", folder.path_of("config"))
        .stdout(std::process::Stdio::null());
    let program = Program::spawn(&mut command)?;
    until_it_listens(port).await?;
    Ok((program, screen, port))
}

/// This driver neither chooses a port by itself nor says when it listens.
fn free_port() -> Outcome<u16> {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr());
    taken.map(|it| it.port()).map_err(|error| format!("no port is free: {error}"))
}

async fn until_it_listens(port: u16) -> Outcome<()> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
        if start.elapsed() > Duration::from_secs(20) {
            return Err("WebKitWebDriver did not listen within 20 s".to_owned());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

pub fn capabilities(taste: Taste) -> Outcome<Capabilities> {
    let known = HOMES.iter().map(|it| PathBuf::from(it).join("MiniBrowser")).find(|it| it.is_file());
    let program = std::env::var_os("MINIBROWSER").map(PathBuf::from).or(known);
    let program = program.ok_or("MiniBrowser is nowhere known: name its path in MINIBROWSER")?;
    let mut arguments = vec!["--automation"];
    if taste.scheme == Scheme::Dark {
        arguments.push("--dark-mode");
    }
    let options = json!({ "binary": program, "args": arguments });
    let named = with_option(Capabilities::new(), "browserName", json!("MiniBrowser"))?;
    with_option(named, "webkitgtk:browserOptions", options)
}

pub async fn listen(driver: &Driver) -> Outcome<()> {
    let told = driver.session.execute(LISTEN, Vec::new()).await;
    told.map(|_| ()).map_err(|error| format!("cannot listen to the console: {error}"))
}

pub async fn console(driver: &Driver) -> Outcome<Vec<String>> {
    let told = driver.session.execute("return window.heard?.splice(0) ?? [];", Vec::new()).await;
    let told = told.map_err(|error| format!("cannot read the console: {error}"))?;
    Ok(told.json().as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

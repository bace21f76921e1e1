//! The browser's driver program, and one session with the browser behind it.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{Capabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::Outcome;

/// The browser engines that the tests know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver. Has no record of console messages and no override of the viewport.
    Firefox,
}

impl Engine {
    fn program(self) -> (&'static str, &'static str) {
        match self {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
        }
    }

    /// What the driver writes before its port once it listens.
    fn announcement(self) -> &'static str {
        match self {
            Engine::Chromium => "successfully on port ",
            Engine::Firefox => "Listening on 127.0.0.1:",
        }
    }

    fn capabilities(self) -> Outcome<Capabilities> {
        match self {
            Engine::Chromium => chromium(),
            Engine::Firefox => {
                let mut capabilities = Capabilities::from(DesiredCapabilities::firefox());
                let told = capabilities.set("moz:firefoxOptions", json!({ "args": ["-headless"] }));
                told.map_err(|error| format!("cannot describe the browser: {error}"))?;
                Ok(capabilities)
            }
        }
    }
}

fn chromium() -> Outcome<Capabilities> {
    let mut options = DesiredCapabilities::chrome();
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        // A page that asks for another host gets an error, not an answer.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];
    if is_administrator() {
        // Chromium refuses to start for root with its sandbox on.
        arguments.push("--no-sandbox");
    }
    let told = arguments.into_iter().try_for_each(|it| options.add_arg(it));
    let logged = told.and_then(|()| options.set_browser_log_level(LoggingPrefsLogLevel::All));
    let placed = logged.and_then(|()| match env::var("CHROMIUM") {
        Ok(program) => options.set_binary(&program),
        Err(_) => Ok(()),
    });
    placed.map_err(|error| format!("cannot describe the browser: {error}"))?;
    Ok(options.into())
}

fn is_administrator() -> bool {
    let answer = std::process::Command::new("id").arg("-u").output();
    answer.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

/// A browser under control. Dropping it ends the browser first, then its driver program.
pub struct Driver {
    /// The session; the fields' order is the order of their end.
    pub session: WebDriver,
    /// Which browser this is.
    pub engine: Engine,
    _program: Child,
}

impl Driver {
    /// Starts the driver program on a free port, and a browser with an empty profile.
    ///
    /// # Errors
    /// When either cannot be started.
    pub async fn start(engine: Engine) -> Outcome<Driver> {
        let (variable, name) = engine.program();
        let path = env::var_os(variable).map_or_else(|| PathBuf::from(name), PathBuf::from);
        let mut program = Command::new(&path)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("cannot start {} (set {variable} or PATH): {error}", path.display()))?;
        let output = program.stdout.take().ok_or("the driver program has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = timeout(Duration::from_secs(20), announced_port(&mut lines, engine))
            .await
            .map_err(|_| format!("{} did not say within 20 s that it listens", path.display()))??;
        // Its further output is read and dropped: a closed pipe would end it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), engine.capabilities()?)
            .await
            .map_err(|error| format!("cannot start {engine:?}: {error}"))?;
        Ok(Driver { session, engine, _program: program })
    }

    /// A DevTools command; only Chromium has them.
    ///
    /// # Errors
    /// When the browser refuses it, or is not Chromium.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        if self.engine != Engine::Chromium {
            return Err(format!("{command} is a command of Chromium, not of {:?}", self.engine));
        }
        let sent = self.session.cdp().send_raw(command, parameters).await;
        sent.map_err(|error| format!("the browser refused {command}: {error}"))
    }

    /// Ends the browser in an orderly way.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn quit(self) -> Outcome<()> {
        self.session.clone().quit().await.map_err(|error| format!("the browser did not end: {error}"))
    }
}

async fn announced_port(lines: &mut Lines<BufReader<ChildStdout>>, engine: Engine) -> Outcome<u16> {
    while let Some(line) = lines.next_line().await.map_err(|error| format!("cannot read the driver: {error}"))? {
        if let Some((_, rest)) = line.split_once(engine.announcement()) {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            return digits.parse().map_err(|_| format!("the driver announced no port: {line}"));
        }
    }
    Err("the driver program ended before it listened".to_owned())
}

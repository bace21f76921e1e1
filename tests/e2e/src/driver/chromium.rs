//! Chromium: dressed through DevTools.

use std::env;

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{Capabilities, DesiredCapabilities, LoggingPrefsLogLevel};

use crate::Outcome;
use crate::driver::Driver;
use crate::driver::program::{Program, guarded, path_of};
use crate::folder::Folder;
use crate::taste::{Scheme, Taste};

pub async fn program(folder: &Folder) -> Outcome<(Program, u16)> {
    let mut command = guarded(&path_of("CHROMEDRIVER", "chromedriver"), folder);
    Program::started(command.arg("--port=0"), &["successfully on port "]).await
}

pub fn capabilities(taste: Taste) -> Outcome<Capabilities> {
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
    let language = format!("--accept-lang={}", taste.language);
    arguments.push(&language);
    let told = arguments.into_iter().try_for_each(|it| options.add_arg(it));
    let logged = told.and_then(|()| options.set_browser_log_level(LoggingPrefsLogLevel::All));
    let placed = logged.and_then(|()| match env::var("CHROMIUM") {
        Ok(program) => options.set_binary(&program),
        Err(_) => Ok(()),
    });
    let text = json!({ "webkit": { "webprefs": { "default_font_size": taste.text_px } } });
    let set = placed.and_then(|()| options.add_experimental_option("prefs", text));
    set.map_err(|error| format!("cannot describe the browser: {error}"))?;
    Ok(options.into())
}

fn is_administrator() -> bool {
    let answer = std::process::Command::new("id").arg("-u").output();
    answer.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

pub async fn dress(driver: &Driver, taste: Taste) -> Outcome<()> {
    let (width, height) = taste.viewport;
    let size = json!({
        "width": width, "height": height, "deviceScaleFactor": taste.pixel_ratio, "mobile": taste.touch,
    });
    driver.devtools("Emulation.setDeviceMetricsOverride", size).await?;
    let scheme = match taste.scheme {
        Scheme::Dark => "dark",
        Scheme::Light => "light",
    };
    let motion = if taste.reduced_motion { "reduce" } else { "no-preference" };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
        { "name": "forced-colors", "value": if taste.forced_colors { "active" } else { "none" } },
    ] });
    driver.devtools("Emulation.setEmulatedMedia", features).await?;
    if taste.touch {
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        driver.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
    }
    let downloads = json!({ "behavior": "allow", "downloadPath": driver.folder.path() });
    driver.devtools("Browser.setDownloadBehavior", downloads).await.map(|_| ())
}

pub async fn console(driver: &Driver) -> Outcome<Vec<String>> {
    let entries = driver.session.browser_log().await;
    let entries = entries.map_err(|error| format!("cannot read the console: {error}"))?;
    let grave = entries.into_iter().filter(|it| matches!(it.level.as_str(), "SEVERE" | "WARNING"));
    Ok(grave.map(|it| format!("{}: {}", it.level, it.message)).collect())
}

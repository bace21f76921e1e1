//! Firefox: dressed through its preferences at the start, and asked through its own rights after.

use serde_json::{Value, json};
use thirtyfour::{Capabilities, DesiredCapabilities};

use crate::Outcome;
use crate::driver::program::{Program, guarded, path_of};
use crate::driver::{Driver, with_option};
use crate::folder::Folder;
use crate::taste::{Scheme, Taste};

/// Room for the window's edges around the page, in CSS pixels.
const EDGES_PX: u32 = 200;

/// Takes warnings and errors of pages out of the record of the browser's own console. Style sheets are no matter of
/// it: Firefox warns of every property that only another engine knows.
const CONSOLE: &str = "const kept = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const ours = (address) => address?.startsWith('http://127.0.0.1:');
    const errors = Services.console.getMessageArray()
      .filter((it) => it instanceof Ci.nsIScriptError && it.category !== 'CSS Parser')
      .filter((it) => ours(it.sourceName) || /Content.Security.Policy/.test(it.errorMessage))
      .map((it) => it.category + ': ' + it.errorMessage + ' at ' + it.sourceName + ':' + it.lineNumber);
    const told = kept.getEvents().filter((it) => ours(it.filename) && ['error', 'warn', 'assert'].includes(it.level))
      .map((it) => it.level + ': ' + it.arguments.map(String).join(' '));
    Services.console.reset();
    kept.clearEvents();
    return [...errors, ...told];";

pub async fn program(taste: Taste, folder: &Folder) -> Outcome<(Program, u16)> {
    let mut command = guarded(&path_of("GECKODRIVER", "geckodriver"), folder);
    let pixels = |length: u32| ((length + EDGES_PX) * taste.pixel_ratio).to_string();
    // The page's size is the window's less its edges, and no window is larger than the screen.
    command.env("MOZ_HEADLESS_WIDTH", pixels(taste.viewport.0)).env("MOZ_HEADLESS_HEIGHT", pixels(taste.viewport.1));
    Program::started(command.args(["--port=0", "--allow-system-access"]), &["Listening on 127.0.0.1:"]).await
}

pub fn capabilities(taste: Taste, folder: &Folder) -> Outcome<Capabilities> {
    let dark = taste.scheme == Scheme::Dark;
    let mut preferences = json!({
        "layout.css.devPixelsPerPx": format!("{}.0", taste.pixel_ratio),
        "layout.css.prefers-color-scheme.content-override": if dark { 0 } else { 1 },
        "ui.prefersReducedMotion": u8::from(taste.reduced_motion),
        "intl.accept_languages": taste.language,
        "font.size.variable.x-western": taste.text_px,
        "ui.useOverlayScrollbars": 1,
        "browser.download.folderList": 2,
        "browser.download.dir": folder.path(),
        // Its list of downloads would take the keyboard.
        "browser.download.alwaysOpenPanel": false,
        // A page that asks for another host gets an error, not an answer.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
    });
    if taste.touch {
        preferences["dom.w3c_touch_events.enabled"] = json!(1);
        for kind in ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"] {
            preferences[kind] = json!(1); // coarse, and cannot hover
        }
    }
    let mut options = json!({ "args": ["-headless"], "prefs": preferences });
    if let Ok(program) = std::env::var("FIREFOX") {
        options["binary"] = json!(program);
    }
    with_option(Capabilities::from(DesiredCapabilities::firefox()), "moz:firefoxOptions", options)
}

pub async fn dress(driver: &Driver, taste: Taste) -> Outcome<()> {
    // The browser's own bars ask for more width than a phone has.
    privileged(driver, "document.documentElement.style.minWidth = '0';").await?;
    driver.size_window(taste.viewport).await
}

pub async fn console(driver: &Driver) -> Outcome<Vec<String>> {
    let told = privileged(driver, CONSOLE).await?;
    Ok(told.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Runs a function body with the rights of the browser itself.
async fn privileged(driver: &Driver, body: &str) -> Outcome<Value> {
    driver.command("moz/context", json!({ "context": "chrome" })).await?;
    let returned = driver.session.execute(body, Vec::new()).await;
    driver.command("moz/context", json!({ "context": "content" })).await?;
    returned.map(|it| it.json().clone()).map_err(|error| format!("a script in Firefox itself failed: {error}"))
}

//! The browsers that the tests drive: found on the search path, else installed where that is allowed.

use std::path::PathBuf;

use crate::run::{first_line, run};
use crate::setup::which;
use crate::step::Step;
use crate::workspace::Workspace;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY: &str = "install Chromium and the ChromeDriver of the same version by hand, so that both are on PATH: \
    Debian `apt-get install chromium chromium-driver`, Fedora `dnf install chromium chromedriver`, \
    macOS `brew install --cask chromium chromedriver`";

/// Makes sure that Chromium and its driver can be run.
///
/// # Errors
/// When they are missing and there is no way to install them: says how to do it by hand.
pub fn prepare(workspace: &Workspace) -> Result<(), String> {
    if found(workspace) {
        return Ok(());
    }
    let step = Step { title: "Install Chromium and its driver", usual_time: "1 min", remedy: REMEDY };
    step.run(|| {
        let Some(before) = administrator(workspace) else {
            return Err("Chromium or chromedriver is missing, and this chore may not install it here".to_owned());
        };
        apt_get(workspace, &before, &["update", "-qq"])?;
        apt_get(
            workspace,
            &before,
            &["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"],
        )?;
        if found(workspace) { Ok(()) } else { Err("they are still not on PATH".to_owned()) }
    })
}

fn found(workspace: &Workspace) -> bool {
    which(workspace, "chromedriver") && BROWSERS.iter().any(|name| which(workspace, name))
}

/// What to write before `apt-get`; `None` without that program or the right to use it.
fn administrator(workspace: &Workspace) -> Option<Vec<&'static str>> {
    if !which(workspace, "apt-get") {
        return None;
    }
    if first_line(workspace.command("id").arg("-u")).as_deref() == Some("0") {
        return Some(Vec::new());
    }
    let allowed = first_line(workspace.command("sudo").args(["-n", "true"])).is_some();
    allowed.then(|| vec!["sudo", "-n"])
}

fn apt_get(workspace: &Workspace, before: &[&str], arguments: &[&str]) -> Result<(), String> {
    let words = [before, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let (program, rest) = words.split_first().ok_or("nothing to run")?;
    run(workspace.command(program).args(rest))
}

/// The driver to name to the test runners, which otherwise take whatever they find.
pub fn chromedriver() -> PathBuf {
    let named = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    named.or_else(|| on_path("chromedriver")).unwrap_or_else(|| "chromedriver".into())
}

/// The browser itself, for what drives it without a driver program.
///
/// # Errors
/// When none is on the search path.
pub fn chromium() -> Result<PathBuf, String> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found = named.or_else(|| BROWSERS.into_iter().find_map(on_path));
    found.ok_or_else(|| format!("Chromium is not on PATH: {REMEDY}"))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|it| it.is_file())
}

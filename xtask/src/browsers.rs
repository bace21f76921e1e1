//! The browsers that the tests drive: found on the search path, else installed where that is allowed.

use std::path::PathBuf;

use crate::run::{first_line, run};
use crate::setup::{self, which};
use crate::step::Step;
use crate::workspace::Workspace;

/// A browser engine in which the page is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, which also measures the page and takes its pictures.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the kin of Safari that runs on Linux.
    Webkit,
}

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Every engine, in the order of testing.
pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

impl Engine {
    /// The engines of a list such as `chromium,firefox`.
    ///
    /// # Errors
    /// At the first word that names none.
    pub fn list(words: &str) -> Result<Vec<Engine>, String> {
        let named = |word: &str| ALL.into_iter().find(|it| it.word() == word);
        let unknown = |word: &str| format!("no browser is called `{word}`: chromium, firefox and webkit are");
        words.split(',').map(|word| named(word).ok_or_else(|| unknown(word))).collect()
    }

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// Its name in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::Webkit => "WebKitGTK",
        }
    }

    fn is_found(self, workspace: &Workspace) -> bool {
        let found = |program: &str| which(workspace, program);
        match self {
            Engine::Chromium => found("chromedriver") && CHROMIUM.into_iter().any(found),
            Engine::Firefox => ["firefox", "firefox-esr"].into_iter().any(found),
            // MiniBrowser, which is on no search path, comes with the driver's library.
            Engine::Webkit => found("WebKitWebDriver") && found("Xvfb"),
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &["chromium", "chromium-driver"],
            Engine::Firefox => &["firefox-esr"],
            Engine::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    fn step(self) -> Step {
        match self {
            Engine::Chromium => Step {
                title: "Install Chromium and its driver",
                usual_time: "30 s",
                remedy: "install Chromium and the ChromeDriver of the same version by hand, so that both are on PATH: \
                         Debian `apt-get install chromium chromium-driver`, Fedora `dnf install chromium chromedriver`, \
                         macOS `brew install --cask chromium chromedriver`",
            },
            Engine::Firefox => Step {
                title: "Install Firefox",
                usual_time: "20 s",
                remedy: "install Firefox by hand, so that it is on PATH: Debian `apt-get install firefox-esr`, \
                         Fedora `dnf install firefox`, macOS `brew install --cask firefox`; or leave it out with \
                         `cargo xtask test --browsers chromium`",
            },
            Engine::Webkit => Step {
                title: "Install WebKitGTK's test browser, its driver and a screen for it",
                usual_time: "20 s",
                remedy: "install WebKitWebDriver, MiniBrowser and Xvfb by hand: Debian \
                         `apt-get install webkit2gtk-driver xvfb`, Fedora `dnf install webkit2gtk4.1 \
                         xorg-x11-server-Xvfb`; on a system that has none of them, leave the engine out with \
                         `cargo xtask test --browsers chromium,firefox`",
            },
        }
    }
}

/// Makes sure that Chromium and its driver can be run.
///
/// # Errors
/// As `prepare_all`.
pub fn prepare(workspace: &Workspace) -> Result<(), String> {
    prepare_all(workspace, &[Engine::Chromium])
}

/// Makes sure that these engines and their drivers can be run.
///
/// # Errors
/// At the first that is missing and cannot be installed: says how to do it by hand, or how to do without.
pub fn prepare_all(workspace: &Workspace, engines: &[Engine]) -> Result<(), String> {
    let mut lists_are_fresh = false;
    for engine in engines.iter().filter(|it| !it.is_found(workspace)) {
        engine.step().run(|| install(workspace, *engine, &mut lists_are_fresh))?;
    }
    if engines.contains(&Engine::Firefox) { setup::geckodriver(workspace) } else { Ok(()) }
}

fn install(workspace: &Workspace, engine: Engine, lists_are_fresh: &mut bool) -> Result<(), String> {
    let Some(before) = administrator(workspace) else {
        return Err(format!("{} or its driver is missing, and this chore may not install it here", engine.name()));
    };
    if !*lists_are_fresh {
        apt_get(workspace, &before, &["update", "-qq"])?;
        *lists_are_fresh = true;
    }
    let arguments = [&["install", "-y", "-qq", "--no-install-recommends"], engine.packages()].concat();
    apt_get(workspace, &before, &arguments)?;
    if engine.is_found(workspace) { Ok(()) } else { Err("it is still not on PATH".to_owned()) }
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
    let found = named.or_else(|| CHROMIUM.into_iter().find_map(on_path));
    found.ok_or_else(|| format!("Chromium is not on PATH: {}", Engine::Chromium.step().remedy))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|it| it.is_file())
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn a_list_names_engines_in_its_own_order() {
        assert_eq!(Engine::list("webkit,chromium"), Ok(vec![Engine::Webkit, Engine::Chromium]));
        assert_eq!(Engine::list("firefox"), Ok(vec![Engine::Firefox]));
    }

    #[test]
    fn a_word_that_is_no_engine_is_named() {
        for words in ["chromium,safari", "safari"] {
            assert!(Engine::list(words).is_err_and(|error| error.contains("`safari`")), "{words}");
        }
        assert!(Engine::list("").is_err());
    }
}

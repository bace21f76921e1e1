//! The built page, opened in a browser of a given size and taste.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::Outcome;
use crate::driver::{Driver, Engine};
use crate::site::{Site, built_page, project};
use crate::taste::Taste;

/// The page in its browser, with the server behind it.
pub struct Page {
    /// The browser. Ends before the server does.
    pub driver: Driver,
    /// The server of the built page.
    pub site: Site,
}

/// How long something on the page may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(20);

impl Page {
    /// Serves the built page and opens `address`: what follows the origin's slash, such as `#location=amsterdam`.
    ///
    /// Comes back when the page's start has settled: see `started`.
    ///
    /// # Errors
    /// When the page is not built, the browser does not start, or the app does not.
    pub async fn open(address: &str, taste: Taste) -> Outcome<Page> {
        let page = Page::prepare(taste).await?;
        page.go(address).await?;
        page.started().await?;
        Ok(page)
    }

    /// As `open`, with the browser ready but still on a blank page.
    ///
    /// # Errors
    /// As `open`.
    pub async fn prepare(taste: Taste) -> Outcome<Page> {
        let site = Site::serve(&built_page()).await?;
        let driver = Driver::start(Engine::chosen()?, taste).await?;
        Ok(Page { driver, site })
    }

    /// Goes to an address of the page.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn go(&self, address: &str) -> Outcome<()> {
        let address = format!("{}/{address}", self.site.origin);
        self.driver.session.goto(&address).await.map_err(|error| format!("cannot open {address}: {error}"))?;
        self.driver.listen().await
    }

    /// Waits until the app has mounted and, where it has a map, drawn its first frame.
    ///
    /// # Errors
    /// When neither the map nor the app's main landmark shows in time; names what the console said.
    pub async fn started(&self) -> Outcome<()> {
        let mounted = "document.querySelector('main, [role=application], canvas') !== null
            && (document.querySelector('canvas') === null || performance.getEntriesByName('atlas-first-draw').length > 0)";
        match self.wait_until("the app has started", mounted).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; the console says: {:?}", self.console_errors().await?)),
        }
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// After `PATIENCE`: says what was awaited, and where the screenshot is.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Outcome<()> {
        let script = format!("return Boolean({expression});");
        let check = async || Ok((self.script(&script, Vec::new()).await? == Value::Bool(true)).then_some(()));
        self.until(what, check).await
    }

    /// Waits until `check` gives something.
    ///
    /// # Errors
    /// When it gives nothing in time, or fails.
    pub async fn until<T>(&self, what: &str, check: impl AsyncFn() -> Outcome<Option<T>>) -> Outcome<T> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(value) = check().await? {
                return Ok(value);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        let picture = self.picture_of_failure().await;
        Err(format!("waited {} s in vain until {what} (picture: {picture})", PATIENCE.as_secs()))
    }

    /// Runs a JavaScript function body with `arguments` and gives what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let returned = self.driver.session.execute(body, arguments).await;
        returned.map(|it| it.json().clone()).map_err(|error| format!("a script failed: {error}\n{body}"))
    }

    /// Takes a picture of the viewport, as PNG.
    ///
    /// # Errors
    /// When the browser cannot, or the file cannot be written.
    pub async fn screenshot(&self, file: &Path) -> Outcome<()> {
        let taken = self.driver.session.screenshot(file).await;
        taken.map_err(|error| format!("cannot take a picture into {}: {error}", file.display()))
    }

    /// Takes a picture named for the running test; gives its path, or why there is none.
    pub async fn picture_of_failure(&self) -> String {
        let folder = picture_folder().join(self.driver.engine.word());
        let test = std::thread::current().name().unwrap_or("page").replace("::", "-");
        let file = folder.join(format!("{test}.png"));
        let taken = match std::fs::create_dir_all(&folder) {
            Ok(()) => self.screenshot(&file).await,
            Err(error) => Err(error.to_string()),
        };
        taken.map_or_else(|error| error, |()| file.display().to_string())
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn reload(&self) -> Outcome<()> {
        self.driver.session.refresh().await.map_err(|error| format!("the page did not load again: {error}"))?;
        self.driver.listen().await
    }

    /// Gives the browser back for the next test. Dropping the page, as a test that fails does, ends it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn close(self) -> Outcome<()> {
        self.driver.give_back().await
    }
}

fn picture_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from).join("e2e")
}

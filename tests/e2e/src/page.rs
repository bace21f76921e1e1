//! The built page, opened in a browser of a given size and taste.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Outcome;
use crate::driver::{Driver, Engine};
use crate::site::{Site, built_page, project};

/// The colors a person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// How the page is opened.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// Which browser.
    pub engine: Engine,
    /// Width and height of the viewport in CSS pixels.
    pub viewport: (u32, u32),
    /// The preferred colors.
    pub scheme: Scheme,
    /// Whether the person asks for less movement.
    pub reduced_motion: bool,
    /// Whether the browser says it has a touch screen.
    pub touch: bool,
    /// Pixels of the screen for a CSS pixel.
    pub pixel_ratio: u32,
}

impl Default for Taste {
    /// A desktop Chromium at 1440 by 900 pixels, dark, with movement.
    fn default() -> Self {
        Taste {
            engine: Engine::Chromium,
            viewport: (1440, 900),
            scheme: Scheme::Dark,
            reduced_motion: false,
            touch: false,
            pixel_ratio: 1,
        }
    }
}

impl Taste {
    /// A phone: 390 by 844 pixels with a touch screen.
    pub fn phone() -> Self {
        Taste { viewport: (390, 844), touch: true, ..Taste::default() }
    }
}

/// The page in its browser, with the server behind it.
pub struct Page {
    /// The browser. Ends before the server does.
    pub driver: Driver,
    /// The server of the built page.
    pub site: Site,
}

/// How long something on the page may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(10);

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
        let driver = Driver::start(taste.engine).await?;
        let page = Page { driver, site };
        page.dress(taste).await?;
        Ok(page)
    }

    async fn dress(&self, taste: Taste) -> Outcome<()> {
        let (width, height) = taste.viewport;
        match taste.engine {
            Engine::Chromium => {
                let size = json!({
                    "width": width, "height": height, "deviceScaleFactor": taste.pixel_ratio, "mobile": taste.touch,
                });
                self.driver.devtools("Emulation.setDeviceMetricsOverride", size).await?;
                self.prefer(taste.scheme, taste.reduced_motion).await?;
                if taste.touch {
                    let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
                    self.driver.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
                }
                Ok(())
            }
            Engine::Firefox => {
                let placed = self.driver.session.set_window_rect(0, 0, width, height).await;
                placed.map_err(|error| format!("cannot size the window: {error}"))
            }
        }
    }

    /// Changes what the person prefers while the page is open; only in Chromium.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer(&self, scheme: Scheme, reduced_motion: bool) -> Outcome<()> {
        let scheme = match scheme {
            Scheme::Dark => "dark",
            Scheme::Light => "light",
        };
        let motion = if reduced_motion { "reduce" } else { "no-preference" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ] });
        self.driver.devtools("Emulation.setEmulatedMedia", features).await.map(|_| ())
    }

    /// Goes to an address of the page.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn go(&self, address: &str) -> Outcome<()> {
        let address = format!("{}/{address}", self.site.origin);
        self.driver.session.goto(&address).await.map_err(|error| format!("cannot open {address}: {error}"))
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
        let folder = picture_folder();
        let test = std::thread::current().name().unwrap_or("page").replace("::", "-");
        let file = folder.join(format!("{test}.png"));
        let taken = match std::fs::create_dir_all(&folder) {
            Ok(()) => self.screenshot(&file).await,
            Err(error) => Err(error.to_string()),
        };
        taken.map_or_else(|error| error, |()| file.display().to_string())
    }

    /// Ends the browser in an orderly way. Dropping the page does too, less quickly.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn close(self) -> Outcome<()> {
        self.driver.quit().await
    }
}

fn picture_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from).join("e2e")
}

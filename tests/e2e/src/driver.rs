//! The browser's driver program, and one session with the browser behind it.

mod chromium;
mod firefox;
mod kept;
mod program;
mod webkit;

use std::env;
use std::time::Duration;

use http::Method;
use reqwest::Client;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverError;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};

use crate::Outcome;
use crate::driver::program::Program;
use crate::folder::Folder;
use crate::taste::Taste;

/// The browser engines that the tests know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver, on a screen of its own: the kin of Safari that runs here. Its
    /// driver has no fingers: it turns touch into the mouse.
    Webkit,
}

impl Engine {
    /// The engine that ATLAS_BROWSER names; Chromium when nothing does.
    ///
    /// # Errors
    /// When it names none.
    pub fn chosen() -> Outcome<Engine> {
        match env::var("ATLAS_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Ok(Engine::Chromium),
            Ok("firefox") => Ok(Engine::Firefox),
            Ok("webkit") => Ok(Engine::Webkit),
            Ok(other) => Err(format!("ATLAS_BROWSER is {other:?}: it may be chromium, firefox or webkit")),
        }
    }

    /// The word for it in ATLAS_BROWSER and in the names of files.
    pub fn word(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }
}

/// A browser under control. Dropping it ends the browser first, then its driver program, then its screen.
pub struct Driver {
    /// The session; the fields' order is the order of their end.
    pub session: WebDriver,
    /// Which browser this is.
    pub engine: Engine,
    taste: Taste,
    _program: Program,
    _screen: Option<Program>,
    /// What the browser downloads comes here; it is also the place for what is given to it.
    pub folder: Folder,
}

impl Driver {
    /// A browser that is dressed to a taste and knows nothing of any page: one that a test gave back, or a new one.
    ///
    /// # Errors
    /// When none can be started, or has no way to be dressed so.
    pub async fn start(engine: Engine, taste: Taste) -> Outcome<Driver> {
        if let Some(driver) = kept::take(engine, taste) {
            return Ok(driver);
        }
        // Chromium's driver takes a port of one kind of address, and ends when that of the other kind is not free.
        match Driver::new(engine, taste).await {
            Err(_) => Driver::new(engine, taste).await,
            started => started,
        }
    }

    async fn new(engine: Engine, taste: Taste) -> Outcome<Driver> {
        let folder = Folder::new()?;
        let (program, screen, port, capabilities) = match engine {
            Engine::Chromium => {
                let (program, port) = chromium::program(&folder).await?;
                (program, None, port, chromium::capabilities(taste)?)
            }
            Engine::Firefox => {
                let (program, port) = firefox::program(taste, &folder).await?;
                (program, None, port, firefox::capabilities(taste, &folder)?)
            }
            Engine::Webkit => {
                let (program, screen, port) = webkit::program(taste, &folder).await?;
                (program, Some(screen), port, webkit::capabilities(taste)?)
            }
        };
        let session = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities).client(client()?);
        let session = session.await.map_err(|error| format!("cannot start {engine:?}: {error}"))?;
        let driver = Driver { session, engine, taste, _program: program, _screen: screen, folder };
        driver.dress().await?;
        Ok(driver)
    }

    async fn dress(&self) -> Outcome<()> {
        match self.engine {
            Engine::Chromium => chromium::dress(self, self.taste).await,
            Engine::Firefox => firefox::dress(self, self.taste).await,
            Engine::Webkit => self.size_window(self.taste.viewport).await,
        }
    }

    /// Ends the browser, or, where a start takes long, keeps it for the next test of this taste, without what this test left
    /// in it: another window, no cookies, no files, nothing in the console, no key held. What pages keep is of their origin,
    /// and no two tests have one: see `Site`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn give_back(self) -> Outcome<()> {
        // Chromium and WebKitGTK start in less than a second. A browser that cannot be renewed ends, too.
        let is_kept = self.engine == Engine::Firefox && self.renew().await.is_ok();
        let over = if is_kept { kept::keep(self) } else { Some(self) };
        if let Some(driver) = over { driver.quit().await } else { Ok(()) }
    }

    async fn renew(&self) -> Outcome<()> {
        let told = |error: WebDriverError| error.to_string();
        self.session.delete_all_cookies().await.map_err(told)?;
        self.session.cmd(Release).await.map_err(told)?;
        let new = self.session.new_tab().await.map_err(told)?;
        for old in self.session.windows().await.map_err(told)?.into_iter().filter(|it| *it != new) {
            self.session.switch_to_window(old).await.map_err(told)?;
            self.session.close_window().await.map_err(told)?;
        }
        self.session.switch_to_window(new).await.map_err(told)?;
        self.dress().await?;
        self.console().await?;
        self.folder.empty()
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

    /// What the console was told since the last call: warnings and errors. In WebKitGTK only what comes after
    /// `listen`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        match self.engine {
            Engine::Chromium => chromium::console(self).await,
            Engine::Firefox => firefox::console(self).await,
            Engine::Webkit => webkit::console(self).await,
        }
    }

    /// Listens to the console of the document that is open, where the browser keeps no record of it by itself.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn listen(&self) -> Outcome<()> {
        match self.engine {
            Engine::Chromium | Engine::Firefox => Ok(()),
            Engine::Webkit => webkit::listen(self).await,
        }
    }

    /// Sends a command of the driver that thirtyfour does not know, by its path after the session's.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn command(&self, path: &'static str, body: Value) -> Outcome<()> {
        let sent = self.session.cmd(Command { path, body }).await;
        sent.map(|_| ()).map_err(|error| error.to_string())
    }

    /// Makes the window so large that the page in it has this size.
    async fn size_window(&self, (width, height): (u32, u32)) -> Outcome<()> {
        let failed = |error| format!("cannot size the window: {error}");
        let inner = "return [innerWidth, innerHeight];";
        let mut found = Value::Null;
        // The edges of the window are known only once it has a size, and may change with it.
        for _ in 0..40 {
            found = self.session.execute(inner, Vec::new()).await.map_err(failed)?.json().clone();
            if found == json!([width, height]) {
                return Ok(());
            }
            let window = self.session.get_window_rect().await.map_err(failed)?;
            let wanted = |wanted: u32, outer: i64, inner: &Value| {
                let edges = outer - inner.as_i64().unwrap_or_default();
                u32::try_from(i64::from(wanted) + edges).unwrap_or(wanted)
            };
            let size = (wanted(width, window.width, &found[0]), wanted(height, window.height, &found[1]));
            self.session.set_window_rect(0, 0, size.0, size.1).await.map_err(failed)?;
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err(format!("the page is {found} in size instead of {width} by {height}"))
    }

    async fn quit(self) -> Outcome<()> {
        self.session.clone().quit().await.map_err(|error| format!("the browser did not end: {error}"))
    }
}

/// Each command goes over a connection of its own: one that is kept would end with the runtime of the test that made it.
fn client() -> Outcome<Client> {
    let client = Client::builder().pool_max_idle_per_host(0).timeout(Duration::from_secs(120)).build();
    client.map_err(|error| format!("cannot speak to a driver: {error}"))
}

/// Lets go what is held of keys and buttons.
#[derive(Debug)]
struct Release;

impl FormatRequestData for Release {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::DELETE, format!("session/{session}/actions"))
    }
}

#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl FormatRequestData for Command {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/{}", self.path)).add_body(self.body.clone())
    }
}

/// Capabilities with one option of a vendor.
fn with_option(mut capabilities: Capabilities, name: &str, value: Value) -> Outcome<Capabilities> {
    capabilities.set(name, value).map_err(|error| format!("cannot describe the browser: {error}"))?;
    Ok(capabilities)
}

//! What a person can do with the plans of the browser: the dialog of all plans, links, and several windows.

use std::path::Path;

use serde_json::json;
use thirtyfour::WindowHandle;

use crate::Outcome;
use crate::atlas::Atlas;
use crate::page::Page;

impl Page {
    /// Opens another window of the same browser at an address of the page, and goes on there.
    ///
    /// # Errors
    /// When the browser opens none, or the page does not start in it.
    pub async fn open_window(&self, address: &str) -> Outcome<WindowHandle> {
        let opened = self.driver.session.new_window().await;
        let window = opened.map_err(|error| format!("no window opens: {error}"))?;
        self.turn_to(&window).await?;
        self.go(address).await?;
        self.started().await?;
        Ok(window)
    }

    /// The window that is driven now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn window(&self) -> Outcome<WindowHandle> {
        self.driver.session.window().await.map_err(|error| format!("there is no window: {error}"))
    }

    /// Goes on in another window.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn turn_to(&self, window: &WindowHandle) -> Outcome<()> {
        let turned = self.driver.session.switch_to_window(window.clone()).await;
        turned.map_err(|error| format!("the window is gone: {error}"))
    }
}

impl Atlas {
    /// Opens the dialog of all plans at one of its pages, such as `Snapshots`.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open_plans(&self, page: &str) -> Outcome<()> {
        if self.page.count("dialog", "Plans").await? == 0 {
            self.page.click("button", "Plans").await?;
        }
        self.page.click("tab", page).await
    }

    /// Closes the dialog with the keyboard.
    ///
    /// # Errors
    /// When it stays.
    pub async fn close_plans(&self) -> Outcome<()> {
        self.page.click("button", "Close plans").await?;
        let closed = async || Ok((self.page.count("dialog", "Plans").await? == 0).then_some(()));
        self.page.until("the dialog is closed", closed).await
    }

    /// The names of the plans in the open dialog.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn shelf(&self) -> Outcome<Vec<String>> {
        let openers = self.page.names("button").await?.into_iter();
        let mut names: Vec<String> =
            openers.filter_map(|it| Some(it.strip_prefix("Open ")?.to_owned())).filter(|it| it != "JSON").collect();
        names.sort();
        Ok(names)
    }

    /// Waits until the open dialog lists these plans, in any order.
    ///
    /// # Errors
    /// When it lists others.
    pub async fn wait_for_shelf(&self, names: &[&str]) -> Outcome<()> {
        let listed = async || Ok((self.shelf().await? == names).then_some(()));
        match self.page.until(&format!("the shelf lists {names:?}"), listed).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it lists {:?}", self.shelf().await?)),
        }
    }

    /// Waits until the plan on screen has this name.
    ///
    /// # Errors
    /// When it has another.
    pub async fn wait_for_name(&self, name: &str) -> Outcome<()> {
        let named = async || Ok((self.plan_name().await? == name).then_some(()));
        match self.page.until(&format!("the plan is {name:?}"), named).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it is {:?}", self.plan_name().await?)),
        }
    }

    /// Waits until the browser keeps a plan of this name.
    ///
    /// # Errors
    /// When it does not.
    pub async fn wait_until_kept(&self, name: &str) -> Outcome<()> {
        let line = json!(format!("\n{name}\n"));
        let kept = format!("Object.values(localStorage).some((it) => it.includes({line}))");
        self.page.wait_until(&format!("{name:?} is kept"), &kept).await
    }

    /// Begins an empty plan beside the one on screen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn begin_plan(&self) -> Outcome<()> {
        self.open_plans("On the shelf").await?;
        self.page.click("button", "New plan").await?;
        self.wait_for_name("Untitled plan").await
    }

    /// The address that the page offers for the plan on screen.
    ///
    /// # Errors
    /// When it offers none.
    pub async fn link_to_plan(&self) -> Outcome<String> {
        self.page.click("button", "Link to this plan").await?;
        let field = self.page.find("textbox", "Address of this plan").await?;
        let value = field.prop("value").await.map_err(|error| format!("the address has no value: {error}"))?;
        Ok(value.unwrap_or_default())
    }

    /// Drops a file onto the planner, as a hand would: drivers have no hand for that, so a script hands it over.
    ///
    /// # Errors
    /// When the page does not take it.
    pub async fn drop_file(&self, file: &Path) -> Outcome<()> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        let body = "const [name, text] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], name));
            const drop = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
            const planner = document.getElementById('planner');
            planner.dispatchEvent(drop('dragover'));
            return planner.dispatchEvent(drop('drop'));";
        self.page.script(body, vec![json!(name), json!(text)]).await.map(|_| ())
    }
}

//! What a person sees or hears on the page: elements by role and name, text, and the map's pixels.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverError;

use crate::Outcome;
use crate::page::{PATIENCE, Page};

const FIND: &str = include_str!("find.js");

/// Notes the next field that asks for a file, and keeps the system's list of files away.
const HEAR_ASKED: &str = "window.askedFor = undefined;
    addEventListener('click', function heard(event) {
      if (event.target.type !== 'file') return;
      event.preventDefault();
      window.askedFor = event.target;
      removeEventListener('click', heard, true);
    }, true);";

impl Page {
    /// The first visible element of a role with a name, such as `("button", "Premium")`; waits for it.
    ///
    /// An exact name wins; else one that holds the words, upper or lower case. An empty name fits every element.
    ///
    /// # Errors
    /// When none shows in time: lists the names that are there, and where the screenshot is.
    pub async fn find(&self, role: &str, name: &str) -> Outcome<WebElement> {
        let start = Instant::now();
        loop {
            let (mut found, names) = self.look_for(role, name).await?;
            if !found.is_empty() {
                return Ok(found.swap_remove(0));
            }
            if start.elapsed() > PATIENCE {
                let picture = self.picture_of_failure().await;
                return Err(format!("no {role} named {name:?}; there are {names} (picture: {picture})"));
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// How many visible elements of a role have a name that fits now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn count(&self, role: &str, name: &str) -> Outcome<usize> {
        Ok(self.look_for(role, name).await?.0.len())
    }

    /// The names of all visible elements of a role, in the page's order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn names(&self, role: &str) -> Outcome<Vec<String>> {
        let failed = |error| format!("cannot look for every {role}: {error}");
        let returned = self.driver.session.execute(FIND, vec![json!(role), json!("")]).await.map_err(failed)?;
        Ok(returned.json()["names"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Clicks the middle of the element that `find` gives.
    ///
    /// # Errors
    /// As `find`, or when something else lies over it.
    pub async fn click(&self, role: &str, name: &str) -> Outcome<()> {
        let mut clicked = self.find(role, name).await?.click().await;
        // It may be replaced by its like between the two, or scrolled out of sight, where WebKitGTK's driver leaves it;
        // Firefox's leaves it half below the edge of a panel that scrolls, and then says that the panel covers it.
        let kinds = ["stale", "not interactable", "intercepted"];
        let missed = |error: &WebDriverError| kinds.iter().any(|it| error.to_string().contains(it));
        if clicked.as_ref().is_err_and(missed) {
            let again = self.find(role, name).await?;
            let _ = again.scroll_into_view().await;
            clicked = again.click().await;
        }
        clicked.map_err(|error| format!("cannot click the {role} {name:?}: {error}"))
    }

    /// Presses a button that asks for a file, and gives the file to the field behind it. The list of files that the system
    /// shows in between is no part of the page: it stays away.
    ///
    /// # Errors
    /// When the button asks for no file, or the field does not take it.
    pub async fn give_file(&self, button: &str, file: &Path) -> Outcome<()> {
        self.script(HEAR_ASKED, Vec::new()).await?;
        self.click("button", button).await?;
        self.wait_until(&format!("{button:?} asks for a file"), "window.askedFor").await?;
        let field = self.driver.session.execute("return window.askedFor;", Vec::new()).await;
        let field = field.and_then(|it| it.element()).map_err(|error| format!("no field asks for a file: {error}"))?;
        let sent = field.send_keys(file.display().to_string()).await;
        sent.map_err(|error| format!("the page takes no file: {error}"))
    }

    /// The visible text of the element that `find` gives.
    ///
    /// # Errors
    /// As `find`.
    pub async fn text_of(&self, role: &str, name: &str) -> Outcome<String> {
        // The drivers' own ways to read a text differ: WebKitGTK's puts the rows of a grid into one line.
        let mut text = self.find(role, name).await?.prop("innerText").await;
        // It may be replaced by its like between the two.
        if text.as_ref().is_err_and(|error| error.to_string().contains("stale")) {
            text = self.find(role, name).await?.prop("innerText").await;
        }
        let text = text.map_err(|error| format!("cannot read the {role} {name:?}: {error}"))?;
        Ok(text.unwrap_or_default().trim().to_owned())
    }

    /// An attribute of the element that `find` gives, such as `aria-pressed`.
    ///
    /// # Errors
    /// As `find`.
    pub async fn attribute_of(&self, role: &str, name: &str, attribute: &str) -> Outcome<Option<String>> {
        let element = self.find(role, name).await?;
        element.attr(attribute).await.map_err(|error| format!("cannot read {attribute} of {role} {name:?}: {error}"))
    }

    /// Waits until the page's visible text holds the words.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_text(&self, words: &str) -> Outcome<()> {
        let quoted = json!(words);
        let expression = format!("document.body.innerText.includes({quoted})");
        self.wait_until(&format!("the page says {words:?}"), &expression).await
    }

    /// The accessible name or text of whatever has the keyboard focus.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focused(&self) -> Outcome<String> {
        let body = "const it = document.activeElement;
            return it?.getAttribute('aria-label') || it?.labels?.[0]?.innerText || it?.innerText?.trim() || it?.tagName;";
        Ok(self.script(body, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The part of the address after `#`, decoded by nobody.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn fragment(&self) -> Outcome<String> {
        let text = self.script("return location.hash.slice(1);", Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    async fn look_for(&self, role: &str, name: &str) -> Outcome<(Vec<WebElement>, String)> {
        let failed = |error| format!("cannot look for {role} {name:?}: {error}");
        let mut returned = self.driver.session.execute(FIND, vec![json!(role), json!(name)]).await;
        // What is found may be replaced before its driver has it; it is there a moment later.
        for _ in 0..5 {
            if !returned.as_ref().is_err_and(|error| error.to_string().contains("stale")) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
            returned = self.driver.session.execute(FIND, vec![json!(role), json!(name)]).await;
        }
        let returned = returned.map_err(failed)?;
        let value = returned.json();
        let elements = value["found"].as_array().into_iter().flatten().cloned();
        let handle = self.driver.session.handle();
        let found = elements.map(|it| WebElement::from_json(it, handle.clone())).collect::<Result<Vec<_>, _>>();
        let names: Vec<&str> = value["names"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Ok((found.map_err(failed)?, format!("{:?}", names.iter().take(40).collect::<Vec<_>>())))
    }
}

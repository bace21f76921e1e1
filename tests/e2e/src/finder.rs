//! What a person can do with the search box and the answers that it leads to.

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;

/// The first option of the list: its name, and what is said of it.
const FIRST: &str = "const option = document.querySelector('#found [role=option]');
    const told = (part) => option?.querySelector(part)?.textContent ?? '';
    return option && option.checkVisibility() ? told('.found-name') + '; ' + told('.found-told') : '';";

impl Atlas {
    /// Goes to the search box by its key, and waits for the finder: it is loaded when it is first needed.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open_finder(&self) -> Outcome<()> {
        self.page.press(&['/']).await?;
        self.page.find("combobox", "Find a place").await.map(|_| ())
    }

    /// Types a text in place of what the search box holds.
    ///
    /// # Errors
    /// When the box does not have the focus.
    pub async fn search_for(&self, text: &str) -> Outcome<()> {
        self.page.press(&[key::CONTROL, 'a']).await?;
        self.page.type_text(text).await
    }

    /// The first option of the list, such as `Frankfurt; Peering location, Germany`; empty while none is shown.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn first_found(&self) -> Outcome<String> {
        let told = self.page.script(FIRST, Vec::new()).await?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the first option of the list begins so. The cities come after everything else.
    ///
    /// # Errors
    /// When it does not in time: tells what is first instead.
    pub async fn wait_for_first(&self, start: &str) -> Outcome<()> {
        let first = async || Ok(self.first_found().await?.starts_with(start).then_some(()));
        match self.page.until(&format!("the first that is found is {start:?}"), first).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it is {:?}", self.first_found().await?)),
        }
    }

    /// Searches for a text and takes the first hit, which begins so, all by keys.
    ///
    /// # Errors
    /// When it is not the first.
    pub async fn find_by_keys(&self, text: &str, first: &str) -> Outcome<()> {
        self.open_finder().await?;
        self.search_for(text).await?;
        self.wait_for_first(first).await?;
        self.page.press(&[key::ENTER]).await
    }

    /// Adds something by a field of an answer, all by keys: types a text, and takes the first option, which begins so. The
    /// field keeps the keyboard.
    ///
    /// # Errors
    /// When there is no such field, or another option is the first.
    pub async fn pick(&self, field: &str, text: &str, first: &str) -> Outcome<()> {
        let element = self.page.find("combobox", field).await?;
        element.focus().await.map_err(|error| format!("cannot get to {field:?}: {error}"))?;
        self.page.type_text(text).await?;
        let body = "const active = document.activeElement.getAttribute('aria-activedescendant');
            return document.getElementById(active)?.querySelector('.found-name').textContent ?? '';";
        let active = async || {
            let told = self.page.script(body, Vec::new()).await?;
            Ok(told.as_str().is_some_and(|it| it.starts_with(first)).then_some(()))
        };
        self.page.until(&format!("{field:?} finds {first:?} for {text:?}"), active).await?;
        self.page.press(&[key::ENTER]).await?;
        self.drawn().await
    }
}

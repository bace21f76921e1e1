//! A person with a question, who works with the mouse or with the keyboard alone.

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;
use crate::walk::{Hand, lies_before};
use reach::sku::Sku;

/// How often Tab is pressed before the person gives up: the longest panel has a row for every location.
const PATIENT_TABS: usize = 90;

/// The page, and with what it is worked.
pub struct Person {
    /// The page.
    pub atlas: Atlas,
    hand: Hand,
}

impl Person {
    /// Opens the page at a fragment of its address.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn at(hand: Hand, fragment: &str) -> Outcome<Person> {
        Ok(Person { atlas: Atlas::open(fragment).await?, hand })
    }

    /// Searches for a text and takes the first hit, which begins so.
    ///
    /// # Errors
    /// When it is not the first.
    pub async fn find(&self, text: &str, first: &str) -> Outcome<()> {
        let Hand::Mouse = self.hand else { return self.atlas.find_by_keys(text, first).await };
        self.click_field("Find a place").await?;
        self.atlas.page.find("combobox", "Find a place").await?;
        self.atlas.search_for(text).await?;
        self.atlas.wait_for_first(first).await?;
        self.atlas.page.click("option", first.split(';').next().unwrap_or(first)).await
    }

    /// Takes one of the questions that the empty search box offers.
    ///
    /// # Errors
    /// When it is not offered.
    pub async fn start(&self, question: &str) -> Outcome<()> {
        if self.hand == Hand::Mouse {
            self.click_field("Find a place").await?;
            return self.atlas.page.click("option", question).await;
        }
        self.atlas.open_finder().await?;
        // The box has the keyboard still after something was found by it.
        self.atlas.page.press(&[key::CONTROL, 'a']).await?;
        self.atlas.page.press(&[key::BACKSPACE]).await?;
        let active = "const field = document.querySelector('.search input');
            return document.getElementById(field.getAttribute('aria-activedescendant'))?.textContent ?? '';";
        let mut passed = Vec::new();
        for _ in 0..8 {
            let told = self.atlas.page.script(active, Vec::new()).await?;
            let told = told.as_str().unwrap_or_default().to_owned();
            if told.starts_with(question) {
                return self.atlas.page.press(&[key::ENTER]).await;
            }
            passed.push(told);
            self.atlas.page.press(&[key::DOWN]).await?;
        }
        Err(format!("{question:?} is not offered, but {passed:?}"))
    }

    /// Types a name into a field that offers what it finds, and takes the first.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn pick(&self, field: &str, text: &str, option: &str) -> Outcome<()> {
        self.type_into(field, text).await?;
        self.atlas.page.find("option", option).await?;
        match self.hand {
            Hand::Mouse => self.atlas.page.click("option", option).await,
            Hand::Keyboard => self.atlas.page.press(&[key::ENTER]).await,
        }
    }

    /// Chooses a location that the map shows: its mark is clicked, or its name searched for.
    ///
    /// # Errors
    /// When its sheet does not open.
    pub async fn choose_location(&self, slug: &str, name: &str) -> Outcome<()> {
        match self.hand {
            Hand::Mouse => self.atlas.click_location(slug).await,
            Hand::Keyboard => {
                self.find(name, &format!("{name}; ")).await?;
                self.atlas.wait_for_address("at", slug).await
            }
        }
    }

    /// Presses a button, link, radio button or switch by the beginning of its name.
    ///
    /// # Errors
    /// When there is none, or Tab does not lead to it.
    pub async fn press(&self, role: &str, name: &str) -> Outcome<()> {
        match self.hand {
            Hand::Mouse => self.atlas.page.click(role, name).await?,
            Hand::Keyboard => {
                self.tab_to(name).await?;
                let keys: &[char] = if role == "checkbox" { &[' '] } else { &[key::ENTER] };
                self.atlas.page.press(keys).await?;
            }
        }
        self.atlas.drawn().await
    }

    /// Chooses an option of a list.
    ///
    /// # Errors
    /// When there is no such list or option.
    pub async fn choose(&self, list: &str, option: &str) -> Outcome<()> {
        match self.hand {
            Hand::Mouse => self.atlas.choose_option(list, option).await,
            Hand::Keyboard => {
                self.tab_to(list).await?;
                self.atlas.choose_in_focus(list, option).await
            }
        }
    }

    /// Types into a field.
    ///
    /// # Errors
    /// When there is none.
    pub async fn type_into(&self, field: &str, text: &str) -> Outcome<()> {
        match self.hand {
            Hand::Mouse => self.click_field(field).await?,
            Hand::Keyboard => self.tab_to(field).await?,
        }
        self.atlas.page.type_text(text).await
    }

    /// Chooses a SKU in the sheet of a location, where Standard is chosen.
    ///
    /// # Errors
    /// When there is no sheet.
    pub async fn choose_sku(&self, sku: Sku) -> Outcome<()> {
        let name = format!("{}:", sku.name());
        match (self.hand, sku) {
            (Hand::Mouse, _) => self.atlas.page.click("radio", &name).await?,
            (Hand::Keyboard, Sku::Standard) => {}
            (Hand::Keyboard, Sku::Local | Sku::Premium) => {
                self.tab_to("Standard:").await?;
                self.atlas.page.press(&[if sku == Sku::Local { key::LEFT } else { key::RIGHT }]).await?;
            }
        }
        self.atlas.wait_for_address("sku", sku.as_str()).await
    }

    /// Waits until the list of this name begins with these words; gives all of its text.
    ///
    /// # Errors
    /// When it does not.
    pub async fn list_begins(&self, list: &str, words: &str) -> Outcome<String> {
        let text = async || self.atlas.page.text_of("list", list).await;
        let begins = async || Ok(Some(text().await?).filter(|it| it.starts_with(words)));
        match self.atlas.page.until(&format!("{list} begins with {words:?}"), begins).await {
            Ok(text) => Ok(text),
            Err(error) => Err(format!("{error}; it says {:?}", text().await?)),
        }
    }

    /// Waits until the page says all of these words.
    ///
    /// # Errors
    /// When it does not say one of them.
    pub async fn reads(&self, words: &[&str]) -> Outcome<()> {
        for it in words {
            self.atlas.page.wait_for_text(it).await?;
        }
        Ok(())
    }

    async fn click_field(&self, name: &str) -> Outcome<()> {
        for role in ["combobox", "searchbox"] {
            if self.atlas.page.count(role, name).await? > 0 {
                return self.atlas.page.click(role, name).await;
            }
        }
        self.atlas.page.click("textbox", name).await
    }

    // What stands only before the keyboard's place is gone back to: past the end of the page a browser's own buttons come.
    async fn tab_to(&self, name: &str) -> Outcome<()> {
        let back = lies_before(&self.atlas, |it| it.starts_with(name)).await?;
        let keys: &[char] = if back { &[key::SHIFT, key::TAB] } else { &[key::TAB] };
        let mut passed = Vec::new();
        for _ in 0..PATIENT_TABS {
            // Who is there already stays: a field that has taken something keeps the keyboard.
            let focused = self.atlas.page.focused().await?.split_whitespace().collect::<Vec<_>>().join(" ");
            if focused.starts_with(name) {
                return Ok(());
            }
            passed.push(focused);
            self.atlas.page.press(keys).await?;
        }
        Err(format!("Tab does not lead to {name:?}, but to {passed:?}"))
    }
}

//! What a person can do with the planner: circuits, links, undo, and the plan as a file.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;
use crate::site::project;

impl Atlas {
    /// Opens the planner beside the map and waits for it: it is loaded when it is first needed.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open_planner(&self) -> Outcome<()> {
        self.page.click("button", "Planner").await?;
        self.page.find("textbox", "Name of the plan").await.map(|_| ())
    }

    /// Gives the plan a name.
    ///
    /// # Errors
    /// When the planner is not open.
    pub async fn name_plan(&self, name: &str) -> Outcome<()> {
        self.page.click("textbox", "Name of the plan").await?;
        self.page.press(&[key::CONTROL, 'a']).await?;
        self.page.type_text(name).await?;
        self.page.press(&[key::TAB]).await
    }

    /// The plan's name as it stands in its field.
    ///
    /// # Errors
    /// When the planner is not open.
    pub async fn plan_name(&self) -> Outcome<String> {
        let field = self.page.find("textbox", "Name of the plan").await?;
        let value = field.prop("value").await.map_err(|error| format!("the name has no value: {error}"))?;
        Ok(value.unwrap_or_default())
    }

    /// Clicks a location on the map and adds a circuit there.
    ///
    /// # Errors
    /// When the mark or the button is not there.
    pub async fn add_circuit_at(&self, slug: &str) -> Outcome<()> {
        self.click_location(slug).await?;
        let before = self.circuits().await?.len();
        self.page.click("button", "Add a circuit at").await?;
        let added = async || Ok((self.circuits().await?.len() > before).then_some(()));
        self.page.until("the circuit is in the plan", added).await?;
        self.until_in_a_form().await
    }

    /// Waits until the keyboard is in a part's form, where a new part leads it a frame later: what is typed before that
    /// would end up in another field.
    ///
    /// # Errors
    /// When it does not come there.
    pub async fn until_in_a_form(&self) -> Outcome<()> {
        let body = "return document.activeElement.closest('.form') !== null;";
        let there = async || Ok((self.page.script(body, Vec::new()).await? == true).then_some(()));
        self.page.until("the keyboard is in a form", there).await
    }

    /// Links two circuits of the plan.
    ///
    /// # Errors
    /// When one of them is not offered.
    pub async fn link(&self, from: &str, to: &str) -> Outcome<()> {
        self.choose_option("Link from", from).await?;
        self.choose_option("Link to", to).await?;
        self.page.click("button", "Link").await
    }

    /// The ids of the plan's circuits, in their order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn circuits(&self) -> Outcome<Vec<String>> {
        self.parts("Circuits").await
    }

    /// The plan's links, such as `amsterdam to dallas`, in their order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn links(&self) -> Outcome<Vec<String>> {
        self.parts("Global Reach links").await
    }

    /// The titles of the parts in a list of the outline, such as `Sites`, in their order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn parts(&self, list: &str) -> Outcome<Vec<String>> {
        let body = "const [name] = arguments;
            return [...document.querySelectorAll(`ul[aria-label='${name}'] .part-title`)].map((it) => it.textContent);";
        let titles = self.page.script(body, vec![list.into()]).await?;
        Ok(titles.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect())
    }

    /// Opens the form of the part whose row begins with these words, such as `c2 Frankfurt`, unless it is open.
    ///
    /// # Errors
    /// When there is no such row.
    pub async fn open_part(&self, words: &str) -> Outcome<()> {
        let rows = self.page.names("button").await?;
        let row = rows.iter().find(|it| it.starts_with(words));
        let row = row.ok_or_else(|| format!("no row begins with {words:?}: {rows:?}"))?;
        match self.page.attribute_of("button", row, "aria-expanded").await?.as_deref() {
            Some("true") => Ok(()),
            Some(_) | None => self.page.click("button", row).await,
        }
    }

    /// The codes of the findings that are listed, worst first.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn findings(&self) -> Outcome<Vec<String>> {
        let body = "return [...document.querySelectorAll('.finding code')].map((it) => it.textContent);";
        let codes = self.page.script(body, Vec::new()).await?;
        Ok(codes.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect())
    }

    /// Opens a plan of tests/fixtures/plans and waits for its circuits.
    ///
    /// # Errors
    /// When it is not opened.
    pub async fn open_fixture(&self, name: &str) -> Outcome<()> {
        self.page.find("textbox", "Name of the plan").await?;
        self.open_plan(&project().join("tests/fixtures/plans").join(name)).await?;
        let there = async || Ok((!self.circuits().await?.is_empty()).then_some(()));
        self.page.until("the plan has circuits", there).await
    }

    /// Saves the plan and gives the text of the file.
    ///
    /// # Errors
    /// When no file of this name arrives.
    pub async fn save_plan(&self, name: &str) -> Outcome<String> {
        self.page.click("button", "Save as JSON").await?;
        self.page.wait_for_text(&format!("Saved as {name}.")).await?;
        let file = self.page.driver.folder.path_of(name);
        // The browser gives the file its name once it is whole.
        let arrived = async || Ok(fs::read_to_string(&file).ok().filter(|it| !it.is_empty()));
        self.page.until(&format!("{name} is downloaded"), arrived).await
    }

    /// Opens a plan file.
    ///
    /// # Errors
    /// When the page takes no file.
    pub async fn open_plan(&self, file: &Path) -> Outcome<()> {
        self.page.give_file("Open JSON", file).await
    }
}

//! An architect who builds a plan in an empty planner, with the mouse or with the keyboard alone.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;
use crate::site::project;

/// With what the planner is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Buttons, rows and fields are clicked.
    Mouse,
    /// Tab leads to them, Enter presses them.
    Keyboard,
}

/// A plan on its way from nothing to a file.
pub struct Walk {
    /// The page.
    pub atlas: Atlas,
    hand: Hand,
    name: String,
}

impl Walk {
    /// Opens an empty planner, and says what the plan is called and meant to withstand.
    ///
    /// # Errors
    /// When the planner does not open.
    pub async fn begin(hand: Hand, name: &str, resiliency: &str) -> Outcome<Walk> {
        let atlas = Atlas::open("#page=planner").await?;
        atlas.page.find("textbox", "Name of the plan").await?;
        let walk = Walk { atlas, hand, name: name.to_owned() };
        walk.set("Name of the plan", name).await?;
        walk.set("Intended resiliency", resiliency).await?;
        Ok(walk)
    }

    /// Adds a site by its name and says where it is.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn add_site(&self, name: &str, latitude: &str, longitude: &str) -> Outcome<()> {
        self.set("New site: name, city or coordinates", name).await?;
        self.set("Latitude, degrees north", latitude).await?;
        self.set("Longitude, degrees east", longitude).await
    }

    /// Adds a workload in an Azure region.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn add_workload(&self, id: &str, region: &str) -> Outcome<()> {
        self.press("Add a workload").await?;
        self.set("Azure region", region).await?;
        self.set("Id", id).await
    }

    /// Adds a circuit for a site at a peering location, and leaves its form open.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn add_circuit(&self, id: &str, site: &str, location: &str) -> Outcome<()> {
        self.press("Add a circuit").await?;
        self.set("Peering location", location).await?;
        self.set("Site", site).await?;
        self.set("Id", id).await
    }

    /// Draws a line on the map from a site to a peering location: a circuit, which gets an id and has its form open.
    ///
    /// # Errors
    /// When no circuit comes of it.
    pub async fn draw_circuit(&self, id: &str, from: (f64, f64), location: &str) -> Outcome<()> {
        let (x, y) = self.atlas.point_at(from.0, from.1).await?;
        let to = self.atlas.point_of(location).await?;
        self.atlas.page.drag((x.round() as i32, y.round() as i32), to, Duration::from_millis(300)).await?;
        let drawn = async || Ok(self.atlas.circuits().await?.iter().any(|it| it == location).then_some(()));
        self.atlas.page.until(&format!("a line to {location} is a circuit"), drawn).await?;
        self.open(location).await?;
        self.set("Id", id).await
    }

    /// Adds private or Microsoft peering to the circuit whose form is open: AS number, VLAN and both subnets.
    ///
    /// # Errors
    /// When its fields do not come.
    pub async fn add_peering(&self, kind: &str, asn: &str, vlan: &str, subnets: [&str; 2]) -> Outcome<()> {
        self.press(&format!("Add {kind} peering")).await?;
        // A new peering has the keyboard in its first field, and a second one has fields of the same names.
        let fields =
            [("Peer ASN", asn), ("VLAN", vlan), ("Primary subnet", subnets[0]), ("Secondary subnet", subnets[1])];
        for (field, text) in fields {
            self.go_to(field).await?;
            self.replace_with(text).await?;
        }
        Ok(())
    }

    /// Connects a circuit to a workload, and leaves the form of the connection open.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn connect(&self, circuit: &str, workload: &str) -> Outcome<()> {
        self.press("Add a connection").await?;
        self.set("Circuit", circuit).await?;
        self.set("Workload", workload).await
    }

    /// Links two circuits by Global Reach over a subnet.
    ///
    /// # Errors
    /// When the link does not come.
    pub async fn link(&self, from: &str, to: &str, subnet: &str) -> Outcome<()> {
        self.set("Link from", from).await?;
        self.set("Link to", to).await?;
        self.press("Link").await?;
        self.open(&format!("{from} to {to}")).await?;
        self.set("IPv4 subnet, /29", subnet).await
    }

    /// Opens the form of the part whose row begins with these words; closes it when it is open.
    ///
    /// # Errors
    /// When there is no such row.
    pub async fn open(&self, words: &str) -> Outcome<()> {
        let begins = |row: &str| {
            let rest = row.strip_prefix(words);
            rest.is_some_and(|it| !it.is_empty() && !it.starts_with(char::is_alphanumeric))
        };
        match self.hand {
            Hand::Mouse => {
                let rows = self.atlas.page.names("button").await?;
                let row = rows.iter().find(|it| begins(it));
                let row = row.ok_or_else(|| format!("no row begins with {words:?}: {rows:?}"))?;
                self.atlas.page.click("button", row).await?;
            }
            Hand::Keyboard => {
                self.tab_until(words, begins).await?;
                self.atlas.page.press(&[key::ENTER]).await?;
            }
        }
        self.atlas.drawn().await
    }

    /// Presses a button.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press(&self, button: &str) -> Outcome<()> {
        match self.hand {
            Hand::Mouse => self.atlas.page.click("button", button).await?,
            Hand::Keyboard => {
                self.go_to(button).await?;
                self.atlas.page.press(&[key::ENTER]).await?;
            }
        }
        self.atlas.drawn().await
    }

    /// Takes back the last steps.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn undo(&self, steps: usize) -> Outcome<()> {
        for _ in 0..steps {
            self.press("Undo").await?;
        }
        Ok(())
    }

    /// Writes into a field, or chooses an option by its first letters.
    ///
    /// # Errors
    /// When there is no such field or option.
    pub async fn set(&self, field: &str, words: &str) -> Outcome<()> {
        match self.hand {
            Hand::Keyboard => self.go_to(field).await?,
            Hand::Mouse => self.point_to(field).await?,
        }
        let tag = self.atlas.page.script("return document.activeElement.tagName;", Vec::new()).await?;
        if tag == json!("SELECT") {
            self.atlas.choose_in_focus(field, words).await
        } else {
            self.replace_with(words).await
        }
    }

    // A click opens a select's list, which is the system's and not the page's: the mouse only leads to it.
    async fn point_to(&self, field: &str) -> Outcome<()> {
        let page = &self.atlas.page;
        let list = page.names("combobox").await?.iter().any(|it| it == field);
        let element = page.find(if list { "combobox" } else { "textbox" }, field).await?;
        let reached = if list { element.focus().await } else { element.click().await };
        reached.map_err(|error| format!("cannot get to {field:?}: {error}"))
    }

    async fn replace_with(&self, text: &str) -> Outcome<()> {
        self.atlas.page.press(&[key::CONTROL, 'a']).await?;
        self.atlas.page.type_text(text).await?;
        self.atlas.page.press(&[key::ENTER]).await?;
        self.atlas.drawn().await
    }

    async fn go_to(&self, name: &str) -> Outcome<()> {
        self.tab_until(name, |it| it == name).await
    }

    async fn tab_until(&self, name: &str, is_it: impl Fn(&str) -> bool) -> Outcome<()> {
        const MOST: usize = 120;
        let keys: &[char] = if lies_before(&self.atlas, &is_it).await? { &[key::SHIFT, key::TAB] } else { &[key::TAB] };
        let mut passed = Vec::new();
        for _ in 0..MOST {
            let focused = tidy(&self.atlas.page.focused().await?);
            if is_it(&focused) {
                return Ok(());
            }
            passed.push(focused);
            self.atlas.page.press(keys).await?;
        }
        passed.truncate(80);
        let picture = self.atlas.page.picture_of_failure().await;
        Err(format!("Tab does not lead to {name:?}, but to {passed:?} (picture: {picture})"))
    }

    /// Waits until a finding is listed: its part and its code, such as `Circuit c1 local_metered`.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn found(&self, finding: &str) -> Outcome<()> {
        let there = async || Ok((self.atlas.page.count("button", finding).await? > 0).then_some(()));
        self.told_with_findings(self.atlas.page.until(&format!("{finding} is found"), there).await).await
    }

    /// Waits until a finding is no longer listed.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, finding: &str) -> Outcome<()> {
        let gone = async || Ok((self.atlas.page.count("button", finding).await? == 0).then_some(()));
        self.told_with_findings(self.atlas.page.until(&format!("{finding} is gone"), gone).await).await
    }

    /// Waits until these codes and no others are listed, worst first.
    ///
    /// # Errors
    /// When others are.
    pub async fn left(&self, codes: &[&str]) -> Outcome<()> {
        let same = async || Ok((self.atlas.findings().await? == codes).then_some(()));
        self.told_with_findings(self.atlas.page.until(&format!("the findings are {codes:?}"), same).await).await
    }

    async fn told_with_findings(&self, outcome: Outcome<()>) -> Outcome<()> {
        match outcome {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; found is: {}", self.atlas.page.text_of("region", "Findings").await?)),
        }
    }

    /// Waits until the cell of a site and a workload in the coverage matrix says all of these words.
    ///
    /// # Errors
    /// When it does not.
    pub async fn covered(&self, site: &str, workload: &str, words: &[&str]) -> Outcome<()> {
        let body = "const [site, workload] = arguments;
            const table = document.querySelector('table.matrix');
            const column = [...(table?.tHead.rows[0].cells ?? [])].findIndex((it) => it.innerText.trim() === workload);
            const row = [...(table?.tBodies[0].rows ?? [])].find((it) => it.cells[0].innerText.trim() === site);
            return row?.cells[column]?.innerText.replace(/\\s+/g, ' ') ?? 'no such cell';";
        let cell = async || self.atlas.page.script(body, vec![json!(site), json!(workload)]).await;
        let says = async || {
            let text = cell().await?;
            Ok(words.iter().all(|it| text.as_str().unwrap_or_default().contains(it)).then_some(()))
        };
        match self.atlas.page.until(&format!("{site} to {workload} says {words:?}"), says).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it says {}", cell().await?)),
        }
    }

    /// Saves the plan and holds the file against a plan of tests/fixtures/plans: as JSON, and then byte by byte.
    ///
    /// # Errors
    /// When they differ.
    pub async fn saves_as(&self, fixture: &str) -> Outcome<()> {
        let file = format!("{}.json", self.name.replace(',', "").replace(' ', "-").to_lowercase());
        let text = self.atlas.save_plan(&file).await?;
        let path = project().join("tests/fixtures/plans").join(fixture);
        let wanted = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("{error} in {text}"));
        let (plan, expected) = (read(&text)?, read(&wanted)?);
        if plan != expected {
            return Err(format!("the plan is {plan:#}\nand {fixture} is {expected:#}"));
        }
        if text == wanted { Ok(()) } else { Err(format!("the same plan as {fixture} in other bytes: {text}")) }
    }
}

/// Whether what is looked for stands only before what has the keyboard: a person sees that, and goes back to it.
///
/// # Errors
/// When the browser does not answer.
pub async fn lies_before(atlas: &Atlas, is_it: impl Fn(&str) -> bool) -> Outcome<bool> {
    let body = "const name = (it) => it.getAttribute('aria-label') || it.labels?.[0]?.innerText || it.innerText || '';
        const stops = [...document.querySelectorAll('a[href], button, input, select, summary, textarea, [tabindex]')]
            .filter((it) => it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }));
        const here = document.activeElement;
        const before = stops.filter((it) => here.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING);
        return [here === document.body ? -1 : before.length, stops.map(name)];";
    let stops = atlas.page.script(body, Vec::new()).await?;
    let Some(here) = stops[0].as_u64() else { return Ok(false) };
    let names = stops[1].as_array().into_iter().flatten().filter_map(Value::as_str);
    let places: Vec<u64> = (0..).zip(names).filter(|(_, it)| is_it(&tidy(it))).map(|(at, _)| at).collect();
    Ok(!places.is_empty() && places.iter().all(|it| *it < here))
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

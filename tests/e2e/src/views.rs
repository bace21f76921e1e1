//! Every state of the page that has controls of its own, in one table: what holds for everyone is held against all of
//! them. They are reached by address, selector and key, so that they are the same in every language.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;
use crate::site::project;

/// What is done after the address is open.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Waits until an element of this selector shows.
    Wait(&'static str),
    /// Presses the first visible element of this selector, once it shows.
    Press(&'static str),
    /// Opens every group of the answer.
    Unfold,
    /// Gives the focus to the first element of this selector.
    Focus(&'static str),
    /// Types into what has the focus.
    Type(&'static str),
    /// Presses a key.
    Key(char),
    /// Opens a plan of tests/fixtures/plans in the planner.
    Plan(&'static str),
}

/// A state of the page.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// What it is called in a failure.
    pub name: &'static str,
    /// What follows the page's address.
    pub address: &'static str,
    /// How one comes there from the address.
    pub steps: &'static [Step],
}

use Step::{Focus, Key, Plan, Press, Type, Unfold, Wait};

const ANSWER: Step = Wait("#answer h2");
const PLANNER: Step = Wait(".plan-name");
const TWO_SITES: Step = Plan("two-sites-one-region.json");

/// Every state.
#[rustfmt::skip]
pub const VIEWS: [View; 40] = [
    view("start", "", &[]),
    view("ring of the keyboard", "", &[Focus(".map"), Key(key::DOWN)]),
    view("globe", "#projection=globe&at=amsterdam", &[]),
    view("location", "#at=amsterdam&sku=standard", &[Unfold, Press(".row-line")]),
    view("conflict", "#at=vienna&sku=local", &[Unfold]),
    view("global reach", "#at=silicon-valley&sku=standard&global-reach=on", &[Unfold, Press(".row-line")]),
    view("no global reach", "#at=amsterdam&sku=local&global-reach=on", &[]),
    view("empty search", "", &[Focus(".search input"), Wait("#found [role=option]")]),
    view("search", "", &[Focus(".search input"), Wait("#found [role=option]"), Type("frank"), Key(key::DOWN)]),
    view("nothing found", "", &[Focus(".search input"), Wait("#found [role=option]"), Type("xqzwv"), Wait(".found-note:not(:empty)")]),
    view("card of a location", "#find=location:brussels", &[ANSWER, Unfold]),
    view("card of a region", "#find=region:uksouth", &[ANSWER, Unfold]),
    view("card of a provider", "#find=provider:equinix", &[ANSWER]),
    view("card of a facility", "#find=facility:equinix-am5", &[ANSWER]),
    view("card of a country", "#find=country:NL", &[ANSWER]),
    view("card of an area", "#find=area:europe", &[ANSWER]),
    view("unknown name", "#find=provider:equinx", &[ANSWER]),
    view("nearest", "#find=point:51.9200,4.4800;toward:uksouth,northeurope", &[ANSWER, Press("#answer .row-opens")]),
    view("nearest to a city", "#find=city:51.9225,4.4792&only=country:DE", &[ANSWER, Wait(".nearest .row")]),
    view("filters", "#find=filters&only=provider:equinix;direct:yes", &[ANSWER, Unfold]),
    view("regions", "#find=regions:uksouth,westeurope", &[ANSWER, Press("#answer .row-opens")]),
    view("wrong regions", "#find=regions:uksouth,usgovvirginia,atlantis", &[ANSWER, Press(".paste summary")]),
    view("matrix", "#find=matrix:amsterdam.standard,london.premium;regions:uksouth,eastus", &[ANSWER, Press(".matrix td")]),
    view("comparison", "#find=compare:amsterdam.standard,frankfurt.premium", &[ANSWER, Unfold]),
    view("table of the view", "#find=table", &[Wait("#table td")]),
    view("table of providers", "#find=table:providers", &[Wait("#table td"), Press(".table-foot summary")]),
    view("settings", "", &[Press(".menu-button"), Press("[name=settings]"), Wait("dialog select")]),
    view("keys", "", &[Press(".menu-button"), Press("[name=keys]"), Wait("dialog kbd")]),
    view("menu", "#at=amsterdam", &[Press(".menu-button")]),
    view("empty planner", "#page=planner", &[PLANNER]),
    view("plan", "#page=planner", &[PLANNER, TWO_SITES]),
    view("form of a circuit", "#page=planner", &[PLANNER, TWO_SITES, Press(".plan-part:nth-of-type(4) .part-line, .part-line")]),
    view("cell of the coverage", "#page=planner", &[PLANNER, TWO_SITES, Press("#tab-plan-coverage"), Press(".matrix td"), Wait(".ways")]),
    view("mesh", "#page=planner", &[PLANNER, Plan("global-reach-mesh-of-four.json"), Press("#tab-plan-reach")]),
    view("findings", "#page=planner", &[PLANNER, TWO_SITES, Press("#tab-plan-findings"), Wait(".finding")]),
    view("plans", "#page=planner", &[PLANNER, TWO_SITES, Press(".plan-files [aria-haspopup=dialog]"), Wait(".plans[open]")]),
    view("snapshots", "#page=planner", &[PLANNER, Press(".plan-files [aria-haspopup=dialog]"), Press("#plans-snapshots")]),
    view("comparison of plans", "#page=planner", &[PLANNER, TWO_SITES, Press(".plan-files [aria-haspopup=dialog]"), Press("#plans-compare")]),
    view("templates", "#page=planner", &[PLANNER, Press(".plan-files [aria-haspopup=dialog]"), Press("#plans-templates")]),
    view("import of sites", "#page=planner", &[PLANNER, Press(".bring-sites button + button"), Wait(".import[open]")]),
];

const fn view(name: &'static str, address: &'static str, steps: &'static [Step]) -> View {
    View { name, address, steps }
}

/// All but the theme, which is of how a person comes and not of where.
const FORGET: &str = "const theme = localStorage.getItem('atlas-theme');
    localStorage.clear();
    if (theme) localStorage.setItem('atlas-theme', theme);";

/// The first visible element of a selector. What a screen of this width does not have is not waited for: a menu's button,
/// and the tabs of panes that stand beside each other.
const SEEN: &str = "const [selector] = arguments;
    const all = [...document.querySelectorAll(selector)];
    const seen = all.find((it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length);";

impl View {
    /// Comes to this state from a page that is loaded anew and keeps nothing.
    ///
    /// # Errors
    /// When the page does not come into the state.
    pub async fn come(&self, atlas: &Atlas) -> Outcome<()> {
        let told = |error| format!("{}: {error}", self.name);
        atlas.page.script(FORGET, Vec::new()).await.map_err(told)?;
        // Not the fragment alone: a dialog or a menu would stay.
        atlas.page.go(&format!("?{}{}", self.name.replace(' ', "-"), self.address)).await.map_err(told)?;
        atlas.page.started().await.map_err(told)?;
        for step in self.steps {
            step.take(atlas).await.map_err(told)?;
        }
        atlas.drawn().await.map_err(told)
    }
}

impl Step {
    async fn take(self, atlas: &Atlas) -> Outcome<()> {
        let page = &atlas.page;
        match self {
            Wait(selector) => see(atlas, selector, "").await,
            Press(".menu-button" | "#tab-plan-coverage" | "#tab-plan-reach" | "#tab-plan-findings") => {
                self.press_if_there(atlas).await
            }
            Press(selector) => see(atlas, selector, "seen?.click();").await,
            Unfold => {
                let body =
                    "document.querySelectorAll('details.group:not([open]) > summary').forEach((it) => it.click());";
                page.script(body, Vec::new()).await.map(|_| ())
            }
            Focus(selector) => see(atlas, selector, "seen?.focus();").await,
            Type(text) => page.type_text(text).await,
            Key(key) => page.press(&[key]).await,
            Plan(file) => open_plan(atlas, file).await,
        }
    }

    async fn press_if_there(self, atlas: &Atlas) -> Outcome<()> {
        let Press(selector) = self else { return Ok(()) };
        let body = format!("{SEEN} seen?.click();");
        atlas.page.script(&body, vec![json!(selector)]).await.map(|_| ())
    }
}

/// Opens a plan by the planner's field for files. While the planner still reads what it kept, it replaces the field: that is
/// waited for, and what the old one was given is given once more.
async fn open_plan(atlas: &Atlas, file: &str) -> Outcome<()> {
    see(atlas, ".plan-files .act", "").await?;
    let path = project().join("tests/fixtures/plans").join(file).display().to_string();
    let mut outcome = Err(String::new());
    for _ in 0..10 {
        let field = atlas.page.driver.session.find(thirtyfour::By::Css(".plan-files [type=file]")).await;
        outcome = match field {
            Ok(field) => field.send_keys(&path).await.map_err(|error| format!("the page takes no file: {error}")),
            Err(error) => Err(format!("no field takes a plan: {error}")),
        };
        let mut left = 40;
        if outcome.is_err() {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        while outcome.is_ok() && left > 0 {
            if atlas.page.script("return Boolean(document.querySelector('.part-line'));", Vec::new()).await? == true {
                return see(atlas, ".part-line", "").await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            left -= 1;
        }
        atlas.drawn().await?;
    }
    outcome.and_then(|()| Err(format!("the planner does not open {file}")))
}

/// Waits for an element that shows, and does something with it.
async fn see(atlas: &Atlas, selector: &str, deed: &str) -> Outcome<()> {
    let body = format!("{SEEN} {deed} return Boolean(seen);");
    let seen = async || {
        let there = atlas.page.script(&body, vec![json!(selector)]).await?;
        Ok((there == Value::Bool(true)).then_some(()))
    };
    atlas.page.until(&format!("{selector} shows"), seen).await
}

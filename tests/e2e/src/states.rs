//! The states of the page that pictures are taken of, in one table: a new picture is a new line.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::atlas::Atlas;
use crate::page::PATIENCE;
use crate::picture::Picture;
use crate::site::project;
use crate::taste::{Scheme, Taste};

/// What a person does before the picture is taken.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Nothing: the address says it all.
    Look,
    /// Holds the mouse over a location.
    Hover(&'static str),
    /// Opens a plan file of the project in the planner.
    OpenPlan(&'static str),
}

/// A state of the page.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The name of its picture.
    pub name: &'static str,
    /// What follows the page's address.
    pub address: &'static str,
    /// Width and height in CSS pixels.
    pub size: (u32, u32),
    /// What is done there.
    pub deed: Deed,
    /// In which colors its picture is kept and held against the page, if it is.
    pub reviewed: Option<Scheme>,
}

const LARGE: (u32, u32) = (1440, 900);
const NARROW: (u32, u32) = (1024, 768);
/// A screen of this size is one for fingers.
const PHONE: (u32, u32) = (390, 844);

const PLAN: &str = "tests/fixtures/plans/two-sites-one-region.json";

/// Every state.
#[rustfmt::skip]
pub const STATES: [State; 12] = [
    state("world", "", LARGE, Deed::Look, Some(Scheme::Dark)),
    state("globe", "#projection=globe", LARGE, Deed::Look, None),
    state("amsterdam-local", "#at=amsterdam&sku=local", LARGE, Deed::Look, None),
    state("amsterdam-standard", "#at=amsterdam&sku=standard", LARGE, Deed::Look, Some(Scheme::Dark)),
    state("amsterdam-premium", "#at=amsterdam&sku=premium", LARGE, Deed::Look, Some(Scheme::Light)),
    state("global-reach", "#at=silicon-valley&sku=standard&global-reach=on", LARGE, Deed::Look, Some(Scheme::Light)),
    state("europe", "#view=50.5,6,2600", LARGE, Deed::Look, Some(Scheme::Dark)),
    state("us-east", "#view=39.5,-77,2600", LARGE, Deed::Look, None),
    state("hover", "#view=50,10,900", LARGE, Deed::Hover("amsterdam"), None),
    state("plan", "#page=planner", LARGE, Deed::OpenPlan(PLAN), None),
    state("phone", "#at=amsterdam&sku=standard", PHONE, Deed::Look, Some(Scheme::Light)),
    state("narrow", "#at=amsterdam&sku=standard", NARROW, Deed::Look, None),
];

const fn state(
    name: &'static str,
    address: &'static str,
    size: (u32, u32),
    deed: Deed,
    reviewed: Option<Scheme>,
) -> State {
    State { name, address, size, deed, reviewed }
}

impl State {
    /// Opens the page in this state, without movement and with one pixel of the screen for a CSS pixel.
    ///
    /// # Errors
    /// When the page does not come into the state.
    pub async fn open(&self, scheme: Scheme) -> Outcome<Atlas> {
        let touch = self.size == PHONE;
        let taste = Taste { viewport: self.size, scheme, reduced_motion: true, touch, ..Taste::default() };
        let atlas = Atlas::open_as(self.address, taste).await?;
        match self.deed {
            Deed::Look => {}
            Deed::Hover(slug) => {
                let (x, y) = atlas.point_of(slug).await?;
                atlas.page.move_to(x, y).await?;
            }
            Deed::OpenPlan(file) => {
                atlas.open_plan(&project().join(file)).await?;
                let there = async || Ok((!atlas.circuits().await?.is_empty()).then_some(()));
                atlas.page.until("the plan has circuits", there).await?;
            }
        }
        Ok(atlas)
    }

    /// Where the reviewed picture of this state is kept, if it is one.
    pub fn reviewed_file(&self) -> Option<PathBuf> {
        let file = format!("tests/e2e/pictures/{}.png", self.file_name(self.reviewed?));
        Some(project().join(file))
    }

    /// The name of a picture of this state, without the ending.
    pub fn file_name(&self, scheme: Scheme) -> String {
        let colors = match scheme {
            Scheme::Dark => "dark",
            Scheme::Light => "light",
        };
        format!("{}-{colors}", self.name)
    }
}

/// The page once it no longer changes: what it loads after its first draw has come, and every transition has ended.
///
/// # Errors
/// When it still changes after a while.
pub async fn picture_at_rest(atlas: &Atlas) -> Outcome<Picture> {
    const PAUSE: Duration = Duration::from_millis(150);
    const SAME_IN_A_ROW: usize = 3;
    let start = Instant::now();
    let (mut last, mut same) = (Vec::new(), 0);
    while start.elapsed() < PATIENCE {
        let taken = atlas.page.driver.session.screenshot_as_png().await;
        let taken = taken.map_err(|error| format!("cannot take a picture: {error}"))?;
        same = if taken == last { same + 1 } else { 0 };
        if same == SAME_IN_A_ROW {
            return Picture::from_png(&taken);
        }
        last = taken;
        tokio::time::sleep(PAUSE).await;
    }
    Err(format!("the page still changes after {} s", PATIENCE.as_secs()))
}

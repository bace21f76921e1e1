//! What can be asked without a name: offered under the empty search box.

use crate::address;
use crate::answer::compare;
use crate::data::Data;
use crate::question::{About, Question};
use crate::several::End;
use reach::link::LinkEnd;
use reach::sku::Sku;
use words::say;

/// Something to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// What is nearest to where the device is.
    Here,
    /// Which locations reach several regions.
    Regions,
    /// Locations against regions.
    Matrix,
    /// Two circuits side by side.
    Compare,
}

impl Start {
    /// All of them, in the order of the list.
    pub const ALL: [Start; 4] = [Start::Here, Start::Regions, Start::Matrix, Start::Compare];

    /// What it is called, and what is told of it.
    pub fn words(self) -> [String; 2] {
        let [name, told] = match self {
            Start::Here => [say("Nearest to where I am"), say("asks the browser")],
            Start::Regions => [say("Reach several regions"), say("which locations, which SKU")],
            Start::Matrix => [say("Locations against regions"), say("a table of verdicts")],
            Start::Compare => [say("Compare two circuits"), say("two locations or two SKUs")],
        };
        [name.into_owned(), told.into_owned()]
    }

    /// The question; it begins with the location that is chosen on the map. None for what the browser is asked first.
    pub fn question(self, data: &Data) -> Option<Question> {
        let chosen = chosen(data);
        match self {
            Start::Here => None,
            Start::Regions => Some(Question::about(About::Regions(Vec::new()))),
            Start::Matrix => {
                let end = |it: LinkEnd| End { location: data.catalog.location(it.location).slug.clone(), sku: it.sku };
                Some(Question::about(About::Matrix(chosen.map(end).into_iter().collect())))
            }
            Start::Compare => Some(match chosen {
                Some(end) => compare::beside_other_sku(data, end),
                None => Question::about(About::Compare(Vec::new())),
            }),
        }
    }
}

/// The circuit that the page shows, of the chosen location and SKU.
fn chosen(data: &Data) -> Option<LinkEnd> {
    let location = address::part("at").and_then(|slug| data.catalog.location_by_slug(&slug))?;
    let sku = address::part("sku").and_then(|it| it.parse().ok()).unwrap_or(Sku::Standard);
    Some(LinkEnd { location, sku })
}

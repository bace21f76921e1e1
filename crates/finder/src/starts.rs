//! What can be asked without a name: offered under the empty search box.

use crate::address;
use crate::answer::compare;
use crate::data::Data;
use crate::dom::{El, el};
use crate::glyph;
use crate::list::option_id;
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

    fn words(self) -> [String; 2] {
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

/// The list of them, as a group of options.
pub fn group() -> El {
    let head = el("div").class("found-kind").attr("id", "found-starts").attr("role", "presentation").text(&say("Ask"));
    let option = |(at, start): (usize, &Start)| {
        let [name, told] = start.words();
        el("div")
            .attr("role", "option")
            .attr("id", &option_id(at))
            .attr("data-at", &at.to_string())
            .attr("aria-selected", "false")
            .child(glyph::start(*start))
            .child(el("span").class("found-name").text(&name))
            .child(el("span").class("found-told").text(&told))
    };
    let group = el("div").attr("role", "group").attr("aria-labelledby", "found-starts").child(head);
    group.children(Start::ALL.iter().enumerate().map(option))
}

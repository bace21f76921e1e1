//! Small pictures of the kinds of things, in the shapes that the map draws.

use crate::dom::{El, svg_el};
use crate::starts::Start;
use find::item::Found;
use reach::catalog::Catalog;
use reach::reachable::Answer;
use reach::sku::{Cloud, Sku};
use scene::scene::{Inside, answer_look};

const DISC: &str = "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z";
const METRO: &str =
    "M3.5 4.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM10.5 4.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM3.5 6h7v2h-7z";
const SQUARE: &str = "M2.5 2.5h9v9h-9z";
// Holes are cut out by the even-odd rule.
const HOLE: &str = "M2.5 2.5h9v9h-9zM7 4.9a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2z";
const FRAME: &str = "M2.5 2.5h9v9h-9zM4 4v6h6V4zM5 5h4v4H5z";
const DIAMOND: &str = "M7 1.8L12.2 7L7 12.2L1.8 7z";
const UP: &str = "M7 2l5 9.5H2z";
const DOWN: &str = "M7 12l5-9.5H2z";
const TOWER: &str = "M3.5 12.5v-10h7v10zM6 5h2M6 7.5h2M6 10h2";
const LAND: &str = "M2 4.5l4-2l6 1.5v6l-5 2.5l-5-3z";
const LINES: &str = "M2.5 3.5h9M2.5 7h9M2.5 10.5h9";
const FLAG: &str = "M3.5 12.5v-10M3.5 3h7.5l-2 2.5l2 2.5H3.5";

/// How a small picture looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    ink: &'static str,
    filled: bool,
    path: &'static str,
}

impl Look {
    /// That of a kind.
    pub fn of(catalog: &Catalog, found: Found) -> Look {
        let cloud = |cloud: Cloud, public| match cloud {
            Cloud::Public => public,
            Cloud::UsGov => UP,
            Cloud::China => DOWN,
        };
        match found {
            Found::Location(id) => {
                let row = catalog.location(id);
                filled("text", if row.metro { METRO } else { cloud(row.cloud, DISC) })
            }
            Found::Region(_) => filled("region-idle", SQUARE),
            Found::Facility(_) => lined(TOWER),
            Found::GeopoliticalRegion(_) => lined(LAND),
            Found::Provider(_) => lined(LINES),
            Found::Country(_) => lined(FLAG),
            Found::City(_) | Found::Coordinates(_) => lined(DIAMOND),
        }
    }

    /// That of something to ask.
    pub fn of_start(start: Start) -> Look {
        lined(match start {
            Start::Here => "M7 1.5v2.5M7 10v2.5M1.5 7h2.5M10 7h2.5M7 4a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
            Start::Regions => "M2 5h4v4H2zM9 2h3v3H9zM9 9h3v3H9zM6 6.5l3-2.500M6 7.500l3 2.500",
            Start::Matrix => "M2 2.5h10v9H2zM2 5.500h10M2 8.500h10M5.500 2.5v9",
            Start::Compare => "M2 2.5h4v9H2zM8 2.5h4v9H8z",
        })
    }

    /// The picture.
    pub fn picture(self) -> El {
        let path = svg_el("path").attr("d", self.path);
        picture(self.ink, if self.filled { path.class("filled") } else { path })
    }
}

/// The picture of a kind.
pub fn glyph(catalog: &Catalog, found: Found) -> El {
    Look::of(catalog, found).picture()
}

/// A location that a SKU reaches from, or a region that it reaches: the mark in the color of the SKU.
pub fn reached(catalog: &Catalog, found: Found, sku: Sku) -> El {
    let shape = match (found, sku) {
        (Found::Region(_), Sku::Local) => HOLE,
        (Found::Region(_), Sku::Standard) => SQUARE,
        (Found::Region(_), Sku::Premium) => FRAME,
        (Found::Location(id), _) if catalog.location(id).metro => METRO,
        (_, _) => DISC,
    };
    filled(sku.as_str(), shape).picture()
}

/// The mark of a region as an answer has it: color by the smallest SKU, filled where it is reached, hatched or half filled
/// in doubt.
pub fn answered(answer: &Answer) -> El {
    let (inside, ink) = answer_look(answer);
    let (filled, lined) = match inside {
        Inside::Solid => (SQUARE, ""),
        Inside::Hole => (HOLE, ""),
        Inside::Frame => (FRAME, ""),
        Inside::Hollow | Inside::Dotted => ("", SQUARE),
        Inside::Hatch => ("", "M2.5 2.5h9v9h-9zM2.5 7l4.5-4.5M2.5 11.5l9-9M7 11.5l4.5-4.5"),
        Inside::Half => ("M2.5 2.5l9 9h-9z", SQUARE),
    };
    let lined = svg_el("path").attr("d", lined);
    picture(ink.name(), svg_el("path").class("filled").attr("d", filled)).child(lined)
}

fn filled(ink: &'static str, path: &'static str) -> Look {
    Look { ink, filled: true, path }
}

fn lined(path: &'static str) -> Look {
    Look { ink: "other", filled: false, path }
}

fn picture(ink: &str, path: El) -> El {
    let picture = svg_el("svg").class(&["glyph ink-", ink].concat());
    picture.attr("viewBox", "0 0 14 14").attr("aria-hidden", "true").child(path)
}

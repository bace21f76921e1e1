//! The map's marks as small pictures in rows and in the legend.

use crate::components::dom::{El, svg_el};
use reach::link::LinkVerdict;
use scene::scene::{Glyph as Mark, Inside, Outline};
use scene::theme::Ink;

/// A mark as it stands on the map, 14 CSS pixels wide, in this color.
pub fn glyph(mark: Mark, ink: Ink) -> El {
    let (filled, lined) = shapes(mark);
    let dotted = matches!(mark, Mark::Square { inside: Inside::Dotted, .. });
    let color = ["glyph ink-", ink.name()].concat();
    let picture = svg_el("svg").class(&color).attr("viewBox", "0 0 14 14").attr("aria-hidden", "true");
    let filled = svg_el("path").class("filled").attr("d", filled);
    let lined = svg_el("path").class(if dotted { "dotted" } else { "" }).attr("d", lined);
    picture.child(filled).child(lined)
}

/// The mark of a location that may be linked to.
pub fn link_mark(verdict: LinkVerdict) -> (Mark, Ink) {
    match verdict {
        LinkVerdict::Linkable => (Mark::Disc, Ink::Reach),
        LinkVerdict::NeedsPremium => (Mark::Circle, Ink::Reach),
        LinkVerdict::NotDocumented => (Mark::HalfDisc, Ink::Caution),
        LinkVerdict::NotLinkable => (Mark::Struck, Ink::Other),
    }
}

/// What is filled and what is only a line, as SVG paths.
fn shapes(mark: Mark) -> (&'static str, &'static str) {
    const DISC: &str = "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z";
    match mark {
        Mark::Disc => (DISC, ""),
        Mark::Circle => ("", DISC),
        Mark::Struck => ("", "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM2.5 11.5l9-9"),
        Mark::HalfDisc => ("M7 2.5a4.5 4.5 0 1 0 0 9z", DISC),
        Mark::TriangleUp => ("M7 2l5 9.5H2z", ""),
        Mark::TriangleDown => ("M7 12l5-9.5H2z", ""),
        Mark::Square { inside, outline } => square(inside, outline),
    }
}

fn square(inside: Inside, outline: Outline) -> (&'static str, &'static str) {
    const PLAIN: &str = "M2.5 2.5h9v9h-9z";
    const CUT: &str = "M2.5 2.5h5l4 4v5h-9z";
    const UP: &str = "M2.5 4l4.5-3l4.5 3v7.5h-9z";
    const DOWN: &str = "M2.5 2.5h9v7.5l-4.5 3l-4.5-3z";
    let whole = match outline {
        Outline::Plain => PLAIN,
        Outline::Cut => CUT,
        Outline::PointUp => UP,
        Outline::PointDown => DOWN,
    };
    match inside {
        Inside::Solid => (whole, ""),
        // Holes are cut out by the even-odd rule.
        Inside::Hole => ("M2.5 2.5h9v9h-9zM7 4.9a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2z", ""),
        Inside::Frame => ("M2.5 2.5h9v9h-9zM4 4v6h6V4zM5 5h4v4H5z", ""),
        Inside::Hollow | Inside::Dotted => ("", whole),
        Inside::Hatch => ("", "M2.5 2.5h9v9h-9zM2.5 7l4.5-4.5M2.5 11.5l9-9M7 11.5l4.5-4.5"),
        Inside::Half => ("M2.5 2.5l9 9h-9z", whole),
    }
}

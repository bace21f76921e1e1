//! The list of what was found: groups by kind, the kind of the best hit first.

use crate::data::Data;
use crate::dom::{El, el};
use crate::glyph::glyph;
use find::index::Hit;
use find::item::Found;
use find::mark::marked;
use find::query::Query;
use find::shown::Shown;

/// Hits that are looked at, and what of them is shown: of one kind, and in all.
pub const LOOKED_AT: usize = 80;
const OF_A_KIND: usize = 5;
const IN_ALL: usize = 12;

/// The hits that are shown, group by group.
pub fn grouped(hits: &[Hit]) -> Vec<Vec<Found>> {
    let mut groups: Vec<Vec<Found>> = Vec::new();
    let mut count = 0;
    for hit in hits {
        let place = groups.iter().position(|it| it.first().is_some_and(|it| it.rank() == hit.found.rank()));
        let group = match place.and_then(|at| groups.get_mut(at)) {
            Some(group) => group,
            None => groups.push_mut(Vec::new()),
        };
        if group.len() < OF_A_KIND && count < IN_ALL {
            group.push(hit.found);
            count += 1;
        }
    }
    groups.retain(|it| !it.is_empty());
    groups
}

/// The id of the option at a place.
pub fn option_id(at: usize) -> String {
    format!("found-{at}")
}

/// The groups as elements, with the options numbered through.
pub fn groups(data: &Data, groups: &[Vec<Found>], query: &Query, active: usize) -> Vec<El> {
    let mut at = 0;
    let mut made = Vec::new();
    for group in groups {
        let Some(first) = group.first() else { continue };
        let head = format!("found-kind-{}", first.rank());
        let name = el("div").class("found-kind").attr("id", &head).attr("role", "presentation");
        let mut group_el = el("div").attr("role", "group").attr("aria-labelledby", &head);
        group_el = group_el.child(name.text(&words::say(Shown::kinds(*first))));
        for found in group {
            group_el = group_el.child(option(data, *found, query, at, at == active));
            at += 1;
        }
        made.push(group_el);
    }
    made
}

fn option(data: &Data, found: Found, query: &Query, at: usize, active: bool) -> El {
    let shown = data.shown();
    let name = shown.name(found);
    let strong = |label: El, (part, strong): (&str, bool)| {
        if strong { label.child(el("b").text(part)) } else { label.text(part) }
    };
    let label = marked(&name, query).into_iter().fold(el("span").class("found-name"), strong);
    let place = match found {
        Found::Provider(_) | Found::Country(_) | Found::GeopoliticalRegion(_) | Found::Coordinates(_) => String::new(),
        Found::Location(_) | Found::Facility(_) | Found::Region(_) | Found::City(_) => shown.place(found),
    };
    let told = match place.is_empty() {
        true => words::said(shown.kind(found)),
        false => words::say_with("{kind}, {place}", &[("kind", &words::say(shown.kind(found))), ("place", &place)]),
    };
    el("div")
        .attr("role", "option")
        .attr("id", &option_id(at))
        .attr("data-at", &at.to_string())
        .attr("aria-selected", if active { "true" } else { "false" })
        .child(glyph(data.catalog, found))
        .child(label)
        .child(el("span").class("found-told").text(&told))
}

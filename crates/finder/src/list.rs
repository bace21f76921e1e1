//! What the list under the search box says: groups by kind, the kind of the best hit first. Its elements: listbox.rs.

use crate::data::Data;
use crate::glyph::Look;
use crate::starts::Start;
use find::item::Found;
use find::mark::marked;
use find::query::Query;
use find::shown::Shown;
use words::say;

/// Hits that are looked at, and what of them is shown: of one kind, and in all.
pub const LOOKED_AT: usize = 80;
const OF_A_KIND: usize = 5;
const IN_ALL: usize = 12;
/// The kind of what can be asked, beside those of what is found ([`Found::rank`]).
const ASK: u8 = u8::MAX;

/// What an option stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// Something to ask without a name.
    Start(Start),
    /// Something that was found.
    Found(Found),
}

/// An option: what it stands for, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it stands for.
    pub choice: Choice,
    /// Its picture.
    pub look: Look,
    /// Its name in parts, each with whether it is what was typed.
    pub name: Vec<(String, bool)>,
    /// What is told of it.
    pub told: String,
}

/// Options of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The number of the kind.
    pub kind: u8,
    /// What the kind is called.
    pub name: String,
    /// The options.
    pub entries: Vec<Entry>,
}

/// What can be asked without a name.
pub fn offered() -> Section {
    let entry = |start: Start| {
        let [name, told] = start.words();
        Entry { choice: Choice::Start(start), look: Look::of_start(start), name: vec![(name, false)], told }
    };
    Section { kind: ASK, name: say("Ask").into_owned(), entries: Start::ALL.map(entry).into() }
}

/// What is shown of all that was found, best first.
pub fn found(data: &Data, found: impl IntoIterator<Item = Found>, query: &Query) -> Vec<Section> {
    let section = |group: Vec<Found>| {
        let first = group.first()?;
        let entries = group.iter().map(|it| entry(data, *it, query)).collect();
        Some(Section { kind: first.rank(), name: say(Shown::kinds(*first)).into_owned(), entries })
    };
    grouped(found).into_iter().filter_map(section).collect()
}

/// What is shown, group by group.
fn grouped(found: impl IntoIterator<Item = Found>) -> Vec<Vec<Found>> {
    let mut groups: Vec<Vec<Found>> = Vec::new();
    let mut count = 0;
    for hit in found {
        let place = groups.iter().position(|it| it.first().is_some_and(|it| it.rank() == hit.rank()));
        let group = match place.and_then(|at| groups.get_mut(at)) {
            Some(group) => group,
            None => groups.push_mut(Vec::new()),
        };
        if group.len() < OF_A_KIND && count < IN_ALL {
            group.push(hit);
            count += 1;
        }
    }
    groups.retain(|it| !it.is_empty());
    groups
}

fn entry(data: &Data, found: Found, query: &Query) -> Entry {
    let shown = data.shown();
    let name = marked(&shown.name(found), query).into_iter().map(|(part, strong)| (part.to_owned(), strong)).collect();
    let place = match found {
        Found::Provider(_) | Found::Country(_) | Found::GeopoliticalRegion(_) | Found::Coordinates(_) => String::new(),
        Found::Location(_) | Found::Facility(_) | Found::Region(_) | Found::City(_) => shown.place(found),
    };
    let told = match place.is_empty() {
        true => words::said(shown.kind(found)),
        false => words::say_with("{kind}, {place}", &[("kind", &say(shown.kind(found))), ("place", &place)]),
    };
    Entry { choice: Choice::Found(found), look: Look::of(data.catalog, found), name, told }
}

//! The facts of two circuits, each fact of one beside that of the other.

use crate::data::Data;
use reach::beside::Beside;
use reach::id::PeeringLocationId;
use reach::link::LinkEnd;
use words::{say, say_with};

/// A fact of both.
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its value for each.
    pub values: [String; 2],
}

/// All of them, counts first.
pub fn lines(data: &Data, ends: [LinkEnd; 2], found: &Beside) -> Vec<Line> {
    let catalog = data.catalog;
    let rows = ends.map(|it| catalog.location(it.location));
    let counted = |at: usize| {
        let reached = found.reached[at];
        let (sure, likely) = (words::number(reached.sure), words::number(reached.likely));
        match reached.likely {
            0 => sure,
            _ => say_with("{sure}, and {likely} likely", &[("sure", &sure), ("likely", &likely)]),
        }
    };
    let number = |it: u16| words::number(usize::from(it));
    let place = rows.map(|it| say_with(&catalog.geopolitical_region(it.geopolitical_region).name, &[]));
    let zone = rows.map(|it| it.pricing_zone.map_or_else(not_documented, |it| it.to_string()));
    [
        (say("Regions reached"), [counted(0), counted(1)]),
        (say("Only this one reaches"), [0, 1].map(|at| words::number(found.only[at].len()))),
        (say("Global Reach partners"), found.partners.map(words::number)),
        (say("Geopolitical region"), place),
        (say("Facility"), rows.map(|it| if it.facility.is_empty() { not_documented() } else { it.facility.clone() })),
        (say("Providers"), rows.map(|it| number(it.providers_available))),
        (say("Providers coming soon"), rows.map(|it| number(it.providers_coming))),
        (say("Pricing zone"), zone),
        (say("ExpressRoute Direct"), rows.map(|it| yes_or_no(it.direct))),
        (say("Local regions"), ends.map(|it| local(data, it.location))),
        (say("Metro"), ends.map(|it| metro(data, it.location))),
    ]
    .map(|(name, values)| Line { name: name.into_owned(), values })
    .into()
}

fn not_documented() -> String {
    say("not documented").into_owned()
}

fn yes_or_no(value: Option<bool>) -> String {
    let said = match value {
        Some(true) => say("yes"),
        Some(false) => say("no"),
        None => say("not documented"),
    };
    said.into_owned()
}

fn local(data: &Data, id: PeeringLocationId) -> String {
    match &data.catalog.location(id).local_regions {
        None => not_documented(),
        Some(column) if column.is_empty() => say("none").into_owned(),
        Some(column) => {
            let names: Vec<&str> = column.iter().map(|it| data.catalog.region(*it).name.as_str()).collect();
            names.join(", ")
        }
    }
}

fn metro(data: &Data, id: PeeringLocationId) -> String {
    let row = data.catalog.location(id);
    let ids = if row.metro { row.sites.as_slice() } else { data.catalog.metros_of(id) };
    let names: Vec<&str> = ids.iter().map(|it| data.catalog.location(*it).name.as_str()).collect();
    match (row.metro, names.is_empty()) {
        (_, true) => say("none").into_owned(),
        (true, false) => say_with("over {sites}", &[("sites", &names.join(", "))]),
        (false, false) => say_with("in {metros}", &[("metros", &names.join(", "))]),
    }
}

//! How facts read that several kinds of cards have.

use crate::card::{Fact, Section, Value, documents, own_documents};
use crate::data::Data;
use find::shown::written_point;
use reach::details::{Document, ReachPlaceRow};
use reach::geo::{DistanceBasis, LonLat};
use reach::id::{PeeringLocationId, RegionId};
use reach::sku::Cloud;
use reach::tables::AliasTarget;
use words::{say, say_with};

/// What no document says.
pub fn not_documented() -> String {
    say("not documented").into_owned()
}

/// A text, or that it is not documented.
pub fn or_not_documented(text: &str) -> String {
    if text.is_empty() { not_documented() } else { text.to_owned() }
}

/// Yes, no, or not documented.
pub fn yes_no(value: Option<bool>) -> String {
    match value {
        Some(true) => say("yes").into_owned(),
        Some(false) => say("no").into_owned(),
        None => not_documented(),
    }
}

/// The name of a cloud.
pub fn cloud(cloud: Cloud) -> String {
    match cloud {
        Cloud::Public => say("public"),
        Cloud::UsGov => say("US Government"),
        Cloud::China => say("China"),
    }
    .into_owned()
}

/// The country of a location or region, with its cloud where the country alone would mislead.
pub fn place(data: &Data, country: &str, of: Cloud) -> String {
    let named = [("country", data.country_name(country))];
    match of {
        Cloud::Public => data.country_name(country).to_owned(),
        Cloud::UsGov => say_with("{country}, US Government cloud", &named),
        Cloud::China => say_with("{country}, China cloud", &named),
    }
}

/// Documents that only place a thing: the geopolitical tables and the countries by them, and where points come from.
const PLACING: [&str; 7] =
    ["GEO", "GEO-2024", "GeoNames", "PeeringDB-dx", "PeeringDB-plus", "datacenter-map", "on-net-2020-05"];

/// Of the documents of a row those that list the thing, behind whatever is not about where it lies.
pub fn listed_by(documents: &[&'static Document]) -> Vec<&'static Document> {
    documents.iter().copied().filter(|it| !PLACING.contains(&it.row.key.as_str())).collect()
}

/// Of the documents of a row those that its point comes from; the list itself where it brings the point along.
pub fn pointed_by(documents: &[&'static Document]) -> Vec<&'static Document> {
    let is_source = |it: &&&Document| PLACING.contains(&it.row.key.as_str()) && !it.row.key.starts_with("GEO");
    let points: Vec<_> = documents.iter().filter(is_source).copied().collect();
    if points.is_empty() { documents.first().copied().into_iter().collect() } else { points }
}

/// Of the documents of a row those with these keys.
pub fn keyed(documents: &[&'static Document], keys: &[&str]) -> Vec<&'static Document> {
    documents.iter().copied().filter(|it| keys.contains(&it.row.key.as_str())).collect()
}

/// The geopolitical table, by which everything is placed.
pub fn geopolitical_table(data: &Data) -> Vec<&'static Document> {
    documents(data, &[data.catalog.rule_sources().geopolitical])
}

/// A point with how exact it is.
pub fn point(at: LonLat, precision: DistanceBasis) -> String {
    let point = written_point(at);
    match precision {
        DistanceBasis::Site => say_with("{point}, of the building or its campus", &[("point", &point)]),
        DistanceBasis::City => say_with("{point}, of the city", &[("point", &point)]),
        DistanceBasis::State => say_with("{point}, of the state or country", &[("point", &point)]),
    }
}

/// How the geopolitical table writes the location or region called `name`, and how other documents do.
pub fn spellings(data: &Data, name: &str, target: AliasTarget) -> Section {
    let member = data.details.members.iter().find(|it| it.target == target);
    let listed = member.map(|it| {
        let area = &data.catalog.geopolitical_region(it.geopolitical_region).name;
        let words = say_with("“{name}”, under {area}", &[("name", &it.listed), ("area", area)]);
        Fact::new(say("In the geopolitical table"), words).from(own_documents(data, &it.sources))
    });
    let aliases = data.catalog.tables().aliases.iter().zip(&data.details.alias_sources);
    let others = aliases
        .filter(|(row, _)| row.target == target)
        .map(|(row, sources)| Fact::new(say("Also written"), row.alias.clone()).from(own_documents(data, sources)));
    Section {
        head: say("Spellings").into_owned(),
        about: say_with("Spellings of {name}", &[("name", name)]),
        facts: listed.into_iter().chain(others).collect(),
        ..Section::default()
    }
}

/// The line of the Global Reach list with these locations.
pub fn global_reach(data: &Data, line: &ReachPlaceRow) -> Vec<Fact> {
    let on_list = if line.listed { say("yes") } else { say("no") };
    let on_list = Fact::new(say_with("{place} on the list", &[("place", &line.name)]), on_list);
    let sure = (!line.confirmed).then(|| Fact::new(say("Reading"), say("unconfirmed")));
    let note = (!line.note.is_empty()).then(|| Fact::new(say("Note"), words::foreign(&line.note)));
    let documents = own_documents(data, &line.sources);
    [Some(on_list), sure, note].into_iter().flatten().map(|it| it.from(documents.clone())).collect()
}

/// The lines of the Global Reach list that mean a location.
pub fn reach_lines(data: &Data, id: PeeringLocationId) -> impl Iterator<Item = &'static ReachPlaceRow> {
    data.details.global_reach.iter().filter(move |it| it.locations.contains(&id))
}

/// The regions of a Local column; none when nothing is known.
pub fn local(data: &Data, column: Option<&[RegionId]>) -> Fact {
    let regions = column.unwrap_or_default().iter().map(|id| Value::region(data, *id)).collect();
    let none = if column.is_some() { say("none").into_owned() } else { not_documented() };
    Fact::of(say("Local to"), regions, none)
}

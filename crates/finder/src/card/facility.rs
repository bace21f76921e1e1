//! The card of a building: the locations that are in it.

use crate::card::facts::{geopolitical_table, listed_by};
use crate::card::{Card, Fact, Section, Value, documents, each_once, location_row};
use crate::data::Data;
use find::item::{Facility, Found};
use reach::id::PeeringLocationId;
use words::{say, say_with};

/// Everything the tables hold of a building: a place in the list of facilities.
pub fn card(data: &Data, at: u16) -> Card {
    let Some(facility) = data.index().facilities.get(usize::from(at)) else { return Card::default() };
    let catalog = data.catalog;
    let mut sections = vec![facts(data, facility), location_list(data, facility)];
    sections.retain(|it| !it.is_empty());
    let place = data.shown().place(Found::Facility(at));
    Card {
        title: facility.name.clone(),
        told: say_with("Facility of {place}", &[("place", &place)]),
        sections,
        places: facility.locations.iter().map(|it| catalog.location_point(*it)).collect(),
        ..Card::default()
    }
}

fn facts(data: &Data, facility: &Facility) -> Section {
    let first = facility.locations.first().map(|it| data.catalog.location(*it));
    let Some(row) = first else { return Section::default() };
    let documents = documents(data, &row.sources);
    let facts = vec![
        Fact::new(say("City"), row.city.clone()),
        Fact::of(say("Country"), vec![Value::country(data, &row.country)], ""),
        Fact::of(say("Belongs to"), vec![Value::area(data, row.geopolitical_region)], "")
            .from(geopolitical_table(data)),
    ];
    Section::of_facts(&facility.name, facts, listed_by(&documents))
}

fn location_list(data: &Data, facility: &Facility) -> Section {
    let row = |it: &PeeringLocationId| {
        let row = data.catalog.location(*it);
        let counts = [("count", row.providers_available.to_string()), ("facility", row.facility.clone())];
        let counts: Vec<(&str, &str)> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // A Metro location has another building beside this one.
        let told = match row.metro {
            true => say_with("{facility}; {count} providers available", &counts),
            false => say_with("{count} providers available", &counts),
        };
        location_row::location(data, *it, told)
    };
    let sources = facility.locations.iter().flat_map(|it| documents(data, &data.catalog.location(*it).sources));
    Section {
        head: location_row::locations_head(facility.locations.len()),
        about: say_with("Locations in {name}", &[("name", &facility.name)]),
        rows: facility.locations.iter().map(row).collect(),
        documents: each_once(sources.collect::<Vec<_>>()),
        ..Section::default()
    }
}

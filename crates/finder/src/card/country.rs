//! The card of a country: where it belongs, and what lies in it.

use crate::card::facts::{global_reach, keyed};
use crate::card::{Card, Fact, Section, Value, documents, location_row, own_documents};
use crate::data::Data;
use reach::geo::LonLat;
use reach::id::{PeeringLocationId, RegionId};
use reach::sku::Cloud;
use reach::tables::RegionStatus;
use words::{say, say_with};

/// Everything the tables hold of a country, while `cloud` is on.
pub fn card(data: &Data, code: &str, cloud: Cloud) -> Card {
    let (catalog, name) = (data.catalog, data.country_name(code));
    let locations: Vec<PeeringLocationId> = catalog
        .location_ids()
        .filter(|it| catalog.location(*it).country == code && catalog.location(*it).cloud == cloud)
        .collect();
    let in_sight = |it: &RegionId| {
        let row = catalog.region(*it);
        let told = matches!(row.status, RegionStatus::Live | RegionStatus::Announced);
        row.country == code && row.cloud == cloud && told
    };
    let regions: Vec<RegionId> = catalog.region_ids().filter(in_sight).collect();
    let mut places: Vec<LonLat> = locations.iter().map(|it| catalog.location_point(*it)).collect();
    places.extend(regions.iter().map(|it| catalog.region_point(*it)));
    let mut sections = vec![
        facts(data, code, name),
        location_list(data, name, &locations),
        region_list(data, name, &regions),
        reach_list(data, code, name),
    ];
    sections.retain(|it| !it.is_empty());
    Card { title: name.to_owned(), told: say("Country").into_owned(), sections, places, ..Card::default() }
}

fn facts(data: &Data, code: &str, name: &str) -> Section {
    let Some(row) = data.details.country(code) else { return Section::default() };
    let area = row.geopolitical_region.map(|it| Value::area(data, it));
    let none = say("not documented: it has no peering location");
    let others: Vec<Value> = row.others.iter().map(|it| Value::area(data, *it)).collect();
    let documents = own_documents(data, &row.sources);
    let (table, names) = (keyed(&documents, &["GEO-2024"]), keyed(&documents, &["ISO-3166"]));
    let mut facts = vec![Fact::of(say("Belongs to"), area.into_iter().collect(), none).from(table.clone())];
    if !others.is_empty() {
        facts.push(Fact::of(say("Also in"), others, "").from(table));
    }
    let iso = [(say("ISO code"), row.code.clone()), (say("ISO name"), row.name.clone())];
    facts.extend(iso.map(|(name, value)| Fact::new(name, value).from(names.clone())));
    if !row.note.is_empty() {
        facts.push(Fact::new(say("Note"), words::foreign(&row.note)));
    }
    Section::of_facts(name, facts, documents)
}

fn location_list(data: &Data, name: &str, locations: &[PeeringLocationId]) -> Section {
    let row = |it: &PeeringLocationId| {
        let facility = &data.catalog.location(*it).facility;
        let none = say("facility not documented");
        location_row::location(data, *it, if facility.is_empty() { none.into_owned() } else { facility.clone() })
    };
    let rules = data.catalog.rule_sources();
    Section {
        head: location_row::locations_head(locations.len()),
        about: say_with("Locations in {name}", &[("name", name)]),
        rows: locations.iter().map(row).collect(),
        documents: documents(data, &[rules.locations, rules.metro]),
        ..Section::default()
    }
}

fn region_list(data: &Data, name: &str, regions: &[RegionId]) -> Section {
    let row = |it: &RegionId| location_row::region(data, *it, location_row::status(data.catalog.region(*it).status));
    let sources = regions.iter().flat_map(|it| documents(data, &data.catalog.region(*it).sources));
    Section {
        head: location_row::regions_head(regions.len()),
        about: say_with("Regions in {name}", &[("name", name)]),
        rows: regions.iter().map(row).collect(),
        documents: super::each_once(sources.collect::<Vec<_>>()),
        ..Section::default()
    }
}

fn reach_list(data: &Data, code: &str, name: &str) -> Section {
    let lines = data.details.global_reach.iter().filter(|it| it.country == code);
    Section {
        head: say("Global Reach").into_owned(),
        about: say_with("Global Reach in {name}", &[("name", name)]),
        facts: lines.flat_map(|it| global_reach(data, it)).collect(),
        ..Section::default()
    }
}

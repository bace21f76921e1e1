//! The card of a geopolitical region: its countries, locations and regions, and its places on the list of Global Reach.

use crate::card::facts::cloud;
use crate::card::{Card, Fact, Section, Value, each_once, location_row, own_documents};
use crate::data::Data;
use find::item::Found;
use reach::geo::LonLat;
use reach::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use reach::tables::AliasTarget;
use words::{say, say_with};

/// Everything the tables hold of a geopolitical region.
pub fn card(data: &Data, id: GeopoliticalRegionId) -> Card {
    let catalog = data.catalog;
    let locations: Vec<PeeringLocationId> =
        catalog.location_ids().filter(|it| catalog.location(*it).geopolitical_region == id).collect();
    let placed: Vec<RegionId> =
        catalog.region_ids().filter(|it| catalog.region(*it).geopolitical_region == Some(id)).collect();
    let likely: Vec<RegionId> =
        catalog.region_ids().filter(|it| catalog.region(*it).likely_geopolitical_region == Some(id)).collect();
    let mut places: Vec<LonLat> = locations.iter().map(|it| catalog.location_point(*it)).collect();
    places.extend(placed.iter().map(|it| catalog.region_point(*it)));
    let mut sections = vec![
        facts(data, id),
        location_list(data, id, &locations),
        region_list(data, id, &placed),
        likely_list(data, id, &likely),
        global_reach(data, id),
    ];
    sections.retain(|it| !it.is_empty());
    let found = Found::GeopoliticalRegion(id);
    let told = words::said(data.shown().kind(found));
    Card { title: data.shown().name(found), told, sections, places, ..Card::default() }
}

fn facts(data: &Data, id: GeopoliticalRegionId) -> Section {
    let row = data.catalog.geopolitical_region(id);
    let countries = row.countries.iter().map(|it| Value::country(data, it)).collect();
    let documents = data.details.geopolitical_sources.get(id.index());
    let facts = vec![
        Fact::new(say("Cloud"), cloud(row.cloud)),
        Fact::of(say("Countries"), countries, say("none with a peering location")),
    ];
    Section::of_facts(&row.name, facts, documents.map(|it| own_documents(data, it)).unwrap_or_default())
}

/// The words of the geopolitical table, where they are others than the name.
fn listed(data: &Data, target: AliasTarget, name: &str) -> Option<String> {
    let member = data.details.members.iter().find(|it| it.target == target)?;
    let other = member.listed != name;
    Some(if other { say_with("listed as {name}", &[("name", &member.listed)]) } else { String::new() })
}

fn location_list(data: &Data, id: GeopoliticalRegionId, locations: &[PeeringLocationId]) -> Section {
    let row = |it: &PeeringLocationId| {
        let row = data.catalog.location(*it);
        let told = listed(data, AliasTarget::Location(*it), &row.name);
        let told = told.unwrap_or_else(|| say("not in the geopolitical table itself").into_owned());
        location_row::location(data, *it, if row.metro { String::new() } else { told })
    };
    let sources = data.details.geopolitical_sources.get(id.index());
    Section {
        head: location_row::locations_head(locations.len()),
        about: say_with("Locations in {name}", &[("name", &data.catalog.geopolitical_region(id).name)]),
        rows: locations.iter().map(row).collect(),
        documents: sources.map(|it| own_documents(data, it)).unwrap_or_default(),
        ..Section::default()
    }
}

fn region_list(data: &Data, id: GeopoliticalRegionId, regions: &[RegionId]) -> Section {
    let row = |it: &RegionId| {
        let row = data.catalog.region(*it);
        let listed = listed(data, AliasTarget::Region(*it), &row.name).unwrap_or_default();
        let status = location_row::status(row.status);
        location_row::region(data, *it, if status.is_empty() { listed } else { status })
    };
    let members = data.details.members.iter().filter(|it| it.geopolitical_region == id);
    let sources = members.filter(|it| matches!(it.target, AliasTarget::Region(_)));
    Section {
        head: location_row::regions_head(regions.len()),
        about: say_with("Regions in {name}", &[("name", &data.catalog.geopolitical_region(id).name)]),
        hint: say("A Standard circuit at a location here reaches each that is in use.").into_owned(),
        rows: regions.iter().map(row).collect(),
        documents: each_once(sources.flat_map(|it| own_documents(data, &it.sources)).collect::<Vec<_>>()),
        ..Section::default()
    }
}

fn likely_list(data: &Data, id: GeopoliticalRegionId, regions: &[RegionId]) -> Section {
    let row = |it: &RegionId| location_row::region(data, *it, location_row::status(data.catalog.region(*it).status));
    let sources = regions.iter().flat_map(|it| super::documents(data, &data.catalog.region(*it).sources));
    Section {
        head: say_with("{count} not placed, likely here", &[("count", &regions.len().to_string())]),
        about: say_with("Regions likely in {name}", &[("name", &data.catalog.geopolitical_region(id).name)]),
        hint: say("By where they lie; the geopolitical table does not place them.").into_owned(),
        rows: regions.iter().map(row).collect(),
        documents: each_once(sources.collect::<Vec<_>>()),
        ..Section::default()
    }
}

/// The lines of the Global Reach list with a location here.
fn global_reach(data: &Data, id: GeopoliticalRegionId) -> Section {
    let inside = |it: &PeeringLocationId| data.catalog.location(*it).geopolitical_region == id;
    let lines = data.details.global_reach.iter().filter(|it| it.locations.iter().any(inside));
    let fact = |listed: bool| {
        let names = lines
            .clone()
            .filter(|it| it.listed == listed)
            .map(|it| Value { text: it.name.clone(), ..Value::country(data, &it.country) });
        let name = if listed { say("On the list") } else { say("Not on the list") };
        Fact::of(name, names.collect(), say("none"))
    };
    let sources = lines.clone().flat_map(|it| own_documents(data, &it.sources));
    let any = lines.clone().next().is_some();
    Section {
        head: say("Global Reach").into_owned(),
        about: say_with("Global Reach in {name}", &[("name", &data.catalog.geopolitical_region(id).name)]),
        facts: if any { vec![fact(true), fact(false)] } else { Vec::new() },
        documents: each_once(sources.collect::<Vec<_>>()),
        ..Section::default()
    }
}

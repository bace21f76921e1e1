//! A region: its facts, and the locations that reach it, smallest SKU first.

use crate::answer::Answer;
use crate::answer::rows::{self, Row};
use crate::data::Data;
use crate::dom::{El, el};
use find::item::Found;
use reach::id::RegionId;
use reach::latency::estimate;
use reach::locate::{Located, locate};
use reach::sku::{Peering, Sku};
use reach::tables::{RegionAccess, RegionStatus};
use reach::written;

/// How many places of an answer the map is to show: the nearest ones, or it would show the whole world.
const SHOWN: usize = 6;

/// The answer about a region.
pub fn answer(data: &Data, id: RegionId) -> Answer {
    let catalog = data.catalog;
    let row = catalog.region(id);
    let found = locate(catalog, &[id], Peering::Private);
    let mut places = vec![catalog.region_point(id)];
    places.extend(found.iter().take(SHOWN).map(|it| catalog.location_point(it.location)));
    let mut body = vec![facts(data, id)];
    body.extend(Sku::ALL.iter().filter_map(|sku| group(data, *sku, &found)));
    if found.is_empty() {
        let why = "No document says that a circuit reaches it: it is not in use.";
        body.push(el("p").class("note").text(why));
    }
    let documents = [catalog.rule_sources().locations, catalog.rule_sources().geopolitical, catalog.rule_sources().faq];
    body.push(rows::folded_sources(data, row.sources.iter().copied().chain(documents)));
    Answer {
        title: row.name.clone(),
        told: ["Azure region in ", &data.shown().place(Found::Region(id))].concat(),
        body,
        foot: vec![rows::about_numbers(), rows::credit(data)],
        places,
        ..Answer::default()
    }
}

fn facts(data: &Data, id: RegionId) -> El {
    let catalog = data.catalog;
    let row = catalog.region(id);
    let date = row.sources.first().map_or("", |it| catalog.source(*it).date.as_str());
    let geopolitical = &catalog.source(catalog.rule_sources().geopolitical).date;
    let name = |id| catalog.geopolitical_region(id).name.as_str();
    let belongs = match (row.geopolitical_region, row.likely_geopolitical_region) {
        (Some(sure), _) => name(sure).to_owned(),
        (None, Some(likely)) => ["not documented, likely ", name(likely)].concat(),
        (None, None) => "not documented".to_owned(),
    };
    let zones = match row.zones {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not documented",
    };
    let status = match (row.status, row.access) {
        (RegionStatus::Live, RegionAccess::Open) => "in use",
        (RegionStatus::Live, RegionAccess::Restricted) => "in use, restricted",
        (RegionStatus::Live, RegionAccess::Unknown) => "in use, access not documented",
        (RegionStatus::Announced, _) => "announced",
        (RegionStatus::Canary, _) => "for early updates only",
        (RegionStatus::Retired, _) => "retired",
    };
    let pair = row.pair.map_or("none documented", |it| catalog.region(it).name.as_str());
    let place = if row.place.is_empty() { "not documented" } else { &row.place };
    el("dl")
        .class("facts")
        .child(rows::fact("Place", place, date))
        .child(rows::fact("Belongs to", &belongs, geopolitical))
        .child(rows::fact("Status", status, date))
        .child(rows::fact("Zones", zones, date))
        .child(rows::fact("Pair", pair, date))
}

/// The locations from which one SKU is the smallest that reaches.
fn group(data: &Data, sku: Sku, found: &[Located]) -> Option<El> {
    let own: Vec<&Located> = found.iter().filter(|it| it.smallest_sku == sku).collect();
    let hint = match sku {
        Sku::Local => "The region stands in their Local column.",
        Sku::Standard => "In the same geopolitical region.",
        Sku::Premium => "Every other location of the cloud.",
    };
    let line = |it: &&Located| {
        let likely = it.likely_smallest_sku;
        let told = if likely == sku { String::new() } else { ["likely ", likely.name()].concat() };
        let (far, basis) = it.distance;
        let ms = written::round_trip(&estimate(far.whole()));
        let km = written::kilometers(far.whole(), basis);
        rows::location(data, &Row { location: it.location, sku: Some(sku), told: &told, km: &km, ms: &ms, more: "" })
    };
    let head = ["reach it with ", sku.name()].concat();
    rows::group(own.len(), &head, hint, sku != Sku::Premium, true, own.iter().map(line).collect())
}

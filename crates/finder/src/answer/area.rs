//! A country or a geopolitical region: what lies in it.

use crate::answer::nearest;
use crate::answer::rows::{self, Row};
use crate::answer::{Answer, Asked};
use crate::data::Data;
use crate::dom::{El, el};
use find::item::Found;
use reach::geo::LonLat;
use reach::id::{PeeringLocationId, RegionId};
use reach::tables::RegionStatus;

/// The answer about a country or a geopolitical region of the cloud that is on; where a country has no location, the
/// nearest to its capital.
pub fn answer(data: &Data, asked: &Asked) -> Answer {
    let catalog = data.catalog;
    let code = match asked.found {
        Found::Country(at) => data.index().cities.countries.get(usize::from(at)).map(|it| it.area.code.as_str()),
        _ => None,
    };
    let area = match asked.found {
        Found::GeopoliticalRegion(id) => Some(id),
        _ => None,
    };
    let locations: Vec<PeeringLocationId> = catalog
        .location_ids()
        .filter(|id| {
            let row = catalog.location(*id);
            row.cloud == asked.cloud && (area == Some(row.geopolitical_region) || code == Some(&row.country))
        })
        .collect();
    let regions: Vec<RegionId> = catalog
        .region_ids()
        .filter(|id| {
            let row = catalog.region(*id);
            let inside = area.is_some_and(|it| row.geopolitical_region == Some(it)) || code == Some(&row.country);
            row.cloud == asked.cloud && inside && matches!(row.status, RegionStatus::Live | RegionStatus::Announced)
        })
        .collect();
    let mut places: Vec<LonLat> = locations.iter().map(|id| catalog.location_point(*id)).collect();
    places.extend(regions.iter().map(|id| catalog.region_point(*id)));
    let mut body: Vec<El> = [group_of_locations(data, &locations), group_of_regions(data, &regions, area.is_some())]
        .into_iter()
        .flatten()
        .collect();
    if locations.is_empty() {
        places.extend(nearest::point_of(data, asked.found));
        let none = "No peering location of this cloud lies here. Nearest to the capital or the largest city:";
        body.push(el("p").class("note").text(none));
        body.push(el("div").class("nearest").children(nearest::rows(data, asked)));
    }
    let rules = catalog.rule_sources();
    body.push(rows::folded_sources(data, [rules.locations, rules.geopolitical]));
    Answer {
        title: data.shown().name(asked.found),
        told: data.shown().kind(asked.found).to_owned(),
        body,
        foot: vec![rows::credit(data)],
        places,
        ..Answer::default()
    }
}

fn group_of_locations(data: &Data, ids: &[PeeringLocationId]) -> Option<El> {
    let line = |id: &PeeringLocationId| {
        let facility = &data.catalog.location(*id).facility;
        let told = if facility.is_empty() { "facility not documented" } else { facility };
        rows::location(data, &Row { location: *id, sku: None, told, km: "", ms: "", more: "" })
    };
    let head = if ids.len() == 1 { "peering location" } else { "peering locations" };
    rows::group(ids.len(), head, "", true, false, ids.iter().map(line).collect())
}

fn group_of_regions(data: &Data, ids: &[RegionId], geopolitical: bool) -> Option<El> {
    let line = |id: &RegionId| {
        let row = data.catalog.region(*id);
        rows::region(data, *id, if row.status == RegionStatus::Announced { "announced" } else { "" })
    };
    let head = if ids.len() == 1 { "Azure region" } else { "Azure regions" };
    let hint = if geopolitical { "A Standard circuit at a location here reaches each that is in use." } else { "" };
    rows::group(ids.len(), head, hint, true, false, ids.iter().map(line).collect())
}

//! A world of five peering locations.

use expressroute_reach::catalog::Catalog;
use expressroute_reach::geo::DistanceBasis;
use expressroute_reach::id::PeeringLocationId;
use expressroute_reach::plan::Plan;
use expressroute_reach::plan_file::{from_json, to_json};
use expressroute_reach::sku::Cloud;
use expressroute_reach::tables::{GeopoliticalRegionRow, LocationRow, PackedPoint, Tables};
use serde_json::{Value, json};

/// The example of docs/plan-file.md.
pub const EXAMPLE: &str = include_str!("../../../../tests/fixtures/plans/two-sites-one-region.json");

/// The slugs of its locations, in the order of the table. All lie in the public cloud but the last.
pub const SLUGS: [&str; 5] = ["amsterdam", "amsterdam2", "frankfurt", "london", "washington-dc-gov"];

pub fn tiny_catalog() -> Catalog {
    let geopolitical_regions = vec![GeopoliticalRegionRow {
        slug: "everywhere".to_owned(),
        name: "Everywhere".to_owned(),
        cloud: Cloud::Public,
        countries: Vec::new(),
    }];
    let locations = SLUGS.iter().map(|slug| row(slug)).collect();
    Catalog::new(Tables { version: "2026-04-28".to_owned(), geopolitical_regions, locations, ..Tables::default() })
}

fn row(slug: &str) -> LocationRow {
    LocationRow {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        cloud: if slug.ends_with("-gov") { Cloud::UsGov } else { Cloud::Public },
        geopolitical_region: serde_json::from_value(json!(0)).unwrap(),
        country: String::new(),
        city: String::new(),
        facility: String::new(),
        pricing_zone: None,
        local_regions: None,
        direct: None,
        metro: false,
        sites: Vec::new(),
        point: PackedPoint { lon_e7: 0, lat_e7: 0 },
        precision: DistanceBasis::City,
        providers_available: 0,
        providers_coming: 0,
        sources: Vec::new(),
    }
}

pub fn location(slug: &str) -> PeeringLocationId {
    tiny_catalog().location_by_slug(slug).unwrap()
}

pub fn opened(json: &str) -> Plan {
    from_json(&tiny_catalog(), json).unwrap()
}

pub fn saved(plan: &Plan) -> String {
    to_json(&tiny_catalog(), plan)
}

pub fn document(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// A plan file with these further fields at the top.
pub fn with_fields(fields: &str) -> String {
    format!(r#"{{ "format": "expressroute-atlas-plan", "version": 1, {fields} }}"#)
}

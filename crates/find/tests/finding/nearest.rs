//! The nearest metros: distances by another formula, and answers that a map confirms.

use crate::world::WORLD;
use find::nearest::{Entry, Wish, nearest_metros};
use proptest::prelude::*;
use reach::geo::LonLat;
use reach::id::{PeeringLocationId, RegionId};
use reach::index::Filter;
use reach::latency::estimate;
use reach::reachable::{Circuit, Destination, Verdict, reach};
use reach::sku::{Cloud, Peering, Sku};

fn at(lat: f64, lon: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

fn slug(id: PeeringLocationId) -> &'static str {
    &WORLD.catalog.location(id).slug
}

fn region(slug: &str) -> RegionId {
    WORLD.catalog.region_by_slug(slug).unwrap()
}

fn slugs(found: &[Entry]) -> Vec<&'static str> {
    found.iter().map(|it| slug(it.location)).collect()
}

/// Whole kilometers by the haversine formula, in degrees all the way.
fn haversine_km(a: LonLat, b: LonLat) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let inner =
        half(a.lat(), b.lat()) + a.lat().to_radians().cos() * b.lat().to_radians().cos() * half(a.lon(), b.lon());
    2.0 * 6_371.008_8 * inner.sqrt().min(1.0).asin()
}

#[test]
fn rotterdam_has_amsterdam_brussels_and_the_metros_behind_them() {
    let found = nearest_metros(&WORLD.catalog, at(51.92, 4.48), 4, &Wish::default());
    let cities: Vec<&str> = found.iter().map(|it| WORLD.catalog.location(it.location).city.as_str()).collect();
    // By the map: Amsterdam 60 km, Brussels 120, then London 310 and Frankfurt or Paris 370.
    assert_eq!(cities, ["Amsterdam", "Brussels", "London", "Frankfurt"]);
    let mut amsterdam = vec![slug(found[0].location)];
    amsterdam.extend(found[0].others.iter().map(|it| slug(*it)));
    amsterdam.sort();
    assert_eq!(amsterdam, ["amsterdam", "amsterdam-metro", "amsterdam2"], "the sites of one metro are one entry");
}

#[test]
fn fiji_is_nearest_to_auckland_across_the_date_line() {
    let found = nearest_metros(&WORLD.catalog, at(-18.14, 178.44), 1, &Wish::default());
    assert_eq!(slugs(&found), ["auckland"]);
    // Suva to Auckland is a good three hours by plane: 2,140 km.
    assert!((2_100..2_200).contains(&found[0].distance.whole()));
}

#[test]
fn with_a_region_the_whole_way_decides_and_not_the_last_mile() {
    // Lisbon to Brazil South: through Madrid the sea cable's way, by great circles from wherever is nearer to Brazil.
    let wish = Wish { regions: &[region("brazilsouth")], ..Wish::default() };
    let found = nearest_metros(&WORLD.catalog, at(38.72, -9.14), 3, &wish);
    for pair in found.windows(2) {
        assert!(pair[0].whole() <= pair[1].whole());
    }
    let best = found[0].backbone.unwrap();
    assert_eq!(found[0].whole(), found[0].last_mile.mid + best.round_trip.mid);
}

#[test]
fn a_smaller_sku_leaves_only_what_it_reaches() {
    // West Europe is Local to Amsterdam alone.
    let wish = Wish { regions: &[region("westeurope")], sku: Some(Sku::Local), ..Wish::default() };
    let found = nearest_metros(&WORLD.catalog, at(48.86, 2.35), 4, &wish);
    assert_eq!(found.len(), 1);
    assert_eq!(WORLD.catalog.location(found[0].location).city, "Amsterdam");
    assert_eq!(found[0].backbone.unwrap().smallest_sku, Sku::Local);
    // Paris reaches it under Standard.
    let wish = Wish { sku: Some(Sku::Standard), ..wish };
    let found = nearest_metros(&WORLD.catalog, at(48.86, 2.35), 40, &wish);
    assert!(found.iter().any(|it| WORLD.catalog.location(it.location).city == "Paris"));
    assert!(!found.iter().any(|it| WORLD.catalog.location(it.location).city == "New York"), "that needs Premium");
}

#[test]
fn two_regions_of_two_clouds_are_reached_from_nowhere() {
    let wish = Wish { regions: &[region("westeurope"), region("chinaeast")], ..Wish::default() };
    assert_eq!(nearest_metros(&WORLD.catalog, at(50.0, 8.0), 4, &wish), []);
}

/// Every metro's best by plain loops: the haversine formula, and the reach of each location asked one by one.
fn plain(from: LonLat, wish: &Wish) -> Vec<(u32, u32)> {
    let catalog = &WORLD.catalog;
    let mut best: std::collections::BTreeMap<(Cloud, &str, &str), (u32, u32)> = Default::default();
    for id in catalog.location_ids().filter(|id| wish.filter.takes(catalog, *id)) {
        let row = catalog.location(id);
        if wish.regions.is_empty()
            && wish.sku == Some(Sku::Local)
            && row.local_regions.as_deref().unwrap_or_default().is_empty()
        {
            continue;
        }
        let last_km = haversine_km(from, catalog.location_point(id)).round() as u32;
        let mut whole = 0;
        if !wish.regions.is_empty() {
            let reaches = |sku: Sku| {
                let circuit = Circuit { location: id, sku, peering: Peering::Private };
                wish.regions.iter().all(|region| {
                    reach(catalog, circuit, Destination::Region(*region)).judgement.verdict == Verdict::Reachable
                })
            };
            let Some(smallest) = Sku::ALL.iter().find(|it| reaches(**it)) else { continue };
            if wish.sku.is_some_and(|sku| *smallest > sku) {
                continue;
            }
            let far = wish.regions.iter().map(|it| haversine_km(catalog.location_point(id), catalog.region_point(*it)));
            whole = estimate(last_km).mid + estimate(far.fold(0.0, f64::max).round() as u32).mid;
        }
        let key = (row.cloud, row.country.as_str(), row.city.as_str());
        let entry = best.entry(key).or_insert((u32::MAX, u32::MAX));
        *entry = (*entry).min((whole, last_km));
    }
    let mut found: Vec<(u32, u32)> = best.into_values().collect();
    found.sort();
    found
}

fn wishes() -> impl Strategy<Value = (Option<Sku>, Vec<RegionId>, bool, Option<bool>)> {
    let regions: Vec<RegionId> = WORLD.catalog.live_regions(Cloud::Public).collect();
    let some = prop::collection::vec(prop::sample::select(regions), 0..3);
    (prop::option::of(prop::sample::select(Sku::ALL)), some, any::<bool>(), any::<Option<bool>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn plain_loops_give_the_same_metros((sku, regions, direct, metro) in wishes(), lat in -90.0..=90.0, lon in -180.0..=180.0) {
        let filter = Filter { direct, metro, ..Filter::default() };
        let wish = Wish { filter, sku, regions: &regions };
        let found = nearest_metros(&WORLD.catalog, at(lat, lon), usize::MAX, &wish);
        let told: Vec<(u32, u32)> = found
            .iter()
            .map(|it| (it.backbone.map_or(0, |_| it.whole()), it.distance.whole()))
            .collect();
        prop_assert_eq!(told, plain(at(lat, lon), &wish));
    }
}

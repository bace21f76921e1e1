//! The other way round: which locations reach given regions, and under which smallest SKU.

use crate::world::{catalog, region};
use reach::locate::{Located, locate};
use reach::reachable::Verdict;
use reach::sku::{Cloud, Peering, Sku};

fn located(regions: &[&str]) -> Vec<Located> {
    let regions: Vec<_> = regions.iter().map(|name| region(name)).collect();
    locate(catalog(), &regions, Peering::Private)
}

fn slug(found: &Located) -> &'static str {
    &catalog().location(found.location).slug
}

#[test]
fn uk_south_is_reached_with_local_from_the_two_london_sites_and_then_with_standard_from_europe() {
    let found = located(&["UK South"]);
    let local: Vec<&str> = found.iter().filter(|it| it.smallest_sku == Sku::Local).map(slug).collect();
    // London2 stands in Docklands, 8 km from the city point of UK South; London in Slough, 35 km.
    assert_eq!(local, ["london2", "london"]);
    assert_eq!(slug(&found[2]), "newport");
    assert_eq!(found[2].smallest_sku, Sku::Standard);
}

#[test]
fn no_location_has_local_to_both_uk_south_and_west_europe() {
    let found = located(&["UK South", "West Europe"]);
    assert!(found.iter().all(|it| it.smallest_sku > Sku::Local));
    let europe = found.iter().filter(|it| it.smallest_sku == Sku::Standard);
    // 38 locations of the table, Stockholm2, and the Metro rows of Brussels, Copenhagen, Frankfurt, Paris and Stockholm.
    assert_eq!(europe.count(), 38 + 1 + 5);
    // Everyone else in the public cloud needs Premium; no national cloud is in the list.
    let public = catalog().location_ids().filter(|id| catalog().location(*id).cloud == Cloud::Public);
    assert_eq!(found.len(), public.count());
}

#[test]
fn the_smallest_sku_comes_first_then_the_distance_to_the_farthest_region() {
    for regions in [vec!["UK South", "West Europe"], vec!["East US", "Japan East", "Brazil South"]] {
        let found = located(&regions);
        let key = |it: &Located| (it.smallest_sku, it.distance.0.whole());
        assert!(found.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])), "{regions:?}");
        for it in &found {
            let farthest = it.answers.iter().filter_map(|answer| answer.distance).map(|(km, _)| km.whole()).max();
            assert_eq!(Some(it.distance.0.whole()), farthest);
            assert!(it.answers.iter().all(|answer| answer.judgement.verdict == Verdict::Reachable));
        }
    }
}

#[test]
fn a_smaller_sku_comes_before_a_nearer_location() {
    let found = located(&["Austria East"]);
    // Vienna2 carries the very point of the region, but only the Metro row has Local to it without a conflict.
    let first: Vec<(&str, Sku)> = found.iter().take(3).map(|it| (slug(it), it.smallest_sku)).collect();
    assert_eq!(first, [("vienna-metro", Sku::Local), ("vienna2", Sku::Standard), ("vienna", Sku::Standard)]);
    assert!(found[0].distance.0 > found[1].distance.0);
}

#[test]
fn indonesia_central_needs_local_in_jakarta_and_documented_premium_anywhere_else() {
    let found = located(&["Indonesia Central"]);
    let (local, rest) = found.split_at(3);
    assert!(local.iter().all(|it| it.smallest_sku == Sku::Local));
    let mut slugs: Vec<&str> = local.iter().map(slug).collect();
    slugs.sort_unstable();
    assert_eq!(slugs, ["jakarta", "jakarta-metro", "jakarta2"]);
    assert!(rest.iter().all(|it| it.smallest_sku == Sku::Premium));
    let likely: Vec<&str> = rest.iter().filter(|it| it.likely_smallest_sku == Sku::Standard).map(slug).collect();
    assert!(likely.contains(&"singapore") && likely.contains(&"bangkok"), "{likely:?}");
    assert!(!likely.contains(&"perth"), "{likely:?}");
}

#[test]
fn nothing_reaches_two_clouds_or_a_region_that_is_not_in_use() {
    assert!(located(&["UK South", "US Gov Virginia"]).is_empty());
    assert!(located(&["Finland Central"]).is_empty());
    assert!(located(&["US Gov Iowa"]).is_empty());
    assert!(located(&[]).is_empty());
}

#[test]
fn a_government_region_is_reached_from_the_nine_government_locations() {
    let found = located(&["US Gov Arizona"]);
    assert_eq!(found.len(), 9);
    assert_eq!((slug(&found[0]), found[0].smallest_sku), ("usgov-phoenix", Sku::Local));
    assert!(found[1..].iter().all(|it| it.smallest_sku == Sku::Standard));
}

//! A tiny world for what the real data does not show today.
//!
//! Two geopolitical regions. In the west: `port` and `quay` with their Metro, and `bare`. In the east: `isle` and its
//! Metro. Regions: `near` in the west, `far` in the east, `loose` in neither, `planned` in the west and not in use yet.

use reach::catalog::Catalog;
use reach::link::{LinkEnd, LinkTest, link};
use reach::reachable::{Because, Circuit, Destination, Judgement, Verdict, judge, reach, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use serde_json::{Value, json};

const EAST: u16 = 0;
const WEST: u16 = 1;
const FAR: u16 = 0;
const LOOSE: u16 = 1;
const NEAR: u16 = 2;

fn world() -> Catalog {
    let tables = json!({
        "version": "2026-01-01",
        "sources": [{ "key": "ALL", "title": "A document", "date": "2026-01-01", "reference": "here" }],
        "geopolitical_regions": [
            { "slug": "east", "name": "East", "cloud": "public", "countries": [] },
            { "slug": "west", "name": "West", "cloud": "public", "countries": [] },
        ],
        "locations": [
            location("bare", WEST, None, &[]),
            location("isle", EAST, Some(&[FAR]), &[]),
            location("isle-metro", EAST, None, &[1]),
            location("port", WEST, Some(&[]), &[]),
            location("port-metro", WEST, Some(&[]), &[3, 5]),
            location("quay", WEST, Some(&[NEAR, LOOSE]), &[]),
        ],
        "regions": [
            region("far", Some(EAST), "live"),
            region("loose", None, "live"),
            region("near", Some(WEST), "live"),
            region("planned", Some(WEST), "announced"),
        ],
        "global_reach": [{ "name": "West", "locations": [3, 4], "confirmed": true, "note": "" }],
        "conflicts": [],
        "aliases": [],
        "rule_sources":
            { "locations": 0, "geopolitical": 0, "metro": 0, "faq": 0, "introduction": 0, "global_reach": 0, "latency": 0 },
    });
    Catalog::new(serde_json::from_value(tables).unwrap())
}

fn location(slug: &str, place: u16, local: Option<&[u16]>, sites: &[u16]) -> Value {
    json!({
        "slug": slug, "name": slug, "cloud": "public", "geopolitical_region": place, "country": "XX", "city": slug,
        "facility": "", "pricing_zone": null, "local_regions": local, "direct": null, "metro": !sites.is_empty(),
        "sites": sites, "point": { "lon_e7": 0, "lat_e7": 0 }, "precision": "site", "providers_available": 0,
        "providers_coming": 0, "sources": [0], "note": "",
    })
}

fn region(slug: &str, place: Option<u16>, status: &str) -> Value {
    json!({
        "slug": slug, "name": slug, "cloud": "public", "geography": "", "place": "", "country": "XX",
        "status": status, "access": "open", "zones": null, "pair": null, "point": { "lon_e7": 0, "lat_e7": 0 },
        "precision": "city", "geopolitical_region": place, "likely_geopolitical_region": null, "sources": [0],
        "note": "",
    })
}

fn ask(from: &str, sku: Sku, to: &str) -> Judgement {
    let world = world();
    let circuit = Circuit { location: world.location_by_slug(from).unwrap(), sku, peering: Peering::Private };
    judge(&world, circuit, Destination::Region(world.region_by_slug(to).unwrap()))
}

#[track_caller]
fn check(from: &str, sku: Sku, to: &str, expected: Verdict) {
    assert_eq!(ask(from, sku, to).verdict, expected, "{from} {sku:?} -> {to}");
}

#[test]
fn a_site_that_lists_what_its_metro_row_does_not_is_a_conflict_too() {
    let judgement = ask("port-metro", Sku::Local, "near");
    assert_eq!(judgement.verdict, Verdict::DataConflict);
    let quay = world().location_by_slug("quay").unwrap();
    assert_eq!(judgement.because, Because::LocalRowsDisagree(quay));
    check("port-metro", Sku::Local, "far", Verdict::LocalNotOffered);
    check("port-metro", Sku::Standard, "near", Verdict::Reachable);
}

#[test]
fn two_sites_of_one_metro_may_differ_without_a_conflict() {
    check("port", Sku::Local, "near", Verdict::LocalNotOffered);
    check("quay", Sku::Local, "near", Verdict::Reachable);
}

#[test]
fn a_local_column_carries_a_region_that_is_placed_nowhere() {
    check("quay", Sku::Local, "loose", Verdict::Reachable);
    check("quay", Sku::Standard, "loose", Verdict::Reachable);
    check("port", Sku::Standard, "loose", Verdict::NotDocumented);
    assert_eq!(ask("port", Sku::Standard, "loose").likely, None);
    check("port", Sku::Premium, "loose", Verdict::Reachable);
    let world = world();
    let circuit =
        Circuit { location: world.location_by_slug("quay").unwrap(), sku: Sku::Premium, peering: Peering::Microsoft };
    let loose = Destination::Region(world.region_by_slug("loose").unwrap());
    assert_eq!(judge(&world, circuit, loose).verdict, Verdict::Reachable);
}

#[test]
fn a_metro_row_without_a_known_column_is_not_documented_under_local() {
    for to in ["far", "near", "loose"] {
        check("isle-metro", Sku::Local, to, Verdict::NotDocumented);
        check("bare", Sku::Local, to, Verdict::NotDocumented);
    }
    check("isle-metro", Sku::Standard, "far", Verdict::Reachable);
    check("isle-metro", Sku::Standard, "near", Verdict::NeedsPremium);
}

#[test]
fn a_site_beside_a_metro_row_without_a_known_column_keeps_its_own() {
    check("isle", Sku::Local, "far", Verdict::Reachable);
    check("isle", Sku::Local, "near", Verdict::NeedsPremium);
    assert_eq!(ask("isle", Sku::Local, "loose").verdict, Verdict::NotDocumented);
}

#[test]
fn a_region_not_in_use_is_promised_to_no_larger_sku_even_where_the_table_places_it() {
    for from in ["port", "quay", "isle"] {
        for sku in [Sku::Standard, Sku::Premium] {
            check(from, sku, "planned", Verdict::NotDocumented);
        }
    }
    check("quay", Sku::Local, "planned", Verdict::NotDocumented);
    check("isle", Sku::Local, "planned", Verdict::NotDocumented);
    check("port", Sku::Local, "planned", Verdict::LocalNotOffered);
    let world = world();
    let quay =
        Circuit { location: world.location_by_slug("quay").unwrap(), sku: Sku::Local, peering: Peering::Private };
    assert_eq!(reach_of(&world, quay).len(), 3);
    let planned = Destination::Region(world.region_by_slug("planned").unwrap());
    let answer = reach(&world, quay, planned);
    assert_eq!((answer.smallest_sku, answer.likely_smallest_sku), (None, None));
}

#[test]
fn services_under_local_follow_what_is_known_of_the_location() {
    let world = world();
    let verdict = |from: &str, to: Destination| {
        let circuit =
            Circuit { location: world.location_by_slug(from).unwrap(), sku: Sku::Local, peering: Peering::Private };
        judge(&world, circuit, to).verdict
    };
    let office = Destination::Microsoft365(Cloud::Public);
    assert_eq!(verdict("bare", office), Verdict::NotDocumented);
    assert_eq!(verdict("port", office), Verdict::LocalNotOffered);
    // A conflict is about a region, never about a service.
    assert_eq!(verdict("port-metro", office), Verdict::LocalNotOffered);
    assert_eq!(verdict("quay", office), Verdict::NeedsPremium);
    assert_eq!(verdict("port-metro", Destination::Dynamics365(None)), Verdict::LocalNotOffered);
}

#[test]
fn one_end_on_the_list_is_not_enough() {
    let world = world();
    let end = |slug: &str| LinkEnd { location: world.location_by_slug(slug).unwrap(), sku: Sku::Premium };
    assert_eq!(link(&world, end("port"), end("quay")).failed, [LinkTest::PlaceNotListed]);
    assert_eq!(link(&world, end("quay"), end("port")).failed, [LinkTest::PlaceNotListed]);
    assert_eq!(link(&world, end("port"), end("port-metro")).failed, [LinkTest::NotDocumented]);
}

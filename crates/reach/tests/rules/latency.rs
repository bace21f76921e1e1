//! Round trips: measured between two regions of the published table, estimated from the distance elsewhere.

use crate::world::{ask, catalog, names};
use proptest::prelude::*;
use reach::json::round_trip::{Milliseconds, latency_json};
use reach::latency::{self, Basis, Between, Ground, Knot, Place, RoundTrip, estimate, interpolated};
use reach::question;
use reach::sku::Cloud;
use reach::tables::LatencyTable;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static PUBLISHED: LazyLock<LatencyTable> = LazyLock::new(|| latency::unpacked(tables::LATENCY).unwrap());

fn place(name: &str) -> Place {
    question::place(names(), name, Cloud::Public, None).unwrap()
}

fn between(from: &str, to: &str) -> Between<'static> {
    latency::between(catalog(), &PUBLISHED, place(from), place(to))
}

/// Checks that the published table has `ms` from one region to the other.
#[track_caller]
fn check_measured(from: &str, to: &str, ms: u32) {
    let found = between(from, to);
    let tenths = ms * 10;
    let expected = RoundTrip { low: tenths, mid: tenths, high: tenths, basis: Basis::Measured, date: "2026-07-30" };
    assert_eq!(found.round_trip, Some(expected), "{from} to {to}");
    assert_eq!(found.ground, Ground::Published);
}

#[test]
fn between_two_regions_the_published_median_stands_in_its_own_direction() {
    // Read off the rows of data/latency.csv.
    check_measured("West Europe", "East US", 85);
    check_measured("East US", "West Europe", 83);
    check_measured("UK South", "UK West", 7);
    check_measured("UK West", "UK South", 8);
    check_measured("Australia Central", "Australia Central 2", 3);
    check_measured("Australia Central 2", "Australia Central", 4);
}

#[track_caller]
fn check_ground(from: &str, to: &str, expected: Ground) {
    let found = between(from, to);
    assert_eq!(found.ground, expected, "{from} to {to}");
    assert_eq!(found.round_trip.is_some(), matches!(expected, Ground::Published | Ground::Distance), "{from} to {to}");
}

#[test]
fn elsewhere_the_distance_speaks_where_there_is_a_path() {
    check_ground("Amsterdam", "West Europe", Ground::Distance);
    check_ground("West Europe", "Amsterdam", Ground::Distance);
    check_ground("Tokyo", "Seoul", Ground::Distance);
    // Live, but not in the published table.
    check_ground("West Europe", "Sweden South", Ground::Distance);
    check_ground("usgovvirginia", "usgovtexas", Ground::Distance);
    check_ground("chinaeast", "chinanorth3", Ground::Distance);
    // Two regions of one city are two places; a region and itself are one.
    check_ground("Jio India West", "Jio India West", Ground::SamePlace);
    check_ground("Tokyo", "Tokyo", Ground::SamePlace);
    check_ground("West Europe", "US Gov Virginia", Ground::AnotherCloud);
    check_ground("usgov-dallas", "Dallas", Ground::AnotherCloud);
}

#[test]
fn a_region_that_is_not_in_use_has_no_round_trip() {
    for name in ["Saudi Arabia East", "eastus2euap", "usgoviowa"] {
        let Place::Region(id) = place(name) else { panic!("{name} is no region") };
        let from = if name == "usgoviowa" { "usgovtexas" } else { "London" };
        check_ground(from, name, Ground::NotInUse(id));
        check_ground(name, from, Ground::NotInUse(id));
    }
}

#[test]
fn an_answer_carries_the_estimate_of_its_distance() {
    for (from, to) in
        [("London local", "UK West"), ("Amsterdam standard", "East US"), ("usgov-dallas local", "US Gov Texas")]
    {
        let answer = ask(from, to);
        let (distance, _) = answer.distance.unwrap();
        assert_eq!(latency::of_answer(catalog(), &answer), Some(estimate(distance.whole())), "{from} {to}");
    }
    // A service is nowhere, an announced region is not there yet, and no circuit leaves its cloud.
    for (from, to) in [
        ("London premium", "microsoft-365"),
        ("London premium", "dynamics-365"),
        ("London premium", "Saudi Arabia East"),
        ("London premium", "US Gov Virginia"),
    ] {
        assert_eq!(latency::of_answer(catalog(), &ask(from, to)), None, "{from} {to}");
    }
}

#[test]
fn between_knots_the_values_run_straight() {
    let knots = [Knot { km: 0, low: 10, mid: 20, high: 40 }, Knot { km: 100, low: 20, mid: 50, high: 50 }];
    assert_eq!(interpolated(&knots, 0), [10, 20, 40]);
    assert_eq!(interpolated(&knots, 50), [15, 35, 45]);
    // 30 of the 99 hundredths of the way from 20 to 50 are 29.7: downward.
    assert_eq!(interpolated(&knots, 99), [19, 49, 49]);
    assert_eq!(interpolated(&knots, 100), [20, 50, 50]);
    assert_eq!(interpolated(&knots, 30_000), [20, 50, 50]);
}

proptest! {
    #[test]
    fn a_range_is_in_order_and_never_falls_with_distance(a in 0_u32..21_000, b in 0_u32..21_000) {
        let (near, far) = (estimate(a.min(b)), estimate(a.max(b)));
        prop_assert!(near.low <= near.mid && near.mid <= near.high);
        prop_assert!(near.low <= far.low && near.mid <= far.mid && near.high <= far.high);
    }

    #[test]
    fn nothing_is_faster_than_light_in_fiber(km in 0_u32..=20_015) {
        // 200 km a millisecond, there and back: a tenth of a millisecond for every 10 km.
        prop_assert!(estimate(km).low * 10 >= km);
    }
}

#[test]
fn whole_milliseconds_are_written_as_javascript_writes_them() {
    let written = |tenths| serde_json::to_string(&Milliseconds(tenths)).unwrap();
    for (tenths, expected) in [(0, "0"), (3, "0.3"), (50, "5"), (51, "5.1"), (1_009, "100.9"), (3_850, "385")] {
        assert_eq!(written(tenths), expected);
    }
    // All that can come out of the table: the decimal itself, with nothing behind it.
    for tenths in 0..10_000_u32 {
        let digits =
            if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
        assert_eq!(written(tenths), digits);
    }
}

#[test]
fn the_json_of_a_measured_pair_is_this() {
    let text = serde_json::to_string(&latency_json(catalog(), &between("UK South", "UK West"))).unwrap();
    let start = r#"{"from":"uksouth","from_kind":"region","to":"ukwest","to_kind":"region","distance_km":211,"distance_basis":"city","rtt_ms_estimate":{"low":7,"mid":7,"high":7,"basis":"measured","date":"2026-07-30"},"reason":"The published median of 30 days from UK South to UK West.","source":[{"title":"Azure network round-trip latency"#;
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn no_name_is_both_a_region_and_a_location() {
    let tables = catalog().tables();
    let folded = |texts: Vec<&String>| texts.into_iter().map(|it| reach::names::folded(it)).collect::<BTreeSet<_>>();
    let regions = folded(tables.regions.iter().flat_map(|it| [&it.name, &it.slug]).collect());
    let locations = folded(tables.locations.iter().flat_map(|it| [&it.name, &it.slug]).collect());
    assert_eq!(regions.intersection(&locations).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_unknown_place_lists_near_regions_and_locations() {
    let error = question::place(names(), "Amsterdm", Cloud::Public, None).unwrap_err();
    assert_eq!(error.code(), "unknown_name");
    assert!(error.near().iter().any(|it| it == "Amsterdam"), "{error}");
    let error = question::place(names(), "West Europ", Cloud::Public, None).unwrap_err();
    assert_eq!(error.near().first().map(String::as_str), Some("West Europe"), "{error}");
}

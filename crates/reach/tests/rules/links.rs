//! Global Reach: each test of docs/rules.md, "Link", in its order.

use crate::world::{ask_link, catalog, check_link, location};
use reach::explain::{link_reason, link_remedy};
use reach::link::links_of;
use reach::link::{LinkEnd, LinkVerdict};
use reach::sku::Sku;

#[test]
fn locations_of_one_geopolitical_region_are_linked_without_premium() {
    check_link("Silicon Valley standard", "Dallas standard", "linkable");
    check_link("London standard", "Frankfurt standard", "linkable");
    check_link("Mumbai standard", "Chennai premium", "linkable");
    check_link("Portland standard", "Seattle standard", "linkable");
    check_link("Hong Kong standard", "Singapore standard", "linkable");
}

#[test]
fn two_sites_of_one_metro_are_different_locations() {
    check_link("London standard", "London2 standard", "linkable");
    check_link("Tokyo standard", "Tokyo3 standard", "linkable");
    check_link("New York standard", "New York2 standard", "linkable");
}

#[test]
fn across_geopolitical_regions_both_circuits_must_be_premium() {
    let lacking = |sides: &str| format!("needs_premium; lacking {sides}; fails needs_premium");
    check_link("Tokyo standard", "Seoul standard", &lacking("from, to"));
    check_link("Tokyo premium", "Seoul standard", &lacking("to"));
    check_link("Tokyo standard", "Seoul premium", &lacking("from"));
    check_link("Tokyo premium", "Seoul premium", "linkable");
    check_link("Sydney standard", "Canberra standard", &lacking("from, to"));
}

#[test]
fn clouds_are_never_joined_not_even_with_premium_in_one_city() {
    check_link("usgov-dallas premium", "Dallas premium", "not_linkable; fails other_cloud");
    check_link("usgov-dallas standard", "Dallas standard", "not_linkable; fails other_cloud, needs_premium");
    check_link("china-beijing premium", "usgov-dallas premium", "not_linkable; fails other_cloud");
    check_link(
        "Vienna Metro local",
        "usgov-dallas standard",
        "not_linkable; fails other_cloud, local_sku, place_not_listed, not_documented, needs_premium",
    );
}

#[test]
fn a_local_circuit_takes_no_part() {
    check_link("London local", "Frankfurt standard", "not_linkable; fails local_sku");
    check_link("London standard", "Frankfurt local", "not_linkable; fails local_sku");
    check_link("Tokyo local", "Seoul standard", "not_linkable; fails local_sku, needs_premium");
    check_link("Vienna local", "Zurich standard", "not_linkable; fails local_sku, place_not_listed");
}

#[test]
fn two_circuits_of_one_location_are_never_linked() {
    check_link("Tokyo standard", "Tokyo premium", "not_linkable; fails same_location");
    check_link("Tokyo local", "Tokyo local", "not_linkable; fails local_sku, same_location");
    check_link("Vienna premium", "Vienna premium", "not_linkable; fails same_location, place_not_listed");
    check_link("usgov-dallas standard", "usgov-dallas standard", "not_linkable; fails same_location, not_documented");
}

#[test]
fn the_list_leaves_out_countries_and_single_places_of_listed_countries() {
    for (from, to) in [
        ("Cape Town", "Johannesburg"),
        ("Rio de Janeiro", "Sao Paulo"),
        ("Vienna", "Zurich"),
        ("Queretaro", "Dallas"),
        ("Santiago", "Campinas"),
        ("Jakarta", "Singapore"),
        ("Bangkok", "Hong Kong"),
        ("Kuala Lumpur", "Taipei"),
        ("Dubai", "Abu Dhabi"),
        ("Doha", "Doha2"),
        ("Tel Aviv", "Tel Aviv2"),
    ] {
        let expected = "not_linkable; fails place_not_listed";
        check_link(&format!("{from} standard"), &format!("{to} standard"), expected);
        check_link(&format!("{to} premium"), &format!("{from} premium"), expected);
    }
    check_link("Cape Town standard", "London standard", "not_linkable; fails place_not_listed, needs_premium");
}

#[test]
fn the_reading_of_brazil_is_unconfirmed_and_says_so() {
    check_link("Campinas standard", "Sao Paulo2 standard", "linkable");
    check_link("Sao Paulo premium", "London premium", "linkable");
    let reason = link_reason(catalog(), &ask_link("Campinas standard", "Sao Paulo standard"));
    assert!(reason.contains("Unconfirmed for Campinas"), "{reason}");
    assert!(reason.contains("Unconfirmed for Sao Paulo"), "{reason}");
    let reason = link_reason(catalog(), &ask_link("London standard", "Paris standard"));
    assert!(!reason.contains("Unconfirmed"), "{reason}");
}

#[test]
fn a_metro_is_not_documented_with_what_its_city_would_need() {
    let needs = "not_documented, likely needs_premium; lacking from, to; fails not_documented, needs_premium";
    check_link("Amsterdam Metro standard", "Tokyo standard", needs);
    check_link("Amsterdam Metro premium", "Tokyo premium", "not_documented, likely linkable; fails not_documented");
    check_link("London standard", "Paris Metro standard", "not_documented, likely linkable; fails not_documented");
    check_link(
        "Amsterdam Metro standard",
        "Amsterdam Metro standard",
        "not_linkable; fails same_location, not_documented",
    );
    check_link(
        "Johannesburg Metro standard",
        "Cape Town standard",
        "not_linkable; fails place_not_listed, not_documented",
    );
}

#[test]
fn the_list_does_not_speak_of_the_national_clouds() {
    check_link("usgov-dallas standard", "usgov-chicago standard", "not_documented; fails not_documented");
    check_link("china-shanghai standard", "china-shanghai2 standard", "not_documented; fails not_documented");
    check_link(
        "china-beijing standard",
        "china-shanghai standard",
        "not_documented; fails not_documented, needs_premium",
    );
}

#[test]
fn a_remedy_is_named_only_where_it_mends_every_failing_test() {
    let remedy = |from: &str, to: &str| link_remedy(&ask_link(from, to));
    assert_eq!(remedy("Tokyo standard", "Seoul standard"), Some("Make both circuits Premium."));
    assert_eq!(remedy("Tokyo standard", "Seoul premium"), Some("Make the first circuit Premium."));
    assert_eq!(remedy("Tokyo premium", "Seoul standard"), Some("Make the second circuit Premium."));
    assert_eq!(remedy("London local", "Paris standard"), Some("Use Standard or Premium circuits."));
    assert_eq!(remedy("Tokyo local", "Seoul standard"), Some("Make both circuits Premium."));
    assert_eq!(remedy("London standard", "Paris standard"), None);
    // No SKU puts Vienna on the list, or tells whether Metro locations take part.
    assert_eq!(remedy("Vienna local", "Zurich standard"), None);
    assert_eq!(remedy("Vienna standard", "Vienna standard"), None);
    assert_eq!(remedy("Paris Metro local", "London standard"), None);
}

#[test]
fn the_partners_of_a_location_are_all_others_of_its_cloud() {
    let from = |name: &str| LinkEnd { location: location(name), sku: Sku::Standard };
    assert_eq!(links_of(catalog(), from("usgov-dallas"), Sku::Standard).len(), 8);
    assert_eq!(links_of(catalog(), from("china-beijing"), Sku::Standard).len(), 3);
    let sydney = links_of(catalog(), from("Sydney"), Sku::Standard);
    let as_is: Vec<&str> = sydney
        .iter()
        .filter(|it| it.verdict == LinkVerdict::Linkable)
        .map(|it| catalog().location(it.to.location).slug.as_str())
        .collect();
    assert_eq!(as_is, ["auckland", "melbourne", "melbourne2", "perth", "sydney2"]);
}

//! `atlas locate`.

use crate::run::atlas;

#[test]
fn both_uk_south_and_west_europe_ask_for_standard_in_europe() {
    let ran = atlas("locate --to \"UK South\" --to \"West Europe\" --json");
    assert_eq!(ran.code, 0);
    let json = ran.json();
    let locations = json["locations"].as_array().unwrap();
    // No location lists both as Local, every European one reaches both under Standard, all others under Premium.
    assert_eq!(locations[0]["smallest_sku"], "standard");
    assert_eq!(locations.len(), 135);
    let ranks: Vec<usize> = locations
        .iter()
        .map(|it| ["local", "standard", "premium"].iter().position(|sku| it["smallest_sku"] == *sku).unwrap())
        .collect();
    assert!(ranks.is_sorted());
    assert_eq!(locations[0]["verdicts"].as_array().unwrap().len(), 2);
    assert!(locations.iter().all(|it| it["id"].is_string() && it["distance_km"].is_u64()));
}

#[test]
fn uk_west_alone_is_local_at_newport() {
    let json = atlas("locate --to \"UK West\" --json").json();
    assert_eq!(json["locations"][0]["id"], "newport");
    assert_eq!(json["locations"][0]["smallest_sku"], "local");
    assert_eq!(json["locations"][1]["smallest_sku"], "standard");
}

#[test]
fn regions_of_two_clouds_have_no_location() {
    let ran = atlas("locate --to \"UK South\" --to \"US Gov Virginia\" --json");
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out, "{\"locations\":[]}\n");
    let ran = atlas("locate --to \"UK South\" --to \"US Gov Virginia\"");
    assert!(ran.out.contains("different clouds"), "{}", ran.out);
}

#[test]
fn the_cloud_of_the_regions_can_be_fixed() {
    let json = atlas("locate --to \"US Gov Virginia\" --to-cloud usgov --json").json();
    assert_eq!(json["locations"][0]["id"], "usgov-washington-dc");
    let error = atlas("locate --to \"UK South\" --to-cloud usgov --json").error();
    assert_eq!(error["code"], "unknown_name");
}

#[test]
fn a_person_reads_the_list_with_its_counts() {
    let ran = atlas("locate --to \"UK West\"");
    assert!(ran.out.contains("135 locations: 1 with Local"), "{}", ran.out);
}

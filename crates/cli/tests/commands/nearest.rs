//! `atlas nearest`.

use crate::run::{Ran, atlas};
use serde_json::Value;

fn ids(ran: &Ran) -> Vec<String> {
    assert_eq!(ran.code, 0, "{}", ran.err);
    let json = ran.json();
    json["locations"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

fn locations(ran: &Ran) -> Vec<Value> {
    ran.json()["locations"].as_array().unwrap().clone()
}

#[test]
fn cape_town_is_nearest_to_its_own_city() {
    for form in ["--lat -33.9 --lon 18.4", "--lat=-33.9 --lon=18.4", "--lon 18.4 --lat -33.9"] {
        let ran = atlas(&format!("nearest {form} --count 4 --json"));
        let found = ids(&ran);
        assert_eq!(found.len(), 4);
        assert_eq!(found[0], "cape-town", "{form}");
        let first = &locations(&ran)[0];
        assert_eq!(first["name"], "Cape Town");
        assert!(first["distance_km"].as_u64().is_some_and(|km| km < 30), "{first}");
    }
}

#[test]
fn a_count_larger_than_the_list_gives_the_whole_list() {
    for count in ["135", "136", "100000", "99999999999999999999999999"] {
        let found = ids(&atlas(&format!("nearest --lat 0 --lon 0 --count {count} --json")));
        assert_eq!(found.len(), 135, "{count}");
    }
}

#[test]
fn the_list_is_nearest_first() {
    let all = locations(&atlas("nearest --lat 52.37 --lon 4.9 --count 200 --json"));
    let distances: Vec<u64> = all.iter().map(|it| it["distance_km"].as_u64().unwrap()).collect();
    assert!(distances.is_sorted());
}

#[test]
fn the_corners_of_the_world_are_places() {
    for at in ["--lat 90 --lon 0", "--lat -90 --lon 180", "--lat 0 --lon -180", "--lat=-0.0 --lon=-0.0"] {
        assert_eq!(ids(&atlas(&format!("nearest {at} --count 1 --json"))).len(), 1, "{at}");
    }
}

#[test]
fn each_cloud_has_its_own_list() {
    let found = ids(&atlas("nearest --lat 31.2 --lon 121.5 --count 1 --cloud china --json"));
    assert!(found[0].starts_with("china-shanghai"), "{found:?}");
    assert!(ids(&atlas("--cloud usgov nearest --lat 32.8 --lon -96.8 --count 1 --json"))[0] == "usgov-dallas");
}

#[test]
fn filters_narrow_the_list() {
    let at = "nearest --lat 52.37 --lon 4.9 --count 200 --json";
    let metro = locations(&atlas(&format!("{at} --metro")));
    assert!(!metro.is_empty() && metro.iter().all(|it| it["metro"] == true));
    let others = locations(&atlas(&format!("{at} --no-metro")));
    assert_eq!(metro.len() + others.len(), 135);
    // Queretaro is the only location of zone 4.
    assert_eq!(ids(&atlas(&format!("{at} --zone 4"))), ["queretaro"]);
    assert!(locations(&atlas(&format!("{at} --direct"))).iter().all(|it| it["direct"] == true));
    let local = locations(&atlas(&format!("{at} --local")));
    assert!(local.iter().all(|it| it["local_regions"].as_array().is_some_and(|ids| !ids.is_empty())));
    let near = locations(&atlas(&format!("{at} --within 400")));
    assert!(near.iter().all(|it| it["distance_km"].as_u64().unwrap() <= 400));
    // London is 360 km away, Paris 430.
    assert!(near.iter().any(|it| it["id"] == "london") && near.iter().all(|it| it["id"] != "paris"));
}

#[test]
fn within_alone_gives_all_of_them() {
    let all = ids(&atlas("nearest --lat 0 --lon 0 --within 21000 --json"));
    assert_eq!(all.len(), 135);
    assert_eq!(ids(&atlas("nearest --lat 0 --lon 0 --within 21000 --count 2 --json")).len(), 2);
    assert!(ids(&atlas("nearest --lat -60 --lon -120 --within 1 --json")).is_empty());
}

#[test]
fn a_provider_is_found_by_name() {
    let equinix = ids(&atlas("nearest --lat 52.37 --lon 4.9 --provider equinix --json"));
    assert_eq!(equinix[0], "amsterdam");
    let error = atlas("nearest --lat 52.37 --lon 4.9 --provider Equinox --json").error();
    assert_eq!(error["code"], "unknown_name");
    assert_eq!(error["near"][0], "Equinix");
}

#[test]
fn without_a_count_four_are_shown_to_a_person() {
    let ran = atlas("nearest --lat -33.9 --lon 18.4");
    assert!(ran.out.contains("4 locations."), "{}", ran.out);
    assert!(ran.out.contains("South Africa West"), "{}", ran.out);
}

#[test]
fn bad_numbers_say_what_to_give() {
    for (question, code, value, remedy) in [
        ("--lat 91 --lon 0", "out_of_range", "91", "-90 to 90"),
        ("--lat NaN --lon 0", "out_of_range", "NaN", "-90 to 90"),
        ("--lat 0 --lon -180.5", "out_of_range", "-180.5", "-180 to 180"),
        ("--lat inf --lon 0", "out_of_range", "inf", "-90 to 90"),
        ("--lat 0 --lon 0 --count 0", "out_of_range", "0", "at least 1"),
        ("--lat 0 --lon 0 --count -3", "out_of_range", "-3", "at least 1"),
        ("--lat 0 --lon 0 --count 2.5", "out_of_range", "2.5", "whole number"),
        ("--lat 0 --lon 0 --zone 5", "out_of_range", "5", "1 to 4"),
        ("--lat 0 --lon 0 --within -1", "out_of_range", "-1", "at least 0"),
        ("--lat north --lon 0", "not_a_number", "north", "digits"),
        ("--lat 52,3 --lon 0", "not_a_number", "52,3", "52.37"),
    ] {
        let error = atlas(&format!("nearest {question} --json")).error();
        assert_eq!(error["code"], code, "{question}");
        assert_eq!(error["value"], value, "{question}");
        assert_eq!(error["near"].as_array().unwrap().len(), 0);
        assert!(error["message"].as_str().unwrap().contains(remedy), "{question}: {error}");
    }
}

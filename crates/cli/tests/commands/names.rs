//! Names as people type them.

use crate::run::{atlas, texts};

fn location(typed: &str, id: &str) {
    let json = atlas(&format!("reach --from \"{typed}\" --sku standard --json")).json();
    assert_eq!(json["from"], id, "{typed}");
}

fn region(typed: &str, id: &str) {
    let json = atlas(&format!("reach --from London --sku premium --to \"{typed}\" --json")).json();
    assert_eq!(json["to"], id, "{typed}");
}

#[test]
fn case_marks_and_diacritics_do_not_count() {
    for typed in ["new york", "NEW-YORK", "New York", "newyork", " new.york "] {
        location(typed, "new-york");
    }
    location("São Paulo", "sao-paulo");
    location("Sao Paulo", "sao-paulo");
    location("Sa\u{303}o Paulo", "sao-paulo");
    location("Querétaro", "queretaro");
    location("Queretaro (Mexico)", "queretaro");
    location("Newport (Wales)", "newport");
    location("Newport(Wales)", "newport");
    location("Newport", "newport");
    location("Zürich", "zurich");
}

#[test]
fn regions_go_by_their_older_names_too() {
    region("India West", "westindia");
    region("West India", "westindia");
    region("westeurope", "westeurope");
    region("West Europe", "westeurope");
    region("US Gov Virginia", "usgovvirginia");
}

#[test]
fn an_unknown_name_lists_near_ones() {
    let error = atlas("reach --from Amsteldam --sku local --json").error();
    assert_eq!(error["code"], "unknown_name");
    assert_eq!(error["value"], "Amsteldam");
    assert_eq!(texts(&error["near"])[0], "Amsterdam");
    let error = atlas("reach --from London --sku local --to \"West Europa\" --json").error();
    assert_eq!(error["value"], "West Europa");
    assert_eq!(texts(&error["near"])[0], "West Europe");
    let ran = atlas("reach --from Amsteldam --sku local");
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("did you mean Amsterdam"), "{}", ran.err);
}

#[test]
fn a_name_of_two_other_clouds_is_ambiguous() {
    let error = atlas("reach --from Chicago --cloud china --sku premium --json").error();
    assert_eq!(error["code"], "ambiguous_name");
    assert_eq!(error["value"], "Chicago");
    assert_eq!(texts(&error["near"]), ["chicago", "usgov-chicago"]);
}

#[test]
fn nothing_typed_names_nothing() {
    for typed in ["", " ", "...", "☃"] {
        let error = atlas(&format!("reach --from \"{typed}\" --sku local --json")).error();
        assert_eq!(error["code"], "unknown_name", "{typed:?}");
    }
}

#[test]
fn a_retired_region_is_known_by_name() {
    let ran = atlas("reach --from Dallas --cloud usgov --sku premium --to \"US Gov Iowa\" --json");
    assert_eq!(ran.json()["verdict"], "not_documented");
    assert_eq!(ran.code, 1);
}

#[test]
fn an_environment_belongs_to_dynamics_365() {
    let error = atlas("reach --from London --sku standard --to \"UK South\" --environment Europe --json").error();
    assert_eq!(error["value"], "Europe");
    assert_eq!(error["near"][0], "dynamics-365");
}

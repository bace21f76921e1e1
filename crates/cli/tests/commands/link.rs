//! `atlas link`.

use crate::run::{atlas, texts};
use serde_json::Value;

fn check(question: &str, verdict: &str, failed_test: Option<&str>, lacking: &[&str]) -> Value {
    let ran = atlas(&format!("link {question} --json"));
    let json = ran.json();
    assert_eq!(json["verdict"], verdict, "{question}: {json}");
    assert_eq!(json["failed_test"].as_str(), failed_test, "{question}: {json}");
    assert_eq!(texts(&json["lacking"]), lacking, "{question}: {json}");
    assert_eq!(texts(&json["failed_tests"]).first().copied(), failed_test, "{question}: {json}");
    assert_eq!(ran.code, i32::from(verdict != "linkable"), "{question}");
    assert!(json["reason"].is_string() && json["source"].is_array(), "{json}");
    json
}

#[test]
fn japan_and_korea_need_premium_on_both() {
    let tokyo_seoul = |from: &str, to: &str| format!("--from \"Tokyo\" --from-sku {from} --to \"Seoul\" --to-sku {to}");
    check(&tokyo_seoul("standard", "standard"), "needs_premium", Some("needs_premium"), &["from", "to"]);
    check(&tokyo_seoul("premium", "standard"), "needs_premium", Some("needs_premium"), &["to"]);
    check(&tokyo_seoul("standard", "premium"), "needs_premium", Some("needs_premium"), &["from"]);
    check(&tokyo_seoul("premium", "premium"), "linkable", None, &[]);
}

#[test]
fn two_sites_of_one_metro_are_different_locations() {
    check("--from London --from-sku standard --to London2 --to-sku standard", "linkable", None, &[]);
    check(
        "--from London --from-sku standard --to London --to-sku standard",
        "not_linkable",
        Some("same_location"),
        &[],
    );
}

#[test]
fn local_takes_no_part() {
    check("--from London --from-sku local --to London2 --to-sku standard", "not_linkable", Some("local_sku"), &[]);
}

#[test]
fn cape_town_is_left_out_of_a_listed_country() {
    check(
        "--from \"Cape Town\" --from-sku premium --to Johannesburg --to-sku premium",
        "not_linkable",
        Some("place_not_listed"),
        &[],
    );
}

#[test]
fn metro_locations_are_not_mentioned() {
    let question = "--from \"Amsterdam Metro\" --from-sku standard --to Frankfurt --to-sku standard";
    let json = check(question, "not_documented", Some("not_documented"), &[]);
    assert_eq!(json["likely"], "linkable");
}

#[test]
fn the_second_name_is_looked_up_in_the_cloud_of_the_first() {
    let json = check(
        "--from usgov-chicago --from-sku standard --to Dallas --to-sku standard",
        "not_documented",
        Some("not_documented"),
        &[],
    );
    assert_eq!(json["to"], "usgov-dallas");
    let json = check(
        "--from usgov-chicago --from-sku standard --to Dallas --to-sku standard --to-cloud public",
        "not_linkable",
        Some("other_cloud"),
        &[],
    );
    assert_eq!(json["to"], "dallas");
}

#[test]
fn a_person_reads_the_remedy() {
    let ran = atlas("link --from Tokyo --from-sku standard --to Seoul --to-sku standard");
    assert_eq!(ran.code, 1);
    for part in
        ["needs_premium", "Tokyo Standard ↔ Seoul Standard", "Make both circuits Premium.", "Data of 2026-04-28"]
    {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
}

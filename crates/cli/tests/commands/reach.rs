//! `atlas reach`.

use crate::run::atlas;
use serde_json::Value;

fn check(question: &str, verdict: &str, smallest_sku: Option<&str>, code: i32) -> Value {
    let ran = atlas(&format!("reach {question} --json"));
    let json = ran.json();
    assert_eq!(json["verdict"], verdict, "{question}: {json}");
    assert_eq!(json["smallest_sku"].as_str(), smallest_sku, "{question}: {json}");
    assert_eq!(ran.code, code, "{question}");
    json
}

#[test]
fn local_at_london_reaches_uk_south_only() {
    check("--from London --sku local --to \"UK South\"", "reachable", Some("local"), 0);
    let json = check("--from \"London\" --sku local --to \"UK West\"", "needs_standard", Some("standard"), 1);
    assert_eq!(json["from"], "london");
    assert_eq!(json["sku"], "local");
    assert_eq!(json["to"], "ukwest");
    assert_eq!(json["peering"], "private");
    assert_eq!(json["likely_smallest_sku"], "standard");
    assert!(json["reason"].as_str().is_some_and(|it| it.contains("UK South")));
    assert!(json["distance_km"].is_u64());
    assert!(json["distance_basis"].is_string());
    assert!(json.as_object().unwrap().contains_key("rtt_ms_estimate"));
    let source = &json["source"][0];
    for field in ["title", "date", "ref"] {
        assert!(source[field].is_string(), "{source}");
    }
}

#[test]
fn standard_stops_at_the_geopolitical_border() {
    check("--from Tokyo --sku standard --to \"Japan West\"", "reachable", Some("standard"), 0);
    check("--from Tokyo --sku standard --to \"Korea Central\"", "needs_premium", Some("premium"), 1);
    check("--from Tokyo --sku premium --to \"Korea Central\"", "reachable", Some("premium"), 0);
}

#[test]
fn dallas_has_no_local() {
    check("--from Dallas --sku local --to \"Central US\"", "local_not_offered", Some("standard"), 1);
}

#[test]
fn two_tables_disagree_about_vienna() {
    check("--from Vienna --sku local --to \"Austria East\"", "data_conflict", Some("standard"), 1);
}

#[test]
fn no_sku_leaves_its_cloud() {
    check("--from London --sku premium --to \"US Gov Virginia\"", "unreachable", None, 1);
    check("--from London --sku premium --to \"US Gov Virginia\" --to-cloud usgov", "unreachable", None, 1);
    let json =
        check("--from Dallas --cloud usgov --sku standard --to \"US Gov Virginia\"", "reachable", Some("standard"), 0);
    assert_eq!(json["from"], "usgov-dallas");
}

#[test]
fn regions_that_no_table_places_are_not_documented() {
    let json = check("--from Amsterdam --sku standard --to \"Belgium Central\"", "not_documented", Some("premium"), 1);
    assert_eq!(json["likely"], "reachable");
    assert_eq!(json["likely_smallest_sku"], "standard");
}

#[test]
fn microsoft_365_needs_premium() {
    for name in ["microsoft-365", "\"Microsoft 365\"", "m365", "\"Office 365\""] {
        let json = check(&format!("--from Tokyo --sku standard --to {name}"), "needs_premium", Some("premium"), 1);
        assert_eq!(json["to"], "microsoft-365");
        assert!(json["distance_km"].is_null());
    }
    check("--from Tokyo --sku premium --to microsoft-365", "reachable", Some("premium"), 0);
    check("--from Dallas --sku local --to microsoft-365", "local_not_offered", Some("premium"), 1);
    check("--from Dallas --cloud usgov --sku premium --to microsoft-365", "not_documented", None, 1);
    check("--from Tokyo --sku premium --to microsoft-365 --to-cloud usgov", "unreachable", None, 1);
}

#[test]
fn dynamics_365_is_a_matter_of_the_environment() {
    check("--from Amsterdam --sku standard --to dynamics-365", "reachable", Some("standard"), 0);
    let elsewhere = "--to dynamics-365 --environment \"North America\"";
    check(&format!("--from Amsterdam --sku standard {elsewhere}"), "needs_premium", Some("premium"), 1);
    check(&format!("--from Amsterdam --sku premium {elsewhere}"), "reachable", Some("premium"), 0);
    check(&format!("--from Chicago --sku standard {elsewhere}"), "reachable", Some("standard"), 0);
    check("--from Amsterdam --sku local --to dynamics-365", "not_documented", Some("standard"), 1);
    check("--from Amsterdam --sku premium --to dynamics-365 --to-cloud usgov", "unreachable", None, 1);
}

#[test]
fn microsoft_peering_is_named_in_the_answer() {
    let json =
        check("--from London --sku standard --to \"UK West\" --peering microsoft", "reachable", Some("standard"), 0);
    assert_eq!(json["peering"], "microsoft");
}

#[test]
fn without_a_region_all_62_are_listed_in_id_order() {
    let ran = atlas("reach --from Amsterdam --sku standard --json");
    let json = ran.json();
    assert_eq!(ran.code, 0);
    assert_eq!(json["from"], "amsterdam");
    assert_eq!(json["sku"], "standard");
    let regions = json["regions"].as_array().unwrap();
    assert_eq!(regions.len(), 62);
    let ids: Vec<&str> = regions.iter().map(|it| it["to"].as_str().unwrap()).collect();
    assert!(ids.is_sorted());
    let one = atlas("reach --from Amsterdam --sku standard --to westeurope --json");
    let listed = regions.iter().find(|it| it["to"] == "westeurope").unwrap();
    assert_eq!(&one.json(), listed);
}

#[test]
fn a_person_reads_a_verdict_its_reason_and_its_sources() {
    let ran = atlas("reach --from London --sku local --to \"UK West\"");
    assert_eq!(ran.code, 1);
    for part in
        ["needs_standard", "London → UK West, Local", "UK South", "Standard", "km", "source", "Data of 2026-04-28"]
    {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "no colors in a pipe");
}

#[test]
fn a_local_region_is_in_or_near_the_metro() {
    let ran = atlas("reach --from Chicago --sku local --to \"North Central US\"");
    assert!(ran.out.contains("in or near the metro"), "{}", ran.out);
    let ran = atlas("reach --from Chicago --sku standard --to \"West US 3\"");
    assert!(!ran.out.contains("in or near the metro"), "{}", ran.out);
}

#[test]
fn a_person_reads_the_list_with_its_counts() {
    let ran = atlas("reach --from Amsterdam --sku premium");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("62 reachable; 62 live regions."), "{}", ran.out);
    assert!(ran.out.contains("Southeast Asia"), "{}", ran.out);
}

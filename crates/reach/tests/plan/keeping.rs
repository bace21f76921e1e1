//! What opening and saving a plan keeps.

use crate::world::{EXAMPLE, document, location, opened, saved, tiny_catalog, with_fields};
use expressroute_reach::plan::edit::Edit;
use expressroute_reach::plan::words::{BillingFamily, Resiliency, WorkloadKind};
use expressroute_reach::plan::{LocationRef, Plan, UNTITLED};
use expressroute_reach::sku::{Cloud, Sku};
use serde_json::json;

const VERSION_1: &str = include_str!("../../../../tests/fixtures/versions/v1.json");

#[test]
fn the_example_is_read() {
    let plan = opened(EXAMPLE);
    assert_eq!((plan.name.as_str(), plan.cloud), ("Two sites, one region", Cloud::Public));
    assert_eq!(plan.data_version, "2026-04-28");
    let c1 = plan.circuit("c1").unwrap();
    assert_eq!(c1.location, LocationRef::Known(location("amsterdam")));
    assert_eq!((c1.tier, c1.family), (Some(Sku::Standard), Some(BillingFamily::Metered)));
    assert_eq!((c1.bandwidth_mbps, c1.provider.as_deref()), (Some(1000), Some("Equinix")));
    assert_eq!(c1.site.as_deref(), Some("ams-hq"));
    assert_eq!((c1.peerings[0].asn, c1.peerings[0].vlan), (Some(65010), Some(100)));
    assert_eq!(plan.intent.resiliency, Some(Resiliency::Maximum));
    let point = plan.sites[0].point().unwrap();
    assert_eq!((point.lat(), point.lon()), (52.37, 4.9));
    assert_eq!(plan.workloads[0].kind, WorkloadKind::Region);
    assert_eq!(plan.connections[1].circuit, "c2");
    assert!(plan.links[0].joins("c2", "c1"));
    assert_eq!(plan.links[0].prefix.as_deref(), Some("192.168.8.0/29"));
    assert!(plan.rest.is_empty() && c1.extra.is_empty());
}

#[test]
fn the_example_is_saved_with_all_that_it_says() {
    assert_eq!(document(&saved(&opened(EXAMPLE))), document(EXAMPLE));
}

#[test]
fn an_edit_leaves_sites_workloads_and_connections_alone() {
    let plan = opened(EXAMPLE).with(&tiny_catalog(), Edit::SetSku { circuit: "c1".to_owned(), sku: Sku::Premium });
    let mut expected = document(EXAMPLE);
    expected["circuits"][0]["tier"] = json!("premium");
    assert_eq!(document(&saved(&plan)), expected);
}

#[test]
fn a_file_of_version_1_is_saved_as_the_same_bytes() {
    assert_eq!(saved(&opened(VERSION_1)), VERSION_1);
}

#[test]
fn an_empty_plan_is_short() {
    let text = r#"{
  "format": "expressroute-atlas-plan",
  "version": 1,
  "name": "Untitled plan",
  "data": {
    "version": "2026-04-28",
    "cloud": "public"
  },
  "circuits": [],
  "global_reach_links": []
}
"#;
    let plan = Plan::new(&tiny_catalog());
    assert_eq!(saved(&plan), text);
    assert_eq!(opened(text), plan);
}

#[test]
fn the_smallest_file_names_its_format_and_version() {
    let plan = opened(r#"{"version":1,"format":"expressroute-atlas-plan"}"#);
    assert_eq!((plan.name.as_str(), plan.cloud, plan.data_version.as_str()), (UNTITLED, Cloud::Public, ""));
    assert!(plan.circuits.is_empty() && plan.links.is_empty());
}

#[test]
fn unknown_fields_are_kept_at_every_level() {
    let text = with_fields(
        r#""x-top": {"a": [null, true]}, "data": {"cloud": "usgov", "x-data": 1}, "sites": [{"id": "s", "x-site": {}}],
        "circuits": [{"id": "c1", "location": "amsterdam", "x-circuit": [], "peerings": [{"kind": "private", "x-bfd": true}]}],
        "global_reach_links": [{"from": "c1", "to": "c1", "x-link": "kept"}]"#,
    );
    let kept = document(&saved(&opened(&text)));
    assert_eq!(kept["x-top"], json!({"a": [null, true]}));
    assert_eq!(kept["data"], json!({"version": "2026-04-28", "cloud": "usgov", "x-data": 1}));
    assert_eq!(kept["sites"], json!([{"id": "s", "x-site": {}}]));
    assert_eq!(kept["circuits"][0]["x-circuit"], json!([]));
    assert_eq!(kept["circuits"][0]["peerings"], json!([{"kind": "private", "x-bfd": true}]));
    assert_eq!(kept["global_reach_links"], json!([{"from": "c1", "to": "c1", "x-link": "kept"}]));
}

#[test]
fn fields_of_the_format_come_first_and_others_sorted() {
    let text = with_fields(
        r#""zebra": 1, "apple": 2, "workloads": [{"x": 1, "region": "a", "kind": "region", "id": "w"}], "sites": []"#,
    );
    let saved = saved(&opened(&text));
    let order = |names: &[&str]| {
        let places: Vec<usize> = names.iter().map(|name| saved.find(&format!("{name:?}:")).unwrap()).collect();
        assert!(places.is_sorted(), "{names:?} stand at {places:?}");
    };
    order(&["format", "version", "name", "data", "sites", "workloads", "circuits", "global_reach_links", "apple"]);
    order(&["apple", "zebra"]);
    order(&["id", "kind", "region", "x"]);
}

#[test]
fn numbers_keep_their_digits() {
    for number in ["52.370", "1.0", "-0", "-0.0", "123456789012345678901234567890.10", "1e-07", "2.50e+400"] {
        let saved = saved(&opened(&with_fields(&format!(r#""x": {number}"#))));
        assert!(saved.ends_with(&format!("\"x\": {number}\n}}\n")), "{number} became {saved}");
    }
}

#[test]
fn an_exponent_is_spelled_in_one_way() {
    let saved = saved(&opened(&with_fields(r#""x": 1.50E5"#)));
    assert!(saved.contains("\"x\": 1.50e+5\n"));
}

#[test]
fn a_report_is_dropped() {
    let plan = opened(&with_fields(r#""report": {"findings": []}"#));
    assert!(plan.rest.is_empty());
    assert!(!saved(&plan).contains("report"));
}

#[test]
fn a_location_that_is_gone_stays_as_it_stands() {
    let plan = opened(&with_fields(r#""circuits": [{"id": "c1", "location": "atlantis"}]"#));
    assert_eq!(plan.circuits[0].location, LocationRef::Unknown("atlantis".to_owned()));
    assert_eq!(opened(&saved(&plan)).circuits, plan.circuits);
}

#[test]
fn a_link_to_no_circuit_is_kept() {
    let plan = opened(&with_fields(r#""global_reach_links": [{"from": "c1", "to": "c9"}]"#));
    assert_eq!((plan.links[0].from.as_str(), plan.links[0].to.as_str()), ("c1", "c9"));
    assert_eq!(opened(&saved(&plan)).links, plan.links);
}

#[test]
fn null_reads_as_absent() {
    let plan = opened(&with_fields(r#""name": null, "circuits": [{"id": "c1", "location": "london", "tier": null}]"#));
    assert_eq!((plan.name.as_str(), plan.circuits[0].tier), (UNTITLED, None));
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(opened(&format!("\u{feff}{EXAMPLE}")), opened(EXAMPLE));
}

//! Adding, changing and removing every kind of part.

use crate::any_plan::plan;
use crate::world::{EXAMPLE, opened, saved, tiny_catalog, with_fields};
use expressroute_reach::plan::edit::{Edit, Part};
use expressroute_reach::plan::words::{GatewaySku, Resiliency, WorkloadKind};
use expressroute_reach::plan::{
    Connection, DirectPort, Gateway, Intent, LocationRef, Plan, PlanLink, RegionRef, Site, Workload,
};
use proptest::prelude::*;
use serde_json::json;

/// One of every part, each with a field that the model does not know.
const EVERY_PART: &str = r#""intent": {"resiliency": "high", "x": 0},
    "sites": [{"id": "s1", "name": "One", "x": 1}],
    "workloads": [{"id": "w1", "kind": "microsoft-365", "x": 2}],
    "direct_ports": [{"id": "p1", "location": "london", "port_gbps": 10, "x": 3}],
    "circuits": [{"id": "c1", "location": "london", "site": "s1", "direct_port": "p1", "x": 4},
                 {"id": "c2", "location": "frankfurt"}],
    "gateways": [{"id": "g1", "region": "uksouth", "x": 5}],
    "connections": [{"circuit": "c1", "workload": "w1", "x": 6}, {"circuit": "c2", "gateway": "g1"}],
    "global_reach_links": [{"from": "c1", "to": "c2", "x": 7}]"#;

fn every_part() -> Plan {
    opened(&with_fields(EVERY_PART))
}

fn edited(edit: Edit) -> Plan {
    every_part().with(&tiny_catalog(), edit)
}

fn id(text: &str) -> String {
    text.to_owned()
}

fn degrees(text: &str) -> serde_json::Number {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_part_is_added_when_its_id_is_new() {
    let site = Site::at("s2", "Two", degrees("52.370"), degrees("4.9"));
    let plan = edited(Edit::PutSite(site));
    assert_eq!((plan.sites[0].title(), plan.sites[1].title()), ("One", "Two"));
    assert!(saved(&plan).contains("\"latitude\": 52.370,"));
    let plan = edited(Edit::PutWorkload(Workload::in_region("w2", RegionRef::Unknown(id("nowhere")))));
    assert_eq!(plan.workloads[1].kind, WorkloadKind::Region);
    let port = DirectPort::new("p2", LocationRef::Unknown(id("atlantis")), 100);
    assert_eq!(edited(Edit::PutDirectPort(port)).direct_ports.len(), 2);
    let gateway = Gateway::new("g2", RegionRef::Unknown(id("nowhere")));
    assert_eq!(edited(Edit::PutGateway(Box::new(gateway))).gateways.len(), 2);
    assert_eq!(edited(Edit::AddConnection(Connection::new("c2", "w1"))).connections.len(), 3);
}

#[test]
fn a_part_that_replaces_another_keeps_its_unknown_fields() {
    let catalog = tiny_catalog();
    let before = every_part();
    let mut circuit = before.circuits[0].clone();
    circuit.bandwidth_mbps = Some(50);
    circuit.extra.clear();
    let gateway = Gateway { sku: Some(GatewaySku::ErGw1Az), ..Gateway::new("g1", before.gateways[0].region.clone()) };
    let edits = vec![
        Edit::SetIntent(Intent { resiliency: Some(Resiliency::Maximum), ..Intent::default() }),
        Edit::PutSite(Site { id: id("s1"), ..Site::default() }),
        Edit::PutWorkload(Workload::service("w1", WorkloadKind::Dynamics365)),
        Edit::PutDirectPort(DirectPort::new("p1", LocationRef::Unknown(id("atlantis")), 100)),
        Edit::PutCircuit(Box::new(circuit)),
        Edit::PutGateway(Box::new(gateway)),
        Edit::SetConnection { at: 0, connection: Connection::new("c2", "w1") },
        Edit::SetLink { at: 0, link: PlanLink { prefix: Some(id("10.0.0.0/29")), ..PlanLink::new("c2", "c1") } },
    ];
    let after = before.with(&catalog, Edit::All(edits));
    let kept: Vec<_> = [
        &after.intent.extra,
        &after.sites[0].extra,
        &after.workloads[0].extra,
        &after.direct_ports[0].extra,
        &after.circuits[0].extra,
        &after.gateways[0].extra,
        &after.connections[0].extra,
        &after.links[0].extra,
    ]
    .iter()
    .map(|it| it["x"].clone())
    .collect();
    assert_eq!(kept, (0..8).map(|it| json!(it)).collect::<Vec<_>>());
    assert_eq!(after.intent.resiliency, Some(Resiliency::Maximum));
    assert_eq!(after.sites[0].name, None, "the fields that the model knows are the new part's");
    assert_eq!((after.circuits[0].bandwidth_mbps, after.gateways[0].sku), (Some(50), Some(GatewaySku::ErGw1Az)));
    assert_eq!((after.connections[0].circuit.as_str(), after.links[0].from.as_str()), ("c2", "c2"));
}

#[test]
fn a_part_goes_with_what_cannot_stand_without_it() {
    let plan = edited(Edit::RemoveSite { id: id("s1") });
    assert!(plan.sites.is_empty() && plan.circuits[0].site.is_none());
    let plan = edited(Edit::RemoveWorkload { id: id("w1") });
    assert!(plan.workloads.is_empty());
    assert_eq!(plan.connections.iter().map(|it| it.circuit.as_str()).collect::<Vec<_>>(), ["c2"]);
    let plan = edited(Edit::RemoveDirectPort { id: id("p1") });
    assert!(plan.direct_ports.is_empty() && plan.circuits[0].direct_port.is_none());
    let plan = edited(Edit::RemoveGateway { id: id("g1") });
    assert!(plan.gateways.is_empty());
    assert_eq!(plan.connections.iter().map(|it| it.circuit.as_str()).collect::<Vec<_>>(), ["c1"]);
    let plan = edited(Edit::RemoveConnection { at: 0 });
    assert_eq!(plan.connections.iter().map(|it| it.circuit.as_str()).collect::<Vec<_>>(), ["c2"]);
    assert!(edited(Edit::RemoveLinkAt { at: 0 }).links.is_empty());
    assert!(edited(Edit::RemoveCircuit { id: id("c1") }).links.is_empty());
}

#[test]
fn another_id_is_followed_by_all_that_names_the_part() {
    let change = |part, from: &str| edited(Edit::ChangeId { part, from: id(from), to: id("new") });
    assert_eq!(change(Part::Site, "s1").circuits[0].site.as_deref(), Some("new"));
    assert_eq!(change(Part::Workload, "w1").connections[0].workload.as_deref(), Some("new"));
    assert_eq!(change(Part::DirectPort, "p1").circuits[0].direct_port.as_deref(), Some("new"));
    assert_eq!(change(Part::Gateway, "g1").connections[1].gateway.as_deref(), Some("new"));
    let plan = change(Part::Circuit, "c1");
    assert_eq!((plan.connections[0].circuit.as_str(), plan.links[0].from.as_str()), ("new", "new"));
    assert_eq!(plan.circuits[0].id, "new");
}

#[test]
fn an_id_that_is_taken_or_empty_is_not_given() {
    for to in ["c2", ""] {
        let edit = Edit::ChangeId { part: Part::Circuit, from: id("c1"), to: id(to) };
        assert_eq!(edited(edit), every_part(), "{to:?}");
    }
}

#[test]
fn ten_thousand_sites_are_one_step_and_all_get_ids() {
    let sites = (0..10_000).map(|_| Site { id: id("s1"), ..Site::default() }).take(3);
    let many = (0..10_000).map(|at| Site { id: format!("n{at}"), ..Site::default() });
    let plan = edited(Edit::AddSites(sites.chain(many).collect()));
    assert_eq!(plan.sites.len(), 10_004);
    let first: Vec<&str> = plan.sites[..5].iter().map(|it| it.id.as_str()).collect();
    assert_eq!(first, ["s1", "s1-2", "s1-3", "s1-4", "n0"]);
}

#[test]
fn an_edit_of_a_part_that_is_not_there_changes_nothing() {
    let edits = [
        Edit::RemoveSite { id: id("no") },
        Edit::RemoveWorkload { id: id("no") },
        Edit::RemoveDirectPort { id: id("no") },
        Edit::RemoveGateway { id: id("no") },
        Edit::RemoveConnection { at: 9 },
        Edit::SetConnection { at: 9, connection: Connection::new("c1", "w1") },
        Edit::RemoveLinkAt { at: 9 },
        Edit::SetLink { at: 9, link: PlanLink::new("c1", "c2") },
        Edit::ChangeId { part: Part::Gateway, from: id("no"), to: id("new") },
        Edit::All(Vec::new()),
    ];
    for edit in edits {
        assert_eq!(edited(edit.clone()), every_part(), "{edit:?}");
    }
}

#[test]
fn empty_lists_and_objects_of_a_file_are_written_again() {
    let text = with_fields(
        r#""intent": {}, "sites": [], "gateways": [], "circuits": [{"id": "c1", "location": "london", "peerings": []}],
        "global_reach_links": []"#,
    );
    let mut expected: serde_json::Value = serde_json::from_str(&text).unwrap();
    expected["name"] = json!("Untitled plan");
    expected["data"] = json!({"version": "2026-04-28", "cloud": "public"});
    let kept: serde_json::Value = serde_json::from_str(&saved(&opened(&text))).unwrap();
    assert_eq!(kept, expected);
}

/// An edit of every kind, at parts of the plan and beside them.
fn edits(plan: &Plan) -> Vec<Edit> {
    let mut edits = vec![
        Edit::Rename(id("x")),
        Edit::AddConnection(Connection::new("a", "b")),
        Edit::RemoveConnection { at: 0 },
        Edit::RemoveLinkAt { at: 0 },
        Edit::SetConnection { at: 0, connection: Connection::new("a", "b") },
        Edit::SetLink { at: 0, link: PlanLink::new("a", "b") },
        Edit::SetIntent(Intent::default()),
        Edit::AddSites(vec![Site { id: id("a"), ..Site::default() }]),
    ];
    if let Some(site) = plan.sites.first() {
        edits.push(Edit::ChangeId { part: Part::Site, from: site.id.clone(), to: id("fresh") });
        edits.push(Edit::PutSite(Site { id: site.id.clone(), ..Site::default() }));
        edits.push(Edit::RemoveSite { id: site.id.clone() });
    }
    if let Some(circuit) = plan.circuits.first() {
        edits.push(Edit::ChangeId { part: Part::Circuit, from: circuit.id.clone(), to: id("fresh") });
        edits.push(Edit::PutCircuit(Box::new(circuit.clone())));
        edits.push(Edit::RemoveCircuit { id: circuit.id.clone() });
    }
    edits
}

proptest! {
    /// What an edit makes can be saved and opened: ids stay unique, and unknown fields at the top stay.
    #[test]
    fn every_edit_makes_a_plan_that_opens_again(plan in plan()) {
        let catalog = tiny_catalog();
        for edit in edits(&plan) {
            let next = plan.with(&catalog, edit.clone());
            prop_assert_eq!(&opened(&saved(&next)), &next, "{:?}", edit);
            prop_assert_eq!(&next.rest, &plan.rest);
            prop_assert_eq!(&next.data_rest, &plan.data_rest);
        }
    }
}

#[test]
fn the_example_has_every_part_in_the_model() {
    let plan = opened(EXAMPLE);
    assert_eq!((plan.sites.len(), plan.workloads.len(), plan.connections.len()), (1, 1, 2));
}

//! Edits, undo and redo.

use crate::world::{EXAMPLE, location, opened, tiny_catalog};
use expressroute_reach::history::History;
use expressroute_reach::plan::edit::Edit;
use expressroute_reach::plan::words::BillingFamily;
use expressroute_reach::plan::{Connection, LocationRef, Plan};
use expressroute_reach::sku::{Cloud, Sku};

fn add(slug: &str, sku: Sku) -> Edit {
    Edit::AddCircuit { location: location(slug), sku }
}

fn link(from: &str, to: &str) -> Edit {
    Edit::AddLink { from: from.to_owned(), to: to.to_owned() }
}

fn remove(id: &str) -> Edit {
    Edit::RemoveCircuit { id: id.to_owned() }
}

fn edited(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan.clone(), |plan, edit| plan.with(&tiny_catalog(), edit))
}

/// An empty plan after these edits.
fn planned(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edited(&Plan::new(&tiny_catalog()), edits)
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.circuits.iter().map(|it| it.id.as_str()).collect()
}

fn ends(plan: &Plan) -> Vec<(&str, &str)> {
    plan.links.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect()
}

#[test]
fn a_new_plan_is_untitled_and_empty() {
    let plan = Plan::new(&tiny_catalog());
    assert_eq!((plan.name.as_str(), plan.cloud), ("Untitled plan", Cloud::Public));
    assert_eq!(plan.data_version, "2026-04-28");
    assert!(plan.circuits.is_empty() && plan.links.is_empty() && plan.rest.is_empty());
}

#[test]
fn a_plan_takes_a_name() {
    assert_eq!(planned([Edit::Rename("Two cities".to_owned())]).name, "Two cities");
}

#[test]
fn an_edit_leaves_the_plan_before_it_as_it_was() {
    let before = planned([add("london", Sku::Standard)]);
    let copy = before.clone();
    let _ = before.with(&tiny_catalog(), remove("london"));
    assert_eq!(before, copy);
}

#[test]
fn a_circuit_is_named_after_its_location() {
    let three = [add("amsterdam", Sku::Standard), add("amsterdam2", Sku::Standard), add("amsterdam", Sku::Premium)];
    let plan = planned(three);
    assert_eq!(ids(&plan), ["amsterdam", "amsterdam2", "amsterdam-2"]);
    assert_eq!(plan.circuits[2].location, LocationRef::Known(location("amsterdam")));
}

#[test]
fn a_local_circuit_is_unlimited_and_others_are_metered() {
    let plan = planned([add("london", Sku::Local), add("london", Sku::Standard), add("london", Sku::Premium)]);
    let families: Vec<_> = plan.circuits.iter().map(|it| it.family).collect();
    let [unlimited, metered] = [Some(BillingFamily::Unlimited), Some(BillingFamily::Metered)];
    assert_eq!(families, [unlimited, metered, metered]);
}

#[test]
fn becoming_local_makes_a_circuit_unlimited_for_good() {
    let set = |sku| Edit::SetSku { circuit: "london".to_owned(), sku };
    let local = planned([add("london", Sku::Standard), set(Sku::Local)]);
    assert_eq!((local.circuits[0].tier, local.circuits[0].family), (Some(Sku::Local), Some(BillingFamily::Unlimited)));
    let premium = edited(&local, [set(Sku::Premium)]);
    assert_eq!(
        (premium.circuits[0].tier, premium.circuits[0].family),
        (Some(Sku::Premium), Some(BillingFamily::Unlimited))
    );
}

#[test]
fn the_bandwidth_is_set_and_taken_back() {
    let set = |bandwidth_mbps| Edit::SetBandwidth { circuit: "london".to_owned(), bandwidth_mbps };
    let plan = planned([add("london", Sku::Standard), set(Some(500))]);
    assert_eq!(plan.circuits[0].bandwidth_mbps, Some(500));
    assert_eq!(edited(&plan, [set(None)]).circuits[0].bandwidth_mbps, None);
}

#[test]
fn the_first_circuit_settles_the_cloud() {
    let first = planned([add("washington-dc-gov", Sku::Standard)]);
    assert_eq!(first.cloud, Cloud::UsGov);
    assert_eq!(edited(&first, [add("london", Sku::Standard)]).cloud, Cloud::UsGov);
}

#[test]
fn two_circuits_are_linked_once() {
    let two = [add("london", Sku::Standard), add("frankfurt", Sku::Standard)];
    let plan = edited(&planned(two), [link("london", "frankfurt"), link("frankfurt", "london")]);
    assert_eq!(ends(&plan), [("london", "frankfurt")]);
    let unlinked = Edit::RemoveLink { from: "frankfurt".to_owned(), to: "london".to_owned() };
    assert!(edited(&plan, [unlinked]).links.is_empty());
}

#[test]
fn a_circuit_is_not_linked_to_itself_or_to_nothing() {
    let plan = planned([add("london", Sku::Standard), link("london", "london"), link("london", "frankfurt")]);
    assert!(plan.links.is_empty());
}

#[test]
fn a_circuit_goes_with_its_links() {
    let three = [add("london", Sku::Standard), add("frankfurt", Sku::Standard), add("amsterdam", Sku::Standard)];
    let links = [link("london", "frankfurt"), link("frankfurt", "amsterdam"), link("amsterdam", "london")];
    let plan = edited(&planned(three), links.into_iter().chain([remove("frankfurt")]));
    assert_eq!(ids(&plan), ["london", "amsterdam"]);
    assert_eq!(ends(&plan), [("amsterdam", "london")]);
}

#[test]
fn a_circuit_goes_with_its_connections() {
    let plan = planned([
        add("london", Sku::Standard),
        add("frankfurt", Sku::Standard),
        Edit::AddConnection(Connection::new("london", "erp")),
        Edit::AddConnection(Connection::new("frankfurt", "erp")),
        remove("london"),
    ]);
    assert_eq!(plan.connections, [Connection::new("frankfurt", "erp")]);
}

#[test]
fn no_new_circuit_falls_into_the_connections_of_one_that_is_gone() {
    let plan = planned([Edit::AddConnection(Connection::new("london", "erp")), add("london", Sku::Standard)]);
    assert_eq!(ids(&plan), ["london-2"]);
}

#[test]
fn an_edit_of_something_that_is_not_there_changes_nothing() {
    let plan = opened(EXAMPLE);
    let nothing = || "atlantis".to_owned();
    let edits = [
        Edit::RemoveCircuit { id: nothing() },
        Edit::SetSku { circuit: nothing(), sku: Sku::Local },
        Edit::SetBandwidth { circuit: nothing(), bandwidth_mbps: Some(50) },
        Edit::RemoveLink { from: nothing(), to: "c1".to_owned() },
    ];
    for edit in edits {
        assert_eq!(plan.with(&tiny_catalog(), edit.clone()), plan, "{edit:?}");
    }
}

#[test]
fn every_step_is_undone_and_done_again() {
    let catalog = tiny_catalog();
    let mut history = History::new(Plan::new(&catalog));
    assert!(!history.can_undo() && !history.can_redo());
    let mut plans = vec![history.present().clone()];
    for number in 0..1_000 {
        history = history.with(&catalog, Edit::Rename(format!("Step {number}")));
        plans.push(history.present().clone());
    }
    for plan in plans.iter().rev().skip(1) {
        assert!(history.can_undo());
        history = history.undo();
        assert_eq!(history.present(), plan);
    }
    assert!(!history.can_undo());
    assert_eq!(history.undo(), history);
    for plan in &plans[1..] {
        history = history.redo();
        assert_eq!(history.present(), plan);
    }
    assert!(!history.can_redo());
    assert_eq!(history.redo(), history);
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let catalog = tiny_catalog();
    let first = History::new(Plan::new(&catalog)).with(&catalog, add("london", Sku::Standard));
    let other = first.undo().with(&catalog, add("frankfurt", Sku::Standard));
    assert_eq!(ids(other.present()), ["frankfurt"]);
    assert!(!other.can_redo());
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let catalog = tiny_catalog();
    let undone = History::new(Plan::new(&catalog)).with(&catalog, add("london", Sku::Standard)).undo();
    let same = undone.with(&catalog, remove("atlantis"));
    assert_eq!(same, undone);
    assert!(same.can_redo());
}

#[test]
fn a_plan_that_is_opened_is_a_step() {
    let start = History::new(Plan::new(&tiny_catalog()));
    let opened = start.then(opened(EXAMPLE));
    assert_eq!(ids(opened.present()), ["c1", "c2"]);
    assert_eq!(opened.undo().present(), start.present());
}

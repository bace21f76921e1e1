//! Two plans side by side, and plans from templates.

use crate::world::{facts, findings, opened, told};
use expressroute_reach::compare::{compare, counts};
use expressroute_reach::plan::edit::Edit;
use expressroute_reach::plan::words::Resiliency;
use expressroute_reach::plan::{Plan, Site};
use expressroute_reach::plan_file::{from_json, to_json};
use expressroute_reach::review::Severity;
use expressroute_reach::sku::Sku;
use expressroute_reach::templates::{self, Choices, Template};
use serde_json::json;

const EXAMPLE: &str = include_str!("../../../../tests/fixtures/plans/two-sites-one-region.json");

#[test]
fn a_plan_does_not_differ_from_itself() {
    let plan = opened(EXAMPLE);
    let same = compare(facts(), &plan, &plan);
    assert!(same.changes.is_empty() && same.coverage.is_empty() && same.one_way.is_empty());
    assert!(same.findings.gone.is_empty() && same.findings.new.is_empty());
    assert_eq!(same.findings.before, counts(&findings(&plan)));
}

/// Standard at Frankfurt reaches West Europe, so the site has two locations; the link works too.
#[test]
fn a_larger_tier_mends_the_example() {
    let before = opened(EXAMPLE);
    let after = before.with(facts().catalog, Edit::SetSku { circuit: "c2".to_owned(), sku: Sku::Standard });
    let told = compare(facts(), &before, &after);
    let [change] = &told.changes[..] else { panic!("{:?}", told.changes) };
    assert_eq!((change.change, change.part.as_str(), change.id.as_str()), ("changed", "circuits", "c2"));
    assert_eq!(
        (change.field.as_deref(), &change.before, &change.after),
        (Some("tier"), &json!("local"), &json!("standard"))
    );
    assert_eq!((told.findings.before.error, told.findings.after.error), (3, 0));
    let gone: Vec<_> = told.findings.gone.iter().map(|it| it.code).collect();
    assert!(gone.contains(&"sku_too_small") && gone.contains(&"local_sku"), "{gone:?}");
    let [cell] = &told.coverage[..] else { panic!("{:?}", told.coverage) };
    let computed = |it: &Option<expressroute_reach::compare::StateJson>| it.as_ref().unwrap().computed;
    assert_eq!((computed(&cell.before), computed(&cell.after)), (Some("standard"), Some("maximum")));
}

#[test]
fn parts_come_and_go() {
    let before = opened(EXAMPLE);
    let edits = vec![Edit::RemoveCircuit { id: "c2".to_owned() }, Edit::Rename("Less".to_owned())];
    let told = compare(facts(), &before, &before.with(facts().catalog, Edit::All(edits)));
    let changes: Vec<_> = told.changes.iter().map(|it| format!("{} {} {}", it.change, it.part, it.id)).collect();
    let expected =
        ["changed  ", "removed circuits c2", "removed connections c2 - erp", "removed global_reach_links c1 - c2"];
    assert_eq!(changes, expected);
}

#[test]
fn a_smaller_circuit_cannot_be_had_once_it_is_built() {
    let before = opened(EXAMPLE);
    let edit = Edit::SetBandwidth { circuit: "c1".to_owned(), bandwidth_mbps: Some(500) };
    let told = compare(facts(), &before, &before.with(facts().catalog, edit));
    assert_eq!(told.one_way.iter().map(|it| it.code).collect::<Vec<_>>(), ["bandwidth_down"]);
}

fn filled(template: Template, locations: &[&str], regions: &[&str]) -> Plan {
    let catalog = facts().catalog;
    let site = |id: &str, latitude: f64, longitude: f64| {
        let number = |degrees: f64| serde_json::Number::from_f64(degrees).unwrap();
        Site::at(id, id, number(latitude), number(longitude))
    };
    let choices = Choices {
        sites: vec![site("amsterdam-hq", 52.37, 4.9), site("chicago-hq", 41.88, -87.63)],
        locations: locations.iter().map(|it| catalog.location_by_slug(it).unwrap()).collect(),
        regions: regions.iter().map(|it| catalog.region_by_slug(it).unwrap()).collect(),
        bandwidth_mbps: Some(1_000),
    };
    templates::plan(catalog, template, &choices)
}

/// Every template makes a plan without errors that meets its own intent and opens again.
#[test]
fn templates_meet_what_they_intend() {
    let cases: [(Template, &[&str], &[&str]); 6] = [
        (Template::Single, &["amsterdam"], &["westeurope"]),
        (Template::Metro, &["amsterdam-metro"], &["westeurope"]),
        (Template::Maximum, &["amsterdam", "frankfurt"], &["westeurope"]),
        (Template::BowTie, &["amsterdam", "chicago"], &["westeurope", "eastus"]),
        (Template::TwoGeographies, &["amsterdam", "frankfurt", "chicago", "washington-dc"], &["westeurope", "eastus"]),
        (Template::DirectWithLocal, &["washington-dc"], &["eastus"]),
    ];
    assert_eq!(cases.map(|it| it.0), Template::ALL);
    for (template, locations, regions) in cases {
        let plan = filled(template, locations, regions);
        let worse = findings(&plan).into_iter().filter(|it| it.severity() != Severity::Advice).count();
        assert_eq!(worse, 0, "{template:?}: {:#?}", told(&plan));
        assert_eq!(
            (plan.circuits.len() >= locations.len(), plan.workloads.len()),
            (true, regions.len()),
            "{template:?}"
        );
        assert_eq!(from_json(facts().catalog, to_json(facts().catalog, &plan)).unwrap(), plan, "{template:?}");
    }
}

/// Across geopolitical regions Standard will not do.
#[test]
fn a_bow_tie_over_two_geographies_is_premium() {
    let plan = filled(Template::BowTie, &["amsterdam", "chicago"], &["westeurope", "eastus"]);
    assert!(plan.circuits.iter().all(|it| it.tier == Some(Sku::Premium)));
    let plan = filled(Template::BowTie, &["amsterdam", "frankfurt"], &["westeurope", "germanywestcentral"]);
    assert!(plan.circuits.iter().all(|it| it.tier == Some(Sku::Standard)));
    assert_eq!(plan.intent.resiliency, Some(Resiliency::Maximum));
}

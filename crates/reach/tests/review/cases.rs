//! Every code: a plan that fires it, a near miss that does not, and its fix, after which it is gone.

mod addresses;
mod circuits;
mod direct;
mod gateways;
mod links;
mod reaching;
mod references;
mod resiliency;

use crate::world::{facts, findings, plan, told};
use expressroute_reach::plan::Plan;
use expressroute_reach::review::code::{Basis, Code};
use expressroute_reach::review::{Finding, Severity};
use std::collections::BTreeSet;

/// A code and where it stands, the fields of a plan that fires it, and those of a plan that nearly does. Single quotes
/// stand for double ones.
pub struct Case {
    pub code: &'static str,
    pub path: &'static str,
    pub fires: &'static str,
    pub near: &'static str,
    pub fix: Fix,
}

/// Whether a single change mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// It does.
    One,
    /// None does: it takes a choice of people.
    None,
}

fn all() -> impl Iterator<Item = &'static Case> {
    let groups: [&'static [Case]; 8] = [
        references::CASES,
        reaching::CASES,
        circuits::CASES,
        direct::CASES,
        addresses::CASES,
        links::CASES,
        gateways::CASES,
        resiliency::CASES,
    ];
    groups.into_iter().flatten()
}

fn of(fields: &str) -> Plan {
    plan(&fields.replace('\'', "\""))
}

fn found<'f>(all: &'f [Finding], code: &str) -> Vec<&'f Finding> {
    all.iter().filter(|it| it.code.as_str() == code).collect()
}

#[test]
fn every_code_fires_at_its_place() {
    for case in all() {
        let plan = of(case.fires);
        let all = findings(&plan);
        let here = found(&all, case.code).iter().any(|it| it.path == case.path);
        assert!(here, "{} at {} is not among {:#?}", case.code, case.path, told(&plan));
    }
}

#[test]
fn no_near_miss_fires() {
    for case in all() {
        let plan = of(case.near);
        assert!(found(&findings(&plan), case.code).is_empty(), "{} is among {:#?}", case.code, told(&plan));
    }
}

#[test]
fn after_its_fix_a_finding_is_gone() {
    for case in all() {
        let plan = of(case.fires);
        let all = findings(&plan);
        let finding = *found(&all, case.code).iter().find(|it| it.path == case.path).unwrap();
        match (&finding.fix, case.fix) {
            (None, Fix::None) => {}
            (Some(fix), Fix::One) => {
                let mended = plan.with(facts().catalog, fix.edit.clone());
                let left = findings(&mended);
                let same = found(&left, case.code).iter().any(|it| it.path == case.path);
                assert!(!same, "{}: {} does not mend it: {:#?}", case.code, fix.label, told(&mended));
                assert!(!fix.label.is_empty());
            }
            (fix, wanted) => panic!("{} at {}: {wanted:?} is wanted, not {fix:?}", case.code, case.path),
        }
    }
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<&str> = all().map(|it| it.code).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(cases, codes);
}

#[test]
fn a_finding_rests_on_documents_or_says_that_there_is_none() {
    for case in all() {
        for finding in findings(&of(case.fires)) {
            let known = finding.sources.iter().all(|key| facts().limits.source(key).is_some());
            assert!(known, "{}: {:?}", finding.code.as_str(), finding.sources);
            match finding.code.basis() {
                Basis::Documents(_) | Basis::Answer => assert!(!finding.sources.is_empty(), "{}", case.code),
                Basis::Plan => assert!(finding.sources.is_empty(), "{}", case.code),
                Basis::NoPublicSource => assert!(finding.message.contains("No public source"), "{}", case.code),
            }
        }
    }
}

#[test]
fn paths_lead_to_something_in_the_file() {
    for case in all() {
        let plan = of(case.fires);
        let file: serde_json::Value =
            serde_json::from_str(&expressroute_reach::plan_file::to_json(facts().catalog, &plan)).unwrap();
        for finding in findings(&plan) {
            // What is missing has no place of its own; the field is named all the same.
            let leads = file.pointer(&finding.path).is_some() || finding.path.ends_with("/role");
            assert!(leads, "{} at {}", finding.code.as_str(), finding.path);
        }
    }
}

/// The table of docs/findings.md: code, severity, what, why, fix, source.
fn documented() -> Vec<Vec<String>> {
    let text = include_str!("../../../../docs/findings.md");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.split(" | ").map(|cell| cell.trim_matches(['|', ' ', '`']).to_owned()).collect()).collect()
}

#[test]
fn every_code_is_documented_with_its_severity_fix_and_source() {
    let rows = documented();
    let codes: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(codes, Code::ALL.iter().map(|it| it.as_str()).collect::<Vec<_>>(), "the table has the codes in order");
    for (row, code) in rows.iter().zip(Code::ALL) {
        assert_eq!(row.len(), 6, "{row:?}");
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        };
        assert_eq!(row[1], severity, "{row:?}");
        let fixed = all().any(|it| it.code == row[0] && it.fix == Fix::One);
        assert_eq!(row[4] != "none", fixed, "{row:?}");
        match code.basis() {
            Basis::Documents(keys) => assert!(keys.iter().all(|key| row[5].contains(key)), "{row:?}"),
            Basis::Answer => assert!(row[5].starts_with("of the "), "{row:?}"),
            Basis::Plan => assert_eq!(row[5], "the plan itself", "{row:?}"),
            Basis::NoPublicSource => assert_eq!(row[5], "no public source", "{row:?}"),
        }
    }
}

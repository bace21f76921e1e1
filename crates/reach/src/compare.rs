//! Two plans side by side: what changed, and what that does to findings and coverage.

use crate::coverage::{Coverage, coverage_of};
use crate::plan::words::Resiliency;
use crate::plan::{Built, Fields, Plan};
use crate::plan_file;
use crate::plan_report::{FindingJson, finding_json};
use crate::planned::{Facts, Planned};
use crate::review::code::Code;
use crate::review::{Finding, Severity, review_planned};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Two plans side by side.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonJson<'a> {
    /// What changed, in the order of the file.
    pub changes: Vec<ChangeJson>,
    /// What was found before and after.
    pub findings: FindingsJson<'a>,
    /// Sites and workloads that are covered otherwise.
    pub coverage: Vec<CoveredJson>,
    /// What could not be done if the first plan were built already.
    pub one_way: Vec<FindingJson<'a>>,
}

/// A change of a part, or of the plan itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeJson {
    /// `added`, `removed` or `changed`.
    pub change: &'static str,
    /// The list of parts, such as `circuits`; empty for the plan itself.
    pub part: String,
    /// The part: its id, or what it joins.
    pub id: String,
    /// The field that changed; null for a whole part.
    pub field: Option<String>,
    /// What stood there; null for nothing.
    pub before: Value,
    /// What stands there; null for nothing.
    pub after: Value,
}

/// What was found before and after.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsJson<'a> {
    /// How many in the first plan.
    pub before: CountsJson,
    /// How many in the second.
    pub after: CountsJson,
    /// Found in the first only.
    pub gone: Vec<FindingJson<'a>>,
    /// Found in the second only.
    pub new: Vec<FindingJson<'a>>,
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CountsJson {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Advice.
    pub advice: usize,
}

/// A site and a workload that are covered otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct CoveredJson {
    /// The id of the site; null for circuits that serve none.
    pub site: Option<String>,
    /// The id of the workload.
    pub workload: String,
    /// How in the first plan; null when it has no such pair.
    pub before: Option<StateJson>,
    /// How in the second.
    pub after: Option<StateJson>,
}

/// How a workload is covered from a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StateJson {
    /// `reached`, `unsure`, `not_reached` or `not_connected`.
    pub state: &'static str,
    /// What it withstands.
    pub computed: Option<&'static str>,
    /// What stands against that.
    pub risks: Vec<&'static str>,
}

/// `before` and `after` side by side. Neither is changed, and neither need come from the other.
pub fn compare<'a>(facts: Facts<'a>, before: &Plan, after: &Plan) -> ComparisonJson<'a> {
    let looked = |plan: &Plan| {
        let planned = Planned::new(facts, plan);
        let coverage = coverage_of(&planned);
        let findings = review_planned(&planned, &coverage);
        let states = states(plan, &coverage);
        (findings, states)
    };
    let ((old, covered), (new, covers)) = (looked(before), looked(after));
    let counts = (counts(&old), counts(&new));
    let (gone, new) = only_in_one(old, new);
    let json = |findings: Vec<Finding>| findings.into_iter().map(|it| finding_json(facts, it)).collect();
    ComparisonJson {
        changes: changes(&plan_file::to_fields(facts.catalog, before), &plan_file::to_fields(facts.catalog, after)),
        findings: FindingsJson { before: counts.0, after: counts.1, gone: json(gone), new: json(new) },
        coverage: covered_otherwise(covered, covers),
        one_way: json(one_way(facts, before, after)),
    }
}

/// How many findings of each severity there are.
pub fn counts(findings: &[Finding]) -> CountsJson {
    let of = |severity| findings.iter().filter(|it| it.severity() == severity).count();
    CountsJson { error: of(Severity::Error), warning: of(Severity::Warning), advice: of(Severity::Advice) }
}

/// What stands in one of the lists only. Places shift when parts come and go, so the words decide.
fn only_in_one(old: Vec<Finding>, new: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    let mut left: BTreeMap<(Code, String), Vec<Finding>> = BTreeMap::new();
    for finding in old.into_iter().rev() {
        left.entry((finding.code, finding.message.clone())).or_default().push(finding);
    }
    let mut added = Vec::new();
    for finding in new {
        let same = left.get_mut(&(finding.code, finding.message.clone())).and_then(Vec::pop);
        if same.is_none() {
            added.push(finding);
        }
    }
    (left.into_values().flatten().collect(), added)
}

type Key = (Option<String>, String);

fn states(plan: &Plan, coverage: &Coverage) -> BTreeMap<Key, StateJson> {
    let key = |site: Option<usize>, workload: usize| {
        let site = site.and_then(|at| plan.sites.get(at)).map(|it| it.id.clone());
        plan.workloads.get(workload).map(|it| (site, it.id.clone()))
    };
    let cells = coverage.cells.iter().filter_map(|cell| {
        let state = StateJson {
            state: cell.state.as_str(),
            computed: cell.computed.map(Resiliency::as_str),
            risks: cell.risks.iter().map(|it| it.as_str()).collect(),
        };
        Some((key(cell.site, cell.workload)?, state))
    });
    cells.collect()
}

fn covered_otherwise(mut old: BTreeMap<Key, StateJson>, new: BTreeMap<Key, StateJson>) -> Vec<CoveredJson> {
    let mut otherwise = Vec::new();
    for ((site, workload), after) in new {
        let before = old.remove(&(site.clone(), workload.clone()));
        if before.as_ref() != Some(&after) {
            otherwise.push(CoveredJson { site, workload, before, after: Some(after) });
        }
    }
    let gone = old.into_iter();
    otherwise.extend(gone.map(|((site, workload), before)| CoveredJson {
        site,
        workload,
        before: Some(before),
        after: None,
    }));
    otherwise
}

/// The findings about changes that go one way, were the first plan built.
fn one_way(facts: Facts<'_>, before: &Plan, after: &Plan) -> Vec<Finding> {
    let mut planned = after.clone();
    for circuit in &mut planned.circuits {
        let Some(old) = before.circuit(&circuit.id) else { continue };
        let (tier, family, bandwidth_mbps) = (old.tier, old.family, old.bandwidth_mbps);
        circuit.built = Some(Built { tier, family, bandwidth_mbps, extra: Fields::new() });
    }
    let planned = Planned::new(facts, &planned);
    let findings = review_planned(&planned, &coverage_of(&planned));
    let codes = [Code::BandwidthDown, Code::UnlimitedToMetered, Code::ChangeToLocal];
    findings.into_iter().filter(|it| codes.contains(&it.code)).collect()
}

/// The lists of parts, and the fields that tell a part among them.
const LISTS: &[(&str, &[&str])] = &[
    ("sites", &["id"]),
    ("workloads", &["id"]),
    ("direct_ports", &["id"]),
    ("circuits", &["id"]),
    ("gateways", &["id"]),
    ("connections", &["circuit", "workload", "gateway"]),
    ("global_reach_links", &["from", "to"]),
];

/// What differs between two files, but for the version of the data set, which is that of the program in both.
fn changes(before: &Fields, after: &Fields) -> Vec<ChangeJson> {
    let mut found = Vec::new();
    let is_list = |name: &str| LISTS.iter().any(|(list, _)| *list == name);
    fields_of(before, after, "", "", |name| !is_list(name), &mut found);
    for (list, keys) in LISTS {
        let (old, new) = (parts(before, list, keys), parts(after, list, keys));
        for (key, part) in &old {
            match new.get(key) {
                None => found.push(whole("removed", list, &key.0, Value::Object((*part).clone()), Value::Null)),
                Some(other) => fields_of(part, other, list, &key.0, |_| true, &mut found),
            }
        }
        for (key, part) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
            found.push(whole("added", list, &key.0, Value::Null, Value::Object((*part).clone())));
        }
    }
    found
}

fn whole(change: &'static str, list: &str, id: &str, before: Value, after: Value) -> ChangeJson {
    ChangeJson { change, part: list.to_owned(), id: id.to_owned(), field: None, before, after }
}

/// The parts of a list by what tells them apart; parts that nothing tells apart by their number.
fn parts<'f>(file: &'f Fields, list: &str, keys: &[&str]) -> BTreeMap<(String, usize), &'f Fields> {
    let mut parts: BTreeMap<(String, usize), &Fields> = BTreeMap::new();
    let entries = file.get(list).and_then(Value::as_array);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for part in entries.into_iter().flatten().filter_map(Value::as_object) {
        let words: Vec<&str> = keys.iter().filter_map(|key| part.get(*key).and_then(Value::as_str)).collect();
        let key = words.join(" - ");
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        parts.insert((key, *count), part);
    }
    parts
}

fn fields_of(
    before: &Fields,
    after: &Fields,
    list: &str,
    id: &str,
    counts: impl Fn(&str) -> bool,
    found: &mut Vec<ChangeJson>,
) {
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names.filter(|name| counts(name)) {
        let value = |fields: &Fields| fields.get(name).cloned().unwrap_or(Value::Null);
        let (before, after) = (value(before), value(after));
        if before != after {
            let (part, id, field) = (list.to_owned(), id.to_owned(), Some(name.clone()));
            found.push(ChangeJson { change: "changed", part, id, field, before, after });
        }
    }
}

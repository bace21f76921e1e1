//! Findings: what is wrong, unwise or unsettled in a plan, each with its place, its source and, where one change mends
//! it, that change. docs/findings.md describes every code.

pub mod code;

mod addresses;
mod circuits;
mod direct;
mod gateways;
mod links;
mod reaching;
mod references;
mod resiliency;
mod routes;

use crate::coverage::{Coverage, coverage_of};
use crate::id::SourceId;
use crate::order::sort_by_number;
use crate::phrase::{Say, phrase};
use crate::plan::Plan;
use crate::plan::edit::Edit;
use crate::planned::{Facts, Planned};
use crate::review::code::{Basis, Code};
use crate::sku::Peering;
use std::collections::BTreeMap;

/// How bad it is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It will not work, or cannot be ordered.
    Error,
    /// It may not work, or is not what was intended.
    Warning,
    /// It works, and could be better.
    Advice,
}

impl Severity {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as on a button.
    pub label: String,
    /// The change: an ordinary, undoable one.
    pub edit: Edit,
}

/// Something found in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// Its place in the file: a JSON pointer (RFC 6901).
    pub path: String,
    /// What is wrong, in a sentence or two.
    pub message: String,
    /// The keys of the documents behind it, the most telling first; empty when it rests on none.
    pub sources: Vec<String>,
    /// What would mend it; none where no single change does.
    pub fix: Option<Fix>,
}

impl Finding {
    fn new(code: Code, path: String, message: String) -> Finding {
        let sources = match code.basis() {
            Basis::Documents(keys) => keys.iter().map(|it| (*it).to_owned()).collect(),
            Basis::Answer | Basis::Plan | Basis::NoPublicSource => Vec::new(),
        };
        Finding { code, path, message, sources, fix: None }
    }

    fn fixed(mut self, label: impl Into<String>, edit: Edit) -> Finding {
        self.fix = Some(Fix { label: label.into(), edit });
        self
    }

    fn fixed_if(self, fix: Option<(String, Edit)>) -> Finding {
        match fix {
            Some((label, edit)) => self.fixed(label, edit),
            None => self,
        }
    }

    /// The documents of an answer.
    fn citing(mut self, planned: &Planned<'_>, sources: &[SourceId]) -> Finding {
        self.sources = sources.iter().map(|id| planned.facts.catalog.source(*id).key.clone()).collect();
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A peering within a sentence.
fn peering_words(peering: Peering) -> &'static str {
    match peering {
        Peering::Private => phrase("private peering"),
        Peering::Microsoft => phrase("Microsoft peering"),
    }
}

/// So many findings of one code are listed; a last one says how many more there are.
pub const MOST_OF_A_CODE: usize = 1_000;

/// Where the rules put what they find.
struct Found {
    say: Say,
    findings: Vec<Finding>,
    of_code: BTreeMap<Code, Counted>,
}

/// Findings of one code.
#[derive(Default)]
struct Counted {
    count: usize,
    /// The place of the first that is not listed.
    left_out: Option<String>,
}

impl Found {
    /// Whether another finding of this code is listed. One that is not is counted here: it need not be made.
    fn takes(&mut self, code: Code, path: impl FnOnce() -> String) -> bool {
        let counted = self.of_code.entry(code).or_default();
        if counted.count < MOST_OF_A_CODE {
            return true;
        }
        counted.count += 1;
        counted.left_out.get_or_insert_with(path);
        false
    }

    fn add(&mut self, mut finding: Finding) {
        if matches!(finding.code.basis(), Basis::NoPublicSource) {
            let unsourced = (self.say)(phrase("No public source of Microsoft states this."), &[]);
            finding.message = [finding.message, unsourced].join(" ");
        }
        let counted = self.of_code.entry(finding.code).or_default();
        counted.count += 1;
        if counted.count <= MOST_OF_A_CODE {
            self.findings.push(finding);
        } else if counted.left_out.is_none() {
            counted.left_out = Some(finding.path);
        }
    }

    /// Everything, worst first, with what stands for findings that are not listed.
    fn listed(mut self) -> Vec<Finding> {
        for (code, counted) in self.of_code {
            if let Some(path) = counted.left_out {
                let more = counted.count - MOST_OF_A_CODE;
                let text = phrase("{more} more like it are not listed, from here on. Mend the ones above first.");
                let message = (self.say)(text, &[("more", &more.to_string())]);
                self.findings.push(Finding { code, path, message, sources: Vec::new(), fix: None });
            }
        }
        sort_by_number(&mut self.findings, |it| it.severity() as u64);
        self.findings
    }
}

/// A rule looks at the plan for one thing.
type Rule = fn(&Planned<'_>, &mut Found);

const RULES: &[Rule] = &[
    references::dangling,
    references::unknown_location,
    references::unknown_region,
    references::unknown_geopolitical_region,
    references::site_without_point,
    references::undecided,
    references::connection_to_nothing,
    references::connection_twice,
    references::circuit_unused,
    references::id_not_slug,
    reaching::sku_too_small,
    reaching::other_cloud,
    reaching::not_settled,
    reaching::microsoft_365,
    reaching::vmware,
    reaching::region_status,
    reaching::peering_missing,
    reaching::outside_residency,
    circuits::local_not_offered,
    circuits::local_metered,
    circuits::local_bandwidth,
    circuits::bandwidth_not_listed,
    circuits::provider,
    circuits::provider_and_direct,
    circuits::one_way,
    circuits::vpn_backup,
    circuits::bfd_off,
    direct::port_speed,
    direct::port_not_offered,
    direct::port_elsewhere,
    direct::circuit_size,
    direct::sum_of_circuits,
    direct::enrollment,
    addresses::prefix_wrong,
    addresses::peering_prefix_size,
    addresses::link_prefix_size,
    addresses::prefix_overlap,
    addresses::private_range,
    addresses::asn,
    addresses::vlan,
    addresses::peering_twice,
    routes::peering_routes,
    routes::gateway_address_spaces,
    routes::gateway_routes,
    links::tests,
    links::twice,
    links::throughput,
    links::missing_pairs,
    gateways::vnet_links,
    gateways::circuits_of_one_location,
    gateways::circuits,
    gateways::throughput,
    gateways::fastpath,
    gateways::scale_units,
    gateways::subnet,
];

/// Rules that look at what is covered.
type CoverageRule = fn(&Planned<'_>, &Coverage, &mut Found);

const COVERAGE_RULES: &[CoverageRule] =
    &[resiliency::workload_unreached, resiliency::not_met, resiliency::one_location, resiliency::pairs];

/// What is found in `plan`, worst first, then in the order of the rules: of each code at most [`MOST_OF_A_CODE`], and how
/// many more there are.
pub fn review(facts: Facts<'_>, plan: &Plan) -> Vec<Finding> {
    let planned = Planned::new(facts, plan);
    let coverage = coverage_of(&planned);
    review_planned(&planned, &coverage)
}

/// [`review`] of a plan that was looked at already.
pub fn review_planned(planned: &Planned<'_>, coverage: &Coverage) -> Vec<Finding> {
    let mut found = Found { say: planned.facts.say, findings: Vec::new(), of_code: BTreeMap::new() };
    RULES.iter().for_each(|rule| rule(planned, &mut found));
    COVERAGE_RULES.iter().for_each(|rule| rule(planned, coverage, &mut found));
    found.listed()
}

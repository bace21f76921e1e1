//! The plan held against the rules: findings, coverage, and what the rules say about a link.

use crate::parts::PartAt;
use reach::catalog::Catalog;
use reach::coverage::{Cell, Coverage, coverage_of};
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, link};
use reach::phrase::phrase;
use reach::plan::Plan;
use reach::planned::{Facts, Planned};
use reach::review::{Finding, Severity, review_planned};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A plan with all that the rules say about it.
#[derive(Debug)]
pub struct Judged {
    /// The plan that is meant: places in what follows are places in its lists.
    pub plan: Arc<Plan>,
    /// What it covers, with the mesh of Global Reach and the scores of its gateways.
    pub coverage: Coverage,
    /// What is found in it, worst first.
    pub findings: Vec<Finding>,
    /// The places of the findings of each part.
    of_part: BTreeMap<PartAt, Vec<usize>>,
}

impl Judged {
    /// Holds `plan` against the rules.
    pub fn new(facts: Facts<'_>, plan: Arc<Plan>) -> Judged {
        let planned = Planned::new(facts, &plan);
        let coverage = coverage_of(&planned);
        let findings = review_planned(&planned, &coverage);
        let mut of_part: BTreeMap<PartAt, Vec<usize>> = BTreeMap::new();
        for (at, finding) in findings.iter().enumerate() {
            if let Some(part) = PartAt::of(&finding.path) {
                of_part.entry(part).or_default().push(at);
            }
        }
        Judged { plan, coverage, findings, of_part }
    }

    /// What is found in a part and in its fields, worst first.
    pub fn findings_of(&self, part: PartAt) -> impl Iterator<Item = &Finding> {
        let places = self.of_part.get(&part).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| self.findings.get(*at))
    }

    /// How bad the worst is that is found in a part.
    pub fn worst_of(&self, part: PartAt) -> Option<Severity> {
        self.findings_of(part).next().map(Finding::severity)
    }

    /// How a workload is covered from a site, or by the circuits that serve none; none when that was left out.
    pub fn cell(&self, site: Option<usize>, workload: usize) -> Option<&Cell> {
        // In the order of the plan, with the circuits that serve no site last.
        let place = |site: Option<usize>, workload: usize| (site.is_none(), site, workload);
        let cells = &self.coverage.cells;
        let at = cells.binary_search_by_key(&place(site, workload), |it| place(it.site, it.workload)).ok()?;
        cells.get(at)
    }
}

/// The answer about a link between two circuits of the plan; none when one of them is missing, undecided, or at a
/// location that the data set does not have.
pub fn judged(catalog: &Catalog, plan: &Plan, from: &str, to: &str) -> Option<LinkAnswer> {
    let (from, to) = ends(plan, from, to)?;
    Some(link(catalog, from, to))
}

/// The ends of a link that can be judged.
pub fn ends(plan: &Plan, from: &str, to: &str) -> Option<(LinkEnd, LinkEnd)> {
    let end = |id: &str| {
        let circuit = plan.circuit(id)?;
        Some(LinkEnd { location: circuit.location.known()?, sku: circuit.tier? })
    };
    Some((end(from)?, end(to)?))
}

/// A verdict as the page writes it.
pub fn verdict_words(verdict: LinkVerdict) -> &'static str {
    match verdict {
        LinkVerdict::Linkable => phrase("can be linked"),
        LinkVerdict::NeedsPremium => phrase("needs Premium on both"),
        LinkVerdict::NotLinkable => phrase("cannot be linked"),
        LinkVerdict::NotDocumented => phrase("not documented"),
    }
}

//! The plan held against the rules: findings, coverage, and what the rules say about a link.

use reach::catalog::Catalog;
use reach::coverage::{Coverage, coverage_of};
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, link};
use reach::plan::Plan;
use reach::planned::{Facts, Planned};
use reach::review::{Finding, review_planned};
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
}

impl Judged {
    /// Holds `plan` against the rules.
    pub fn new(facts: Facts<'_>, plan: Arc<Plan>) -> Judged {
        let planned = Planned::new(facts, &plan);
        let coverage = coverage_of(&planned);
        let findings = review_planned(&planned, &coverage);
        Judged { plan, coverage, findings }
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
        LinkVerdict::Linkable => "can be linked",
        LinkVerdict::NeedsPremium => "needs Premium on both",
        LinkVerdict::NotLinkable => "cannot be linked",
        LinkVerdict::NotDocumented => "not documented",
    }
}

//! What the rules say about a link of the plan.

use reach::catalog::Catalog;
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, link};
use reach::plan::Plan;

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

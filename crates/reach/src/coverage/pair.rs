//! Two circuits for one workload: how far apart, and what they share.

use crate::geo::{DistanceBasis, Kilometers};
use crate::id::PeeringLocationId;
use crate::names::folded;
use crate::plan::PlanCircuit;
use crate::planned::Planned;

/// What stands against two circuits withstanding a failure together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// Both lie in one metro.
    SameMetro,
    /// A Metro location beside one of its sites, or two Metro locations with a site in common.
    SharedSite,
    /// The documents print one facility for both.
    SameFacility,
    /// Both run through one provider.
    SameProvider,
}

impl Risk {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Risk::SameMetro => "same_metro",
            Risk::SharedSite => "shared_site",
            Risk::SameFacility => "same_facility",
            Risk::SameProvider => "same_provider",
        }
    }
}

/// From this distance on, Microsoft's sample script for maximum resiliency advises active/standby; below it, to balance
/// traffic over both circuits (source SCRIPT).
pub const FAR_KM: u32 = 242;

/// Two circuits at different locations.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The places of the circuits, in the order of the plan.
    pub circuits: [usize; 2],
    /// How far apart their locations are.
    pub distance: (Kilometers, DistanceBasis),
    /// What they share.
    pub risks: Vec<Risk>,
}

impl Pair {
    /// Whether the script advises active/standby.
    pub fn is_far(&self) -> bool {
        self.distance.0.whole() >= FAR_KM
    }
}

/// So many circuits of one cell are paired with each other.
const MOST_CIRCUITS: usize = 64;

/// The two of `circuits` that share least, and of those the farthest apart; none when all are at one location.
pub fn best_pair(planned: &Planned<'_>, circuits: &[usize]) -> Option<Pair> {
    let mut best: Option<Pair> = None;
    let circuits = circuits.get(..MOST_CIRCUITS).unwrap_or(circuits);
    for (at, one) in circuits.iter().enumerate() {
        for other in circuits.iter().take(at) {
            let Some(pair) = pair_of(planned, *other, *one) else { continue };
            // Fewest risks first, then the largest distance; of equals the earlier.
            let better = best.as_ref().is_none_or(|it| {
                let (new, old) = (pair.risks.len(), it.risks.len());
                new < old || (new == old && pair.distance.0 > it.distance.0)
            });
            if better {
                best = Some(pair);
            }
        }
    }
    best
}

/// The pair of two circuits; none when they are at one location, or one is at an unknown one.
pub fn pair_of(planned: &Planned<'_>, one: usize, other: usize) -> Option<Pair> {
    let circuit = |at: usize| planned.plan.circuits.get(at);
    let (first, second) = (circuit(one)?, circuit(other)?);
    let (a, b) = (first.location.known()?, second.location.known()?);
    if a == b {
        return None;
    }
    let distance = planned.facts.catalog.distance_between(a, b);
    Some(Pair { circuits: [one, other], distance, risks: risks(planned, (first, a), (second, b)) })
}

type Placed<'p> = (&'p PlanCircuit, PeeringLocationId);

fn risks(planned: &Planned<'_>, (first, a): Placed<'_>, (second, b): Placed<'_>) -> Vec<Risk> {
    let catalog = planned.facts.catalog;
    let (row_a, row_b) = (catalog.location(a), catalog.location(b));
    let same_metro = row_a.cloud == row_b.cloud && row_a.country == row_b.country && row_a.city == row_b.city;
    let common = row_a.sites.iter().any(|it| row_b.sites.contains(it));
    let shared_site = row_a.sites.contains(&b) || row_b.sites.contains(&a) || common;
    // Some rows print the operator alone, so that one text stands in two cities.
    let same_facility = same_metro && !row_a.facility.is_empty() && row_a.facility == row_b.facility;
    let provider = |it: &PlanCircuit| it.provider.as_deref().map(folded).filter(|it| !it.is_empty());
    let same_provider = provider(first).is_some() && provider(first) == provider(second);
    let risks = [
        (same_metro, Risk::SameMetro),
        (shared_site, Risk::SharedSite),
        (same_facility, Risk::SameFacility),
        (same_provider, Risk::SameProvider),
    ];
    risks.into_iter().filter(|(holds, _)| *holds).map(|(_, risk)| risk).collect()
}

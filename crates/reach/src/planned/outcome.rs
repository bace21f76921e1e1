//! What the rules say about a connection, and why.

use crate::catalog::Catalog;
use crate::explain;
use crate::id::{PeeringLocationId, RegionId};
use crate::phrase::phrase;
use crate::planned::{Judged, Planned};
use crate::reachable::{Answer, Verdict};
use crate::sku::{Cloud, Sku};

/// Whether a connection reaches its workload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carried {
    /// By the documents.
    Yes,
    /// No document settles it, or two disagree, or the way beyond the gateway is not assessed.
    Unsure,
    /// By the documents it does not, or the plan does not say enough.
    No,
}

impl Carried {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Carried::Yes => "reached",
            Carried::Unsure => "unsure",
            Carried::No => "not_reached",
        }
    }
}

/// What the rules say about a connection.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// A region or service.
    Reach(Answer),
    /// A gateway in another region than the workload: whether the gateway is reached.
    Behind(Answer),
    /// An Azure VMware Solution private cloud.
    Vmware(Vmware),
    /// A part is undecided or not in the data set, so that no rule applies.
    Undecided,
}

/// What the documents say about Azure VMware Solution over a circuit: its private cloud has a circuit of its own, which
/// Global Reach joins to the circuit of the site. Where that circuit peers is not documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vmware {
    /// A Local circuit cannot use Global Reach.
    LocalSku,
    /// The location is not on the list of Global Reach.
    PlaceNotListed,
    /// Another cloud.
    OtherCloud,
    /// Nothing stands against it, but where the private cloud's circuit peers decides, and is not documented.
    NotDocumented,
}

impl Outcome {
    /// Whether the workload is reached.
    pub fn carried(&self) -> Carried {
        match self {
            Outcome::Reach(answer) => match answer.judgement.verdict {
                Verdict::Reachable => Carried::Yes,
                Verdict::NotDocumented | Verdict::DataConflict => Carried::Unsure,
                Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::LocalNotOffered | Verdict::Unreachable => {
                    Carried::No
                }
            },
            Outcome::Behind(answer) => match answer.judgement.verdict {
                Verdict::Reachable | Verdict::NotDocumented | Verdict::DataConflict => Carried::Unsure,
                Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::LocalNotOffered | Verdict::Unreachable => {
                    Carried::No
                }
            },
            Outcome::Vmware(Vmware::NotDocumented) => Carried::Unsure,
            Outcome::Vmware(Vmware::LocalSku | Vmware::PlaceNotListed | Vmware::OtherCloud) | Outcome::Undecided => {
                Carried::No
            }
        }
    }

    /// Whether the gateway of the connection is reached, whatever lies behind it.
    pub fn reaches_gateway(&self) -> Carried {
        match self {
            Outcome::Behind(answer) => Outcome::Reach(*answer).carried(),
            Outcome::Reach(_) | Outcome::Vmware(_) | Outcome::Undecided => self.carried(),
        }
    }

    /// The word for it in JSON: the verdict of reach, or `not_assessed`, or `undecided`.
    pub fn verdict(&self) -> &'static str {
        match self {
            Outcome::Reach(answer) => answer.judgement.verdict.as_str(),
            Outcome::Behind(answer) => match self.carried() {
                Carried::Yes | Carried::Unsure => "not_assessed",
                Carried::No => answer.judgement.verdict.as_str(),
            },
            Outcome::Vmware(Vmware::LocalSku) => Verdict::NeedsStandard.as_str(),
            Outcome::Vmware(Vmware::OtherCloud) => Verdict::Unreachable.as_str(),
            Outcome::Vmware(Vmware::PlaceNotListed) => "place_not_listed",
            Outcome::Vmware(Vmware::NotDocumented) => Verdict::NotDocumented.as_str(),
            Outcome::Undecided => "undecided",
        }
    }
}

/// What the documents say about Azure VMware Solution in `region` over a circuit.
pub(super) fn vmware(catalog: &Catalog, location: PeeringLocationId, sku: Sku, region: RegionId) -> Vmware {
    let row = catalog.location(location);
    if row.cloud != catalog.region(region).cloud {
        return Vmware::OtherCloud;
    }
    if sku == Sku::Local {
        return Vmware::LocalSku;
    }
    if row.cloud == Cloud::Public && catalog.global_reach_line(location).is_none() {
        return Vmware::PlaceNotListed;
    }
    Vmware::NotDocumented
}

/// Why a connection reaches its workload or does not, in a sentence or two.
pub fn reason(planned: &Planned<'_>, judged: &Judged) -> String {
    let catalog = planned.facts.catalog;
    let text = match &judged.outcome {
        Outcome::Reach(answer) => return explain::reason_in(catalog, answer, planned.facts.say),
        Outcome::Behind(answer) => {
            let text =
                phrase("The workload lies in another region than the gateway; the way from there is not assessed.");
            let reason = explain::reason_in(catalog, answer, planned.facts.say);
            return [reason, planned.say(text, &[])].join(" ");
        }
        Outcome::Vmware(Vmware::LocalSku) => {
            phrase("Azure VMware Solution is joined by Global Reach, which a Local circuit cannot use; Standard can.")
        }
        Outcome::Vmware(Vmware::PlaceNotListed) => {
            phrase("Azure VMware Solution is joined by Global Reach, and the location is not on its list.")
        }
        Outcome::Vmware(Vmware::OtherCloud) => phrase("The region belongs to another cloud; clouds are never joined."),
        Outcome::Vmware(Vmware::NotDocumented) => phrase(
            "Azure VMware Solution is joined by Global Reach to a circuit of its own; where that circuit peers, and so whether both must be Premium, is not documented.",
        ),
        Outcome::Undecided => {
            phrase("The plan does not say enough: a tier, region or gateway is undecided or unknown.")
        }
    };
    planned.say(text, &[])
}

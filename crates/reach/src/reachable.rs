//! The rules of reach: a verdict for a region or service, from a peering location, under a SKU.
//!
//! docs/rules.md numbers the rules; the numbers here are the same.

use crate::catalog::Catalog;
use crate::geo::{DistanceBasis, Kilometers};
use crate::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use crate::sku::{Cloud, Peering, Sku};
use crate::tables::RegionStatus;
use serde::{Deserialize, Serialize};

/// The answer to "does this circuit reach that?", the same words on every face of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A gateway there may be connected to the circuit, or its public prefixes are received.
    Reachable,
    /// Not under this SKU; Standard would.
    NeedsStandard,
    /// Not under this SKU; Premium would.
    NeedsPremium,
    /// No Local circuits are offered at the location.
    LocalNotOffered,
    /// In another cloud, which no SKU reaches.
    Unreachable,
    /// The sources disagree; the reason shows both.
    DataConflict,
    /// No source says; the likely answer stands apart.
    NotDocumented,
}

impl Verdict {
    /// The word in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Reachable => "reachable",
            Verdict::NeedsStandard => "needs_standard",
            Verdict::NeedsPremium => "needs_premium",
            Verdict::LocalNotOffered => "local_not_offered",
            Verdict::Unreachable => "unreachable",
            Verdict::DataConflict => "data_conflict",
            Verdict::NotDocumented => "not_documented",
        }
    }
}

/// What a circuit is asked to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// An Azure region.
    Region(RegionId),
    /// Microsoft 365 of a cloud.
    Microsoft365(Cloud),
    /// Dynamics 365: an environment in the location's own geopolitical region, or in the one named.
    Dynamics365(Option<GeopoliticalRegionId>),
}

/// A circuit, as far as reach depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Circuit {
    /// Where it peers.
    pub location: PeeringLocationId,
    /// Its SKU tier.
    pub sku: Sku,
    /// The peering asked about.
    pub peering: Peering,
}

/// The rule that settled a verdict, with what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// Rule 1: announced, canary and retired regions are never reachable.
    NotLive(RegionStatus),
    /// Rule 2.
    AnotherCloud,
    /// Rule 3.
    PremiumReachesTheCloud,
    /// Rule 3 for Microsoft peering: the prefixes of the geopolitical regions that the table lists.
    PremiumReceivesListedRegions,
    /// Rule 4, and rule 5 for the location's own Local regions.
    InLocalColumn,
    /// Rule 4: this other row of the same city says otherwise.
    LocalRowsDisagree(PeeringLocationId),
    /// Rule 4.
    LocalNotOffered,
    /// Rule 4: the location is in no table that has a Local column.
    LocalUnknown,
    /// Rule 5.
    SameGeopoliticalRegion,
    /// Rule 5.
    OtherGeopoliticalRegion,
    /// Rule 5: the geopolitical table does not place the region.
    NotPlaced,
    /// Rule 6.
    Microsoft365Premium,
    /// Rule 6.
    Microsoft365NeedsPremium,
    /// Rule 6: Microsoft 365 in a national cloud.
    Microsoft365OtherCloud,
    /// Rule 6.
    Dynamics365InReach,
    /// Rule 6.
    Dynamics365Elsewhere,
    /// Rule 6.
    Dynamics365Local,
}

/// A verdict and the rule behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Judgement {
    /// What is documented.
    pub verdict: Verdict,
    /// What is likely where the verdict is `not_documented`; none when nothing points either way.
    pub likely: Option<Verdict>,
    /// The rule that settled it.
    pub because: Because,
}

impl Judgement {
    fn sure(verdict: Verdict, because: Because) -> Judgement {
        Judgement { verdict, likely: None, because }
    }

    fn unsure(likely: Option<Verdict>, because: Because) -> Judgement {
        Judgement { verdict: Verdict::NotDocumented, likely, because }
    }

    fn reaches_or_likely(self) -> bool {
        self.verdict == Verdict::Reachable || self.likely == Some(Verdict::Reachable)
    }
}

/// A verdict with what a person needs beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The circuit asked about.
    pub circuit: Circuit,
    /// What it was asked to reach.
    pub to: Destination,
    /// The verdict and its rule.
    pub judgement: Judgement,
    /// The smallest SKU that reaches it by the documents; none when none does.
    pub smallest_sku: Option<Sku>,
    /// The smallest SKU that reaches it or is likely to.
    pub likely_smallest_sku: Option<Sku>,
    /// How far a region is, and how exact that is; none for a service.
    pub distance: Option<(Kilometers, DistanceBasis)>,
}

/// What a circuit reaches: one answer for every live region of its cloud, in slug order.
///
/// Distances are great-circle kilometers. Rules and their order: docs/rules.md, "Reach".
pub fn reach_of(catalog: &Catalog, circuit: Circuit) -> Vec<Answer> {
    let cloud = catalog.location(circuit.location).cloud;
    catalog.live_regions(cloud).map(|region| reach(catalog, circuit, Destination::Region(region))).collect()
}

/// Whether a circuit reaches `to`, why, and under which SKU it would.
///
/// Microsoft 365 and Dynamics 365 are reached over Microsoft peering, so the answer says so whatever peering was asked.
pub fn reach(catalog: &Catalog, circuit: Circuit, to: Destination) -> Answer {
    let circuit = match to {
        Destination::Region(_) => circuit,
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => {
            Circuit { peering: Peering::Microsoft, ..circuit }
        }
    };
    let under = |sku: Sku| judge(catalog, Circuit { sku, ..circuit }, to);
    let all = Sku::ALL.iter().copied();
    Answer {
        circuit,
        to,
        judgement: under(circuit.sku),
        smallest_sku: all.clone().find(|sku| under(*sku).verdict == Verdict::Reachable),
        likely_smallest_sku: all.clone().find(|sku| under(*sku).reaches_or_likely()),
        distance: match to {
            Destination::Region(region) => Some(catalog.distance_to_region(circuit.location, region)),
            Destination::Microsoft365(_) | Destination::Dynamics365(_) => None,
        },
    }
}

/// The verdict alone: the first rule that fits.
pub fn judge(catalog: &Catalog, circuit: Circuit, to: Destination) -> Judgement {
    match to {
        Destination::Region(region) => judge_region(catalog, circuit, region),
        Destination::Microsoft365(cloud) => judge_microsoft_365(catalog, circuit, cloud),
        Destination::Dynamics365(environment) => judge_dynamics_365(catalog, circuit, environment),
    }
}

fn judge_region(catalog: &Catalog, circuit: Circuit, region: RegionId) -> Judgement {
    let to = catalog.region(region);
    if catalog.location(circuit.location).cloud != to.cloud {
        return Judgement::sure(Verdict::Unreachable, Because::AnotherCloud);
    }
    let ruled = match circuit.sku {
        Sku::Premium => premium(catalog, circuit, region),
        Sku::Local => local(catalog, circuit.location, region),
        Sku::Standard => standard(catalog, circuit.location, region, Verdict::Reachable),
    };
    match (to.status, ruled.verdict) {
        (RegionStatus::Live, _) => ruled,
        (_, Verdict::LocalNotOffered | Verdict::Unreachable | Verdict::DataConflict) => ruled,
        // To name a larger SKU would promise what no SKU has: the region is not in use.
        (
            RegionStatus::Announced | RegionStatus::Canary | RegionStatus::Retired,
            Verdict::Reachable | Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::NotDocumented,
        ) => Judgement::unsure(None, Because::NotLive(to.status)),
    }
}

/// Rule 3. The documents promise Premium every region for private peering, and for Microsoft peering the prefixes of
/// other geopolitical regions: a region that belongs to none of them by the table is not covered by that sentence, unless
/// the location's own Local column names it.
fn premium(catalog: &Catalog, circuit: Circuit, region: RegionId) -> Judgement {
    match circuit.peering {
        Peering::Private => return Judgement::sure(Verdict::Reachable, Because::PremiumReachesTheCloud),
        Peering::Microsoft => {}
    }
    let ruled = standard(catalog, circuit.location, region, Verdict::Reachable);
    match ruled.verdict {
        Verdict::Reachable => ruled,
        Verdict::NotDocumented => Judgement::unsure(Some(Verdict::Reachable), Because::NotPlaced),
        Verdict::NeedsStandard
        | Verdict::NeedsPremium
        | Verdict::LocalNotOffered
        | Verdict::Unreachable
        | Verdict::DataConflict => Judgement::sure(Verdict::Reachable, Because::PremiumReceivesListedRegions),
    }
}

/// Rule 4.
fn local(catalog: &Catalog, location: PeeringLocationId, region: RegionId) -> Judgement {
    let Some(column) = &catalog.location(location).local_regions else {
        return local_unknown(catalog, location, Some(region));
    };
    if column.contains(&region) {
        return Judgement::sure(Verdict::Reachable, Because::InLocalColumn);
    }
    if column.is_empty() {
        return match row_that_disagrees(catalog, location, region) {
            Some(other) => Judgement::sure(Verdict::DataConflict, Because::LocalRowsDisagree(other)),
            None => Judgement::sure(Verdict::LocalNotOffered, Because::LocalNotOffered),
        };
    }
    standard(catalog, location, region, Verdict::NeedsStandard)
}

/// Rule 4 for a location that no table with a Local column lists. Its Metro row tells what is likely.
fn local_unknown(catalog: &Catalog, location: PeeringLocationId, region: Option<RegionId>) -> Judgement {
    let metro_regions =
        || catalog.metros_of(location).iter().filter_map(|it| catalog.location(*it).local_regions.as_ref());
    let likely = match region {
        Some(region) if metro_regions().any(|column| column.contains(&region)) => Some(Verdict::Reachable),
        Some(region) if metro_regions().any(|column| !column.is_empty()) => {
            let ruled = standard(catalog, location, region, Verdict::NeedsStandard);
            ruled.likely.or((ruled.verdict != Verdict::NotDocumented).then_some(ruled.verdict))
        }
        Some(_) | None => None,
    };
    Judgement::unsure(likely, Because::LocalUnknown)
}

/// A Metro row made of this site, or a site of this Metro row, that lists `region` where this row lists nothing.
fn row_that_disagrees(catalog: &Catalog, location: PeeringLocationId, region: RegionId) -> Option<PeeringLocationId> {
    let kin = catalog.metros_of(location).iter().chain(&catalog.location(location).sites);
    let lists =
        |id: &&PeeringLocationId| catalog.location(**id).local_regions.as_ref().is_some_and(|it| it.contains(&region));
    kin.copied().find(|id| lists(&id))
}

/// Rule 5, with `within` as the verdict inside the geopolitical region.
fn standard(catalog: &Catalog, location: PeeringLocationId, region: RegionId, within: Verdict) -> Judgement {
    let (from, to) = (catalog.location(location), catalog.region(region));
    if from.local_regions.as_ref().is_some_and(|column| column.contains(&region)) {
        return Judgement::sure(within, Because::InLocalColumn);
    }
    let by_place = |place: GeopoliticalRegionId| match place == from.geopolitical_region {
        true => (within, Because::SameGeopoliticalRegion),
        false => (Verdict::NeedsPremium, Because::OtherGeopoliticalRegion),
    };
    match to.geopolitical_region.map(by_place) {
        Some((verdict, because)) => Judgement::sure(verdict, because),
        None => Judgement::unsure(to.likely_geopolitical_region.map(|place| by_place(place).0), Because::NotPlaced),
    }
}

/// Rule 4 as it stands before rule 6: whether Local is offered at all.
fn local_for_services(catalog: &Catalog, circuit: Circuit) -> Option<Judgement> {
    if circuit.sku != Sku::Local {
        return None;
    }
    match &catalog.location(circuit.location).local_regions {
        None => Some(local_unknown(catalog, circuit.location, None)),
        Some(column) if column.is_empty() => Some(Judgement::sure(Verdict::LocalNotOffered, Because::LocalNotOffered)),
        Some(_) => None,
    }
}

fn judge_microsoft_365(catalog: &Catalog, circuit: Circuit, cloud: Cloud) -> Judgement {
    let own = catalog.location(circuit.location).cloud;
    if own != cloud {
        return Judgement::sure(Verdict::Unreachable, Because::AnotherCloud);
    }
    if let Some(settled) = local_for_services(catalog, circuit) {
        return settled;
    }
    match (own, circuit.sku) {
        (Cloud::UsGov | Cloud::China, _) => Judgement::unsure(None, Because::Microsoft365OtherCloud),
        (Cloud::Public, Sku::Premium) => Judgement::sure(Verdict::Reachable, Because::Microsoft365Premium),
        (Cloud::Public, Sku::Local | Sku::Standard) => {
            Judgement::sure(Verdict::NeedsPremium, Because::Microsoft365NeedsPremium)
        }
    }
}

fn judge_dynamics_365(catalog: &Catalog, circuit: Circuit, environment: Option<GeopoliticalRegionId>) -> Judgement {
    let own = catalog.location(circuit.location);
    let place = environment.unwrap_or(own.geopolitical_region);
    if catalog.geopolitical_region(place).cloud != own.cloud {
        return Judgement::sure(Verdict::Unreachable, Because::AnotherCloud);
    }
    if let Some(settled) = local_for_services(catalog, circuit) {
        return settled;
    }
    match circuit.sku {
        Sku::Local => Judgement::unsure(None, Because::Dynamics365Local),
        Sku::Standard if place != own.geopolitical_region => {
            Judgement::sure(Verdict::NeedsPremium, Because::Dynamics365Elsewhere)
        }
        Sku::Standard | Sku::Premium => Judgement::sure(Verdict::Reachable, Because::Dynamics365InReach),
    }
}

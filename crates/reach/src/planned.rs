//! A plan with what rules need at hand: parts by id, and each connection judged once.

pub mod outcome;

use crate::catalog::Catalog;
use crate::geo::{DistanceBasis, Kilometers};
use crate::id::RegionId;
use crate::limits::Limits;
use crate::link::{LinkAnswer, LinkEnd, link};
use crate::phrase::Say;
use crate::plan::words::WorkloadKind;
use crate::plan::{Connection, DirectPort, Gateway, Plan, PlanCircuit, PlanLink, Workload};
use crate::planned::outcome::{Outcome, vmware};
use crate::reachable::{self, Answer, Destination};
use crate::sku::Peering;
use crate::tables::ProviderTables;
use std::collections::BTreeMap;

/// The facts that plans are held against.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Locations, regions and rules.
    pub catalog: &'a Catalog,
    /// What circuits, gateways and ports may hold.
    pub limits: &'a Limits,
    /// Who offers circuits where.
    pub providers: &'a ProviderTables,
    /// In which language findings are told: programs tell them in English ([`crate::phrase::english`]).
    pub say: Say,
}

/// A connection whose circuit is there.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The place of the connection.
    pub connection: usize,
    /// The place of its circuit.
    pub circuit: usize,
    /// The places of the workloads that it is for.
    pub workloads: Vec<usize>,
    /// What the rules say.
    pub outcome: Outcome,
}

/// So many pairs of connection and workload are looked at: a plan of people has far fewer.
const MOST_PAIRS: usize = 200_000;

/// A plan with what rules need at hand.
#[derive(Debug)]
pub struct Planned<'a> {
    /// The facts.
    pub facts: Facts<'a>,
    /// The plan.
    pub plan: &'a Plan,
    /// The connections whose circuit is there, in the order of the plan.
    pub judged: Vec<Judged>,
    circuits: BTreeMap<&'a str, usize>,
    workloads: BTreeMap<&'a str, usize>,
    gateways: BTreeMap<&'a str, usize>,
    ports: BTreeMap<&'a str, usize>,
    sites: BTreeMap<&'a str, usize>,
    by_gateway: BTreeMap<&'a str, Vec<usize>>,
    by_port: BTreeMap<&'a str, Vec<usize>>,
}

fn grouped<'a>(keys: impl Iterator<Item = Option<&'a String>>) -> BTreeMap<&'a str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, key) in keys.enumerate() {
        if let Some(key) = key {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

fn places<'a>(ids: impl Iterator<Item = &'a String>) -> BTreeMap<&'a str, usize> {
    ids.enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

impl<'a> Planned<'a> {
    /// Looks at `plan` once.
    pub fn new(facts: Facts<'a>, plan: &'a Plan) -> Planned<'a> {
        let mut planned = Planned {
            facts,
            plan,
            judged: Vec::new(),
            circuits: places(plan.circuits.iter().map(|it| &it.id)),
            workloads: places(plan.workloads.iter().map(|it| &it.id)),
            gateways: places(plan.gateways.iter().map(|it| &it.id)),
            ports: places(plan.direct_ports.iter().map(|it| &it.id)),
            sites: places(plan.sites.iter().map(|it| &it.id)),
            by_gateway: grouped(plan.connections.iter().map(|it| it.gateway.as_ref())),
            by_port: grouped(plan.circuits.iter().map(|it| it.direct_port.as_ref())),
        };
        planned.judged = planned.judge();
        planned
    }

    /// The place and the circuit with this id.
    pub fn circuit(&self, id: &str) -> Option<(usize, &'a PlanCircuit)> {
        self.circuits.get(id).and_then(|at| Some((*at, self.plan.circuits.get(*at)?)))
    }

    /// The place and the workload with this id.
    pub fn workload(&self, id: &str) -> Option<(usize, &'a Workload)> {
        self.workloads.get(id).and_then(|at| Some((*at, self.plan.workloads.get(*at)?)))
    }

    /// The place and the gateway with this id.
    pub fn gateway(&self, id: &str) -> Option<(usize, &'a Gateway)> {
        self.gateways.get(id).and_then(|at| Some((*at, self.plan.gateways.get(*at)?)))
    }

    /// The place and the port pair with this id.
    pub fn port(&self, id: &str) -> Option<(usize, &'a DirectPort)> {
        self.ports.get(id).and_then(|at| Some((*at, self.plan.direct_ports.get(*at)?)))
    }

    /// The connections of a gateway, in the order of the plan.
    pub fn connections_of(&self, gateway: &Gateway) -> impl Iterator<Item = &'a Connection> {
        let places = self.by_gateway.get(gateway.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| self.plan.connections.get(*at))
    }

    /// The circuits on a port pair, in the order of the plan.
    pub fn circuits_on(&self, port: &DirectPort) -> impl Iterator<Item = &'a PlanCircuit> {
        let places = self.by_port.get(port.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| self.plan.circuits.get(*at))
    }

    /// The place of the site with this id.
    pub fn site(&self, id: &str) -> Option<usize> {
        self.sites.get(id).copied()
    }

    /// The place of the site that a circuit serves.
    pub fn site_of(&self, circuit: &PlanCircuit) -> Option<usize> {
        circuit.site.as_deref().and_then(|id| self.site(id))
    }

    /// Says a text with values at its places, in the language of whoever asked.
    pub fn say(&self, text: &str, values: &[(&str, &str)]) -> String {
        (self.facts.say)(text, values)
    }

    /// The name of a circuit's location, or its slug when the data set does not have it.
    pub fn location_name(&self, circuit: &'a PlanCircuit) -> &'a str {
        match circuit.location.known() {
            Some(id) => &self.facts.catalog.location(id).name,
            None => circuit.location.slug(self.facts.catalog),
        }
    }

    /// What the rules say about a link; none when an end is missing, undecided, or not in the data set.
    pub fn link(&self, of: &PlanLink) -> Option<LinkAnswer> {
        self.link_between(self.circuit(&of.from)?.1, self.circuit(&of.to)?.1)
    }

    /// What the rules say about a link between two circuits; none when one is undecided or not in the data set.
    pub fn link_between(&self, from: &PlanCircuit, to: &PlanCircuit) -> Option<LinkAnswer> {
        let end = |it: &PlanCircuit| Some(LinkEnd { location: it.location.known()?, sku: it.tier? });
        Some(link(self.facts.catalog, end(from)?, end(to)?))
    }

    fn judge(&self) -> Vec<Judged> {
        let mut by_region: BTreeMap<RegionId, Vec<usize>> = BTreeMap::new();
        for (at, workload) in self.plan.workloads.iter().enumerate().filter(|(_, it)| it.kind == WorkloadKind::Region) {
            if let Some(region) = region_of(workload) {
                by_region.entry(region).or_default().push(at);
            }
        }
        let mut pairs = 0;
        let mut judged = Vec::new();
        for (at, connection) in self.plan.connections.iter().enumerate() {
            let Some((place, circuit)) = self.circuit(&connection.circuit) else { continue };
            let gateway = connection.gateway.as_deref().and_then(|id| self.gateway(id)).map(|it| it.1);
            let workload = connection.workload.as_deref().and_then(|id| self.workload(id));
            let workloads = match (workload, connection.workload.is_some(), gateway) {
                (Some((workload, _)), _, _) => vec![workload],
                (None, false, Some(gateway)) => {
                    let here = gateway.region.known().and_then(|it| by_region.get(&it));
                    here.map(|it| it.iter().copied().take(MOST_PAIRS.saturating_sub(pairs)).collect())
                        .unwrap_or_default()
                }
                (None, _, _) => Vec::new(),
            };
            pairs += workloads.len();
            let outcome = self.outcome(circuit, workload.map(|it| it.1), gateway, connection);
            judged.push(Judged { connection: at, circuit: place, workloads, outcome });
        }
        judged
    }

    /// What the rules would say about a connection that is not in the plan.
    pub fn judge_one(&self, connection: &Connection) -> Option<Outcome> {
        let (_, circuit) = self.circuit(&connection.circuit)?;
        let gateway = connection.gateway.as_deref().and_then(|id| self.gateway(id)).map(|it| it.1);
        let workload = connection.workload.as_deref().and_then(|id| self.workload(id)).map(|it| it.1);
        Some(self.outcome(circuit, workload, gateway, connection))
    }

    /// The judged connections of a gateway.
    pub fn judged_of(&self, gateway: &Gateway) -> impl Iterator<Item = &Judged> {
        let places = self.by_gateway.get(gateway.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        // Judged connections stand in the order of the plan.
        let find = |at: &usize| self.judged.binary_search_by_key(at, |it| it.connection).ok();
        places.iter().filter_map(move |at| self.judged.get(find(at)?))
    }

    fn outcome(
        &self,
        circuit: &PlanCircuit,
        workload: Option<&Workload>,
        gateway: Option<&Gateway>,
        connection: &Connection,
    ) -> Outcome {
        let (Some(location), Some(sku)) = (circuit.location.known(), circuit.tier) else { return Outcome::Undecided };
        // A gateway that is named but not there leaves open what is meant.
        if connection.gateway.is_some() && gateway.is_none() {
            return Outcome::Undecided;
        }
        let reach = |peering: Peering, to: Destination| {
            reachable::reach(self.facts.catalog, reachable::Circuit { location, sku, peering }, to)
        };
        let Some(workload) = workload else {
            let region = gateway.and_then(|it| it.region.known());
            return region
                .map_or(Outcome::Undecided, |it| Outcome::Reach(reach(Peering::Private, Destination::Region(it))));
        };
        match workload.kind {
            WorkloadKind::Microsoft365 => Outcome::Reach(reach(
                Peering::Microsoft,
                Destination::Microsoft365(self.facts.catalog.location(location).cloud),
            )),
            WorkloadKind::Dynamics365 => match self.environment(workload) {
                Some(environment) => Outcome::Reach(reach(Peering::Microsoft, Destination::Dynamics365(environment))),
                None => Outcome::Undecided,
            },
            WorkloadKind::AzureVmwareSolution => region_of(workload)
                .map_or(Outcome::Undecided, |it| Outcome::Vmware(vmware(self.facts.catalog, location, sku, it))),
            WorkloadKind::Region => self.region_outcome(workload, gateway, reach),
        }
    }

    fn region_outcome(
        &self,
        workload: &Workload,
        gateway: Option<&Gateway>,
        reach: impl Fn(Peering, Destination) -> Answer,
    ) -> Outcome {
        let Some(region) = region_of(workload) else { return Outcome::Undecided };
        match gateway.map(|it| it.region.known()) {
            None => Outcome::Reach(reach(workload.peering.unwrap_or(Peering::Private), Destination::Region(region))),
            Some(None) => Outcome::Undecided,
            Some(Some(at)) if at == region => Outcome::Reach(reach(Peering::Private, Destination::Region(region))),
            Some(Some(at)) => Outcome::Behind(reach(Peering::Private, Destination::Region(at))),
        }
    }

    /// The environment of a Dynamics 365 workload: some, none for the location's own, and nothing for an unknown one.
    fn environment(&self, workload: &Workload) -> Option<Option<crate::id::GeopoliticalRegionId>> {
        let catalog = self.facts.catalog;
        match &workload.environment {
            None => Some(None),
            Some(slug) => {
                catalog.geopolitical_region_ids().find(|id| catalog.geopolitical_region(*id).slug == *slug).map(Some)
            }
        }
    }

    /// How far a circuit's location is from where a connection leads.
    pub fn distance(&self, judged: &Judged) -> Option<(Kilometers, DistanceBasis)> {
        match &judged.outcome {
            Outcome::Reach(answer) | Outcome::Behind(answer) => answer.distance,
            Outcome::Vmware(_) => {
                let location = self.plan.circuits.get(judged.circuit)?.location.known()?;
                let region = region_of(self.plan.workloads.get(*judged.workloads.first()?)?)?;
                Some(self.facts.catalog.distance_to_region(location, region))
            }
            Outcome::Undecided => None,
        }
    }
}

/// The region of a workload, when it has one that the catalog knows.
pub fn region_of(workload: &Workload) -> Option<RegionId> {
    workload.region.as_ref().and_then(crate::plan::RegionRef::known)
}

//! What a plan covers: for each site and workload whether it is reached, through what, how far, and what the way
//! withstands; which sites talk by Global Reach; and an estimate of Microsoft's resiliency score.

pub mod mesh;
pub mod pair;
pub mod score;

use crate::coverage::pair::{Pair, Risk, best_pair};
use crate::coverage::score::{Score, scores_of};
use crate::geo::{DistanceBasis, Kilometers, great_circle_distance};
use crate::latency::{self, RoundTrip};
use crate::order::sort_by_number;
use crate::plan::words::Resiliency;
use crate::planned::outcome::{Carried, Outcome, Vmware};
use crate::planned::{Judged, Planned};
use std::collections::BTreeMap;

/// What a plan covers.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Every site with every workload, sites first in the order of the plan, then the circuits that serve no site.
    pub cells: Vec<Cell>,
    /// How many cells without ways were left out, because there are more than anyone reads.
    pub left_out: usize,
    /// Which sites talk by Global Reach.
    pub mesh: mesh::Mesh,
    /// The estimate for every gateway.
    pub scores: Vec<Score>,
}

/// A site and a workload.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The place of the site; none for circuits that serve no site.
    pub site: Option<usize>,
    /// The place of the workload.
    pub workload: usize,
    /// How it is covered.
    pub state: CellState,
    /// The connections of the site's circuits to it, in the order of the plan.
    pub ways: Vec<Way>,
    /// What was intended.
    pub intended: Option<Resiliency>,
    /// What the ways that reach it withstand; none when none does.
    pub computed: Option<Resiliency>,
    /// What stands against the computed resiliency.
    pub risks: Vec<Risk>,
    /// The two circuits behind Maximum.
    pub pair: Option<Pair>,
}

/// How a workload is covered from a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellState {
    /// At least one way reaches it.
    Reached,
    /// No way surely reaches it, and one may.
    Unsure,
    /// There are ways, and none reaches it.
    NotReached,
    /// No circuit of the site is connected to it.
    NotConnected,
}

impl CellState {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            CellState::Reached => "reached",
            CellState::Unsure => "unsure",
            CellState::NotReached => "not_reached",
            CellState::NotConnected => "not_connected",
        }
    }
}

/// One way from a site to a workload: a connection.
#[derive(Clone, Debug)]
pub struct Way {
    /// The place of the connection.
    pub connection: usize,
    /// The place of the circuit.
    pub circuit: usize,
    /// Whether it reaches the workload.
    pub carried: Carried,
    /// The word for that in JSON.
    pub verdict: &'static str,
    /// From the site to the circuit's location.
    pub last_mile: Option<(Kilometers, DistanceBasis)>,
    /// From the location to the region.
    pub backbone: Option<(Kilometers, DistanceBasis)>,
    /// The round trip to expect over the last mile. Its line is the customer's, so that this is the weaker of the two.
    pub last_mile_round_trip: Option<RoundTrip<'static>>,
    /// The round trip to expect from the location to the region; none to services and regions not in use.
    pub backbone_round_trip: Option<RoundTrip<'static>>,
}

/// So many cells are made: a matrix of people has far fewer.
const MOST_CELLS: usize = 200_000;

/// What `planned` covers.
pub fn coverage_of(planned: &Planned<'_>) -> Coverage {
    let mut ways: BTreeMap<(Option<usize>, usize), Vec<Way>> = BTreeMap::new();
    for judged in &planned.judged {
        let Some(circuit) = planned.plan.circuits.get(judged.circuit) else { continue };
        let site = planned.site_of(circuit);
        let way = way(planned, judged, site);
        for workload in &judged.workloads {
            ways.entry((site, *workload)).or_default().push(way.clone());
        }
    }
    let (sites, workloads) = (planned.plan.sites.len(), planned.plan.workloads.len());
    let whole = sites.saturating_mul(workloads);
    let with_site = ways.keys().filter(|(site, _)| site.is_some()).count();
    let mut left_out = whole - with_site;
    if whole <= MOST_CELLS {
        left_out = 0;
        for (site, workload) in (0..sites).flat_map(|site| (0..workloads).map(move |workload| (site, workload))) {
            ways.entry((Some(site), workload)).or_default();
        }
    }
    let mut cells: Vec<Cell> =
        ways.into_iter().map(|((site, workload), ways)| cell(planned, site, workload, ways)).collect();
    // Circuits that serve no site come last.
    sort_by_number(&mut cells, |it| u64::from(it.site.is_none()));
    let scores = scores_of(planned);
    Coverage { cells, left_out, mesh: mesh::mesh_of(planned, mesh::MOST_PAIRS), scores }
}

fn way(planned: &Planned<'_>, judged: &Judged, site: Option<usize>) -> Way {
    let catalog = planned.facts.catalog;
    let location = planned.plan.circuits.get(judged.circuit).and_then(|it| it.location.known());
    let point = site.and_then(|at| planned.plan.sites.get(at)).and_then(|it| it.point());
    let last_mile = point.zip(location).map(|(point, location)| {
        let distance = great_circle_distance(point.unit_vector(), catalog.location_vector(location));
        (distance, catalog.location(location).precision)
    });
    let backbone = planned.distance(judged);
    let backbone_round_trip = match &judged.outcome {
        Outcome::Reach(answer) | Outcome::Behind(answer) => latency::of_answer(catalog, answer),
        Outcome::Vmware(Vmware::OtherCloud) | Outcome::Undecided => None,
        Outcome::Vmware(Vmware::LocalSku | Vmware::PlaceNotListed | Vmware::NotDocumented) => {
            backbone.map(|it| latency::estimate(it.0.whole()))
        }
    };
    Way {
        connection: judged.connection,
        circuit: judged.circuit,
        carried: judged.outcome.carried(),
        verdict: judged.outcome.verdict(),
        last_mile,
        backbone,
        last_mile_round_trip: last_mile.map(|it| latency::estimate(it.0.whole())),
        backbone_round_trip,
    }
}

fn cell(planned: &Planned<'_>, site: Option<usize>, workload: usize, ways: Vec<Way>) -> Cell {
    let state = match ways.iter().map(|it| it.carried).min() {
        None => CellState::NotConnected,
        Some(Carried::Yes) => CellState::Reached,
        Some(Carried::Unsure) => CellState::Unsure,
        Some(Carried::No) => CellState::NotReached,
    };
    let mut carrying: Vec<usize> = ways.iter().filter(|it| it.carried == Carried::Yes).map(|it| it.circuit).collect();
    carrying.sort_unstable();
    carrying.dedup();
    let pair = best_pair(planned, &carrying);
    let metro = carrying.iter().any(|at| is_metro(planned, *at));
    let computed = match (&pair, carrying.is_empty()) {
        (Some(_), _) => Some(Resiliency::Maximum),
        (None, true) => None,
        (None, false) if metro => Some(Resiliency::High),
        (None, false) => Some(Resiliency::Standard),
    };
    let risks = pair.as_ref().map(|it| it.risks.clone()).unwrap_or_default();
    Cell { site, workload, state, ways, intended: planned.plan.intent.resiliency, computed, risks, pair }
}

fn is_metro(planned: &Planned<'_>, circuit: usize) -> bool {
    let location = planned.plan.circuits.get(circuit).and_then(|it| it.location.known());
    location.is_some_and(|id| planned.facts.catalog.location(id).metro)
}

//! The review of a plan as JSON: findings and coverage, the one shape on the command line and elsewhere.

use crate::coverage::mesh::{Ends, Mesh};
use crate::coverage::score::Score;
use crate::coverage::{Cell, Coverage, Way, coverage_of};
use crate::geo::{DistanceBasis, Kilometers};
use crate::json::SourceJson;
use crate::json::round_trip::{RoundTripJson, round_trip_json};
use crate::latency::RoundTrip;
use crate::plan::Plan;
use crate::plan::words::Resiliency;
use crate::planned::{Facts, Planned};
use crate::review::code::Basis;
use crate::review::{Finding, review_planned};
use serde::Serialize;

/// What is found in a plan, and what it covers.
#[derive(Clone, Debug, Serialize)]
pub struct ReportJson<'a> {
    /// What is found, worst first.
    pub findings: Vec<FindingJson<'a>>,
    /// Every site with every workload.
    pub coverage: Vec<CellJson<'a>>,
    /// Cells without ways that were left out of a very large matrix.
    pub coverage_left_out: usize,
    /// Which sites talk by Global Reach.
    pub global_reach: MeshJson,
    /// The estimate of Microsoft's resiliency index for each VNet gateway.
    pub resiliency_scores: Vec<ScoreJson<'a>>,
    /// The version of the data set.
    pub data_version: &'a str,
}

/// [`Finding`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct FindingJson<'a> {
    /// What it is.
    pub code: &'static str,
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// Its place in the file, a JSON pointer.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What one change would mend it; null where none does.
    pub fix: Option<String>,
    /// `documents`, `plan` (seen in the plan itself) or `no_public_source`.
    pub basis: &'static str,
    /// The documents.
    pub source: Vec<SourceJson<'a>>,
}

/// A distance in whole great-circle kilometers, with the round trip to expect over it.
#[derive(Clone, Debug, Serialize)]
pub struct DistanceJson {
    /// Whole kilometers.
    pub km: u32,
    /// How exact it is.
    pub basis: DistanceBasis,
    /// Null to regions that are not in use.
    pub rtt_ms_estimate: Option<RoundTripJson<'static>>,
}

/// [`Cell`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct CellJson<'a> {
    /// The id of the site; null for circuits that serve none.
    pub site: Option<&'a str>,
    /// The id of the workload.
    pub workload: &'a str,
    /// `reached`, `unsure`, `not_reached` or `not_connected`.
    pub state: &'static str,
    /// What was intended.
    pub intended: Option<&'static str>,
    /// What the ways that reach it withstand.
    pub computed: Option<&'static str>,
    /// What stands against it.
    pub risks: Vec<&'static str>,
    /// The two circuits behind `maximum`, with the distance between their locations.
    pub pair: Option<PairJson<'a>>,
    /// The connections to it.
    pub ways: Vec<WayJson<'a>>,
}

/// The two circuits behind `maximum`.
#[derive(Clone, Debug, Serialize)]
pub struct PairJson<'a> {
    /// The ids of the circuits.
    pub circuits: [&'a str; 2],
    /// Whole kilometers between their locations.
    pub distance_km: u32,
    /// How exact that is.
    pub distance_basis: DistanceBasis,
    /// `balance` below 242 km, `active_standby` from there on, as Microsoft's sample script advises.
    pub advice: &'static str,
}

/// [`Way`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct WayJson<'a> {
    /// The place of the connection.
    pub connection: usize,
    /// The id of the circuit.
    pub circuit: &'a str,
    /// `reached`, `unsure` or `not_reached`.
    pub state: &'static str,
    /// The verdict behind it.
    pub verdict: &'static str,
    /// From the site to the circuit's location.
    pub site_to_location: Option<DistanceJson>,
    /// From the location to the region.
    pub location_to_region: Option<DistanceJson>,
}

/// [`Mesh`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct MeshJson {
    /// Pairs with a link.
    pub linked: Vec<LinkedJson>,
    /// Pairs in one web of links that have none with each other.
    pub missing: Vec<[String; 2]>,
    /// How many more are missing.
    pub missing_left_out: usize,
}

/// A pair of sites with a link; ids of sites, or of circuits that serve none.
#[derive(Clone, Debug, Serialize)]
pub struct LinkedJson {
    /// The two ends.
    pub between: [String; 2],
    /// `yes`, `unsure` or `no`.
    pub talks: &'static str,
}

/// [`Score`] as JSON, in percent of 100.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreJson<'a> {
    /// The id of the gateway.
    pub gateway: &'a str,
    /// The index, least and most.
    pub total: RangeJson,
    /// Routes: without a recent failover test, and within 30 days of one at every location.
    pub route: RangeJson,
    /// Zone redundancy of the gateway.
    pub gateway_zones: RangeJson,
    /// Advisory recommendations, not known before the gateway runs.
    pub advisory: RangeJson,
}

/// A range of percents.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RangeJson {
    /// The least.
    pub low: u32,
    /// The most.
    pub high: u32,
}

/// What is found in `plan`, and what it covers.
pub fn report<'a>(facts: Facts<'a>, plan: &'a Plan) -> ReportJson<'a> {
    let planned = Planned::new(facts, plan);
    let coverage = coverage_of(&planned);
    let findings = review_planned(&planned, &coverage);
    report_of(&planned, &coverage, findings)
}

/// [`report`] of a plan that was looked at already.
pub fn report_of<'a>(planned: &Planned<'a>, coverage: &Coverage, findings: Vec<Finding>) -> ReportJson<'a> {
    ReportJson {
        findings: findings.into_iter().map(|it| finding_json(planned.facts, it)).collect(),
        coverage: coverage.cells.iter().filter_map(|it| cell_json(planned, it)).collect(),
        coverage_left_out: coverage.left_out,
        global_reach: mesh_json(&coverage.mesh, planned.plan),
        resiliency_scores: coverage.scores.iter().filter_map(|it| score_json(planned, it)).collect(),
        data_version: planned.facts.catalog.version(),
    }
}

/// A finding as JSON.
pub fn finding_json(facts: Facts<'_>, finding: Finding) -> FindingJson<'_> {
    let sources = finding.sources.iter().filter_map(|key| facts.limits.source(key));
    let source = sources.map(|it| SourceJson { title: &it.title, date: &it.date, reference: &it.reference });
    let basis = match finding.code.basis() {
        Basis::Documents(_) | Basis::Answer if finding.sources.is_empty() => Basis::Plan,
        basis => basis,
    };
    FindingJson {
        code: finding.code.as_str(),
        severity: finding.severity().as_str(),
        fix: finding.fix.map(|it| it.label),
        basis: basis.as_str(),
        source: source.collect(),
        path: finding.path,
        message: finding.message,
    }
}

type Distance = (Kilometers, DistanceBasis);

fn distance_json(distance: Option<Distance>, round_trip: Option<RoundTrip<'static>>) -> Option<DistanceJson> {
    let rtt_ms_estimate = round_trip.as_ref().map(round_trip_json);
    distance.map(|(distance, basis)| DistanceJson { km: distance.whole(), basis, rtt_ms_estimate })
}

fn cell_json<'a>(planned: &Planned<'a>, cell: &Cell) -> Option<CellJson<'a>> {
    let circuit = |at: usize| planned.plan.circuits.get(at).map(|it| it.id.as_str());
    let pair = cell.pair.as_ref().and_then(|it| {
        Some(PairJson {
            circuits: [circuit(it.circuits[0])?, circuit(it.circuits[1])?],
            distance_km: it.distance.0.whole(),
            distance_basis: it.distance.1,
            advice: if it.is_far() { "active_standby" } else { "balance" },
        })
    });
    Some(CellJson {
        site: cell.site.and_then(|at| planned.plan.sites.get(at)).map(|it| it.id.as_str()),
        workload: planned.plan.workloads.get(cell.workload).map(|it| it.id.as_str())?,
        state: cell.state.as_str(),
        intended: cell.intended.map(Resiliency::as_str),
        computed: cell.computed.map(Resiliency::as_str),
        risks: cell.risks.iter().map(|it| it.as_str()).collect(),
        pair,
        ways: cell.ways.iter().filter_map(|it| Some(way_json(it, circuit(it.circuit)?))).collect(),
    })
}

fn way_json<'a>(way: &Way, circuit: &'a str) -> WayJson<'a> {
    WayJson {
        connection: way.connection,
        circuit,
        state: way.carried.as_str(),
        verdict: way.verdict,
        site_to_location: distance_json(way.last_mile, way.last_mile_round_trip),
        location_to_region: distance_json(way.backbone, way.backbone_round_trip),
    }
}

fn mesh_json(mesh: &Mesh, plan: &Plan) -> MeshJson {
    let id = |ends: &Ends, side: usize| {
        let site = ends.sites.get(side).cloned().flatten();
        let circuit = || ends.circuits.get(side)?.first().and_then(|at| plan.circuits.get(*at)).map(|it| it.id.clone());
        site.or_else(circuit).unwrap_or_default()
    };
    let both = |ends: &Ends| [id(ends, 0), id(ends, 1)];
    MeshJson {
        linked: mesh.linked.iter().map(|(it, talks)| LinkedJson { between: both(it), talks: talks.as_str() }).collect(),
        missing: mesh.missing.iter().map(both).collect(),
        missing_left_out: mesh.missing_left_out,
    }
}

fn score_json<'a>(planned: &Planned<'a>, score: &Score) -> Option<ScoreJson<'a>> {
    let range = |(low, high): (u32, u32)| RangeJson { low, high };
    Some(ScoreJson {
        gateway: planned.plan.gateways.get(score.gateway).map(|it| it.id.as_str())?,
        total: range(score.total()),
        route: range((score.route, score.route_tested)),
        gateway_zones: range(score.gateway_zones),
        advisory: range(score.advisory),
    })
}

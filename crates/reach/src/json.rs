//! Answers as they leave the core: the one shape of JSON on the command line, in JavaScript and over HTTP.
//!
//! The order of fields is part of the promise: equal answers are equal bytes.

pub mod round_trip;

use crate::catalog::Catalog;
use crate::explain;
use crate::geo::DistanceBasis;
use crate::id::SourceId;
use crate::index::Near;
use crate::json::round_trip::{RoundTripJson, round_trip_json};
use crate::latency;
use crate::link::{LinkAnswer, LinkTest, LinkVerdict, Side};
use crate::locate::Located;
use crate::reachable::{Answer, Circuit, Destination, Verdict, reach_of};
use crate::sku::{Cloud, Peering, Sku};
use serde::Serialize;

/// A document behind an answer.
#[derive(Clone, Debug, Serialize)]
pub struct SourceJson<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its date, `YYYY-MM-DD`; empty when it has none.
    pub date: &'a str,
    /// Where it stands.
    #[serde(rename = "ref")]
    pub reference: &'a str,
}

/// [`Answer`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct ReachJson<'a> {
    /// The id of the peering location.
    pub from: &'a str,
    /// The SKU asked about.
    pub sku: Sku,
    /// The id of the region or service.
    pub to: &'a str,
    /// The name of the region or service.
    pub to_name: String,
    /// The peering asked about.
    pub peering: Peering,
    /// What is documented.
    pub verdict: Verdict,
    /// What is likely where nothing is documented.
    pub likely: Option<Verdict>,
    /// The smallest SKU that reaches it by the documents.
    pub smallest_sku: Option<Sku>,
    /// The smallest SKU that reaches it or is likely to.
    pub likely_smallest_sku: Option<Sku>,
    /// Why.
    pub reason: String,
    /// The documents behind it.
    pub source: Vec<SourceJson<'a>>,
    /// Whole great-circle kilometers; null for a service.
    pub distance_km: Option<u32>,
    /// How exact the distance is; null for a service.
    pub distance_basis: Option<DistanceBasis>,
    /// What the distance says of the round trip; null for a service, a region that is not in use, and another cloud.
    pub rtt_ms_estimate: Option<RoundTripJson<'static>>,
}

/// One answer as JSON.
pub fn reach_json<'a>(catalog: &'a Catalog, answer: &Answer) -> ReachJson<'a> {
    ReachJson {
        from: &catalog.location(answer.circuit.location).slug,
        sku: answer.circuit.sku,
        to: match answer.to {
            Destination::Region(region) => &catalog.region(region).slug,
            Destination::Microsoft365(_) => "microsoft-365",
            Destination::Dynamics365(_) => "dynamics-365",
        },
        to_name: explain::destination_name(catalog, answer.to),
        peering: answer.circuit.peering,
        verdict: answer.judgement.verdict,
        likely: answer.judgement.likely,
        smallest_sku: answer.smallest_sku,
        likely_smallest_sku: answer.likely_smallest_sku,
        reason: explain::reason(catalog, answer),
        source: sources_json(catalog, &explain::sources(catalog, answer)),
        distance_km: answer.distance.map(|(distance, _)| distance.whole()),
        distance_basis: answer.distance.map(|(_, basis)| basis),
        rtt_ms_estimate: latency::of_answer(catalog, answer).as_ref().map(round_trip_json),
    }
}

/// Every answer of a circuit as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct ReachListJson<'a> {
    /// The id of the peering location.
    pub from: &'a str,
    /// The SKU asked about.
    pub sku: Sku,
    /// One answer for every live region of the cloud, in id order.
    pub regions: Vec<ReachJson<'a>>,
}

/// Every answer of a circuit as JSON.
pub fn reach_list_json<'a>(catalog: &'a Catalog, circuit: Circuit) -> ReachListJson<'a> {
    let answers = reach_of(catalog, circuit);
    ReachListJson {
        from: &catalog.location(circuit.location).slug,
        sku: circuit.sku,
        regions: answers.iter().map(|answer| reach_json(catalog, answer)).collect(),
    }
}

/// [`LinkAnswer`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct LinkJson<'a> {
    /// The id of the first location.
    pub from: &'a str,
    /// The SKU of the first circuit.
    pub from_sku: Sku,
    /// The id of the second location.
    pub to: &'a str,
    /// The SKU of the second circuit.
    pub to_sku: Sku,
    /// What is documented.
    pub verdict: LinkVerdict,
    /// What is likely where nothing is documented.
    pub likely: Option<LinkVerdict>,
    /// The circuits that would have to become Premium.
    pub lacking: Vec<Side>,
    /// The first test that fails.
    pub failed_test: Option<LinkTest>,
    /// All tests that fail.
    pub failed_tests: Vec<LinkTest>,
    /// Why.
    pub reason: String,
    /// What would mend it; null where nothing would or nothing need be.
    pub remedy: Option<&'static str>,
    /// The documents behind it.
    pub source: Vec<SourceJson<'a>>,
    /// Whole great-circle kilometers between the locations.
    pub distance_km: u32,
    /// How exact the distance is.
    pub distance_basis: DistanceBasis,
}

/// One link as JSON.
pub fn link_json<'a>(catalog: &'a Catalog, answer: &LinkAnswer) -> LinkJson<'a> {
    LinkJson {
        from: &catalog.location(answer.from.location).slug,
        from_sku: answer.from.sku,
        to: &catalog.location(answer.to.location).slug,
        to_sku: answer.to.sku,
        verdict: answer.verdict,
        likely: answer.likely,
        lacking: answer.lacking.clone(),
        failed_test: answer.failed.first().copied(),
        failed_tests: answer.failed.clone(),
        reason: explain::link_reason(catalog, answer),
        remedy: explain::link_remedy(answer),
        source: sources_json(catalog, &explain::link_sources(catalog, answer)),
        distance_km: answer.distance.0.whole(),
        distance_basis: answer.distance.1,
    }
}

/// A region of a [`Located`] location.
#[derive(Clone, Debug, Serialize)]
pub struct LocatedVerdictJson<'a> {
    /// The id of the region.
    pub to: &'a str,
    /// The verdict under the location's `smallest_sku`.
    pub verdict: Verdict,
    /// The smallest SKU for this region alone.
    pub smallest_sku: Option<Sku>,
    /// The same with likely answers counted.
    pub likely_smallest_sku: Option<Sku>,
    /// Whole great-circle kilometers.
    pub distance_km: Option<u32>,
    /// As in [`ReachJson`].
    pub rtt_ms_estimate: Option<RoundTripJson<'static>>,
}

/// [`Located`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct LocatedJson<'a> {
    /// The id of the location.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The smallest SKU that reaches every region asked for.
    pub smallest_sku: Sku,
    /// The same with likely answers counted.
    pub likely_smallest_sku: Sku,
    /// Whole great-circle kilometers to the farthest region.
    pub distance_km: u32,
    /// How exact the distance is.
    pub distance_basis: DistanceBasis,
    /// What the distance to the farthest region says of the round trip there.
    pub rtt_ms_estimate: RoundTripJson<'static>,
    /// One verdict for every region, in the order asked.
    pub verdicts: Vec<LocatedVerdictJson<'a>>,
}

/// A list of locations as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct LocationsJson<T> {
    /// The locations, best first.
    pub locations: Vec<T>,
}

/// The reverse answer as JSON.
pub fn located_json<'a>(catalog: &'a Catalog, found: &[Located]) -> LocationsJson<LocatedJson<'a>> {
    let verdict = |answer: &Answer| {
        let json = reach_json(catalog, answer);
        LocatedVerdictJson {
            to: json.to,
            verdict: json.verdict,
            smallest_sku: json.smallest_sku,
            likely_smallest_sku: json.likely_smallest_sku,
            distance_km: json.distance_km,
            rtt_ms_estimate: json.rtt_ms_estimate,
        }
    };
    let locations = found.iter().map(|it| LocatedJson {
        id: &catalog.location(it.location).slug,
        name: &catalog.location(it.location).name,
        smallest_sku: it.smallest_sku,
        likely_smallest_sku: it.likely_smallest_sku,
        distance_km: it.distance.0.whole(),
        distance_basis: it.distance.1,
        rtt_ms_estimate: round_trip_json(&latency::estimate(it.distance.0.whole())),
        verdicts: it.answers.iter().map(verdict).collect(),
    });
    LocationsJson { locations: locations.collect() }
}

/// [`Near`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct NearJson<'a> {
    /// The id of the location.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its cloud.
    pub cloud: Cloud,
    /// Whole great-circle kilometers.
    pub distance_km: u32,
    /// How exact the location's point is.
    pub distance_basis: DistanceBasis,
    /// What the distance says of the round trip from the point, were there a line like those between regions.
    pub rtt_ms_estimate: RoundTripJson<'static>,
    /// Whether it is a Metro location.
    pub metro: bool,
    /// Its geopolitical region.
    pub geopolitical_region: &'a str,
    /// The ids of its Local regions; null when not documented.
    pub local_regions: Option<Vec<&'a str>>,
    /// Its pricing zone; null when not documented.
    pub pricing_zone: Option<u8>,
    /// Whether ExpressRoute Direct is offered; null when not documented.
    pub direct: Option<bool>,
}

/// The nearest locations as JSON.
pub fn nearest_json<'a>(catalog: &'a Catalog, found: &[Near]) -> LocationsJson<NearJson<'a>> {
    let locations = found.iter().map(|near| {
        let row = catalog.location(near.location);
        let local = row.local_regions.as_ref();
        NearJson {
            id: &row.slug,
            name: &row.name,
            cloud: row.cloud,
            distance_km: near.distance.whole(),
            distance_basis: row.precision,
            rtt_ms_estimate: round_trip_json(&latency::estimate(near.distance.whole())),
            metro: row.metro,
            geopolitical_region: &catalog.geopolitical_region(row.geopolitical_region).slug,
            local_regions: local.map(|ids| ids.iter().map(|id| catalog.region(*id).slug.as_str()).collect()),
            pricing_zone: row.pricing_zone,
            direct: row.direct,
        }
    });
    LocationsJson { locations: locations.collect() }
}

fn sources_json<'a>(catalog: &'a Catalog, ids: &[SourceId]) -> Vec<SourceJson<'a>> {
    let row = |id: &SourceId| {
        let source = catalog.source(*id);
        SourceJson { title: &source.title, date: &source.date, reference: &source.reference }
    };
    ids.iter().map(row).collect()
}

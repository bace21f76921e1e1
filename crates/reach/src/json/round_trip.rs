//! Round trips as JSON, and the answer about the way between two places.

use crate::catalog::Catalog;
use crate::explain;
use crate::geo::DistanceBasis;
use crate::json::{SourceJson, sources_json};
use crate::latency::{Between, Place, RoundTrip};
use serde::{Serialize, Serializer};

/// Tenths of a millisecond, written as milliseconds.
///
/// A whole number is written without a decimal point: `5`, not `5.0`. So does JavaScript, which has one kind of
/// number, and equal answers must be equal bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milliseconds(pub u32);

impl Serialize for Milliseconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 % 10 {
            0 => serializer.serialize_u32(self.0 / 10),
            // The nearest double to one decimal, which every writer of the shortest form writes as that decimal.
            _ => serializer.serialize_f64(f64::from(self.0) / 10.0),
        }
    }
}

/// A round trip in milliseconds, at most one decimal.
#[derive(Clone, Debug, Serialize)]
pub struct RoundTripJson<'a> {
    /// The low end of the range.
    pub low: Milliseconds,
    /// The middle.
    pub mid: Milliseconds,
    /// The high end; a measured value is alone, so all three are equal.
    pub high: Milliseconds,
    /// `fitted` or `measured`.
    pub basis: &'static str,
    /// The date of the measurements behind it.
    pub date: &'a str,
}

/// A round trip as JSON.
pub fn round_trip_json<'a>(it: &RoundTrip<'a>) -> RoundTripJson<'a> {
    RoundTripJson {
        low: Milliseconds(it.low),
        mid: Milliseconds(it.mid),
        high: Milliseconds(it.high),
        basis: it.basis.as_str(),
        date: it.date,
    }
}

/// [`Between`] as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct LatencyJson<'a> {
    /// The id of the place where the round trip starts.
    pub from: &'a str,
    /// `location` or `region`.
    pub from_kind: &'static str,
    /// The id of the place where it turns.
    pub to: &'a str,
    /// `location` or `region`.
    pub to_kind: &'static str,
    /// Whole great-circle kilometers.
    pub distance_km: u32,
    /// How exact the distance is.
    pub distance_basis: DistanceBasis,
    /// The round trip; null where there is none.
    pub rtt_ms_estimate: Option<RoundTripJson<'a>>,
    /// What settles it, or why there is none.
    pub reason: String,
    /// The document that the values come from.
    pub source: Vec<SourceJson<'a>>,
}

/// The way between two places as JSON.
pub fn latency_json<'a>(catalog: &'a Catalog, answer: &Between<'a>) -> LatencyJson<'a> {
    let end = |place| match place {
        Place::Location(id) => (catalog.location(id).slug.as_str(), "location"),
        Place::Region(id) => (catalog.region(id).slug.as_str(), "region"),
    };
    let ((from, from_kind), (to, to_kind)) = (end(answer.from), end(answer.to));
    LatencyJson {
        from,
        from_kind,
        to,
        to_kind,
        distance_km: answer.distance.0.whole(),
        distance_basis: answer.distance.1,
        rtt_ms_estimate: answer.round_trip.as_ref().map(round_trip_json),
        reason: explain::round_trip_reason(catalog, answer),
        source: sources_json(catalog, &explain::round_trip_sources(catalog, answer)),
    }
}

//! Round trips: a range fitted to a distance, or the published median between two regions. docs/latency.md has the
//! method, the errors and the limits.

mod knots;

use crate::catalog::{Catalog, PackedError};
use crate::geo::{DistanceBasis, Kilometers, UnitVector, great_circle_distance};
use crate::id::{PeeringLocationId, RegionId};
use crate::latency::knots::{DATE, KNOTS};
use crate::reachable::{Answer, Destination};
use crate::sku::Cloud;
use crate::tables::{LatencyTable, RegionStatus};

/// The date of the medians that the estimates are fitted to, `YYYY-MM-DD`.
pub const FITTED_TO: &str = DATE;

/// Where a round trip comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Estimated from the distance.
    Fitted,
    /// Published for this very pair, in this direction.
    Measured,
}

impl Basis {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Fitted => "fitted",
            Basis::Measured => "measured",
        }
    }
}

/// A round trip, each value in tenths of a millisecond, `low <= mid <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTrip<'a> {
    /// The low end of the range.
    pub low: u32,
    /// The middle.
    pub mid: u32,
    /// The high end; a measured value is alone, so all three are equal.
    pub high: u32,
    /// Where it comes from.
    pub basis: Basis,
    /// The date of the measurements behind it, `YYYY-MM-DD`.
    pub date: &'a str,
}

/// A distance with the round trips over it, in tenths of a millisecond. Between two knots the values run straight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Knot {
    /// Whole great-circle kilometers.
    pub km: u16,
    /// The low end of the range.
    pub low: u16,
    /// The middle.
    pub mid: u16,
    /// The high end.
    pub high: u16,
}

/// The round trip to expect over `km` whole great-circle kilometers. It never falls as the distance grows.
///
/// A distance takes its whole kilometers only, so that equal distances on the page have equal estimates.
pub fn estimate(km: u32) -> RoundTrip<'static> {
    let [low, mid, high] = interpolated(&KNOTS, km);
    RoundTrip { low, mid, high, basis: Basis::Fitted, date: FITTED_TO }
}

/// Low, mid and high at `km` on the lines through `knots`, whose distances grow from 0; flat beyond the last one.
pub fn interpolated(knots: &[Knot], km: u32) -> [u32; 3] {
    let (mut values, mut start) = ([0_u32; 3], 0);
    for knot in knots {
        let (after, end) = ([knot.low, knot.mid, knot.high], u32::from(knot.km));
        for (value, after) in values.iter_mut().zip(after) {
            let after = u32::from(after);
            *value = match km < end {
                // A fit never falls, so the difference is never below 0.
                true => *value + after.saturating_sub(*value) * (km - start) / (end - start),
                false => after,
            };
        }
        if km < end {
            break;
        }
        start = end;
    }
    values
}

/// The estimate that goes with an answer: none to a service, to a region that is not in use, and to another cloud,
/// which no circuit enters.
pub fn of_answer(catalog: &Catalog, answer: &Answer) -> Option<RoundTrip<'static>> {
    let Destination::Region(to) = answer.to else { return None };
    let (to, cloud) = (catalog.region(to), catalog.location(answer.circuit.location).cloud);
    let (distance, _) = answer.distance.filter(|_| to.cloud == cloud && to.status == RegionStatus::Live)?;
    Some(estimate(distance.whole()))
}

/// Where a round trip starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A peering location.
    Location(PeeringLocationId),
    /// An Azure region.
    Region(RegionId),
}

impl Place {
    /// The cloud it belongs to.
    pub fn cloud(self, catalog: &Catalog) -> Cloud {
        match self {
            Place::Location(id) => catalog.location(id).cloud,
            Place::Region(id) => catalog.region(id).cloud,
        }
    }
}

/// The published round trips of a table packed at build time.
///
/// # Errors
/// When the bytes were not packed by this version.
pub fn unpacked(packed: &[u8]) -> Result<LatencyTable, PackedError> {
    postcard::from_bytes(packed).map_err(|error| PackedError(error.to_string()))
}

/// What settles the round trip between two places, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The published table has the pair.
    Published,
    /// The distance alone.
    Distance,
    /// Both ends are one place.
    SamePlace,
    /// The ends lie in different clouds.
    AnotherCloud,
    /// A region is announced, a canary, or retired.
    NotInUse(RegionId),
}

/// The round trip from one place to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between<'a> {
    /// Where it starts.
    pub from: Place,
    /// Where it turns.
    pub to: Place,
    /// The great-circle distance, and how exact its ends are.
    pub distance: (Kilometers, DistanceBasis),
    /// None where no path is known.
    pub round_trip: Option<RoundTrip<'a>>,
    /// What settles it.
    pub ground: Ground,
}

/// The round trip from `from` to `to`: the published median of this direction where `published` has it, else the
/// estimate from the distance.
pub fn between<'a>(catalog: &Catalog, published: &'a LatencyTable, from: Place, to: Place) -> Between<'a> {
    let (start, turn) = (End::of(catalog, from), End::of(catalog, to));
    let far = great_circle_distance(start.vector, turn.vector);
    let measured = measured(published, from, to);
    let (ground, round_trip) = match (start.idle.or(turn.idle), measured) {
        _ if from.cloud(catalog) != to.cloud(catalog) => (Ground::AnotherCloud, None),
        _ if from == to => (Ground::SamePlace, None),
        (Some(idle), _) => (Ground::NotInUse(idle), None),
        (None, Some(measured)) => (Ground::Published, Some(measured)),
        (None, None) => (Ground::Distance, Some(estimate(far.whole()))),
    };
    Between { from, to, distance: (far, start.precision.max(turn.precision)), round_trip, ground }
}

/// The published median from one region to another; none when a region is not in the table, or both are one.
fn measured(published: &LatencyTable, from: Place, to: Place) -> Option<RoundTrip<'_>> {
    let (Place::Region(from), Place::Region(to)) = (from, to) else { return None };
    let place = |id: RegionId| published.regions.binary_search(&id).ok();
    let median = published.median_ms.get(place(from)? * published.regions.len() + place(to)?);
    let tenths = u32::from(*median.filter(|_| from != to)?) * 10;
    Some(RoundTrip { low: tenths, mid: tenths, high: tenths, basis: Basis::Measured, date: &published.date })
}

/// What counts of either end.
struct End {
    vector: UnitVector,
    precision: DistanceBasis,
    /// The region itself where it is not in use.
    idle: Option<RegionId>,
}

impl End {
    fn of(catalog: &Catalog, place: Place) -> End {
        match place {
            Place::Location(id) => {
                let row = catalog.location(id);
                End { vector: catalog.location_vector(id), precision: row.precision, idle: None }
            }
            Place::Region(id) => {
                let row = catalog.region(id);
                let idle = (row.status != RegionStatus::Live).then_some(id);
                End { vector: catalog.region_vector(id), precision: row.precision, idle }
            }
        }
    }
}

//! The other way round: which locations reach a set of regions, and under which smallest SKU.

use crate::catalog::Catalog;
use crate::geo::{DistanceBasis, Kilometers};
use crate::id::{PeeringLocationId, RegionId};
use crate::reachable::{Answer, Circuit, Destination, reach};
use crate::sku::{Peering, Sku};

/// A location that reaches every region asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// Where.
    pub location: PeeringLocationId,
    /// The smallest SKU that reaches them all by the documents.
    pub smallest_sku: Sku,
    /// The smallest SKU that reaches them all or is likely to.
    pub likely_smallest_sku: Sku,
    /// The distance to the farthest of the regions, and the coarsest basis among them.
    pub distance: (Kilometers, DistanceBasis),
    /// One answer for every region asked for, under `smallest_sku`, in the order asked.
    pub answers: Vec<Answer>,
}

/// The locations that reach all of `regions`, smallest SKU first, then by the distance to the farthest region, then in
/// slug order. Empty when the regions lie in different clouds, or none was given.
pub fn locate(catalog: &Catalog, regions: &[RegionId], peering: Peering) -> Vec<Located> {
    if regions.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Located> =
        catalog.location_ids().filter_map(|location| located(catalog, location, regions, peering)).collect();
    found.sort_by(|a, b| {
        let by_distance = a.distance.0.0.total_cmp(&b.distance.0.0);
        a.smallest_sku.cmp(&b.smallest_sku).then(by_distance).then(a.location.cmp(&b.location))
    });
    found
}

fn located(catalog: &Catalog, location: PeeringLocationId, regions: &[RegionId], peering: Peering) -> Option<Located> {
    let under = |sku: Sku| {
        let circuit = Circuit { location, sku, peering };
        regions.iter().map(move |region| reach(catalog, circuit, Destination::Region(*region)))
    };
    // A location that reaches one of them only under Premium needs Premium for all of them.
    let needed: Option<Vec<Sku>> = under(Sku::Premium).map(|answer| answer.smallest_sku).collect();
    let likely: Option<Vec<Sku>> = under(Sku::Premium).map(|answer| answer.likely_smallest_sku).collect();
    let smallest_sku = needed?.into_iter().max()?;
    let answers: Vec<Answer> = under(smallest_sku).collect();
    let distances = answers.iter().filter_map(|answer| answer.distance);
    let farthest = distances.reduce(|a, b| (if a.0 < b.0 { b.0 } else { a.0 }, a.1.max(b.1)))?;
    Some(Located {
        location,
        smallest_sku,
        likely_smallest_sku: likely?.into_iter().max()?,
        distance: farthest,
        answers,
    })
}

//! Where locations are: exact nearest, and everything within a radius.

use crate::catalog::Catalog;
use crate::geo::{EARTH_RADIUS_KM, Kilometers, LonLat, UnitVector, great_circle_distance};
use crate::id::PeeringLocationId;
use crate::order::{number_of, sort_by_number};
use crate::sku::Cloud;
use rstar::RTree;
use rstar::primitives::GeomWithData;

/// What a location must offer to be counted. The default takes every location of the public cloud.
#[derive(Clone, Copy, Debug)]
pub struct Filter<'a> {
    /// The cloud to look in.
    pub cloud: Cloud,
    /// Only these locations, sorted, such as those of one provider.
    pub among: Option<&'a [PeeringLocationId]>,
    /// Only where ExpressRoute Direct is documented.
    pub direct: bool,
    /// Only Metro locations, or only others.
    pub metro: Option<bool>,
    /// Only of this pricing zone, 1 to 4.
    pub zone: Option<u8>,
    /// Only where Local circuits are documented.
    pub local: bool,
}

impl Default for Filter<'_> {
    fn default() -> Self {
        Filter { cloud: Cloud::Public, among: None, direct: false, metro: None, zone: None, local: false }
    }
}

impl Filter<'_> {
    /// Whether a location meets every condition.
    pub fn takes(&self, catalog: &Catalog, id: PeeringLocationId) -> bool {
        let row = catalog.location(id);
        row.cloud == self.cloud
            && self.among.is_none_or(|ids| ids.binary_search(&id).is_ok())
            && (!self.direct || row.direct == Some(true))
            && self.metro.is_none_or(|metro| row.metro == metro)
            && self.zone.is_none_or(|zone| row.pricing_zone == Some(zone))
            && (!self.local || row.local_regions.as_ref().is_some_and(|it| !it.is_empty()))
    }
}

/// A location and how far it is from the point asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Which.
    pub location: PeeringLocationId,
    /// The great-circle distance.
    pub distance: Kilometers,
}

/// The `count` locations nearest to `from` that `filter` takes, nearest first, ties in slug order.
/// A count larger than the list gives the whole list.
///
/// A scan of all rows: at this size it measures ahead of any tree (`cargo bench -p expressroute-reach`).
pub fn nearest(catalog: &Catalog, from: LonLat, count: usize, filter: &Filter) -> Vec<Near> {
    let at = from.unit_vector();
    let taken = catalog.location_ids().filter(|id| filter.takes(catalog, *id));
    let mut found: Vec<(f64, PeeringLocationId)> =
        taken.map(|id| (catalog.location_vector(id).chord_squared(at), id)).collect();
    sort_by_number(&mut found, |it| number_of(it.0));
    found.truncate(count);
    let near =
        |(_, location)| Near { location, distance: great_circle_distance(catalog.location_vector(location), at) };
    found.into_iter().map(near).collect()
}

/// The single nearest of a list of points: the inner loop of [`nearest`], for callers that ask often.
/// The first of several equally near; none when the list is empty.
pub fn nearest_of(points: &[UnitVector], at: UnitVector) -> Option<usize> {
    let mut best = None;
    let mut least = f64::INFINITY;
    for (place, point) in points.iter().enumerate() {
        let chord = point.chord_squared(at);
        if chord < least {
            (least, best) = (chord, Some(place));
        }
    }
    best
}

/// An R-tree of every location over unit vectors, where neither the poles nor 180° are special.
#[derive(Debug)]
pub struct SiteIndex {
    tree: RTree<GeomWithData<[f64; 3], PeeringLocationId>>,
}

impl SiteIndex {
    /// The index of all locations of all clouds.
    pub fn new(catalog: &Catalog) -> SiteIndex {
        let place = |id| GeomWithData::new(catalog.location_vector(id).coordinates(), id);
        SiteIndex { tree: RTree::bulk_load(catalog.location_ids().map(place).collect()) }
    }

    /// The locations within `radius` of `from` that `filter` takes, nearest first, ties in slug order.
    pub fn within(&self, catalog: &Catalog, from: LonLat, radius: Kilometers, filter: &Filter) -> Vec<Near> {
        let at = from.unit_vector();
        // Chord length grows with the great-circle distance up to half way round, where it is 2 radii.
        let half_angle = (radius.0 / (2.0 * EARTH_RADIUS_KM)).clamp(0.0, std::f64::consts::FRAC_PI_2);
        let chord = 2.0 * libm::sin(half_angle);
        // The tree rounds differently at its rim, so it is asked a little wider and every hit is measured again.
        let hits = self.tree.locate_within_distance(at.coordinates(), chord * chord * (1.0 + 1e-9) + 1e-15);
        let mut found: Vec<Near> = hits
            .map(|hit| Near {
                location: hit.data,
                distance: great_circle_distance(catalog.location_vector(hit.data), at),
            })
            .filter(|near| near.distance <= radius && filter.takes(catalog, near.location))
            .collect();
        found.sort_by(|a, b| a.distance.0.total_cmp(&b.distance.0).then(a.location.cmp(&b.location)));
        found
    }
}

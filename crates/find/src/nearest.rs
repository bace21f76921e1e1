//! The nearest peering locations to a point, one entry a metro: docs/search.md, "Nearest".

use reach::catalog::Catalog;
use reach::geo::{DistanceBasis, Kilometers, LonLat};
use reach::id::{PeeringLocationId, RegionId};
use reach::index::{Filter, Near, nearest};
use reach::latency::{RoundTrip, estimate};
use reach::locate::{Located, locate};
use reach::sku::{Peering, Sku};

/// What is asked beside the point. The default takes every location of the public cloud, and no region.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// What a location must offer.
    pub filter: Filter<'a>,
    /// The largest SKU that may be used; none for any. Without regions, Local takes the locations that offer it, and the
    /// others all.
    pub sku: Option<Sku>,
    /// The regions that must be reached, all of one cloud. Then the order is by the whole way.
    pub regions: &'a [RegionId],
}

/// The way on from a location to the farthest of the regions asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backbone {
    /// The smallest documented SKU that reaches them all.
    pub smallest_sku: Sku,
    /// The distance to the farthest region, and how exact it is.
    pub distance: (Kilometers, DistanceBasis),
    /// The round trip to expect over it.
    pub round_trip: RoundTrip<'static>,
}

/// A metro as an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The best of its locations.
    pub location: PeeringLocationId,
    /// Its other locations that meet the wish, the nearest first.
    pub others: Vec<PeeringLocationId>,
    /// The great-circle distance from the point to the best.
    pub distance: Kilometers,
    /// The round trip to expect over it.
    pub last_mile: RoundTrip<'static>,
    /// The way on, when regions are asked for.
    pub backbone: Option<Backbone>,
}

impl Entry {
    /// The middle of the whole round trip, in tenths of a millisecond.
    pub fn whole(&self) -> u32 {
        self.last_mile.mid + self.backbone.map_or(0, |it| it.round_trip.mid)
    }
}

/// The `count` best metros for a point that meet the wish. Without regions the nearest first; with regions by the whole
/// round trip to expect, then by the distance from the point. Ties stand in slug order.
pub fn nearest_metros(catalog: &Catalog, from: LonLat, count: usize, wish: &Wish) -> Vec<Entry> {
    let filter =
        Filter { local: wish.filter.local || (wish.regions.is_empty() && wish.sku == Some(Sku::Local)), ..wish.filter };
    let near = nearest(catalog, from, usize::MAX, &filter);
    let mut ways: Vec<(Near, Option<Backbone>)> = if wish.regions.is_empty() {
        near.into_iter().map(|it| (it, None)).collect()
    } else {
        let located = locate(catalog, wish.regions, Peering::Private);
        near.into_iter().filter_map(|it| Some((it, Some(backbone(wish, &located, it.location)?)))).collect()
    };
    // The sort is stable, so what is left equal stays by distance and slug.
    ways.sort_by_key(|(near, backbone)| {
        backbone.map_or(0, |it| estimate(near.distance.whole()).mid + it.round_trip.mid)
    });
    let mut entries: Vec<Entry> = Vec::new();
    for (near, backbone) in ways {
        match entries.iter_mut().find(|it| same_metro(catalog, it.location, near.location)) {
            Some(entry) => entry.others.push(near.location),
            None => entries.push(Entry {
                location: near.location,
                others: Vec::new(),
                distance: near.distance,
                last_mile: estimate(near.distance.whole()),
                backbone,
            }),
        }
    }
    entries.truncate(count);
    entries
}

/// The way on from a location that reaches all the regions within the SKU of the wish.
fn backbone(wish: &Wish, located: &[Located], location: PeeringLocationId) -> Option<Backbone> {
    let found = located.iter().find(|it| it.location == location)?;
    let allowed = wish.sku.is_none_or(|sku| found.smallest_sku <= sku);
    let round_trip = estimate(found.distance.0.whole());
    allowed.then_some(Backbone { smallest_sku: found.smallest_sku, distance: found.distance, round_trip })
}

/// Whether two locations are sites of one metro, or a site and a Metro location over it: the tables give them one city.
pub fn same_metro(catalog: &Catalog, a: PeeringLocationId, b: PeeringLocationId) -> bool {
    let (a, b) = (catalog.location(a), catalog.location(b));
    a.cloud == b.cloud && a.country == b.country && a.city == b.city
}

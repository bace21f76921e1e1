//! The data set in memory: rows, what is derived from them once, and looking up by slug.

use crate::geo::{DistanceBasis, Kilometers, LonLat, UnitVector, great_circle_distance};
use crate::id::{ConflictId, GeopoliticalRegionId, PeeringLocationId, RegionId, SourceId};
use crate::sku::Cloud;
use crate::tables::{
    ConflictRow, GeopoliticalRegionRow, GlobalReachRow, LocationRow, PackedPoint, RegionRow, RegionStatus, RuleSources,
    SourceRow, Tables,
};

/// Packed tables that cannot be read: they were not made by this version of the project.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the packed tables cannot be read: {0}; build them again from the same version of the project")]
pub struct PackedError(pub(crate) String);

/// The data set, immutable once made.
#[derive(Debug)]
pub struct Catalog {
    tables: Tables,
    location_vectors: Vec<UnitVector>,
    region_vectors: Vec<UnitVector>,
    /// For each location the Metro locations made of it.
    metros: Vec<Vec<PeeringLocationId>>,
    /// For each location its line on the list of Global Reach.
    listed: Vec<Option<usize>>,
}

impl Catalog {
    /// The catalog of tables packed at build time.
    ///
    /// # Errors
    /// When the bytes were not packed by this version. The rows themselves were checked at build time.
    pub fn from_packed(packed: &[u8]) -> Result<Catalog, PackedError> {
        let tables = postcard::from_bytes(packed).map_err(|error| PackedError(error.to_string()))?;
        Ok(Catalog::new(tables))
    }

    /// The catalog of checked tables.
    pub fn new(tables: Tables) -> Catalog {
        let mut metros = vec![Vec::new(); tables.locations.len()];
        for (at, location) in tables.locations.iter().enumerate() {
            for site in &location.sites {
                metros[site.index()].push(location_id(at));
            }
        }
        let mut listed = vec![None; tables.locations.len()];
        for (at, line) in tables.global_reach.iter().enumerate() {
            for location in &line.locations {
                listed[location.index()] = Some(at);
            }
        }
        let location_vectors = tables.locations.iter().map(|it| lon_lat(it.point).unit_vector()).collect();
        let region_vectors = tables.regions.iter().map(|it| lon_lat(it.point).unit_vector()).collect();
        Catalog { tables, location_vectors, region_vectors, metros, listed }
    }

    /// The date of the location list, `YYYY-MM-DD`: the version of the data set.
    pub fn version(&self) -> &str {
        &self.tables.version
    }

    /// The rows as they were packed.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// Every peering location of every cloud, in slug order.
    pub fn location_ids(&self) -> impl Iterator<Item = PeeringLocationId> + use<> {
        (0..self.tables.locations.len()).map(location_id)
    }

    /// Every Azure region of every cloud and status, in slug order.
    pub fn region_ids(&self) -> impl Iterator<Item = RegionId> + use<> {
        (0..self.tables.regions.len()).map(|at| RegionId(at as u16))
    }

    /// The regions of `cloud` that are in use, in slug order.
    pub fn live_regions(&self, cloud: Cloud) -> impl Iterator<Item = RegionId> + '_ {
        self.region_ids().filter(move |id| {
            let region = self.region(*id);
            region.cloud == cloud && region.status == RegionStatus::Live
        })
    }

    /// Every geopolitical region of every cloud, in slug order.
    pub fn geopolitical_region_ids(&self) -> impl Iterator<Item = GeopoliticalRegionId> + use<> {
        (0..self.tables.geopolitical_regions.len()).map(|at| GeopoliticalRegionId(at as u16))
    }

    /// The row of a peering location.
    pub fn location(&self, id: PeeringLocationId) -> &LocationRow {
        &self.tables.locations[id.index()]
    }

    /// The row of a region.
    pub fn region(&self, id: RegionId) -> &RegionRow {
        &self.tables.regions[id.index()]
    }

    /// The row of a geopolitical region.
    pub fn geopolitical_region(&self, id: GeopoliticalRegionId) -> &GeopoliticalRegionRow {
        &self.tables.geopolitical_regions[id.index()]
    }

    /// The row of a source.
    pub fn source(&self, id: SourceId) -> &SourceRow {
        &self.tables.sources[id.index()]
    }

    /// The row of a disagreement between sources.
    pub fn conflict(&self, id: ConflictId) -> &ConflictRow {
        &self.tables.conflicts[id.index()]
    }

    /// The disagreements that name `location`, in the order of the table.
    pub fn conflicts_of(&self, location: PeeringLocationId) -> impl Iterator<Item = ConflictId> + '_ {
        let rows = self.tables.conflicts.iter().enumerate();
        rows.filter(move |(_, row)| row.locations.contains(&location)).map(|(at, _)| ConflictId(at as u16))
    }

    /// The documents behind the rules.
    pub fn rule_sources(&self) -> &RuleSources {
        &self.tables.rule_sources
    }

    /// The peering location with this slug.
    pub fn location_by_slug(&self, slug: &str) -> Option<PeeringLocationId> {
        self.tables.locations.binary_search_by(|row| row.slug.as_str().cmp(slug)).ok().map(location_id)
    }

    /// The region with this slug.
    pub fn region_by_slug(&self, slug: &str) -> Option<RegionId> {
        let found = self.tables.regions.binary_search_by(|row| row.slug.as_str().cmp(slug));
        found.ok().map(|at| RegionId(at as u16))
    }

    /// The Metro locations made of `site`, in slug order.
    pub fn metros_of(&self, site: PeeringLocationId) -> &[PeeringLocationId] {
        &self.metros[site.index()]
    }

    /// The line that puts `location` on the list of Global Reach.
    pub fn global_reach_line(&self, location: PeeringLocationId) -> Option<&GlobalReachRow> {
        self.listed[location.index()].map(|at| &self.tables.global_reach[at])
    }

    /// Where a location stands; a Metro location: between its sites.
    pub fn location_point(&self, id: PeeringLocationId) -> LonLat {
        lon_lat(self.location(id).point)
    }

    /// Where a region stands, as exactly as published.
    pub fn region_point(&self, id: RegionId) -> LonLat {
        lon_lat(self.region(id).point)
    }

    /// [`Catalog::location_point`] on the sphere.
    pub fn location_vector(&self, id: PeeringLocationId) -> UnitVector {
        self.location_vectors[id.index()]
    }

    /// [`Catalog::region_point`] on the sphere.
    pub fn region_vector(&self, id: RegionId) -> UnitVector {
        self.region_vectors[id.index()]
    }

    /// The great-circle distance from a location to a region, and how exact its ends are.
    pub fn distance_to_region(&self, from: PeeringLocationId, to: RegionId) -> (Kilometers, DistanceBasis) {
        let distance = great_circle_distance(self.location_vectors[from.index()], self.region_vectors[to.index()]);
        (distance, self.location(from).precision.max(self.region(to).precision))
    }

    /// The great-circle distance between two locations, and how exact its ends are.
    pub fn distance_between(&self, from: PeeringLocationId, to: PeeringLocationId) -> (Kilometers, DistanceBasis) {
        let distance = great_circle_distance(self.location_vectors[from.index()], self.location_vectors[to.index()]);
        (distance, self.location(from).precision.max(self.location(to).precision))
    }
}

fn location_id(at: usize) -> PeeringLocationId {
    PeeringLocationId(at as u16)
}

impl PackedPoint {
    /// Packs a point: seven decimals of a degree, a centimeter.
    pub fn new(point: LonLat) -> PackedPoint {
        let pack = |degrees: f64| libm::round(degrees * 1e7) as i32;
        PackedPoint { lon_e7: pack(point.lon()), lat_e7: pack(point.lat()) }
    }
}

fn lon_lat(point: PackedPoint) -> LonLat {
    let origin = LonLat::ORIGIN;
    LonLat::new(f64::from(point.lon_e7) / 1e7, f64::from(point.lat_e7) / 1e7).unwrap_or(origin)
}

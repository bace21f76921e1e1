//! The rows of the data set that a page lists to choose from.

use reach::catalog::Catalog;
use reach::geo::DistanceBasis;
use reach::id::RegionId;
use reach::sku::Cloud;
use reach::tables::RegionStatus;
use serde::Serialize;

/// A peering location.
#[derive(Serialize)]
pub struct PeeringLocation<'a> {
    id: &'a str,
    name: &'a str,
    cloud: Cloud,
    geopolitical_region: &'a str,
    country: &'a str,
    city: &'a str,
    facility: &'a str,
    metro: bool,
    local_regions: Option<Vec<&'a str>>,
    pricing_zone: Option<u8>,
    direct: Option<bool>,
    latitude: f64,
    longitude: f64,
    precision: DistanceBasis,
}

/// An Azure region.
#[derive(Serialize)]
pub struct AzureRegion<'a> {
    id: &'a str,
    name: &'a str,
    cloud: Cloud,
    status: RegionStatus,
    geopolitical_region: Option<&'a str>,
    country: &'a str,
    latitude: f64,
    longitude: f64,
    precision: DistanceBasis,
}

/// A geopolitical region.
#[derive(Serialize)]
pub struct GeopoliticalRegion<'a> {
    id: &'a str,
    name: &'a str,
    cloud: Cloud,
}

/// Every peering location of every cloud, in id order.
pub fn locations(catalog: &Catalog) -> Vec<PeeringLocation<'_>> {
    let slug = |id: &RegionId| catalog.region(*id).slug.as_str();
    let row = |id| {
        let (row, point) = (catalog.location(id), catalog.location_point(id));
        PeeringLocation {
            id: &row.slug,
            name: &row.name,
            cloud: row.cloud,
            geopolitical_region: &catalog.geopolitical_region(row.geopolitical_region).slug,
            country: &row.country,
            city: &row.city,
            facility: &row.facility,
            metro: row.metro,
            local_regions: row.local_regions.as_ref().map(|ids| ids.iter().map(slug).collect()),
            pricing_zone: row.pricing_zone,
            direct: row.direct,
            latitude: point.lat(),
            longitude: point.lon(),
            precision: row.precision,
        }
    };
    catalog.location_ids().map(row).collect()
}

/// Every Azure region of every cloud and status, in id order.
pub fn regions(catalog: &Catalog) -> Vec<AzureRegion<'_>> {
    let row = |id| {
        let (row, point) = (catalog.region(id), catalog.region_point(id));
        AzureRegion {
            id: &row.slug,
            name: &row.name,
            cloud: row.cloud,
            status: row.status,
            geopolitical_region: row.geopolitical_region.map(|it| catalog.geopolitical_region(it).slug.as_str()),
            country: &row.country,
            latitude: point.lat(),
            longitude: point.lon(),
            precision: row.precision,
        }
    };
    catalog.region_ids().map(row).collect()
}

/// Every geopolitical region of every cloud, in id order.
pub fn geopolitical_regions(catalog: &Catalog) -> Vec<GeopoliticalRegion<'_>> {
    let rows = catalog.geopolitical_region_ids().map(|id| catalog.geopolitical_region(id));
    rows.map(|row| GeopoliticalRegion { id: &row.slug, name: &row.name, cloud: row.cloud }).collect()
}

//! Writes every answer of the data set, one JSON object a line, for `tests/parity.mjs` to hold the JavaScript package
//! against: `cargo run --package expressroute-atlas-cli --example answers -- FILE`.
//!
//! The order of the lines is that of the script: lists, single answers, links, the reverse question, nearest, round trips.

use reach::catalog::{Catalog, PackedError};
use reach::geo::LonLat;
use reach::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use reach::index::{self, Filter};
use reach::json;
use reach::json::round_trip::latency_json;
use reach::latency::{self, Place};
use reach::link::{self, LinkEnd};
use reach::locate;
use reach::reachable::{Circuit, Destination, reach};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Error, Result, Write};

fn main() -> Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| Error::other("name the file to write"))?;
    if let Some(folder) = std::path::Path::new(&path).parent() {
        std::fs::create_dir_all(folder)?;
    }
    let catalog = Catalog::from_packed(tables::CORE).map_err(|error: PackedError| Error::other(error.to_string()))?;
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    reach_answers(&catalog, &mut out)?;
    links(&catalog, &mut out)?;
    located(&catalog, &mut out)?;
    nearest(&catalog, &mut out)?;
    latencies(&catalog, &mut out)?;
    out.flush()
}

fn line(out: &mut impl Write, answer: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    out.write_all(b"\n")
}

/// Every location under every SKU and peering: the list, then one by one what the list leaves out.
fn reach_answers(catalog: &Catalog, out: &mut impl Write) -> Result<()> {
    let others = not_listed(catalog);
    for location in catalog.location_ids() {
        for sku in Sku::ALL.iter().copied() {
            for peering in Peering::ALL.iter().copied() {
                let circuit = Circuit { location, sku, peering };
                line(out, &json::reach_list_json(catalog, circuit))?;
                for to in &others {
                    line(out, &json::reach_json(catalog, &reach(catalog, circuit, *to)))?;
                }
            }
        }
    }
    Ok(())
}

/// Regions that are not live, live regions of every cloud's first and last, and the services with every environment.
fn not_listed(catalog: &Catalog) -> Vec<Destination> {
    let not_live = |id: &RegionId| catalog.region(*id).status != RegionStatus::Live;
    let mut found: Vec<Destination> = catalog.region_ids().filter(not_live).map(Destination::Region).collect();
    for cloud in Cloud::ALL.iter().copied() {
        found.extend(catalog.live_regions(cloud).take(1).map(Destination::Region));
        found.push(Destination::Microsoft365(cloud));
    }
    found.push(Destination::Dynamics365(None));
    let environments: Vec<GeopoliticalRegionId> = catalog.geopolitical_region_ids().collect();
    found.extend(environments.into_iter().map(|it| Destination::Dynamics365(Some(it))));
    found
}

fn links(catalog: &Catalog, out: &mut impl Write) -> Result<()> {
    let ends: Vec<PeeringLocationId> = catalog.location_ids().collect();
    for from in &ends {
        for to in &ends {
            for (from_sku, to_sku) in Sku::ALL.iter().flat_map(|a| Sku::ALL.iter().map(move |b| (*a, *b))) {
                let ends = (LinkEnd { location: *from, sku: from_sku }, LinkEnd { location: *to, sku: to_sku });
                line(out, &json::link_json(catalog, &link::link(catalog, ends.0, ends.1)))?;
            }
        }
    }
    Ok(())
}

/// Every region alone, and beside the region that follows it.
fn located(catalog: &Catalog, out: &mut impl Write) -> Result<()> {
    let regions: Vec<RegionId> = catalog.region_ids().collect();
    for (at, region) in regions.iter().enumerate() {
        let next = regions[(at + 1) % regions.len()];
        line(out, &json::located_json(catalog, &locate::locate(catalog, &[*region], Peering::Private)))?;
        line(out, &json::located_json(catalog, &locate::locate(catalog, &[*region, next], Peering::Microsoft)))?;
    }
    Ok(())
}

/// All locations of every cloud, nearest first, from a grid with the poles and 180° on it.
fn nearest(catalog: &Catalog, out: &mut impl Write) -> Result<()> {
    for cloud in Cloud::ALL.iter().copied() {
        let filter = Filter { cloud, ..Filter::default() };
        for lat in (-90..=90).step_by(30) {
            for lon in (-180..=180).step_by(30) {
                let Some(at) = LonLat::new(f64::from(lon), f64::from(lat)) else { continue };
                line(out, &json::nearest_json(catalog, &index::nearest(catalog, at, 200, &filter)))?;
            }
        }
    }
    Ok(())
}

/// From every region and location to every other, and to itself.
fn latencies(catalog: &Catalog, out: &mut impl Write) -> Result<()> {
    let published = latency::unpacked(tables::LATENCY).map_err(|error| Error::other(error.to_string()))?;
    let places: Vec<Place> =
        catalog.region_ids().map(Place::Region).chain(catalog.location_ids().map(Place::Location)).collect();
    for from in &places {
        for to in &places {
            line(out, &latency_json(catalog, &latency::between(catalog, &published, *from, *to)))?;
        }
    }
    Ok(())
}

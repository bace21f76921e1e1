//! regions.csv: Azure regions with the point that distances are taken from and their geopolitical region.

use crate::cells;
use crate::data::facts::{Facts, Record};
use crate::data::locations::key_of;
use crate::data::sources::Sources;
use crate::data::world::World;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeMap;

/// The country file: code → geopolitical regions that its locations lie in.
type Countries = BTreeMap<String, Vec<String>>;

/// regions.csv.
pub fn table(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let mut placed: BTreeMap<String, String> = BTreeMap::new();
    for row in facts.records("expressroute/geopolitical_regions.csv")? {
        if row.get("kind") == "azure_region" {
            let cloud = row.get("cloud");
            let id = world.region(cloud, row.get("name")).map_err(|error| row.error(error))?;
            let in_region =
                world.geopolitical(cloud, row.get("geopolitical_region")).map_err(|error| row.error(error))?;
            placed.insert(id.to_owned(), in_region.to_owned());
        }
    }
    let mut countries = Countries::new();
    for row in facts.records("regions/countries_to_geopolitical.csv")? {
        let cells = [row.get("geopolitical_region"), row.get("other_geopolitical_regions")];
        let names = cells.iter().flat_map(|cell| cell.split(';')).filter(|name| !name.is_empty());
        countries.insert(row.get("country").to_owned(), names.map(str::to_owned).collect());
    }
    let records = facts.records("regions/azure_regions.csv")?;
    let rows = records.iter().map(|it| row(it, &placed, &countries, world, sources).map_err(|error| it.error(error)));
    Table::new(&spec::REGIONS, rows.collect::<Result<_, String>>()?)
}

fn row(
    record: &Record,
    placed: &BTreeMap<String, String>,
    countries: &Countries,
    world: &World,
    sources: &Sources,
) -> Result<Vec<String>, String> {
    let id = record.get("id");
    let in_city = !record.get("city_latitude").is_empty();
    let (latitude, longitude, precision) = if in_city {
        (record.get("city_latitude"), record.get("city_longitude"), "city")
    } else {
        (record.get("latitude"), record.get("longitude"), "state")
    };
    let in_region = placed.get(id).map_or("", String::as_str);
    let likely = if in_region.is_empty() { likely(record, countries, world) } else { "" };
    let zones = match record.get("availability_zones") {
        "true" => "yes",
        "false" => "no",
        "" => "",
        other => return Err(format!("unknown availability_zones {other:?}")),
    };
    let status = if record.get("kind") == "logical" { "canary" } else { record.get("status") };
    let [source, date] = sources.cite(&keys(record, in_city, in_region, likely)?)?;
    Ok(cells![
        id,
        record.get("display_name"),
        record.get("cloud"),
        latitude,
        longitude,
        precision,
        record.get("latitude"),
        record.get("longitude"),
        record.get("geography"),
        record.get("physical_location"),
        record.get("country"),
        status,
        record.get("access"),
        zones,
        record.get("zone_count"),
        record.get("paired_region"),
        in_region,
        likely,
        record.get("note"),
        source,
        date
    ])
}

fn keys(record: &Record, in_city: bool, in_region: &str, likely: &str) -> Result<Vec<String>, String> {
    let mut keys: Vec<String> = record.get("source").split(';').map(key_of).collect::<Result<_, _>>()?;
    if in_city || record.get("note").contains("GeoNames") {
        keys.push("GeoNames".to_owned());
    }
    if !in_region.is_empty() {
        keys.push("GEO".to_owned());
    }
    // The country file was read off this table.
    if !likely.is_empty() {
        keys.push("GEO-2024".to_owned());
    }
    Ok(keys)
}

/// Where a region that the table does not place is likely to belong: the geopolitical region of its country in its
/// cloud; of several, the one whose name the region's own name starts with; otherwise nothing.
fn likely<'a>(record: &Record, countries: &Countries, world: &'a World) -> &'a str {
    let names = countries.get(record.get("country")).map_or(&[][..], Vec::as_slice);
    let found: Vec<_> =
        world.geopolitical.iter().filter(|it| it.cloud == record.get("cloud") && names.contains(&it.name)).collect();
    match found[..] {
        [only] => &only.id,
        _ => found.iter().find(|it| record.get("display_name").starts_with(&it.name)).map_or("", |it| &it.id),
    }
}

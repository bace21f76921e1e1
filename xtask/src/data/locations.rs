//! peering_locations.csv: the location list joined with the points of its sites.

use crate::cells;
use crate::data::curated::{SOURCE_PATHS, SOURCE_WORDS};
use crate::data::facts::{Facts, Record};
use crate::data::markdown::iso_dates;
use crate::data::sources::Sources;
use crate::data::world::World;
use crate::data::write::Table;
use reach::geo::LonLat;
use reach::table::spec;
use std::collections::BTreeMap;

/// Where a location stands.
#[derive(Clone)]
struct Point {
    latitude: String,
    longitude: String,
    precision: &'static str,
    sources: Vec<String>,
    note: String,
}

/// peering_locations.csv.
pub fn table(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let records = facts.records("expressroute/peering_locations.csv")?;
    let placed = placed_by_the_table(facts, world)?;
    let points = points(facts, world)?;
    let mut rows = Vec::new();
    for record in &records {
        let point = match points.get(record.get("id")) {
            Some(point) => point.clone(),
            None => between(record, &points)?,
        };
        rows.push(row(record, &point, &placed, world, sources).map_err(|error| record.error(error))?);
    }
    Table::new(&spec::PEERING_LOCATIONS, rows)
}

fn row(
    record: &Record,
    point: &Point,
    placed: &[String],
    world: &World,
    sources: &Sources,
) -> Result<Vec<String>, String> {
    let (id, cloud) = (record.get("id"), record.get("cloud"));
    let local: Result<Vec<&str>, String> = record
        .get("local_regions")
        .split(';')
        .filter(|name| !name.is_empty())
        .map(|name| world.region(cloud, name.trim()))
        .collect();
    let metro = !record.get("site_ids").is_empty();
    // No row of the provider tables: the facts leave every such cell empty.
    let documented = !record.get("er_direct").is_empty();
    let mut keys: Vec<String> = Vec::new();
    let mut cite = |key: &str, when: bool| {
        if when {
            keys.push(key.to_owned());
        }
    };
    cite("LOC", !metro && documented);
    cite("METRO", metro || !documented);
    cite("GEO", placed.iter().any(|it| it == id));
    keys.extend(point.sources.iter().cloned());
    let [source, date] = sources.cite(&keys)?;
    let notes: Vec<&str> = [record.get("note"), &point.note].into_iter().filter(|note| !note.is_empty()).collect();
    Ok(cells![
        id,
        record.get("name").replace("Newport(Wales)", "Newport (Wales)"),
        cloud,
        point.latitude,
        point.longitude,
        point.precision,
        world.geopolitical(cloud, record.get("geopolitical_region"))?,
        record.get("country"),
        record.get("metro"),
        record.get("facility"),
        record.get("pricing_zone"),
        local?.join(";"),
        if documented { "yes" } else { "no" },
        record.get("er_direct"),
        if metro { "yes" } else { "no" },
        record.get("site_ids"),
        iso_dates(&notes.join("; ")),
        source,
        date
    ])
}

/// The ids of the locations that the geopolitical table names.
fn placed_by_the_table(facts: &Facts, world: &World) -> Result<Vec<String>, String> {
    let mut placed = Vec::new();
    for row in facts.records("expressroute/geopolitical_regions.csv")? {
        if row.get("kind") == "peering_location" {
            let id = world.location(row.get("cloud"), row.get("name")).map_err(|error| row.error(error))?;
            placed.push(id.to_owned());
        }
    }
    Ok(placed)
}

/// The points of all sites by location id.
fn points(facts: &Facts, world: &World) -> Result<BTreeMap<String, Point>, String> {
    let mut points = BTreeMap::new();
    for row in facts.records("regions/metro_coordinates.csv")? {
        let id = world.location(row.get("cloud"), row.get("location_name")).map_err(|error| row.error(error))?;
        let precision = match row.get("precision") {
            "facility" => "site",
            "metro" => "city",
            other => return Err(row.error(format!("unknown precision {other:?}"))),
        };
        let note = if row.get("note").is_empty() { String::new() } else { format!("point: {}", row.get("note")) };
        let point = Point {
            latitude: row.get("latitude").to_owned(),
            longitude: row.get("longitude").to_owned(),
            precision,
            sources: vec![key_of(row.get("source")).map_err(|error| row.error(error))?],
            note,
        };
        points.insert(id.to_owned(), point);
    }
    Ok(points)
}

/// The point of a Metro location: halfway between its two sites, or its only known site.
fn between(record: &Record, points: &BTreeMap<String, Point>) -> Result<Point, String> {
    let sites: Vec<&str> = record.get("site_ids").split(';').collect();
    let known = |id: &str| points.get(id).ok_or_else(|| record.error(format!("no point for {id:?}")));
    match sites[..] {
        [only] => Ok(Point {
            precision: "city",
            note: "point: the one site that is known".to_owned(),
            ..known(only)?.clone()
        }),
        [first, second] => {
            let (first, second) = (known(first)?, known(second)?);
            let (latitude, longitude) = midpoint(first, second).ok_or_else(|| record.error("no midpoint"))?;
            let precision = if [first, second].iter().all(|it| it.precision == "site") { "site" } else { "city" };
            let sources = first.sources.iter().chain(&second.sources).cloned().collect();
            Ok(Point { latitude, longitude, precision, sources, note: "point: halfway between its sites".to_owned() })
        }
        _ => Err(record.error("a Metro location has one or two known sites")),
    }
}

/// The latitude and longitude halfway along the great circle, with five decimals.
fn midpoint(first: &Point, second: &Point) -> Option<(String, String)> {
    let vector =
        |point: &Point| Some(LonLat::new(point.longitude.parse().ok()?, point.latitude.parse().ok()?)?.unit_vector());
    let middle = vector(first)?.midpoint(vector(second)?)?.lon_lat();
    Some((format!("{:.5}", middle.lat()), format!("{:.5}", middle.lon())))
}

/// The key of a source in the words of the region and coordinate files.
pub fn key_of(source: &str) -> Result<String, String> {
    if let Some(rest) = source.strip_prefix("PeeringDB facility ") {
        let through = rest.split(" via ").nth(1).unwrap_or_default();
        return match through {
            "peeringdb-plus" => Ok("PeeringDB-plus".to_owned()),
            "dx-location-details" => Ok("PeeringDB-dx".to_owned()),
            _ => Err(format!("unknown source {source:?}")),
        };
    }
    let known = SOURCE_WORDS.iter().chain(SOURCE_PATHS).find(|(words, _)| source.starts_with(words));
    Ok(known.map_or_else(|| source.split(" (").next().unwrap_or(source).to_owned(), |(_, key)| (*key).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(latitude: &str, longitude: &str) -> Point {
        let (latitude, longitude) = (latitude.to_owned(), longitude.to_owned());
        Point { latitude, longitude, precision: "site", sources: Vec::new(), note: String::new() }
    }

    #[test]
    fn a_midpoint_lies_on_the_great_circle() {
        let middle = midpoint(&site("0", "179"), &site("0", "-179"));
        assert!(
            matches!(middle, Some((latitude, longitude)) if latitude == "0.00000" && longitude.trim_start_matches('-') == "180.00000")
        );
        assert_eq!(
            midpoint(&site("10", "20"), &site("10", "20")),
            Some(("10.00000".to_owned(), "20.00000".to_owned()))
        );
    }

    #[test]
    fn sources_in_words_become_keys() {
        assert_eq!(key_of("PeeringDB facility 74 via peeringdb-plus"), Ok("PeeringDB-plus".to_owned()));
        assert_eq!(key_of("GeoNames 2800866 (Brussels)"), Ok("GeoNames".to_owned()));
        assert_eq!(key_of("Azure-Updates-573691 (2026-10-08)"), Ok("Azure-Updates-573691".to_owned()));
        assert_eq!(key_of("articles/expressroute/expressroute-faqs.md 03/31/2026"), Ok("FAQ".to_owned()));
    }
}

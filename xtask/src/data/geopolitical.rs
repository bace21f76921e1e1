//! geopolitical_regions.csv, geopolitical_members.csv and countries.csv.

use crate::cells;
use crate::data::facts::{Facts, Record};
use crate::data::sources::Sources;
use crate::data::world::World;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeSet;

/// geopolitical_regions.csv. Its countries are those of the locations in it.
pub fn regions(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let locations = facts.records("expressroute/peering_locations.csv")?;
    let [source, date] = sources.cite(&["GEO", "LOC"])?;
    let row = |place: &crate::data::world::Place| {
        let inside = locations.iter().filter(|it| it.get("geopolitical_region") == place.name);
        let countries: BTreeSet<&str> = inside.map(|it| it.get("country")).collect();
        let countries: Vec<&str> = countries.into_iter().collect();
        cells![place.id, place.name, place.cloud, countries.join(";"), source, date]
    };
    Table::new(&spec::GEOPOLITICAL_REGIONS, world.geopolitical.iter().map(row).collect())
}

/// geopolitical_members.csv: the table as it is printed.
pub fn members(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let [source, date] = sources.cite(&["GEO"])?;
    let row = |record: &Record| {
        let (cloud, name) = (record.get("cloud"), record.get("name"));
        let (kind, id) = match record.get("kind") {
            "azure_region" => ("region", world.region(cloud, name)?),
            _ => ("location", world.location(cloud, name)?),
        };
        let in_region = world.geopolitical(cloud, record.get("geopolitical_region"))?;
        Ok(cells![in_region, kind, name, id, source, date])
    };
    let records = facts.records("expressroute/geopolitical_regions.csv")?;
    let rows = records.iter().map(|it| row(it).map_err(|error: String| it.error(error)));
    Table::new(&spec::GEOPOLITICAL_MEMBERS, rows.collect::<Result<_, String>>()?)
}

/// countries.csv: every ISO country, and the geopolitical region of those that host a location.
pub fn countries(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let [source, date] = sources.cite(&["GEO-2024", "ISO-3166"])?;
    let slugs = |names: &str| {
        let slug = |name: &str| {
            let found = world.geopolitical.iter().find(|it| it.name == name).map(|it| it.id.as_str());
            found.ok_or_else(|| format!("no geopolitical region {name:?}"))
        };
        let found: Result<Vec<&str>, String> = names.split(';').filter(|name| !name.is_empty()).map(slug).collect();
        found.map(|found| found.join(";"))
    };
    let row = |record: &Record| {
        let [country, name, basis, note] =
            ["country", "country_name", "basis", "note"].map(|column| record.get(column));
        let region = slugs(record.get("geopolitical_region"))?;
        let other = slugs(record.get("other_geopolitical_regions"))?;
        Ok(cells![country, name, region, other, basis, note, source, date])
    };
    let records = facts.records("regions/countries_to_geopolitical.csv")?;
    let rows = records.iter().map(|it| row(it).map_err(|error: String| it.error(error)));
    Table::new(&spec::COUNTRIES, rows.collect::<Result<_, String>>()?)
}

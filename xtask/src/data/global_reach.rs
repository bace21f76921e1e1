//! global_reach_places.csv and global_reach_rules.csv.

use crate::cells;
use crate::data::facts::{Facts, Record};
use crate::data::locations::key_of;
use crate::data::sources::Sources;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeMap;

/// The places, on the list and missing from it, and the rules.
pub fn tables(facts: &Facts, sources: &Sources) -> Result<(Table, Table), String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for row in facts.records("regions/countries_to_geopolitical.csv")? {
        names.insert(row.get("country").to_owned(), row.get("country_name").to_owned());
    }
    let (mut places, mut rules) = (Vec::new(), Vec::new());
    for record in facts.records("expressroute/global_reach.csv")? {
        let cited = key_of(record.get("source")).and_then(|key| sources.cite(&[key]));
        let cited = cited.map_err(|error| record.error(error))?;
        match record.get("kind") {
            "rule" => rules.push(rule(&record, cited)),
            "available" => places.push(place(&record, record.get("name"), "yes", cited)),
            "not_listed" => {
                let name = names.get(record.get("value")).ok_or_else(|| record.error("unknown country"))?;
                places.push(place(&record, name, "no", cited));
            }
            other => return Err(record.error(format!("unknown kind {other:?}"))),
        }
    }
    Ok((Table::new(&spec::GLOBAL_REACH_PLACES, places)?, Table::new(&spec::GLOBAL_REACH_RULES, rules)?))
}

fn rule(record: &Record, [source, date]: [String; 2]) -> Vec<String> {
    cells![record.get("name"), record.get("value"), record.get("note"), source, date]
}

fn place(record: &Record, name: &str, listed: &str, [source, date]: [String; 2]) -> Vec<String> {
    let note = record.get("note");
    let confirmed = if note.contains("unconfirmed") { "no" } else { "yes" };
    cells![name, listed, record.get("value"), record.get("peering_location_ids"), confirmed, note, source, date]
}

//! providers.csv and latency.csv.

use crate::cells;
use crate::data::facts::{Facts, Record};
use crate::data::locations::key_of;
use crate::data::sources::Sources;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeMap;

/// providers.csv.
pub fn providers(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let row = |record: &Record| {
        let status = match record.get("status") {
            "available" => "available",
            "coming soon" => "coming_soon",
            other => return Err(format!("unknown status {other:?}")),
        };
        let [source, date] = sources.cite(&[key_of(record.get("source"))?])?;
        let [location, provider, listed] = ["location_id", "provider", "provider_as_listed"].map(|it| record.get(it));
        Ok(cells![location, provider, status, listed, source, date])
    };
    let records = facts.records("expressroute/providers.csv")?;
    let rows = records.iter().map(|it| row(it).map_err(|error: String| it.error(error)));
    Table::new(&spec::PROVIDERS, rows.collect::<Result<_, String>>()?)
}

/// latency.csv: medians and 95th percentiles side by side.
pub fn latency(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let [source, date] = sources.cite(&["LATENCY-P50", "LATENCY-P95"])?;
    let key = |record: &Record| (record.get("from_id").to_owned(), record.get("to_id").to_owned());
    let high: BTreeMap<_, _> = facts
        .records("regions/region_latency_p95.csv")?
        .iter()
        .map(|record| (key(record), record.get("rtt_ms").to_owned()))
        .collect();
    let row = |record: &Record| {
        let p95 = high.get(&key(record)).ok_or_else(|| record.error("no P95 for this pair"))?;
        Ok(cells![record.get("from_id"), record.get("to_id"), record.get("rtt_ms"), p95, source, date])
    };
    let records = facts.records("regions/region_latency.csv")?;
    Table::new(&spec::LATENCY, records.iter().map(row).collect::<Result<_, String>>()?)
}

//! providers.csv and latency.csv: the tables that are loaded on demand.

use crate::id::RegionId;
use crate::table::Index;
use crate::table::error::Problem;
use crate::table::sheet::{Report, Row, Sheet};
use crate::tables::{LatencyTable, OfferRow, ProviderTables};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn providers(sheet: &Sheet, index: &Index<'_>, report: &Report) -> ProviderTables {
    let names: BTreeSet<&str> =
        sheet.rows(report).filter_map(|row| row.required("provider").map(|_| row.text("provider"))).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let read = |row: Row<'_>| {
        let location = row.reference("location_id", &index.locations);
        let available =
            row.word("status", &[("available", true), ("coming_soon", false)], &["available", "coming_soon"]);
        let provider = names.binary_search(&row.text("provider")).ok().and_then(|place| u16::try_from(place).ok());
        Some(OfferRow { location: location?, provider: provider?, available: available? })
    };
    let mut offers: Vec<OfferRow> = sheet.rows(report).filter_map(read).collect();
    offers.sort_by_key(|offer| (offer.location, offer.provider));
    ProviderTables { providers: names.into_iter().map(str::to_owned).collect(), offers }
}

/// A square of medians. Every pair of measured regions must be there in both directions.
pub(super) fn latency(sheet: &Sheet, index: &Index<'_>, report: &Report) -> LatencyTable {
    let mut medians: BTreeMap<(RegionId, RegionId), u16> = BTreeMap::new();
    for row in sheet.rows(report) {
        if let Some((pair, median)) = round_trip(row, index) {
            medians.insert(pair, median);
        }
    }
    let regions: BTreeSet<RegionId> = medians.keys().map(|(from, _)| *from).collect();
    let mut median_ms = Vec::with_capacity(regions.len() * regions.len());
    for from in &regions {
        for to in &regions {
            let known = if from == to { Some(&0) } else { medians.get(&(*from, *to)) };
            median_ms.push(known.copied().unwrap_or_default());
        }
    }
    if regions.len() * regions.len().saturating_sub(1) != medians.len() {
        report.file("latency", "not every pair of its regions is there", "give each pair in both directions");
    }
    let date = sheet.rows(report).next().and_then(|row| row.list("source_date").next()).unwrap_or_default();
    LatencyTable { date: date.to_owned(), regions: regions.into_iter().collect(), median_ms }
}

fn round_trip(row: Row<'_>, index: &Index<'_>) -> Option<((RegionId, RegionId), u16)> {
    let from: Option<RegionId> = row.reference("from", &index.regions);
    let to: Option<RegionId> = row.reference("to", &index.regions);
    let median = row.whole("p50_ms", 1, 2000);
    let high = row.whole("p95_ms", 1, 2000);
    if high? < median? {
        row.wrong("p95_ms", row.text("p95_ms"), Problem::Contradicts { other: "p50_ms" });
    }
    if from? == to? {
        row.wrong("to", row.text("to"), Problem::Contradicts { other: "from" });
        return None;
    }
    Some(((from?, to?), u16::try_from(median?).ok()?))
}

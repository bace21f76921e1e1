//! The documents, and the check that every row of every table names one.

use crate::id::SourceId;
use crate::table::Sheets;
use crate::table::cell::Keys;
use crate::table::error::Problem;
use crate::table::sheet::{Report, Row, Sheet};
use crate::table::spec;
use crate::tables::{RuleSources, SourceRow, Tables};
use std::collections::BTreeMap;

pub(super) fn sources(sheet: &Sheet, report: &Report) -> Vec<SourceRow> {
    sheet.rows(report).filter_map(source).collect()
}

fn source(row: Row<'_>) -> Option<SourceRow> {
    let date = if row.text("date").is_empty() { Some(String::new()) } else { row.date("date") };
    let (key, title, reference) = (row.required("key"), row.required("title"), row.required("reference"));
    let _read = row.date("read")?;
    Some(SourceRow { key: key?, title: title?, date: date?, reference: reference? })
}

/// The documents behind the rules.
pub(super) fn rule_sources(keys: &Keys<'_>, report: &Report) -> Option<RuleSources> {
    let id = |key: &str| {
        if keys.find(key).is_none() {
            report.file("sources", format!("no row with the key {key}"), "the rules need it: add the row");
        }
        keys.find(key).map(SourceId)
    };
    Some(RuleSources {
        locations: id("LOC")?,
        geopolitical: id("GEO")?,
        metro: id("METRO")?,
        faq: id("FAQ")?,
        introduction: id("INTRO")?,
        global_reach: id("GR")?,
        latency: id("LATENCY-P50")?,
    })
}

/// Leaves those documents in `tables` that its rows or the rules name. The others belong to tables of their own, and
/// every visitor would have to load them.
pub(super) fn keep_named(tables: &mut Tables) {
    let mut kept: Vec<SourceRow> = Vec::new();
    let mut places: BTreeMap<SourceId, SourceId> = BTreeMap::new();
    let all = std::mem::take(&mut tables.sources);
    let mut named = vec![false; all.len()];
    // A set of tables without documents has been reported; its rows still name some.
    visit(tables, |id| named.iter_mut().skip(id.index()).take(1).for_each(|it| *it = true));
    for (at, row) in all.into_iter().enumerate().filter(|(at, _)| named[*at]) {
        places.insert(SourceId(at as u16), SourceId(kept.len() as u16));
        kept.push(row);
    }
    tables.sources = kept;
    visit(tables, |id| *id = places.get(id).copied().unwrap_or(*id));
}

/// Every mention of a document in `tables`.
fn visit(tables: &mut Tables, mut mention: impl FnMut(&mut SourceId)) {
    let rows = tables.locations.iter_mut().map(|it| &mut it.sources);
    let rows = rows.chain(tables.regions.iter_mut().map(|it| &mut it.sources));
    rows.chain(tables.conflicts.iter_mut().map(|it| &mut it.sources)).flatten().for_each(&mut mention);
    let rules = &mut tables.rule_sources;
    for id in [
        &mut rules.locations,
        &mut rules.geopolitical,
        &mut rules.metro,
        &mut rules.faq,
        &mut rules.introduction,
        &mut rules.global_reach,
        &mut rules.latency,
    ] {
        mention(id);
    }
}

/// Every row names at least one known source, and beside each the source's date: the day it was read when the
/// document carries none.
pub(super) fn check_every_row(sheets: &Sheets, report: &Report) {
    let Some(sources) = sheets.get(&spec::SOURCES) else { return };
    let dates: Vec<(&str, &str)> = sources
        .rows(report)
        .map(|row| (row.text("key"), if row.text("date").is_empty() { row.text("read") } else { row.text("date") }))
        .collect();
    let date_of = |key: &str| dates.binary_search_by(|(it, _)| (*it).cmp(key)).ok().map(|place| dates[place].1);
    for row in sheets.0.iter().filter(|sheet| sheet.spec != &spec::SOURCES).flat_map(|sheet| sheet.rows(report)) {
        check_row(row, date_of);
    }
}

fn check_row<'a>(row: Row<'_>, date_of: impl Fn(&str) -> Option<&'a str>) {
    if row.required("source").is_none() {
        return;
    }
    let mut expected = Vec::new();
    for key in row.list("source") {
        match date_of(key) {
            Some(date) => expected.push(date),
            None => row.wrong("source", key, Problem::Unknown { what: "source", table: spec::SOURCES.name }),
        }
    }
    let written: Vec<&str> = row.list("source_date").collect();
    let bad = written.iter().find(|date| !crate::table::cell::is_date(date));
    if let Some(bad) = bad {
        row.wrong("source_date", bad, Problem::Date);
    } else if expected.len() == row.list("source").count() && expected != written {
        let expected = expected.join(";");
        row.wrong("source_date", row.text("source_date"), Problem::DateOfSource { expected });
    }
}

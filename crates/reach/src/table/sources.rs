//! The documents, and the check that every row of every table names one.

use crate::id::SourceId;
use crate::table::Sheets;
use crate::table::cell::Keys;
use crate::table::error::Problem;
use crate::table::sheet::{Report, Row, Sheet};
use crate::table::spec;
use crate::tables::{RuleSources, SourceRow};

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

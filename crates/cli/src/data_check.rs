//! `atlas data check`: the CSV tables, read as the build reads them.

use crate::args::CheckArgs;
use crate::data_set::DataSet;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;
use reach::table::error::TableError;
use reach::table::{AllTables, read_tables, read_tables_over, spec};
use reach::tables::Tables;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// One thing wrong in one table.
#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    table: &'a str,
    line: Option<u64>,
    column: Option<&'a str>,
    value: Option<&'a str>,
    message: String,
}

/// What was checked and what was found.
#[derive(Serialize)]
struct Report<'a> {
    checked: String,
    version: Option<&'a str>,
    locations: Option<usize>,
    regions: Option<usize>,
    findings: Vec<Finding<'a>>,
}

/// Checks a folder of tables, or tells what the tables inside the program are.
///
/// # Errors
/// When the folder cannot be read.
pub fn answer(check: &CheckArgs, json: bool) -> Result<Output, Failure> {
    let usual = PathBuf::from("data");
    let folder = check.folder.clone().or_else(|| usual.is_dir().then_some(usual));
    let Some(folder) = folder else {
        let inside = DataSet::load()?;
        let checked = "the tables inside this program".to_owned();
        return output(&report(checked, Some(inside.catalog.tables()), &[]), json);
    };
    for dir in [Some(&folder), check.over.as_ref()].into_iter().flatten() {
        tables_in(dir)?;
    }
    let read = match &check.over {
        Some(base) => read_tables_over(base, &folder),
        None => read_tables(&folder),
    };
    let checked = folder.display().to_string();
    match read {
        Ok(AllTables { core, .. }) => output(&report(checked, Some(&core), &[]), json),
        Err(errors) => output(&report(checked, None, &errors), json),
    }
}

fn report<'a>(checked: String, tables: Option<&'a Tables>, errors: &'a [TableError]) -> Report<'a> {
    Report {
        checked,
        version: tables.map(|it| it.version.as_str()),
        locations: tables.map(|it| it.locations.len()),
        regions: tables.map(|it| it.regions.len()),
        findings: errors.iter().map(finding).collect(),
    }
}

fn finding(error: &TableError) -> Finding<'_> {
    let message = error.to_string();
    match error {
        TableError::File { table, .. } => {
            Finding { severity: "error", table, line: None, column: None, value: None, message }
        }
        TableError::Cell { table, line, column, value, .. } => {
            Finding { severity: "error", table, line: Some(*line), column: Some(column), value: Some(value), message }
        }
    }
}

fn output(report: &Report, json: bool) -> Result<Output, Failure> {
    let good = report.findings.is_empty();
    match json {
        true => Output::json(report, good),
        false => Ok(Output::text(shown(report), good)),
    }
}

fn shown(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&finding.message);
        text.push('\n');
    }
    let closing = match (report.version, report.locations, report.regions) {
        (Some(version), Some(locations), Some(regions)) => {
            format!("nothing wrong; data of {version}, {locations} locations, {regions} regions")
        }
        _ => words::counted(report.findings.len(), "error", "errors"),
    };
    text.push_str(&format!("{}: {closing}.\n", report.checked));
    text
}

/// A folder without a single table is most likely another one than was meant.
fn tables_in(folder: &Path) -> Result<(), Failure> {
    let unreadable = |problem: String| {
        let value = folder.display().to_string();
        let message = format!("cannot read tables from the folder {value:?}: {problem}; name a folder of CSV tables");
        Failure { code: "unreadable", message, value, near: Vec::new() }
    };
    std::fs::read_dir(folder).map_err(|error| unreadable(error.to_string()))?;
    let any = spec::ALL.iter().any(|it| folder.join(it.name).with_extension("csv").is_file());
    if any { Ok(()) } else { Err(unreadable("it holds none of them".to_owned())) }
}

//! CSV text → rows of cells with their lines, in the order of their keys.

use crate::table::error::{Problem, TableError};
use crate::table::spec::TableSpec;
use std::cell::RefCell;

/// What was found wrong so far. Shared, so that one reading reports everything.
#[derive(Debug, Default)]
pub(crate) struct Report(RefCell<Vec<TableError>>);

impl Report {
    pub(crate) fn add(&self, error: TableError) {
        self.0.borrow_mut().push(error);
    }

    pub(crate) fn file(&self, table: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.add(TableError::File { table: table.to_owned(), problem: problem.into(), remedy: remedy.into() });
    }

    pub(crate) fn into_errors(self) -> Vec<TableError> {
        self.0.into_inner()
    }
}

/// A row as read: its line and its cells, as many as the table has columns.
#[derive(Clone, Debug)]
pub(crate) struct RawRow {
    pub(crate) line: u64,
    /// Whether it stands in the overlay.
    pub(crate) laid_over: bool,
    pub(crate) cells: Vec<String>,
}

/// A table as read, sorted by key, each key once.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) spec: &'static TableSpec,
    pub(crate) rows: Vec<RawRow>,
}

impl Sheet {
    /// The rows of `text`, then those of `overlay`: a row of the overlay replaces the one with the same key, or is
    /// added. What is wrong goes to `report`; of two rows with one key in one text the first stays.
    pub(crate) fn parse(spec: &'static TableSpec, text: &str, overlay: Option<&str>, report: &Report) -> Sheet {
        let over = overlay.map(|text| rows_of(spec, text, true, report)).unwrap_or_default();
        let mut rows = rows_of(spec, text, false, report);
        rows.retain(|row| over.binary_search_by(|it| it.cells[..spec.key].cmp(&row.cells[..spec.key])).is_err());
        rows.extend(over);
        rows.sort_by(|a, b| a.cells[..spec.key].cmp(&b.cells[..spec.key]));
        Sheet { spec, rows }
    }

    /// The rows, ready to be read cell by cell.
    pub(crate) fn rows<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = Row<'a>> {
        self.rows.iter().map(move |raw| Row { spec: self.spec, raw, report })
    }
}

/// The rows of one text, sorted by key; a second row with the same key is reported and left out.
fn rows_of(spec: &'static TableSpec, text: &str, laid_over: bool, report: &Report) -> Vec<RawRow> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<RawRow> = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                report.file(spec.name, error.to_string(), "mend the quoting or the encoding");
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if index == 0 {
            if !record.iter().eq(spec.columns.iter().copied()) {
                let remedy = format!("the first line must be {}", spec.columns.join(","));
                report.file(spec.name, "another header than expected", remedy);
                return Vec::new();
            }
        } else if record.len() != spec.columns.len() {
            let problem = format!("line {line} has {} columns", record.len());
            report.file(spec.name, problem, format!("write {} columns", spec.columns.len()));
        } else {
            rows.push(RawRow { line, laid_over, cells: record.iter().map(str::to_owned).collect() });
        }
    }
    if rows.is_empty() {
        report.file(spec.name, "no rows", "write at least one row below the header");
    }
    without_duplicates(spec, rows, report)
}

fn without_duplicates(spec: &'static TableSpec, mut rows: Vec<RawRow>, report: &Report) -> Vec<RawRow> {
    // The sort is stable, so of equal keys the earlier line comes first and stays.
    rows.sort_by(|a, b| a.cells[..spec.key].cmp(&b.cells[..spec.key]));
    let mut kept: Vec<RawRow> = Vec::with_capacity(rows.len());
    for row in rows {
        let key = &row.cells[..spec.key];
        match kept.last() {
            Some(last) if last.cells[..spec.key] == *key => report.add(TableError::Cell {
                table: spec.name,
                line: row.line,
                column: spec.columns[spec.key - 1],
                value: key.join(", "),
                problem: Problem::DuplicateKey,
            }),
            _ => kept.push(row),
        }
    }
    kept
}

/// A row being read: each method takes one cell apart, and reports it when it cannot.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    spec: &'static TableSpec,
    raw: &'a RawRow,
    report: &'a Report,
}

impl<'a> Row<'a> {
    pub(crate) fn line(self) -> u64 {
        self.raw.line
    }

    /// The place of the row in the order of reading: the overlay comes after what it is laid over.
    pub(crate) fn order(self) -> (bool, u64) {
        (self.raw.laid_over, self.raw.line)
    }

    /// The cell as written; empty for a column that the table does not have.
    pub(crate) fn text(self, column: &'static str) -> &'a str {
        let place = self.spec.columns.iter().position(|it| *it == column);
        place.and_then(|place| self.raw.cells.get(place)).map_or("", String::as_str)
    }

    pub(crate) fn wrong(self, column: &'static str, value: &str, problem: Problem) {
        self.report.add(TableError::Cell {
            table: self.spec.name,
            line: self.raw.line,
            column,
            value: value.to_owned(),
            problem,
        });
    }

    /// The entries of a cell that holds a list, parted by `;`.
    pub(crate) fn list(self, column: &'static str) -> impl Iterator<Item = &'a str> {
        self.text(column).split(';').filter(|entry| !entry.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::spec;
    use proptest::prelude::*;

    const BASE: &str = "kind,alias,id,source,source_date\nregion,A,x,LOC,2026-04-28\nregion,B,y,LOC,2026-04-28\n";

    fn ids(text: &str, overlay: Option<&str>) -> (Vec<String>, Vec<String>) {
        let report = Report::default();
        let sheet = Sheet::parse(&spec::ALIASES, text, overlay, &report);
        let ids = sheet.rows(&report).map(|row| format!("{}={}", row.text("alias"), row.text("id"))).collect();
        (ids, report.into_errors().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_overlay_replaces_rows_with_its_keys_and_adds_the_rest() {
        let overlay = "kind,alias,id,source,source_date\nregion,C,z,LOC,2026-04-28\nregion,A,w,LOC,2026-04-28\n";
        assert_eq!(ids(BASE, Some(overlay)), (vec!["A=w".to_owned(), "B=y".to_owned(), "C=z".to_owned()], Vec::new()));
    }

    #[test]
    fn another_header_is_an_error_about_the_file() {
        let (rows, errors) = ids("alias,kind\na,b\n", None);
        assert!(rows.is_empty());
        assert!(errors[0].starts_with("aliases.csv: another header than expected; the first line must be kind,alias"));
    }

    #[test]
    fn a_row_of_the_wrong_width_is_named_by_its_line() {
        let (rows, errors) = ids(&format!("{BASE}region,C\n"), None);
        assert_eq!(rows.len(), 2);
        assert_eq!(errors, ["aliases.csv: line 4 has 2 columns; write 5 columns"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_fall_over(text in any::<String>(), rows in "([a-z\",;\\n]{0,40}\\n){0,8}") {
            ids(&text, Some(&rows));
            ids(&format!("{BASE}{rows}"), Some(&format!("{BASE}{text}")));
        }
    }
}

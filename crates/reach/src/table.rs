//! CSV tables → checked rows, where the packed tables are made and in the command line; never in a browser.
//!
//! A reading reports everything that is wrong, each with table, line, column, value and remedy.

pub mod error;
pub mod spec;

mod cell;
mod details;
mod limits;
mod locations;
mod measured;
mod places;
mod regions;
mod sheet;
mod sources;

use crate::details::Details;
use crate::limits::Limits;
use crate::table::cell::Keys;
use crate::table::error::TableError;
use crate::table::sheet::{Report, Sheet};
use crate::table::spec::TableSpec;
use crate::tables::{LatencyTable, ProviderTables, Tables};
use std::path::Path;

/// Every table that is packed.
#[derive(Clone, Debug)]
pub struct AllTables {
    /// What every answer needs. Its version is the date of the location list.
    pub core: Tables,
    /// Who offers circuits where.
    pub providers: ProviderTables,
    /// Published round trips.
    pub latency: LatencyTable,
    /// What circuits, peerings, gateways and ports may hold, with every document.
    pub limits: Limits,
    /// The rest of the tables.
    pub details: Details,
}

/// The tables in `dir`, checked. All errors come together, in the order of table and line.
pub fn read_tables(dir: &Path) -> Result<AllTables, Vec<TableError>> {
    read(dir, None)
}

/// The tables in `base` with those of `overlay` laid over them, checked.
///
/// A file of the overlay has the header of its table. A row with the key of a row in the base replaces it; any other
/// row is added. A table that the overlay does not have stays as it is. Lines in errors are those of the file that
/// holds the row.
pub fn read_tables_over(base: &Path, overlay: &Path) -> Result<AllTables, Vec<TableError>> {
    read(base, Some(overlay))
}

fn read(base: &Path, overlay: Option<&Path>) -> Result<AllTables, Vec<TableError>> {
    let report = Report::default();
    for dir in [Some(base), overlay].into_iter().flatten() {
        report_strangers(dir, &report);
    }
    let sheets = Sheets(spec::ALL.iter().map(|spec| read_sheet(spec, base, overlay, &report)).collect());
    let tables = assemble(&sheets, &report);
    let mut errors = report.into_errors();
    if errors.is_empty()
        && let Some(tables) = tables
    {
        return Ok(tables);
    }
    errors.sort_by_key(|error| match error {
        TableError::File { table, .. } => (table.clone(), 0),
        TableError::Cell { table, line, .. } => ((*table).to_owned(), *line),
    });
    Err(errors)
}

/// A misspelled file name would otherwise be a table that nobody reads.
fn report_strangers(dir: &Path, report: &Report) {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return report.file("*", format!("{}: {error}", dir.display()), "name a folder of tables"),
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".csv").map(str::to_owned))
        .collect();
    names.sort();
    for name in names.iter().filter(|name| spec::ALL.iter().all(|it| it.name != name.as_str())) {
        let known: Vec<&str> = spec::ALL.iter().map(|it| it.name).collect();
        report.file(name, "no table of this name", format!("name it one of {}", known.join(", ")));
    }
}

fn read_sheet(spec: &'static TableSpec, base: &Path, overlay: Option<&Path>, report: &Report) -> Sheet {
    let file = format!("{}.csv", spec.name);
    let text = std::fs::read_to_string(base.join(&file)).unwrap_or_else(|error| {
        report.file(spec.name, error.to_string(), "put the file into the folder of tables");
        format!("{}\n", spec.columns.join(","))
    });
    let over = overlay.map(|dir| dir.join(&file)).filter(|path| path.exists());
    let over = over.and_then(|path| {
        let text = std::fs::read_to_string(path);
        text.map_err(|error| report.file(spec.name, error.to_string(), "make the file readable")).ok()
    });
    Sheet::parse(spec, &text, over.as_deref(), report)
}

/// Every table as read.
struct Sheets(Vec<Sheet>);

impl Sheets {
    fn get(&self, spec: &TableSpec) -> Option<&Sheet> {
        self.0.iter().find(|sheet| sheet.spec == spec)
    }
}

/// The keys that other tables refer to.
struct Index<'a> {
    sources: Keys<'a>,
    locations: Keys<'a>,
    regions: Keys<'a>,
    geopolitical: Keys<'a>,
    countries: Keys<'a>,
}

/// None only together with an error in `report`.
fn assemble(sheets: &Sheets, report: &Report) -> Option<AllTables> {
    let index = Index {
        sources: Keys::of("source", sheets.get(&spec::SOURCES)?),
        locations: Keys::of("location", sheets.get(&spec::PEERING_LOCATIONS)?),
        regions: Keys::of("region", sheets.get(&spec::REGIONS)?),
        geopolitical: Keys::of("geopolitical region", sheets.get(&spec::GEOPOLITICAL_REGIONS)?),
        countries: Keys::of("country", sheets.get(&spec::COUNTRIES)?),
    };
    sources::check_every_row(sheets, report);
    places::check_countries(sheets.get(&spec::COUNTRIES)?, &index, report);
    places::check_members(sheets.get(&spec::GEOPOLITICAL_MEMBERS)?, &index, report);
    let providers = measured::providers(sheets.get(&spec::PROVIDERS)?, &index, report);
    let latency = measured::latency(sheets.get(&spec::LATENCY)?, &index, report);
    let sources = sources::sources(sheets.get(&spec::SOURCES)?, report);
    let rule_sources = sources::rule_sources(&index.sources, report);
    let geopolitical = places::geopolitical_regions(sheets.get(&spec::GEOPOLITICAL_REGIONS)?, &index, report);
    let limits = limits::limits(sheets, &sources, report)?;
    let details = details::details(sheets, &index, &providers, &latency, &sources)?;
    let mut core = Tables {
        version: sources.iter().find(|it| it.key == "LOC").map(|it| it.date.clone()).unwrap_or_default(),
        regions: regions::regions(sheets.get(&spec::REGIONS)?, &index, &geopolitical, report),
        locations: locations::locations(sheets, &index, &geopolitical, &providers.offers, report)?,
        geopolitical_regions: geopolitical,
        sources,
        global_reach: places::global_reach(sheets.get(&spec::GLOBAL_REACH_PLACES)?, &index, report),
        conflicts: places::conflicts(sheets.get(&spec::CONFLICTS)?, &index, report),
        aliases: places::aliases(sheets.get(&spec::ALIASES)?, &index, report),
        rule_sources: rule_sources.unwrap_or_default(),
    };
    sources::keep_named(&mut core);
    Some(AllTables { core, providers, latency, limits, details })
}

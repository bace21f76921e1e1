//! The collected facts as text, and their CSV files as records.

use std::collections::BTreeMap;
use std::path::Path;

const FILES: [&str; 11] = [
    "expressroute/discrepancies.md",
    "expressroute/geopolitical_regions.csv",
    "expressroute/global_reach.csv",
    "expressroute/peering_locations.csv",
    "expressroute/providers.csv",
    "expressroute/rules.md",
    "regions/azure_regions.csv",
    "regions/countries_to_geopolitical.csv",
    "regions/metro_coordinates.csv",
    "regions/region_latency.csv",
    "regions/region_latency_p95.csv",
];

/// The texts of all files of the facts.
pub struct Facts {
    pub texts: BTreeMap<&'static str, String>,
}

impl Facts {
    /// Reads every file below `dir`.
    pub fn read(dir: &Path) -> Result<Facts, String> {
        let mut texts = BTreeMap::new();
        for file in FILES {
            let path = dir.join(file);
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            texts.insert(file, text);
        }
        Ok(Facts { texts })
    }

    /// The text of one file.
    pub fn text(&self, file: &str) -> Result<&str, String> {
        self.texts.get(file).map(String::as_str).ok_or_else(|| format!("{file} is not among the facts"))
    }

    /// The rows of one CSV file.
    pub fn records(&self, file: &'static str) -> Result<Vec<Record>, String> {
        let mut reader = csv::Reader::from_reader(self.text(file)?.as_bytes());
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(str::to_owned).collect(),
            Err(error) => return Err(format!("{file}: {error}")),
        };
        let mut records = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| format!("{file}: {error}"))?;
            let line = row.position().map_or(0, csv::Position::line);
            let cells = header.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
            records.push(Record { file, line, cells });
        }
        Ok(records)
    }
}

/// A row of a CSV file of the facts.
pub struct Record {
    file: &'static str,
    line: u64,
    cells: BTreeMap<String, String>,
}

impl Record {
    /// The cell in `column`; empty when the file has no such column.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// An error about this row.
    pub fn error(&self, what: impl std::fmt::Display) -> String {
        format!("{} line {}: {what}", self.file, self.line)
    }
}

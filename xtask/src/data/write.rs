//! Rows → CSV text: header first, rows in the order of their keys, lines ended by LF.

use reach::table::spec::TableSpec;

/// A table about to be written.
pub struct Table {
    pub spec: &'static TableSpec,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The rows in the order of their keys; an error names a row of the wrong width or a key that comes twice.
    pub fn new(spec: &'static TableSpec, mut rows: Vec<Vec<String>>) -> Result<Table, String> {
        if let Some(row) = rows.iter().find(|row| row.len() != spec.columns.len()) {
            return Err(format!("{}.csv: {} cells instead of {}: {row:?}", spec.name, row.len(), spec.columns.len()));
        }
        rows.sort_by(|a, b| compare_keys(&a[..spec.key], &b[..spec.key]));
        if let Some(pair) = rows.windows(2).find(|pair| pair[0][..spec.key] == pair[1][..spec.key]) {
            return Err(format!("{}.csv: two rows for {:?}", spec.name, &pair[0][..spec.key]));
        }
        Ok(Table { spec, rows })
    }

    /// The file's text.
    pub fn to_csv(&self) -> Result<String, String> {
        let failed = |error: &dyn std::fmt::Display| format!("{}.csv: {error}", self.spec.name);
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        writer.write_record(self.spec.columns).map_err(|error| failed(&error))?;
        for row in &self.rows {
            writer.write_record(row).map_err(|error| failed(&error))?;
        }
        let bytes = writer.into_inner().map_err(|error| failed(&error))?;
        String::from_utf8(bytes).map_err(|error| failed(&error))
    }
}

/// Numbers by value, everything else by its bytes.
fn compare_keys(a: &[String], b: &[String]) -> std::cmp::Ordering {
    let number = |text: &String| text.parse::<u64>().ok();
    let parts = a.iter().zip(b).map(|(a, b)| match (number(a), number(b)) {
        (Some(x), Some(y)) => x.cmp(&y),
        _ => a.cmp(b),
    });
    parts.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
}

/// Cells out of anything that prints.
#[macro_export]
macro_rules! cells {
    ($($cell:expr),+ $(,)?) => { vec![$($cell.to_string()),+] };
}

//! aliases.csv: other spellings of names.

use crate::cells;
use crate::data::curated::ALIASES;
use crate::data::sources::Sources;
use crate::data::write::Table;
use reach::table::spec;

/// aliases.csv.
pub fn table(sources: &Sources) -> Result<Table, String> {
    let row = |(kind, alias, id, keys): &(&str, &str, &str, &[&str])| {
        let [source, date] = sources.cite(keys)?;
        Ok(cells![kind, alias, id, source, date])
    };
    Table::new(&spec::ALIASES, ALIASES.iter().map(row).collect::<Result<_, String>>()?)
}

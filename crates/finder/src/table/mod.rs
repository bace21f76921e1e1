//! Tables as data: the twin of what the map shows, without a browser. docs/table.md.

pub mod links;
pub mod locations;
pub mod offers;
pub mod regions;
pub mod window;

use reach::id::{PeeringLocationId, RegionId, SourceId};
use reach::names::folded;
use reach::tables::{LocationRow, RegionRow};
use std::cmp::Ordering;

/// A table that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that says what the map shows, whatever that is.
    View,
    /// The peering locations.
    Locations,
    /// The regions, with their verdicts while a location is chosen.
    Regions,
    /// Whom a circuit at the chosen location can be linked to.
    Links,
    /// Who offers circuits where.
    Providers,
}

impl Which {
    /// Every member.
    pub const ALL: [Which; 5] = [Which::View, Which::Locations, Which::Regions, Which::Links, Which::Providers];

    /// The one of this word in an address.
    pub fn parse(word: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|it| it.word() == word)
    }

    /// The word in an address; empty for the one that follows the map.
    pub fn word(self) -> &'static str {
        match self {
            Which::View => "",
            Which::Locations => "locations",
            Which::Regions => "regions",
            Which::Links => "links",
            Which::Providers => "providers",
        }
    }
}

/// A table before anyone has sorted it or looked for something in it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it holds, in a sentence.
    pub caption: String,
    /// What is to be known beside the rows; may be empty.
    pub note: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The documents behind it.
    pub sources: Vec<SourceId>,
    /// The place of the column that it is sorted by at first.
    pub sorted_by: usize,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub head: String,
    /// Its name where it is copied.
    pub copied: String,
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A word or a few, on one line.
    Text,
    /// A few words, which may take another line.
    Words,
    /// Sentences or lists, over several lines.
    Lines,
    /// Numbers, which stand to the right.
    Numbers,
}

/// A row, with what its first cell leads to.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub about: About,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A peering location.
    Location(PeeringLocationId),
    /// A region.
    Region(RegionId),
    /// A provider: a place in the provider table.
    Provider(u16),
}

/// What is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// As numbers.
    Number(u32),
    /// As text, without regard to case and diacritics.
    Text(String),
    /// Nothing is known: last, whichever way the column is sorted.
    Nothing,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is shown.
    pub text: String,
    /// What is copied: numbers plainly, verdicts in the words of every other face of the project.
    pub copied: String,
    /// What is sorted by.
    pub key: Key,
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>) -> Column {
        let head = head.into();
        Column { copied: head.clone(), head, holds: Holds::Text }
    }

    /// A column of a few words, which may take another line.
    pub fn words(head: impl Into<String>) -> Column {
        Column { holds: Holds::Words, ..Column::text(head) }
    }

    /// A column of distances: shown as the reader wants them, copied in kilometers.
    pub fn distances() -> Column {
        Column { copied: "km".to_owned(), ..Column::number(words::unit()) }
    }

    /// A column of sentences or lists.
    pub fn lines(head: impl Into<String>) -> Column {
        Column { holds: Holds::Lines, ..Column::text(head) }
    }

    /// The class of its cells.
    pub fn class(&self) -> &'static str {
        match self.holds {
            Holds::Text => "",
            Holds::Words => "words",
            Holds::Lines => "lines",
            Holds::Numbers => "number",
        }
    }

    /// A column of numbers.
    pub fn number(head: impl Into<String>) -> Column {
        Column { holds: Holds::Numbers, ..Column::text(head) }
    }
}

impl Cell {
    /// A cell of text; an empty one is sorted last.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        let key = if text.is_empty() { Key::Nothing } else { Key::Text(folded(&text)) };
        Cell { copied: text.clone(), text, key }
    }

    /// What no document says: sorted last.
    pub fn not_documented() -> Cell {
        Cell { key: Key::Nothing, ..Cell::text(words::say("not documented")) }
    }

    /// A cell of text, or what no document says.
    pub fn known(text: &str) -> Cell {
        if text.is_empty() { Cell::not_documented() } else { Cell::text(text) }
    }

    /// Yes, no or what no document says.
    pub fn yes_no(value: Option<bool>) -> Cell {
        match value {
            Some(true) => Cell::text(words::say("yes")),
            Some(false) => Cell::text(words::say("no")),
            None => Cell::not_documented(),
        }
    }

    /// A number as it is shown, and as it is.
    pub fn number(shown: impl Into<String>, number: u32) -> Cell {
        Cell { text: shown.into(), copied: number.to_string(), key: Key::Number(number) }
    }

    /// As it is, but sorted by this number.
    #[must_use]
    pub fn by(self, number: u32) -> Cell {
        Cell { key: Key::Number(number), ..self }
    }

    /// As it is, but copied so.
    #[must_use]
    pub fn copied_as(self, copied: &str) -> Cell {
        Cell { copied: copied.to_owned(), ..self }
    }

    /// Nothing.
    pub fn empty() -> Cell {
        Cell::text("")
    }
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// The place of the column.
    pub column: usize,
    /// The largest first.
    pub descending: bool,
}

impl Sorting {
    /// What a press on the head of a column makes of it.
    #[must_use]
    pub fn pressed(self, column: usize) -> Sorting {
        Sorting { column, descending: self.column == column && !self.descending }
    }
}

impl Table {
    /// The places of the rows that hold every word of `wanted` in one of their cells, sorted. Equal rows keep their
    /// order, and what nothing is known of stands last.
    pub fn shown(&self, wanted: &str, sorting: Sorting) -> Vec<usize> {
        let wanted: Vec<String> = wanted.split_whitespace().map(folded).filter(|it| !it.is_empty()).collect();
        let has = |row: &Row, word: &String| row.cells.iter().any(|it| folded(&it.text).contains(word.as_str()));
        let rows = self.rows.iter().enumerate();
        let mut shown: Vec<usize> =
            rows.filter(|(_, row)| wanted.iter().all(|word| has(row, word))).map(|(at, _)| at).collect();
        let key = |at: usize| self.rows.get(at).and_then(|row| row.cells.get(sorting.column)).map(|it| &it.key);
        shown.sort_by(|a, b| match (key(*a), key(*b)) {
            (Some(a), Some(b)) => ordered(a, b, sorting.descending),
            (_, _) => Ordering::Equal,
        });
        shown
    }

    /// Rows as tab-separated values under the heads of their columns, and what they are and how old below.
    pub fn tsv(&self, rows: &[usize], told: &[String]) -> String {
        let heads = self.columns.iter().map(|it| plain(&it.copied)).collect::<Vec<_>>().join("\t");
        let cells = |row: &Row| row.cells.iter().map(|it| plain(&it.copied)).collect::<Vec<_>>().join("\t");
        let rows = rows.iter().filter_map(|at| self.rows.get(*at)).map(cells);
        let told = told.iter().filter(|it| !it.is_empty()).map(|it| plain(it));
        let lines: Vec<String> = [heads].into_iter().chain(rows).chain([String::new()]).chain(told).collect();
        lines.join("\n") + "\n"
    }
}

fn ordered(a: &Key, b: &Key, descending: bool) -> Ordering {
    let known = match (a, b) {
        (Key::Nothing, Key::Nothing) => return Ordering::Equal,
        (Key::Nothing, _) => return Ordering::Greater,
        (_, Key::Nothing) => return Ordering::Less,
        (Key::Number(a), Key::Number(b)) => a.cmp(b),
        (Key::Text(a), Key::Text(b)) => a.cmp(b),
        (Key::Number(_), Key::Text(_)) => Ordering::Less,
        (Key::Text(_), Key::Number(_)) => Ordering::Greater,
    };
    if descending { known.reverse() } else { known }
}

/// A text in one field: what would end the field or the line is a space.
fn plain(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// Whether a location is a Metro location.
pub fn kind_of(row: &LocationRow) -> Cell {
    Cell::text(if row.metro { words::say("Metro") } else { words::say("Location") })
}

/// The geopolitical region of a region: where the table does not place it, what is likely.
pub fn place_of(catalog: &'static reach::catalog::Catalog, row: &RegionRow) -> Cell {
    let name = |id| words::say(&catalog.geopolitical_region(id).name);
    match (row.geopolitical_region, row.likely_geopolitical_region) {
        (Some(sure), _) => Cell::text(name(sure)),
        (None, Some(likely)) => {
            let text = words::say_with("not documented, likely {place}", &[("place", &name(likely))]);
            Cell { key: Key::Nothing, ..Cell::text(text) }
        }
        (None, None) => Cell::not_documented(),
    }
}

#[cfg(test)]
mod tests;

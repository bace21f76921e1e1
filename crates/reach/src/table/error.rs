//! What can be wrong in a table, said so that a person can mend it: the place, the value and the remedy.

/// One thing wrong in one table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A whole file cannot be used.
    #[error("{table}.csv: {problem}; {remedy}")]
    File {
        /// The table's name, which is its file name without `.csv`.
        table: String,
        /// What was seen.
        problem: String,
        /// What to do about it.
        remedy: String,
    },
    /// One cell is wrong.
    #[error("{table}.csv line {line}: {} {value:?} in {column}; {}", .problem.words(), .problem.remedy())]
    Cell {
        /// The table's name.
        table: &'static str,
        /// The line of its file, the header being line 1.
        line: u64,
        /// The column's header.
        column: &'static str,
        /// The value as written; of a list, the entry concerned.
        value: String,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A reference to a row that does not exist.
    Unknown {
        /// What was looked for, such as "region".
        what: &'static str,
        /// The table where it should stand.
        table: &'static str,
    },
    /// A second row with the same key.
    DuplicateKey,
    /// A second name in one cloud, or a second entry in one list.
    Duplicate {
        /// The line that has it too.
        first_line: u64,
    },
    /// No value where one is needed.
    Missing,
    /// A word out of a closed set was needed.
    Word {
        /// The words that are taken.
        choices: &'static [&'static str],
    },
    /// A decimal number of a range was needed.
    Decimal {
        /// The largest value; the smallest is its negative.
        limit: u16,
    },
    /// A whole number of a range was needed.
    Whole {
        /// The smallest value.
        low: u32,
        /// The largest value.
        high: u32,
    },
    /// A date was needed.
    Date,
    /// The date is not the one of the source.
    DateOfSource {
        /// The dates that follow from the sources of the row.
        expected: String,
    },
    /// A reference to a row of another cloud.
    OtherCloud,
    /// A site of a Metro location that lies in another city.
    OtherCity,
    /// A value that another column of the row rules out.
    Contradicts {
        /// The other column, with its value.
        other: &'static str,
    },
}

impl Problem {
    fn words(&self) -> String {
        match self {
            Problem::Unknown { what, .. } => format!("unknown {what}"),
            Problem::DuplicateKey => "duplicate key".to_owned(),
            Problem::Duplicate { first_line } => format!("repeated value (first in line {first_line})"),
            Problem::Missing => "missing value".to_owned(),
            Problem::Word { .. } => "unknown word".to_owned(),
            Problem::Decimal { .. } => "number out of range or not decimal".to_owned(),
            Problem::Whole { .. } => "number out of range or not whole".to_owned(),
            Problem::Date => "not a date".to_owned(),
            Problem::DateOfSource { .. } => "another date than the source's".to_owned(),
            Problem::OtherCloud => "row of another cloud".to_owned(),
            Problem::OtherCity => "site in another city".to_owned(),
            Problem::Contradicts { other } => format!("value that contradicts {other}"),
        }
    }

    fn remedy(&self) -> String {
        match self {
            Problem::Unknown { table, .. } => format!("use a key of {table}.csv"),
            Problem::DuplicateKey => "keep one of the rows, or give the other a key of its own".to_owned(),
            Problem::Duplicate { .. } => "keep one of the two".to_owned(),
            Problem::Missing => "fill it in".to_owned(),
            Problem::Word { choices } => format!("use one of {}", choices.join(", ")),
            Problem::Decimal { limit } => format!("write -{limit} to {limit} with at most seven decimals"),
            Problem::Whole { low, high } => format!("write a whole number from {low} to {high}"),
            Problem::Date => "write it as YYYY-MM-DD".to_owned(),
            Problem::DateOfSource { expected } => format!("write {expected}, as sources.csv has it"),
            Problem::OtherCloud => "name a row of the same cloud".to_owned(),
            Problem::OtherCity => "name a site of the same city".to_owned(),
            Problem::Contradicts { .. } => "change one of the two".to_owned(),
        }
    }
}

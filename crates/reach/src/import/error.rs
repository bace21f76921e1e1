//! What is wrong with a text of sites: the place, the value and what to do.

use crate::import::{MAX_BYTES, MAX_SITES};

/// Why nothing of a text can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// More than [`MAX_BYTES`].
    #[error("the text has {bytes} bytes, at most {MAX_BYTES} are read: bring the sites in several parts")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// UTF-16, as some spreadsheets save "Unicode text".
    #[error("the file is in UTF-16: save it as CSV in UTF-8")]
    Utf16,
    /// Not UTF-8.
    #[error("byte {offset}: 0x{byte:02X} is not UTF-8 text: save the file in UTF-8")]
    NotUtf8 {
        /// How many bytes stand before the first wrong one.
        offset: usize,
        /// The first wrong byte.
        byte: u8,
    },
    /// Nothing but spaces.
    #[error("there is no text: paste lines such as \"Amsterdam HQ; 52.37; 4.90\", or choose a file")]
    Empty,
    /// It begins like JSON and is none.
    #[error("line {line}, column {column}: {problem}: correct the JSON there")]
    Json {
        /// The line of the problem, from 1.
        line: usize,
        /// The column of the problem, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// It is JSON of something else.
    #[error("{pointer}: {value} is no GeoJSON: bring a Feature, a FeatureCollection, a Point or a MultiPoint")]
    NotGeoJson {
        /// The JSON pointer of what was looked at.
        pointer: &'static str,
        /// What stands there.
        value: String,
    },
    /// It begins like XML and is none.
    #[error("line {line}, column {column}: {problem}: correct the XML there")]
    Xml {
        /// The line of the problem, from 1.
        line: usize,
        /// The column of the problem, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// It is XML of something else.
    #[error("line 1: <{value}> is no KML: bring a file whose first tag is <kml>")]
    NotKml {
        /// The name of the first tag.
        value: String,
    },
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Where {
    /// In a text: line and column, both from 1, columns in characters.
    #[error("line {line}, column {column}")]
    Line {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In JSON.
    #[error("{0}")]
    Pointer(String),
}

/// Something of a text that is no site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {wrong}")]
pub struct Problem {
    /// Where.
    pub place: Where,
    /// What is wrong there, and what to do.
    pub wrong: Wrong,
}

/// What is wrong with a value, and what to do. Values are shortened to about 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// No number of degrees.
    #[error("{value:?} is no {axis}: write degrees such as {}", if *axis == "latitude" { "52.37 or 52°22'12\"N" } else { "4.90 or 4°54'0\"E" })]
    NotDegrees {
        /// `latitude` or `longitude`.
        axis: &'static str,
        /// What stands there.
        value: String,
    },
    /// Degrees beyond the Earth.
    #[error("{value:?} is out of range for a {axis}: {}", if *axis == "latitude" { "latitudes go from -90 to 90; are the two columns swapped?" } else { "longitudes go from -180 to 180" })]
    OutOfRange {
        /// `latitude` or `longitude`.
        axis: &'static str,
        /// What stands there.
        value: String,
    },
    /// A row without a latitude, or without a longitude.
    #[error("the {axis} is missing: give one, or a city instead of both")]
    Missing {
        /// `latitude` or `longitude`.
        axis: &'static str,
    },
    /// A row that says nothing of where it is.
    #[error("{value:?} says nothing of where the site is: add a latitude and a longitude, or a city")]
    NoPlace {
        /// The row.
        value: String,
    },
    /// A city that nobody knows.
    #[error("the city {value:?} is not known: give latitude and longitude instead, such as 52.37; 4.90")]
    UnknownCity {
        /// As written.
        value: String,
    },
    /// Several cities of one name.
    #[error("there is more than one {value:?} ({}): add the country, or give latitude and longitude", near.join(", "))]
    AmbiguousCity {
        /// As written.
        value: String,
        /// The cities.
        near: Vec<String>,
    },
    /// A header with half of a pair.
    #[error("the header names a {has} and no {lacks}: name that column, too")]
    HalfHeader {
        /// `latitude` or `longitude`.
        has: &'static str,
        /// The other one.
        lacks: &'static str,
    },
    /// A quotation mark without its second.
    #[error("the quotation mark is never closed: add the second one, or remove it")]
    OpenQuote,
    /// A geometry that is no point.
    #[error("a {value} is no site: bring a Point or a MultiPoint")]
    NotAPoint {
        /// The geometry, as its file names it.
        value: String,
    },
    /// A pair of coordinates that is none.
    #[error("{value} is no pair of longitude and latitude: write the longitude first, such as {example}")]
    NotAPair {
        /// What stands there.
        value: String,
        /// How it would be right.
        example: &'static str,
    },
    /// More than [`MAX_SITES`].
    #[error("more than {MAX_SITES} sites: the rest is not read; bring it in another part")]
    TooMany,
}

/// A value as messages show it: its first line, at most about 60 characters.
pub(super) fn shortened(text: &str) -> String {
    first_of(text, 60)
}

/// The first line of a text, at most about so many characters of it.
pub(super) fn first_of(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

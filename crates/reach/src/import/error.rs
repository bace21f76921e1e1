//! What is wrong with a text of sites: the place, the value and what to do. `told_in` says it in the language of whoever
//! asks, `Display` in English.

use crate::import::{MAX_BYTES, MAX_SITES};
use crate::parsers::{XmlProblem, problem_in};
use crate::phrase::{Say, english, phrase};

/// Why nothing of a text can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub enum ImportError {
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// UTF-16, as some spreadsheets save "Unicode text".
    Utf16,
    /// Not UTF-8.
    NotUtf8 {
        /// How many bytes stand before the first wrong one.
        offset: usize,
        /// The first wrong byte.
        byte: u8,
    },
    /// Nothing but spaces.
    Empty,
    /// It begins like JSON and is none.
    Json {
        /// The line of the problem, from 1.
        line: usize,
        /// The column of the problem, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// It is JSON of something else.
    NotGeoJson {
        /// The JSON pointer of what was looked at.
        pointer: &'static str,
        /// What stands there.
        value: String,
    },
    /// It begins like XML and is none.
    Xml {
        /// The line of the problem, from 1.
        line: usize,
        /// The column of the problem, from 1.
        column: usize,
        /// What is wrong.
        problem: XmlProblem,
    },
    /// It is XML of something else.
    NotKml {
        /// The name of the first tag.
        value: String,
    },
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub enum Where {
    /// In a text: line and column, both from 1, columns in characters.
    Line {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In JSON.
    Pointer(String),
}

/// Something of a text that is no site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub struct Problem {
    /// Where.
    pub place: Where,
    /// What is wrong there, and what to do.
    pub wrong: Wrong,
}

/// What is wrong with a value, and what to do. Values are shortened to about 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub enum Wrong {
    /// No number of degrees.
    NotDegrees {
        /// `latitude` or `longitude`.
        axis: &'static str,
        /// What stands there.
        value: String,
    },
    /// Degrees beyond the Earth.
    OutOfRange {
        /// `latitude` or `longitude`.
        axis: &'static str,
        /// What stands there.
        value: String,
    },
    /// A row without a latitude, or without a longitude.
    Missing {
        /// `latitude` or `longitude`.
        axis: &'static str,
    },
    /// A row that says nothing of where it is.
    NoPlace {
        /// The row.
        value: String,
    },
    /// A city that nobody knows.
    UnknownCity {
        /// As written.
        value: String,
    },
    /// Several cities of one name.
    AmbiguousCity {
        /// As written.
        value: String,
        /// The cities.
        near: Vec<String>,
    },
    /// A header with half of a pair.
    HalfHeader {
        /// `latitude` or `longitude`.
        has: &'static str,
        /// The other one.
        lacks: &'static str,
    },
    /// A quotation mark without its second.
    OpenQuote,
    /// A geometry that is no point.
    NotAPoint {
        /// The geometry, as its file names it.
        value: String,
    },
    /// A pair of coordinates that is none.
    NotAPair {
        /// What stands there.
        value: String,
        /// How it would be right.
        example: &'static str,
    },
    /// More than [`MAX_SITES`].
    TooMany,
}

impl ImportError {
    /// What is wrong and what to do, said by `say`.
    pub fn told_in(&self, say: Say) -> String {
        match self {
            ImportError::TooLarge { bytes } => say(
                phrase("the text has {bytes} bytes, at most {most} are read: bring the sites in several parts"),
                &[("bytes", &bytes.to_string()), ("most", &MAX_BYTES.to_string())],
            ),
            ImportError::Utf16 => say(phrase("the file is in UTF-16: save it as CSV in UTF-8"), &[]),
            ImportError::NotUtf8 { offset, byte } => say(
                phrase("byte {offset}: {value} is not UTF-8 text: save the file in UTF-8"),
                &[("offset", &offset.to_string()), ("value", &format!("0x{byte:02X}"))],
            ),
            ImportError::Empty => say(
                phrase("there is no text: paste lines such as \"Amsterdam HQ; 52.37; 4.90\", or choose a file"),
                &[],
            ),
            ImportError::Json { line, column, problem } => say(
                phrase("line {line}, column {column}: {problem}: correct the JSON there"),
                &[("line", &line.to_string()), ("column", &column.to_string()), ("problem", &problem_in(problem, say))],
            ),
            ImportError::NotGeoJson { pointer, value } => say(
                phrase(
                    "{pointer}: {value} is no GeoJSON: bring a Feature, a FeatureCollection, a Point or a MultiPoint",
                ),
                &[("pointer", pointer), ("value", &shown_in(value, say))],
            ),
            ImportError::Xml { line, column, problem } => say(
                phrase("line {line}, column {column}: {problem}: correct the XML there"),
                &[("line", &line.to_string()), ("column", &column.to_string()), ("problem", &problem.told_in(say))],
            ),
            ImportError::NotKml { value } => {
                say(phrase("line 1: <{value}> is no KML: bring a file whose first tag is <kml>"), &[("value", value)])
            }
        }
    }
}

impl Where {
    fn told_in(&self, say: Say) -> String {
        match self {
            Where::Line { line, column } => say(
                phrase("line {line}, column {column}"),
                &[("line", &line.to_string()), ("column", &column.to_string())],
            ),
            Where::Pointer(pointer) => pointer.clone(),
        }
    }
}

impl Problem {
    /// Where something is wrong, what, and what to do, said by `say`.
    pub fn told_in(&self, say: Say) -> String {
        [&self.place.told_in(say), ": ", &self.wrong.told_in(say)].concat()
    }
}

impl Wrong {
    fn told_in(&self, say: Say) -> String {
        let (value, near, example) = match self {
            Wrong::NotDegrees { value, .. }
            | Wrong::OutOfRange { value, .. }
            | Wrong::NoPlace { value }
            | Wrong::UnknownCity { value } => (format!("{value:?}"), String::new(), ""),
            Wrong::AmbiguousCity { value, near } => (format!("{value:?}"), near.join(", "), ""),
            Wrong::NotAPoint { value } => (shown_in(value, say), String::new(), ""),
            Wrong::NotAPair { value, example } => (shown_in(value, say), String::new(), *example),
            Wrong::Missing { .. } | Wrong::HalfHeader { .. } | Wrong::OpenQuote | Wrong::TooMany => Default::default(),
        };
        let most = MAX_SITES.to_string();
        say(self.text(), &[("value", &value), ("near", &near), ("example", example), ("most", &most)])
    }

    /// The sentence with its places.
    fn text(&self) -> &'static str {
        match self {
            Wrong::NotDegrees { axis: LATITUDE, .. } => {
                phrase("{value} is no latitude: write degrees such as 52.37 or 52°22'12\"N")
            }
            Wrong::NotDegrees { .. } => phrase("{value} is no longitude: write degrees such as 4.90 or 4°54'0\"E"),
            Wrong::OutOfRange { axis: LATITUDE, .. } => phrase(
                "{value} is out of range for a latitude: latitudes go from -90 to 90; are the two columns swapped?",
            ),
            Wrong::OutOfRange { .. } => {
                phrase("{value} is out of range for a longitude: longitudes go from -180 to 180")
            }
            Wrong::Missing { axis: LATITUDE } => phrase("the latitude is missing: give one, or a city instead of both"),
            Wrong::Missing { .. } => phrase("the longitude is missing: give one, or a city instead of both"),
            Wrong::NoPlace { .. } => {
                phrase("{value} says nothing of where the site is: add a latitude and a longitude, or a city")
            }
            Wrong::UnknownCity { .. } => {
                phrase("the city {value} is not known: give latitude and longitude instead, such as 52.37; 4.90")
            }
            Wrong::AmbiguousCity { .. } => {
                phrase("there is more than one {value} ({near}): add the country, or give latitude and longitude")
            }
            Wrong::HalfHeader { has: LATITUDE, .. } => {
                phrase("the header names a latitude and no longitude: name that column, too")
            }
            Wrong::HalfHeader { .. } => phrase("the header names a longitude and no latitude: name that column, too"),
            Wrong::OpenQuote => phrase("the quotation mark is never closed: add the second one, or remove it"),
            Wrong::NotAPoint { .. } => phrase("a {value} is no site: bring a Point or a MultiPoint"),
            Wrong::NotAPair { .. } => {
                phrase("{value} is no pair of longitude and latitude: write the longitude first, such as {example}")
            }
            Wrong::TooMany => phrase("more than {most} sites: the rest is not read; bring it in another part"),
        }
    }
}

/// What an error calls the north and south of a point.
const LATITUDE: &str = "latitude";

/// What stands for a value that is too long to show, or is not there.
pub(super) const A_LIST: &str = phrase("a list");
pub(super) const AN_OBJECT: &str = phrase("an object");
pub(super) const NO_GEOMETRY: &str = phrase("missing geometry");
pub(super) const NO_POINT: &str = phrase("Placemark without a Point");

/// A value, or the words that stand for it, said by `say`.
fn shown_in(value: &str, say: Say) -> String {
    match [A_LIST, AN_OBJECT, NO_GEOMETRY, NO_POINT].contains(&value) {
        true => say(value, &[]),
        false => value.to_owned(),
    }
}

/// A value as messages show it: its first line, at most about 60 characters.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

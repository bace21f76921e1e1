//! Sites from text that people bring: pasted lines, CSV, GeoJSON and KML, described in docs/import.md.
//!
//! What is good is offered even where something else is wrong; everything wrong has its place, its value and a remedy.

pub mod cities;
pub mod error;

mod angle;
mod geojson;
mod kml;
mod named;
mod record;
mod report;
mod table;

use crate::import::cities::FindCity;
use crate::import::error::{ImportError, Problem};
use crate::import::report::Report;
use crate::plan::Site;

/// The size of the largest text that is read, in bytes.
pub const MAX_BYTES: usize = 10_000_000;

/// The most sites that are read from one text.
pub const MAX_SITES: usize = 100_000;

/// The most problems that are told; further ones are only counted.
pub const MAX_TOLD: usize = 100;

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The sites, in the order of the text, with ids of their own made from their names.
    pub sites: Vec<Site>,
    /// The first of what is wrong, in the order of the text.
    pub problems: Vec<Problem>,
    /// How much is wrong in all.
    pub problem_count: usize,
}

/// The sites in a text: GeoJSON when it begins with a brace or bracket, KML when it begins with a tag, else lines of
/// values. UTF-8, with or without a byte order mark. `find_city` tells where a city is that has no coordinates.
///
/// # Errors
/// What keeps all of the text from being read, with its place, its value and what to do.
pub fn read(bytes: &[u8], find_city: FindCity<'_>) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ImportError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        ImportError::NotUtf8 { offset, byte: bytes.get(offset).copied().unwrap_or_default() }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut report = Report::new(text);
    match text.trim_start().chars().next() {
        None => return Err(ImportError::Empty),
        Some('{' | '[') => geojson::read(text, &mut report)?,
        Some('<') => kml::read(text, &mut report)?,
        Some(_) => table::read(text, find_city, &mut report),
    }
    Ok(report.finish())
}

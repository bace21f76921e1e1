//! Lines of values: with a header that names the columns, or without one, as people paste them.

use crate::import::angle::{Axis, degrees, pair};
use crate::import::cities::{FindCity, Found, numbers};
use crate::import::error::{Wrong, shortened};
use crate::import::record::{Cell, Records, mark_of};
use crate::import::report::Report;
use crate::names::folded;
use serde_json::Number;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Latitude,
    Longitude,
    Coordinates,
    City,
    Country,
}

/// The words for a column, folded. Of two columns with one meaning the first counts.
const WORDS: [(Column, &[&str]); 7] = [
    (Column::Id, &["id", "siteid", "code", "sitecode"]),
    (Column::Name, &["name", "site", "sitename", "title", "label", "office", "branch"]),
    (Column::Latitude, &["lat", "latitude", "latitudedeg", "y", "breitengrad", "breite"]),
    (Column::Longitude, &["lon", "lng", "long", "longitude", "longitudedeg", "x", "langengrad", "lange"]),
    (Column::Coordinates, &["coordinates", "coordinate", "coords", "latlon", "latlng", "latlong", "position"]),
    (Column::City, &["city", "town", "municipality", "stadt", "ort"]),
    (Column::Country, &["country", "countrycode", "countryiso", "land"]),
];

/// Where a site is, or what is wrong with it, and at which byte.
type Place = Result<(Number, Number), (usize, Wrong)>;

/// Reads all lines.
pub(super) fn read(text: &str, find_city: FindCity<'_>, report: &mut Report) {
    let mark = mark_of(text);
    let mut records = Records::new(text, mark);
    let first = records.next().unwrap_or_default();
    let columns = columns_of(&first);
    if columns.is_empty() {
        one_row(text, mark, &first, None, find_city, report);
    } else if let Some(wrong) = half_header(&columns) {
        let at = first.first().map_or(0, |it| it.offset);
        return report.wrong_at(at, wrong);
    }
    let columns = (!columns.is_empty()).then_some(columns);
    loop {
        let open_before = records.open_quote();
        let Some(row) = records.next() else { break };
        // Of a row with an open quotation mark nobody knows what it says.
        if records.open_quote() != open_before {
            continue;
        }
        one_row(text, mark, &row, columns.as_deref(), find_city, report);
        if report.is_full() {
            break;
        }
    }
    if let Some(at) = records.open_quote() {
        report.wrong_at(at, Wrong::OpenQuote);
    }
}

fn one_row(
    text: &str,
    mark: u8,
    row: &[Cell],
    columns: Option<&[(Column, usize)]>,
    find_city: FindCity<'_>,
    report: &mut Report,
) {
    let start = row.first().map_or(0, |it| it.offset);
    let (id, name, place) = match columns {
        Some(columns) => headed(row, columns, find_city),
        None => {
            let (name, place) = pasted(text, mark, row, find_city);
            (None, name, place)
        }
    };
    match place {
        Ok((latitude, longitude)) => {
            if !report.add(id, &name, latitude, longitude) {
                report.wrong_at(start, Wrong::TooMany);
            }
        }
        Err((at, wrong)) => report.wrong_at(at, wrong),
    }
}

/// The columns that a first line names; none when it is no header.
fn columns_of(first: &[Cell]) -> Vec<(Column, usize)> {
    let mut columns: Vec<(Column, usize)> = Vec::new();
    for (at, cell) in first.iter().enumerate() {
        let word = folded(&cell.text);
        let found = WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|it| it.0);
        if let Some(column) = found.filter(|column| columns.iter().all(|it| it.0 != *column)) {
            columns.push((column, at));
        }
    }
    let has = |column| columns.iter().any(|it| it.0 == column);
    let says_where = [Column::Latitude, Column::Longitude, Column::Coordinates, Column::City].into_iter().any(has);
    if says_where { columns } else { Vec::new() }
}

fn half_header(columns: &[(Column, usize)]) -> Option<Wrong> {
    let has = |column| columns.iter().any(|it| it.0 == column);
    if has(Column::City) || has(Column::Coordinates) {
        return None;
    }
    match (has(Column::Latitude), has(Column::Longitude)) {
        (true, false) => Some(Wrong::HalfHeader { has: "latitude", lacks: "longitude" }),
        (false, true) => Some(Wrong::HalfHeader { has: "longitude", lacks: "latitude" }),
        (true, true) | (false, false) => None,
    }
}

/// A row under a header.
fn headed<'a>(
    row: &'a [Cell],
    columns: &[(Column, usize)],
    find_city: FindCity<'_>,
) -> (Option<&'a str>, String, Place) {
    let cell = |column| {
        let at = columns.iter().find(|it| it.0 == column)?.1;
        row.get(at).filter(|it| !it.text.is_empty())
    };
    let text = |column| cell(column).map(|it: &Cell| it.text.as_ref());
    let name = text(Column::Name).or(text(Column::City)).or(text(Column::Id)).unwrap_or_default().to_owned();
    let start = row.first().map_or(0, |it| it.offset);
    let one = |it: &Cell, axis| degrees(&it.text, axis).map_err(|wrong| (it.offset, wrong));
    let place = match (cell(Column::Latitude), cell(Column::Longitude), cell(Column::Coordinates), cell(Column::City)) {
        (Some(lat), Some(lon), _, _) => one(lat, Axis::Latitude).and_then(|lat| Ok((lat, one(lon, Axis::Longitude)?))),
        (_, _, Some(both), _) => pair(&both.text).ok_or_else(|| {
            (both.offset, Wrong::NotDegrees { axis: Axis::Latitude.word(), value: shortened(&both.text) })
        }),
        (Some(lat), None, None, _) => Err((lat.offset, Wrong::Missing { axis: Axis::Longitude.word() })),
        (None, Some(lon), None, _) => Err((lon.offset, Wrong::Missing { axis: Axis::Latitude.word() })),
        (None, None, None, Some(city)) => {
            in_city(&city.text, text(Column::Country), find_city).map_err(|wrong| (city.offset, wrong))
        }
        (None, None, None, None) => Err((start, Wrong::NoPlace { value: shortened(&joined(row)) })),
    };
    (text(Column::Id), name, place)
}

/// A row without a header: coordinates anywhere in it, the rest is the name; or a city, and perhaps its country.
fn pasted(text: &str, mark: u8, row: &[Cell], find_city: FindCity<'_>) -> (String, Place) {
    let (start, end) = (row.first().map_or(0, |it| it.offset), row.last().map_or(0, |it| it.offset + it.text.len()));
    let line = text.get(start..end).unwrap_or_default();
    // Four whole numbers are two with decimal commas.
    let four_whole =
        row.len() == 4 && row.iter().all(|it| it.text.trim_start_matches('-').bytes().all(|it| it.is_ascii_digit()));
    let whole_line = if mark == b',' && (four_whole || row.len() != 2) { pair(line) } else { None };
    if let Some(place) = whole_line {
        return (String::new(), Ok(place));
    }
    let rest = |used: std::ops::Range<usize>| {
        let others = row.iter().enumerate().filter(|(at, it)| !used.contains(at) && !it.text.is_empty());
        others.map(|(_, it)| it.text.as_ref()).collect::<Vec<_>>().join(", ")
    };
    for (at, two) in row.windows(2).enumerate() {
        let [lat, lon] = two else { continue };
        if let (Ok(lat), Ok(lon)) = (degrees(&lat.text, Axis::Latitude), degrees(&lon.text, Axis::Longitude)) {
            return (rest(at..at + 2), Ok((lat, lon)));
        }
    }
    for (at, cell) in row.iter().enumerate() {
        if let Some((name, place)) = in_words(&cell.text) {
            let others = rest(at..at + 1);
            let name = [others.as_str(), name].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
            return (name, Ok(place));
        }
    }
    let texts: Vec<&Cell> = row.iter().filter(|it| !it.text.is_empty()).collect();
    let Some(first) = texts.first() else {
        return (String::new(), Err((start, Wrong::NoPlace { value: String::new() })));
    };
    if let Some(wrong) = nearly(row) {
        return (String::new(), Err(wrong));
    }
    let country = texts.get(1).map(|it| it.text.as_ref());
    (first.text.to_string(), in_city(&first.text, country, find_city).map_err(|wrong| (first.offset, wrong)))
}

/// What is wrong with a row that has something like a number, so that it is not taken for a city.
fn nearly(row: &[Cell]) -> Option<(usize, Wrong)> {
    let like_a_number = |it: &&Cell| {
        let first = it.text.chars().find(|it| !matches!(it, '+' | '-' | '−'));
        first.is_some_and(|it| it.is_ascii_digit())
    };
    let numbers: Vec<&Cell> = row.iter().filter(like_a_number).collect();
    let one = |it: &Cell, axis| degrees(&it.text, axis).err().map(|wrong| (it.offset, wrong));
    match numbers.as_slice() {
        [] => None,
        [lat, lon, ..] => one(lat, Axis::Latitude).or_else(|| one(lon, Axis::Longitude)),
        [only] => one(only, Axis::Latitude).or(Some((only.offset, Wrong::Missing { axis: Axis::Longitude.word() }))),
    }
}

/// Coordinates at the end or at the beginning of a text, and the rest of it.
fn in_words(text: &str) -> Option<(&str, (Number, Number))> {
    if text.len() > 300 {
        return None;
    }
    let cuts = text.char_indices().filter(|(_, it)| it.is_whitespace()).map(|(at, _)| at);
    let behind = cuts.clone().map(|at| text.split_at(at));
    let before = cuts.rev().map(|at| text.split_at(at)).map(|(place, name)| (name, place));
    let mut parts = std::iter::once(("", text)).chain(behind).chain(before);
    parts.find_map(|(name, place)| Some((name.trim().trim_end_matches([':', ',']), pair(place)?)))
}

fn in_city(city: &str, country: Option<&str>, find_city: FindCity<'_>) -> Result<(Number, Number), Wrong> {
    match find_city(city, country) {
        Found::One(point) => Ok(numbers(point)),
        Found::Several(near) => Err(Wrong::AmbiguousCity { value: shortened(city), near }),
        Found::Nothing => Err(Wrong::UnknownCity { value: shortened(city) }),
    }
}

fn joined(row: &[Cell]) -> String {
    row.iter().map(|it| it.text.as_ref()).filter(|it: &&str| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

//! KML (OGC 12-007r2): the points of placemarks. Entities of a document's own are left as they stand, so that none can
//! grow.

use crate::import::error::{ImportError, NO_POINT, Wrong, shortened};
use crate::import::report::Report;
use crate::parsers::XmlProblem;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Number;

/// How a pair is written.
const EXAMPLE: &str = "4.90,52.37";
/// The longest name that is read.
const LONGEST: usize = 500;

/// The text that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Name,
    /// The coordinates of a point, with the byte where they begin.
    Coordinates(usize),
}

/// A placemark that is being read.
#[derive(Default)]
struct Placemark {
    offset: usize,
    /// How many tags are open in it.
    depth: usize,
    name: String,
    points: Vec<(usize, String)>,
    in_point: bool,
    /// A geometry that is no point.
    other: Option<String>,
}

/// Reads a whole document.
pub(super) fn read(text: &str, report: &mut Report) -> Result<(), ImportError> {
    let mut reader = Reader::from_str(text);
    let mut placemark: Option<Placemark> = None;
    let mut inside = Inside::Nothing;
    let mut began = false;
    let mut word = String::new();
    loop {
        let event = reader.read_event().map_err(|error| {
            let (line, column) = report.line_of(usize::try_from(reader.error_position()).unwrap_or_default());
            ImportError::Xml { line, column, problem: XmlProblem::of(&error) }
        })?;
        let offset = usize::try_from(reader.buffer_position()).unwrap_or_default();
        match event {
            Event::Start(tag) => {
                let name = tag.local_name();
                let name = std::str::from_utf8(name.as_ref()).unwrap_or_default();
                if !began && name != "kml" && name != "Document" && name != "Placemark" && name != "Folder" {
                    return Err(ImportError::NotKml { value: shortened(name) });
                }
                began = true;
                word.clear();
                inside = open(name, offset, &mut placemark);
            }
            Event::Text(text) => push(&mut word, inside, &text.decode().unwrap_or_default()),
            Event::CData(text) => push(&mut word, inside, &text.decode().unwrap_or_default()),
            Event::GeneralRef(entity) => {
                let name = entity.decode().unwrap_or_default();
                let letter = entity.resolve_char_ref().ok().flatten().map(String::from);
                let letter = letter.or_else(|| predefined(&name).map(str::to_owned));
                push(&mut word, inside, &letter.unwrap_or_else(|| format!("&{name};")));
            }
            Event::End(_) => {
                if let Some(mark) = &mut placemark {
                    match inside {
                        Inside::Name => mark.name = std::mem::take(&mut word),
                        Inside::Coordinates(at) => mark.points.push((at, std::mem::take(&mut word))),
                        Inside::Nothing => {}
                    }
                }
                inside = Inside::Nothing;
                if close(&mut placemark, report) {
                    return Ok(());
                }
            }
            Event::Eof => return unclosed(began, text.len(), report),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A tag opens; tells what its text is.
fn open(name: &str, offset: usize, placemark: &mut Option<Placemark>) -> Inside {
    let Some(mark) = placemark else {
        if name == "Placemark" {
            *placemark = Some(Placemark { offset: offset.saturating_sub(1), ..Placemark::default() });
        }
        return Inside::Nothing;
    };
    mark.depth += 1;
    match name {
        "name" if mark.depth == 1 => return Inside::Name,
        "Point" => mark.in_point = true,
        "coordinates" if mark.in_point => return Inside::Coordinates(offset),
        "LineString" | "LinearRing" | "Polygon" | "Model" | "Track" => {
            mark.in_point = false;
            mark.other.get_or_insert_with(|| name.to_owned());
        }
        _ => {}
    }
    Inside::Nothing
}

/// A tag closes; at the end of a placemark its points become sites. Tells whether no more are read.
fn close(placemark: &mut Option<Placemark>, report: &mut Report) -> bool {
    match placemark {
        Some(mark) if mark.depth > 0 => mark.depth -= 1,
        Some(_) => placemark.take().into_iter().for_each(|it| finish(it, report)),
        None => {}
    }
    report.is_full()
}

fn finish(mark: Placemark, report: &mut Report) {
    if mark.points.is_empty() {
        let value = mark.other.unwrap_or_else(|| NO_POINT.to_owned());
        return report.wrong_at(mark.offset, Wrong::NotAPoint { value });
    }
    let several = mark.points.len() > 1;
    for (number, (at, text)) in mark.points.iter().enumerate() {
        let name = if several { format!("{} {}", mark.name.trim(), number + 1) } else { mark.name.trim().to_owned() };
        match pair_of(text) {
            Ok((lat, lon)) => {
                if !report.add(None, &name, lat, lon) {
                    return report.wrong_at(*at, Wrong::TooMany);
                }
            }
            Err(wrong) => report.wrong_at(*at, wrong),
        }
    }
}

/// Longitude, latitude and perhaps a height, parted by commas.
fn pair_of(text: &str) -> Result<(Number, Number), Wrong> {
    let not_a_pair = || Wrong::NotAPair { value: format!("{:?}", shortened(text.trim())), example: EXAMPLE };
    let mut parts = text.trim().split(',').map(str::trim);
    let number = |text: Option<&str>| -> Option<Number> { text?.trim_start_matches('+').parse().ok() };
    let (lon, lat) = (number(parts.next()), number(parts.next()));
    let (Some(lon), Some(lat)) = (lon, lat) else { return Err(not_a_pair()) };
    let check = |it: &Number, axis, most: f64| match it.as_f64() {
        Some(value) if value.abs() <= most => Ok(()),
        Some(_) | None => Err(Wrong::OutOfRange { axis, value: it.to_string() }),
    };
    check(&lat, "latitude", 90.0)?;
    check(&lon, "longitude", 180.0)?;
    Ok((lat, lon))
}

fn unclosed(began: bool, end: usize, report: &Report) -> Result<(), ImportError> {
    if began {
        return Ok(());
    }
    let (line, column) = report.line_of(end);
    Err(ImportError::Xml { line, column, problem: XmlProblem::NoTag })
}

fn push(word: &mut String, inside: Inside, text: &str) {
    if inside != Inside::Nothing && word.len() < LONGEST {
        word.push_str(text);
    }
}

/// The five entities that every XML document has.
fn predefined(name: &str) -> Option<&'static str> {
    match name {
        "amp" => Some("&"),
        "lt" => Some("<"),
        "gt" => Some(">"),
        "quot" => Some("\""),
        "apos" => Some("'"),
        _ => None,
    }
}

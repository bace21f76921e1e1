//! GeoJSON (RFC 7946): points and what holds them.

use crate::import::error::{A_LIST, AN_OBJECT, ImportError, NO_GEOMETRY, Wrong, shortened};
use crate::import::report::Report;
use crate::parsers::json_problem;
use serde_json::{Map, Number, Value};

/// How a pair is written.
const EXAMPLE: &str = "[4.90, 52.37]";

/// The properties that name a site, in the order of preference; compared without regard to case.
const NAMES: [&str; 6] = ["name", "title", "site", "label", "city", "id"];

/// Reads a whole document.
pub(super) fn read(text: &str, report: &mut Report) -> Result<(), ImportError> {
    let document: Value = serde_json::from_str(text).map_err(|error| ImportError::Json {
        line: error.line().max(1),
        column: error.column().max(1),
        problem: json_problem(&error),
    })?;
    let not_geojson = |value: &Value| ImportError::NotGeoJson { pointer: "/type", value: shown(value) };
    let Some(object) = document.as_object() else { return Err(not_geojson(&document)) };
    match object.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            let features = object.get("features").and_then(Value::as_array);
            let features = features.ok_or_else(|| ImportError::NotGeoJson {
                pointer: "/features",
                value: shown(object.get("features").unwrap_or(&Value::Null)),
            })?;
            for (at, it) in features.iter().enumerate() {
                feature(it, &format!("/features/{at}"), report);
                if report.is_full() {
                    break;
                }
            }
        }
        Some("Feature") => feature(&document, "", report),
        Some(
            "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon"
            | "GeometryCollection",
        ) => {
            geometry(&document, "", None, "", report);
        }
        Some(_) | None => return Err(not_geojson(object.get("type").unwrap_or(&Value::Null))),
    }
    Ok(())
}

fn feature(value: &Value, pointer: &str, report: &mut Report) {
    let object = value.as_object().filter(|it| it.get("type").and_then(Value::as_str) == Some("Feature"));
    let Some(object) = object else {
        return report.wrong_in(pointer.to_owned(), Wrong::NotAPoint { value: shown(value) });
    };
    let properties = object.get("properties").and_then(Value::as_object);
    let name = properties.and_then(named).unwrap_or_default();
    let id = object.get("id").map(|it| it.as_str().map_or_else(|| shown(it), str::to_owned));
    let at = format!("{pointer}/geometry");
    match object.get("geometry") {
        Some(it) if it.is_object() => geometry(it, &at, id.as_deref(), &name, report),
        other => report.wrong_in(at, Wrong::NotAPoint { value: other.map_or(NO_GEOMETRY.to_owned(), shown) }),
    }
}

fn named(properties: &Map<String, Value>) -> Option<String> {
    let of = |word: &str| {
        let (_, value) = properties.iter().find(|(key, _)| key.eq_ignore_ascii_case(word))?;
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    };
    NAMES.into_iter().find_map(of).filter(|it| !it.trim().is_empty())
}

fn geometry(value: &Value, pointer: &str, id: Option<&str>, name: &str, report: &mut Report) {
    let coordinates = value.get("coordinates").unwrap_or(&Value::Null);
    let at = format!("{pointer}/coordinates");
    match value.get("type").and_then(Value::as_str) {
        Some("Point") => point(coordinates, at, id, name, report),
        Some("MultiPoint") => match coordinates.as_array() {
            Some(points) => {
                for (place, it) in points.iter().enumerate() {
                    let name = if name.is_empty() { String::new() } else { format!("{name} {}", place + 1) };
                    point(it, format!("{at}/{place}"), None, &name, report);
                    if report.is_full() {
                        return;
                    }
                }
            }
            None => report.wrong_in(at, Wrong::NotAPair { value: shown(coordinates), example: EXAMPLE }),
        },
        Some(other) => report.wrong_in(format!("{pointer}/type"), Wrong::NotAPoint { value: shortened(other) }),
        None => report.wrong_in(format!("{pointer}/type"), Wrong::NotAPoint { value: shown(value) }),
    }
}

fn point(value: &Value, at: String, id: Option<&str>, name: &str, report: &mut Report) {
    let number = |place: usize| match value.get(place) {
        Some(Value::Number(number)) => Some(number.clone()),
        _ => None,
    };
    let (Some(lon), Some(lat)) = (number(0), number(1)) else {
        return report.wrong_in(at, Wrong::NotAPair { value: shown(value), example: EXAMPLE });
    };
    let within = |it: &Number, most: f64| it.as_f64().is_some_and(|it| it.abs() <= most);
    let out = |axis, it: &Number| Wrong::OutOfRange { axis, value: it.to_string() };
    if !within(&lat, 90.0) {
        return report.wrong_in(format!("{at}/1"), out("latitude", &lat));
    }
    if !within(&lon, 180.0) {
        return report.wrong_in(format!("{at}/0"), out("longitude", &lon));
    }
    if !report.add(id, name, lat, lon) {
        report.wrong_in(at, Wrong::TooMany);
    }
}

/// A value as messages show it.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => A_LIST.to_owned(),
        Value::Object(_) => AN_OBJECT.to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => shortened(&value.to_string()),
    }
}

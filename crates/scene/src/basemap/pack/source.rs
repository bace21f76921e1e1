//! TopoJSON as world-atlas publishes it: an object `countries`, ISO numeric ids, quantized arcs.

use super::PackError;
use crate::basemap::UNITS_PER_DEGREE;
use serde_json::Value;

/// A point on the packed grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Point {
    /// The antimeridian and the poles on the grid.
    pub(super) const EDGE: i32 = 180 * UNITS_PER_DEGREE;
    pub(super) const POLE: i32 = 90 * UNITS_PER_DEGREE;

    /// Longitude and latitude.
    pub(super) fn degrees(self) -> (f64, f64) {
        let unit = f64::from(UNITS_PER_DEGREE);
        (f64::from(self.x) / unit, f64::from(self.y) / unit)
    }
}

/// The countries of a TopoJSON file.
pub(super) struct Source {
    /// Lines that shapes are made of.
    pub(super) arcs: Vec<Vec<Point>>,
    /// One a country.
    pub(super) shapes: Vec<Shape>,
}

/// A country as the source draws it.
pub(super) struct Shape {
    /// ISO 3166 numeric code.
    pub(super) numeric: Option<u16>,
    /// Polygons of rings of places in [`Source::arcs`]; `!place` runs it backward.
    pub(super) polygons: Vec<Vec<Vec<i32>>>,
}

/// Reads the object `countries`.
pub(super) fn read(topojson: &str) -> Result<Source, PackError> {
    let root: Value = serde_json::from_str(topojson)?;
    let pair = |value: &Value| Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?]);
    let transform = |name: &'static str| {
        root.get("transform").and_then(|it| pair(it.get(name)?)).ok_or(PackError::Missing("transform"))
    };
    let (scale, translate) = (transform("scale")?, transform("translate")?);
    let on_grid = |position: [f64; 2]| {
        let unit = f64::from(UNITS_PER_DEGREE);
        let at = |axis: usize| ((position[axis] * scale[axis] + translate[axis]) * unit).round() as i32;
        Point { x: at(0).clamp(-Point::EDGE, Point::EDGE), y: at(1).clamp(-Point::POLE, Point::POLE) }
    };
    let mut arcs = Vec::new();
    for arc in list(root.get("arcs"), "arcs")? {
        let mut position = [0.0, 0.0];
        let mut points = Vec::new();
        for step in list(Some(arc), "arcs")? {
            let step = pair(step).ok_or(PackError::Missing("arcs"))?;
            position = [position[0] + step[0], position[1] + step[1]];
            points.push(on_grid(position));
        }
        arcs.push(points);
    }
    let geometries = root.pointer("/objects/countries/geometries");
    let shapes = list(geometries, "objects/countries/geometries")?.iter().map(|it| shape(it, arcs.len()));
    Ok(Source { shapes: shapes.collect::<Result<_, _>>()?, arcs })
}

fn shape(geometry: &Value, arc_count: usize) -> Result<Shape, PackError> {
    let numeric = match geometry.get("id").and_then(Value::as_str) {
        Some(id) => Some(id.parse().map_err(|_| PackError::UnknownCountry(id.to_owned()))?),
        None => None,
    };
    let arcs = geometry.get("arcs");
    let polygons = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![rings(arcs, arc_count)?],
        Some("MultiPolygon") => {
            let polygons = list(arcs, "arcs of a geometry")?.iter();
            polygons.map(|it| rings(Some(it), arc_count)).collect::<Result<_, _>>()?
        }
        _ => return Err(PackError::Missing("Polygon or MultiPolygon")),
    };
    Ok(Shape { numeric, polygons })
}

fn rings(value: Option<&Value>, arc_count: usize) -> Result<Vec<Vec<i32>>, PackError> {
    let rings = list(value, "rings")?.iter();
    rings.map(|ring| list(Some(ring), "ring")?.iter().map(|it| reference(it, arc_count)).collect()).collect()
}

/// A place in a list of `arc_count` arcs, or the complement of one.
fn reference(value: &Value, arc_count: usize) -> Result<i32, PackError> {
    let number = value.as_i64().and_then(|it| i32::try_from(it).ok());
    let inside = |it: &i32| usize::try_from(if *it < 0 { !*it } else { *it }).is_ok_and(|place| place < arc_count);
    number.filter(inside).ok_or(PackError::Missing("arc of a ring"))
}

fn list<'a>(value: Option<&'a Value>, name: &'static str) -> Result<&'a Vec<Value>, PackError> {
    value.and_then(Value::as_array).ok_or(PackError::Missing(name))
}

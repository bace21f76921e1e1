//! Every point lies in its country, or just off its drawn coast: held against the shapes of Natural Earth.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use geo::{Closest, Contains, Distance, Haversine, HaversineClosestPoint, LineString, MultiPolygon, Point, Polygon};
use reach::table::read_tables;
use reach::tables::PackedPoint;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Quays and islands: how far off the drawn coast line a point may lie, inside no other country.
const ALLOWED_KM: f64 = 5.0;

/// ISO 3166-1 alpha-2 and numeric codes of the countries in use; the shapes are named by the number.
const NUMERIC: &[(&str, &str)] = &[
    ("AE", "784"),
    ("AT", "040"),
    ("AU", "036"),
    ("BE", "056"),
    ("BR", "076"),
    ("CA", "124"),
    ("CH", "756"),
    ("CL", "152"),
    ("CN", "156"),
    ("DE", "276"),
    ("DK", "208"),
    ("ES", "724"),
    ("FI", "246"),
    ("FR", "250"),
    ("GB", "826"),
    ("GR", "300"),
    ("HK", "344"),
    ("ID", "360"),
    ("IE", "372"),
    ("IL", "376"),
    ("IN", "356"),
    ("IT", "380"),
    ("JP", "392"),
    ("KR", "410"),
    ("MX", "484"),
    ("MY", "458"),
    ("NL", "528"),
    ("NO", "578"),
    ("NZ", "554"),
    ("PL", "616"),
    ("QA", "634"),
    ("SA", "682"),
    ("SE", "752"),
    ("SG", "702"),
    ("TH", "764"),
    ("TW", "158"),
    ("US", "840"),
    ("ZA", "710"),
];

type Ring = Vec<[f64; 2]>;

/// The shape of every country by its numeric code.
fn shapes() -> BTreeMap<String, MultiPolygon> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/world-atlas/countries-10m.json");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{error}: node_modules/world-atlas/countries-10m.json; run `npm ci` first"));
    let atlas: Value = serde_json::from_str(&text).unwrap();
    let number = |value: &Value| value.as_f64().unwrap();
    let pair = |value: &Value| [number(&value[0]), number(&value[1])];
    let (scale, shift) = (pair(&atlas["transform"]["scale"]), pair(&atlas["transform"]["translate"]));
    let arc = |arc: &Value| {
        let mut at = [0.0, 0.0];
        let step = |delta: &Value| {
            let delta = pair(delta);
            at = [at[0] + delta[0], at[1] + delta[1]];
            [at[0] * scale[0] + shift[0], at[1] * scale[1] + shift[1]]
        };
        arc.as_array().unwrap().iter().map(step).collect::<Ring>()
    };
    let arcs: Vec<Ring> = atlas["arcs"].as_array().unwrap().iter().map(arc).collect();
    let ring = |ring: &Value| {
        let part = |index: &Value| {
            // A negative index means the arc of its complement, backward.
            let index = index.as_i64().unwrap();
            let mut points = arcs[usize::try_from(if index < 0 { !index } else { index }).unwrap()].clone();
            if index < 0 {
                points.reverse();
            }
            points
        };
        LineString::from(ring.as_array().unwrap().iter().flat_map(part).collect::<Ring>())
    };
    let polygon = |rings: &Value| {
        let mut rings = rings.as_array().unwrap().iter().map(ring);
        Polygon::new(rings.next().unwrap(), rings.collect())
    };
    let mut shapes: BTreeMap<String, MultiPolygon> = BTreeMap::new();
    for country in atlas["objects"]["countries"]["geometries"].as_array().unwrap() {
        let polygons = match country["type"].as_str() {
            Some("Polygon") => vec![&country["arcs"]],
            Some("MultiPolygon") => country["arcs"].as_array().unwrap().iter().collect(),
            other => panic!("a country of type {other:?}"),
        };
        let id = country["id"].as_str().unwrap_or("none").to_owned();
        shapes.entry(id).or_insert(MultiPolygon(Vec::new())).0.extend(polygons.into_iter().map(polygon));
    }
    shapes
}

/// Kilometers to the nearest point of a country's outline.
fn off_coast_km(country: &MultiPolygon, point: Point) -> f64 {
    match country.haversine_closest_point(&point) {
        Closest::SinglePoint(nearest) => Haversine.distance(point, nearest) / 1000.0,
        Closest::Intersection(_) => 0.0,
        Closest::Indeterminate => f64::INFINITY,
    }
}

#[test]
fn points_lie_in_their_country() {
    let shapes = shapes();
    let tables = read_tables(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().core;
    let locations = tables.locations.iter().map(|it| (&it.slug, &it.country, it.point));
    let regions = tables.regions.iter().map(|it| (&it.slug, &it.country, it.point));
    let mut wrong = Vec::new();
    for (slug, country, PackedPoint { lon_e7, lat_e7 }) in locations.chain(regions) {
        let point = Point::new(f64::from(lon_e7) / 1e7, f64::from(lat_e7) / 1e7);
        let code = NUMERIC.iter().find(|(alpha, _)| alpha == country).map(|(_, code)| *code);
        let code = code.unwrap_or_else(|| panic!("{slug}: add the numeric code of {country} to this test"));
        if shapes[code].contains(&point) {
            continue;
        }
        let other = shapes.iter().find(|(_, country)| country.contains(&point)).map(|(code, _)| code);
        let off = off_coast_km(&shapes[code], point);
        if other.is_some() || off > ALLOWED_KM {
            wrong.push(format!("{slug}: {off:.1} km outside {country}, inside {other:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_test_knows_land_from_sea_and_one_country_from_the_next() {
    let shapes = shapes();
    let (bern, atlantic) = (Point::new(7.44, 46.95), Point::new(-20.0, 47.0));
    assert!(shapes["756"].contains(&bern), "Bern lies in Switzerland");
    assert!(!shapes["250"].contains(&bern), "Bern does not lie in France");
    assert!(!shapes["250"].contains(&atlantic), "the Atlantic is no country");
    let off = off_coast_km(&shapes["372"], Point::new(-12.0, 53.0));
    assert!((100.0..250.0).contains(&off), "{off} km west of Ireland");
}

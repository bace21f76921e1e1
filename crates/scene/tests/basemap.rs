//! The packed base maps as the page loads them: right land in the right place, cut clean, and no damage gets through.
#![allow(clippy::unwrap_used, reason = "a helper of a test may fail like the test")]

use expressroute_scene::basemap::{BaseMap, BaseMapError, unpack};
use expressroute_scene::place::Place;
use expressroute_scene::projection::{WorldPoint, project, unproject};
use proptest::prelude::*;
use reach::geo::LonLat;

const FAR: &[u8] = include_bytes!("../../../assets/basemap-110m.bin");
const NEAR: &[u8] = include_bytes!("../../../assets/basemap-50m.bin");

fn maps() -> [BaseMap; 2] {
    [unpack(FAR).unwrap(), unpack(NEAR).unwrap()]
}

fn inside(ring: &[Place], at: WorldPoint) -> bool {
    let crossings = ring.windows(2).filter(|pair| {
        let (a, b) = (pair[0].plane, pair[1].plane);
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossings.count() % 2 == 1
}

/// The codes of the land at a point.
fn land_at(map: &BaseMap, lon: f64, lat: f64) -> Vec<String> {
    let at = project(LonLat::new(lon, lat).unwrap());
    let holds = |rings: &Vec<Vec<Place>>| rings.iter().filter(|ring| inside(ring, at)).count() % 2 == 1;
    let countries = map.countries.iter().filter(|country| country.polygons.iter().any(holds));
    countries.map(|country| String::from_utf8_lossy(&country.code).into_owned()).collect()
}

fn check(name: &str, lon: f64, lat: f64, code: &str) {
    for map in maps() {
        assert_eq!(land_at(&map, lon, lat), [code], "{name}");
    }
}

#[test]
fn cities_lie_in_their_countries() {
    check("Amsterdam", 4.9, 52.37, "NL");
    check("Moscow", 37.62, 55.75, "RU");
    check("Johannesburg", 28.05, -26.2, "ZA");
    check("Maseru", 27.6, -29.5, "LS");
    check("Sao Paulo", -46.63, -23.6, "BR");
    check("Taipei", 121.3, 24.8, "TW");
    check("Pristina", 21.1, 42.6, "--");
}

#[test]
fn russia_and_fiji_lie_on_both_sides_of_the_antimeridian() {
    check("Chukotka, east", 179.9, 66.0, "RU");
    check("Chukotka, west", -175.0, 66.0, "RU");
    check("Wrangel Island, west", -179.0, 71.2, "RU");
    check("Wrangel Island, east", 179.5, 71.2, "RU");
    check("Viti Levu", 178.0, -17.8, "FJ");
    for map in maps() {
        assert_eq!(land_at(&map, 0.0, 66.5), [""; 0], "the cut leaves no bar across the map");
        assert_eq!(land_at(&map, -170.0, -16.5), [""; 0]);
    }
}

#[test]
fn antarctica_reaches_the_pole_all_around() {
    for lon in [-179.5, -90.0, 0.0, 90.0, 179.5] {
        for lat in [-85.8, -89.5] {
            check("Antarctica", lon, lat, "AQ");
        }
    }
}

#[test]
fn parts_overseas_are_not_their_mother_country() {
    check("Cayenne", -53.0, 4.0, "GF");
    check("Longyearbyen", 16.0, 78.3, "SJ");
    check("Corsica", 9.1, 42.2, "FR");
    check("Hawaii", -155.5, 19.6, "US");
    let near = unpack(NEAR).unwrap();
    let parts =
        [("GP", -61.66, 16.1), ("RE", 55.5, -21.1), ("YT", 45.13, -12.8), ("BQ", -68.3, 12.2), ("ES", -16.6, 28.3)];
    for (code, lon, lat) in parts {
        assert_eq!(land_at(&near, lon, lat), [code]);
    }
    // What is left of France lies in Europe.
    for map in maps() {
        let france = map.countries.iter().find(|country| country.code == *b"FR").unwrap();
        for point in france.polygons.iter().flatten().flatten() {
            let at = unproject(point.plane).unwrap();
            assert!((-6.0..10.0).contains(&at.lon()) && (41.0..52.0).contains(&at.lat()), "{at:?}");
        }
    }
}

#[test]
fn lines_are_short_and_never_cross_or_follow_the_antimeridian() {
    for map in maps() {
        assert!(map.coasts.len() > 100 && map.borders.len() > 100);
        for line in map.coasts.iter().chain(&map.borders) {
            assert!(line.len() >= 2);
            let line: Vec<LonLat> = line.iter().map(|point| unproject(point.plane).unwrap()).collect();
            for pair in line.windows(2) {
                assert!((pair[0].lon() - pair[1].lon()).abs() < 3.001, "{pair:?}");
                assert!((pair[0].lat() - pair[1].lat()).abs() < 3.001, "{pair:?}");
                let on_edge = pair.iter().all(|at| at.lon().abs() > 179.999 || at.lat() < -89.99);
                assert!(!on_edge, "{pair:?}");
            }
        }
    }
}

fn step(a: WorldPoint, b: WorldPoint) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[test]
fn rings_close_and_never_jump() {
    for map in maps() {
        for ring in map.countries.iter().flat_map(|country| country.polygons.iter().flatten()) {
            assert!(ring.len() >= 4);
            assert_eq!(ring.first(), ring.last());
            assert!(ring.windows(2).all(|pair| step(pair[0].plane, pair[1].plane) < 0.08));
        }
    }
}

#[test]
fn countries_are_in_order_and_each_once() {
    let [far, near] = maps();
    for map in [&far, &near] {
        assert!(map.countries.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
    assert_eq!(far.countries.len(), 177 - 3 + 1 + 2, "three without a code are one; French Guiana and Svalbard");
    assert!(near.countries.len() > 235);
}

#[test]
fn land_is_three_tenths_of_the_earth() {
    for map in maps() {
        let area = |ring: &Vec<Place>| {
            let cross = |a: WorldPoint, b: WorldPoint| a.x * b.y - b.x * a.y;
            ring.windows(2).map(|pair| cross(pair[0].plane, pair[1].plane)).sum::<f64>() / 2.0
        };
        let polygon = |rings: &Vec<Vec<Place>>| {
            let holes: f64 = rings.iter().skip(1).map(|ring| area(ring).abs()).sum();
            area(&rings[0]).abs() - holes
        };
        let land: f64 = map.countries.iter().flat_map(|country| &country.polygons).map(polygon).sum();
        let share = land / (4.0 * std::f64::consts::PI);
        assert!((0.28..0.30).contains(&share), "{share}");
    }
}

#[test]
fn another_file_is_refused() {
    assert_eq!(unpack(b""), Err(BaseMapError::UnknownFormat));
    assert_eq!(unpack(b"ERB1 something else"), Err(BaseMapError::UnknownFormat));
    assert_eq!(unpack(b"ERB2"), Err(BaseMapError::Truncated { at: 4 }));
    assert_eq!(unpack(b"ERB2\0"), Err(BaseMapError::Damaged { at: 5 }), "a grid without squares");
}

#[test]
fn nothing_may_follow_the_map() {
    let longer = [FAR, &[0]].concat();
    assert_eq!(unpack(&longer), Err(BaseMapError::Damaged { at: FAR.len() }));
}

/// The globe closes a shape that it hides in part along its edge, which is right for shapes less than 90° across.
#[test]
fn no_polygon_is_a_quarter_of_the_earth_across() {
    for map in maps() {
        for ring in map.countries.iter().flat_map(|country| country.polygons.iter().filter_map(|rings| rings.first())) {
            let few: Vec<&Place> = ring.iter().step_by((ring.len() / 60).max(1)).collect();
            let dot = |a: &Place, b: &Place| a.sphere.iter().zip(b.sphere).map(|(a, b)| a * b).sum::<f64>();
            let farthest = few.iter().flat_map(|a| few.iter().map(|b| dot(a, b))).fold(1.0, f64::min);
            assert!(farthest > 0.0, "{farthest}");
        }
    }
}

proptest! {
    #[test]
    fn a_cut_file_is_refused(length in 0..FAR.len()) {
        prop_assert!(unpack(&FAR[..length]).is_err());
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        let _ = unpack(&bytes);
        let _ = unpack(&[b"ERB2", &bytes[..]].concat());
    }

    #[test]
    fn a_changed_byte_never_panics(place in 0..FAR.len(), value in any::<u8>()) {
        let mut bytes = FAR.to_vec();
        bytes[place] = value;
        let _ = unpack(&bytes);
    }
}

//! Packing, on shapes small enough to draw by hand. Needs the feature `pack`.
#![cfg(feature = "pack")]
#![allow(clippy::unwrap_used, reason = "a helper of a test may fail like the test")]

use expressroute_scene::basemap::pack::{PackError, pack};
use expressroute_scene::basemap::{BaseMap, unpack};
use expressroute_scene::place::Place;
use expressroute_scene::projection::unproject;

/// A TopoJSON file in whole degrees: arcs as steps, geometries as `(id, rings)`.
fn packed(arcs: &str, geometries: &str) -> Result<BaseMap, PackError> {
    let topojson = format!(
        r#"{{"transform":{{"scale":[1,1],"translate":[0,0]}},"arcs":[{arcs}],
            "objects":{{"countries":{{"geometries":[{geometries}]}}}}}}"#
    );
    pack(&topojson, 1).map(|bytes| unpack(&bytes).unwrap())
}

fn polygon(id: &str, rings: &str) -> String {
    format!(r#"{{"id":"{id}","type":"Polygon","arcs":{rings}}}"#)
}

/// West, east, south and north of a ring, in whole degrees.
fn extent(ring: &[Place]) -> [i32; 4] {
    let at: Vec<_> = ring.iter().map(|point| unproject(point.plane).unwrap()).collect();
    let (lons, lats) = (at.iter().map(|it| it.lon()), at.iter().map(|it| it.lat()));
    [
        lons.clone().fold(f64::MAX, f64::min),
        lons.fold(f64::MIN, f64::max),
        lats.clone().fold(f64::MAX, f64::min),
        lats.fold(f64::MIN, f64::max),
    ]
    .map(|value| value.round() as i32)
}

fn extents(map: &BaseMap) -> Vec<Vec<[i32; 4]>> {
    let polygons = map.countries.iter().flat_map(|country| &country.polygons);
    polygons.map(|rings| rings.iter().map(|ring| extent(ring)).collect()).collect()
}

#[test]
fn a_square_across_the_antimeridian_becomes_two() {
    // 170 east to 170 west, 0 to 10 north.
    let map = packed("[[170,0],[-340,0],[0,10],[340,0],[0,-10]]", &polygon("643", "[[0]]")).unwrap();
    let mut parts = extents(&map);
    parts.sort();
    assert_eq!(parts, [[[-180, -170, 0, 10]], [[170, 180, 0, 10]]]);
    assert!(map.coasts.iter().all(|line| {
        let [west, east, ..] = extent(line);
        east - west <= 10 && (west, east) != (180, 180) && (west, east) != (-180, -180)
    }));
}

#[test]
fn a_hole_across_the_antimeridian_is_cut_too() {
    let outer = "[[160,0],[-320,0],[0,30],[320,0],[0,-30]]";
    let hole = "[[170,10],[0,10],[-340,0],[0,-10],[340,0]]";
    let map = packed(&format!("{outer},{hole}"), &polygon("643", "[[0],[1]]")).unwrap();
    let mut parts = extents(&map);
    parts.sort();
    assert_eq!(parts, [[[-180, -160, 0, 30]], [[160, 180, 0, 30]]]);
    let area = |ring: &Vec<Place>| {
        ring.windows(2)
            .map(|pair| pair[0].plane.x * pair[1].plane.y - pair[1].plane.x * pair[0].plane.y)
            .sum::<f64>()
            .abs()
            / 2.0
    };
    let land: f64 = map.countries.iter().flat_map(|it| &it.polygons).map(|rings| area(&rings[0])).sum();
    let sphere = |degrees: f64, south: f64, north: f64| {
        degrees.to_radians() * (north.to_radians().sin() - south.to_radians().sin())
    };
    assert!((land - (sphere(40.0, 0.0, 30.0) - sphere(20.0, 10.0, 20.0))).abs() < 1e-3);
}

#[test]
fn a_hole_goes_to_its_side_of_the_cut() {
    let outer = "[[160,0],[-320,0],[0,30],[320,0],[0,-30]]";
    let hole = "[[-175,10],[0,5],[5,0],[0,-5],[-5,0]]";
    let map = packed(&format!("{outer},{hole}"), &polygon("643", "[[0],[1]]")).unwrap();
    let mut parts = extents(&map);
    parts.sort();
    assert_eq!(parts, [vec![[-180, -160, 0, 30], [-175, -170, 10, 15]], vec![[160, 180, 0, 30]]]);
}

#[test]
fn a_ring_around_the_pole_is_closed_along_the_edge() {
    let ring = "[[-180,-70],[90,0],[90,0],[90,0],[80,0],[-350,0]]";
    let map = packed(ring, &polygon("010", "[[0]]")).unwrap();
    assert_eq!(extents(&map), [[[-180, 180, -90, -70]]]);
    assert!(map.coasts.iter().all(|line| extent(line)[2] == -70), "the pole and the edges are no coast");
}

#[test]
fn a_shared_line_is_a_border_once() {
    // Two squares side by side.
    let arcs = "[[0,0],[0,10]],[[0,10],[-10,0],[0,-10],[10,0]],[[0,10],[10,0],[0,-10],[-10,0]]";
    let shapes = format!("{},{}", polygon("528", "[[0,1]]"), polygon("056", "[[0,2]]"));
    let map = packed(arcs, &shapes).unwrap();
    assert_eq!(map.borders.len(), 1);
    assert_eq!(extent(&map.borders[0]), [0, 0, 0, 10]);
    assert_eq!(map.coasts.len(), 2);
    assert_eq!(map.countries.iter().map(|it| it.code).collect::<Vec<_>>(), [*b"BE", *b"NL"]);
}

#[test]
fn a_long_border_is_given_points() {
    let map = packed("[[-120,49],[25,0],[0,1],[-25,0],[0,-1]]", &polygon("124", "[[0]]")).unwrap();
    assert!(map.coasts[0].len() >= 20, "{}", map.coasts[0].len());
}

#[test]
fn what_is_no_map_of_countries_is_refused() {
    assert!(matches!(pack("{", 1), Err(PackError::Json(_))));
    assert!(matches!(pack("{}", 1), Err(PackError::Missing("transform"))));
    assert!(matches!(packed("", ""), Ok(map) if map.countries.is_empty()));
    let square = "[[0,0],[1,0],[0,1],[-1,0],[0,-1]]";
    assert!(matches!(packed(square, &polygon("999", "[[0]]")), Err(PackError::UnknownCountry(code)) if code == "999"));
    assert!(matches!(packed(square, &polygon("528", "[[7]]")), Err(PackError::Missing("arc of a ring"))));
}

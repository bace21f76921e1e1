//! GeoJSON.

use crate::{check, check_refused, check_with};

fn features(list: &str) -> String {
    format!(r#"{{ "type": "FeatureCollection", "features": [{list}] }}"#)
}

fn feature(properties: &str, geometry: &str) -> String {
    format!(r#"{{ "type": "Feature", "properties": {properties}, "geometry": {geometry} }}"#)
}

#[test]
fn points_are_sites_longitude_first() {
    check(r#"{ "type": "Point", "coordinates": [4.90, 52.370, 3] }"#, &[r#"site "" 52.370 4.90"#]);
    check(r#"{ "type": "MultiPoint", "coordinates": [[1, 2], [3, 4]] }"#, &[r#"site "" 2 1"#, r#"site-2 "" 4 3"#]);
    let hq = feature(r#"{ "Name": "HQ" }"#, r#"{ "type": "Point", "coordinates": [4.9, 52.4] }"#);
    check(&hq, &[r#"hq "HQ" 52.4 4.9"#]);
    let two = feature(r#"{ "title": "Shop" }"#, r#"{ "type": "MultiPoint", "coordinates": [[1, 2], [3, 4]] }"#);
    let nameless = feature("null", r#"{ "type": "Point", "coordinates": [0, 0] }"#);
    check(
        &features(&[hq, two, nameless].join(",")),
        &[r#"hq "HQ" 52.4 4.9"#, r#"shop-1 "Shop 1" 2 1"#, r#"shop-2 "Shop 2" 4 3"#, r#"site "" 0 0"#],
    );
}

#[test]
fn what_is_no_point_is_told_with_its_pointer() {
    let good = feature("{}", r#"{ "type": "Point", "coordinates": [1, 2] }"#);
    let line = feature("{}", r#"{ "type": "LineString", "coordinates": [[1, 2], [3, 4]] }"#);
    let swapped = feature("{}", r#"{ "type": "Point", "coordinates": [52.4, 151.2] }"#);
    let words = feature("{}", r#"{ "type": "Point", "coordinates": ["1", "2"] }"#);
    let none = feature("{}", "null");
    check_with(
        &features(&[good, line, swapped, words, none, "7".to_owned()].join(",")),
        &[r#"site "" 2 1"#],
        &[
            "/features/1/geometry/type: a LineString is no site: bring a Point or a MultiPoint",
            "/features/2/geometry/coordinates/1: \"151.2\" is out of range for a latitude: latitudes go from -90 to 90; \
             are the two columns swapped?",
            "/features/3/geometry/coordinates: a list is no pair of longitude and latitude: write the longitude first, \
             such as [4.90, 52.37]",
            "/features/4/geometry: a null is no site: bring a Point or a MultiPoint",
            "/features/5: a 7 is no site: bring a Point or a MultiPoint",
        ],
    );
}

#[test]
fn json_of_something_else_is_refused() {
    let remedy = "is no GeoJSON: bring a Feature, a FeatureCollection, a Point or a MultiPoint";
    check_refused(r#"{ "format": "expressroute-atlas-plan" }"#, &format!("/type: null {remedy}"));
    check_refused("[1, 2]", &format!("/type: a list {remedy}"));
    check_refused(r#"{ "type": "FeatureCollection", "features": 7 }"#, &format!("/features: 7 {remedy}"));
    check_refused("{ \"type\":\n oops }", "line 2, column 2: expected value: correct the JSON there");
}

//! Cities by their names alone.

use crate::world::CITIES;
use find::cities::Cities;
use find::city_names::CityNames;
use reach::import::cities::Found;

/// The city is one, within a tenth of a degree of this point.
fn check(city: &str, country: Option<&str>, lat: f64, lon: f64) {
    let found = CityNames::new(Cities::unpack(CITIES).unwrap()).find(city, country);
    let Found::One(point) = found else { panic!("{city} in {country:?} is {found:?}") };
    assert!(
        (point.lat() - lat).abs() < 0.1 && (point.lon() - lon).abs() < 0.1,
        "{city} in {country:?} is at {point:?}"
    );
}

#[test]
fn a_city_is_found_however_it_is_written() {
    check("Munich", None, 48.14, 11.58);
    check("são paulo", None, -23.55, -46.64);
    check("SAO PAULO", Some("BR"), -23.55, -46.64);
    check("Gdansk", Some("Poland"), 54.35, 18.65);
}

#[test]
fn a_far_larger_city_is_meant_before_others_of_its_name() {
    // Paris in Texas has an eightieth of the inhabitants.
    check("Paris", None, 48.85, 2.35);
    check("Paris", Some("US"), 33.66, -95.56);
}

#[test]
fn cities_of_one_name_and_like_size_are_told_apart_by_their_country() {
    // Birmingham in Alabama has a fifth of the inhabitants: too many to be passed over.
    let found = CityNames::new(Cities::unpack(CITIES).unwrap()).find("Birmingham", None);
    let Found::Several(told) = found else { panic!("Birmingham is {found:?}") };
    assert!(
        told.contains(&"United Kingdom".to_owned()) && told.contains(&"Alabama, United States".to_owned()),
        "{told:?}"
    );
    check("Birmingham", Some("gb"), 52.48, -1.9);
}

#[test]
fn what_is_no_city_is_not_found() {
    let names = CityNames::new(Cities::unpack(CITIES).unwrap());
    assert_eq!(names.find("Headquarters of ours", None), Found::Nothing);
    assert_eq!(names.find("", None), Found::Nothing);
    assert_eq!(names.find("Munich", Some("Japan")), Found::Nothing);
}

//! Where a city is, for sites that have no coordinates.

use crate::catalog::Catalog;
use crate::geo::LonLat;
use crate::names::folded;
use serde_json::Number;
use std::collections::BTreeMap;

/// What a list of cities knows of a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// One city.
    One(LonLat),
    /// Several, as they are told apart.
    Several(Vec<String>),
    /// None.
    Nothing,
}

/// Tells where a city is, given its name and, where it was written, its country.
pub type FindCity<'a> = &'a dyn Fn(&str, Option<&str>) -> Found;

/// Latitude and longitude of a city, to a hundredth of a degree: a kilometer, as exact as a city is.
pub fn numbers(point: LonLat) -> (Number, Number) {
    let number = |degrees: f64| format!("{degrees:.2}").parse().unwrap_or_else(|_| Number::from(0));
    (number(point.lat()), number(point.lon()))
}

/// The cities that have a peering location.
#[derive(Debug)]
pub struct LocationCities {
    /// Under each name: the country's code and the point of the city's first location.
    by_name: BTreeMap<String, Vec<(String, LonLat)>>,
}

impl LocationCities {
    /// The cities of every cloud.
    pub fn new(catalog: &Catalog) -> LocationCities {
        let mut by_name: BTreeMap<String, Vec<(String, LonLat)>> = BTreeMap::new();
        for id in catalog.location_ids() {
            let row = catalog.location(id);
            let known = by_name.entry(folded(&row.city)).or_default();
            if !known.iter().any(|(country, _)| *country == row.country) {
                known.push((row.country.clone(), catalog.location_point(id)));
            }
        }
        LocationCities { by_name }
    }

    /// Where the city is. A country that is written as its two letters must fit; of other words for it nothing is known.
    pub fn find(&self, city: &str, country: Option<&str>) -> Found {
        let known = self.by_name.get(&folded(city)).map(Vec::as_slice).unwrap_or_default();
        let code = country.map(str::trim).filter(|it| it.len() == 2);
        let fits = |it: &&(String, LonLat)| code.is_none_or(|code| code.eq_ignore_ascii_case(&it.0));
        let fitting: Vec<&(String, LonLat)> = known.iter().filter(fits).collect();
        match fitting.as_slice() {
            [] => Found::Nothing,
            [(_, point)] => Found::One(*point),
            several => Found::Several(several.iter().map(|it| it.0.clone()).collect()),
        }
    }
}

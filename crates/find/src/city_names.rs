//! Where the city of a name is: for lists of sites that have no coordinates.

use crate::cities::Cities;
use reach::import::cities::Found;
use reach::names::folded;
use std::collections::BTreeMap;

/// How many size classes a city is larger than the next of its name to be the one that is meant: four double the
/// inhabitants, so it has at least eight times as many.
const FAR_LARGER: u8 = 12;

/// The cities of a list by their names.
#[derive(Debug)]
pub struct CityNames {
    cities: Cities,
    by_name: BTreeMap<String, Vec<u32>>,
}

impl CityNames {
    /// Every city of a list, the larger of one name first.
    pub fn new(cities: Cities) -> CityNames {
        let mut by_name: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for at in 0..cities.len() as u32 {
            by_name.entry(folded(cities.name(at))).or_default().push(at);
        }
        for same in by_name.values_mut() {
            same.sort_by_key(|at| std::cmp::Reverse(cities.city(*at).map_or(0, |it| it.size)));
        }
        CityNames { cities, by_name }
    }

    /// Where the city is. A country, written as its two letters or its name in English, must fit. Of several cities
    /// that fit the one is meant that is far larger than the others; else none is chosen.
    pub fn find(&self, city: &str, country: Option<&str>) -> Found {
        let country = country.map(folded).filter(|it| !it.is_empty());
        let fits = |at: &u32| {
            let area = self.cities.country_of(*at).map(|it| &it.area);
            let is_named =
                |wanted: &String| area.is_some_and(|it| [&it.code, &it.name].map(|it| folded(it)).contains(wanted));
            country.as_ref().is_none_or(is_named)
        };
        let known = self.by_name.get(&folded(city)).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<u32> = known.iter().copied().filter(fits).collect();
        let size = |at: u32| self.cities.city(at).map_or(0, |it| it.size);
        match fitting.as_slice() {
            [] => Found::Nothing,
            [only] => self.point(*only),
            [largest, next, ..] if size(*largest) >= size(*next).saturating_add(FAR_LARGER) => self.point(*largest),
            several => Found::Several(several.iter().map(|at| self.told(*at)).collect()),
        }
    }

    fn point(&self, at: u32) -> Found {
        self.cities.point(at).map_or(Found::Nothing, Found::One)
    }

    /// What tells a city from others of its name: its state and country.
    fn told(&self, at: u32) -> String {
        let country = self.cities.country_of(at).map_or("", |it| it.area.name.as_str());
        self.cities.state_of(at).map_or(country.to_owned(), |it| format!("{}, {country}", it.name))
    }
}

//! How what was found reads: its name, what kind of thing it is, where it lies.

use crate::index::SearchIndex;
use crate::item::Found;
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::names::{alike, folded};
use reach::phrase::phrase;
use reach::sku::Cloud;
use reach::tables::ProviderTables;

/// The data behind the words.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The tables.
    pub catalog: &'a Catalog,
    /// The providers.
    pub providers: &'a ProviderTables,
    /// The index, with the cities.
    pub index: &'a SearchIndex,
}

impl<'a> Shown<'a> {
    /// Its name; of coordinates the point, as [`written_point`] writes it.
    pub fn name(&self, found: Found) -> String {
        let known = |name: Option<&String>| name.cloned().unwrap_or_default();
        match found {
            Found::Location(id) => self.catalog.location(id).name.clone(),
            Found::Facility(at) => known(self.index.facilities.get(usize::from(at)).map(|it| &it.name)),
            Found::Region(id) => self.catalog.region(id).name.clone(),
            Found::GeopoliticalRegion(id) => self.catalog.geopolitical_region(id).name.clone(),
            Found::Provider(at) => known(self.providers.providers.get(usize::from(at))),
            Found::Country(at) => known(self.index.cities.countries.get(usize::from(at)).map(|it| &it.area.name)),
            Found::City(at) => self.index.cities.name(at).to_owned(),
            Found::Coordinates(at) => written_point(at),
        }
    }

    /// What kind of thing it is.
    pub fn kind(&self, found: Found) -> &'static str {
        match found {
            Found::Location(id) if self.catalog.location(id).metro => phrase("Metro location"),
            Found::Location(_) => phrase("Peering location"),
            Found::Facility(_) => phrase("Facility"),
            Found::Region(_) => phrase("Azure region"),
            Found::GeopoliticalRegion(_) => phrase("Geopolitical region"),
            Found::Provider(_) => phrase("Provider"),
            Found::Country(_) => phrase("Country"),
            Found::City(_) => phrase("City"),
            Found::Coordinates(_) => phrase("Coordinates"),
        }
    }

    /// What kinds are called when several stand together.
    pub fn kinds(found: Found) -> &'static str {
        match found {
            Found::Location(_) => phrase("Peering locations"),
            Found::Facility(_) => phrase("Facilities"),
            Found::Region(_) => phrase("Azure regions"),
            Found::GeopoliticalRegion(_) => phrase("Geopolitical regions"),
            Found::Provider(_) => phrase("Providers"),
            Found::Country(_) => phrase("Countries"),
            Found::City(_) => phrase("Cities"),
            Found::Coordinates(_) => phrase("Coordinates"),
        }
    }

    /// Where it lies: the country, with the state or the cloud where the name alone would mislead; empty where nothing is
    /// to be said.
    pub fn place(&self, found: Found) -> String {
        match found {
            Found::Location(id) => {
                let row = self.catalog.location(id);
                in_cloud(self.country(&row.country), row.cloud)
            }
            Found::Facility(at) => {
                let facility = self.index.facilities.get(usize::from(at));
                let first = facility.and_then(|it| it.locations.first());
                first.map_or(String::new(), |id| self.catalog.location(*id).name.clone())
            }
            Found::Region(id) => {
                let row = self.catalog.region(id);
                in_cloud(self.country(&row.country), row.cloud)
            }
            Found::GeopoliticalRegion(id) => in_cloud("", self.catalog.geopolitical_region(id).cloud),
            Found::Provider(_) | Found::Country(_) | Found::Coordinates(_) => String::new(),
            Found::City(at) => {
                let cities = &self.index.cities;
                let country = cities.country_of(at).map_or("", |it| it.area.name.as_str());
                match cities.state_of(at) {
                    Some(state) => [&state.name, ", ", country].concat(),
                    None => country.to_owned(),
                }
            }
        }
    }

    /// The name of a country; its code while the list of names is not there.
    pub fn country<'b>(&'b self, code: &'b str) -> &'b str {
        let known = self.index.cities.countries.iter().find(|it| it.area.code == code);
        known.map_or(code, |it| &it.area.name)
    }

    /// Up to two things of the tables whose names are like a text that nothing is called.
    pub fn near(&self, text: &str) -> Vec<Found> {
        let catalog = self.catalog;
        let locations = catalog.location_ids().map(Found::Location);
        let regions = catalog.region_ids().map(Found::Region);
        let providers = (0..self.providers.providers.len()).map(|at| Found::Provider(at as u16));
        let countries = (0..self.index.cities.countries.len()).map(|at| Found::Country(at as u8));
        let all: Vec<(Found, String)> =
            locations.chain(regions).chain(providers).chain(countries).map(|it| (it, self.name(it))).collect();
        let names = alike(all.iter().map(|it| it.1.as_str()), &folded(text));
        let found = names.iter().filter_map(|name| all.iter().find(|it| it.1 == *name).map(|it| it.0));
        found.take(2).collect()
    }
}

fn in_cloud(place: &str, cloud: Cloud) -> String {
    let cloud = match cloud {
        Cloud::Public => "",
        Cloud::UsGov => phrase("US Government cloud"),
        Cloud::China => phrase("China cloud"),
    };
    let between = if place.is_empty() || cloud.is_empty() { "" } else { ", " };
    [place, between, cloud].concat()
}

/// A point as `52.3667° N, 4.9000° E`.
pub fn written_point(at: LonLat) -> String {
    let part = |degrees: f64, letters: [&str; 2]| {
        let e4 = (degrees * 1e4).round() as i64;
        let letter = if e4 < 0 { letters[1] } else { letters[0] };
        format!("{}.{:04}° {letter}", e4.abs() / 10_000, e4.abs() % 10_000)
    };
    [part(at.lat(), ["N", "S"]), part(at.lon(), ["E", "W"])].join(", ")
}

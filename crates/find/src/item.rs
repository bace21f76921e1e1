//! What can be found: everything with a name, and every spelling of it.

use crate::aliases;
use crate::cities::Cities;
use crate::fold;
use crate::german;
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use reach::sku::Cloud;
use reach::tables::{AliasTarget, ProviderTables, RegionStatus};

/// What a hit is. The order of the kinds is a part of the order of hits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// A peering location or a Metro location.
    Location(PeeringLocationId),
    /// A building: a place in [`crate::index::SearchIndex::facilities`].
    Facility(u16),
    /// An Azure region.
    Region(RegionId),
    /// A geopolitical region.
    GeopoliticalRegion(GeopoliticalRegionId),
    /// A connectivity provider: a place in the provider table.
    Provider(u16),
    /// A country: a place in the list of [`Cities::countries`].
    Country(u8),
    /// A city: its place in [`Cities`].
    City(u32),
    /// The point that was typed.
    Coordinates(LonLat),
}

impl Found {
    /// The place of its kind in the order of hits, from 0.
    pub fn rank(self) -> u8 {
        match self {
            Found::Coordinates(_) => 0,
            Found::Location(_) => 1,
            Found::Facility(_) => 2,
            Found::Region(_) => 3,
            Found::GeopoliticalRegion(_) => 4,
            Found::Provider(_) => 5,
            Found::Country(_) => 6,
            Found::City(_) => 7,
        }
    }

    /// The word in JSON.
    pub fn kind(self) -> &'static str {
        match self {
            Found::Coordinates(_) => "coordinates",
            Found::Location(_) => "location",
            Found::Facility(_) => "facility",
            Found::Region(_) => "region",
            Found::GeopoliticalRegion(_) => "geopolitical_region",
            Found::Provider(_) => "provider",
            Found::Country(_) => "country",
            Found::City(_) => "city",
        }
    }
}

/// A building with the locations that are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facility {
    /// Its name as the location list prints it.
    pub name: String,
    /// The locations in it: its own first, then the Metro locations that use it.
    pub locations: Vec<PeeringLocationId>,
}

/// One name of an item: its place among the words of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The first of its words.
    pub start: u32,
    /// The first word behind it.
    pub end: u32,
    /// Another name than the one that is shown.
    pub alias: bool,
}

/// Something with a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub found: Found,
    /// The first of its spellings, which is the shown name.
    pub first: u32,
    /// The first spelling behind its own.
    pub end: u32,
    /// What stands around it, such as its country: places in the list of contexts from 1, 0 for none.
    pub contexts: [u16; 2],
    /// What decides between equal names: the larger is the more likely to be meant.
    pub size: u16,
    /// The cloud of a location or region.
    pub cloud: Option<Cloud>,
}

/// Everything that can be found, with its words not numbered yet.
#[derive(Debug, Default)]
pub struct Collection {
    /// The items, those of one kind in a row.
    pub items: Vec<Item>,
    /// Their spellings.
    pub spellings: Vec<Spelling>,
    /// The words of all spellings.
    pub words: Vec<Box<str>>,
    /// The words of each context.
    pub contexts: Vec<Vec<Box<str>>>,
    /// The buildings.
    pub facilities: Vec<Facility>,
}

impl Collection {
    /// Everything of the tables and the list of cities.
    pub fn new(catalog: &Catalog, providers: &ProviderTables, cities: &Cities) -> Collection {
        let mut all = Collection::default();
        let countries: Vec<u16> =
            cities.countries.iter().map(|it| all.country_context(&it.area.code, &it.area.name)).collect();
        let of_country = |code: &str| {
            let at = cities.countries.iter().position(|it| it.area.code == code);
            at.and_then(|it| countries.get(it)).copied().unwrap_or_default()
        };
        all.add_locations(catalog, &of_country);
        all.add_facilities(catalog, &of_country);
        all.add_regions(catalog, &of_country);
        all.add_geopolitical_regions(catalog);
        all.add_providers(providers);
        all.add_countries(cities);
        all.add_cities(cities, &countries);
        all
    }

    /// Adds an item called `name` and, beside that, by the other names.
    fn add<'a>(&mut self, item: Item, name: &str, others: impl IntoIterator<Item = &'a str>) {
        let first = self.spellings.len() as u32;
        self.spell(name, false);
        for other in others {
            self.spell(other, true);
        }
        self.items.push(Item { first, end: self.spellings.len() as u32, ..item });
    }

    fn spell(&mut self, name: &str, alias: bool) {
        let start = self.words.len() as u32;
        self.words.extend(fold::words(name).into_iter().map(String::into_boxed_str));
        let end = self.words.len() as u32;
        if end > start || !alias {
            self.spellings.push(Spelling { start, end, alias });
        }
    }

    /// A context of these texts; gives its place from 1.
    fn context(&mut self, texts: &[&str]) -> u16 {
        let words = texts.iter().flat_map(|it| fold::words(it)).map(String::into_boxed_str);
        self.contexts.push(words.collect());
        self.contexts.len() as u16
    }

    fn country_context(&mut self, code: &str, name: &str) -> u16 {
        let others = named(aliases::COUNTRIES, code).chain(named(german::COUNTRIES, code));
        let texts: Vec<&str> = [code, name].into_iter().chain(others).collect();
        self.context(&texts)
    }

    fn add_locations(&mut self, catalog: &Catalog, country: &impl Fn(&str) -> u16) {
        for id in catalog.location_ids() {
            let row = catalog.location(id);
            let joined = joined(&row.name);
            let own = named(aliases::LOCATIONS, &row.slug);
            let printed = catalog.tables().aliases.iter().filter(|it| it.target == AliasTarget::Location(id));
            let mut others = vec![joined.as_str()];
            others.extend(own);
            others.extend(printed.map(|it| it.alias.as_str()));
            // The second site and the Metro location of a city stand behind the first, under every name of the city.
            if row.name == row.city {
                others.extend(city_names(&row.country, &row.city));
            }
            let region = self.context(&[&catalog.geopolitical_region(row.geopolitical_region).name]);
            let contexts = [country(&row.country), region];
            let size = row.providers_available;
            let item = Item { found: Found::Location(id), first: 0, end: 0, contexts, size, cloud: Some(row.cloud) };
            self.add(item, &row.name, others);
        }
    }

    fn add_facilities(&mut self, catalog: &Catalog, country: &impl Fn(&str) -> u16) {
        let mut found: Vec<(Vec<String>, Facility)> = Vec::new();
        let metros_last = |metro: bool| catalog.location_ids().filter(move |id| catalog.location(*id).metro == metro);
        for id in metros_last(false).chain(metros_last(true)) {
            for printed in catalog.location(id).facility.split(['+', ';']).map(str::trim).filter(|it| !it.is_empty()) {
                let key = fold::words(&without_brackets(printed));
                match found.iter_mut().find(|it| it.0 == key) {
                    Some((_, facility)) => facility.locations.push(id),
                    None => found.push((key, Facility { name: printed.to_owned(), locations: vec![id] })),
                }
            }
        }
        for (at, (_, facility)) in found.into_iter().enumerate() {
            let first = facility.locations.first().map(|id| catalog.location(*id));
            let place = first.map_or(0, |it| country(&it.country));
            let city = first.map_or(0, |it| self.context(&[&it.city]));
            let size = facility.locations.len() as u16;
            let item = Item {
                found: Found::Facility(at as u16),
                first: 0,
                end: 0,
                contexts: [place, city],
                size,
                cloud: first.map(|it| it.cloud),
            };
            self.add(item, &facility.name, []);
            self.facilities.push(facility);
        }
    }

    fn add_regions(&mut self, catalog: &Catalog, country: &impl Fn(&str) -> u16) {
        for id in catalog.region_ids() {
            let row = catalog.region(id);
            let printed = catalog.tables().aliases.iter().filter(|it| it.target == AliasTarget::Region(id));
            let mut others: Vec<&str> = printed.map(|it| it.alias.as_str()).collect();
            others.push(&row.slug);
            // The number belongs to the whole name, wherever it is typed: `US East 2`.
            let number_first = row.name.rsplit_once(' ').filter(|it| it.1.bytes().all(|digit| digit.is_ascii_digit()));
            let number_first = number_first.map_or(String::new(), |(name, number)| [number, " ", name].concat());
            others.push(&number_first);
            // Two cities are named for one region where the documents name both.
            others.extend(row.place.split(',').map(str::trim));
            let geography = self.context(&[&row.geography]);
            let contexts = [country(&row.country), geography];
            let size = u16::from(row.status == RegionStatus::Live);
            let item = Item { found: Found::Region(id), first: 0, end: 0, contexts, size, cloud: Some(row.cloud) };
            self.add(item, &row.name, others);
        }
    }

    fn add_geopolitical_regions(&mut self, catalog: &Catalog) {
        for id in catalog.geopolitical_region_ids() {
            let row = catalog.geopolitical_region(id);
            let german = named(german::GEOPOLITICAL_REGIONS, &row.slug);
            let others = named(aliases::GEOPOLITICAL_REGIONS, &row.slug).chain(german);
            let found = Found::GeopoliticalRegion(id);
            let item = Item { found, first: 0, end: 0, contexts: [0; 2], size: 0, cloud: Some(row.cloud) };
            self.add(item, &row.name, others);
        }
    }

    fn add_providers(&mut self, tables: &ProviderTables) {
        for (at, name) in tables.providers.iter().enumerate() {
            let joined = joined(name);
            let places = tables.offers.iter().filter(|it| usize::from(it.provider) == at).count();
            let others = named(aliases::PROVIDERS, name);
            let found = Found::Provider(at as u16);
            let item = Item { found, first: 0, end: 0, contexts: [0; 2], size: places as u16, cloud: None };
            self.add(item, name, others.chain([joined.as_str()]));
        }
    }

    fn add_countries(&mut self, cities: &Cities) {
        for (at, country) in cities.countries.iter().enumerate() {
            let joined = joined(&country.area.name);
            let code = country.area.code.as_str();
            let others = named(aliases::COUNTRIES, code).chain(named(german::COUNTRIES, code));
            let found = Found::Country(at as u8);
            let item = Item { found, first: 0, end: 0, contexts: [0; 2], size: 0, cloud: None };
            self.add(item, &country.area.name, others.chain([joined.as_str()]));
        }
    }

    fn add_cities(&mut self, cities: &Cities, countries: &[u16]) {
        /// A million inhabitants: as many as make people leave out the space.
        const LARGE: u8 = 39;
        let states: Vec<u16> = cities.states.iter().map(|it| self.context(&[&it.code, &it.name])).collect();
        for at in 0..cities.len() as u32 {
            let Some(city) = cities.city(at) else { continue };
            let name = cities.name(at);
            let code = cities.country_of(at).map_or("", |it| it.area.code.as_str());
            let joined = if city.size >= LARGE { joined(name) } else { String::new() };
            let mut others = vec![joined.as_str()];
            // The list of other names is short, the list of cities long.
            if city.size >= 24 {
                others.extend(city_names(code, name));
            }
            let country = countries.get(usize::from(city.country)).copied().unwrap_or_default();
            let state = city.state.and_then(|it| states.get(usize::from(it))).copied().unwrap_or_default();
            let (contexts, size) = ([country, state], u16::from(city.size));
            let item = Item { found: Found::City(at), first: 0, end: 0, contexts, size, cloud: None };
            self.add(item, name, others);
        }
    }
}

/// The other names of something in a list of aliases.
fn named<'a>(aliases: &'a [(&'a str, &'a str)], key: &'a str) -> impl Iterator<Item = &'a str> {
    aliases.iter().filter(move |it| it.1 == key).map(|it| it.0)
}

/// The other names of a city.
fn city_names<'a>(country: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let own = aliases::CITIES.iter().chain(german::CITIES).filter(move |it| it.1 == country);
    // The tables write Zurich, the list of cities Zürich.
    own.filter(move |it| fold::words(it.2) == fold::words(name)).map(|it| it.0)
}

/// A name of several words without its spaces, as in `newyork`; empty for a name of one word.
fn joined(name: &str) -> String {
    let words = fold::words(name);
    if words.len() > 1 { words.concat() } else { String::new() }
}

/// A name without what stands in brackets, such as the former name of a building.
pub fn without_brackets(name: &str) -> String {
    match (name.find('('), name.find(')')) {
        (Some(open), Some(close)) if open < close => [&name[..open], &name[close + 1..]].concat(),
        _ => name.to_owned(),
    }
}

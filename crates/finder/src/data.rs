//! What the finder knows. It lives as long as the page, so it is borrowed for ever.

use find::cities::Cities;
use find::facets::Facts;
use find::index::SearchIndex;
use find::shown::Shown;
use reach::catalog::Catalog;
use reach::details::Details;
use reach::latency::unpacked;
use reach::names::Names;
use reach::region_list::{RegionList, read_region_list};
use reach::sku::Cloud;
use reach::tables::{LatencyTable, ProviderTables};
use std::cell::{Cell, OnceCell};

/// The tables, and the index over them; over the cities, too, once they are there.
pub struct Data {
    /// The tables.
    pub catalog: &'static Catalog,
    /// Who offers circuits where.
    pub providers: &'static ProviderTables,
    /// The rest of the tables.
    pub details: &'static Details,
    /// Published round trips between regions.
    pub latency: &'static LatencyTable,
    index: Cell<&'static SearchIndex>,
    facts: OnceCell<Facts>,
    cities_failed: Cell<bool>,
    names: OnceCell<Names>,
}

impl Data {
    /// The data that is packed into this program, without cities; none when it is damaged.
    pub fn packed() -> Option<Data> {
        let catalog = Box::leak(Box::new(Catalog::from_packed(tables::CORE).ok()?));
        let providers = ProviderTables::from_packed(tables::PROVIDERS).ok()?;
        let providers = Box::leak(Box::new(providers));
        let details = Box::leak(Box::new(Details::from_packed(tables::DETAILS).ok()?));
        let latency = Box::leak(Box::new(unpacked(tables::LATENCY).ok()?));
        let index = Cell::new(index(catalog, providers, Cities::default()));
        let (facts, cities_failed, names) = (OnceCell::new(), Cell::new(false), OnceCell::new());
        Some(Data { catalog, providers, details, latency, index, facts, cities_failed, names })
    }

    /// Takes in the cities of a packed file; one that cannot be read leaves the list as it is. They are found by their
    /// English names, and shown by those that `rename` gives them.
    pub fn add_cities(&self, packed: &[u8], rename: impl FnOnce(&mut Cities)) {
        match Cities::unpack(packed) {
            Ok(cities) => {
                let mut index = SearchIndex::new(self.catalog, self.providers, cities);
                rename(&mut index.cities);
                self.index.set(Box::leak(Box::new(index)));
            }
            Err(_) => self.cities_failed.set(self.index().cities.is_empty()),
        }
    }

    /// Whether the cities were to come and could not be read.
    pub fn cities_failed(&self) -> bool {
        self.cities_failed.get()
    }

    /// The index.
    pub fn index(&self) -> &'static SearchIndex {
        self.index.get()
    }

    /// The names of locations and regions as people write them, made when they are first asked for.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.catalog))
    }

    /// The regions of a list, such as a person pastes it.
    pub fn read_regions(&self, text: &str, cloud: Cloud) -> RegionList {
        read_region_list(self.catalog, self.names(), text, cloud)
    }

    /// The name of a country: that of the list of cities, once it is there; the code of one that nobody names.
    pub fn country_name<'a>(&self, code: &'a str) -> &'a str {
        let known =
            self.index().cities.countries.iter().find(|it| it.area.code == code).map(|it| it.area.name.as_str());
        known.or_else(|| self.details.country(code).map(|it| it.name.as_str())).unwrap_or(code)
    }

    /// What locations can be filtered by, made when it is first asked for.
    pub fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::new(self.catalog, self.providers, &self.index().facilities))
    }

    /// How what is found reads.
    pub fn shown(&self) -> Shown<'static> {
        Shown { catalog: self.catalog, providers: self.providers, index: self.index() }
    }
}

fn index(catalog: &Catalog, providers: &ProviderTables, cities: Cities) -> &'static SearchIndex {
    Box::leak(Box::new(SearchIndex::new(catalog, providers, cities)))
}

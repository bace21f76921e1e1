//! The real tables and the real list of cities, made once for every test that looks at them.

use find::cities::Cities;
use find::index::SearchIndex;
use find::item::Found;
use reach::catalog::Catalog;
use reach::sku::Cloud;
use reach::tables::ProviderTables;
use std::sync::LazyLock;

/// The packed cities as the page loads them.
pub const CITIES: &[u8] = include_bytes!("../../../../assets/cities.bin");

/// Everything that is searched.
pub struct World {
    /// The tables.
    pub catalog: Catalog,
    /// The providers.
    pub providers: ProviderTables,
    /// The index over them and the cities.
    pub index: SearchIndex,
}

/// The world.
pub static WORLD: LazyLock<World> = LazyLock::new(|| {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let providers = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
    let index = SearchIndex::new(&catalog, &providers, Cities::unpack(CITIES).unwrap());
    World { catalog, providers, index }
});

impl World {
    /// A hit in words: `location amsterdam`, `city Ashburn, VA, US`, `coordinates 35.68 139.76`.
    pub fn told(&self, found: Found) -> String {
        let name = match found {
            Found::Location(id) => self.catalog.location(id).slug.clone(),
            Found::Facility(at) => self.index.facilities[usize::from(at)].name.clone(),
            Found::Region(id) => self.catalog.region(id).slug.clone(),
            Found::GeopoliticalRegion(id) => self.catalog.geopolitical_region(id).slug.clone(),
            Found::Provider(at) => self.providers.providers[usize::from(at)].clone(),
            Found::Country(at) => self.index.cities.countries[usize::from(at)].area.code.clone(),
            Found::City(at) => {
                let cities = &self.index.cities;
                let state = cities.state_of(at).map(|it| format!(", {}", it.code)).unwrap_or_default();
                format!("{}{state}, {}", cities.name(at), cities.country_of(at).unwrap().area.code)
            }
            Found::Coordinates(at) => format!("{} {}", at.lat(), at.lon()),
        };
        format!("{} {name}", found.kind())
    }

    /// The hits of a search in words.
    pub fn hits(&self, text: &str, count: usize) -> Vec<String> {
        self.index.search(text, Cloud::Public, count).into_iter().map(|it| self.told(it.found)).collect()
    }
}

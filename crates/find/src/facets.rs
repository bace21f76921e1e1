//! What peering locations can be filtered by, and what each of them has of it: docs/table.md, "Filters".

use crate::fold;
use crate::item::Facility;
use reach::catalog::Catalog;
use reach::explain::local_regions_of_kin;
use reach::id::PeeringLocationId;
use reach::sku::{Cloud, Sku};
use reach::tables::ProviderTables;

/// The word of the choice "no document settles it".
pub const UNKNOWN: &str = "unknown";
const YES_NO_UNKNOWN: [&str; 3] = ["yes", "no", UNKNOWN];

/// One thing that locations are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Who offers circuits there.
    Provider,
    /// Whether ExpressRoute Direct ports are offered.
    Direct,
    /// Whether it is a Metro location.
    Metro,
    /// The pricing zone.
    Zone,
    /// The SKUs that are offered.
    Sku,
    /// Whether a circuit there can be linked by Global Reach at all.
    GlobalReach,
    /// The geopolitical region.
    Area,
    /// The country.
    Country,
    /// The building.
    Facility,
}

impl Facet {
    /// Every facet, in the order of an address.
    pub const ALL: [Facet; 9] = [
        Facet::Provider,
        Facet::Direct,
        Facet::Metro,
        Facet::Zone,
        Facet::Sku,
        Facet::GlobalReach,
        Facet::Area,
        Facet::Country,
        Facet::Facility,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Facet::Provider => "provider",
            Facet::Direct => "direct",
            Facet::Metro => "metro",
            Facet::Zone => "zone",
            Facet::Sku => "sku",
            Facet::GlobalReach => "global-reach",
            Facet::Area => "area",
            Facet::Country => "country",
            Facet::Facility => "facility",
        }
    }
}

/// Which offers of a provider count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offers {
    /// Circuits can be created.
    #[default]
    Available,
    /// The documents say "coming soon": creating a circuit fails until then.
    ComingSoon,
    /// Both.
    Any,
}

impl Offers {
    /// Every member.
    pub const ALL: [Offers; 3] = [Offers::Available, Offers::ComingSoon, Offers::Any];

    /// The word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Offers::Available => "available",
            Offers::ComingSoon => "coming-soon",
            Offers::Any => "any",
        }
    }

    fn takes(self, available: bool) -> bool {
        match self {
            Offers::Available => available,
            Offers::ComingSoon => !available,
            Offers::Any => true,
        }
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its word in an address, unique in its facet.
    pub slug: String,
    /// Its name in the tables; of a country its code, of a closed set the word itself.
    pub name: String,
}

/// The choices of every facet, and which of them each location has. Made once for a data set.
#[derive(Debug)]
pub struct Facts {
    clouds: Vec<Cloud>,
    /// One for each facet, in the order of [`Facet::ALL`].
    columns: Vec<Column>,
    /// For each location its offers: the provider, and whether circuits can be created.
    offers: Vec<Vec<(u16, bool)>>,
}

#[derive(Debug, Default)]
struct Column {
    choices: Vec<Choice>,
    /// For each location the choices that it has. Empty for providers, which depend on the offers that count.
    values: Vec<Vec<u16>>,
}

impl Facts {
    /// The facts of the tables. The facilities are those of [`crate::index::SearchIndex::facilities`].
    pub fn new(catalog: &Catalog, providers: &ProviderTables, facilities: &[Facility]) -> Facts {
        let clouds: Vec<Cloud> = catalog.location_ids().map(|id| catalog.location(id).cloud).collect();
        let mut offers = vec![Vec::new(); clouds.len()];
        for offer in &providers.offers {
            if let Some(own) = offers.get_mut(offer.location.index()) {
                own.push((offer.provider, offer.available));
            }
        }
        let column = |facet: &Facet| match facet {
            Facet::Provider => Column { choices: named(providers.providers.iter()), values: Vec::new() },
            Facet::Facility => facility_column(catalog, facilities),
            Facet::Area => area_column(catalog),
            Facet::Country => country_column(catalog),
            Facet::Direct => closed(catalog, &YES_NO_UNKNOWN, |id| vec![yes_no(catalog.location(id).direct)]),
            Facet::Metro => closed(catalog, &["yes", "no"], |id| vec![yes_no(Some(catalog.location(id).metro))]),
            Facet::GlobalReach => closed(catalog, &YES_NO_UNKNOWN, |id| vec![yes_no(global_reach(catalog, id))]),
            Facet::Zone => closed(catalog, &["1", "2", "3", "4", UNKNOWN], |id| vec![zone(catalog, id)]),
            Facet::Sku => closed(catalog, &["local", "standard", "premium", UNKNOWN], |id| skus(catalog, id)),
        };
        Facts { clouds, columns: Facet::ALL.iter().map(column).collect(), offers }
    }

    /// The choices of a facet: those of a closed set in their own order, others in the order of the tables.
    pub fn choices(&self, facet: Facet) -> &[Choice] {
        self.columns.get(facet as usize).map_or(&[], |it| &it.choices)
    }

    /// The place of the choice that is called so in an address.
    pub fn choice(&self, facet: Facet, slug: &str) -> Option<u16> {
        self.choices(facet).iter().position(|it| it.slug == slug).map(|at| at as u16)
    }

    /// The choice "no document settles it", where the facet has one.
    pub fn unknown(&self, facet: Facet) -> Option<u16> {
        let last = self.choices(facet).len().checked_sub(1)?;
        self.choices(facet).get(last).is_some_and(|it| it.slug == UNKNOWN).then_some(last as u16)
    }

    /// How many locations there are, of all clouds.
    pub fn locations(&self) -> usize {
        self.clouds.len()
    }

    /// The places of the locations of a cloud.
    pub fn of_cloud(&self, cloud: Cloud) -> impl Iterator<Item = usize> + '_ {
        self.clouds.iter().enumerate().filter(move |(_, own)| **own == cloud).map(|(at, _)| at)
    }

    /// Calls `act` with each choice of a facet that the location at this place has.
    pub fn each_value(&self, facet: Facet, offers: Offers, location: usize, mut act: impl FnMut(u16)) {
        match facet {
            Facet::Provider => {
                let own = self.offers.get(location).map_or(&[][..], Vec::as_slice);
                own.iter().filter(|it| offers.takes(it.1)).for_each(|it| act(it.0));
            }
            Facet::Direct
            | Facet::Metro
            | Facet::Zone
            | Facet::Sku
            | Facet::GlobalReach
            | Facet::Area
            | Facet::Country
            | Facet::Facility => {
                let own = self.columns.get(facet as usize).and_then(|it| it.values.get(location));
                own.into_iter().flatten().copied().for_each(act);
            }
        }
    }
}

/// A facet with a fixed set of words.
fn closed(catalog: &Catalog, words: &[&str], values: impl Fn(PeeringLocationId) -> Vec<&'static str>) -> Column {
    let place = |word: &str| words.iter().position(|it| *it == word).map(|at| at as u16);
    let choice = |word: &&str| Choice { slug: (*word).to_owned(), name: (*word).to_owned() };
    Column {
        choices: words.iter().map(choice).collect(),
        values: catalog.location_ids().map(|id| values(id).into_iter().filter_map(place).collect()).collect(),
    }
}

fn yes_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "yes",
        Some(false) => "no",
        None => UNKNOWN,
    }
}

fn zone(catalog: &Catalog, id: PeeringLocationId) -> &'static str {
    match catalog.location(id).pricing_zone {
        Some(1) => "1",
        Some(2) => "2",
        Some(3) => "3",
        Some(4) => "4",
        _ => UNKNOWN,
    }
}

/// Standard and Premium are offered everywhere. Where the row says nothing of Local, or another row of the same city says
/// otherwise, nothing settles it.
fn skus(catalog: &Catalog, id: PeeringLocationId) -> Vec<&'static str> {
    let local = match &catalog.location(id).local_regions {
        None => Some(UNKNOWN),
        Some(column) if !column.is_empty() => Some(Sku::Local.as_str()),
        Some(_) => local_regions_of_kin(catalog, id).then_some(UNKNOWN),
    };
    [Some(Sku::Standard.as_str()), Some(Sku::Premium.as_str()), local].into_iter().flatten().collect()
}

/// Whether a circuit here can be linked with any other: the tests of docs/rules.md, "Link", that look at one end alone.
fn global_reach(catalog: &Catalog, id: PeeringLocationId) -> Option<bool> {
    let row = catalog.location(id);
    match (row.cloud, catalog.global_reach_line(id)) {
        (Cloud::Public, None) => Some(false),
        (Cloud::Public, Some(_)) => (!row.metro).then_some(true),
        (Cloud::UsGov | Cloud::China, _) => None,
    }
}

fn area_column(catalog: &Catalog) -> Column {
    let choice = |id| {
        let row = catalog.geopolitical_region(id);
        Choice { slug: row.slug.clone(), name: row.name.clone() }
    };
    let own = |id| vec![catalog.location(id).geopolitical_region.index() as u16];
    Column {
        choices: catalog.geopolitical_region_ids().map(choice).collect(),
        values: catalog.location_ids().map(own).collect(),
    }
}

fn country_column(catalog: &Catalog) -> Column {
    let code = |id| catalog.location(id).country.as_str();
    let mut codes: Vec<&str> = catalog.location_ids().map(code).collect();
    codes.sort_unstable();
    codes.dedup();
    let place = |id| codes.binary_search(&code(id)).ok().map(|at| at as u16);
    let values = catalog.location_ids().map(|id| place(id).into_iter().collect()).collect();
    let choice = |code: &&str| Choice { slug: (*code).to_owned(), name: (*code).to_owned() };
    Column { choices: codes.iter().map(choice).collect(), values }
}

fn facility_column(catalog: &Catalog, facilities: &[Facility]) -> Column {
    let mut choices = named(facilities.iter().map(|it| &it.name));
    let unknown = choices.len() as u16;
    choices.push(Choice { slug: UNKNOWN.to_owned(), name: UNKNOWN.to_owned() });
    let mut values: Vec<Vec<u16>> = catalog.location_ids().map(|_| Vec::new()).collect();
    for (at, facility) in facilities.iter().enumerate() {
        for location in &facility.locations {
            if let Some(own) = values.get_mut(location.index()) {
                own.push(at as u16);
            }
        }
    }
    values.iter_mut().filter(|it| it.is_empty()).for_each(|it| it.push(unknown));
    Column { choices, values }
}

/// Choices with slugs made of their names; a slug that another has already gets a number.
fn named<'a>(names: impl Iterator<Item = &'a String>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for name in names {
        let slug = fold::slug_of(name);
        let taken = |text: &str| text == UNKNOWN || choices.iter().any(|it| it.slug == text);
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let slug = [slug.clone()].into_iter().chain(numbered).find(|it| !taken(it)).unwrap_or(slug);
        choices.push(Choice { slug, name: name.clone() });
    }
    choices
}

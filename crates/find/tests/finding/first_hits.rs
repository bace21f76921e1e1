//! What people type, and what they mean by it. Each line was written by hand before it was tried, with its reason.

use crate::world::WORLD;

/// What is typed, the first hit, and why it is that one.
#[rustfmt::skip]
const TYPED: [(&str, &str, &str); 82] = [
    // The eleven that the search was built for.
    ("frankfrut", "location frankfurt", "two neighbors exchanged are one slip"),
    ("sao paolo", "location sao-paulo", "the misspelling that everybody makes; the location before the city"),
    ("wdc", "location washington-dc", "the code of the city"),
    ("ashburn", "city Ashburn, VA, US", "no location is called so, and the larger of two Ashburns comes first"),
    ("equinix am5", "facility Equinix AM5", "the building of Amsterdam"),
    ("LD5", "facility Equinix LD5", "the code of the building alone"),
    ("52°22'N 4°54'E", "coordinates 52.3666667 4.9", "22 and 54 minutes: 22/60 and 54/60 of a degree"),
    ("jp east", "region japaneast", "the code of the country stands for its name"),
    ("megaport", "provider Megaport", "the name of one company"),
    ("quebec", "location quebec-city", "what the city is called; the location before the city of that name"),
    ("35.68,139.76", "coordinates 35.68 139.76", "latitude and longitude"),
    // Locations by name.
    ("amsterdam", "location amsterdam", "its own name before Amsterdam2 and Amsterdam Metro"),
    ("Amsterdam2", "location amsterdam2", "its own name"),
    ("amsterdam 2", "location amsterdam2", "a space before the number is no difference"),
    ("amsterdam metro", "location amsterdam-metro", "its own name"),
    ("LONDON", "location london", "case does not count"),
    ("são paulo", "location sao-paulo", "diacritics do not count"),
    ("zürich", "location zurich", "diacritics do not count"),
    ("zuerich", "location zurich", "how German writes ü without the letter"),
    ("münchen", "location munich", "the city's name in its own language"),
    ("wien", "location vienna", "the city's name in its own language"),
    ("warszawa", "location warsaw", "the city's name in its own language"),
    ("bombay", "location mumbai", "the city's former name, still in use"),
    ("newyork", "location new-york", "a space left out"),
    ("new york", "location new-york", "its own name"),
    ("nyc", "location new-york", "what the city is called in short"),
    ("washington", "location washington-dc", "nobody means the towns of that name"),
    ("washington dc", "location washington-dc", "its own name"),
    ("rio", "location rio-de-janeiro", "what the city is called in short"),
    ("hk", "location hong-kong", "what the city is called in short"),
    ("newport", "location newport", "its name without the brackets"),
    ("queretaro", "location queretaro", "its name without the brackets"),
    ("querétaro", "location queretaro", "as its own country writes it"),
    ("silicon valley", "location silicon-valley", "its own name"),
    ("sillicon valey", "location silicon-valley", "a letter too many and one too few: a slip in each word"),
    ("johanesburg", "location johannesburg", "a letter too few"),
    ("kuala lumpar", "location kuala-lumpur", "another letter"),
    ("los angelos", "location los-angeles", "another letter"),
    ("minneap", "location minneapolis", "the beginning of one name only"),
    ("frank", "location frankfurt", "typed half; the location before the cities that begin so"),
    ("am", "location amsterdam", "typed half; the location before a country's code and before cities that are called Am"),
    ("us", "country US", "a code that is an everyday name"),
    ("singapore", "location singapore", "a location before the country and the city of that name"),
    ("lhr", "location london", "the airport's code"),
    ("fra", "location frankfurt", "the airport's code"),
    ("amsterdam netherlands", "location amsterdam", "the country around the name may be typed too"),
    ("beijing", "location china-beijing", "a location of another cloud before the city"),
    // Buildings.
    ("am5", "facility Equinix AM5", "the code of the building alone"),
    ("fra11", "facility Digital Realty (Interxion) FRA11", "the code of the building alone"),
    ("digital realty fra11", "facility Digital Realty (Interxion) FRA11", "the former name in brackets may be left out"),
    ("telehouse north", "facility Telehouse North Two", "its name begins so"),
    ("ld 5", "facility Equinix LD5", "a space in the code"),
    ("equinix london", "facility Equinix LD5", "the company and the city: there is one"),
    // Regions.
    ("west europe", "region westeurope", "its own name"),
    ("westeurope", "region westeurope", "its name in Azure's interfaces"),
    ("east us", "region eastus", "its own name before East US 2"),
    ("eastus2", "region eastus2", "its name in Azure's interfaces"),
    ("us east 2", "region eastus2", "all its words in the order of another cloud"),
    ("us east", "region eastus", "all its words in another order, before longer names"),
    ("germany west", "region germanywestcentral", "the only region whose name begins so"),
    ("de west central", "region germanywestcentral", "the code of the country stands for its name"),
    ("south east asia", "region southeastasia", "a spelling that Microsoft's documents print"),
    ("uk south", "region uksouth", "its own name"),
    ("gov virginia", "region usgovvirginia", "two words of a name of no other"),
    ("virginia", "region eastus", "the place that is published for it; the public cloud is on"),
    // Geopolitical regions, providers, countries.
    ("europe", "geopolitical_region europe", "its own name before North Europe and West Europe"),
    ("north america", "geopolitical_region north-america", "its own name"),
    ("equinix", "provider Equinix", "the company before its buildings, whose names go on"),
    ("at&t", "provider AT&T NetBond", "the company's name begins so, and NetBond is at as many places as any"),
    ("deutsche telekom", "provider Deutsche Telekom AG", "the name without its legal form"),
    ("bt", "provider British Telecom", "the company's usual name"),
    ("germany", "country DE", "the country's own name before the regions that begin so"),
    ("uk", "country GB", "the usual abbreviation"),
    ("france", "country FR", "the country's own name"),
    // Cities of the world.
    ("rotterdam", "city Rotterdam, NL", "a city without a location"),
    ("köln", "city Köln, DE", "a city without a location"),
    ("cologne", "city Köln, DE", "its English name"),
    ("seville", "city Sevilla, ES", "its English name"),
    ("constantinopel", "city Istanbul, TR", "its former name, with two letters exchanged"),
    ("springfield il", "city Springfield, IL, US", "the state tells which of many"),
    ("reykjavik", "city Reykjavík, IS", "diacritics do not count"),
    ("nairobi", "city Nairobi, KE", "a city without a location"),
];

#[test]
fn the_first_hit_is_what_is_meant() {
    let wrong: Vec<String> = TYPED
        .iter()
        .filter_map(|(typed, meant, why)| {
            let hits = WORLD.hits(typed, 4);
            (hits.first().map(String::as_str) != Some(*meant))
                .then(|| format!("{typed:?} means {meant} ({why}), not {hits:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_found_for_what_nothing_is_called() {
    for typed in ["", " ", "?!", "xqzwv", "LD4 of nowhere", "equinix zz9"] {
        assert_eq!(WORLD.hits(typed, 4), Vec::<String>::new(), "{typed:?}");
    }
}

#[test]
fn a_code_with_another_digit_is_another_building() {
    assert!(!WORLD.hits("LD4", 20).iter().any(|it| it == "facility Equinix LD5"));
}

#[test]
fn the_cloud_that_is_on_decides_between_equal_names() {
    use reach::sku::Cloud;
    let first = |cloud| WORLD.told(WORLD.index.search("chicago", cloud, 1)[0].found);
    assert_eq!(first(Cloud::Public), "location chicago");
    assert_eq!(first(Cloud::UsGov), "location usgov-chicago");
}

#[test]
fn a_building_tells_every_location_in_it_its_own_first() {
    let am5 = WORLD.index.facilities.iter().find(|it| it.name == "Equinix AM5").unwrap();
    let slugs: Vec<&str> = am5.locations.iter().map(|id| WORLD.catalog.location(*id).slug.as_str()).collect();
    assert_eq!(slugs, ["amsterdam", "amsterdam-metro"]);
}

#[test]
fn every_location_region_and_provider_is_found_by_its_own_name() {
    let catalog = &WORLD.catalog;
    let locations = catalog.location_ids().map(|id| (catalog.location(id).name.clone(), catalog.location(id).cloud));
    let regions = catalog.region_ids().map(|id| (catalog.region(id).name.clone(), catalog.region(id).cloud));
    let providers = WORLD.providers.providers.iter().map(|it| (it.clone(), reach::sku::Cloud::Public));
    for (name, cloud) in locations.chain(regions).chain(providers) {
        let found = WORLD.index.search(&name, cloud, 3);
        let named = |it: &find::index::Hit| match it.found {
            find::item::Found::Location(id) => catalog.location(id).name == name,
            find::item::Found::Region(id) => catalog.region(id).name == name,
            find::item::Found::Provider(at) => WORLD.providers.providers[usize::from(at)] == name,
            _ => false,
        };
        assert!(found.iter().any(named), "{name:?} is not among {:?}", WORLD.hits(&name, 3));
    }
}

#[test]
fn every_alias_names_something() {
    use find::{aliases, german};
    let catalog = &WORLD.catalog;
    let cities = &WORLD.index.cities;
    for (alias, slug) in aliases::LOCATIONS {
        assert!(catalog.location_by_slug(slug).is_some(), "{alias}: no location {slug}");
    }
    for (alias, country, name) in aliases::CITIES.iter().chain(german::CITIES) {
        let named = |at: &u32| cities.name(*at) == *name && cities.country_of(*at).unwrap().area.code == *country;
        assert!((0..cities.len() as u32).any(|at| named(&at)), "{alias}: no city {name} in {country}");
    }
    for (alias, code) in aliases::COUNTRIES.iter().chain(german::COUNTRIES) {
        assert!(cities.countries.iter().any(|it| it.area.code == *code), "{alias}: no country {code}");
    }
    for (alias, name) in aliases::PROVIDERS {
        assert!(WORLD.providers.providers.iter().any(|it| it == name), "{alias}: no provider {name}");
    }
    for (alias, slug) in aliases::GEOPOLITICAL_REGIONS.iter().chain(german::GEOPOLITICAL_REGIONS) {
        let known = catalog.geopolitical_region_ids().any(|id| catalog.geopolitical_region(id).slug == *slug);
        assert!(known, "{alias}: no geopolitical region {slug}");
    }
}

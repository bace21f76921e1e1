//! From the words of a question to what they name in the data, and back.

use crate::data::Data;
use crate::question::{About, Point};
use crate::several::End;
use find::fold::slug_of;
use find::item::Found;
use reach::id::{GeopoliticalRegionId, RegionId};
use reach::link::LinkEnd;
use reach::sku::Cloud;

/// Cities farther than 0.3 degrees of a great circle (33 km) from the point of a question are not meant by it. This is the
/// square of the chord over that angle on the unit sphere.
const NEAR_CITY_CHORD_SQUARED: f64 = 2.8e-5;

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The data knows nothing of this name.
    Unknown(String),
    /// The list of cities and countries is not there yet.
    Cities,
}

/// What a question is about.
///
/// # Errors
/// When nothing is called so, or the list of cities is needed to know.
pub fn found(data: &Data, about: &About) -> Result<Found, Missing> {
    let unknown = |name: &str| Missing::Unknown(name.to_owned());
    match about {
        About::Location(slug) => {
            data.catalog.location_by_slug(slug).map(Found::Location).ok_or_else(|| unknown(&spoken(slug)))
        }
        About::Region(slug) => region(data, slug).map(Found::Region).ok_or_else(|| unknown(slug)),
        About::Provider(slug) => provider(data, slug).map(Found::Provider).ok_or_else(|| unknown(&spoken(slug))),
        About::Area(slug) => area(data, slug).map(Found::GeopoliticalRegion).ok_or_else(|| unknown(&spoken(slug))),
        About::Facility(slug) => {
            let at = data.index().facilities.iter().position(|it| slug_of(&it.name) == *slug);
            at.map(|at| Found::Facility(at as u16)).ok_or_else(|| unknown(&spoken(slug)))
        }
        About::Country(code) => {
            let countries = &data.index().cities.countries;
            let at = countries.iter().position(|it| it.area.code == *code);
            let missing = || if countries.is_empty() { Missing::Cities } else { unknown(code) };
            at.map(|at| Found::Country(at as u8)).ok_or_else(missing)
        }
        About::City(at) => city(data, *at),
        // They are about no single thing, and are answered before it is looked for.
        About::Filters(_) | About::Table(_) => Err(unknown("")),
        About::Point(at) => at.place().map(Found::Coordinates).ok_or_else(|| unknown("")),
        // Several things are no one thing: answer/mod.rs answers about them before it asks here.
        About::Regions(_) | About::Matrix(_) | About::Compare(_) => Err(unknown("")),
    }
}

/// The circuits of a question.
///
/// # Errors
/// When a location of one is not known.
pub fn ends(data: &Data, ends: &[End], cloud: Cloud) -> Result<Vec<LinkEnd>, Missing> {
    let end = |it: &End| {
        let location =
            data.names().location(&it.location, cloud).map_err(|_| Missing::Unknown(spoken(&it.location)))?;
        Ok(LinkEnd { location, sku: it.sku })
    };
    ends.iter().map(end).collect()
}

/// The question about something found; none only for what the data does not have.
pub fn about(data: &Data, found: Found) -> Option<About> {
    let catalog = data.catalog;
    Some(match found {
        Found::Location(id) => About::Location(catalog.location(id).slug.clone()),
        Found::Region(id) => About::Region(catalog.region(id).slug.clone()),
        Found::Provider(at) => About::Provider(slug_of(data.providers.providers.get(usize::from(at))?)),
        Found::GeopoliticalRegion(id) => About::Area(catalog.geopolitical_region(id).slug.clone()),
        Found::Facility(at) => About::Facility(slug_of(&data.index().facilities.get(usize::from(at))?.name)),
        Found::Country(at) => {
            About::Country(data.index().cities.countries.get(usize::from(at))?.area.code.to_ascii_uppercase())
        }
        Found::City(at) => About::City(Point::at(data.index().cities.point(at)?)),
        Found::Coordinates(at) => About::Point(Point::at(at)),
    })
}

/// The region of a slug.
pub fn region(data: &Data, slug: &str) -> Option<RegionId> {
    data.catalog.region_by_slug(slug)
}

/// The provider whose name has this slug: a place in the provider table.
pub fn provider(data: &Data, slug: &str) -> Option<u16> {
    data.providers.providers.iter().position(|it| slug_of(it) == slug).map(|at| at as u16)
}

/// The geopolitical region of a slug.
pub fn area(data: &Data, slug: &str) -> Option<GeopoliticalRegionId> {
    data.catalog.geopolitical_region_ids().find(|id| data.catalog.geopolitical_region(*id).slug == slug)
}

/// The city nearest to a point; of several at one point the largest.
fn city(data: &Data, at: Point) -> Result<Found, Missing> {
    let cities = &data.index().cities;
    if cities.is_empty() {
        return Err(Missing::Cities);
    }
    let vector = at.place().map(|it| it.unit_vector());
    let far = |it: u32| cities.point(it).zip(vector).map(|(point, from)| from.chord_squared(point.unit_vector()));
    let mut best: Option<(f64, u8, u32)> = None;
    for it in 0..cities.len() as u32 {
        let (Some(far), Some(city)) = (far(it), cities.city(it)) else { continue };
        if best.is_none_or(|(least, size, _)| far < least || (far == least && city.size > size)) {
            best = Some((far, city.size, it));
        }
    }
    let near = best.filter(|it| it.0 <= NEAR_CITY_CHORD_SQUARED);
    near.map(|it| Found::City(it.2)).ok_or_else(|| Missing::Unknown(String::new()))
}

/// A slug as words.
fn spoken(slug: &str) -> String {
    slug.replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::{about, found};
    use crate::data::Data;
    use crate::question::Question;
    use find::item::Found;

    fn world() -> Data {
        let data = Data::packed().unwrap();
        data.add_cities(include_bytes!("../../../assets/cities.bin"), |_| {});
        data
    }

    #[test]
    fn whatever_is_found_has_an_address_that_leads_back_to_it() {
        let data = world();
        let (catalog, index) = (data.catalog, data.index());
        let locations = catalog.location_ids().map(Found::Location);
        let regions = catalog.region_ids().map(Found::Region);
        let areas = catalog.geopolitical_region_ids().map(Found::GeopoliticalRegion);
        let providers = (0..data.providers.providers.len()).map(|at| Found::Provider(at as u16));
        let facilities = (0..index.facilities.len()).map(|at| Found::Facility(at as u16));
        let countries = (0..index.cities.countries.len()).map(|at| Found::Country(at as u8));
        for it in locations.chain(regions).chain(areas).chain(providers).chain(facilities).chain(countries) {
            let written = Question::about(about(&data, it).unwrap()).written();
            let asked = Question::parse(&written).unwrap();
            assert_eq!(found(&data, &asked.about), Ok(it), "{written}");
        }
    }

    #[test]
    fn a_city_is_the_one_at_the_point() {
        let data = world();
        let name = |text: &str| {
            let it = found(&data, &Question::parse(text).unwrap().about);
            it.map(|it| data.shown().name(it))
        };
        assert_eq!(name("city:52.3740,4.8897"), Ok("Amsterdam".to_owned()));
        assert_eq!(name("city:-33.8679,151.2073"), Ok("Sydney".to_owned()));
        // The Gulf of Guinea.
        assert!(name("city:0,0").is_err());
    }
}

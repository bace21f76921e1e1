//! The names of what has no mark: geopolitical regions, countries and waters.

use crate::basemap::BaseMap;
use crate::font::Font;
use crate::place::Place;
use crate::projection::WorldPoint;
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::phrase::phrase;
use reach::sku::Cloud;

/// A name over an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// The middle of the area.
    pub at: Place,
    /// How it is set.
    pub font: Font,
    /// From which scale on it is shown, in CSS pixels a unit.
    pub from_scale: f64,
    /// Up to which scale.
    pub to_scale: f64,
    /// How wide the area is on the plane; the name of a country is not wider. Endless for the others.
    pub width: f64,
}

/// Where countries take over from geopolitical regions.
const COUNTRY_SCALE: f64 = 700.0;
/// From which scale on waters are named: oceans, seas, and smaller ones.
const WATER_SCALES: [f64; 3] = [0.0, 420.0, 900.0];

/// Waters by the names of Natural Earth's marine areas (public domain), each with a point in their open middle in whole
/// degrees east and north, and how large they are: 0 an ocean, 1 a sea, 2 a smaller one.
const WATERS: [(&str, i16, i8, u8); 39] = [
    (phrase("Atlantic Ocean"), -42, 30, 0),
    (phrase("Atlantic Ocean"), -18, -22, 0),
    (phrase("Pacific Ocean"), -135, 22, 0),
    (phrase("Pacific Ocean"), -118, -18, 0),
    (phrase("Pacific Ocean"), 168, 24, 0),
    (phrase("Indian Ocean"), 78, -20, 0),
    (phrase("Southern Ocean"), 40, -58, 0),
    (phrase("Arctic Ocean"), 10, 82, 1),
    (phrase("Mediterranean Sea"), 18, 35, 1),
    (phrase("North Sea"), 3, 56, 1),
    (phrase("Norwegian Sea"), 2, 66, 1),
    (phrase("Barents Sea"), 40, 74, 1),
    (phrase("Black Sea"), 35, 43, 2),
    (phrase("Baltic Sea"), 20, 58, 2),
    (phrase("Bay of Biscay"), -5, 45, 2),
    (phrase("Celtic Sea"), -8, 50, 2),
    (phrase("Adriatic Sea"), 16, 43, 2),
    (phrase("Caribbean Sea"), -75, 15, 1),
    (phrase("Gulf of Mexico"), -91, 25, 1),
    (phrase("Labrador Sea"), -54, 58, 1),
    (phrase("Hudson Bay"), -86, 60, 1),
    (phrase("Gulf of Alaska"), -145, 57, 1),
    (phrase("Bering Sea"), -178, 58, 1),
    (phrase("Arabian Sea"), 63, 15, 1),
    (phrase("Red Sea"), 38, 20, 2),
    (phrase("Persian Gulf"), 52, 27, 2),
    (phrase("Bay of Bengal"), 88, 14, 1),
    (phrase("South China Sea"), 114, 13, 1),
    (phrase("East China Sea"), 125, 29, 2),
    (phrase("Yellow Sea"), 123, 36, 2),
    (phrase("Sea of Japan"), 135, 40, 1),
    (phrase("Sea of Okhotsk"), 149, 54, 1),
    (phrase("Philippine Sea"), 133, 19, 1),
    (phrase("Java Sea"), 111, -5, 2),
    (phrase("Timor Sea"), 127, -11, 2),
    (phrase("Coral Sea"), 155, -16, 1),
    (phrase("Tasman Sea"), 161, -38, 1),
    (phrase("Great Australian Bight"), 130, -34, 2),
    (phrase("Caspian Sea"), 51, 42, 2),
];

/// Where the geopolitical regions are named: slug, degrees east and north.
const GEOPOLITICAL: [(&str, i16, i8); 15] = [
    ("north-america", -100, 57),
    ("south-america", -55, -10),
    ("europe", 12, 48),
    ("south-africa", 24, -29),
    ("israel", 35, 31),
    ("uae", 54, 24),
    ("qatar", 51, 25),
    ("india", 79, 23),
    ("asia", 108, 8),
    ("south-korea", 128, 36),
    ("japan", 138, 38),
    ("oceania", 134, -25),
    ("us-government-cloud", -98, 39),
    ("china-north", 108, 39),
    ("china-east", 116, 30),
];

/// How areas are called in the language of the reader.
pub struct Called<'a> {
    /// A country by its ISO 3166 code, in capitals.
    pub country: &'a dyn Fn([u8; 2]) -> String,
    /// A geopolitical region by its English name, in capitals.
    pub region: &'a dyn Fn(&str) -> String,
    /// A water by its English name.
    pub water: &'a dyn Fn(&'static str) -> String,
}

/// Every name of a cloud's map.
pub fn names(catalog: &Catalog, cloud: Cloud, base: &BaseMap, called: &Called) -> Vec<Name> {
    const ENDLESS: f64 = f64::INFINITY;
    let mut names: Vec<Name> = Vec::new();
    let mut add = |text: String, at: Place, font: Font, from_scale: f64, to_scale: f64, width: f64| {
        names.push(Name { text, at, font, from_scale, to_scale, width });
    };
    for (slug, lon, lat) in GEOPOLITICAL {
        let own = catalog.geopolitical_region_ids().map(|id| catalog.geopolitical_region(id));
        for region in own.filter(|it| it.cloud == cloud && it.slug == slug) {
            add((called.region)(&region.name), place(lon, lat), Font::Geopolitical, 0.0, COUNTRY_SCALE, ENDLESS);
        }
    }
    for (name, lon, lat, size) in WATERS {
        let from_scale = WATER_SCALES.get(usize::from(size)).copied().unwrap_or_default();
        add((called.water)(name), place(lon, lat), Font::Water, from_scale, ENDLESS, ENDLESS);
    }
    for land in &base.countries {
        let rings = land.polygons.iter().filter_map(|rings| middle(rings.first()?));
        let largest = rings.reduce(|a, b| if b.area > a.area { b } else { a });
        if let (Some(ring), false) = (largest, &land.code == b"--") {
            let at = Place::on_plane(ring.at);
            add((called.country)(land.code), at, Font::Country, COUNTRY_SCALE, ENDLESS, ring.width);
        }
    }
    names
}

/// The place at whole degrees east and north.
fn place(lon: i16, lat: i8) -> Place {
    Place::at(LonLat::new(f64::from(lon), f64::from(lat)).unwrap_or(LonLat::ORIGIN))
}

struct Ring {
    area: f64,
    at: WorldPoint,
    width: f64,
}

/// The middle of a ring on the plane, weighed by area; none for one without any.
fn middle(ring: &[Place]) -> Option<Ring> {
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (a, b) = (a.plane, b.plane);
        let twice = a.x * b.y - b.x * a.y;
        area += twice;
        x += (a.x + b.x) * twice;
        y += (a.y + b.y) * twice;
        (left, right) = (left.min(a.x), right.max(a.x));
    }
    let at = WorldPoint { x: x / area / 3.0, y: y / area / 3.0 };
    (area != 0.0).then_some(Ring { area: area.abs(), at, width: right - left })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spot_is_on_the_earth_and_every_size_has_a_scale() {
        let spots = WATERS.iter().map(|it| (it.1, it.2)).chain(GEOPOLITICAL.iter().map(|it| (it.1, it.2)));
        for (lon, lat) in spots {
            assert!(LonLat::new(f64::from(lon), f64::from(lat)).is_some(), "{lon}, {lat}");
        }
        assert!(WATERS.iter().all(|it| usize::from(it.3) < WATER_SCALES.len()));
    }

    #[test]
    fn the_middle_of_a_square_is_its_middle() {
        let corner = |x, y| Place { plane: WorldPoint { x, y }, sphere: [1.0, 0.0, 0.0] };
        let ring = middle(&[corner(0.0, 0.0), corner(0.2, 0.0), corner(0.2, 0.1), corner(0.0, 0.1)]).unwrap();
        assert!((ring.at.x - 0.1).abs() < 1e-12 && (ring.at.y - 0.05).abs() < 1e-12);
        assert_eq!(ring.width, 0.2);
    }
}

//! The names of what has no mark: geopolitical regions, countries and waters.

use crate::basemap::BaseMap;
use crate::font::Font;
use crate::place::Place;
use crate::projection::WorldPoint;
use reach::catalog::Catalog;
use reach::geo::LonLat;
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
/// degrees, east and north, and how large they are: 0 an ocean, 1 a sea, 2 a smaller one.
const WATERS: &str = "Atlantic Ocean -42 30 0;Atlantic Ocean -18 -22 0;Pacific Ocean -135 22 0;Pacific Ocean -118 -18 0;\
    Pacific Ocean 168 24 0;Indian Ocean 78 -20 0;Southern Ocean 40 -58 0;Arctic Ocean 10 82 1;Mediterranean Sea 18 35 1;\
    North Sea 3 56 1;Norwegian Sea 2 66 1;Barents Sea 40 74 1;Black Sea 35 43 2;Baltic Sea 20 58 2;Bay of Biscay -5 45 2;\
    Celtic Sea -8 50 2;Adriatic Sea 16 43 2;Caribbean Sea -75 15 1;Gulf of Mexico -91 25 1;Labrador Sea -54 58 1;\
    Hudson Bay -86 60 1;Gulf of Alaska -145 57 1;Bering Sea -178 58 1;Arabian Sea 63 15 1;Red Sea 38 20 2;\
    Persian Gulf 52 27 2;Bay of Bengal 88 14 1;South China Sea 114 13 1;East China Sea 125 29 2;Yellow Sea 123 36 2;\
    Sea of Japan 135 40 1;Sea of Okhotsk 149 54 1;Philippine Sea 133 19 1;Java Sea 111 -5 2;Timor Sea 127 -11 2;\
    Coral Sea 155 -16 1;Tasman Sea 161 -38 1;Great Australian Bight 130 -34 2;Caspian Sea 51 42 2";

/// Where the geopolitical regions are named: slug, degrees east and north.
const GEOPOLITICAL: &str = "north-america -100 57;south-america -55 -10;europe 12 48;south-africa 24 -29;israel 35 31;\
    uae 54 24;qatar 51 25;india 79 23;asia 108 8;south-korea 128 36;japan 138 38;oceania 134 -25;\
    us-government-cloud -98 39;china-north 108 39;china-east 116 30";

/// Every name of a cloud's map. `country` says what a country of this ISO 3166 code is called, in
/// capitals.
pub fn names(catalog: &Catalog, cloud: Cloud, base: &BaseMap, country: &dyn Fn(&str) -> String) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let own =
        catalog.geopolitical_region_ids().map(|id| catalog.geopolitical_region(id)).filter(|it| it.cloud == cloud);
    for region in own {
        let spot = GEOPOLITICAL.split(';').filter_map(spot).find(|(slug, _, _)| *slug == region.slug);
        if let Some((_, at, _)) = spot {
            let text = region.name.to_ascii_uppercase();
            names.push(Name {
                text,
                at,
                font: Font::Geopolitical,
                from_scale: 0.0,
                to_scale: COUNTRY_SCALE,
                width: f64::INFINITY,
            });
        }
    }
    for (text, at, size) in WATERS.split(';').filter_map(spot) {
        let from_scale = WATER_SCALES.get(size).copied().unwrap_or_default();
        names.push(Name {
            text: text.to_owned(),
            at,
            font: Font::Water,
            from_scale,
            to_scale: f64::INFINITY,
            width: f64::INFINITY,
        });
    }
    for land in &base.countries {
        let rings = land.polygons.iter().filter_map(|rings| rings.first()).filter_map(|ring| middle(ring));
        let largest = rings.max_by(|a, b| a.area.total_cmp(&b.area));
        let code = std::str::from_utf8(&land.code).unwrap_or_default();
        if let (Some(Ring { at, width, .. }), false) = (largest, code == "--") {
            let (text, at) = (country(code), Place::on_plane(at));
            names.push(Name {
                text,
                at,
                font: Font::Country,
                from_scale: COUNTRY_SCALE,
                to_scale: f64::INFINITY,
                width,
            });
        }
    }
    names
}

/// `Java Sea 111 -5 2`: a name, its place, and a size if there is one.
fn spot(text: &str) -> Option<(&str, Place, usize)> {
    let is_number = |it: &&str| it.parse::<i32>().is_ok();
    let numbers: Vec<&str> = text.rsplit(' ').take_while(is_number).collect();
    let number = |at: usize| numbers.get(at).and_then(|it| it.parse::<i32>().ok());
    let with_size = numbers.len() - 2;
    let (lat, lon) = (number(with_size)?, number(with_size + 1)?);
    let length: usize = numbers.iter().map(|it| it.len() + 1).sum();
    let at = LonLat::new(f64::from(lon), f64::from(lat))?;
    Some((text.get(..text.len() - length)?, Place::at(at), number(0)? as usize))
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
    fn a_spot_is_a_name_a_place_and_a_size() {
        let (name, at, size) = spot("Bay of Biscay -5 45 2").unwrap();
        assert_eq!((name, at, size), ("Bay of Biscay", Place::at(LonLat::new(-5.0, 45.0).unwrap()), 2));
        let (name, at, _) = spot("south-korea 128 36").unwrap();
        assert_eq!((name, at), ("south-korea", Place::at(LonLat::new(128.0, 36.0).unwrap())));
    }

    #[test]
    fn every_water_and_geopolitical_region_of_the_lists_has_its_spot() {
        assert!(WATERS.split(';').all(|it| spot(it).is_some_and(|(name, _, size)| size < 3 && name.len() > 5)));
        assert_eq!(GEOPOLITICAL.split(';').filter_map(spot).count(), 15);
    }

    #[test]
    fn the_middle_of_a_square_is_its_middle() {
        let corner = |x, y| Place { plane: WorldPoint { x, y }, sphere: [1.0, 0.0, 0.0] };
        let ring = middle(&[corner(0.0, 0.0), corner(0.2, 0.0), corner(0.2, 0.1), corner(0.0, 0.1)]).unwrap();
        assert!((ring.at.x - 0.1).abs() < 1e-12 && (ring.at.y - 0.05).abs() < 1e-12);
        assert_eq!(ring.width, 0.2);
    }
}

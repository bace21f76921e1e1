//! A place as both pictures of the world need it: on the plane of the flat map, and on the sphere.

use crate::projection::{WorldPoint, row, unproject};
use reach::geo::LonLat;

/// A point of the Earth, laid out once for every view that will show it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where it lies on the plane of the flat map.
    pub plane: WorldPoint,
    /// Where it lies on the sphere of radius 1: toward 0° east on the equator, toward 90° east, toward the north pole.
    /// What flies above the ground, such as an arc, is a little farther out than 1.
    pub sphere: [f64; 3],
}

impl Place {
    /// The place at a point of the Earth.
    pub fn at(point: LonLat) -> Place {
        Place::where_cross(&Meridian::at(point.lon()), &Parallel::at(point.lat()))
    }

    /// The place where a meridian and a parallel cross.
    pub fn where_cross(meridian: &Meridian, parallel: &Parallel) -> Place {
        let around = parallel.radius;
        Place {
            plane: WorldPoint { x: meridian.angle * parallel.plane.0, y: parallel.plane.1 },
            sphere: [around * meridian.cosine, around * meridian.sine, parallel.sine],
        }
    }

    /// The place at a point of the plane; the middle of the world outside its outline, where there is none.
    pub fn on_plane(plane: WorldPoint) -> Place {
        Place::at(unproject(plane).unwrap_or(LonLat::ORIGIN))
    }

    /// The middle of places that lie close together, as the flat map shows it; the middle of the world for none.
    pub fn middle(places: &[Place]) -> Place {
        let count = places.len().max(1) as f64;
        let sum = places.iter().fold((0.0, 0.0), |it, place| (it.0 + place.plane.x, it.1 + place.plane.y));
        Place::on_plane(WorldPoint { x: sum.0 / count, y: sum.1 / count })
    }
}

/// A meridian, its trigonometry done.
#[derive(Clone, Copy, Debug)]
pub struct Meridian {
    angle: f64,
    sine: f64,
    cosine: f64,
}

impl Meridian {
    /// The meridian of a longitude in degrees.
    pub fn at(lon: f64) -> Meridian {
        let angle = lon.to_radians();
        Meridian { angle, sine: libm::sin(angle), cosine: libm::cos(angle) }
    }
}

/// A parallel, its trigonometry done.
#[derive(Clone, Copy, Debug)]
pub struct Parallel {
    sine: f64,
    radius: f64,
    /// On the plane: the width of a radian of longitude, and the height.
    plane: (f64, f64),
}

impl Parallel {
    /// The parallel of a latitude in degrees.
    pub fn at(lat: f64) -> Parallel {
        let angle = lat.to_radians();
        let sine = libm::sin(angle);
        Parallel { sine, radius: libm::cos(angle), plane: row(sine) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_two_sites_lies_between_them_on_both_pictures() {
        let (here, there) = (LonLat::new(4.8, 52.3).unwrap(), LonLat::new(5.0, 52.4).unwrap());
        let middle = Place::middle(&[Place::at(here), Place::at(there)]);
        let expected = Place::at(LonLat::new(4.9, 52.35).unwrap());
        assert!((middle.plane.x - expected.plane.x).abs() < 1e-5 && (middle.plane.y - expected.plane.y).abs() < 1e-5);
        assert!(middle.sphere.iter().zip(expected.sphere).all(|(is, wanted)| (is - wanted).abs() < 1e-5));
    }

    #[test]
    fn the_middle_of_nothing_is_the_middle_of_the_world() {
        assert_eq!(Place::middle(&[]), Place::at(LonLat::ORIGIN));
    }
}

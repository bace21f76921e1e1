//! Points on the sphere and the distance between them.

use serde::{Deserialize, Serialize};

/// The mean radius of the Earth in kilometers (IUGG).
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A point in degrees, east and north positive. Always finite and in range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

impl LonLat {
    /// Zero degrees east, zero degrees north.
    pub const ORIGIN: LonLat = LonLat { lon: 0.0, lat: 0.0 };

    /// A point at `lon` and `lat` degrees; none when a value is not finite, or out of ±180 and ±90.
    pub fn new(lon: f64, lat: f64) -> Option<LonLat> {
        let in_range = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        in_range.then_some(LonLat { lon, lat })
    }

    /// Degrees east of Greenwich, -180 to 180.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north of the equator, -90 to 90.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// The same point on the sphere of radius 1.
    pub fn unit_vector(self) -> UnitVector {
        let (lon, lat) = (self.lon.to_radians(), self.lat.to_radians());
        let around = libm::cos(lat);
        UnitVector([around * libm::cos(lon), around * libm::sin(lon), libm::sin(lat)])
    }
}

/// A point on the sphere of radius 1: no pole and no antimeridian is special here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitVector(pub(crate) [f64; 3]);

impl UnitVector {
    /// The three coordinates: toward 0° east on the equator, toward 90° east, toward the north pole.
    pub fn coordinates(self) -> [f64; 3] {
        self.0
    }

    /// The squared straight line to `other`, in radii: 0 at the same point, 4 at the antipode.
    ///
    /// It grows with the great-circle distance, so the smaller of two is the nearer of two.
    pub fn chord_squared(self, other: UnitVector) -> f64 {
        let [a, b] = [self.0, other.0];
        let d = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
        d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
    }

    /// The point halfway to `other`; none for two antipodes.
    pub fn midpoint(self, other: UnitVector) -> Option<UnitVector> {
        let [a, b] = [self.0, other.0];
        let sum = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
        let length = (sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]).sqrt();
        (length > 1e-12).then(|| UnitVector(sum.map(|part| part / length)))
    }

    /// The point in degrees.
    pub fn lon_lat(self) -> LonLat {
        let [x, y, z] = self.0;
        let lat = libm::atan2(z, (x * x + y * y).sqrt()).to_degrees();
        LonLat { lon: libm::atan2(y, x).to_degrees(), lat }
    }
}

/// A great-circle distance.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Kilometers(pub f64);

impl Kilometers {
    /// Whole kilometers, halves away from zero: the only form in which a distance leaves the core.
    pub fn whole(self) -> u32 {
        // Half the circumference is 20,015 km, so the value always fits.
        libm::round(self.0) as u32
    }
}

/// The great-circle distance between two points.
pub fn great_circle_distance(from: UnitVector, to: UnitVector) -> Kilometers {
    let half_chord = from.chord_squared(to).sqrt() / 2.0;
    Kilometers(2.0 * EARTH_RADIUS_KM * libm::asin(half_chord.min(1.0)))
}

/// How exact the points behind a distance are: the coarser of its two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceBasis {
    /// Building to building.
    Site,
    /// At least one end is known to its city.
    City,
    /// At least one end is known only to its state or country.
    State,
}

impl DistanceBasis {
    /// The word in JSON and CSV.
    pub fn as_str(self) -> &'static str {
        match self {
            DistanceBasis::Site => "site",
            DistanceBasis::City => "city",
            DistanceBasis::State => "state",
        }
    }
}

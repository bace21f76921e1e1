//! The plane of the flat map: Equal Earth (Šavrič, Patterson, Jenny 2018), sphere of radius 1, central meridian 0.

use reach::geo::LonLat;

/// A point on the plane of the flat map, in radii of the sphere: x to the right, y down, (0, 0) at 0° 0°.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldPoint {
    /// East positive, up to half of [`WORLD_WIDTH`].
    pub x: f64,
    /// South positive, up to half of [`WORLD_HEIGHT`].
    pub y: f64,
}

/// The width of the world along the equator.
pub const WORLD_WIDTH: f64 = 2.0 * core::f64::consts::PI / (M * A1);

/// The height of the world from pole to pole.
pub const WORLD_HEIGHT: f64 = 2.0 * POLE_THETA * (A1 + A2 * P2 + P2 * P2 * P2 * (A3 + A4 * P2));

// The coefficients of the paper; M is half the square root of three.
const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;
const M: f64 = 0.866_025_403_784_438_6;

// The parametric latitude of a pole, and its square.
const POLE_THETA: f64 = core::f64::consts::FRAC_PI_3;
const P2: f64 = POLE_THETA * POLE_THETA;

// How far beyond the outline, in degrees of longitude and in radii, rounding may carry a point of the outline.
const EDGE_DEGREES: f64 = 1e-9;
const EDGE_RADII: f64 = 1e-12;

/// Where a point of the sphere lies on the plane.
pub fn project(at: LonLat) -> WorldPoint {
    let (width, y) = row(libm::sin(at.lat().to_radians()));
    WorldPoint { x: at.lon().to_radians() * width, y }
}

/// Where a parallel lies on the plane, given the sine of its latitude: the width of a radian of longitude, and its y.
pub fn row(sine: f64) -> (f64, f64) {
    let sine = M * sine;
    let theta = libm::asin(sine);
    let cosine = libm::sqrt(1.0 - sine * sine);
    (cosine / (M * slope(theta)), -height(theta))
}

/// The point of the sphere that lies at `at`; none outside the world's outline.
///
/// Exact to 1e-9 degrees, but for the last hundredth of a degree before a pole: there the plane itself holds no more
/// than a ten-thousandth of a second.
pub fn unproject(at: WorldPoint) -> Option<LonLat> {
    let theta = theta_at(at.y)?;
    let sine = libm::sin(theta);
    let cosine = libm::sqrt(1.0 - sine * sine);
    let lon = (at.x * M * slope(theta) / cosine).to_degrees();
    let lat = libm::asin((sine / M).clamp(-1.0, 1.0)).to_degrees();
    if lon.abs() > 180.0 + EDGE_DEGREES {
        return None;
    }
    LonLat::new(lon.clamp(-180.0, 180.0), lat)
}

/// Half the width of the world at the height `y`; 0 above and below the poles.
pub fn half_width_at(y: f64) -> f64 {
    let Some(theta) = theta_at(y) else { return 0.0 };
    core::f64::consts::PI * libm::cos(theta) / (M * slope(theta))
}

/// The edge of the world as points of the Earth, closed: down the 180th meridian east, along the south pole, up the 180th meridian west.
///
/// The two poles are lines here, and the straight steps between the meridians' ends draw them.
pub fn outline() -> Vec<LonLat> {
    let along = |lon: f64| (-90..=90).filter_map(move |lat| LonLat::new(lon, f64::from(lat)));
    let mut points: Vec<LonLat> = along(180.0).rev().chain(along(-180.0)).collect();
    points.extend(points.first().copied());
    points
}

/// Height above the equator of a parametric latitude.
fn height(theta: f64) -> f64 {
    let squared = theta * theta;
    let sixth = squared * squared * squared;
    theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared))
}

/// The derivative of [`height`].
fn slope(theta: f64) -> f64 {
    let squared = theta * theta;
    let sixth = squared * squared * squared;
    A1 + 3.0 * A2 * squared + sixth * (7.0 * A3 + 9.0 * A4 * squared)
}

/// The parametric latitude at `y`, by Newton's method; none beyond the poles.
fn theta_at(y: f64) -> Option<f64> {
    // Written so that a value that is not a number is refused too.
    let inside = y.abs() <= WORLD_HEIGHT / 2.0 + EDGE_RADII;
    if !inside {
        return None;
    }
    // The height is monotonous and nearly straight: from its chord, six steps reach the last bit anywhere.
    let mut theta = -y * (POLE_THETA / (WORLD_HEIGHT / 2.0));
    for _ in 0..6 {
        theta -= (height(theta) + y) / slope(theta);
    }
    Some(theta.clamp(-POLE_THETA, POLE_THETA))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(lon: f64, lat: f64) -> WorldPoint {
        project(LonLat::new(lon, lat).unwrap())
    }

    fn check_round_trip(lon: f64, lat: f64) {
        let back = unproject(at(lon, lat)).unwrap();
        // At the pole the height changes with the square of the way to it, so half of the digits are gone.
        let tolerance = if lat.abs() < 89.99 { 1e-9 } else { 3e-6 };
        assert!((back.lon() - lon).abs() < 1e-9, "{lon} {lat} came back as {back:?}");
        assert!((back.lat() - lat).abs() < tolerance, "{lon} {lat} came back as {back:?}");
    }

    #[test]
    fn the_world_is_as_wide_and_high_as_the_paper_says() {
        assert!((WORLD_WIDTH - 5.413_259_2).abs() < 1e-6, "{WORLD_WIDTH}");
        assert!((WORLD_HEIGHT - 2.634_725_5).abs() < 1e-6, "{WORLD_HEIGHT}");
        assert!((at(180.0, 0.0).x - WORLD_WIDTH / 2.0).abs() < 1e-12);
        assert!((at(0.0, -90.0).y - WORLD_HEIGHT / 2.0).abs() < 1e-12);
        // The pole line is 0.59 times the equator.
        assert!((at(180.0, 90.0).x * 2.0 / WORLD_WIDTH - 0.59).abs() < 0.01);
    }

    #[test]
    fn east_is_right_and_south_is_down() {
        assert_eq!(at(0.0, 0.0), WorldPoint { x: 0.0, y: 0.0 });
        assert!(at(10.0, 10.0).x > 0.0 && at(10.0, 10.0).y < 0.0);
    }

    #[test]
    fn poles_and_the_antimeridian_come_back() {
        for lat in [-90.0, -89.999, -45.0, 0.0, 45.0, 89.999, 90.0] {
            for lon in [-180.0, -179.999, 0.0, 179.999, 180.0] {
                check_round_trip(lon, lat);
            }
        }
    }

    #[test]
    fn outside_the_outline_is_nowhere() {
        for (x, y) in [(2.75, 0.0), (0.0, 1.32), (2.6, 1.2), (f64::NAN, 0.0), (0.0, f64::NAN), (0.0, f64::INFINITY)] {
            assert_eq!(unproject(WorldPoint { x, y }), None, "{x} {y}");
        }
    }

    #[test]
    fn the_outline_is_closed_and_has_no_gap() {
        let outline: Vec<WorldPoint> = outline().into_iter().map(project).collect();
        assert_eq!(outline.first(), outline.last());
        let pole_line = 2.0 * half_width_at(WORLD_HEIGHT / 2.0);
        for pair in outline.windows(2) {
            let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            assert!(dx.hypot(dy) < 0.05 || (dy == 0.0 && dx.abs() <= pole_line + 1e-12), "{pair:?}");
        }
    }

    proptest! {
        #[test]
        fn unproject_undoes_project(lon in -180.0..=180.0f64, lat in -90.0..=90.0f64) {
            check_round_trip(lon, lat);
        }

        #[test]
        fn equal_areas_stay_equal(lon in -170.0..170.0f64, lat in -80.0..80.0f64) {
            let (half, to) = (0.05f64, 1e-12);
            let (north, south) = (at(lon, lat + half), at(lon, lat - half));
            let width = at(lon + half, lat).x - at(lon - half, lat).x;
            let plane = width * (south.y - north.y);
            let sphere = (2.0 * half).to_radians()
                * ((lat + half).to_radians().sin() - (lat - half).to_radians().sin());
            prop_assert!((plane - sphere).abs() < sphere * 1e-4 + to);
        }
    }
}

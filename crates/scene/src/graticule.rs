//! Meridians and parallels on the plane of the flat map.

use crate::projection::{WorldPoint, project};
use reach::geo::LonLat;

/// The graticule of the far map, in degrees.
pub const FAR_STEP_DEGREES: u16 = 15;

// Points along a meridian lie so near that the straight steps between them show no corner.
const MERIDIAN_STEP_DEGREES: i16 = 2;

/// The meridians and parallels every `step_degrees`, counted from 0° 0°, without the poles and the 180th meridian, which
/// the map's outline draws. Empty for a step of 0.
///
/// Parallels are straight on this plane, so they have two points.
pub fn graticule(step_degrees: u16) -> Vec<Vec<WorldPoint>> {
    let point = |lon: i16, lat: i16| LonLat::new(f64::from(lon), f64::from(lat)).map(project);
    let meridian = |lon: i16| -> Vec<WorldPoint> {
        (-90..=90).step_by(MERIDIAN_STEP_DEGREES as usize).filter_map(|lat| point(lon, lat)).collect()
    };
    let parallel = |lat: i16| [-180, 180].into_iter().filter_map(|lon| point(lon, lat)).collect();
    let meridians = multiples(step_degrees, 180).map(meridian);
    meridians.chain(multiples(step_degrees, 90).map(parallel)).collect()
}

/// The multiples of `step` between `-limit` and `limit`, both left out; none for 0.
fn multiples(step: u16, limit: i16) -> impl Iterator<Item = i16> {
    let step = i16::try_from(step).unwrap_or(limit);
    let most = if step > 0 { (limit - 1) / step } else { -1 };
    (-most..=most).map(move |count| count * step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::unproject;

    #[test]
    fn every_fifteen_degrees_gives_23_meridians_and_11_parallels() {
        let lines = graticule(FAR_STEP_DEGREES);
        assert_eq!(lines.len(), 23 + 11);
        let meridian = &lines[0];
        assert!(meridian.iter().all(|point| (unproject(*point).unwrap().lon() + 165.0).abs() < 1e-9));
        let parallel = &lines[23];
        assert!(parallel.iter().all(|point| (unproject(*point).unwrap().lat() + 75.0).abs() < 1e-9));
        assert_eq!(parallel[0].y, parallel[1].y);
    }

    #[test]
    fn odd_steps_give_what_fits() {
        assert_eq!(graticule(0).len(), 0);
        assert_eq!(graticule(100).len(), 3 + 1);
        assert_eq!(graticule(u16::MAX).len(), 2);
    }
}

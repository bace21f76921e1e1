//! Meridians and parallels.

use crate::place::{Meridian, Parallel, Place};

/// The graticule of the far map, in degrees.
pub const FAR_STEP_DEGREES: u16 = 15;
/// The graticule close in, in degrees.
pub const NEAR_STEP_DEGREES: u16 = 5;

// Points along a line lie so near that the straight steps between them show no corner, on the globe either.
const ALONG_DEGREES: usize = 2;

/// The meridians and parallels every `step_degrees`, counted from 0° 0°, without the poles and the 180th meridian, which
/// the map's outline draws. Empty for a step of 0.
pub fn graticule(step_degrees: u16) -> Vec<Vec<Place>> {
    let along = |limit: i16| (-limit..=limit).step_by(ALONG_DEGREES).map(f64::from);
    let columns: Vec<Meridian> = along(180).map(Meridian::at).collect();
    let rows: Vec<Parallel> = along(90).map(Parallel::at).collect();
    let meridian = |lon: i16| {
        let meridian = Meridian::at(f64::from(lon));
        rows.iter().map(|row| Place::where_cross(&meridian, row)).collect()
    };
    let parallel = |lat: i16| {
        let parallel = Parallel::at(f64::from(lat));
        columns.iter().map(|column| Place::where_cross(column, &parallel)).collect()
    };
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
        assert!(meridian.iter().all(|point| (unproject(point.plane).unwrap().lon() + 165.0).abs() < 1e-9));
        let parallel = &lines[23];
        assert!(parallel.iter().all(|point| (unproject(point.plane).unwrap().lat() + 75.0).abs() < 1e-9));
        assert_eq!(parallel[0].plane.y, parallel[parallel.len() - 1].plane.y);
    }

    #[test]
    fn odd_steps_give_what_fits() {
        assert_eq!(graticule(0).len(), 0);
        assert_eq!(graticule(100).len(), 3 + 1);
        assert_eq!(graticule(u16::MAX).len(), 2);
    }
}

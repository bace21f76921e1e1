//! Great circles, cut for the flat map where it is cut.

use crate::place::Place;
use reach::geo::{LonLat, UnitVector};

// The longest step of longitude; also what keeps an arc near a pole on the plane's long pole line.
const LONGEST_STEP_DEGREES: f64 = 15.0;

// How far from the curve a straight step may run, in units of the plane: a tenth of a pixel with Europe on the whole
// screen, where an eye still sees the corners of half a pixel.
const TOLERANCE: f64 = 0.0001;

// Each halving quarters the distance from the curve, so seven suffice for any arc.
const MOST_HALVINGS: u32 = 7;

// A curve that bends both ways may pass its chord in the middle, so two halvings come before the first look, and a
// step longer than this on the plane is never taken for straight.
const FIRST_HALVINGS: u32 = 2;
const LONGEST_STEP: f64 = 0.25;

/// The shorter great circle between two points, sampled finely enough to be drawn as straight steps.
///
/// One line, or two when it crosses the 180th meridian: the first then ends on it and the second begins on it, on the
/// other side of the world. Equal points give a line of two equal points; antipodes are joined over a pole.
pub fn great_circle(from: LonLat, to: LonLat) -> Vec<Vec<Place>> {
    let circle = Circle::through(from, to);
    let start = End::new(from, from.lon());
    let end = circle.end(from, to);
    // The meridian that is crossed, as a longitude counted on from the start.
    let edge = if circle.sweep < 0.0 { -180.0 } else { 180.0 };
    let beyond = (end.lon - edge) * edge.signum();
    if beyond <= 0.0 {
        return vec![sampled(&circle, start, end)];
    }
    let before = circle.at_longitude(edge, edge).map(|at| sampled(&circle, start, End::new(at, edge)));
    let after = circle.at_longitude(edge, -edge).map(|at| sampled(&circle, End::new(at, edge), end));
    // A start on the meridian itself only needs its other name.
    before.filter(|_| start.lon != edge).into_iter().chain(after).collect()
}

/// A place on the arc, with its longitude counted on from the start past ±180.
#[derive(Clone, Copy)]
struct End {
    at: LonLat,
    lon: f64,
    place: Place,
}

impl End {
    fn new(at: LonLat, lon: f64) -> End {
        End { at, lon, place: Place::at(at) }
    }
}

/// A great circle, run from one point to another.
struct Circle {
    /// Across the circle's plane, of any length, with a z of the sign of `sweep`.
    normal: [f64; 3],
    /// Degrees of longitude from the start to the end, east positive, at most 180 either way.
    sweep: f64,
}

impl Circle {
    fn through(from: LonLat, to: LonLat) -> Circle {
        let (a, b) = (from.unit_vector().coordinates(), to.unit_vector().coordinates());
        let mut normal = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
        if normal.iter().all(|part| part.abs() < 1e-12) {
            // No plane is given: take the one of the meridian, toward the north pole.
            let lon = from.lon().to_radians();
            normal = [libm::sin(lon), -libm::cos(lon), 0.0];
        }
        let mut sweep = to.lon() - from.lon();
        if sweep.abs() > 180.0 {
            sweep -= 360.0_f64.copysign(sweep);
        }
        // Over a pole both ways around are as long, and the normal alone knows the way; elsewhere the sweep is surer.
        if sweep.abs() > 180.0 - 1e-9 {
            sweep = sweep.abs().copysign(normal[2]);
        }
        Circle { normal, sweep }
    }

    /// The end, at a longitude counted on from the start.
    fn end(&self, from: LonLat, to: LonLat) -> End {
        let lon = from.lon() + self.sweep;
        if to.lon().abs() < 180.0 {
            return End::new(to, lon);
        }
        // An end on the 180th meridian takes the name of the side that the arc comes from.
        let lon = 180.0_f64.copysign(lon);
        End::new(within(lon, to.lat()).unwrap_or(to), lon)
    }

    /// The point of the arc on the meridian `lon`, given as `named`: the same meridian within ±180.
    fn at_longitude(&self, lon: f64, named: f64) -> Option<LonLat> {
        let [x, y, z] = self.normal;
        let radians = lon.to_radians();
        let along = x * libm::cos(radians) + y * libm::sin(radians);
        let toward = if self.sweep < 0.0 { along } else { -along };
        let lat = libm::atan2(toward, z.abs()).to_degrees();
        within(named, lat)
    }

    /// The point that parts the way between two points of the arc; none between antipodes.
    fn between(&self, from: End, to: End) -> Option<End> {
        let lon = (from.lon + to.lon) / 2.0;
        if (to.lon - from.lon).abs() > LONGEST_STEP_DEGREES {
            return self.at_longitude(lon, wrapped(lon)).map(|at| End::new(at, lon));
        }
        let at = from.at.unit_vector().midpoint(to.at.unit_vector()).map(UnitVector::lon_lat)?;
        // The middle of the sphere names its longitude anew: keep it on this side of the 180th meridian.
        let mut counted = at.lon();
        counted += 360.0 * libm::round((lon - counted) / 360.0);
        within(wrapped(lon) + (counted - lon), at.lat()).map(|at| End::new(at, counted))
    }
}

fn sampled(circle: &Circle, start: End, end: End) -> Vec<Place> {
    let mut line = vec![start.place];
    refine(circle, start, end, 0, &mut line);
    line
}

/// Adds the samples after `from` up to `to`.
fn refine(circle: &Circle, from: End, to: End, halvings: u32, line: &mut Vec<Place>) {
    let wide = (to.lon - from.lon).abs() > LONGEST_STEP_DEGREES;
    let middle = if wide || halvings < MOST_HALVINGS { circle.between(from, to) } else { None };
    match middle {
        Some(middle) if wide || halvings < FIRST_HALVINGS || is_bent(from, middle, to) => {
            // Steps of longitude serve as first halvings.
            let halvings = if wide { FIRST_HALVINGS } else { halvings + 1 };
            refine(circle, from, middle, halvings, line);
            refine(circle, middle, to, halvings, line);
        }
        _ => line.push(to.place),
    }
}

/// Whether `middle` lies farther from the straight step than is allowed, or the step is too long to tell.
fn is_bent(from: End, middle: End, to: End) -> bool {
    let (a, m, b) = (from.place.plane, middle.place.plane, to.place.plane);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let across = dx * (m.y - a.y) - dy * (m.x - a.x);
    let squared = dx * dx + dy * dy;
    across * across > TOLERANCE * TOLERANCE * squared || squared > LONGEST_STEP * LONGEST_STEP
}

/// A longitude within ±180.
fn wrapped(lon: f64) -> f64 {
    if lon > 180.0 {
        lon - 360.0
    } else if lon < -180.0 {
        lon + 360.0
    } else {
        lon
    }
}

/// A point that rounding may have carried past the edge.
fn within(lon: f64, lat: f64) -> Option<LonLat> {
    LonLat::new(lon.clamp(-180.0, 180.0), lat.clamp(-90.0, 90.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::{half_width_at, unproject};
    use proptest::prelude::*;
    use reach::geo::great_circle_distance;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
        a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
    }

    fn near(a: LonLat, b: LonLat) -> bool {
        a.unit_vector().chord_squared(b.unit_vector()) < 1e-13
    }

    /// What holds for every arc.
    fn check(from: LonLat, to: LonLat) -> Vec<Vec<Place>> {
        let lines = great_circle(from, to);
        let samples: Vec<LonLat> = lines.iter().flatten().map(|point| unproject(point.plane).unwrap()).collect();
        assert!(near(samples[0], from) && near(samples[samples.len() - 1], to), "{from:?} {to:?}: ends");
        let length = great_circle_distance(from.unit_vector(), to.unit_vector()).0;
        let steps = samples.windows(2).map(|pair| (pair[0].unit_vector(), pair[1].unit_vector()));
        let sum: f64 = steps.map(|(a, b)| great_circle_distance(a, b).0).sum();
        assert!((sum - length).abs() < 0.01, "{from:?} {to:?}: {sum} km for {length}");
        for line in &lines {
            for pair in line.windows(2) {
                assert!((pair[1].plane.x - pair[0].plane.x).abs() < 0.35, "{from:?} {to:?}: {pair:?}");
            }
        }
        // An arc that follows the pole line for a while takes the most; others some sixty.
        assert!(samples.len() <= 200, "{from:?} {to:?}: {} samples", samples.len());
        lines
    }

    /// Both sides of the cut end on the edge of the world, at one latitude.
    fn check_cut(lines: &[Vec<Place>]) {
        let [before, after] = lines else { panic!("{} lines", lines.len()) };
        let (end, start) = (before[before.len() - 1].plane, after[0].plane);
        assert_eq!(end.x, -start.x);
        assert_eq!(end.y, start.y);
        assert!((end.x.abs() - half_width_at(end.y)).abs() < 1e-9);
    }

    #[test]
    fn tokyo_to_los_angeles_crosses_the_antimeridian_both_ways() {
        let (tokyo, los_angeles) = (at(139.7, 35.7), at(-118.2, 34.1));
        let east = check(tokyo, los_angeles);
        check_cut(&east);
        assert!(east[0][0].plane.x > 0.0 && east[1][0].plane.x < 0.0);
        check_cut(&check(los_angeles, tokyo));
        assert_eq!(check(tokyo, at(4.9, 52.4)).len(), 1);
    }

    #[test]
    fn an_end_on_the_antimeridian_makes_no_second_line() {
        for (from, to) in [(180.0, 170.0), (180.0, -170.0), (-180.0, 170.0), (-180.0, -170.0)] {
            assert_eq!(check(at(from, 10.0), at(to, 20.0)).len(), 1, "{from} {to}");
            assert_eq!(check(at(to, 20.0), at(from, 10.0)).len(), 1, "{to} {from}");
        }
    }

    #[test]
    fn arcs_at_a_pole_follow_the_pole_line() {
        check(at(10.0, 60.0), at(-170.0, 70.0));
        check(at(0.0, -60.0), at(180.0, -70.0));
        check(at(30.0, 90.0), at(100.0, 50.0));
        check(at(30.0, 10.0), at(-100.0, -90.0));
        check(at(10.0, 89.99), at(-175.0, 89.99));
    }

    #[test]
    fn equal_points_and_antipodes_have_an_arc() {
        check(at(4.9, 52.4), at(4.9, 52.4));
        check(at(10.0, 20.0), at(-170.0, -20.0));
        check(at(0.0, 0.0), at(180.0, 0.0));
    }

    #[test]
    fn a_city_to_its_neighbor_needs_few_points() {
        assert!(great_circle(at(4.9, 52.4), at(8.7, 50.1))[0].len() <= 5);
    }

    proptest! {
        #[test]
        fn samples_lie_on_the_great_circle(
            a in -180.0..=180.0f64, b in -90.0..=90.0f64, c in -180.0..=180.0f64, d in -90.0..=90.0f64,
        ) {
            let (from, to) = (at(a, b), at(c, d));
            let (p, q) = (from.unit_vector().coordinates(), to.unit_vector().coordinates());
            let normal = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
            let length = dot(normal, normal).sqrt();
            prop_assume!(length > 1e-3);
            for point in check(from, to).iter().flatten() {
                let sample = unproject(point.plane).unwrap();
                // Next to a pole the plane holds fewer digits.
                let tolerance = if sample.lat().abs() < 89.9 { 1e-9 } else { 1e-6 };
                prop_assert!((dot(sample.unit_vector().coordinates(), normal) / length).abs() < tolerance);
            }
        }

        #[test]
        fn cut_ends_meet(a in 91.0..180.0f64, b in -80.0..80.0f64, c in -180.0..-91.0f64, d in -80.0..80.0f64) {
            check_cut(&check(at(a, b), at(c, d)));
        }
    }
}

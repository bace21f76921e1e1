//! A view with its trigonometry done: where every place is on the screen, on the flat map, on the globe, and between.

use crate::place::Place;
use crate::projection::{WorldPoint, unproject};
use crate::viewport::{ScreenPoint, Viewport, length};
use reach::geo::LonLat;

/// How many places on the globe's edge are enough for a round shape while it changes.
const EDGE_STEPS: u32 = 120;

/// A viewport made ready to show many places.
///
/// The globe is orthographic, north up, with the viewport's center nearest to the eye; its radius is the viewport's
/// scale, so what lies in the middle keeps its size from one picture to the other. Between the two every place is on
/// its straight way from one to the other, and what the globe hides waits on its edge until it fades.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    /// The view.
    pub viewport: Viewport,
    middle: ScreenPoint,
    /// The sphere's axes as the eye has them: to the right, up, toward the eye.
    axes: [[f64; 3]; 3],
}

impl Camera {
    /// The camera of a viewport.
    pub fn new(viewport: Viewport) -> Camera {
        let axes = axes_at(unproject(viewport.center).unwrap_or(LonLat::ORIGIN));
        Camera { viewport, middle: viewport.middle(), axes }
    }

    /// Where a place is on the screen; none while the globe hides it. It may lie outside the screen.
    pub fn to_screen(&self, place: &Place) -> Option<ScreenPoint> {
        self.shows(place).then(|| self.held_to_screen(place))
    }

    /// Whether a place is on the side that is seen.
    pub fn shows(&self, place: &Place) -> bool {
        let globe = self.viewport.globe;
        if globe == 0.0 {
            return true;
        }
        let [right, up, toward] = self.turned(place.sphere);
        // What flies above the ground is seen beyond the edge as well.
        toward > globe - 1.0 || right * right + up * up > 1.0
    }

    /// Where a place is on the screen; what the globe hides is held on its edge, so that a shape that is hidden in part
    /// ends there.
    ///
    /// This closes a shape rightly when it is less than 90° across, which holds for every country.
    pub fn held_to_screen(&self, place: &Place) -> ScreenPoint {
        let globe = self.viewport.globe;
        let flat = self.viewport.to_screen(place.plane);
        if globe == 0.0 {
            return flat;
        }
        let [mut right, mut up, toward] = self.turned(place.sphere);
        let across = right * right + up * up;
        if toward < 0.0 && across < 1.0 {
            (right, up) = self.on_edge(right, up, -toward, flat);
        }
        let scale = self.viewport.scale;
        let round = ScreenPoint { x: self.middle.x + right * scale, y: self.middle.y - up * scale };
        ScreenPoint { x: flat.x + (round.x - flat.x) * globe, y: flat.y + (round.y - flat.y) * globe }
    }

    /// Where on the globe's edge a hidden place is held: outward from the middle, and the farther behind, the more the
    /// way that the flat map has it, so that the whole outline of the flat map becomes the whole edge.
    fn on_edge(&self, right: f64, up: f64, behind: f64, flat: ScreenPoint) -> (f64, f64) {
        let (x, y) = (flat.x - self.middle.x, self.middle.y - flat.y);
        let (own, way) = (length(right, up).max(1e-9), length(x, y).max(1e-9));
        let mixed = |own: f64, way: f64| own * (1.0 - behind) + way * behind;
        let (right, up) = (mixed(right / own, x / way), mixed(up / own, y / way));
        let outward = length(right, up).max(1e-9);
        (right / outward, up / outward)
    }

    /// The places on the globe's edge, every few degrees around; the edge itself, not what is held there.
    pub fn edge(&self) -> impl Iterator<Item = Place> + '_ {
        (0..EDGE_STEPS).map(|step| {
            let angle = f64::from(step) / f64::from(EDGE_STEPS) * 2.0 * core::f64::consts::PI;
            Place::at(lon_lat(self.turned_back([libm::cos(angle), libm::sin(angle), 0.0])))
        })
    }

    /// What point of the Earth a point of the screen shows; none beside the world. Between the two pictures, that of the
    /// nearer one.
    pub fn to_point(&self, at: ScreenPoint) -> Option<LonLat> {
        if !self.viewport.is_globe() {
            return unproject(self.viewport.to_world(at));
        }
        let (right, up) = self.in_radii(at);
        let toward = (1.0 - right * right - up * up).max(0.0).sqrt();
        (length(right, up) <= 1.0).then(|| lon_lat(self.turned_back([right, up, toward])))
    }

    /// A point of the screen from the middle of the globe, in its radii: to the right and up.
    pub fn in_radii(&self, at: ScreenPoint) -> (f64, f64) {
        ((at.x - self.middle.x) / self.viewport.scale, (self.middle.y - at.y) / self.viewport.scale)
    }

    /// The middle of the globe on the screen.
    pub fn middle(&self) -> ScreenPoint {
        self.middle
    }

    fn turned(&self, sphere: [f64; 3]) -> [f64; 3] {
        self.axes.map(|axis| axis[0] * sphere[0] + axis[1] * sphere[1] + axis[2] * sphere[2])
    }

    fn turned_back(&self, seen: [f64; 3]) -> [f64; 3] {
        [0, 1, 2].map(|part| self.axes.iter().zip(seen).map(|(axis, share)| axis[part] * share).sum())
    }
}

/// The axes of an eye above `center`: to the right is east, up is north.
fn axes_at(center: LonLat) -> [[f64; 3]; 3] {
    let (lon, lat) = (center.lon().to_radians(), center.lat().to_radians());
    let (sin_lon, cos_lon, sin_lat, cos_lat) = (libm::sin(lon), libm::cos(lon), libm::sin(lat), libm::cos(lat));
    [
        [-sin_lon, cos_lon, 0.0],
        [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
        [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat],
    ]
}

fn lon_lat([x, y, z]: [f64; 3]) -> LonLat {
    let lat = libm::atan2(z, length(x, y)).to_degrees();
    LonLat::new(libm::atan2(y, x).to_degrees(), lat).unwrap_or(LonLat::ORIGIN)
}

/// The center of the globe from which `held` is seen at `right` and `up` radii from its middle, north up; as seen from
/// `now`, on the same side of the poles. None where no turn brings it there.
pub(crate) fn center_with(now: WorldPoint, held: LonLat, right: f64, up: f64) -> Option<LonLat> {
    let now = unproject(now)?;
    let (lon, lat) = (held.lon().to_radians(), held.lat().to_radians());
    let cosine = libm::cos(lat);
    // right = cos lat · sin(lon − center), up = sin lat · cos c − cos lat · cos(lon − center) · sin c.
    let sine = right / cosine;
    if !(-1.0..=1.0).contains(&sine) {
        return None;
    }
    let over_the_pole = libm::cos(lon - now.lon().to_radians()) < 0.0;
    let turn = if over_the_pole { core::f64::consts::PI - libm::asin(sine) } else { libm::asin(sine) };
    let (a, b) = (libm::sin(lat), cosine * libm::cos(turn));
    let share = up / length(a, b);
    if !(-1.0..=1.0).contains(&share) {
        return None;
    }
    // Of the two turns that fit, this one has the place on the near side.
    let center_lat = wrapped_radians(libm::acos(share) - libm::atan2(b, a)).to_degrees();
    let center_lon = wrapped_radians(lon - turn).to_degrees();
    LonLat::new(center_lon.clamp(-180.0, 180.0), center_lat)
}

/// An angle within half a turn either way.
fn wrapped_radians(angle: f64) -> f64 {
    let turn = 2.0 * core::f64::consts::PI;
    angle - turn * libm::round(angle / turn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    fn camera(lon: f64, lat: f64, globe: f64) -> Camera {
        let center = Place::at(at(lon, lat)).plane;
        Camera::new(Viewport {
            center,
            scale: 400.0,
            width_px: 1000.0,
            height_px: 900.0,
            inset_right_px: 200.0,
            inset_bottom_px: 100.0,
            globe,
        })
    }

    fn check(camera: Camera, lon: f64, lat: f64, expected: Option<(f64, f64)>) {
        let seen = camera.to_screen(&Place::at(at(lon, lat))).map(|it| (it.x.round(), it.y.round()));
        assert_eq!(seen, expected, "{lon} {lat}");
    }

    #[test]
    fn the_globe_shows_the_half_that_faces_the_eye() {
        let globe = camera(0.0, 0.0, 1.0);
        check(globe, 0.0, 0.0, Some((400.0, 400.0)));
        check(globe, 30.0, 0.0, Some((600.0, 400.0)));
        check(globe, 0.0, 30.0, Some((400.0, 200.0)));
        check(globe, 89.0, 0.0, Some((800.0, 400.0)));
        check(globe, 91.0, 0.0, None);
        check(globe, 180.0, 0.0, None);
        check(camera(180.0, 0.0, 1.0), -150.0, 0.0, Some((600.0, 400.0)));
        check(camera(20.0, 90.0, 1.0), 20.0, 60.0, Some((400.0, 600.0)));
    }

    #[test]
    fn the_flat_map_hides_nothing() {
        check(camera(0.0, 0.0, 0.0), 0.0, 0.0, Some((400.0, 400.0)));
        assert!(camera(0.0, 0.0, 0.0).to_screen(&Place::at(at(180.0, -80.0))).is_some());
    }

    #[test]
    fn what_is_hidden_is_held_on_the_edge() {
        let globe = camera(0.0, 0.0, 1.0);
        let held = globe.held_to_screen(&Place::at(at(170.0, 0.0)));
        assert!((held.x - 800.0).abs() < 1e-9 && (held.y - 400.0).abs() < 1e-9, "{held:?}");
    }

    #[test]
    fn the_flat_outline_becomes_the_whole_edge() {
        let globe = camera(0.0, 0.0, 1.0);
        for lat in [-60.0, 0.0, 60.0] {
            for lon in [-180.0, 180.0] {
                let held = globe.held_to_screen(&Place::at(at(lon, lat)));
                let (right, up) = globe.in_radii(held);
                assert!((length(right, up) - 1.0).abs() < 1e-9);
                assert!(
                    right.signum() == f64::signum(lon)
                        && up.signum() == if lat == 0.0 { up.signum() } else { f64::signum(lat) }
                );
            }
        }
    }

    #[test]
    fn halfway_a_place_is_halfway() {
        let place = Place::at(at(30.0, 20.0));
        let ends = [0.0, 1.0, 0.5].map(|globe| camera(10.0, 5.0, globe).held_to_screen(&place));
        assert!((ends[2].x - (ends[0].x + ends[1].x) / 2.0).abs() < 1e-9);
        assert!((ends[2].y - (ends[0].y + ends[1].y) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn an_arc_above_the_edge_is_seen_from_the_other_side() {
        let globe = camera(0.0, 0.0, 1.0);
        let ground = Place::at(at(95.0, 0.0));
        assert!(!globe.shows(&ground));
        assert!(globe.shows(&Place { sphere: ground.sphere.map(|part| part * 1.1), ..ground }));
    }

    proptest! {
        #[test]
        fn a_point_of_the_globe_comes_back(
            lon in -180.0..=180.0f64, lat in -89.0..=89.0f64, x in 100.0..700.0f64, y in 100.0..700.0f64,
        ) {
            let globe = camera(lon, lat, 1.0);
            let Some(point) = globe.to_point(ScreenPoint { x, y }) else { return Ok(()) };
            let back = globe.to_screen(&Place::at(point)).unwrap();
            prop_assert!((back.x - x).abs() < 1e-4 && (back.y - y).abs() < 1e-4, "{back:?}");
        }

        #[test]
        fn a_turn_brings_the_held_point_under_the_hand(
            lon in -180.0..=180.0f64, lat in -70.0..=70.0f64,
            from in (-0.6..0.6f64, -0.6..0.6f64), to in (-0.6..0.6f64, -0.6..0.6f64),
        ) {
            let before = camera(lon, lat, 1.0);
            let screen = |(right, up): (f64, f64)| ScreenPoint { x: 400.0 + right * 400.0, y: 400.0 - up * 400.0 };
            let held = before.to_point(screen(from)).unwrap();
            let Some(center) = center_with(before.viewport.center, held, to.0, to.1) else { return Ok(()) };
            let after = camera(center.lon(), center.lat(), 1.0);
            let wanted = screen(to);
            let seen = after.held_to_screen(&Place::at(held));
            prop_assert!((seen.x - wanted.x).abs() < 1e-3 && (seen.y - wanted.y).abs() < 1e-3, "{seen:?} {wanted:?}");
        }
    }
}

//! What a hand does to the view: drags it, and zooms it about a point. What lies under the hand stays there.

use crate::camera::{Camera, center_with};
use crate::projection::{WorldPoint, project, unproject};
use crate::viewport::{ScreenPoint, Viewport};
use reach::geo::LonLat;

impl Viewport {
    /// The map dragged from one point of the screen to another: what lay under the first lies under the second.
    ///
    /// Where the globe cannot turn so far with north up, or the hand is beside it, it turns as fast as its middle would.
    #[must_use]
    pub fn dragged(self, from: ScreenPoint, to: ScreenPoint) -> Viewport {
        let (dx_px, dy_px) = (to.x - from.x, to.y - from.y);
        if !self.is_globe() {
            let center = WorldPoint { x: self.center.x - dx_px / self.scale, y: self.center.y - dy_px / self.scale };
            return Viewport { center, ..self };
        }
        let camera = Camera::new(self);
        let (right, up) = camera.in_radii(to);
        let held = camera.to_point(from).and_then(|held| center_with(self.center, held, right, up));
        let center = held.or_else(|| turned_freely(self, dx_px, dy_px));
        Viewport { center: center.map_or(self.center, project), ..self }
    }

    /// The map moved by `dx_px` to the right and `dy_px` down, held in its middle.
    #[must_use]
    pub fn panned(self, dx_px: f64, dy_px: f64) -> Viewport {
        let middle = self.middle();
        self.dragged(middle, ScreenPoint { x: middle.x + dx_px, y: middle.y + dy_px })
    }

    /// The map `factor` times as large, with what lies under `fixed` kept there.
    ///
    /// The scale stops at its limits, so that at the end of a zoom nothing slides. Beside the globe its middle is kept.
    #[must_use]
    pub fn zoomed_about(self, fixed: ScreenPoint, factor: f64) -> Viewport {
        let scale = self.limited(self.scale * factor);
        let zoomed = Viewport { scale, ..self };
        if self.is_globe() {
            let (right, up) = Camera::new(zoomed).in_radii(fixed);
            let held = Camera::new(self).to_point(fixed);
            let center = held.and_then(|held| center_with(self.center, held, right, up));
            return Viewport { center: center.map_or(self.center, project), ..zoomed };
        }
        let (at, middle) = (self.to_world(fixed), self.middle());
        let center = WorldPoint { x: at.x - (fixed.x - middle.x) / scale, y: at.y - (fixed.y - middle.y) / scale };
        Viewport { center, ..zoomed }
    }
}

/// The globe turned by so many pixels at its middle. Near a pole, longitude turns no faster than at 75°.
fn turned_freely(view: Viewport, dx_px: f64, dy_px: f64) -> Option<LonLat> {
    let now = unproject(view.center)?;
    let slowest = libm::cos(now.lat().to_radians()).max(0.26);
    let lon = now.lon() - (dx_px / view.scale / slowest).to_degrees();
    let lat = now.lat() + (dy_px / view.scale).to_degrees();
    let lon = lon - 360.0 * libm::round(lon / 360.0);
    LonLat::new(lon.clamp(-180.0, 180.0), lat.clamp(-90.0, 90.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Place;
    use proptest::prelude::*;

    fn screen(globe: f64) -> Viewport {
        let center = WorldPoint { x: 0.0, y: 0.0 };
        let (width_px, height_px) = (1024.0, 768.0);
        Viewport { center, scale: 1.0, width_px, height_px, inset_right_px: 0.0, inset_bottom_px: 0.0, globe }.world()
    }

    #[test]
    fn zoom_out_ends_at_the_whole_world() {
        for globe in [0.0, 1.0] {
            let out = screen(globe).zoomed_about(ScreenPoint { x: 100.0, y: 100.0 }, 0.01);
            assert_eq!(out, screen(globe));
        }
    }

    #[test]
    fn a_globe_turns_all_around_and_past_no_pole() {
        let mut view = screen(1.0);
        for _ in 0..60 {
            view = view.panned(-100.0, 0.0);
        }
        // 60 · 100 px over a radius of 353 px is 2.7 turns.
        assert!(unproject(view.center).is_some());
        for _ in 0..20 {
            view = view.panned(0.0, 100.0);
        }
        let center = unproject(view.center).unwrap();
        assert!(center.lat() > 80.0, "{center:?}");
    }

    #[test]
    fn beside_the_globe_a_hand_still_turns_it() {
        let turned = screen(1.0).dragged(ScreenPoint { x: 5.0, y: 5.0 }, ScreenPoint { x: 105.0, y: 5.0 });
        // 100 px of a radius of 353 px.
        assert!((unproject(turned.center).unwrap().lon() + 16.22).abs() < 0.02);
    }

    prop_compose! {
        fn any_view()(
            zoom in 0.0..10.0f64, x in -2.0..2.0f64, y in -1.0..1.0f64, right in 0.0..400.0f64,
        ) -> Viewport {
            let view = Viewport { inset_right_px: right, ..screen(0.0) };
            Viewport { center: WorldPoint { x, y }, scale: view.scale * zoom.exp2(), ..view }
        }
    }

    proptest! {
        #[test]
        fn zoom_keeps_the_point_under_the_pointer(
            view in any_view(), x in 0.0..500.0f64, y in 0.0..500.0f64, factor in 0.1..10.0f64,
        ) {
            let fixed = ScreenPoint { x, y };
            let after = view.zoomed_about(fixed, factor).to_screen(view.to_world(fixed));
            prop_assert!((after.x - x).abs() < 1e-6 && (after.y - y).abs() < 1e-6);
        }

        #[test]
        fn a_drag_moves_what_it_holds(view in any_view(), dx in -500.0..500.0f64, dy in -500.0..500.0f64) {
            let at = view.to_world(ScreenPoint { x: 50.0, y: 60.0 });
            let after = view.panned(dx, dy).to_screen(at);
            prop_assert!((after.x - 50.0 - dx).abs() < 1e-6 && (after.y - 60.0 - dy).abs() < 1e-6);
        }

        #[test]
        fn a_zoom_into_the_globe_keeps_the_point_under_the_pointer(
            x in 300.0..700.0f64, y in 250.0..550.0f64, factor in 1.0..50.0f64,
            lon in -180.0..180.0f64, lat in -60.0..60.0f64,
        ) {
            let view = Viewport { center: Place::at(LonLat::new(lon, lat).unwrap()).plane, ..screen(1.0) };
            let fixed = ScreenPoint { x, y };
            let held = Camera::new(view).to_point(fixed).unwrap();
            let after = Camera::new(view.zoomed_about(fixed, factor));
            if let Some(seen) = after.to_screen(&Place::at(held)) {
                let off = (seen.x - x).hypot(seen.y - y);
                // Where north up forbids the turn, the middle is kept instead; near the middle it never does.
                prop_assert!(off < 0.05 || (x - 512.0).hypot(y - 384.0) > 150.0, "{off} px");
            }
        }
    }
}

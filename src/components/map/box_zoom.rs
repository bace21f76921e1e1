//! A rectangle drawn on the map with Shift held: what it encloses is flown to.

use crate::browser::canvas::point_in;
use crate::components::map::Handle;
use crate::components::map::motion::Motion;
use crate::state::commands;
use scene::viewport::{ScreenPoint, Viewport};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};

/// A rectangle narrower or lower than this is a slip of the hand, in CSS pixels.
const LEAST_PX: f64 = 8.0;

/// The rectangle over the map, hidden while none is drawn.
pub struct BoxZoom {
    element: HtmlElement,
    /// Two corners that face each other: where the hand went down, and where it is.
    corners: Cell<Option<[ScreenPoint; 2]>>,
}

impl BoxZoom {
    /// None drawn yet; `element` lies over the map.
    pub fn new(element: &web_sys::Element) -> BoxZoom {
        BoxZoom { element: element.clone().unchecked_into(), corners: Cell::default() }
    }

    fn show(&self, corners: Option<[ScreenPoint; 2]>) {
        self.corners.set(corners);
        self.element.set_hidden(corners.is_none());
        let Some([from, to]) = corners else { return };
        let sides = [
            ("left", from.x.min(to.x)),
            ("top", from.y.min(to.y)),
            ("width", (from.x - to.x).abs()),
            ("height", (from.y - to.y).abs()),
        ];
        for (side, px) in sides {
            let _ = self.element.style().set_property(side, &((px as u32).to_string() + "px"));
        }
    }
}

impl Handle {
    /// A hand goes down with Shift held.
    pub fn begin_box(&self, event: &PointerEvent) {
        let at = point_in(event);
        self.rectangle.show(Some([at, at]));
        commands::hover(self.state, None);
        self.with(|view| view.motion = Motion::Rest);
    }

    /// The hand moves; tells whether it draws a rectangle, which ends at the map's edges.
    pub fn draw_box(&self, event: &PointerEvent) -> bool {
        let Some([from, _]) = self.rectangle.corners.get() else { return false };
        let at = point_in(event);
        let within = |along: f64, all: i32| along.max(0.0).min(f64::from(all));
        let (width, height) = (self.frame.client_width(), self.frame.client_height());
        self.rectangle.show(Some([from, ScreenPoint { x: within(at.x, width), y: within(at.y, height) }]));
        true
    }

    /// The hand lets go: flies to what is in the rectangle. Tells whether there was one.
    pub fn end_box(&self) -> bool {
        let Some(corners) = self.rectangle.corners.get() else { return false };
        self.drop_box();
        self.with(|view| {
            if let Some(to) = view_of(view.viewport, corners) {
                view.go_to(to);
            }
        });
        true
    }

    /// Gives the rectangle up; tells whether there was one.
    pub fn drop_box(&self) -> bool {
        let drawn = self.rectangle.corners.get().is_some();
        self.rectangle.show(None);
        drawn
    }
}

/// The view in which what the rectangle between two corners shows is as large as fits; none for a slip of the hand.
fn view_of(view: Viewport, [from, to]: [ScreenPoint; 2]) -> Option<Viewport> {
    let (width, height) = ((from.x - to.x).abs(), (from.y - to.y).abs());
    if width < LEAST_PX || height < LEAST_PX {
        return None;
    }
    let (middle, of_free) = (ScreenPoint { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 }, view.middle());
    let mut scale = view.scale * (2.0 * of_free.x / width).min(2.0 * of_free.y / height);
    if view.is_globe() {
        // In radii from the middle of the globe, the rectangle's middle and its far end, which was seen aslant: turned
        // to the eye it needs more room.
        let near = (middle.distance(of_free) / view.scale).min(1.0);
        let far = (near + middle.distance(from) / view.scale).min(1.0);
        let toward = |across: f64| (1.0 - across * across).sqrt();
        scale *= (far - near) / (far * toward(near) - near * toward(far));
    }
    Some(Viewport { scale, ..view.dragged(middle, of_free) }.clamped())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use reach::geo::LonLat;
    use scene::camera::Camera;
    use scene::place::Place;

    fn at(x: f64, y: f64) -> ScreenPoint {
        ScreenPoint { x, y }
    }

    /// 1000 by 800 px around Amsterdam, of which a panel covers the right 200.
    fn amsterdam(globe: f64) -> Viewport {
        Viewport {
            center: Place::at(LonLat::new(4.9, 52.37).unwrap()).plane,
            scale: 1_000.0,
            width_px: 1000.0,
            height_px: 800.0,
            inset_right_px: 200.0,
            inset_bottom_px: 0.0,
            globe,
        }
    }

    #[test]
    fn a_rectangle_of_half_the_free_part_is_shown_twice_as_large() {
        for [from, to] in [[at(200.0, 200.0), at(600.0, 600.0)], [at(600.0, 200.0), at(200.0, 600.0)]] {
            let shown = view_of(amsterdam(0.0), [from, to]).unwrap();
            assert!((shown.scale - 2_000.0).abs() < 1e-6, "{shown:?}");
            let before = amsterdam(0.0).center;
            assert!((shown.center.x - before.x).abs() < 1e-9 && (shown.center.y - before.y).abs() < 1e-9);
        }
    }

    #[test]
    fn a_slip_of_the_hand_shows_nothing() {
        assert_eq!(view_of(amsterdam(0.0), [at(200.0, 200.0), at(207.0, 600.0)]), None);
        assert_eq!(view_of(amsterdam(1.0), [at(200.0, 200.0), at(600.0, 193.0)]), None);
    }

    #[test]
    fn a_rectangle_around_the_globe_shows_the_globe() {
        let whole = amsterdam(1.0).world();
        let shown = view_of(whole, [at(0.0, 0.0), at(800.0, 800.0)]).unwrap();
        assert!((shown.scale - whole.scale).abs() < 1e-6, "{shown:?}");
        let (from, to) = (whole.center, shown.center);
        assert!((from.x - to.x).abs() < 1e-6 && (from.y - to.y).abs() < 1e-6, "it keeps its side");
    }

    proptest! {
        #[test]
        fn the_flat_map_shows_the_rectangle_and_no_more_than_fits(
            zoom in 2.0..4.0f64, from in (200.0..390.0f64, 200.0..390.0f64), to in (410.0..600.0f64, 410.0..600.0f64),
        ) {
            let before = Viewport { scale: amsterdam(0.0).world().scale * zoom.exp2(), ..amsterdam(0.0) };
            let (from, to) = (at(from.0, from.1), at(to.0, to.1));
            let after = view_of(before, [from, to]).unwrap();
            let corners = [from, to].map(|it| after.to_screen(before.to_world(it)));
            let room = [corners[0].x, corners[0].y, 800.0 - corners[1].x, 800.0 - corners[1].y];
            prop_assert!(room.iter().all(|it| *it > -1e-6), "{room:?} is free around it");
            prop_assert!(room.iter().any(|it| it.abs() < 1e-6), "{room:?} is free around it");
        }

        #[test]
        fn what_a_square_on_the_globe_shows_comes_into_view(
            side in 20.0..300.0f64, x in 60.0..740.0f64, y in 60.0..740.0f64,
        ) {
            let before = amsterdam(1.0).world();
            let (from, to) = (at(x - side / 2.0, y - side / 2.0), at(x + side / 2.0, y + side / 2.0));
            let (seen, now) = (Camera::new(before), Camera::new(view_of(before, [from, to]).unwrap()));
            let Some(held) = seen.to_point(at(x, y)) else { return Ok(()) };
            let middle = now.to_screen(&Place::at(held)).unwrap();
            prop_assert!(middle.distance(at(400.0, 400.0)) < 0.5, "what was in its middle is at {middle:?}");
            for corner in [from, to, at(from.x, to.y), at(to.x, from.y)] {
                let Some(point) = seen.to_point(corner) else { continue };
                let there = now.to_screen(&Place::at(point)).unwrap();
                // A corner off the line from the globe's middle is a little more aslant than what was reckoned with.
                let inside = |along: f64| (-80.0..=880.0).contains(&along);
                prop_assert!(inside(there.x) && inside(there.y), "{corner:?} is at {there:?}");
            }
        }
    }
}

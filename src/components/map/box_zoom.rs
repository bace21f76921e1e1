//! A rectangle drawn on the map with Shift held: what it encloses is flown to.

use crate::browser::canvas::point_in;
use crate::components::map::Handle;
use crate::components::map::motion::Motion;
use crate::state::commands;
use scene::camera::Camera;
use scene::place::Place;
use scene::viewport::{ScreenPoint, Viewport, WorldBounds, length};
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

/// The view in which all that the rectangle between two corners shows of the world is as large as fits; none for a slip
/// of the hand.
fn view_of(view: Viewport, [from, to]: [ScreenPoint; 2]) -> Option<Viewport> {
    if (from.x - to.x).abs() < LEAST_PX || (from.y - to.y).abs() < LEAST_PX {
        return None;
    }
    let whole = match view.is_globe() {
        true => {
            let camera = Camera::new(view);
            let corners = [from, to, ScreenPoint { x: from.x, y: to.y }, ScreenPoint { x: to.x, y: from.y }];
            let places: Vec<Place> = corners.iter().filter_map(|it| on_globe(&camera, *it)).collect();
            view.around(&places, 0.0)
        }
        false => WorldBounds::around(&[view.to_world(from), view.to_world(to)]).map(|it| view.fit(it, 0.0))?,
    };
    Some(whole.clamped())
}

/// What a point of the screen shows of the globe; beside it, what its edge shows that way.
fn on_globe(camera: &Camera, at: ScreenPoint) -> Option<Place> {
    let (right, up) = camera.in_radii(at);
    // Just inside of the edge, where rounding does not put it outside again.
    let share = (0.9999 / length(right, up)).min(1.0);
    let middle = camera.middle();
    let along = |middle: f64, at: f64| middle + (at - middle) * share;
    camera.to_point(ScreenPoint { x: along(middle.x, at.x), y: along(middle.y, at.y) }).map(Place::at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use reach::geo::LonLat;

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
        // From edge to edge, where the view of the world leaves 8 % free.
        assert!((shown.scale - 400.0).abs() < 0.1, "{shown:?}");
        let (from, to) = (whole.center, shown.center);
        assert!((from.x - to.x).abs() < 1e-6 && (from.y - to.y).abs() < 1e-6, "it keeps its side");
    }

    proptest! {
        #[test]
        fn what_the_rectangle_shows_is_in_view_after(
            globe in prop_oneof![Just(0.0), Just(1.0)], zoom in 0.0..4.0f64,
            a in (0.0..800.0f64, 0.0..800.0f64), b in (0.0..800.0f64, 0.0..800.0f64),
        ) {
            let world = amsterdam(globe).world();
            // Farther out, a box at the edge of the flat world is not moved to: the world would leave the screen.
            let zoom = if globe == 0.0 { 2.0 + zoom / 2.0 } else { zoom };
            let before = Viewport { scale: world.scale * zoom.exp2(), ..world };
            let corners = [at(a.0, a.1), at(b.0, b.1)];
            let Some(after) = view_of(before, corners) else { return Ok(()) };
            let (seen, now) = (Camera::new(before), Camera::new(after));
            for corner in [at(a.0, a.1), at(a.0, b.1), at(b.0, a.1), at(b.0, b.1)] {
                let Some(point) = seen.to_point(corner) else { continue };
                let Some(there) = now.to_screen(&Place::at(point)) else {
                    // From edge to edge there is more than any side of the globe shows.
                    prop_assert!(at(a.0, a.1).distance(at(b.0, b.1)) > before.scale, "{corner:?} is hidden");
                    continue;
                };
                // A corner on the last 0.01 % to the edge, where the Earth is seen most aslant, is held inside of it.
                let inside = |along: f64| (-6.0..=806.0).contains(&along);
                prop_assert!(inside(there.x) && inside(there.y), "{corner:?} is at {there:?} in {after:?}");
            }
        }
    }
}

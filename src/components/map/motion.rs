//! How the view moves by itself: thrown, zoomed step by step, or flown to a place.

use reach::geo::LonLat;
use scene::projection::{WorldPoint, project, unproject};
use scene::viewport::{ScreenPoint, Viewport, length};

/// A movement under way. Every frame takes it one step on; any input ends it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    /// Still.
    Rest,
    /// Thrown: pixels a millisecond, slowing down.
    Thrown {
        /// To the right.
        x: f64,
        /// Down.
        y: f64,
    },
    /// Zooming toward a scale about a fixed point of the screen.
    Zooming {
        /// The scale to end at.
        scale: f64,
        /// What stays in place.
        fixed: ScreenPoint,
    },
    /// Flying to another view.
    Flying {
        /// Where from.
        from: Viewport,
        /// Where to.
        to: Viewport,
        /// How far it is, in milliseconds.
        done_ms: f64,
    },
}

const FLIGHT_MS: f64 = 450.0;
/// How long the flat map takes to become a globe.
const CHANGE_MS: f64 = 650.0;
/// A throw slower than this is still, in pixels a millisecond.
const STILL: f64 = 0.02;

/// The next view and what is left of the motion, `elapsed_ms` later.
pub fn step(view: Viewport, motion: Motion, elapsed_ms: f64) -> (Viewport, Motion) {
    match motion {
        Motion::Rest => (view, Motion::Rest),
        Motion::Thrown { x, y } => {
            let next = view.panned(x * elapsed_ms, y * elapsed_ms).clamped();
            let slower = (-elapsed_ms / 160.0).exp();
            let (x, y) = (x * slower, y * slower);
            let still = length(x, y) < STILL || next.center == view.center;
            (next, if still { Motion::Rest } else { Motion::Thrown { x, y } })
        }
        Motion::Zooming { scale, fixed } => {
            // The rest of the way shrinks by the same share in the same time, so wheel steps flow together.
            let left = (scale / view.scale).ln();
            let near = left.abs() < 0.004;
            let factor = if near { scale / view.scale } else { (left * (1.0 - (-elapsed_ms / 55.0).exp())).exp() };
            let next = view.zoomed_about(fixed, factor).clamped();
            let stuck = (next.scale / view.scale - 1.0).abs() < 1e-6;
            (next, if near || stuck { Motion::Rest } else { motion })
        }
        Motion::Flying { from, to, done_ms } => {
            let done_ms = done_ms + elapsed_ms;
            let whole_ms = if from.globe == to.globe { FLIGHT_MS } else { CHANGE_MS };
            if done_ms >= whole_ms {
                return (to, Motion::Rest);
            }
            (between(from, to, ease(done_ms / whole_ms)), Motion::Flying { from, to, done_ms })
        }
    }
}

/// Slow at both ends.
fn ease(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

/// The view at a share of the way: the scale changes by equal factors, and the map moves as the zoom lets it seem even.
fn between(from: Viewport, to: Viewport, share: f64) -> Viewport {
    let scale = from.scale * ((to.scale / from.scale).ln() * share).exp();
    let even = (to.scale / from.scale - 1.0).abs() < 1e-3;
    let moved = match even {
        true => share,
        false => (1.0 / from.scale - 1.0 / scale) / (1.0 / from.scale - 1.0 / to.scale),
    };
    let along = |a: f64, b: f64| a + (b - a) * moved;
    let center = match from.globe + to.globe == 2.0 {
        true => turned(from.center, to.center, moved),
        false => WorldPoint { x: along(from.center.x, to.center.x), y: along(from.center.y, to.center.y) },
    };
    Viewport { center, scale, globe: from.globe + (to.globe - from.globe) * share, ..to }
}

/// The center at a share of a globe's turn, the shorter way around.
fn turned(from: WorldPoint, to: WorldPoint, share: f64) -> WorldPoint {
    let (Some(a), Some(b)) = (unproject(from), unproject(to)) else { return to };
    let around = b.lon() - a.lon();
    let around = around - 360.0 * (around / 360.0).round();
    let lon = a.lon() + around * share;
    let lon = lon - 360.0 * (lon / 360.0).round();
    let lat = a.lat() + (b.lat() - a.lat()) * share;
    LonLat::new(lon.clamp(-180.0, 180.0), lat).map_or(to, project)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> Viewport {
        let center = WorldPoint { x: 0.0, y: 0.0 };
        let screen = Viewport {
            center,
            scale: 1.0,
            width_px: 1440.0,
            height_px: 800.0,
            inset_right_px: 0.0,
            inset_bottom_px: 0.0,
            globe: 0.0,
        };
        screen.world()
    }

    #[test]
    fn a_throw_comes_to_rest_on_the_map() {
        let mut view = world().zoomed_about(ScreenPoint { x: 700.0, y: 400.0 }, 4.0);
        let mut motion = Motion::Thrown { x: 3.0, y: -2.0 };
        let mut frames = 0;
        while motion != Motion::Rest {
            (view, motion) = step(view, motion, 16.7);
            frames += 1;
            assert!(frames < 200, "the throw never ends");
        }
        assert_eq!(view, view.clamped());
    }

    #[test]
    fn a_zoom_ends_at_its_scale_with_the_fixed_point_in_place() {
        let fixed = ScreenPoint { x: 700.0, y: 380.0 };
        let mut view = world();
        let (under, scale) = (view.to_world(fixed), view.scale * 3.0);
        let mut motion = Motion::Zooming { scale, fixed };
        for _ in 0..120 {
            (view, motion) = step(view, motion, 16.7);
        }
        assert_eq!(motion, Motion::Rest);
        assert!((view.scale / scale - 1.0).abs() < 1e-9);
        assert!((view.to_world(fixed).x - under.x).abs() < 1e-6 && (view.to_world(fixed).y - under.y).abs() < 1e-6);
    }

    #[test]
    fn a_globe_turns_the_short_way_across_the_antimeridian() {
        let at = |lon| project(LonLat::new(lon, 10.0).unwrap());
        let halfway = unproject(turned(at(170.0), at(-150.0), 0.5)).unwrap();
        assert!((halfway.lon() + 170.0).abs() < 1e-9, "{halfway:?}");
    }

    #[test]
    fn a_flat_map_becomes_a_globe_on_the_way() {
        let (from, to) = (world(), Viewport { globe: 1.0, ..world() });
        assert_eq!(between(from, to, 0.25).globe, 0.25);
        let (mut state, mut frames) = ((from, Motion::Flying { from, to, done_ms: 0.0 }), 0);
        while state.1 != Motion::Rest {
            state = step(state.0, state.1, 16.0);
            frames += 1;
        }
        assert_eq!((state.0, frames), (to, 41), "650 ms are 41 frames of 16 ms");
    }

    #[test]
    fn a_flight_ends_where_it_was_sent() {
        let to = Viewport { center: WorldPoint { x: 0.1, y: -0.9 }, scale: 2_000.0, ..world() };
        let mut state = (world(), Motion::Flying { from: world(), to, done_ms: 0.0 });
        for _ in 0..60 {
            state = step(state.0, state.1, 16.7);
        }
        assert_eq!(state, (to, Motion::Rest));
    }
}

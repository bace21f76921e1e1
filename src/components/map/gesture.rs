//! Fingers and the mouse on the map: what they add up to, without knowing the page.

use scene::viewport::{ScreenPoint, Viewport};

/// How far a press may stray and still be a click, in CSS pixels.
const CLICK_PX: f64 = 6.0;
/// A pointer at rest for this long throws nothing, in milliseconds.
const THROW_MS: f64 = 60.0;

#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    at: ScreenPoint,
}

/// What letting go means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Release {
    /// The press did not move: a click at this point.
    Click(ScreenPoint),
    /// The map is thrown, in pixels a millisecond.
    Throw(f64, f64),
    /// Nothing more.
    Nothing,
}

/// The pointers that are down.
#[derive(Default)]
pub struct Gesture {
    fingers: Vec<Finger>,
    pressed: Option<ScreenPoint>,
    strayed: bool,
    velocity: (f64, f64),
    moved_at_ms: f64,
}

impl Gesture {
    /// Whether the map is being dragged or pinched.
    pub fn is_dragging(&self) -> bool {
        self.strayed && !self.fingers.is_empty()
    }

    /// A pointer goes down.
    pub fn press(&mut self, id: i32, at: ScreenPoint, time_ms: f64) {
        self.fingers.retain(|finger| finger.id != id);
        self.fingers.push(Finger { id, at });
        let first = self.fingers.len() == 1;
        self.pressed = first.then_some(at);
        self.strayed = !first;
        (self.velocity, self.moved_at_ms) = ((0.0, 0.0), time_ms);
    }

    /// A pointer that is down moves; tells the view that follows, or none when nothing changes.
    pub fn drag(&mut self, id: i32, at: ScreenPoint, time_ms: f64, view: Viewport) -> Option<Viewport> {
        let which = self.fingers.iter().position(|finger| finger.id == id)?;
        let before = self.fingers[which].at;
        if !self.strayed {
            let from = self.pressed?;
            self.strayed = at.distance(from) > CLICK_PX;
            if !self.strayed {
                return None;
            }
        }
        self.fingers[which].at = at;
        let elapsed = (time_ms - self.moved_at_ms).max(1.0);
        self.moved_at_ms = time_ms;
        match self.fingers.as_slice() {
            [_] => {
                let (x, y) = (at.x - before.x, at.y - before.y);
                // The newest movement counts most, so a throw follows the hand's last direction.
                let blend = |old: f64, new: f64| old * 0.4 + new / elapsed * 0.6;
                self.velocity = (blend(self.velocity.0, x), blend(self.velocity.1, y));
                Some(view.dragged(before, at).clamped())
            }
            [_, _, ..] => {
                let other = self.fingers[if which == 0 { 1 } else { 0 }].at;
                let (was, is) = (span(before, other), span(at, other));
                let (from, to) = (middle(before, other), middle(at, other));
                let moved = view.dragged(from, to);
                Some(moved.zoomed_about(to, is / was.max(1.0)).clamped())
            }
            [] => None,
        }
    }

    /// A pointer goes up.
    pub fn release(&mut self, id: i32, at: ScreenPoint, time_ms: f64) -> Release {
        self.fingers.retain(|finger| finger.id != id);
        if !self.fingers.is_empty() {
            self.velocity = (0.0, 0.0);
            return Release::Nothing;
        }
        match (self.strayed, self.pressed.take()) {
            (false, Some(_)) => Release::Click(at),
            (true, _) if time_ms - self.moved_at_ms < THROW_MS && self.velocity != (0.0, 0.0) => {
                Release::Throw(self.velocity.0, self.velocity.1)
            }
            (true, _) | (false, None) => Release::Nothing,
        }
    }

    /// The browser takes the pointers away.
    pub fn cancel(&mut self) {
        *self = Gesture::default();
    }
}

fn span(a: ScreenPoint, b: ScreenPoint) -> f64 {
    a.distance(b)
}

fn middle(a: ScreenPoint, b: ScreenPoint) -> ScreenPoint {
    ScreenPoint { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scene::projection::WorldPoint;

    fn view() -> Viewport {
        let center = WorldPoint { x: 0.0, y: 0.0 };
        Viewport {
            center,
            scale: 1_000.0,
            width_px: 800.0,
            height_px: 600.0,
            inset_right_px: 0.0,
            inset_bottom_px: 0.0,
            globe: 0.0,
        }
    }

    fn at(x: f64, y: f64) -> ScreenPoint {
        ScreenPoint { x, y }
    }

    #[test]
    fn a_press_that_hardly_moves_is_a_click() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(100.0, 100.0), 0.0);
        assert_eq!(gesture.drag(1, at(103.0, 101.0), 10.0, view()), None);
        assert_eq!(gesture.release(1, at(103.0, 101.0), 20.0), Release::Click(at(103.0, 101.0)));
    }

    #[test]
    fn the_map_follows_the_hand() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(100.0, 100.0), 0.0);
        let moved = gesture.drag(1, at(140.0, 70.0), 16.0, view()).unwrap();
        let under = view().to_world(at(100.0, 100.0));
        let now = moved.to_world(at(140.0, 70.0));
        assert!((under.x - now.x).abs() < 1e-9 && (under.y - now.y).abs() < 1e-9);
    }

    #[test]
    fn a_hand_that_rests_throws_nothing() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(100.0, 100.0), 0.0);
        gesture.drag(1, at(180.0, 100.0), 16.0, view());
        assert_eq!(gesture.release(1, at(180.0, 100.0), 500.0), Release::Nothing);
    }

    #[test]
    fn two_fingers_apart_make_the_map_larger_between_them() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(300.0, 300.0), 0.0);
        gesture.press(2, at(500.0, 300.0), 5.0);
        let moved = gesture.drag(2, at(700.0, 300.0), 20.0, view()).unwrap();
        assert!((moved.scale / 2_000.0 - 1.0).abs() < 1e-9);
        gesture.release(2, at(700.0, 300.0), 30.0);
        assert_eq!(gesture.release(1, at(300.0, 300.0), 40.0), Release::Nothing, "a pinch is no click");
    }
}

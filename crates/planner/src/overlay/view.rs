//! What the map shows, as the page tells it.

use scene::label::ScreenRect;
use scene::projection::WorldPoint;
use scene::viewport::Viewport;

/// A view of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What it shows.
    pub viewport: Viewport,
    /// Whether no hand and no motion changes it.
    pub resting: bool,
    /// Where the map's own names are while it rests.
    pub names: Vec<ScreenRect>,
}

/// The height of a line of the map's names, in CSS pixels.
const LINE_PX: f64 = 16.0;

impl View {
    /// The view in the numbers of the event `atlas-view`; none when one is missing or is no number.
    pub fn from_numbers(numbers: &[f64]) -> Option<View> {
        let (view, names) = numbers.split_first_chunk()?;
        let [x, y, scale, width_px, height_px, inset_right_px, inset_bottom_px, globe, resting] = *view;
        let center = WorldPoint { x, y };
        let viewport = Viewport { center, scale, width_px, height_px, inset_right_px, inset_bottom_px, globe };
        let shows_something = numbers.iter().all(|it| it.is_finite()) && scale > 0.0 && width_px > 1.0;
        let name = |it: &[f64; 3]| {
            let [left, top, width] = *it;
            ScreenRect { left, top, right: left + width, bottom: top + LINE_PX }
        };
        let names = names.as_chunks().0.iter().map(name).collect();
        shows_something.then_some(View { viewport, resting: resting > 0.0, names })
    }
}

#[cfg(test)]
mod tests {
    use super::{ScreenRect, View};

    #[test]
    fn nine_numbers_are_a_view() {
        let view = View::from_numbers(&[0.1, -0.2, 300.0, 1440.0, 812.0, 400.0, 0.0, 1.0, 1.0]).unwrap();
        assert_eq!((view.viewport.center.x, view.viewport.center.y, view.viewport.scale), (0.1, -0.2, 300.0));
        assert_eq!((view.viewport.width_px, view.viewport.height_px), (1440.0, 812.0));
        assert_eq!((view.viewport.inset_right_px, view.viewport.inset_bottom_px), (400.0, 0.0));
        assert!(view.viewport.is_globe() && view.resting);
        assert_eq!(view.names, []);
    }

    #[test]
    fn names_follow_three_numbers_each() {
        let view = View::from_numbers(&[0.0, 0.0, 300.0, 800.0, 600.0, 0.0, 0.0, 0.0, 1.0, 10.0, 20.0, 60.0]).unwrap();
        assert_eq!(view.names, [ScreenRect { left: 10.0, top: 20.0, right: 70.0, bottom: 36.0 }]);
    }

    #[test]
    fn anything_else_is_none() {
        assert_eq!(View::from_numbers(&[]), None);
        assert_eq!(View::from_numbers(&[0.0; 9]), None, "a map without a size");
        assert_eq!(View::from_numbers(&[f64::NAN, 0.0, 300.0, 1440.0, 812.0, 0.0, 0.0, 0.0, 0.0]), None);
    }
}

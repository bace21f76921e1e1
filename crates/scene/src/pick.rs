//! What is under the pointer, and what is in view.

use crate::projection::WorldPoint;
use crate::viewport::{ScreenPoint, Viewport, WorldBounds};
use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree};

/// A place that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The middle of the mark.
    pub at: WorldPoint,
    /// What the mark stands for: the caller's number, handed back.
    pub target: u32,
    /// How far the mark reaches on the screen, in CSS pixels.
    pub radius_px: f64,
    /// Decides between marks at one place: the lower wins.
    pub priority: u32,
}

/// Marks in an R-tree over the plane.
pub struct Picker {
    tree: RTree<GeomWithData<[f64; 2], Entry>>,
    largest_radius_px: f64,
}

/// What the tree carries beside the point.
#[derive(Clone, Copy)]
struct Entry {
    target: u32,
    priority: u32,
    radius_px: f64,
}

impl Picker {
    /// Sets up the search. A mark whose place is not a number is left out.
    pub fn new(marks: &[Mark]) -> Picker {
        let marks = marks.iter().filter(|mark| mark.at.x.is_finite() && mark.at.y.is_finite());
        let entry = |mark: &Mark| {
            let entry = Entry { target: mark.target, priority: mark.priority, radius_px: mark.radius_px };
            GeomWithData::new([mark.at.x, mark.at.y], entry)
        };
        let largest_radius_px = marks.clone().fold(0.0, |largest: f64, mark| largest.max(mark.radius_px));
        Picker { tree: RTree::bulk_load(marks.map(entry).collect()), largest_radius_px }
    }

    /// The target of the mark under `at`: the mark whose middle is nearest, when `at` is no farther from it than
    /// `tolerance_px` or the mark's own radius, whichever is larger.
    ///
    /// Of marks as near, the lower priority number wins, then the lower target.
    pub fn pick(&self, viewport: Viewport, at: ScreenPoint, tolerance_px: f64) -> Option<u32> {
        let pointer = viewport.to_world(at);
        let reach = tolerance_px.max(self.largest_radius_px) / viewport.scale;
        let around = AABB::from_corners([pointer.x - reach, pointer.y - reach], [pointer.x + reach, pointer.y + reach]);
        let mut best: Option<(f64, u32, u32)> = None;
        for found in self.tree.locate_in_envelope(around) {
            let Entry { target, priority, radius_px } = found.data;
            let distance = distance_px(viewport, pointer, found.geom());
            let candidate = (distance, priority, target);
            if distance <= tolerance_px.max(radius_px) && best.is_none_or(|best| candidate < best) {
                best = Some(candidate);
            }
        }
        best.map(|(_, _, target)| target)
    }

    /// The targets of all marks with their middle in `bounds`, in ascending order.
    pub fn within(&self, bounds: WorldBounds) -> Vec<u32> {
        let corners = AABB::from_corners([bounds.min.x, bounds.min.y], [bounds.max.x, bounds.max.y]);
        let mut targets: Vec<u32> = self.tree.locate_in_envelope(corners).map(|found| found.data.target).collect();
        targets.sort_unstable();
        targets
    }
}

fn distance_px(viewport: Viewport, from: WorldPoint, to: &[f64; 2]) -> f64 {
    libm::hypot(to[0] - from.x, to[1] - from.y) * viewport.scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn viewport(scale: f64) -> Viewport {
        Viewport {
            center: WorldPoint { x: 0.0, y: 0.0 },
            scale,
            width_px: 200.0,
            height_px: 200.0,
            inset_right_px: 0.0,
            inset_bottom_px: 0.0,
        }
    }

    fn mark(x: f64, y: f64, target: u32, priority: u32) -> Mark {
        Mark { at: WorldPoint { x, y }, target, radius_px: 4.0, priority }
    }

    fn check(marks: &[Mark], x: f64, y: f64, expected: Option<u32>) {
        assert_eq!(Picker::new(marks).pick(viewport(100.0), ScreenPoint { x, y }, 12.0), expected);
    }

    #[test]
    fn the_nearest_mark_wins_within_the_tolerance() {
        let marks = [mark(0.0, 0.0, 1, 0), mark(0.2, 0.0, 2, 0)];
        check(&marks, 101.0, 100.0, Some(1));
        check(&marks, 111.0, 100.0, Some(2));
        check(&marks, 132.0, 100.0, Some(2));
        check(&marks, 133.0, 100.0, None);
        check(&[], 100.0, 100.0, None);
    }

    #[test]
    fn at_one_place_the_lower_priority_number_wins_then_the_lower_target() {
        check(&[mark(0.0, 0.0, 1, 9), mark(0.0, 0.0, 7, 2), mark(0.0, 0.0, 5, 2)], 103.0, 99.0, Some(5));
    }

    #[test]
    fn a_large_mark_is_hit_on_all_of_its_disc() {
        check(&[Mark { radius_px: 30.0, ..mark(0.0, 0.0, 1, 0) }], 128.0, 100.0, Some(1));
    }

    #[test]
    fn a_mark_without_a_place_is_left_out() {
        check(&[mark(f64::NAN, 0.0, 1, 0), mark(0.0, 0.0, 2, 0)], 100.0, 100.0, Some(2));
    }

    prop_compose! {
        // A coarse grid, so that marks share places and distances tie.
        fn any_mark()(x in -10..=10i8, y in -10..=10i8, target in 0..50u32, radius in 1..30u8, priority in 0..4u32) -> Mark {
            let at = WorldPoint { x: f64::from(x) / 10.0, y: f64::from(y) / 10.0 };
            Mark { at, target, radius_px: f64::from(radius), priority }
        }
    }

    proptest! {
        #[test]
        fn the_tree_answers_as_a_scan_does(
            marks in prop::collection::vec(any_mark(), 0..60),
            x in 0..=20u8, y in 0..=20u8, tolerance in 0..40u8, scale in 20..300u16,
        ) {
            let view = viewport(f64::from(scale));
            let at = ScreenPoint { x: f64::from(x) * 10.0, y: f64::from(y) * 10.0 };
            let tolerance = f64::from(tolerance);
            let pointer = view.to_world(at);
            let distance = |mark: &Mark| distance_px(view, pointer, &[mark.at.x, mark.at.y]);
            let scanned = marks
                .iter()
                .filter(|mark| distance(mark) <= tolerance.max(mark.radius_px))
                .map(|mark| (distance(mark), mark.priority, mark.target))
                .min_by(|a, b| a.partial_cmp(b).unwrap());
            prop_assert_eq!(Picker::new(&marks).pick(view, at, tolerance), scanned.map(|it| it.2));
        }

        #[test]
        fn what_is_in_view_is_what_a_scan_finds(
            marks in prop::collection::vec(any_mark(), 0..60), x in -10..=10i8, y in -10..=10i8, side in 0..10u8,
        ) {
            let min = WorldPoint { x: f64::from(x) / 10.0, y: f64::from(y) / 10.0 };
            let side = f64::from(side) / 10.0;
            let bounds = WorldBounds { min, max: WorldPoint { x: min.x + side, y: min.y + side } };
            let mut scanned: Vec<u32> =
                marks.iter().filter(|mark| bounds.contains(mark.at)).map(|mark| mark.target).collect();
            scanned.sort_unstable();
            prop_assert_eq!(Picker::new(&marks).within(bounds), scanned);
        }
    }
}

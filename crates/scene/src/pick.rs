//! What is under the pointer, and what is in view.

use crate::boxes::BoxIndex;
use crate::label::ScreenRect;
use crate::viewport::ScreenPoint;

/// A place that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The middle of the mark on the screen.
    pub at: ScreenPoint,
    /// What the mark stands for: the caller's number, handed back.
    pub target: u32,
    /// How far the mark reaches on the screen, in CSS pixels.
    pub radius_px: f64,
    /// Decides between marks at one place: the lower wins.
    pub priority: u32,
}

/// The marks of a view in an R-tree over the screen.
pub struct Picker {
    marks: Vec<Mark>,
    index: BoxIndex,
    largest_radius_px: f64,
}

impl Picker {
    /// Sets up the search. A mark whose place is not a number is never found.
    pub fn new(marks: Vec<Mark>) -> Picker {
        let points = marks.iter().map(|mark| [mark.at.x, mark.at.y]);
        let index = BoxIndex::new(points.zip(0..).map(|(point, number)| (point, point, number)));
        let largest_radius_px = marks.iter().fold(0.0, |largest: f64, mark| largest.max(mark.radius_px));
        Picker { marks, index, largest_radius_px }
    }

    /// The target of the mark under `at`: the mark whose middle is nearest, when `at` is no farther from it than
    /// `tolerance_px` or the mark's own radius, whichever is larger.
    ///
    /// Of marks as near, the lower priority number wins, then the lower target.
    pub fn pick(&self, at: ScreenPoint, tolerance_px: f64) -> Option<u32> {
        let ScreenPoint { x, y } = at;
        // A little more than the reach, so that rounding loses no mark at its very end.
        let reach = tolerance_px.max(self.largest_radius_px) + 0.01;
        let mut best: Option<(f64, u32, u32)> = None;
        for mark in self.touching([x - reach, y - reach], [x + reach, y + reach]) {
            let distance = distance_px(at, mark);
            let candidate = (distance, mark.priority, mark.target);
            if distance <= tolerance_px.max(mark.radius_px) && best.is_none_or(|best| candidate < best) {
                best = Some(candidate);
            }
        }
        best.map(|(_, _, target)| target)
    }

    /// The targets of all marks with their middle in `bounds`, edges included, in ascending order.
    pub fn within(&self, bounds: ScreenRect) -> Vec<u32> {
        let found = self.touching([bounds.left, bounds.top], [bounds.right, bounds.bottom]);
        let mut targets: Vec<u32> = found.map(|mark| mark.target).collect();
        targets.sort_unstable();
        targets
    }

    fn touching(&self, min: [f64; 2], max: [f64; 2]) -> impl Iterator<Item = &Mark> {
        self.index.touching(min, max).filter_map(|number| self.marks.get(number as usize))
    }
}

fn distance_px(from: ScreenPoint, mark: &Mark) -> f64 {
    mark.at.distance(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(x: f64, y: f64, target: u32, priority: u32) -> Mark {
        Mark { at: ScreenPoint { x, y }, target, radius_px: 4.0, priority }
    }

    fn check(marks: &[Mark], x: f64, y: f64, expected: Option<u32>) {
        assert_eq!(Picker::new(marks.to_vec()).pick(ScreenPoint { x, y }, 12.0), expected);
    }

    #[test]
    fn the_nearest_mark_wins_within_the_tolerance() {
        let marks = [mark(100.0, 100.0, 1, 0), mark(120.0, 100.0, 2, 0)];
        check(&marks, 101.0, 100.0, Some(1));
        check(&marks, 111.0, 100.0, Some(2));
        check(&marks, 132.0, 100.0, Some(2));
        check(&marks, 133.0, 100.0, None);
        check(&[], 100.0, 100.0, None);
    }

    #[test]
    fn at_one_place_the_lower_priority_number_wins_then_the_lower_target() {
        check(&[mark(100.0, 100.0, 1, 9), mark(100.0, 100.0, 7, 2), mark(100.0, 100.0, 5, 2)], 103.0, 99.0, Some(5));
    }

    #[test]
    fn a_large_mark_is_hit_on_all_of_its_disc() {
        check(&[Mark { radius_px: 30.0, ..mark(100.0, 100.0, 1, 0) }], 128.0, 100.0, Some(1));
    }

    #[test]
    fn a_mark_without_a_place_is_left_out() {
        check(&[mark(f64::NAN, 100.0, 1, 0), mark(100.0, 100.0, 2, 0)], 100.0, 100.0, Some(2));
    }

    prop_compose! {
        // A coarse grid, so that marks share places and distances tie.
        fn any_mark()(x in -10..=10i8, y in -10..=10i8, target in 0..50u32, radius in 1..30u8, priority in 0..4u32) -> Mark {
            let at = ScreenPoint { x: f64::from(x) * 10.0, y: f64::from(y) * 10.0 };
            Mark { at, target, radius_px: f64::from(radius), priority }
        }
    }

    proptest! {
        #[test]
        fn the_tree_answers_as_a_scan_does(
            marks in prop::collection::vec(any_mark(), 0..60),
            x in -10..=10i8, y in -10..=10i8, tolerance in 0..40u8,
        ) {
            let at = ScreenPoint { x: f64::from(x) * 10.0, y: f64::from(y) * 10.0 };
            let tolerance = f64::from(tolerance);
            let distance = |mark: &Mark| distance_px(at, mark);
            let scanned = marks
                .iter()
                .filter(|mark| distance(mark) <= tolerance.max(mark.radius_px))
                .map(|mark| (distance(mark), mark.priority, mark.target))
                .min_by(|a, b| a.partial_cmp(b).unwrap());
            let scanned = scanned.map(|it| it.2);
            prop_assert_eq!(Picker::new(marks).pick(at, tolerance), scanned);
        }

        #[test]
        fn what_is_in_view_is_what_a_scan_finds(
            marks in prop::collection::vec(any_mark(), 0..60), x in -10..=10i8, y in -10..=10i8, side in 0..10u8,
        ) {
            let (left, top, side) = (f64::from(x) * 10.0, f64::from(y) * 10.0, f64::from(side) * 10.0);
            let bounds = ScreenRect { left, top, right: left + side, bottom: top + side };
            let inside = |at: ScreenPoint| {
                (left..=left + side).contains(&at.x) && (top..=top + side).contains(&at.y)
            };
            let mut scanned: Vec<u32> =
                marks.iter().filter(|mark| inside(mark.at)).map(|mark| mark.target).collect();
            scanned.sort_unstable();
            prop_assert_eq!(Picker::new(marks).within(bounds), scanned);
        }
    }
}

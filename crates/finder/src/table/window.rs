//! Which rows of a long table are in the page: those in sight, and some above and below.

use std::ops::Range;

/// Tables up to this length stand in the page as a whole.
pub const LONG: usize = 300;
/// Rows kept above and below what is in sight, so that a step of the wheel shows no gap.
const SPARE: usize = 30;

/// The rows that are in the page when `count` rows of `row_px` each are seen through `height_px`, scrolled by `top_px`.
/// The first is an even one, so that what is drawn by turns stays where it is.
pub fn rows_in_page(count: usize, row_px: f64, top_px: f64, height_px: f64) -> Range<usize> {
    if count <= LONG || row_px <= 0.0 {
        return 0..count;
    }
    let first = (top_px.max(0.0) / row_px) as usize;
    let seen = (height_px.max(0.0) / row_px) as usize + 2;
    let start = first.min(count).saturating_sub(SPARE) & !1;
    start..(first + seen + SPARE).min(count)
}

#[cfg(test)]
mod tests {
    use super::{LONG, rows_in_page};
    use proptest::prelude::*;

    #[test]
    fn a_short_table_stands_as_a_whole() {
        assert_eq!(rows_in_page(LONG, 28.0, 5_000.0, 600.0), 0..LONG);
        assert_eq!(rows_in_page(0, 28.0, 0.0, 600.0), 0..0);
    }

    #[test]
    fn a_long_one_has_what_is_in_sight_and_some_around_it() {
        // 600 px show 22 rows of 28 px; the hundredth is on top.
        assert_eq!(rows_in_page(973, 28.0, 2_800.0, 600.0), 70..153);
        assert_eq!(rows_in_page(973, 28.0, 0.0, 600.0), 0..53);
        assert_eq!(rows_in_page(973, 28.0, 28.0 * 973.0, 600.0), 942..973);
    }

    proptest! {
        #[test]
        fn every_row_in_sight_is_in_the_page(count in 0usize..5_000, top in 0.0..150_000.0f64, height in 0.0..2_000.0f64) {
            let rows = rows_in_page(count, 28.0, top, height);
            prop_assert!(rows.start <= rows.end && rows.end <= count);
            for at in 0..count {
                let (above, below) = (at as f64 * 28.0, (at + 1) as f64 * 28.0);
                let in_sight = below > top && above < top + height;
                prop_assert!(!in_sight || rows.contains(&at), "row {} of {}", at, count);
            }
        }
    }
}

//! Distances as the planner writes them: as the page beside it does.

use reach::geo::DistanceBasis;

/// Kilometers with a narrow space every three digits, marked as approximate where an end is known only to its state
/// or country.
pub fn kilometers(whole: u32, basis: DistanceBasis) -> String {
    let number = match whole {
        0 => "<\u{2009}1".to_owned(),
        more => grouped(more),
    };
    match basis {
        DistanceBasis::Site | DistanceBasis::City => number,
        DistanceBasis::State => format!("≈\u{2009}{number}"),
    }
}

// No two points of the earth are a million kilometers apart, so there is at most one group.
fn grouped(number: u32) -> String {
    match (number / 1_000, number % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands}\u{202f}{rest:03}"),
    }
}

#[cfg(test)]
mod tests {
    use super::kilometers;
    use reach::geo::DistanceBasis;

    #[test]
    fn a_distance_says_how_exact_it_is() {
        assert_eq!(kilometers(359, DistanceBasis::City), "359");
        assert_eq!(kilometers(10_050, DistanceBasis::Site), "10\u{202f}050");
        assert_eq!(kilometers(0, DistanceBasis::Site), "<\u{2009}1");
        assert_eq!(kilometers(2_319, DistanceBasis::State), "≈\u{2009}2\u{202f}319");
    }
}

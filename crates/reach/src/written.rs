//! Round trips and dates as people read them.

use crate::latency::RoundTrip;

/// Whole milliseconds: a range rounded outward with an en dash, or a measured value alone.
pub fn round_trip(it: &RoundTrip) -> String {
    let (low, high) = (it.low / 10, it.high.div_ceil(10));
    if low == high { low.to_string() } else { [&low.to_string(), "–", &high.to_string()].concat() }
}

/// An ISO date as `28 Apr 2026`; other text as it stands.
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = iso.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let name = month.parse::<usize>().ok().and_then(|it| MONTHS.get(it.wrapping_sub(1)));
    match name {
        Some(name) => format!("{} {name} {year}", day.trim_start_matches('0')),
        None => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::latency::Basis;

    #[test]
    fn dates_are_read_by_people() {
        assert_eq!(date("2026-04-28"), "28 Apr 2026");
        assert_eq!(date("2025-11-02"), "2 Nov 2025");
        assert_eq!(date("undated"), "undated");
    }

    #[test]
    fn a_range_is_rounded_outward_and_a_measured_value_stands_alone() {
        let shown = |low, high| round_trip(&RoundTrip { low, mid: low, high, basis: Basis::Fitted, date: "" });
        assert_eq!(shown(66, 82), "6–9");
        assert_eq!(shown(60, 90), "6–9");
        assert_eq!(shown(820, 820), "82");
        assert_eq!(shown(61, 61), "6–7");
    }
}

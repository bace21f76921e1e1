//! Numbers, dates and verdicts as the page writes them.

use reach::geo::DistanceBasis;
use reach::link::LinkTest;
use reach::reachable::Verdict;

/// A whole number with a narrow space every three digits from 1 000.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// Kilometers, marked as approximate where an end is known only to its state or country.
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

/// A count with its noun: `1 region`, `17 regions`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The head of a group of regions with this verdict.
pub fn verdict_head(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reachable => "reachable",
        Verdict::NeedsStandard => "need Standard",
        Verdict::NeedsPremium => "need Premium",
        Verdict::LocalNotOffered => "without Local here",
        Verdict::Unreachable => "in another cloud",
        Verdict::DataConflict => "in conflict",
        Verdict::NotDocumented => "not documented",
    }
}

/// Why a group of locations cannot be linked, in a few words.
pub fn link_test(test: LinkTest) -> &'static str {
    match test {
        LinkTest::OtherCloud => "another cloud",
        LinkTest::LocalSku => "Local takes no part",
        LinkTest::SameLocation => "the same location",
        LinkTest::PlaceNotListed => "place not listed",
        LinkTest::NotDocumented => "not documented",
        LinkTest::NeedsPremium => "another geopolitical region",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_476), "1\u{202f}476");
        assert_eq!(grouped(12_345_678), "12\u{202f}345\u{202f}678");
    }

    #[test]
    fn a_distance_says_how_exact_it_is() {
        assert_eq!(kilometers(359, DistanceBasis::City), "359");
        assert_eq!(kilometers(0, DistanceBasis::Site), "<\u{2009}1");
        assert_eq!(kilometers(2_319, DistanceBasis::State), "≈\u{2009}2\u{202f}319");
    }

    #[test]
    fn dates_are_read_by_people() {
        assert_eq!(date("2026-04-28"), "28 Apr 2026");
        assert_eq!(date("2025-11-02"), "2 Nov 2025");
        assert_eq!(date("undated"), "undated");
    }
}

//! Numbers, dates and verdicts as the page writes them.

use reach::link::LinkTest;
use reach::reachable::Verdict;

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
    fn dates_are_read_by_people() {
        assert_eq!(date("2026-04-28"), "28 Apr 2026");
        assert_eq!(date("2025-11-02"), "2 Nov 2025");
        assert_eq!(date("undated"), "undated");
    }
}

//! Counts and verdicts as the page writes them.

use reach::link::LinkTest;
use reach::reachable::Verdict;

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

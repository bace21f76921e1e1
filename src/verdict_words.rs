//! Verdicts as the page writes them in the heads of groups.

use reach::link::LinkTest;
use reach::phrase::phrase;
use reach::reachable::Verdict;

/// The head of a group of regions with this verdict; its place `{count}` is their number.
pub fn verdict_head(verdict: Verdict, count: usize) -> &'static str {
    match verdict {
        Verdict::Reachable if count == 1 => phrase("{count} region reachable"),
        Verdict::Reachable => phrase("{count} regions reachable"),
        Verdict::NeedsStandard => phrase("{count} need Standard"),
        Verdict::NeedsPremium => phrase("{count} need Premium"),
        Verdict::LocalNotOffered => phrase("{count} without Local here"),
        Verdict::Unreachable => phrase("{count} in another cloud"),
        Verdict::DataConflict => phrase("{count} in conflict"),
        Verdict::NotDocumented => phrase("{count} not documented"),
    }
}

/// Why a group of locations cannot be linked, in a few words.
pub fn link_test(test: LinkTest) -> &'static str {
    match test {
        LinkTest::OtherCloud => phrase("another cloud"),
        LinkTest::LocalSku => phrase("Local takes no part"),
        LinkTest::SameLocation => phrase("the same location"),
        LinkTest::PlaceNotListed => phrase("place not listed"),
        LinkTest::NotDocumented => phrase("not documented"),
        LinkTest::NeedsPremium => phrase("another geopolitical region"),
    }
}

//! How answers read: verdicts, distances, documents and dates.

use anstyle::{AnsiColor, Style};
use reach::catalog::Catalog;
use reach::geo::DistanceBasis;
use reach::json::SourceJson;
use reach::latency::{Basis, RoundTrip};
use reach::link::LinkVerdict;
use reach::reachable::Verdict;
use reach::written;
use std::fmt::Write;

const GOOD: Style = AnsiColor::Green.on_default().bold();
const WITH_ANOTHER_SKU: Style = AnsiColor::Yellow.on_default().bold();
const NOT: Style = AnsiColor::Red.on_default().bold();
const UNSURE: Style = AnsiColor::Cyan.on_default().bold();

/// `text` in `style`.
pub fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// `text` in bold.
pub fn bold(text: &str) -> String {
    styled(Style::new().bold(), text)
}

/// The color of a verdict on a terminal.
pub fn verdict_style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Reachable => GOOD,
        Verdict::NeedsStandard | Verdict::NeedsPremium => WITH_ANOTHER_SKU,
        Verdict::LocalNotOffered | Verdict::Unreachable => NOT,
        Verdict::DataConflict | Verdict::NotDocumented => UNSURE,
    }
}

/// The color of a verdict on a terminal.
pub fn link_style(verdict: LinkVerdict) -> Style {
    match verdict {
        LinkVerdict::Linkable => GOOD,
        LinkVerdict::NeedsPremium => WITH_ANOTHER_SKU,
        LinkVerdict::NotLinkable => NOT,
        LinkVerdict::NotDocumented => UNSURE,
    }
}

/// A verdict with the likely one beside it.
pub fn with_likely(verdict: &str, likely: Option<&str>) -> String {
    likely.map_or_else(|| verdict.to_owned(), |likely| format!("{verdict} (likely {likely})"))
}

/// A distance: `1,234 km`, with `≈` where an end is known only to its state.
pub fn distance(km: u32, basis: DistanceBasis) -> String {
    let number = match km {
        0 => "< 1".to_owned(),
        _ => grouped(km),
    };
    match basis {
        DistanceBasis::Site | DistanceBasis::City => format!("{number} km"),
        DistanceBasis::State => format!("≈ {number} km"),
    }
}

/// The distance to a region. A Local region of the location lies in its metro or near it, whatever point stands for
/// the region in the tables.
pub fn distance_to_region(km: u32, basis: DistanceBasis, own_local_region: bool) -> String {
    match (own_local_region, basis) {
        (false, _) => distance(km, basis),
        (true, DistanceBasis::State) => "in or near the metro".to_owned(),
        (true, DistanceBasis::Site | DistanceBasis::City) => format!("in or near the metro, {}", distance(km, basis)),
    }
}

/// A round trip with its unit and what it rests on: `6–9 ms, estimated`, `82 ms, measured 2026-07-30`.
pub fn round_trip(it: &RoundTrip) -> String {
    let basis = match it.basis {
        Basis::Fitted => "estimated".to_owned(),
        Basis::Measured => format!("measured {}", it.date),
    };
    format!("{} ms, {basis}", written::round_trip(it))
}

fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The documents behind an answer, one a line, each with its date.
pub fn sources(sources: &[SourceJson]) -> String {
    let mut text = String::new();
    for source in sources {
        let date = if source.date.is_empty() { "undated" } else { source.date };
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  source     {}, {date}\n             {}", source.title, source.reference);
    }
    text
}

/// The closing line of every answer.
pub fn data_line(catalog: &Catalog) -> String {
    format!("Data of {}. Unofficial; not affiliated with Microsoft.\n", catalog.version())
}

/// `1 location`, `2 locations`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

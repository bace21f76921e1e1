//! What the coverage matrix says in a cell, and about its ways.

use crate::judge::Judged;
use crate::parts::words::location;
use reach::coverage::pair::Risk;
use reach::coverage::{Cell, CellState, Way};
use reach::geo::DistanceBasis;
use reach::phrase::phrase;
use reach::plan::words::Resiliency;
use reach::planned::outcome::{Carried, reason};
use reach::planned::{Facts, Planned};
use reach::written;

/// The mark of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Two or more ways, and all of them reach.
    Two,
    /// One way.
    One,
    /// Of several ways some do not reach.
    Lost,
    /// Ways that would reach under a larger SKU.
    NeedsSku,
    /// No document says whether it is reached.
    Unsure,
    /// Ways, and none of them reaches.
    Cross,
    /// No way.
    Nothing,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWords {
    /// Its mark.
    pub mark: Mark,
    /// The number of ways that reach; none where a word says more.
    pub paths: Option<usize>,
    /// What follows the number.
    pub said: String,
    /// Distance and round trip; empty without ways.
    pub far: String,
    /// What the ways withstand, beside what was intended.
    pub withstands: String,
    /// Whether that is less than intended.
    pub short: bool,
}

/// The words of a cell. None is a cell that was left out of a large matrix, which has no ways.
pub fn cell_words(cell: Option<&Cell>) -> CellWords {
    let Some(cell) = cell else { return nothing() };
    let carrying = cell.ways.iter().filter(|it| it.carried == Carried::Yes).count();
    let (mark, paths, said) = match cell.state {
        CellState::NotConnected => return CellWords { short: is_short(cell), ..nothing() },
        CellState::Reached => {
            let mark = match (carrying, cell.ways.len()) {
                (1, 1) => Mark::One,
                (reach, all) if reach == all => Mark::Two,
                (_, _) => Mark::Lost,
            };
            (mark, Some(carrying), words::say_with("of {count}", &[("count", &cell.ways.len().to_string())]))
        }
        CellState::Unsure => (Mark::Unsure, None, words::said("not settled")),
        CellState::NotReached => not_reached(cell),
    };
    CellWords { mark, paths, said, far: far(cell), withstands: withstands(cell), short: is_short(cell) }
}

fn nothing() -> CellWords {
    let said = words::said("not connected");
    CellWords { mark: Mark::Nothing, paths: None, said, far: String::new(), withstands: String::new(), short: false }
}

fn not_reached(cell: &Cell) -> (Mark, Option<usize>, String) {
    let has = |verdict: &str| cell.ways.iter().any(|it| it.verdict == verdict);
    let (mark, said) = if has("needs_standard") {
        (Mark::NeedsSku, phrase("needs Standard"))
    } else if has("needs_premium") {
        (Mark::NeedsSku, phrase("needs Premium"))
    } else if has("undecided") {
        (Mark::Unsure, phrase("undecided"))
    } else {
        (Mark::Cross, phrase("not reached"))
    };
    (mark, None, words::said(said))
}

fn is_short(cell: &Cell) -> bool {
    // The order of resiliencies is that of what they withstand.
    cell.intended.is_some_and(|intended| cell.computed.is_none_or(|it| it < intended))
}

fn withstands(cell: &Cell) -> String {
    match (cell.computed, cell.intended) {
        (None, None) => String::new(),
        (None, Some(intended)) => {
            words::say_with("{intended} intended", &[("intended", &words::said(intended.name()))])
        }
        (Some(computed), Some(intended)) if computed < intended => words::say_with(
            "{computed}, {intended} intended",
            &[("computed", &words::said(computed.name())), ("intended", &words::said(intended.name()))],
        ),
        (Some(computed), _) => words::said(computed.name()),
    }
}

/// The whole way of each way that reaches, or of every way while none does: kilometers and milliseconds, least to most.
fn far(cell: &Cell) -> String {
    let reaching = cell.ways.iter().any(|it| it.carried == Carried::Yes);
    let ways: Vec<&Way> = cell.ways.iter().filter(|it| !reaching || it.carried == Carried::Yes).collect();
    let kilometers: Vec<(u32, bool)> = ways.iter().filter_map(|it| way_km(it)).collect();
    let times: Vec<(u32, u32)> = ways.iter().filter_map(|it| way_ms(it)).collect();
    let least = kilometers.iter().map(|it| it.0).min();
    let most = kilometers.iter().map(|it| it.0).max();
    let (Some(least), Some(most)) = (least, most) else { return String::new() };
    let basis = if kilometers.iter().any(|it| it.1) { DistanceBasis::State } else { DistanceBasis::City };
    let km = match least == most {
        true => words::distance(most, basis),
        false => format!("{}–{}", words::distance(least, basis), words::distance(most, DistanceBasis::City)),
    };
    let low = times.iter().map(|it| it.0).min();
    let high = times.iter().map(|it| it.1).max();
    // A service without a region has no place on the map: what is known ends at the location.
    let to_the_location = ways.iter().all(|it| it.backbone.is_none());
    let far = match (low, high) {
        (Some(low), Some(high)) => format!("{km} {}, {}–{} ms", words::unit(), low / 10, high.div_ceil(10)),
        (_, _) => format!("{km} {}", words::unit()),
    };
    if to_the_location { words::say_with("{far} to the location", &[("far", &far)]) } else { far }
}

/// The kilometers of a way, and whether they are only about right. None where neither leg is known.
fn way_km(way: &Way) -> Option<(u32, bool)> {
    let legs = [way.last_mile, way.backbone];
    let known: Vec<_> = legs.into_iter().flatten().collect();
    let whole = known.iter().map(|it| it.0.whole()).sum();
    let about = known.iter().any(|it| it.1 == DistanceBasis::State);
    (!known.is_empty()).then_some((whole, about))
}

/// The round trip of a way in tenths of milliseconds. None where neither leg is known.
fn way_ms(way: &Way) -> Option<(u32, u32)> {
    let legs = [&way.last_mile_round_trip, &way.backbone_round_trip];
    let known: Vec<_> = legs.into_iter().flatten().collect();
    let sum = |get: fn(&reach::latency::RoundTrip<'static>) -> u32| known.iter().map(|it| get(it)).sum();
    (!known.is_empty()).then(|| (sum(|it| it.low), sum(|it| it.high)))
}

/// A way of an opened cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayWords {
    /// The place of its circuit in the plan.
    pub circuit: usize,
    /// Its circuit and location.
    pub title: String,
    /// How far it is, leg by leg.
    pub legs: String,
    /// Why it reaches the workload, or does not.
    pub reason: String,
}

/// What is said about an opened cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellStory {
    /// Its ways.
    pub ways: Vec<WayWords>,
    /// What they withstand, and what stands against it.
    pub resiliency: Vec<String>,
}

/// The ways and the risks of a cell.
pub fn story(facts: Facts<'_>, judged: &Judged, cell: &Cell) -> CellStory {
    let planned = Planned::new(facts, &judged.plan);
    let way = |it: &Way| {
        let circuit = judged.plan.circuits.get(it.circuit)?;
        let place = location(facts.catalog, &circuit.location);
        let found = planned.judged.iter().find(|other| other.connection == it.connection);
        Some(WayWords {
            circuit: it.circuit,
            title: format!("{}, {place}", circuit.id),
            legs: legs(it, &place),
            reason: found.map(|it| reason(&planned, it)).unwrap_or_default(),
        })
    };
    CellStory { ways: cell.ways.iter().filter_map(way).collect(), resiliency: resiliency(judged, cell) }
}

fn legs(way: &Way, place: &str) -> String {
    let leg = |distance: Option<(reach::geo::Kilometers, DistanceBasis)>,
               time: &Option<reach::latency::RoundTrip<'_>>| {
        let (km, basis) = distance?;
        let km = words::distance(km.whole(), basis);
        Some(match time {
            Some(time) => format!("{km} {}, {} ms", words::unit(), written::round_trip(time)),
            None => format!("{km} {}", words::unit()),
        })
    };
    let near = leg(way.last_mile, &way.last_mile_round_trip)
        .map(|it| words::say_with("Site to {place}: {far}", &[("place", place), ("far", &it)]));
    let far = leg(way.backbone, &way.backbone_round_trip)
        .map(|it| words::say_with("{place} to the region: {far}", &[("place", place), ("far", &it)]));
    [near, far].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn resiliency(judged: &Judged, cell: &Cell) -> Vec<String> {
    let mut lines = Vec::new();
    match cell.computed {
        Some(Resiliency::Maximum) => lines.push(words::said("Maximum: two circuits at two locations reach it.")),
        Some(Resiliency::High) => {
            lines.push(words::said("High: a Metro location reaches it over two sites of one city."))
        }
        Some(Resiliency::Standard) => lines.push(words::said("Standard: it hangs on one location.")),
        None => lines.push(words::said("No way surely reaches it.")),
    }
    if let (true, Some(intended)) = (is_short(cell), cell.intended) {
        lines.push(words::say_with("{intended} is intended.", &[("intended", &words::said(intended.name()))]));
    }
    if let Some(pair) = &cell.pair {
        let ids: Vec<&str> =
            pair.circuits.iter().filter_map(|at| judged.plan.circuits.get(*at)).map(|it| it.id.as_str()).collect();
        let english = match pair.is_far() {
            true => phrase("{one} and {other} are {far} {unit} apart: active/standby is advised."),
            false => phrase("{one} and {other} are {far} {unit} apart: traffic may be balanced over both."),
        };
        let far = words::distance(pair.distance.0.whole(), pair.distance.1);
        let (one, other) = (ids.first().copied().unwrap_or_default(), ids.last().copied().unwrap_or_default());
        let values = [("one", one), ("other", other), ("far", &far), ("unit", words::unit())];
        lines.push(words::say_with(english, &values));
    }
    lines.extend(cell.risks.iter().map(|it| words::said(risk(*it))));
    lines
}

fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::SameMetro => phrase("Risk: both locations lie in one metro."),
        Risk::SharedSite => phrase("Risk: a Metro location shares a site with the other."),
        Risk::SameFacility => phrase("Risk: both locations are printed with one facility."),
        Risk::SameProvider => phrase("Risk: both circuits run through one provider."),
    }
}

#[cfg(test)]
mod tests;

//! Every region of the cloud by its verdict under the chosen SKU: the map's answer as a list.

use crate::components::dom::{El, el};
use crate::components::verdict_row::{Detail, Group, Line, group, verdict_row};
use crate::state::AppState;
use crate::verdict_words::verdict_head;
use leptos::prelude::{ReadUntracked, Track};
use reach::catalog::Catalog;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::latency::{FITTED_TO, estimate};
use reach::order::{number_of, sort_by_number};
use reach::phrase::phrase;
use reach::reachable::{Answer, Destination, Verdict};
use reach::sku::{Cloud, Sku};
use reach::tables::RegionAccess;
use reach::written;
use scene::layout::Target;
use scene::scene::{Glyph, Outline, answer_look};

/// Reads the answers and which row stands open; writes the latter.
pub fn reach_list(state: AppState) -> El {
    let list = el("section").class("answers").said_as("aria-label", "Regions");
    let answers = state.derived.answers;
    list.live_later(true, move || answers.track(), move || groups(state, &answers.read_untracked()))
}

/// The answers as groups of rows, the reachable ones first.
pub fn groups(state: AppState, answers: &[Answer]) -> Vec<El> {
    let of_kind = |kind: &Kind| {
        let taken = answers.iter().filter(|it| kind.takes(it)).copied().collect();
        group_view(state, *kind, taken)
    };
    Kind::ALL.iter().filter_map(of_kind).collect()
}

/// How answers are grouped: by verdict, and what is not documented by what is likely.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Verdict(Verdict),
    LikelyReachable,
    OtherwiseUnknown,
}

impl Kind {
    const ALL: [Kind; 8] = [
        Kind::Verdict(Verdict::Reachable),
        Kind::Verdict(Verdict::DataConflict),
        Kind::LikelyReachable,
        Kind::Verdict(Verdict::NeedsStandard),
        Kind::Verdict(Verdict::NeedsPremium),
        Kind::OtherwiseUnknown,
        Kind::Verdict(Verdict::LocalNotOffered),
        Kind::Verdict(Verdict::Unreachable),
    ];

    fn takes(self, answer: &Answer) -> bool {
        let likely = answer.judgement.likely == Some(Verdict::Reachable);
        match (self, answer.judgement.verdict) {
            (Kind::LikelyReachable, Verdict::NotDocumented) => likely,
            (Kind::OtherwiseUnknown, Verdict::NotDocumented) => !likely,
            (Kind::Verdict(kind), verdict) => kind == verdict,
            (Kind::LikelyReachable | Kind::OtherwiseUnknown, _) => false,
        }
    }

    fn head(self, count: usize) -> &'static str {
        match self {
            Kind::Verdict(verdict) => verdict_head(verdict, count),
            Kind::LikelyReachable => phrase("{count} not documented, likely reachable"),
            Kind::OtherwiseUnknown => phrase("{count} not documented"),
        }
    }

    fn is_open_at_first(self) -> bool {
        matches!(self, Kind::Verdict(Verdict::Reachable | Verdict::DataConflict))
    }
}

fn group_view(state: AppState, kind: Kind, mut answers: Vec<Answer>) -> Option<El> {
    let first = *answers.first()?;
    sort_by_number(&mut answers, |it| number_of(distance(it)));
    let about = Group {
        count: answers.len(),
        head: words::said(kind.head(answers.len())),
        hint: hint(state.catalog, kind, &first),
        round_trip: words::said("ms, est."),
        open: kind.is_open_at_first(),
        targets: answers.iter().filter_map(target).collect(),
    };
    Some(group(state, about, Box::new(move || answers.iter().filter_map(|it| row_view(state, *it)).collect())))
}

/// The common reason of a group, said once.
fn hint(catalog: &Catalog, kind: Kind, first: &Answer) -> String {
    let from = catalog.location(first.circuit.location);
    let place = words::said(&catalog.geopolitical_region(from.geopolitical_region).name);
    let english = match (kind, first.circuit.sku) {
        (Kind::Verdict(Verdict::Reachable), Sku::Local) => phrase("The Local column of {from}."),
        (Kind::Verdict(Verdict::Reachable), Sku::Standard) => phrase("In the geopolitical region of {from}, {place}."),
        (Kind::Verdict(Verdict::Reachable), Sku::Premium) => phrase("The whole {cloud} cloud."),
        (Kind::Verdict(Verdict::NeedsPremium), _) => phrase("In other geopolitical regions."),
        (Kind::Verdict(Verdict::NeedsStandard), _) => phrase("In {place}, beyond Local."),
        (Kind::LikelyReachable, _) => phrase("By where they lie they belong to {place}."),
        (Kind::OtherwiseUnknown, _) => phrase("The geopolitical table does not place them."),
        (Kind::Verdict(Verdict::DataConflict), _) => phrase("Two sources, both shown."),
        (Kind::Verdict(Verdict::LocalNotOffered | Verdict::Unreachable | Verdict::NotDocumented), _) => "",
    };
    words::say_with(english, &[("from", &from.name), ("place", &place), ("cloud", &words::said(from.cloud.name()))])
}

fn distance(answer: &Answer) -> f64 {
    answer.distance.map_or(f64::INFINITY, |(distance, _)| distance.0)
}

fn target(answer: &Answer) -> Option<Target> {
    match answer.to {
        Destination::Region(region) => Some(Target::Region(region)),
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => None,
    }
}

fn row_view(state: AppState, answer: Answer) -> Option<El> {
    let catalog = state.catalog;
    let Destination::Region(region) = answer.to else { return None };
    let row = catalog.region(region);
    let outline = match (row.cloud, row.access) {
        (Cloud::UsGov, _) => Outline::PointUp,
        (Cloud::China, _) => Outline::PointDown,
        (Cloud::Public, RegionAccess::Restricted) => Outline::Cut,
        (Cloud::Public, RegionAccess::Open | RegionAccess::Unknown) => Outline::Plain,
    };
    let (inside, ink) = answer_look(&answer);
    let line = Line {
        target: Target::Region(region),
        mark: Glyph::Square { inside, outline },
        ink,
        name: row.name.clone(),
        exception: exception(catalog, &answer),
        distance: answer.distance.map(|(distance, basis)| (distance.whole(), basis)),
        // Only live regions of the circuit's own cloud are listed: each has an estimate.
        round_trip: answer.distance.map(|(far, _)| written::round_trip(&estimate(far.whole()))).unwrap_or_default(),
        near: in_own_metro(catalog, answer.circuit.location, &answer),
    };
    let detail = move || Detail {
        reason: explain::region_reason(catalog, &answer, words::say_with),
        remedy: smallest(&answer)
            .map(|it| [&it, " ", &words::say_with(BASIS, &[("date", &words::date(FITTED_TO))])].concat()),
        sources: explain::sources(catalog, &answer),
    };
    Some(verdict_row(state, line, Box::new(detail)))
}

/// What sets a row apart from the others of its group; may be empty.
fn exception(catalog: &Catalog, answer: &Answer) -> String {
    let Destination::Region(region) = answer.to else { return String::new() };
    let mut parts: Vec<String> = Vec::new();
    let reachable = answer.judgement.verdict == Verdict::Reachable;
    if let Some(sku) = answer.smallest_sku.filter(|sku| reachable && *sku != answer.circuit.sku) {
        parts.push(match sku {
            Sku::Local => words::said("Local is enough"),
            Sku::Standard => words::said("Standard is enough"),
            Sku::Premium => words::said("Premium is enough"),
        });
    }
    let row = catalog.region(region);
    if row.access == RegionAccess::Restricted && row.cloud == Cloud::Public {
        parts.push(words::said("restricted"));
    }
    parts.join(", ")
}

/// A Local region whose point is known only to its state: the distance says little, its being Local says more.
fn in_own_metro(catalog: &Catalog, location: PeeringLocationId, answer: &Answer) -> bool {
    let Destination::Region(region) = answer.to else { return false };
    let local = catalog.location(location).local_regions.as_ref().is_some_and(|it| it.contains(&region));
    local && answer.distance.is_some_and(|(_, basis)| basis == reach::geo::DistanceBasis::State)
}

/// What the milliseconds rest on.
const BASIS: &str = phrase("Round trip: from the distance, without the last mile, by medians of {date}.");

fn smallest(answer: &Answer) -> Option<String> {
    let (sure, likely) = (answer.smallest_sku, answer.likely_smallest_sku);
    let english = match (sure, likely) {
        (Some(sure), Some(likely)) if sure != likely => {
            phrase("Smallest SKU by the documents: {sku}; likely: {likely}.")
        }
        (Some(_), _) => phrase("Smallest SKU: {sku}."),
        (None, Some(_)) => phrase("No SKU is documented to reach it; likely: {likely}."),
        (None, None) => return None,
    };
    let name = |sku: Option<Sku>| sku.map_or("", Sku::name);
    Some(words::say_with(english, &[("sku", name(sure)), ("likely", name(likely))]))
}

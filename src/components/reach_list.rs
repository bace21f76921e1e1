//! Every region of the cloud by its verdict under the chosen SKU: the map's answer as a list.

use crate::components::verdict_row::{Detail, Group, Line, VerdictRow};
use crate::state::AppState;
use crate::words;
use leptos::prelude::*;
use reach::catalog::Catalog;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::reachable::{Answer, Destination, Verdict};
use reach::sku::{Cloud, Sku};
use reach::tables::RegionAccess;
use scene::layout::Target;
use scene::scene::{Glyph, Outline, answer_look};

/// Reads the answers and which row stands open; writes the latter.
#[component]
pub fn ReachList() -> impl IntoView {
    let state = expect_context::<AppState>();
    let groups = move || {
        let answers = state.derived.answers.get();
        let opened = state.choices.opened.get_untracked();
        let group = |kind: &Kind| group_view(state, *kind, answers.iter().filter(|it| kind.takes(it)).copied().collect(), opened);
        Kind::ALL.iter().filter_map(group).collect_view()
    };
    view! { <section class="answers" aria-label="Regions">{groups}</section> }
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

    fn head(self, count: usize) -> String {
        let regions = if count == 1 { "region" } else { "regions" };
        match self {
            Kind::Verdict(Verdict::Reachable) => format!("{regions} reachable"),
            Kind::Verdict(verdict) => words::verdict_head(verdict).to_owned(),
            Kind::LikelyReachable => "not documented, likely reachable".to_owned(),
            Kind::OtherwiseUnknown => "not documented".to_owned(),
        }
    }

    fn is_open_at_first(self) -> bool {
        matches!(self, Kind::Verdict(Verdict::Reachable | Verdict::DataConflict))
    }
}

fn group_view(state: AppState, kind: Kind, mut answers: Vec<Answer>, opened: Option<Target>) -> Option<AnyView> {
    let first = *answers.first()?;
    answers.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    let hint = hint(state.catalog, kind, &first);
    let holds_opened = answers.iter().any(|it| target(it).is_some() && target(it) == opened);
    let (count, open) = (answers.len(), kind.is_open_at_first() || holds_opened);
    let rows = move || answers.iter().filter_map(|it| row_view(state.catalog, *it)).collect_view().into_any();
    Some(view! { <Group count head=kind.head(count) hint open rows/> }.into_any())
}

/// The common reason of a group, said once.
fn hint(catalog: &Catalog, kind: Kind, first: &Answer) -> Option<String> {
    let from = catalog.location(first.circuit.location);
    let place = &catalog.geopolitical_region(from.geopolitical_region).name;
    match (kind, first.circuit.sku) {
        (Kind::Verdict(Verdict::Reachable), Sku::Local) => Some(format!("The Local column of {}.", from.name)),
        (Kind::Verdict(Verdict::Reachable), Sku::Standard) => Some(format!("In the geopolitical region of {}, {place}.", from.name)),
        (Kind::Verdict(Verdict::Reachable), Sku::Premium) => Some(format!("The whole {} cloud.", from.cloud.name())),
        (Kind::Verdict(Verdict::NeedsPremium), _) => Some("In other geopolitical regions.".to_owned()),
        (Kind::Verdict(Verdict::NeedsStandard), _) => Some(format!("In {place}, beyond Local.")),
        (Kind::LikelyReachable, _) => Some(format!("By their country they belong to {place}.")),
        (Kind::OtherwiseUnknown, _) => Some("The geopolitical table does not place them.".to_owned()),
        (Kind::Verdict(Verdict::DataConflict), _) => Some("Two sources, both shown.".to_owned()),
        (Kind::Verdict(Verdict::LocalNotOffered | Verdict::Unreachable | Verdict::NotDocumented), _) => None,
    }
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

fn row_view(catalog: &'static Catalog, answer: Answer) -> Option<AnyView> {
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
    };
    let detail = move || Detail {
        reason: explain::reason(catalog, &answer),
        remedy: smallest(&answer),
        sources: explain::sources(catalog, &answer),
    };
    Some(view! { <VerdictRow line detail/> }.into_any())
}

fn exception(catalog: &Catalog, answer: &Answer) -> Option<String> {
    let Destination::Region(region) = answer.to else { return None };
    let enough = (answer.judgement.verdict == Verdict::Reachable && answer.smallest_sku != Some(answer.circuit.sku))
        .then_some(answer.smallest_sku)
        .flatten()
        .map(|sku| format!("{} is enough", sku.name()));
    let row = catalog.region(region);
    let restricted = (row.access == RegionAccess::Restricted && row.cloud == Cloud::Public).then(|| "restricted".to_owned());
    let local = in_own_metro(catalog, answer.circuit.location, answer).then(|| "in or near the metro".to_owned());
    let parts: Vec<String> = [enough, restricted, local].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A Local region whose point is known only to its state: the distance says little, its being Local says more.
fn in_own_metro(catalog: &Catalog, location: PeeringLocationId, answer: &Answer) -> bool {
    let Destination::Region(region) = answer.to else { return false };
    let local = catalog.location(location).local_regions.as_ref().is_some_and(|it| it.contains(&region));
    local && answer.distance.is_some_and(|(_, basis)| basis == reach::geo::DistanceBasis::State)
}

fn smallest(answer: &Answer) -> Option<String> {
    match (answer.smallest_sku, answer.likely_smallest_sku) {
        (Some(sure), Some(likely)) if sure != likely => {
            Some(format!("Smallest SKU by the documents: {}; likely: {}.", sure.name(), likely.name()))
        }
        (Some(sure), _) => Some(format!("Smallest SKU: {}.", sure.name())),
        (None, Some(likely)) => Some(format!("No SKU is documented to reach it; likely: {}.", likely.name())),
        (None, None) => None,
    }
}

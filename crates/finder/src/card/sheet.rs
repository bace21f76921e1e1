//! What the page's own sheet says about a chosen location, as a card to be copied: what a circuit there reaches under the
//! chosen SKU, or whom it can be linked with.

use crate::card::{Card, Row, Section, documents, each_once, location, location_reach, location_row};
use crate::data::Data;
use reach::catalog::Catalog;
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::latency::estimate;
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, links_of};
use reach::reachable::{Answer, Circuit, Verdict, reach_of};
use reach::sku::{Peering, Sku};
use reach::written;
use words::say_with;

/// The answer on the sheet.
pub fn card(data: &Data, id: PeeringLocationId, sku: Sku, global_reach: bool) -> Card {
    let whole = location::card(data, id);
    let name = &data.catalog.location(id).name;
    let values = [("name", name.as_str()), ("sku", sku.name())];
    let title = match global_reach {
        true => say_with("Global Reach from {name}, {sku}", &values),
        false => say_with("{name}, {sku}", &values),
    };
    let mut sections = if global_reach { links(data, id, sku) } else { regions(data, id, sku) };
    sections.retain(|it| !it.is_empty());
    // The facts stand first on the card, and last here.
    sections.extend(whole.sections.into_iter().take(1));
    Card { title, sections, ..whole }
}

/// Answers by verdict: a section for each, in this order.
struct Sorted<'a, V, A> {
    data: &'a Data,
    about: String,
    answers: &'a [A],
    verdict: fn(&A) -> V,
    head: fn(V, usize) -> String,
    sources: fn(&Catalog, &A) -> Vec<SourceId>,
    row: fn(&Data, &A) -> Option<Row>,
}

impl<V: Copy + PartialEq, A> Sorted<'_, V, A> {
    fn sections(&self, verdicts: &[V]) -> Vec<Section> {
        verdicts.iter().map(|it| self.section(*it)).collect()
    }

    fn section(&self, verdict: V) -> Section {
        let these: Vec<&A> = self.answers.iter().filter(|it| (self.verdict)(it) == verdict).collect();
        let sources = these.iter().flat_map(|it| documents(self.data, &(self.sources)(self.data.catalog, it)));
        Section {
            head: (self.head)(verdict, these.len()),
            about: self.about.clone(),
            documents: each_once(sources.collect::<Vec<_>>()),
            rows: these.iter().filter_map(|it| (self.row)(self.data, it)).collect(),
            ..Section::default()
        }
    }
}

/// The regions of the cloud by verdict, nearest first, and those announced.
fn regions(data: &Data, location: PeeringLocationId, sku: Sku) -> Vec<Section> {
    let mut answers = reach_of(data.catalog, Circuit { location, sku, peering: Peering::Private });
    location_reach::nearest_first(&mut answers);
    let sorted = Sorted {
        data,
        about: say_with("Reach of {name}", &[("name", &data.catalog.location(location).name)]),
        answers: &answers,
        verdict: |it: &Answer| it.judgement.verdict,
        head: verdict_head,
        sources: explain::sources,
        row: region_row,
    };
    let mut sections = sorted.sections(&[
        Verdict::Reachable,
        Verdict::DataConflict,
        Verdict::NotDocumented,
        Verdict::NeedsStandard,
        Verdict::NeedsPremium,
        Verdict::LocalNotOffered,
        Verdict::Unreachable,
    ]);
    sections.push(location_reach::announced(data, location));
    sections
}

fn verdict_head(verdict: Verdict, count: usize) -> String {
    let count = [("count", &*count.to_string())];
    match verdict {
        Verdict::Reachable => say_with("{count} reachable", &count),
        Verdict::DataConflict => say_with("{count} where sources disagree", &count),
        Verdict::NotDocumented => say_with("{count} not documented", &count),
        Verdict::NeedsStandard => say_with("{count} need Standard", &count),
        Verdict::NeedsPremium => say_with("{count} need Premium", &count),
        Verdict::LocalNotOffered => say_with("{count} not reached: Local is not offered", &count),
        Verdict::Unreachable => say_with("{count} in another cloud", &count),
    }
}

fn region_row(data: &Data, answer: &Answer) -> Option<Row> {
    let told = match answer.judgement.verdict {
        Verdict::DataConflict | Verdict::NotDocumented => explain::reason_in(data.catalog, answer, say_with),
        Verdict::Reachable
        | Verdict::NeedsStandard
        | Verdict::NeedsPremium
        | Verdict::LocalNotOffered
        | Verdict::Unreachable => String::new(),
    };
    location_reach::region(data, answer, told)
}

/// The other locations of the cloud by whether a circuit there can be linked, nearest first.
fn links(data: &Data, location: PeeringLocationId, sku: Sku) -> Vec<Section> {
    let mut answers = links_of(data.catalog, LinkEnd { location, sku }, sku);
    answers.sort_by_key(|it| it.distance.0.whole());
    let sorted = Sorted {
        data,
        about: say_with("Global Reach at {name}", &[("name", &data.catalog.location(location).name)]),
        answers: &answers,
        verdict: |it: &LinkAnswer| it.verdict,
        head: link_head,
        sources: explain::link_sources,
        row: link_row,
    };
    sorted.sections(&[
        LinkVerdict::Linkable,
        LinkVerdict::NeedsPremium,
        LinkVerdict::NotDocumented,
        LinkVerdict::NotLinkable,
    ])
}

fn link_head(verdict: LinkVerdict, count: usize) -> String {
    let count = [("count", &*count.to_string())];
    match verdict {
        LinkVerdict::Linkable => say_with("{count} can be linked as is", &count),
        LinkVerdict::NeedsPremium => say_with("{count} with Premium on both", &count),
        LinkVerdict::NotDocumented => say_with("{count} not documented", &count),
        LinkVerdict::NotLinkable => say_with("{count} cannot be linked", &count),
    }
}

fn link_row(data: &Data, answer: &LinkAnswer) -> Option<Row> {
    let told = match answer.verdict {
        LinkVerdict::Linkable | LinkVerdict::NeedsPremium => String::new(),
        LinkVerdict::NotDocumented | LinkVerdict::NotLinkable => {
            explain::link_reason_in(data.catalog, answer, say_with)
        }
    };
    let (far, basis) = answer.distance;
    Some(Row {
        km: words::distance(far.whole(), basis),
        ms: written::round_trip(&estimate(far.whole())),
        ..location_row::location(data, answer.to.location, told)
    })
}

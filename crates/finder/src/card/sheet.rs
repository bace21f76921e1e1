//! What the page's own sheet says about a chosen location, as a card to be copied: what a circuit there reaches under the
//! chosen SKU, or whom it can be linked with.

use crate::card::{Card, Row, Section, documents, each_once, location, location_row};
use crate::data::Data;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::latency::{estimate, of_answer};
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, links_of};
use reach::reachable::{Answer, Circuit, Destination, Verdict, reach_of};
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

/// The regions of the cloud by verdict, nearest first.
fn regions(data: &Data, location: PeeringLocationId, sku: Sku) -> Vec<Section> {
    let verdicts = [
        Verdict::Reachable,
        Verdict::DataConflict,
        Verdict::NotDocumented,
        Verdict::NeedsStandard,
        Verdict::NeedsPremium,
        Verdict::LocalNotOffered,
        Verdict::Unreachable,
    ];
    let mut answers = reach_of(data.catalog, Circuit { location, sku, peering: Peering::Private });
    answers.sort_by_key(|it| it.distance.map_or(u32::MAX, |it| it.0.whole()));
    let section = |verdict: Verdict| {
        let these: Vec<&Answer> = answers.iter().filter(|it| it.judgement.verdict == verdict).collect();
        let sources = these.iter().flat_map(|it| documents(data, &explain::sources(data.catalog, it)));
        Section {
            head: verdict_head(verdict, these.len()),
            about: say_with("Reach of {name}", &[("name", &data.catalog.location(location).name)]),
            documents: each_once(sources.collect::<Vec<_>>()),
            rows: these.iter().filter_map(|it| region_row(data, it)).collect(),
            ..Section::default()
        }
    };
    verdicts.map(section).into()
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
    let Destination::Region(id) = answer.to else { return None };
    let told = match answer.judgement.verdict {
        Verdict::DataConflict | Verdict::NotDocumented => explain::reason(data.catalog, answer),
        Verdict::Reachable
        | Verdict::NeedsStandard
        | Verdict::NeedsPremium
        | Verdict::LocalNotOffered
        | Verdict::Unreachable => String::new(),
    };
    Some(Row {
        km: answer.distance.map_or_else(String::new, |(far, basis)| words::distance(far.whole(), basis)),
        ms: of_answer(data.catalog, answer).map_or_else(String::new, |it| written::round_trip(&it)),
        ..location_row::region(data, id, told)
    })
}

/// The other locations of the cloud by whether a circuit there can be linked, nearest first.
fn links(data: &Data, location: PeeringLocationId, sku: Sku) -> Vec<Section> {
    let verdicts =
        [LinkVerdict::Linkable, LinkVerdict::NeedsPremium, LinkVerdict::NotDocumented, LinkVerdict::NotLinkable];
    let mut answers = links_of(data.catalog, LinkEnd { location, sku }, sku);
    answers.sort_by_key(|it| it.distance.0.whole());
    let section = |verdict: LinkVerdict| {
        let these: Vec<&LinkAnswer> = answers.iter().filter(|it| it.verdict == verdict).collect();
        let sources = these.iter().flat_map(|it| documents(data, &explain::link_sources(data.catalog, it)));
        Section {
            head: link_head(verdict, these.len()),
            about: say_with("Global Reach at {name}", &[("name", &data.catalog.location(location).name)]),
            documents: each_once(sources.collect::<Vec<_>>()),
            rows: these.iter().map(|it| link_row(data, it)).collect(),
            ..Section::default()
        }
    };
    verdicts.map(section).into()
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

fn link_row(data: &Data, answer: &LinkAnswer) -> Row {
    let told = match answer.verdict {
        LinkVerdict::Linkable | LinkVerdict::NeedsPremium => String::new(),
        LinkVerdict::NotDocumented | LinkVerdict::NotLinkable => explain::link_reason(data.catalog, answer),
    };
    let (far, basis) = answer.distance;
    Row {
        km: words::distance(far.whole(), basis),
        ms: written::round_trip(&estimate(far.whole())),
        ..location_row::location(data, answer.to.location, told)
    }
}

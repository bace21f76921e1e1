//! What a circuit at a location reaches, region by region: by the smallest SKU that does, and which regions are announced.

use crate::card::{Fact, Row, Section, documents, each_once, location_row};
use crate::data::Data;
use reach::explain;
use reach::id::{PeeringLocationId, RegionId};
use reach::latency::of_answer;
use reach::reachable::{Answer, Circuit, Destination, Verdict, reach, reach_of};
use reach::sku::{Peering, Sku};
use reach::tables::RegionStatus;
use reach::written;
use words::{say, say_with};

/// The regions of the cloud by the smallest SKU that reaches them from a location, nearest first; then those announced.
pub fn sections(data: &Data, location: PeeringLocationId) -> Vec<Section> {
    let circuit = Circuit { location, sku: Sku::Premium, peering: Peering::Private };
    let mut answers = reach_of(data.catalog, circuit);
    nearest_first(&mut answers);
    let mut sections: Vec<Section> = Sku::ALL.iter().map(|sku| with(data, location, *sku, &answers)).collect();
    sections.push(announced(data, location));
    sections
}

/// How many regions a circuit at a location reaches under each SKU; a larger SKU reaches what a smaller one does.
pub fn counted(data: &Data, location: PeeringLocationId) -> Fact {
    let circuit = Circuit { location, sku: Sku::Premium, peering: Peering::Private };
    let mut answers = reach_of(data.catalog, circuit);
    // The document of the smallest SKU is named first.
    answers.sort_by_key(|it| it.smallest_sku);
    let skus = answers.iter().filter_map(|it| it.smallest_sku);
    let sources = answers.iter().flat_map(|it| {
        let smallest = Circuit { sku: it.smallest_sku.unwrap_or(Sku::Premium), ..circuit };
        documents(data, &explain::sources(data.catalog, &reach(data.catalog, smallest, it.to)))
    });
    let told = match local_is_open(data, location, &answers) {
        None => by_sku(skus),
        Some(open) => {
            let up_to = |sku: Sku| words::number(skus.clone().filter(|it| *it <= sku).count());
            let [standard, premium] = [Sku::Standard, Sku::Premium].map(up_to);
            let values = [("standard", standard.as_str()), ("premium", &premium), ("open", &open)];
            say_with("{standard} with Standard, {premium} with Premium; {open}", &values)
        }
    };
    Fact::new(say("Regions reached"), told).from(each_once(sources.collect::<Vec<_>>()))
}

/// What the documents leave open about Local at a location; none where they say which regions it reaches.
fn local_is_open(data: &Data, location: PeeringLocationId, answers: &[Answer]) -> Option<String> {
    if data.catalog.location(location).local_regions.is_none() {
        return Some(say("Local not documented").into_owned());
    }
    let disagree = answers.iter().any(|it| under_local(data, it) == Verdict::DataConflict);
    disagree.then(|| say("sources disagree about Local").into_owned())
}

/// The verdict about a region if the circuit were a Local one.
fn under_local(data: &Data, answer: &Answer) -> Verdict {
    reach(data.catalog, Circuit { sku: Sku::Local, ..answer.circuit }, answer.to).judgement.verdict
}

/// How many there are under each SKU, of which these are the smallest ones.
pub fn by_sku(smallest: impl Iterator<Item = Sku> + Clone) -> String {
    let up_to = |sku: Sku| match smallest.clone().filter(|it| *it <= sku).count() {
        0 => say("none").into_owned(),
        count => words::number(count),
    };
    let [local, standard, premium] = [Sku::Local, Sku::Standard, Sku::Premium].map(up_to);
    let values = [("local", local.as_str()), ("standard", &standard), ("premium", &premium)];
    say_with("{local} with Local, {standard} with Standard, {premium} with Premium", &values)
}

/// Sorts answers by the distance of their regions.
pub fn nearest_first(answers: &mut [Answer]) {
    answers.sort_by_key(|it| it.distance.map_or(u32::MAX, |it| it.0.whole()));
}

/// The regions that one SKU is the smallest to reach.
fn with(data: &Data, location: PeeringLocationId, sku: Sku, answers: &[Answer]) -> Section {
    let row = data.catalog.location(location);
    let own: Vec<&Answer> = answers.iter().filter(|it| it.smallest_sku == Some(sku)).collect();
    let count = words::number(own.len());
    let counts = [("count", count.as_str()), ("sku", sku.name())];
    let area = say_with(&data.catalog.geopolitical_region(row.geopolitical_region).name, &[]);
    let hint = match sku {
        Sku::Local => say("Its own Local column.").into_owned(),
        Sku::Standard => say_with("In its own geopolitical region, {name}.", &[("name", &area)]),
        Sku::Premium => say("Every other region of the cloud.").into_owned(),
    };
    let under = |answer: &Answer| reach(data.catalog, Circuit { sku, ..answer.circuit }, answer.to);
    let sources = own.iter().flat_map(|it| documents(data, &explain::sources(data.catalog, &under(it))));
    Section {
        head: match answers.iter().all(|it| it.smallest_sku >= Some(sku)) {
            true => say_with("{count} reached with {sku}", &counts),
            false => say_with("{count} more with {sku}", &counts),
        },
        about: say_with("Reach of {name}", &[("name", &row.name)]),
        hint,
        folded: sku == Sku::Premium,
        documents: each_once(sources.collect::<Vec<_>>()),
        rows: own.iter().filter_map(|it| Some(Row { sku: Some(sku), ..region(data, it, doubt(data, it))? })).collect(),
        ..Section::default()
    }
}

/// What the documents leave open about a smaller SKU; empty where they agree.
fn doubt(data: &Data, answer: &Answer) -> String {
    if under_local(data, answer) == Verdict::DataConflict {
        return say("sources disagree about Local").into_owned();
    }
    let likely = answer.likely_smallest_sku.filter(|it| Some(*it) != answer.smallest_sku);
    likely.map_or_else(String::new, |it| say_with("likely {sku}", &[("sku", it.name())]))
}

/// The regions of the cloud that are announced and not in use, each with the document that says so. No rule places them.
pub fn announced(data: &Data, location: PeeringLocationId) -> Section {
    let (catalog, row) = (data.catalog, data.catalog.location(location));
    let circuit = Circuit { location, sku: Sku::Premium, peering: Peering::Private };
    let waiting = |id: &RegionId| {
        let region = catalog.region(*id);
        region.cloud == row.cloud && region.status == RegionStatus::Announced
    };
    let ids = catalog.region_ids().filter(waiting);
    let mut answers: Vec<Answer> = ids.map(|id| reach(catalog, circuit, Destination::Region(id))).collect();
    nearest_first(&mut answers);
    let line = |answer: &Answer| {
        let Destination::Region(id) = answer.to else { return None };
        let documents = documents(data, &catalog.region(id).sources);
        Some(Row { documents, ms: String::new(), ..region(data, answer, doubt(data, answer))? })
    };
    Section {
        head: say_with("{count} announced", &[("count", &words::number(answers.len()))]),
        about: say_with("Announced regions, seen from {name}", &[("name", &row.name)]),
        hint: say("Not in use yet: no document says that a circuit reaches them.").into_owned(),
        folded: true,
        rows: answers.iter().filter_map(line).collect(),
        ..Section::default()
    }
}

/// The row of the region that an answer is about, with the way there.
pub fn region(data: &Data, answer: &Answer, told: String) -> Option<Row> {
    let Destination::Region(id) = answer.to else { return None };
    Some(Row {
        km: answer.distance.map_or_else(String::new, |(far, basis)| words::distance(far.whole(), basis)),
        ms: of_answer(data.catalog, answer).map_or_else(String::new, |it| written::round_trip(&it)),
        ..location_row::region(data, id, told)
    })
}

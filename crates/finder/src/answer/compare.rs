//! Two circuits side by side: facts beside facts, counts beside counts, and what only one of them reaches.

use crate::answer::{Answer, editor, facts_beside, matrix, rows};
use crate::card::location::provider_documents;
use crate::card::report::{self, Part};
use crate::card::{Card, Fact, Row, Section, documents, drawn, each_once, location_row};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::question::{About, Question};
use reach::beside::{Beside, beside};
use reach::details::Document;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::link::{LinkAnswer, LinkEnd};
use reach::reachable::{self, Circuit, Destination};
use reach::sku::{Peering, Sku};
use words::{say, say_with};

/// The answer about two circuits; with fewer, the fields to choose them.
pub fn answer(data: &Data, ends: &[LinkEnd]) -> Answer {
    let catalog = data.catalog;
    let both = |ends: [LinkEnd; 2]| {
        let card = card(data, ends);
        let body = body(data, ends, &card);
        (card, body)
    };
    let chosen = ends.try_into().ok().map(both);
    let waiting = || {
        let told = say("Choose two locations, or one location twice with two SKUs.").into_owned();
        (Card { title: say("Compare two circuits").into_owned(), told, ..Card::default() }, Vec::new())
    };
    let (card, body) = chosen.unwrap_or_else(waiting);
    let fields =
        el("div").attr("data-live", "sides").class("editor two-sides").children([0, 1].map(|at| side(data, ends, at)));
    Answer {
        title: card.title.clone(),
        told: card.told.clone(),
        card: Some(card),
        body: vec![fields, el("div").attr("data-live", "compare").class("wide-answer").children(body)],
        foot: vec![rows::about_numbers(), rows::credit(data)],
        cloud: ends.first().map(|it| catalog.location(it.location).cloud),
        places: ends.iter().map(|it| catalog.location_point(it.location)).collect(),
        ..Answer::default()
    }
}

/// The question that holds `end` beside a circuit that differs from it in the SKU alone.
pub fn beside_other_sku(data: &Data, end: LinkEnd) -> Question {
    let sku = match end.sku {
        Sku::Premium => Sku::Standard,
        Sku::Local | Sku::Standard => Sku::Premium,
    };
    let ends = [end, LinkEnd { sku, ..end }].map(|it| matrix::end(data, it));
    Question::about(About::Compare(ends.to_vec()))
}

fn named(data: &Data, end: LinkEnd) -> String {
    let values = [("location", data.catalog.location(end.location).name.as_str()), ("sku", end.sku.name())];
    say_with("{location} {sku}", &values)
}

fn told(data: &Data, ends: [LinkEnd; 2], found: &Beside) -> String {
    let both = words::number(found.both);
    if ends[0].location == ends[1].location {
        return say_with("Two SKUs at one location. Regions that both reach: {count}.", &[("count", &both)]);
    }
    let (far, basis) = data.catalog.distance_between(ends[0].location, ends[1].location);
    let far = words::distance(far.whole(), basis);
    let values = [("distance", far.as_str()), ("unit", words::unit()), ("count", &both)];
    say_with("{distance} {unit} apart. Regions that both reach: {count}.", &values)
}

/// For one side a field for its location, and once it has one, its SKU.
fn side(data: &Data, ends: &[LinkEnd], at: usize) -> El {
    let kind = ["end-", &at.to_string()].concat();
    let label = match (at, ends.get(at).is_some()) {
        (0, true) => say("First: another location"),
        (0, false) => say("First: a location"),
        (_, true) => say("Second: another location"),
        (_, false) => say("Second: a location"),
    };
    let sku = ends.get(at).map(|end| {
        let location = &data.catalog.location(end.location).name;
        editor::sku(&kind, &say_with("SKU at {location}", &[("location", location)]), end.sku)
    });
    el("div").class("side").child(editor::field(&kind, &label)).children(sku)
}

/// The answer below the fields: the facts as a table, then the lists, as the card has them.
fn body(data: &Data, ends: [LinkEnd; 2], card: &Card) -> Vec<El> {
    let mut sections = card.sections.iter().enumerate();
    let mut made = vec![drawn::acts(data, card, None)];
    made.extend(sections.next().map(|(_, it)| table(data, ends, it)).into_iter().flatten());
    made.extend(sections.map(|(at, it)| drawn::section(data, at, it, |_, row| row)));
    if card.sections.len() == 1 {
        let same = say("They reach the same regions, and can be linked to the same locations.");
        made.push(el("p").class("note").text(&same));
    }
    made.push(drawn::folded_documents(&card.documents()));
    made
}

/// The facts as a table, each with the dates of its documents, and these below it.
fn table(data: &Data, ends: [LinkEnd; 2], section: &Section) -> [El; 2] {
    let all = section.all_documents();
    let line = |(at, it): (usize, &Fact)| {
        let same = it.values.windows(2).all(|pair| pair[0] == pair[1]);
        let values = it.values.iter().map(|value| el("td").text(&value.text));
        // At the end of the line; below the name where there is no room for that.
        let dated = |tag: &str| el(tag).class("fact-date").children(drawn::dates(it.documents_in(section), &all));
        let name = el("th").attr("scope", "row").attr("data-acts", "div").text(&it.name).child(dated("div"));
        let name = name.child(drawn::flag(&report::key(0, Part::Fact(at)), &it.name));
        el("tr").class(if same { "same" } else { "differs" }).child(name).children(values).child(dated("td"))
    };
    let heads = [0, 1].map(|at| {
        let slug = &data.catalog.location(ends[at].location).slug;
        let name = section.columns.get(at).map_or("", String::as_str);
        let name = button("word", "data-choose", slug).attr("data-sku", ends[at].sku.as_str()).text(name);
        el("th").attr("scope", "col").child(name)
    });
    let corner = el("th").attr("scope", "col").child(el("span").class("unseen").text(&say("Fact")));
    let date = el("th").attr("scope", "col").class("fact-date").child(el("span").class("unseen").text(&say("Date")));
    let head = el("thead").child(el("tr").child(corner).children(heads).child(date));
    let table = el("table").class("beside").attr("aria-label", &say("Facts side by side")).child(head);
    let lines = section.facts.iter().enumerate().map(line);
    let frame = el("div").class("beside-frame").child(table.child(el("tbody").children(lines)));
    [frame, el("div").class("section-foot quiet").child(drawn::numbered(&all))]
}

/// The comparison as data.
pub fn card(data: &Data, ends: [LinkEnd; 2]) -> Card {
    let circuits = ends.map(|it| Circuit { location: it.location, sku: it.sku, peering: Peering::Private });
    let found = beside(data.catalog, circuits);
    let names = ends.map(|it| named(data, it));
    let facts = Section {
        head: say("Facts side by side").into_owned(),
        about: say_with("Facts of {first} and {second}", &[("first", &names[0]), ("second", &names[1])]),
        columns: names.to_vec(),
        facts: facts_beside::facts(data, ends, &found),
        ..Section::default()
    };
    let mut sections = vec![facts];
    sections.extend([0, 1].map(|at| only_regions(data, &found, &names, at)));
    sections.extend([0, 1].map(|at| only_partners(data, &found, &names, at)));
    sections.extend([0, 1].map(|at| only_providers(data, ends, at)));
    sections.retain(|it| !it.is_empty());
    Card {
        title: say_with("{first} beside {second}", &[("first", &names[0]), ("second", &names[1])]),
        told: told(data, ends, &found),
        sections,
        ..Card::default()
    }
}

/// A list of what only one side has.
fn only(head: String, hint: String, folded: bool, rows: Vec<Row>, documents: Vec<&'static Document>) -> Section {
    let about = head.clone();
    let head = [words::number(rows.len()), head].join(" ");
    let documents = each_once(documents);
    Section { head, about, hint, folded, rows, documents, ..Section::default() }
}

/// The regions that only one side reaches, each with how the other could.
fn only_regions(data: &Data, found: &Beside, names: &[String; 2], at: usize) -> Section {
    let answers = &found.only[at];
    let row = |answer: &reachable::Answer| match answer.to {
        Destination::Region(id) => Some(location_row::region(data, id, how(data, answer))),
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => None,
    };
    let head = match answers.len() {
        1 => say_with("region only {circuit} reaches", &[("circuit", &names[at])]),
        _ => say_with("regions only {circuit} reaches", &[("circuit", &names[at])]),
    };
    let hint = say_with("Beside each what it would take from {circuit}.", &[("circuit", &names[1 - at])]);
    let sources = answers.iter().flat_map(|it| documents(data, &explain::sources(data.catalog, it)));
    only(head, hint, answers.len() > 12, answers.iter().filter_map(row).collect(), sources.collect())
}

/// How a circuit that does not reach a region could.
fn how(data: &Data, answer: &reachable::Answer) -> String {
    let here = &data.catalog.location(answer.circuit.location).name;
    match (answer.smallest_sku, answer.likely_smallest_sku) {
        (Some(sku), _) => say_with("{location} with {sku}", &[("location", here), ("sku", sku.name())]),
        (None, Some(sku)) => say_with("{location} likely with {sku}", &[("location", here), ("sku", sku.name())]),
        (None, None) => say_with("not from {location}", &[("location", here)]),
    }
}

/// The locations that only one side can be linked to, each with why the other cannot, or what would mend it.
fn only_partners(data: &Data, found: &Beside, names: &[String; 2], at: usize) -> Section {
    let answers = &found.only_partners[at];
    let row = |answer: &LinkAnswer| Row {
        km: words::distance(answer.distance.0.whole(), answer.distance.1),
        more: explain::link_reason_in(data.catalog, answer, say_with),
        ..location_row::location(data, answer.to.location, String::new())
    };
    let circuit = [("circuit", names[at].as_str())];
    let head = match answers.len() {
        1 => say_with("Global Reach partner only of {circuit}", &circuit),
        _ => say_with("Global Reach partners only of {circuit}", &circuit),
    };
    let hint = say_with("As the SKUs are. Beside each what {circuit} lacks.", &[("circuit", &names[1 - at])]);
    let sources = answers.iter().flat_map(|it| documents(data, &explain::link_sources(data.catalog, it)));
    only(head, hint, true, answers.iter().map(row).collect(), sources.collect())
}

/// The providers that offer circuits at one of two locations only.
fn only_providers(data: &Data, ends: [LinkEnd; 2], at: usize) -> Section {
    let of = |id: PeeringLocationId| {
        let offers = data.providers.offers.iter().filter(move |it| it.location == id && it.available);
        offers.map(|it| it.provider)
    };
    let other: Vec<u16> = of(ends[1 - at].location).collect();
    let alone = of(ends[at].location).filter(|it| !other.contains(it));
    let rows: Vec<Row> = alone.map(|it| location_row::provider(data, it, "")).collect();
    let location = [("location", data.catalog.location(ends[at].location).name.as_str())];
    let head = match rows.len() {
        1 => say_with("provider only at {location}", &location),
        _ => say_with("providers only at {location}", &location),
    };
    only(head, String::new(), true, rows, provider_documents(data, ends[at].location))
}

//! Two circuits side by side: facts beside facts, counts beside counts, and what only one of them reaches.

use crate::answer::facts_beside::{self, Line};
use crate::answer::{Answer, editor, matrix, rows};
use crate::card::{Card, Fact, Section, documents, drawn, location_row};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::glyph;
use crate::question::{About, Question};
use find::item::Found;
use reach::beside::{Beside, beside};
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::link::{LinkAnswer, LinkEnd};
use reach::reachable::{self, Circuit, Destination};
use reach::sku::{Peering, Sku};
use words::{say, say_with};

/// The answer about two circuits; with fewer, the fields to choose them.
pub fn answer(data: &Data, ends: &[LinkEnd]) -> Answer {
    let catalog = data.catalog;
    let chosen = ends.try_into().ok().map(|ends: [LinkEnd; 2]| both(data, ends));
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

/// Card and body about two circuits.
fn both(data: &Data, ends: [LinkEnd; 2]) -> (Card, Vec<El>) {
    let circuits = ends.map(|it| Circuit { location: it.location, sku: it.sku, peering: Peering::Private });
    let found = beside(data.catalog, circuits);
    let names = ends.map(|it| named(data, it));
    let card = card(data, ends, &found, &names);
    let body = body(data, ends, &found, &names, &card);
    (card, body)
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

fn body(data: &Data, ends: [LinkEnd; 2], found: &Beside, names: &[String; 2], card: &Card) -> Vec<El> {
    let mut made = vec![facts(data, ends, &facts_beside::lines(data, ends, found), names)];
    made.extend([0, 1].into_iter().filter_map(|at| only_regions(data, found, names, at)));
    made.extend([0, 1].into_iter().filter_map(|at| only_partners(data, found, names, at)));
    made.extend([0, 1].into_iter().filter_map(|at| only_providers(data, ends, at)));
    if made.len() == 1 {
        let same = say("They reach the same regions, and can be linked to the same locations.");
        made.push(el("p").class("note").text(&same));
    }
    made.push(drawn::acts(data, card));
    made.push(rows::folded_sources(data, sources(data, ends)));
    made
}

/// The facts as a table.
fn facts(data: &Data, ends: [LinkEnd; 2], lines: &[Line], names: &[String; 2]) -> El {
    let line = |it: &Line| {
        let class = if it.values[0] == it.values[1] { "same" } else { "differs" };
        let values = it.values.each_ref().map(|value| el("td").text(value));
        el("tr").class(class).child(el("th").attr("scope", "row").text(&it.name)).children(values)
    };
    let heads = [0, 1].map(|at| {
        let slug = &data.catalog.location(ends[at].location).slug;
        let name = button("word", "data-choose", slug).attr("data-sku", ends[at].sku.as_str()).text(&names[at]);
        el("th").attr("scope", "col").child(name)
    });
    let corner = el("th").attr("scope", "col").child(el("span").class("unseen").text(&say("Fact")));
    let head = el("thead").child(el("tr").child(corner).children(heads));
    let table = el("table").class("beside").attr("aria-label", &say("Facts side by side"));
    el("div").class("matrix-frame").child(table.child(head).child(el("tbody").children(lines.iter().map(line))))
}

/// The comparison as data, to be copied.
fn card(data: &Data, ends: [LinkEnd; 2], found: &Beside, names: &[String; 2]) -> Card {
    let fact = |it: &Line| {
        let values = [("first", it.values[0].as_str()), ("second", it.values[1].as_str())];
        Fact::new(it.name.clone(), say_with("{first}; {second}", &values))
    };
    let facts = Section {
        head: say("Facts side by side").into_owned(),
        hint: names.join("; "),
        facts: facts_beside::lines(data, ends, found).iter().map(fact).collect(),
        documents: documents(data, &sources(data, ends)),
        ..Section::default()
    };
    let only = |at: usize| {
        let row = |answer: &reachable::Answer| match answer.to {
            Destination::Region(id) => Some(location_row::region(data, id, how(data, answer))),
            Destination::Microsoft365(_) | Destination::Dynamics365(_) => None,
        };
        let rows: Vec<_> = found.only[at].iter().filter_map(row).collect();
        let head = [words::number(rows.len()), only_regions_head(rows.len(), &names[at])].join(" ");
        (!rows.is_empty()).then(|| Section { head, rows, ..Section::default() })
    };
    Card {
        title: say_with("{first} beside {second}", &[("first", &names[0]), ("second", &names[1])]),
        told: told(data, ends, found),
        sections: [facts].into_iter().chain([0, 1].into_iter().filter_map(only)).collect(),
        ..Card::default()
    }
}

/// The documents behind the facts and the rules.
fn sources(data: &Data, ends: [LinkEnd; 2]) -> Vec<SourceId> {
    let rules = data.catalog.rule_sources();
    let own = ends.iter().flat_map(|it| data.catalog.location(it.location).sources.iter().copied());
    own.chain([rules.locations, rules.metro, rules.geopolitical, rules.global_reach, rules.faq]).collect()
}

fn only_regions_head(count: usize, circuit: &str) -> String {
    match count {
        1 => say_with("region only {circuit} reaches", &[("circuit", circuit)]),
        _ => say_with("regions only {circuit} reaches", &[("circuit", circuit)]),
    }
}

/// The regions that only one side reaches, each with how the other could.
fn only_regions(data: &Data, found: &Beside, names: &[String; 2], at: usize) -> Option<El> {
    let line = |answer: &reachable::Answer| {
        let Destination::Region(id) = answer.to else { return el("li") };
        rows::region(data, id, &how(data, answer))
    };
    let answers = &found.only[at];
    let head = only_regions_head(answers.len(), &names[at]);
    let hint = say_with("Beside each what it would take from {circuit}.", &[("circuit", &names[1 - at])]);
    rows::group(answers.len(), &head, &hint, answers.len() <= 12, false, answers.iter().map(line).collect())
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
fn only_partners(data: &Data, found: &Beside, names: &[String; 2], at: usize) -> Option<El> {
    let line = |answer: &LinkAnswer| {
        let row = data.catalog.location(answer.to.location);
        let line = button("row-line", "data-choose", &row.slug);
        let line = line.child(glyph::glyph(data.catalog, Found::Location(answer.to.location)));
        let why = explain::link_reason_in(data.catalog, answer, say_with);
        let far = words::distance(answer.distance.0.whole(), answer.distance.1);
        let line = line.child(rows::label(&row.name, "")).child(el("span").class("row-km").text(&far));
        el("li").class("row").child(line).child(el("p").class("row-more").text(&why))
    };
    let answers = &found.only_partners[at];
    let circuit = [("circuit", names[at].as_str())];
    let head = match answers.len() {
        1 => say_with("Global Reach partner only of {circuit}", &circuit),
        _ => say_with("Global Reach partners only of {circuit}", &circuit),
    };
    let hint = say_with("As the SKUs are. Beside each what {circuit} lacks.", &[("circuit", &names[1 - at])]);
    rows::group(answers.len(), &head, &hint, false, false, answers.iter().map(line).collect())
}

/// The providers that offer circuits at one of two locations only.
fn only_providers(data: &Data, ends: [LinkEnd; 2], at: usize) -> Option<El> {
    let of = |id: PeeringLocationId| {
        let offers = data.providers.offers.iter().filter(move |it| it.location == id && it.available);
        offers.map(|it| it.provider)
    };
    let other: Vec<u16> = of(ends[1 - at].location).collect();
    let only = of(ends[at].location).filter(|it| !other.contains(it));
    let names: Vec<&str> =
        only.filter_map(|it| data.providers.providers.get(usize::from(it))).map(String::as_str).collect();
    let location = [("location", data.catalog.location(ends[at].location).name.as_str())];
    let head = match names.len() {
        1 => say_with("provider only at {location}", &location),
        _ => say_with("providers only at {location}", &location),
    };
    let lines = names.iter().map(|name| el("li").class("row row-plain").text(name)).collect();
    rows::group(names.len(), &head, "", false, false, lines)
}

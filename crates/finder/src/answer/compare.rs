//! Two circuits side by side: facts beside facts, counts beside counts, and what only one of them reaches.

use crate::answer::{Answer, editor, matrix, rows};
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
        let title = say("Compare two circuits").into_owned();
        (title, say("Choose two locations, or one location twice with two SKUs.").into_owned(), Vec::new())
    };
    let (title, told, body) = chosen.unwrap_or_else(waiting);
    let fields =
        el("div").attr("data-live", "sides").class("editor two-sides").children([0, 1].map(|at| side(data, ends, at)));
    Answer {
        title,
        told,
        body: vec![fields, el("div").attr("data-live", "compare").class("wide-answer").children(body)],
        foot: vec![rows::about_numbers(), rows::credit(data)],
        wide: true,
        cloud: ends.first().map(|it| catalog.location(it.location).cloud),
        places: ends.iter().map(|it| catalog.location_point(it.location)).collect(),
        ..Answer::default()
    }
}

/// Title, line and body about two circuits.
fn both(data: &Data, ends: [LinkEnd; 2]) -> (String, String, Vec<El>) {
    let circuits = ends.map(|it| Circuit { location: it.location, sku: it.sku, peering: Peering::Private });
    let found = beside(data.catalog, circuits);
    let names = ends.map(|it| named(data, it));
    let title = say_with("{first} beside {second}", &[("first", &names[0]), ("second", &names[1])]);
    (title, told(data, ends, &found), body(data, ends, &found, &names))
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

fn body(data: &Data, ends: [LinkEnd; 2], found: &Beside, names: &[String; 2]) -> Vec<El> {
    let mut made = vec![facts(data, ends, found, names)];
    made.extend([0, 1].into_iter().filter_map(|at| only_regions(data, found, names, at)));
    made.extend([0, 1].into_iter().filter_map(|at| only_partners(data, found, names, at)));
    made.extend([0, 1].into_iter().filter_map(|at| only_providers(data, ends, at)));
    if made.len() == 1 {
        made.push(
            el("p").class("note").text(&say("They reach the same regions, and can be linked to the same locations.")),
        );
    }
    let rules = data.catalog.rule_sources();
    let mut sources: Vec<SourceId> =
        ends.iter().flat_map(|it| data.catalog.location(it.location).sources.clone()).collect();
    sources.extend([rules.locations, rules.metro, rules.geopolitical, rules.global_reach, rules.faq]);
    made.push(rows::folded_sources(data, sources));
    made
}

fn facts(data: &Data, ends: [LinkEnd; 2], found: &Beside, names: &[String; 2]) -> El {
    let catalog = data.catalog;
    let rows = ends.map(|it| catalog.location(it.location));
    let counted = |at: usize| {
        let reached = found.reached[at];
        let (sure, likely) = (reached.sure.to_string(), reached.likely.to_string());
        match reached.likely {
            0 => sure,
            _ => say_with("{sure}, and {likely} likely", &[("sure", &sure), ("likely", &likely)]),
        }
    };
    let line = |name: &str, values: [String; 2]| {
        let class = if values[0] == values[1] { "same" } else { "differs" };
        let [first, second] = values.map(|it| el("td").text(&it));
        el("tr").class(class).child(el("th").attr("scope", "row").text(name)).child(first).child(second)
    };
    let lines = [
        line(&say("Regions reached"), [counted(0), counted(1)]),
        line(&say("Only this one reaches"), [0, 1].map(|at| found.only[at].len().to_string())),
        line(&say("Global Reach partners"), found.partners.map(|it| it.to_string())),
        line(
            &say("Geopolitical region"),
            rows.map(|it| say_with(&catalog.geopolitical_region(it.geopolitical_region).name, &[])),
        ),
        line(&say("Facility"), rows.map(|it| or_not_documented(&it.facility))),
        line(&say("Providers"), rows.map(|it| it.providers_available.to_string())),
        line(&say("Providers coming soon"), rows.map(|it| it.providers_coming.to_string())),
        line(
            &say("Pricing zone"),
            rows.map(|it| it.pricing_zone.map_or_else(|| or_not_documented(""), |it| it.to_string())),
        ),
        line(&say("ExpressRoute Direct"), rows.map(|it| yes_or_no(it.direct))),
        line(&say("Local regions"), ends.map(|it| local(data, it.location))),
        line(&say("Metro"), ends.map(|it| metro(data, it.location))),
    ];
    let heads = [0, 1].map(|at| {
        let slug = &rows[at].slug;
        let name = button("word", "data-choose", slug).attr("data-sku", ends[at].sku.as_str()).text(&names[at]);
        el("th").attr("scope", "col").child(name)
    });
    let corner = el("th").attr("scope", "col").child(el("span").class("unseen").text(&say("Fact")));
    let head = el("thead").child(el("tr").child(corner).children(heads));
    let table = el("table").class("beside").attr("aria-label", &say("Facts side by side"));
    el("div").class("matrix-frame").child(table.child(head).child(el("tbody").children(lines)))
}

fn or_not_documented(text: &str) -> String {
    if text.is_empty() { say("not documented").into_owned() } else { text.to_owned() }
}

fn yes_or_no(value: Option<bool>) -> String {
    let said = match value {
        Some(true) => say("yes"),
        Some(false) => say("no"),
        None => say("not documented"),
    };
    said.into_owned()
}

fn local(data: &Data, id: PeeringLocationId) -> String {
    match &data.catalog.location(id).local_regions {
        None => or_not_documented(""),
        Some(column) if column.is_empty() => say("none").into_owned(),
        Some(column) => {
            let names: Vec<&str> = column.iter().map(|it| data.catalog.region(*it).name.as_str()).collect();
            names.join(", ")
        }
    }
}

fn metro(data: &Data, id: PeeringLocationId) -> String {
    let row = data.catalog.location(id);
    let ids = if row.metro { row.sites.as_slice() } else { data.catalog.metros_of(id) };
    let names: Vec<&str> = ids.iter().map(|it| data.catalog.location(*it).name.as_str()).collect();
    match (row.metro, names.is_empty()) {
        (_, true) => say("none").into_owned(),
        (true, false) => say_with("over {sites}", &[("sites", &names.join(", "))]),
        (false, false) => say_with("in {metros}", &[("metros", &names.join(", "))]),
    }
}

/// The regions that only one side reaches, each with how the other could.
fn only_regions(data: &Data, found: &Beside, names: &[String; 2], at: usize) -> Option<El> {
    let line = |answer: &reachable::Answer| {
        let Destination::Region(id) = answer.to else { return el("li") };
        rows::region(data, id, &how(data, answer))
    };
    let answers = &found.only[at];
    let circuit = [("circuit", names[at].as_str())];
    let head = match answers.len() {
        1 => say_with("region only {circuit} reaches", &circuit),
        _ => say_with("regions only {circuit} reaches", &circuit),
    };
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

//! The nearest locations to a city or a point, and the way on to a region.

use crate::answer::{Answer, Asked, editor, filters, reached_by, rows};
use crate::card::facts::{listed_by, pointed_by};
use crate::card::{Card, Row, Section, documents, drawn, each_once, location_row};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::named;
use crate::only::filtered;
use crate::question::{About, Question, Wishes};
use find::item::Found;
use find::nearest::{Backbone, Entry, Wish, nearest_metros};
use find::shown::written_point;
use reach::details::Document;
use reach::explain;
use reach::geo::{DistanceBasis, LonLat};
use reach::id::{PeeringLocationId, RegionId};
use reach::index::Filter;
use reach::latency::RoundTrip;
use reach::order::number_of;
use reach::reachable::{Circuit, Destination, reach};
use reach::sku::{Cloud, Peering, Sku};
use reach::written;
use words::{say, say_with};

/// The best and three alternatives.
const COUNT: usize = 4;

/// The answer about a city or a point.
pub fn answer(data: &Data, asked: &Asked) -> Answer {
    let point = point_of(data, asked.found);
    let (ways, card) = (points(data, asked), card(data, asked));
    Answer {
        title: card.title.clone(),
        told: card.told.clone(),
        body: vec![
            wishes(data, asked),
            drawn::acts(data, &card, None),
            el("div").class("nearest").attr("data-live", "nearest").children(result(data, asked, &card)),
        ],
        card: Some(card),
        spoken: Some(spoken(data, asked)),
        foot: vec![rows::about_numbers(), rows::credit(data)],
        places: point.into_iter().chain(ways.iter().copied()).collect(),
        lines: point.map(|it| (it, ways)),
        ..Answer::default()
    }
}

/// The answer as data, to be drawn, copied and reported about.
pub fn card(data: &Data, asked: &Asked) -> Card {
    let shown = data.shown();
    let told = match (asked.found, point_of(data, asked.found)) {
        (Found::City(_), Some(point)) => {
            let place = shown.place(asked.found);
            say_with("City in {place}, {point}", &[("place", &place), ("point", &written_point(point))])
        }
        _ => words::said("What is nearest to this point"),
    };
    Card { title: shown.name(asked.found), told, sections: sections(data, asked), ..Card::default() }
}

/// The best location, in a line.
fn spoken(data: &Data, asked: &Asked) -> String {
    match found(data, asked).first() {
        Some(best) => say_with("Nearest: {name}", &[("name", &data.catalog.location(best.location).name)]),
        None => {
            words::said("No location meets all that is asked for. Take a wish or a filter back to see the nearest.")
        }
    }
}

/// Where the nearest locations are, the best first.
fn points(data: &Data, asked: &Asked) -> Vec<LonLat> {
    found(data, asked).iter().map(|it| data.catalog.location_point(it.location)).collect()
}

/// Where something found lies.
pub fn point_of(data: &Data, found: Found) -> Option<LonLat> {
    match found {
        Found::Coordinates(at) => Some(at),
        Found::City(at) => data.index().cities.point(at),
        Found::Country(at) => data.index().cities.point(super::seat(&data.index().cities, at)?),
        Found::Region(id) => Some(data.catalog.region_point(id)),
        Found::Location(id) => Some(data.catalog.location_point(id)),
        Found::Facility(_) | Found::GeopoliticalRegion(_) | Found::Provider(_) => None,
    }
}

/// The metros that meet the wishes and the filters.
fn found(data: &Data, asked: &Asked) -> Vec<Entry> {
    let Some(point) = point_of(data, asked.found) else { return Vec::new() };
    let taken = data.catalog.location_ids().filter(|id| asked.filters.takes(data.facts(), id.index()));
    let among: Vec<PeeringLocationId> = taken.collect();
    let filter = Filter { cloud: asked.cloud, among: Some(&among), ..Filter::default() };
    nearest_metros(data.catalog, point, COUNT, &Wish { filter, sku: asked.sku, regions: &asked.toward })
}

/// The controls for what is wished beside the point, and the filters that narrow the answer.
fn wishes(data: &Data, asked: &Asked) -> El {
    let skus = Sku::ALL.iter().map(|it| (it.as_str().to_owned(), it.name().to_owned()));
    let sku = asked.sku.map_or("", Sku::as_str);
    let toward = editor::chips(data, &say("On to these regions"), &asked.toward, |others| onward(data, asked, others));
    let on_to = say("On to");
    let on_to = el("div").class("wish").child(el("span").text(&on_to)).child(editor::named_field(
        "region",
        &on_to,
        &say("add a region"),
    ));
    let locate = button("word", "data-locate", "").text(&say("Nearest to where I am"));
    el("div")
        .class("wishes")
        .child(on_to)
        .child(el("div").attr("data-live", "toward").child(toward))
        .child(select("sku", &say("SKU up to"), &say("any"), sku, skus))
        .child(el("div").class("among").attr("data-live", "among").children(among(data, asked)))
        .child(el("p").child(locate))
        .child(el("p").class("locate-told").attr("role", "status"))
}

/// Among which locations the nearest are looked for, and the way to change that.
fn among(data: &Data, asked: &Asked) -> Vec<El> {
    let question = onward(data, asked, &asked.toward);
    let change = rows::link("word", &Question::about(About::Filters(Some(Box::new(question)))));
    let change = el("p").child(change.text(&say("Filter by provider and more")));
    narrowed(data, asked).into_iter().chain([change]).collect()
}

/// The filters in force, each with the way to take it back; nothing while none is.
pub fn narrowed(data: &Data, asked: &Asked) -> Vec<El> {
    if asked.filters.is_empty() {
        return Vec::new();
    }
    let told = el("p").text(&filtered(data, &asked.filters, asked.cloud));
    [told].into_iter().chain(filters::in_force_as_chips(data, &asked.filters)).collect()
}

/// The question with other regions to go on to.
fn onward(data: &Data, asked: &Asked, regions: &[RegionId]) -> Question {
    let about = named::about(data, asked.found).unwrap_or_else(|| About::Regions(Vec::new()));
    let toward = regions.iter().map(|id| data.catalog.region(*id).slug.clone()).collect();
    Question { about, wishes: Wishes { toward, sku: asked.sku, ..Wishes::default() } }
}

/// A control for a wish; `chosen` is the value that holds now, empty for none.
fn select(
    name: &str,
    label: &str,
    none: &str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
) -> El {
    let option = |(value, name): (String, String)| {
        let option = el("option").attr("value", &value);
        let option = if value == chosen { option.attr("selected", "") } else { option };
        option.text(&name)
    };
    let select =
        el("select").attr("name", name).attr("aria-label", label).child(el("option").attr("value", "").text(none));
    el("label").child(el("span").text(label)).child(select.children(options.into_iter().map(option)))
}

/// The answer below its controls.
fn result(data: &Data, asked: &Asked, card: &Card) -> Vec<El> {
    let mut made = drawn(data, asked, &card.sections, 0);
    made.push(drawn::folded_documents(&card.documents()));
    made
}

/// The sections of the answer as the panel shows them, the first being the one at this place of its card; where there is
/// none, why. The filters in force are shown among the controls.
pub fn drawn(data: &Data, asked: &Asked, sections: &[Section], first: usize) -> Vec<El> {
    let several = asked.toward.len() > 1;
    let line = |row: &Row, made: El| match row.found {
        Found::Location(id) if several => reached_by::with_needs(data, id, made),
        _ => made,
    };
    let lists = sections.iter().enumerate().filter(|it| !it.1.rows.is_empty());
    let made: Vec<El> = lists.map(|(at, it)| drawn::section(data, first + at, it, line)).collect();
    if made.is_empty() {
        let none =
            words::say("No location meets all that is asked for. Take a wish or a filter back to see the nearest.");
        return vec![el("p").class("note").text(&none)];
    }
    made
}

/// What a row says of a metro.
struct Told {
    others: String,
    km: String,
    ms: String,
    way: String,
    sku: Option<Sku>,
}

fn told_of(data: &Data, asked: &Asked, entry: &Entry) -> Told {
    let catalog = data.catalog;
    let location = catalog.location(entry.location);
    let others: Vec<&str> = entry.others.iter().map(|id| catalog.location(*id).name.as_str()).collect();
    let others = others.join(", ");
    let others = if others.is_empty() { others } else { say_with("also {others}", &[("others", &others)]) };
    // The point itself is at least as exact as a city.
    let km = words::distance(entry.distance.whole(), location.precision.max(DistanceBasis::City));
    let (ms, way) = match entry.backbone {
        Some(on) => (written::round_trip(&sum(entry.last_mile, on.round_trip)), way(data, asked, entry, &on)),
        None => (written::round_trip(&entry.last_mile), String::new()),
    };
    let sku = entry.backbone.map(|it| it.smallest_sku).or(asked.sku);
    let sku = if location.cloud == Cloud::Public || !asked.toward.is_empty() { sku } else { None };
    Told { others, km, ms, way, sku }
}

/// The filters in force, the best and the alternatives.
pub fn sections(data: &Data, asked: &Asked) -> Vec<Section> {
    let found = found(data, asked);
    let line = |entry: &Entry| {
        let it = told_of(data, asked, entry);
        let row = location_row::location(data, entry.location, it.others);
        Row { km: it.km, ms: it.ms, sku: it.sku, more: it.way, documents: behind(data, asked, entry), ..row }
    };
    let section = |head: String, entries: &[Entry]| {
        let rows: Vec<Row> = entries.iter().map(line).collect();
        let documents = each_once(rows.iter().flat_map(|it| it.documents.iter().copied()));
        Section { about: head.clone(), head, rows, documents, ..Section::default() }
    };
    let narrowed = Section {
        head: filtered(data, &asked.filters, asked.cloud),
        about: say("Filters in force").into_owned(),
        facts: filters::in_force_as_facts(data, &asked.filters),
        ..Section::default()
    };
    let head = if asked.toward.is_empty() { say("Nearest") } else { say("Best on the whole way") };
    let (best, others) = found.split_at(found.len().min(1));
    let lists = [section(head.into_owned(), best), section(say("Alternatives").into_owned(), others)];
    [narrowed].into_iter().chain(lists).filter(|it| !it.is_empty()).collect()
}

/// What a row rests on: the list with its location, where both ends of the way lie, what the round trip is estimated by,
/// and what says that the regions to go on to are reached.
fn behind(data: &Data, asked: &Asked, entry: &Entry) -> Vec<&'static Document> {
    let catalog = data.catalog;
    let row = documents(data, &catalog.location(entry.location).sources);
    let mut behind = [listed_by(&row), pointed_by(&row)].concat();
    let keys: &[&str] =
        if matches!(asked.found, Found::City(_)) { &["GeoNames", "LATENCY-P50"] } else { &["LATENCY-P50"] };
    behind.extend(keys.iter().filter_map(|key| data.details.document_of(key)));
    let sku = entry.backbone.map_or(Sku::Premium, |it| it.smallest_sku);
    let circuit = Circuit { location: entry.location, sku, peering: Peering::Private };
    for id in &asked.toward {
        behind.extend(pointed_by(&documents(data, &catalog.region(*id).sources)));
        behind.extend(documents(data, &explain::sources(catalog, &reach(catalog, circuit, Destination::Region(*id)))));
    }
    each_once(behind)
}

/// The two parts of the way to the region, or to the farthest of several.
fn way(data: &Data, asked: &Asked, entry: &Entry, on: &Backbone) -> String {
    let far = |id: &&RegionId| number_of(data.catalog.distance_to_region(entry.location, **id).0.0);
    let farthest = asked.toward.iter().max_by_key(far).map_or("", |id| data.catalog.region(*id).name.as_str());
    let (here, onward) = (written::round_trip(&entry.last_mile), written::round_trip(&on.round_trip));
    let far = words::distance(on.distance.0.whole(), on.distance.1);
    let values = [
        ("here", here.as_str()),
        ("region", farthest),
        ("onward", &onward),
        ("distance", &far),
        ("unit", words::unit()),
        ("sku", on.smallest_sku.name()),
    ];
    match asked.toward.len() {
        1 => say_with("To here {here} ms, on to {region} {onward} ms over {distance} {unit}, with {sku}", &values),
        _ => say_with(
            "To here {here} ms, on to the farthest, {region}, {onward} ms over {distance} {unit}, with {sku}",
            &values,
        ),
    }
}

/// Both ways one after the other.
fn sum(a: RoundTrip<'static>, b: RoundTrip<'static>) -> RoundTrip<'static> {
    RoundTrip { low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high, ..a }
}

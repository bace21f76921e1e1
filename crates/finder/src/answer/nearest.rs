//! The nearest locations to a city or a point, and the way on to a region.

use crate::answer::rows::{self, Row};
use crate::answer::{Answer, Asked, editor, reached_by};
use crate::card::{self, Card, drawn, location_row};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::named;
use crate::only::{filtered, in_force};
use crate::question::{About, Question, Wishes};
use find::fold::slug_of;
use find::item::Found;
use find::nearest::{Backbone, Entry, Wish, nearest_metros};
use find::shown::written_point;
use reach::geo::{DistanceBasis, LonLat};
use reach::id::{PeeringLocationId, RegionId, SourceId};
use reach::index::Filter;
use reach::latency::RoundTrip;
use reach::order::number_of;
use reach::sku::{Cloud, Sku};
use reach::written;
use words::{say, say_with};

/// The best and three alternatives.
const COUNT: usize = 4;

/// The answer about a city or a point.
pub fn answer(data: &Data, asked: &Asked) -> Answer {
    let shown = data.shown();
    let point = point_of(data, asked.found);
    let place = shown.place(asked.found);
    let told = match (asked.found, point) {
        (Found::City(_), Some(point)) => {
            say_with("City in {place}, {point}", &[("place", &place), ("point", &written_point(point))])
        }
        _ => words::said("What is nearest to this point"),
    };
    let (ways, title) = (points(data, asked), shown.name(asked.found));
    let card = card(data, asked, &title, &told);
    Answer {
        title,
        told,
        body: vec![
            wishes(data, asked),
            drawn::acts(data, &card, None),
            el("div").class("nearest").attr("data-live", "nearest").children(rows(data, asked)),
        ],
        card: Some(card),
        spoken: Some(spoken(data, asked)),
        foot: vec![rows::about_numbers(), rows::credit(data)],
        places: point.into_iter().chain(ways.iter().copied()).collect(),
        lines: point.map(|it| (it, ways)),
        ..Answer::default()
    }
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

/// The metros that meet the wishes.
fn found(data: &Data, asked: &Asked) -> Vec<Entry> {
    let Some(point) = point_of(data, asked.found) else { return Vec::new() };
    let offered = |id: &PeeringLocationId, provider: u16| {
        let mut offers = data.providers.offers.iter().filter(|it| it.provider == provider && it.available);
        offers.any(|it| it.location == *id)
    };
    let filters = in_force(data);
    let taken = data.catalog.location_ids().filter(|id| filters.takes(data.facts(), id.index()));
    let among: Vec<PeeringLocationId> = taken.filter(|id| asked.provider.is_none_or(|it| offered(id, it))).collect();
    let filter = Filter { cloud: asked.cloud, among: Some(&among), ..Filter::default() };
    nearest_metros(data.catalog, point, COUNT, &Wish { filter, sku: asked.sku, regions: &asked.toward })
}

/// The controls for what is wished beside the point.
fn wishes(data: &Data, asked: &Asked) -> El {
    let catalog = data.catalog;
    let in_cloud = |at: &usize| {
        let mut offers = data.providers.offers.iter().filter(|it| usize::from(it.provider) == *at && it.available);
        offers.any(|it| catalog.location(it.location).cloud == asked.cloud)
    };
    let providers = data.providers.providers.iter().enumerate().filter(|(at, _)| in_cloud(at));
    let providers = providers.map(|(_, name)| (slug_of(name), name.clone()));
    let skus = Sku::ALL.iter().map(|it| (it.as_str().to_owned(), it.name().to_owned()));
    let provider = asked.provider.and_then(|it| data.providers.providers.get(usize::from(it)));
    let provider = provider.map(|it| slug_of(it)).unwrap_or_default();
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
        .child(select("provider", &say("Provider"), &say("any"), &provider, providers))
        .child(select("sku", &say("SKU up to"), &say("any"), sku, skus))
        .child(el("p").child(locate))
        .child(el("p").class("locate-told").attr("role", "status"))
}

/// The question with other regions to go on to.
fn onward(data: &Data, asked: &Asked, regions: &[RegionId]) -> Question {
    let about = named::about(data, asked.found).unwrap_or_else(|| About::Regions(Vec::new()));
    let provider = asked.provider.and_then(|it| data.providers.providers.get(usize::from(it)));
    let toward = regions.iter().map(|id| data.catalog.region(*id).slug.clone()).collect();
    let wishes = Wishes { toward, provider: provider.map(|it| slug_of(it)), sku: asked.sku, ..Wishes::default() };
    Question { about, wishes }
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

/// The best and the alternatives as rows, with the documents that they rest on.
pub fn rows(data: &Data, asked: &Asked) -> Vec<El> {
    let found = found(data, asked);
    let Some((best, others)) = found.split_first() else {
        let none =
            words::say("No location meets all that is asked for. Take a wish or a filter back to see the nearest.");
        return filters_told(data, asked).into_iter().chain([el("p").class("note").text(&none)]).collect();
    };
    let head = |text: &str| el("h3").class("rows-head").text(text);
    let mut made: Vec<El> = filters_told(data, asked).into_iter().collect();
    made.push(head(&say(if asked.toward.is_empty() { "Nearest" } else { "Best on the whole way" })));
    made.push(rows::list(&say("Best location"), Some(rows::heads()), [row(data, asked, best)]));
    if !others.is_empty() {
        made.push(head(&say("Alternatives")));
        made.push(rows::list(&say("Alternatives"), Some(rows::heads()), others.iter().map(|it| row(data, asked, it))));
    }
    let behind = found.iter().flat_map(|it| data.catalog.location(it.location).sources.iter().copied());
    let behind: Vec<SourceId> = behind.collect();
    made.push(rows::folded_sources(data, behind));
    made
}

/// Says that filters are in force.
fn filters_told(data: &Data, asked: &Asked) -> Option<El> {
    let filters = in_force(data);
    (!filters.is_empty()).then(|| el("p").class("note").text(&filtered(data, &filters, asked.cloud)))
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

fn row(data: &Data, asked: &Asked, entry: &Entry) -> El {
    let it = told_of(data, asked, entry);
    let (location, sku) = (entry.location, it.sku);
    let row = rows::location(data, &Row { location, sku, told: &it.others, km: &it.km, ms: &it.ms, more: &it.way });
    if asked.toward.len() > 1 { reached_by::with_needs(data, entry.location, row) } else { row }
}

/// The answer as a card to be copied.
fn card(data: &Data, asked: &Asked, title: &str, told: &str) -> Card {
    let sections = sections(data, asked);
    Card { title: title.to_owned(), told: told.to_owned(), sections, ..Card::default() }
}

/// The best and the alternatives, to be copied.
pub fn sections(data: &Data, asked: &Asked) -> Vec<card::Section> {
    let found = found(data, asked);
    let line = |entry: &Entry| {
        let it = told_of(data, asked, entry);
        let row = location_row::location(data, entry.location, it.others);
        card::Row { km: it.km, ms: it.ms, sku: it.sku, more: it.way, ..row }
    };
    let section = |head: String, entries: &[Entry]| {
        let sources = entries.iter().flat_map(|it| card::documents(data, &data.catalog.location(it.location).sources));
        let documents = card::each_once(sources.collect::<Vec<_>>());
        let about = head.clone();
        card::Section { head, about, rows: entries.iter().map(line).collect(), documents, ..card::Section::default() }
    };
    let head = if asked.toward.is_empty() { say("Nearest") } else { say("Best on the whole way") };
    let (best, others) = found.split_at(found.len().min(1));
    let mut sections = vec![section(head.into_owned(), best), section(say("Alternatives").into_owned(), others)];
    sections.retain(|it| !it.is_empty());
    sections
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

//! The sheet beside the map about the chosen location: its answer first, then its facts.

use crate::browser::country::Countries;
use crate::components::dom::{El, button, el, icon};
use crate::components::legend;
use crate::components::link_list::link_list;
use crate::components::reach_list::reach_list;
use crate::components::sku_control::sku_control;
use crate::state::AppState;
use crate::state::commands;
use leptos::prelude::{Get, document};
use reach::catalog::Catalog;
use reach::explain;
use reach::geo::DistanceBasis;
use reach::id::{PeeringLocationId, SourceId};
use reach::index::{Filter, nearest};
use reach::phrase::phrase;
use reach::sku::{Cloud, Sku};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

const WHAT_REACH_MEANS: &str = phrase(
    "Reach means: a gateway in that region may be connected to the circuit. VNets behind a connected hub are not assessed. \
        Distances are along great circles.",
);
const CREDIT: &str = phrase("Points: GeoNames (CC BY 4.0) and PeeringDB. Shapes: Natural Earth.");
const LOCAL_TAKES_NO_PART: &str = phrase(
    "A Local circuit cannot use Global Reach. Choose Standard or Premium to see whom a circuit here can be linked to.",
);

/// Reads everything about the location; writes the choices through its controls.
pub fn inspector(state: AppState, location: PeeringLocationId) -> El {
    let lists = move || match state.choices.global_reach.get() {
        true if state.choices.sku.get() == Sku::Local => vec![el("p").class("note").say(LOCAL_TAKES_NO_PART)],
        true => vec![link_list(state)],
        false => vec![el("div").live(move || no_local(state, location)), reach_list(state)],
    };
    el("aside")
        .class("panel")
        .said_as("aria-label", "Chosen location")
        .child(head(state, location))
        .child(sku_control(state))
        .child(facts(state, location))
        .child(acts(state, location))
        .child(el("div").live(lists))
        .children(conflicts(state.catalog, location))
        .child(foot(state, location))
}

fn head(state: AppState, location: PeeringLocationId) -> El {
    let row = state.catalog.location(location);
    let place = words::said(&state.catalog.geopolitical_region(row.geopolitical_region).name);
    // The header says which world is on; here it is said where the place's name alone would mislead.
    let kind = match (row.metro, row.cloud) {
        (true, Cloud::Public | Cloud::UsGov) => phrase("Metro location in {place}, {country}"),
        (false, Cloud::Public | Cloud::UsGov) => phrase("Peering location in {place}, {country}"),
        (true, Cloud::China) => phrase("Metro location in {place}, {country}, China cloud"),
        (false, Cloud::China) => phrase("Peering location in {place}, {country}, China cloud"),
    };
    let country = Countries::of_the_page().name(&row.country);
    let told = words::say_with(kind, &[("place", &place), ("country", &country)]);
    el("div")
        .class("panel-head")
        .child(el("h2").text(&row.name))
        .child(button("icon", move |_| close(state)).said_as("aria-label", "Close").child(icon(
            "",
            "0 0 16 16",
            "M3 3l10 10M13 3L3 13",
        )))
        .child(el("p").text(&told))
}

/// Closes the sheet; the keyboard goes on from the map.
fn close(state: AppState) {
    commands::clear_selection(state);
    let map = document().query_selector(".map").ok().flatten();
    if let Some(map) = map.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // The map takes the focus whenever it is shown, and it always is.
        let _ = map.focus();
    }
}

/// The answer in one sentence, for those who hear the page.
/// The answer in a line for those who hear the page: it stands there before there is one, or nobody would hear it come.
pub fn spoken(state: AppState) -> El {
    let said = move || state.choices.selected.get().map(|it| summary(state, it)).unwrap_or_default();
    el("p").class("unseen").attr("role", "status").live_text(said)
}

fn summary(state: AppState, location: PeeringLocationId) -> String {
    let (name, sku) = (&state.catalog.location(location).name, state.choices.sku.get());
    if state.choices.global_reach.get() {
        return match state.derived.link_count.get() {
            None => words::say_with("{name}: Local circuits take no part in Global Reach.", &[("name", name)]),
            Some(count) if count.undocumented => words::say_with(
                "{name}: no source says whether circuits here take part in Global Reach.",
                &[("name", name)],
            ),
            Some(count) => words::say_with(
                "{name}, {sku}: {count} locations can be linked as is, {more} with Premium on both.",
                &[
                    ("name", name),
                    ("sku", sku.name()),
                    ("count", &count.as_is.to_string()),
                    ("more", &count.with_premium.to_string()),
                ],
            ),
        };
    }
    let at = Sku::ALL.iter().position(|it| *it == sku).unwrap_or_default();
    let count = state.derived.reach_counts.get()[at];
    match count.offered {
        true => words::say_count(
            count.sure,
            "{name}, {sku}: {count} region reachable, {more} more not documented and likely.",
            "{name}, {sku}: {count} regions reachable, {more} more not documented and likely.",
            &[("name", name), ("sku", sku.name()), ("more", &count.likely.to_string())],
        ),
        false => words::say_with("{name}: Local is not offered here.", &[("name", name)]),
    }
}

/// Where Local is to be had nearest, when it is chosen and not offered here.
fn no_local(state: AppState, location: PeeringLocationId) -> Vec<El> {
    let row = state.catalog.location(location);
    let none_here = row.local_regions.as_ref().is_some_and(Vec::is_empty);
    if !none_here || state.choices.sku.get() != Sku::Local {
        return Vec::new();
    }
    let at = Sku::ALL.iter().position(|it| *it == Sku::Local).unwrap_or_default();
    let conflicts = state.derived.reach_counts.get()[at].conflicts > 0;
    let english = match conflicts {
        true => phrase("By its own row Local is not offered at {name}; another source disagrees, see below."),
        false => phrase("Local is not offered at {name}."),
    };
    let note = el("p").class("note").text(&words::say_with(english, &[("name", &row.name)]));
    let filter = Filter { cloud: row.cloud, local: true, metro: Some(false), ..Filter::default() };
    let found = nearest(state.catalog, state.catalog.location_point(location), 1, &filter);
    let Some(near) = found.first() else { return vec![note] };
    let (id, far) = (near.location, words::distance(near.distance.whole(), DistanceBasis::Site));
    let go = move |_| commands::show_answer(state, id, Sku::Local, false);
    let values = [
        ("far", far.as_str()),
        ("unit", words::unit()),
        ("regions", &explain::local_list_in(state.catalog, id, words::say_with)),
    ];
    let nearest =
        words::say_with("The nearest location with Local is {location}, {far} {unit}, to {regions}.", &values);
    let other = button("word", go).text(&state.catalog.location(id).name);
    vec![note.text(" ").around(&nearest, &[("location", other)])]
}

/// The facts of a location, each with the date of its source.
fn facts(state: AppState, location: PeeringLocationId) -> El {
    let catalog = state.catalog;
    let row = catalog.location(location);
    let of_row = |id: PeeringLocationId| {
        catalog.location(id).sources.first().map(|id| words::date(&catalog.source(*id).date)).unwrap_or_default()
    };
    let (date, unknown) = (of_row(location), words::said("not documented"));
    let fact = |name: &'static str, value: El, date: &str| {
        el("div").child(el("dt").say(name)).child(value).child(el("dd").class("fact-date").text(date))
    };
    let plain = |name: &'static str, value: &str| fact(name, el("dd").text(value), &date);
    let metros = if row.metro { &[location] } else { catalog.metros_of(location) };
    let metro = |of: &PeeringLocationId| fact(phrase("Metro"), metro_fact(state, location, *of), &of_row(*of));
    el("dl")
        .class("facts")
        .child(plain(phrase("Facility"), if row.facility.is_empty() { &unknown } else { &row.facility }))
        .child(plain(phrase("Providers"), &providers(catalog, location)))
        .child(plain(phrase("Local"), &local(catalog, location)))
        .children(metros.iter().map(metro))
}

/// What the finder does with the sheet: it is loaded when one of these is pressed first.
fn acts(state: AppState, location: PeeringLocationId) -> El {
    let act = |tag: &str, does: &str, name: &'static str| el(tag).class("word").attr("data-finder", does).say(name);
    let card = ["#find=location:", &state.catalog.location(location).slug].concat();
    el("div")
        .class("acts")
        .child(act("a", "card", phrase("All facts")).attr("href", &card))
        .child(act("button", "text", phrase("Copy as text")))
        .child(act("button", "markdown", phrase("Copy as Markdown")))
}

fn providers(catalog: &Catalog, location: PeeringLocationId) -> String {
    let row = catalog.location(location);
    let now = row.providers_available.to_string();
    let now = match row.providers_coming {
        0 => now,
        coming => words::say_with("{now}, {coming} coming soon", &[("now", &now), ("coming", &coming.to_string())]),
    };
    let zone = match row.pricing_zone {
        Some(zone) => words::say_with("zone {zone}", &[("zone", &zone.to_string())]),
        None => words::said("zone not documented"),
    };
    let direct = words::said(match row.direct {
        Some(true) => "Direct",
        Some(false) => "no Direct",
        None => "Direct not documented",
    });
    [&now, ", ", &zone, ", ", &direct].concat()
}

fn local(catalog: &Catalog, location: PeeringLocationId) -> String {
    match &catalog.location(location).local_regions {
        None => words::said("not documented"),
        Some(column) if column.is_empty() => words::said("none"),
        Some(_) => explain::local_list_in(catalog, location, words::say_with),
    }
}

/// What a location has to do with the Metro location `of`, with the way there.
fn metro_fact(state: AppState, location: PeeringLocationId, of: PeeringLocationId) -> El {
    let catalog = state.catalog;
    let name = |id: PeeringLocationId| {
        button("word", move |_| commands::select_location(state, id)).text(&catalog.location(id).name)
    };
    let mut sites = catalog.location(of).sites.iter().filter(|it| **it != location).map(|id| name(*id));
    let (template, links) = match (of == location, sites.next(), sites.next()) {
        (true, Some(one), Some(other)) => {
            (phrase("one circuit over {site} and {other}"), vec![("site", one), ("other", other)])
        }
        (true, Some(one), None) => {
            (phrase("one circuit over {site} and a site without a row of its own"), vec![("site", one)])
        }
        (true, None, _) => (phrase("not documented"), Vec::new()),
        (false, Some(one), _) => (phrase("pairs with {site} in {metro}"), vec![("site", one), ("metro", name(of))]),
        (false, None, _) => {
            (phrase("pairs with a site without a row of its own in {metro}"), vec![("metro", name(of))])
        }
    };
    el("dd").around(&words::said(template), &links)
}

/// Where the sources disagree about a location: both sides, and what the data set takes. None where they do not.
fn conflicts(catalog: &Catalog, location: PeeringLocationId) -> Option<El> {
    let rows: Vec<_> = catalog.conflicts_of(location).map(|id| catalog.conflict(id)).collect();
    if rows.is_empty() {
        return None;
    }
    let count = rows.len();
    let head =
        words::say_count(count, "{count} disagreement in the sources", "{count} disagreements in the sources", &[]);
    let item = |row: &reach::tables::ConflictRow| {
        let dates: Vec<String> =
            row.sources.iter().map(|id: &SourceId| words::date(&catalog.source(*id).date)).collect();
        // The data set's own words are English.
        let english = |name, text: &str| el(name).attr("lang", "en").text(text);
        let values = [("quoted", &*row.resolution), ("dates", &dates.join(", "))];
        let taken = el("p").class("quiet").text(&words::say_with("Taken: {quoted} ({dates})", &values));
        let seen = el("p").child(english("b", &row.subject)).child(english("span", &[": ", &row.seen].concat()));
        el("li").child(seen).child(taken)
    };
    let details = el("details").class("group conflicts").child(el("summary").child(el("h3").text(&head)));
    Some(details.child(el("ul").children(rows.into_iter().map(item))))
}

fn foot(state: AppState, location: PeeringLocationId) -> El {
    el("div")
        .class("panel-foot")
        .child(button("act", move |_| commands::plan_circuit(state, location)).say("Add a circuit here to the plan"))
        .child(el("p").class("quiet").say(WHAT_REACH_MEANS))
        .child(el("p").class("quiet").say(CREDIT))
        .child(legend::credit(state, "quiet credit"))
}

//! The sheet beside the map about the chosen location: its answer first, then its facts.

use crate::browser::country::Countries;
use crate::components::dom::{El, button, el, icon};
use crate::components::legend;
use crate::components::link_list::link_list;
use crate::components::reach_list::reach_list;
use crate::components::sku_control::sku_control;
use crate::state::AppState;
use crate::state::commands;
use crate::words;
use leptos::prelude::{Get, document};
use reach::catalog::Catalog;
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::index::{Filter, nearest};
use reach::sku::{Cloud, Sku};
use reach::written;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

const WHAT_REACH_MEANS: &str = "Reach means: a gateway in that region may be connected to the circuit. VNets behind a \
    connected hub are not assessed. Distances are great-circle kilometers.";
const CREDIT: &str = "Points: GeoNames (CC BY 4.0) and PeeringDB. Shapes: Natural Earth.";
const LOCAL_TAKES_NO_PART: &str = "A Local circuit cannot use Global Reach. Choose Standard or Premium to see whom a \
    circuit here can be linked to.";

/// Reads everything about the location; writes the choices through its controls.
pub fn inspector(state: AppState, location: PeeringLocationId) -> El {
    let lists = move || match state.choices.global_reach.get() {
        true if state.choices.sku.get() == Sku::Local => vec![el("p").class("note").text(LOCAL_TAKES_NO_PART)],
        true => vec![link_list(state)],
        false => vec![el("div").live(move || no_local(state, location)), reach_list(state)],
    };
    el("aside")
        .class("panel")
        .attr("aria-label", "Chosen location")
        .child(head(state, location))
        .child(sku_control(state))
        .child(el("p").class("unseen").attr("role", "status").live_text(move || summary(state, location)))
        .child(facts(state, location))
        .child(el("div").live(lists))
        .children(conflicts(state.catalog, location))
        .child(foot(state, location))
}

fn head(state: AppState, location: PeeringLocationId) -> El {
    let row = state.catalog.location(location);
    let place = &state.catalog.geopolitical_region(row.geopolitical_region).name;
    let kind = if row.metro { "Metro location in " } else { "Peering location in " };
    // The header says which world is on; here it is said where the place's name alone would mislead.
    let cloud = match row.cloud {
        Cloud::Public | Cloud::UsGov => "",
        Cloud::China => ", China cloud",
    };
    let told = [kind, place, ", ", &Countries::in_english().name(&row.country), cloud].concat();
    el("div")
        .class("panel-head")
        .child(el("h2").text(&row.name))
        .child(button("icon", move |_| close(state)).attr("aria-label", "Close").child(icon(
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
fn summary(state: AppState, location: PeeringLocationId) -> String {
    let (name, sku) = (&state.catalog.location(location).name, state.choices.sku.get());
    if state.choices.global_reach.get() {
        return match state.derived.link_count.get() {
            None => [name, ": Local circuits take no part in Global Reach."].concat(),
            Some(count) if count.undocumented => {
                [name, ": no source says whether circuits here take part in Global Reach."].concat()
            }
            Some(count) => {
                let (as_is, premium) = (count.as_is.to_string(), count.with_premium.to_string());
                let counts = [&as_is, " locations can be linked as is, ", &premium, " with Premium on both."].concat();
                [name, ", ", sku.name(), ": ", &counts].concat()
            }
        };
    }
    let at = Sku::ALL.iter().position(|it| *it == sku).unwrap_or_default();
    let count = state.derived.reach_counts.get()[at];
    match count.offered {
        true => {
            let counts =
                [&words::counted(count.sure, "region", "regions"), " reachable, ", &count.likely.to_string()].concat();
            [name, ", ", sku.name(), ": ", &counts, " more not documented and likely."].concat()
        }
        false => [name, ": Local is not offered here."].concat(),
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
    let say = match conflicts {
        true => {
            ["By its own row Local is not offered at ", &row.name, "; another source disagrees, see below."].concat()
        }
        false => ["Local is not offered at ", &row.name, "."].concat(),
    };
    let say = el("p").class("note").text(&say);
    let filter = Filter { cloud: row.cloud, local: true, metro: Some(false), ..Filter::default() };
    let found = nearest(state.catalog, state.catalog.location_point(location), 1, &filter);
    let Some(near) = found.first() else { return vec![say] };
    let (id, far) = (near.location, written::grouped(near.distance.whole()));
    let go = move |_| commands::show_answer(state, id, Sku::Local, false);
    let rest = [", ", &far, " km, to ", &explain::local_list(state.catalog, id), "."].concat();
    let other = button("word", go).text(&state.catalog.location(id).name);
    vec![say.text(" The nearest location with Local is ").child(other).text(&rest)]
}

/// The facts of a location, each with the date of its source.
fn facts(state: AppState, location: PeeringLocationId) -> El {
    let catalog = state.catalog;
    let row = catalog.location(location);
    let of_row = |id: PeeringLocationId| {
        catalog.location(id).sources.first().map(|id| written::date(&catalog.source(*id).date)).unwrap_or_default()
    };
    let date = of_row(location);
    let fact = |name: &str, value: El, date: &str| {
        el("div").child(el("dt").text(name)).child(value).child(el("dd").class("fact-date").text(date))
    };
    let plain = |name: &str, value: &str| fact(name, el("dd").text(value), &date);
    let metros = if row.metro { &[location] } else { catalog.metros_of(location) };
    let metro = |of: &PeeringLocationId| fact("Metro", metro_fact(state, location, *of), &of_row(*of));
    el("dl")
        .class("facts")
        .child(plain("Facility", if row.facility.is_empty() { "not documented" } else { &row.facility }))
        .child(plain("Providers", &providers(catalog, location)))
        .child(plain("Local", &local(catalog, location)))
        .children(metros.iter().map(metro))
}

fn providers(catalog: &Catalog, location: PeeringLocationId) -> String {
    let row = catalog.location(location);
    let coming = match row.providers_coming {
        0 => String::new(),
        coming => [", ", &coming.to_string(), " coming soon"].concat(),
    };
    let zone = match row.pricing_zone {
        Some(zone) => ["zone ", &zone.to_string()].concat(),
        None => "zone not documented".to_owned(),
    };
    let direct = match row.direct {
        Some(true) => "Direct",
        Some(false) => "no Direct",
        None => "Direct not documented",
    };
    [&row.providers_available.to_string(), &coming, ", ", &zone, ", ", direct].concat()
}

fn local(catalog: &Catalog, location: PeeringLocationId) -> String {
    match &catalog.location(location).local_regions {
        None => "not documented".to_owned(),
        Some(column) if column.is_empty() => "none".to_owned(),
        Some(_) => explain::local_list(catalog, location),
    }
}

/// What a location has to do with the Metro location `of`, with the way there.
fn metro_fact(state: AppState, location: PeeringLocationId, of: PeeringLocationId) -> El {
    let catalog = state.catalog;
    let name = |id: PeeringLocationId| {
        button("word", move |_| commands::select_location(state, id)).text(&catalog.location(id).name)
    };
    let sites = &catalog.location(of).sites;
    let mut told = el("dd").text(if of == location { "one circuit over " } else { "pairs with " });
    for (at, site) in sites.iter().filter(|it| **it != location).enumerate() {
        told = told.text(if at > 0 { " and " } else { "" }).child(name(*site));
    }
    if sites.len() < 2 {
        told = told.text(if of == location { " and " } else { "" }).text("a site without a row of its own");
    }
    if of == location { told } else { told.text(" in ").child(name(of)) }
}

/// Where the sources disagree about a location: both sides, and what the data set takes. None where they do not.
fn conflicts(catalog: &Catalog, location: PeeringLocationId) -> Option<El> {
    let rows: Vec<_> = catalog.conflicts_of(location).map(|id| catalog.conflict(id)).collect();
    if rows.is_empty() {
        return None;
    }
    let head = words::counted(rows.len(), "disagreement in the sources", "disagreements in the sources");
    let item = |row: &reach::tables::ConflictRow| {
        let dates: Vec<String> =
            row.sources.iter().map(|id: &SourceId| written::date(&catalog.source(*id).date)).collect();
        let taken = ["Taken: ", &row.resolution, " (", &dates.join(", "), ")"].concat();
        let seen = el("p").child(el("b").text(&row.subject)).text(&[": ", &row.seen].concat());
        el("li").child(seen).child(el("p").class("quiet").text(&taken))
    };
    let details = el("details").class("group conflicts").child(el("summary").child(el("h3").text(&head)));
    Some(details.child(el("ul").children(rows.into_iter().map(item))))
}

fn foot(state: AppState, location: PeeringLocationId) -> El {
    el("div")
        .class("panel-foot")
        .child(button("act", move |_| commands::plan_circuit(state, location)).text("Add a circuit here to the plan"))
        .child(el("p").class("quiet").text(WHAT_REACH_MEANS))
        .child(el("p").class("quiet").text(CREDIT))
        .child(legend::credit(state, "quiet credit"))
}

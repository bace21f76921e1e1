//! The small card beside the mark under the pointer: at once, and never over the mark.

use crate::components::dom::{El, el};
use crate::state::AppState;
use crate::state::choices::Hover;
use leptos::prelude::{Get, Read, window};
use reach::explain;
use reach::id::{PeeringLocationId, RegionId};
use reach::order::sort_by_number;
use reach::reachable::Destination;
use reach::tables::RegionStatus;
use scene::layout::Target;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Reads what is hovered and the answers; writes nothing.
pub fn hover_card(state: AppState) -> El {
    let card = move || state.choices.hovered.get().map(|hover| card(state, hover)).into_iter().collect();
    let spoken = move || {
        let told = state.choices.hovered.get().map(|hover| told(state, hover.target));
        told.map(|it| el("span").text(&[&it.name, ", ", &it.kind, ". ", &it.more].concat())).into_iter().collect()
    };
    el("div")
        .child(el("div").attr("aria-hidden", "true").live(card))
        .child(el("p").class("unseen").attr("role", "status").live(spoken))
}

fn card(state: AppState, hover: Hover) -> El {
    let size = |it: Result<wasm_bindgen::JsValue, _>| it.ok().and_then(|it| it.as_f64()).unwrap_or(1024.0);
    // Left of the mark on the right part of the screen, above it on the lower one: the card stays on the page.
    let sideways = if hover.at.x > size(window().inner_width()) * 0.55 { "left" } else { "right" };
    let along = if hover.at.y > size(window().inner_height()) * 0.6 { "above" } else { "below" };
    let card = el("div").class(&["hover-card ", sideways, " ", along].concat());
    if let Some(element) = card.node().dyn_ref::<HtmlElement>() {
        let place = |name: &str, at: f64| {
            // A property that the browser refuses leaves the card at the corner.
            let _ = element.style().set_property(name, &[&(at.round() as i32).to_string(), "px"].concat());
        };
        place("left", hover.at.x);
        place("top", hover.at.y);
    }
    match hover.target {
        Target::Location(location) if state.derived.links.read().is_empty() => city_card(state, location, card),
        Target::Location(_) | Target::Region(_) => {
            let Told { name, kind, more } = told(state, hover.target);
            card.child(el("strong").text(&name)).child(el("span").text(&kind)).child(el("p").text(&more))
        }
    }
}

/// Every location of the city with its site and its number of providers; the one under the pointer stands out.
fn city_card(state: AppState, location: PeeringLocationId, card: El) -> El {
    let catalog = state.catalog;
    let own = catalog.location(location);
    let is_here = |id: &PeeringLocationId| {
        let row = catalog.location(*id);
        row.city == own.city && row.cloud == own.cloud
    };
    let mut all: Vec<PeeringLocationId> = catalog.location_ids().filter(is_here).collect();
    sort_by_number(&mut all, |id| u64::from(catalog.location(*id).metro));
    let metros = all.iter().filter(|id| catalog.location(**id).metro).count();
    let place = words::said(&catalog.geopolitical_region(own.geopolitical_region).name);
    let mut kind = words::say_count(all.len() - metros, "{count} location", "{count} locations", &[]);
    if metros > 0 {
        let metros = words::say_count(metros, "a Metro", "{count} Metros", &[]);
        kind = words::say_with("{first} and {second}", &[("first", &kind), ("second", &metros)]);
    }
    let kind = words::say_with("{what} in {place}", &[("what", &kind), ("place", &place)]);
    let line = |class: &str, cells: [&str; 3]| el("p").class(class).children(cells.map(|it| el("span").text(it)));
    let row = |id: &PeeringLocationId| {
        let row = catalog.location(*id);
        let (name, site) = match row.metro {
            true => (row.name.strip_prefix(&own.city).unwrap_or(&row.name), words::said("both sites")),
            false if row.facility.is_empty() => (row.name.as_str(), words::said("site not documented")),
            false => (row.name.as_str(), row.facility.clone()),
        };
        let class = if *id == location { "city-row here" } else { "city-row" };
        line(class, [name, &site, &row.providers_available.to_string()])
    };
    card.child(el("strong").text(&own.city))
        .child(el("span").text(&kind))
        .child(line("city-row head", ["", "", &words::said("providers")]))
        .children(all.iter().map(row))
}

struct Told {
    name: String,
    kind: String,
    more: String,
}

fn told(state: AppState, target: Target) -> Told {
    match target {
        Target::Location(location) => location_told(state, location),
        Target::Region(region) => region_told(state, region),
    }
}

fn location_told(state: AppState, location: PeeringLocationId) -> Told {
    let row = state.catalog.location(location);
    let links = state.derived.links.read();
    let more = match links.iter().find(|it| it.to.location == location) {
        Some(link) => explain::link_reason_in(state.catalog, link, words::say_with),
        None => {
            let unknown = words::said("Site not documented");
            let site = [("site", if row.facility.is_empty() { unknown.as_str() } else { &row.facility })];
            let count = usize::from(row.providers_available);
            words::say_count(count, "{site}; {count} provider", "{site}; {count} providers", &site)
        }
    };
    let kind = words::said(if row.metro { "Metro location" } else { "Peering location" });
    Told { name: row.name.clone(), kind, more }
}

fn region_told(state: AppState, region: RegionId) -> Told {
    let row = state.catalog.region(region);
    let kind = match row.status {
        RegionStatus::Live => {
            let place = if row.place.is_empty() { &row.geography } else { &row.place };
            words::say_with("Azure region, {place}", &[("place", place)])
        }
        RegionStatus::Announced => words::said("Azure region, announced"),
        RegionStatus::Canary | RegionStatus::Retired => words::said("Azure region, not in use"),
    };
    let answers = state.derived.answers.read();
    let answer = answers.iter().find(|it| it.to == Destination::Region(region));
    let more = answer.map(|it| explain::region_reason(state.catalog, it, words::say_with)).unwrap_or_default();
    Told { name: row.name.clone(), kind, more }
}

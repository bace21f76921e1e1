//! The sheet beside the map about the chosen location: its answer first, then its facts.

use crate::components::link_list::LinkList;
use crate::components::reach_list::ReachList;
use crate::components::sku_control::SkuControl;
use crate::state::AppState;
use crate::state::commands;
use crate::words;
use leptos::prelude::*;
use reach::catalog::Catalog;
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::index::{Filter, nearest};
use reach::plan::Edit;
use reach::sku::Sku;

/// Reads everything about the location; writes the choices through its controls.
#[component]
pub fn Inspector(
    /// The chosen location.
    location: PeeringLocationId,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let row = state.catalog.location(location);
    let place = &state.catalog.geopolitical_region(row.geopolitical_region).name;
    let kind = if row.metro { "Metro location" } else { "Peering location" };
    let lists = move || match state.choices.global_reach.get() {
        true if state.choices.sku.get() == Sku::Local => view! { <LocalTakesNoPart/> }.into_any(),
        true => view! { <LinkList/> }.into_any(),
        false => view! { <NoLocal location/> <ReachList/> }.into_any(),
    };
    view! {
        <aside class="panel" aria-label="Chosen location">
            <div class="panel-head">
                <h2>{row.name.as_str()}</h2>
                <button type="button" class="close" aria-label="Close" on:click=move |_| commands::clear_selection(state)>"×"</button>
                <p>{kind} " in " {place.as_str()} ", " {row.country.as_str()} " · " {row.cloud.name()} " cloud"</p>
            </div>
            <SkuControl/>
            <p class="unseen" role="status">{move || summary(state, location)}</p>
            <Facts location/>
            {lists}
            <Conflicts location/>
            <PanelFoot location/>
        </aside>
    }
}

/// The answer in one sentence, for those who hear the page.
fn summary(state: AppState, location: PeeringLocationId) -> String {
    let (name, sku) = (&state.catalog.location(location).name, state.choices.sku.get());
    if state.choices.global_reach.get() {
        return match state.derived.link_count.get() {
            None => format!("{name}: Local circuits take no part in Global Reach."),
            Some(count) => format!("{name}, {}: {} locations can be linked as is, {} with Premium on both.", sku.name(), count.as_is, count.with_premium),
        };
    }
    let at = Sku::ALL.iter().position(|it| *it == sku).unwrap_or_default();
    let count = state.derived.reach_counts.get()[at];
    match count.offered {
        true => format!("{name}, {}: {} regions reachable, {} more not documented and likely.", sku.name(), count.sure, count.likely),
        false => format!("{name}: Local is not offered here."),
    }
}

#[component]
fn LocalTakesNoPart() -> impl IntoView {
    view! { <p class="note">"A Local circuit cannot use Global Reach. Choose Standard or Premium to see whom a circuit here can be linked to."</p> }
}

/// Where Local is to be had nearest, when it is not offered here.
#[component]
fn NoLocal(location: PeeringLocationId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let nearest_local = move || {
        let row = state.catalog.location(location);
        let none_here = row.local_regions.as_ref().is_some_and(Vec::is_empty);
        (none_here && state.choices.sku.get() == Sku::Local).then(|| {
            let filter = Filter { cloud: row.cloud, local: true, metro: Some(false), ..Filter::default() };
            let found = nearest(state.catalog, state.catalog.location_point(location), 1, &filter);
            let other = found.first().map(|near| {
                let (id, kilometers) = (near.location, words::grouped(near.distance.whole()));
                let name = state.catalog.location(id).name.as_str();
                let reaches = explain::local_list(state.catalog, id);
                let go = move |_| commands::select_location(state, id);
                view! { " The nearest location with Local is " <button type="button" class="word" on:click=go>{name}</button> ", " {kilometers} " km, to " {reaches} "." }
            });
            view! { <p class="note">"Local is not offered at " {row.name.as_str()} "." {other}</p> }
        })
    };
    view! { {nearest_local} }
}

/// The facts of a location, each with the date of its source.
#[component]
fn Facts(location: PeeringLocationId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let row = state.catalog.location(location);
    let date = row.sources.first().map(|id| words::date(&state.catalog.source(*id).date));
    let fact = move |name: &'static str, value: String| {
        let date = date.clone();
        view! { <div><dt>{name}</dt><dd>{value}</dd><dd class="fact-date">{date}</dd></div> }
    };
    let known = |text: &str| if text.is_empty() { "not documented".to_owned() } else { text.to_owned() };
    let coming = (row.providers_coming > 0).then(|| format!(", {} coming soon", row.providers_coming)).unwrap_or_default();
    view! {
        <dl class="facts">
            {fact("Facility", known(&row.facility))}
            {fact("Providers", format!("{}{coming}", row.providers_available))}
            {fact("Offers", offers(state.catalog, location))}
            {metro_fact(state.catalog, location).map(|value| fact("Metro", value))}
        </dl>
    }
}

fn offers(catalog: &Catalog, location: PeeringLocationId) -> String {
    let row = catalog.location(location);
    let local = match &row.local_regions {
        None => "Local not documented".to_owned(),
        Some(column) if column.is_empty() => "no Local".to_owned(),
        Some(_) => format!("Local to {}", explain::local_list(catalog, location)),
    };
    let direct = match row.direct {
        Some(true) => "Direct",
        Some(false) => "no Direct",
        None => "Direct not documented",
    };
    let zone = row.pricing_zone.map_or("zone not documented".to_owned(), |zone| format!("zone {zone}"));
    format!("{local}; {direct}; {zone}")
}

fn metro_fact(catalog: &Catalog, location: PeeringLocationId) -> Option<String> {
    let row = catalog.location(location);
    let names = |ids: &[PeeringLocationId]| -> Vec<&str> { ids.iter().map(|id| catalog.location(*id).name.as_str()).collect() };
    if row.metro {
        let second = if row.sites.len() < 2 { " and a site without a row of its own" } else { "" };
        return Some(format!("one circuit over {}{second}", names(&row.sites).join(" and ")));
    }
    let metros = catalog.metros_of(location);
    (!metros.is_empty()).then(|| format!("part of {}", names(metros).join(", ")))
}

/// Where the sources disagree about a location: both sides, and what the data set takes.
#[component]
fn Conflicts(location: PeeringLocationId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let rows: Vec<_> = state.catalog.conflicts_of(location).map(|id| state.catalog.conflict(id)).collect();
    let count = rows.len();
    let note = &state.catalog.location(location).note;
    let items = rows.into_iter().map(|row| {
        let date = |id: &SourceId| words::date(&state.catalog.source(*id).date);
        let dates: Vec<String> = row.sources.iter().map(date).collect();
        view! { <li><p>{row.seen.as_str()}</p><p class="quiet">"Taken: " {row.resolution.as_str()} " (" {dates.join(", ")} ")"</p></li> }
    });
    (count > 0 || !note.is_empty()).then(|| {
        view! {
            <details class="group conflicts">
                <summary><h3>{words::counted(count, "disagreement in the sources", "disagreements in the sources")}</h3></summary>
                {(!note.is_empty()).then(|| view! { <p class="note">{note.as_str()}</p> })}
                <ul>{items.collect_view()}</ul>
            </details>
        }
    })
}

#[component]
fn PanelFoot(location: PeeringLocationId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let add = move |_| {
        let sku = state.choices.sku.get_untracked();
        state.planning.edit(state.catalog, Edit::AddCircuit { location, sku });
        commands::show_page(state, crate::state::choices::Page::Planner);
    };
    view! {
        <div class="panel-foot">
            <button type="button" class="act" on:click=add>"Add a circuit here to the plan"</button>
            <p class="quiet">"Reach means: a gateway in that region may be connected to the circuit. VNets behind a connected hub are not assessed. Distances are great-circle kilometers."</p>
        </div>
    }
}

//! The only writers of the choices: every click, key and address becomes one of these.

use crate::browser::link;
use crate::state::AppState;
use crate::state::address::{Address, View};
use crate::state::choices::{Hover, Page};
use leptos::prelude::{GetUntracked, RwSignal, Set, SetValue, Update};
use reach::geo::LonLat;
use reach::id::PeeringLocationId;
use reach::sku::{Cloud, Sku};
use scene::kind::Kinds;
use scene::layout::Target;
use scene::projection::{project, unproject};
use scene::viewport::Viewport;

/// Chooses a location, and with it its cloud; the address takes a new step.
pub fn select_location(state: AppState, location: PeeringLocationId) {
    let choices = state.choices;
    set_if_new(choices.cloud, state.catalog.location(location).cloud);
    set_if_new(choices.opened, None);
    choices.selected.set(Some(location));
    write_address(state, true);
}

/// Chooses a location and the question asked of it, and shows all of the answer on the map.
pub fn show_answer(state: AppState, location: PeeringLocationId, sku: Sku, global_reach: bool) {
    state.choices.sku.set(sku);
    state.choices.global_reach.set(global_reach);
    select_location(state, location);
    state.fit_asked.update(|times| *times += 1);
}

/// Chooses nothing.
pub fn clear_selection(state: AppState) {
    state.choices.selected.set(None);
    state.choices.opened.set(None);
    write_address(state, true);
}

/// What a click on a mark does: a location is chosen; a region's row opens.
pub fn activate(state: AppState, target: Target) {
    match target {
        Target::Location(location) => select_location(state, location),
        Target::Region(_) => state.choices.opened.set(Some(target)),
    }
}

/// Opens or closes a row of the inspector.
pub fn toggle_row(state: AppState, target: Target) {
    state.choices.opened.update(|opened| *opened = if *opened == Some(target) { None } else { Some(target) });
}

/// Notes what is under the pointer or the keyboard's ring.
pub fn hover(state: AppState, hover: Option<Hover>) {
    if state.choices.hovered.get_untracked() != hover {
        state.choices.hovered.set(hover);
    }
}

/// Chooses the SKU.
pub fn set_sku(state: AppState, sku: Sku) {
    if state.choices.sku.get_untracked() != sku {
        state.choices.sku.set(sku);
        write_address(state, true);
    }
}

/// Turns the Global Reach switch.
pub fn set_global_reach(state: AppState, on: bool) {
    state.choices.opened.set(None);
    state.choices.global_reach.set(on);
    write_address(state, true);
}

/// Switches the world; a location of another one is no longer chosen.
pub fn set_cloud(state: AppState, cloud: Cloud) {
    let choices = state.choices;
    let leaves = choices.selected.get_untracked().is_some_and(|it| state.catalog.location(it).cloud != cloud);
    if leaves {
        choices.selected.set(None);
    }
    choices.hovered.set(None);
    choices.opened.set(None);
    choices.cloud.set(cloud);
    write_address(state, true);
}

/// Makes the world a globe, or flat.
pub fn set_globe(state: AppState, globe: bool) {
    set_if_new(state.choices.globe, globe);
    write_address(state, true);
}

/// Opens a page beside the map.
pub fn show_page(state: AppState, page: Page) {
    state.choices.page.set(page);
    write_address(state, true);
}

/// Hides these kinds of marks and shows all others.
pub fn hide(state: AppState, kinds: Kinds) {
    state.choices.hovered.set(None);
    state.choices.hidden.set(kinds.0);
    write_address(state, false);
}

/// Shows the locations that meet the filters alone: a byte for each, 0 for one that does not; all of them without bytes.
pub fn show_only(state: AppState, bytes: Vec<u8>) {
    state.only.set_value(bytes);
    state.filtered.update(|it| *it += 1);
}

/// Adds a circuit at a location, of the chosen SKU, to the plan.
pub fn plan_circuit(state: AppState, location: PeeringLocationId) {
    state.planner.add_circuit(&circuit(state, location));
    show_page(state, Page::Planner);
}

/// Tells the planner what is chosen, for the next circuit of the plan.
pub fn tell_planner(state: AppState) {
    let chosen = state.choices.selected.get_untracked().map(|it| circuit(state, it));
    state.planner.tell_chosen(&chosen.unwrap_or_default());
}

/// A circuit of the chosen SKU, in the words that the planner understands.
fn circuit(state: AppState, location: PeeringLocationId) -> String {
    [&state.catalog.location(location).slug, " ", state.choices.sku.get_untracked().as_str()].concat()
}

/// Notes the view once it is at rest; the address follows without a new step.
pub fn rest_view(state: AppState, viewport: Viewport) {
    if state.choices.view.get_untracked() != Some(viewport) {
        state.choices.view.set(Some(viewport));
        write_address(state, false);
    }
}

/// Takes over what the address says. Tells the view it asks for, which the map then shows.
pub fn read_address(state: AppState) -> Option<View> {
    let address = Address::parse(&link::fragment());
    let choices = state.choices;
    let at = address.at.as_deref().and_then(|slug| state.catalog.location_by_slug(slug));
    set_if_new(choices.cloud, at.map_or(address.cloud, |it| state.catalog.location(it).cloud));
    set_if_new(choices.selected, at);
    choices.opened.set(None);
    choices.sku.set(address.sku);
    choices.global_reach.set(address.global_reach);
    choices.hidden.set(address.hidden.0);
    set_if_new(choices.globe, address.globe);
    choices.page.set(if address.planner { Page::Planner } else { Page::Map });
    address.view
}

/// The view of an address on this screen; none when its middle is off the map.
pub fn viewport_of(view: View, screen: Viewport) -> Option<Viewport> {
    let at = LonLat::new(f64::from(view.lon_e4) / 1e4, f64::from(view.lat_e4) / 1e4)?;
    Some(Viewport { center: project(at), scale: f64::from(view.scale), ..screen })
}

/// A signal tells everyone who reads it, even when it is set to what it was: most clicks change one thing only.
fn set_if_new<T: PartialEq + Copy + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

fn write_address(state: AppState, as_new_step: bool) {
    let choices = state.choices;
    let location = choices.selected.get_untracked();
    let address = Address {
        cloud: choices.cloud.get_untracked(),
        at: location.map(|it| state.catalog.location(it).slug.clone()),
        sku: choices.sku.get_untracked(),
        global_reach: choices.global_reach.get_untracked(),
        globe: choices.globe.get_untracked(),
        planner: choices.page.get_untracked() == Page::Planner,
        hidden: Kinds(choices.hidden.get_untracked()),
        view: choices.view.get_untracked().and_then(view_of),
    };
    let present = link::fragment();
    let fragment = address.fragment_after(&present);
    if fragment != present {
        link::set_fragment(&fragment, as_new_step);
    }
}

/// The view as an address holds it; none while it shows the whole flat world, which is where every visit starts.
fn view_of(viewport: Viewport) -> Option<View> {
    let world = viewport.world();
    let shows_world = viewport.globe == 0.0 && viewport.scale <= world.scale * 1.001;
    let at = unproject(viewport.center)?;
    let e4 = |degrees: f64| (degrees * 1e4).round() as i32;
    (!shows_world).then(|| View { lat_e4: e4(at.lat()), lon_e4: e4(at.lon()), scale: viewport.scale.round() as i32 })
}

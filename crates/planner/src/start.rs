//! The start: reads the packed data and fills the place that the page keeps for the planner.

use crate::bridge;
use crate::browser::{kept, screen};
use crate::components::panel::Panel;
use crate::state::PlannerState;
use leptos::mount::mount_to;
use leptos::prelude::*;
use reach::catalog::{Catalog, PackedError};
use reach::limits::Limits;
use reach::planned::Facts;
use reach::tables::ProviderTables;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the element that the page keeps for the planner.
const PLACE: &str = "planner";

/// Puts the planner into its place, for as long as the page lives, and tells the page that it listens.
pub fn start() {
    let Some(place) = document().get_element_by_id(PLACE) else { return };
    // Whoever loaded the planner has left a line there.
    place.set_text_content(None);
    let place: HtmlElement = place.unchecked_into();
    match unpacked() {
        Ok(facts) => {
            let planner = move || {
                let state = PlannerState::new(facts, kept::read(), screen::layout());
                state.judge_large_plans();
                keep(state);
                bridge::talk(state);
                view! { <Panel state/> }
            };
            mount_to(place, planner).forget();
            screen::watch_map();
        }
        Err(error) => {
            mount_to(place, move || view! { <p role="alert" class="notice failed">{error.to_string()}</p> }).forget()
        }
    }
}

/// The data, unpacked for as long as the page lives.
fn unpacked() -> Result<Facts<'static>, PackedError> {
    let catalog = Box::leak(Box::new(Catalog::from_packed(tables::CORE)?));
    let limits = Box::leak(Box::new(Limits::from_packed(tables::LIMITS)?));
    let providers = Box::leak(Box::new(ProviderTables::from_packed(tables::PROVIDERS)?));
    Ok(Facts { catalog, limits, providers })
}

/// Keeps every change of the plan in the browser, so that a reload loses nothing.
fn keep(state: PlannerState) {
    Effect::new(move |known: Option<String>| {
        let json = state.planning.json(state.catalog);
        // The plan that was there at the start is not written back: text that could not be read stays until an edit.
        let changed = known.is_some_and(|it| it != json);
        if changed && !kept::write(&json) {
            state.planning.note_not_kept();
        }
        json
    });
}

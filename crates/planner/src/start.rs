//! The start: reads the packed data and fills the place that the page keeps for the planner.

use crate::bridge;
use crate::browser::kept::Kept;
use crate::browser::{address, screen, windows};
use crate::components::panel::Panel;
use crate::overlay;
use crate::overlay::pointer::Placing;
use crate::sharing::packed_in;
use crate::state::PlannerState;
use leptos::mount::mount_to;
use leptos::prelude::*;
use reach::catalog::{Catalog, PackedError};
use reach::limits::Limits;
use reach::planned::Facts;
use reach::tables::ProviderTables;
use std::time::Duration;
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
                let shared = address::fragment();
                let state = PlannerState::new(facts, &Kept, packed_in(&shared), screen::layout());
                state.judge_large_plans();
                keep(state);
                let placing = Placing(RwSignal::new(false));
                provide_context(placing);
                overlay::start(state, placing);
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
    Ok(Facts { catalog, limits, providers, say: words::say_with })
}

/// So long after a change the plan is saved. A window that closes, or is no longer looked at, saves at once.
const REST: Duration = Duration::from_millis(300);

/// Keeps every change of the plan in the browser, and listens to the other windows of the page and to its address.
fn keep(state: PlannerState) {
    let keeping = state.keeping;
    let waits = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        state.planning.history.track();
        let save = move || {
            keeping.save();
        };
        let next = set_timeout_with_handle(save, REST).ok();
        if let Some(Some(earlier)) = waits.try_update_value(|it| std::mem::replace(it, next)) {
            earlier.clear();
        }
    });
    windows::on_leaving(move || keeping.save());
    windows::on_kept_elsewhere(move |name| keeping.hear(name));
    windows::on_new_address(move || {
        if let Some(packed) = packed_in(&address::fragment()) {
            keeping.show_shared(packed);
        }
    });
}

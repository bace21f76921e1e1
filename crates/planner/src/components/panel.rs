//! The whole planner.

use crate::components::bring_sites::BringSites;
use crate::components::circuits::Circuits;
use crate::components::files::Files;
use crate::components::links::Links;
use crate::components::notice_line::NoticeLine;
use crate::components::undo_redo::UndoRedo;
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use reach::plan::edit::Edit;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Reads and writes the plan; provides the state to everything below.
#[component]
pub fn Panel(
    /// The state of the planner.
    state: PlannerState,
) -> impl IntoView {
    provide_context(state);
    let planning = state.planning;
    let name = move || planning.history.read().present().name.clone();
    let rename = move |event| planning.edit(state.catalog, Edit::Rename(event_target_value(&event)));
    let keys = move |event: KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z") && !is_text_field(&event) {
            event.prevent_default();
            if event.shift_key() { planning.redo() } else { planning.undo() }
        }
    };
    // For those who hear the page: what an edit, an undo or a redo left.
    let told = move || {
        let history = planning.history.read();
        let plan = history.present();
        format!("The plan has {} circuits and {} links.", plan.circuits.len(), plan.links.len())
    };
    view! {
        <div on:keydown=keys>
            <div class="panel-head plan-head">
                <label class="unseen" for="plan-name">"Name of the plan"</label>
                <input id="plan-name" class="plan-name" type="text" maxlength="200" prop:value=name on:change=rename/>
                <UndoRedo/>
            </div>
            <Files/>
            <BringSites/>
            <NoticeLine/>
            <p class="unseen" role="status">{told}</p>
            <Circuits/>
            <Links/>
        </div>
    }
}

/// A text field undoes its own letters.
fn is_text_field(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|it| it.dyn_ref::<HtmlInputElement>().is_some())
}

//! One step back, one step again.

use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads and writes the plan's history.
#[component]
pub fn UndoRedo() -> impl IntoView {
    let planning = expect_context::<PlannerState>().planning;
    // Not the attribute `disabled`: a button that disables itself under the hand loses the keyboard's focus.
    let word = |is: bool| if is { "true" } else { "false" };
    let no_past = move || word(!planning.history.read().can_undo());
    let no_future = move || word(!planning.history.read().can_redo());
    view! {
        <button type="button" class="icon" aria-label=words::say("Undo") aria-disabled=no_past on:click=move |_| planning.undo()>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7"/></svg>
        </button>
        <button type="button" class="icon" aria-label=words::say("Redo") aria-disabled=no_future on:click=move |_| planning.redo()>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m10 3 3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9"/></svg>
        </button>
    }
}

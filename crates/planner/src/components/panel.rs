//! The whole planner: the plan, what is found in it, and what it covers, around the map.

use crate::browser::screen;
use crate::components::below::coverage::CoveragePane;
use crate::components::below::reach::ReachPane;
use crate::components::findings::Findings;
use crate::components::outline::Outline;
use crate::components::tabs::Tabs;
use crate::layout::{Layout, Pane};
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
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
    // Wherever the keyboard is: on the map, or nowhere after a button that is gone.
    let undo_keys = window_event_listener(leptos::ev::keydown, move |event| {
        let undo = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z");
        if undo && screen::planner_is_open() && !is_text_field(&event) {
            event.prevent_default();
            if event.shift_key() { planning.redo() } else { planning.undo() }
        }
    });
    on_cleanup(move || undo_keys.remove());
    let pane = move |pane: Pane, class: &'static str, inside: AnyView| {
        let in_tabs = move || state.layout.get().tabs().contains(&pane);
        let hidden = move || !state.layout.get().shows(pane, state.pane.get());
        let role = move || if in_tabs() { "tabpanel" } else { "region" };
        view! { <section id=pane.id() class=class role=role aria-label=words::said(pane.name()) hidden=hidden>{inside}</section> }
    };
    // The order of the keyboard is that of the eyes: in the sheet the tabs stand on top.
    let tabs_come_first = Memo::new(move |_| state.layout.get() == Layout::Narrow);
    view! {
        <div class="plan">
            {move || tabs_come_first.get().then(|| view! { <Tabs/> })}
            {pane(Pane::Outline, "plan-outline", view! { <Outline/> }.into_any())}
            {move || (!tabs_come_first.get()).then(|| view! { <Tabs/> })}
            {pane(Pane::Coverage, "plan-below", view! { <CoveragePane/> }.into_any())}
            {pane(Pane::GlobalReach, "plan-below", view! { <ReachPane/> }.into_any())}
            {pane(Pane::Findings, "plan-findings", view! { <Findings/> }.into_any())}
        </div>
    }
}

/// A text field undoes its own letters.
fn is_text_field(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|it| it.dyn_ref::<HtmlInputElement>().is_some())
}

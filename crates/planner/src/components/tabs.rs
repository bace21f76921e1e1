//! The tabs of the panes that take turns.

use crate::browser::focus;
use crate::judge::Judged;
use crate::layout::Pane;
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Reads the layout; writes the chosen pane.
#[component]
pub fn Tabs() -> impl IntoView {
    let state: PlannerState = expect_context();
    let panes = Memo::new(move |_| state.layout.get().tabs().to_vec());
    let choose = move |pane: Pane| state.pane.set(pane);
    let keys = move |event: KeyboardEvent| {
        let panes = panes.get_untracked();
        let now = state.layout.get_untracked().tab(state.pane.get_untracked());
        let at = panes.iter().position(|it| *it == now).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % panes.len(),
            "ArrowLeft" => (at + panes.len() - 1) % panes.len(),
            "Home" => 0,
            "End" => panes.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(pane) = panes.get(to) {
            choose(*pane);
            focus::move_to(format!("#tab-{}", pane.id()));
        }
    };
    let tab = move |pane: Pane| {
        let on = move || state.layout.get().tab(state.pane.get()) == pane;
        let count = move || count(&state.judged.read(), pane).map(|it| view! { <span class="count">{it}</span> });
        view! {
            <button type="button" role="tab" id=format!("tab-{}", pane.id()) class="plan-tab" aria-controls=pane.id()
                aria-selected=move || if on() { "true" } else { "false" } tabindex=move || if on() { "0" } else { "-1" }
                on:click=move |_| choose(pane)>{words::said(pane.name())} {count}</button>
        }
    };
    view! {
        <div class="plan-tabs" role="tablist" aria-label=words::say("Parts of the planner") on:keydown=keys>
            {move || panes.get().into_iter().map(tab).collect_view()}
        </div>
    }
}

/// A number on the tab.
fn count(judged: &Judged, pane: Pane) -> Option<usize> {
    match pane {
        Pane::Findings => Some(judged.findings.len()),
        Pane::Outline | Pane::Coverage | Pane::GlobalReach => None,
    }
}

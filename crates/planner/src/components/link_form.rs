//! The form that links two circuits.

use crate::judge::judged;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::explain;
use reach::plan::edit::Edit;

/// Reads the plan's circuits; writes a link between two of them.
#[component]
pub fn LinkForm() -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ids =
        move || -> Vec<String> { planning.history.read().present().circuits.iter().map(|it| it.id.clone()).collect() };
    // Whoever has chosen nothing yet means the first two circuits.
    let end = move |chosen: RwSignal<String>, at: usize| {
        let ids = ids();
        let chosen = chosen.get();
        if ids.contains(&chosen) { chosen } else { ids.get(at).cloned().unwrap_or_default() }
    };
    let select = move |label: &'static str, chosen: RwSignal<String>, at: usize| {
        let options = move || {
            let now = end(chosen, at);
            let option = |id: String| view! { <option value=id.clone() selected=id == now>{id.clone()}</option> };
            ids().into_iter().map(option).collect_view()
        };
        view! { <select aria-label=label on:change=move |event| chosen.set(event_target_value(&event))>{options}</select> }
    };
    let (first, second) = (move || end(from, 0), move || end(to, 1));
    let verdict = move || {
        let answer = judged(catalog, planning.history.read().present(), &first(), &second());
        answer.map(|it| explain::link_reason(catalog, &it))
    };
    let add = move |_| planning.edit(catalog, Edit::AddLink { from: first(), to: second() });
    view! {
        <div class="link-form" role="group" aria-label="New link">
            {select("Link from", from, 0)} <span>"to"</span> {select("Link to", to, 1)}
            <button type="button" class="act" disabled=move || first() == second() on:click=add>"Link"</button>
            <p class="quiet">{verdict}</p>
        </div>
    }
}

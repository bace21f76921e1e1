//! The form that links two circuits.

use crate::components::notice_line::told;
use crate::judge::{judged, verdict_words};
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::explain;
use reach::plan::edit::Edit;

/// So many circuits are offered at an end; the form of a link has them all.
const MOST: usize = 500;

/// Reads the plan's circuits; writes a link between two of them.
#[component]
pub fn NewLink() -> impl IntoView {
    let history = expect_context::<PlannerState>().planning.history;
    let enough = Memo::new(move |_| history.read().present().circuits.len() >= 2);
    move || match enough.get() {
        true => view! { <Ends/> }.into_any(),
        false => {
            view! { <p class="note">{words::say("Two circuits can be linked once the plan has them.")}</p> }.into_any()
        }
    }
}

#[component]
fn Ends() -> impl IntoView {
    let state: PlannerState = expect_context();
    let history = state.planning.history;
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ids = Memo::new(move |_| {
        history.read().present().circuits.iter().take(MOST).map(|it| it.id.clone()).collect::<Vec<String>>()
    });
    // Whoever has chosen nothing yet means the first two circuits.
    let end = move |chosen: RwSignal<String>, at: usize| {
        let (ids, chosen) = (ids.get(), chosen.get());
        if ids.contains(&chosen) { chosen } else { ids.get(at).cloned().unwrap_or_default() }
    };
    let select = move |label: String, chosen: RwSignal<String>, at: usize| {
        let options = move || {
            let now = end(chosen, at);
            let option = |id: String| view! { <option value=id.clone() selected=id == now>{id.clone()}</option> };
            ids.get().into_iter().map(option).collect_view()
        };
        view! { <select aria-label=label on:change=move |event| chosen.set(event_target_value(&event))>{options}</select> }
    };
    let (first, second) = (move || end(from, 0), move || end(to, 1));
    let verdict = move || {
        let answer = judged(state.catalog, history.read().present(), &first(), &second())?;
        let reason = explain::link_reason_in(state.catalog, &answer, words::say_with);
        Some(told(&words::say_with(
            "These two: {verdict}. {reason}",
            &[("verdict", &words::said(verdict_words(answer.verdict))), ("reason", &reason)],
        )))
    };
    let add = move |_| state.edit(Edit::AddLink { from: first(), to: second() });
    view! {
        <div class="link-form" role="group" aria-label=words::say("New link")>
            {select(words::said("Link from"), from, 0)} <span>{words::say("to")}</span> {select(words::said("Link to"), to, 1)}
            <button type="button" id="add-global_reach_links" class="act" disabled=move || first() == second() on:click=add>{words::say("Link")}</button>
            <p class="quiet">{verdict}</p>
        </div>
    }
}

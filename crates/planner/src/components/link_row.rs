//! A Global Reach link of the plan.

use crate::judge::verdict_words;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::catalog::Catalog;
use reach::explain;
use reach::link::LinkAnswer;
use reach::plan::edit::Edit;
use reach::written;

/// Writes the plan.
#[component]
pub fn LinkRow(
    /// The id of the circuit at one end.
    from: String,
    /// The id of the circuit at the other end.
    to: String,
    /// What the rules say; none when they cannot say anything.
    answer: Option<LinkAnswer>,
) -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let name = format!("{from} to {to}");
    let remove = move |_| planning.edit(catalog, Edit::RemoveLink { from: from.clone(), to: to.clone() });
    let told = match answer {
        Some(answer) => told(catalog, &answer),
        None => "An end is missing, undecided or not in this data set; kept as it stands.".to_owned(),
    };
    view! {
        <li class="plan-row">
            <span class="plan-row-name">{name.clone()}</span>
            <button type="button" class="icon" aria-label=format!("Remove link {name}") on:click=remove>"×"</button>
            <span class="plan-row-told">{told}</span>
        </li>
    }
}

fn told(catalog: &Catalog, answer: &LinkAnswer) -> String {
    let km = written::kilometers(answer.distance.0.whole(), answer.distance.1);
    let remedy = explain::link_remedy(answer).map(|it| format!(" {it}")).unwrap_or_default();
    format!("{}, {km} km. {}{remedy}", verdict_words(answer.verdict), explain::link_reason(catalog, answer))
}

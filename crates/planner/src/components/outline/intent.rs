//! What the plan is for: its cloud, and what it is meant to withstand.

use crate::state::PlannerState;
use leptos::prelude::*;
use reach::phrase::phrase;
use reach::plan::edit::Edit;
use reach::plan::words::Resiliency;
use reach::plan::{Intent, Plan};
use reach::sku::Cloud;

/// Reads and writes the plan.
#[component]
pub fn IntentFields() -> impl IntoView {
    let state: PlannerState = expect_context();
    let history = state.planning.history;
    let plan = move |get: fn(&Plan) -> String| Memo::new(move |_| get(history.read().present()));
    let resiliency = plan(|it| it.intent.resiliency.map_or("", Resiliency::as_str).to_owned());
    let cloud = plan(|it| it.cloud.as_str().to_owned());
    let intend = move |event| {
        let intent = history.read_untracked().present().intent.clone();
        let resiliency = event_target_value(&event).parse().ok();
        state.edit(Edit::SetIntent(Intent { resiliency, ..intent }));
    };
    let move_cloud = move |event| {
        if let Ok(cloud) = event_target_value(&event).parse() {
            state.edit(Edit::SetCloud(cloud));
        }
    };
    let levels = Resiliency::ALL.iter().map(|it| option(it.as_str(), it.name(), resiliency)).collect_view();
    let clouds = Cloud::ALL.iter().map(|it| option(it.as_str(), it.name(), cloud)).collect_view();
    view! {
        <div class="form plan-intent">
            <div class="field-pair">
                <div class="field">
                    <label for="plan-resiliency">{words::say("Intended resiliency")}</label>
                    <select id="plan-resiliency" prop:value=resiliency on:change=intend>
                        {option("", phrase("Undecided"), resiliency)} {levels}
                    </select>
                </div>
                <div class="field">
                    <label for="plan-cloud">{words::say("Cloud of the plan")}</label>
                    <select id="plan-cloud" prop:value=cloud on:change=move_cloud>{clouds}</select>
                </div>
            </div>
        </div>
    }
}

fn option(value: &'static str, name: &'static str, now: Memo<String>) -> impl IntoView {
    let selected = now.get_untracked() == value;
    view! { <option value=value selected=selected>{words::said(name)}</option> }
}

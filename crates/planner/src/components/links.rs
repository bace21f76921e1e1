//! The Global Reach links of the plan, each with its verdict, and the way to the next one.

use crate::components::link_form::LinkForm;
use crate::components::link_row::LinkRow;
use crate::judge::judged;
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads the plan; its parts write it.
#[component]
pub fn Links() -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let rows = move || {
        let history = planning.history.read();
        let plan = history.present();
        let row = |it: &reach::plan::PlanLink| {
            let answer = judged(catalog, plan, &it.from, &it.to);
            view! { <LinkRow from=it.from.clone() to=it.to.clone() answer/> }
        };
        plan.links.iter().map(row).collect_view()
    };
    let count = move || planning.history.read().present().links.len();
    let enough = Memo::new(move |_| planning.history.read().present().circuits.len() >= 2);
    let next = move || match enough.get() {
        true => view! { <LinkForm/> }.into_any(),
        false => view! { <p class="note">"Two circuits can be linked once the plan has them."</p> }.into_any(),
    };
    view! {
        <section class="plan-part" aria-label="Global Reach links">
            <h3>"Global Reach links" <span class="count">{count}</span></h3>
            <ul class="plan-rows">{rows}</ul>
            {next}
        </section>
    }
}

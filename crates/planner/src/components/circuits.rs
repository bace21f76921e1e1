//! The circuits of the plan, and the way to the next one.

use crate::components::add_circuit::AddCircuit;
use crate::components::circuit_row::CircuitRow;
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads the plan and what is chosen on the map; its parts write the plan.
#[component]
pub fn Circuits() -> impl IntoView {
    let PlannerState { planning, chosen, .. } = expect_context();
    let rows = move || {
        let history = planning.history.read();
        history.present().circuits.iter().map(|it| view! { <CircuitRow circuit=it.clone()/> }).collect_view()
    };
    let count = move || planning.history.read().present().circuits.len();
    let next = move || match chosen.get() {
        Some(chosen) => view! { <AddCircuit chosen/> }.into_any(),
        None => view! { <p class="note">"Choose a peering location on the map to add a circuit there."</p> }.into_any(),
    };
    view! {
        <section class="plan-part" aria-label="Circuits">
            <h3>"Circuits" <span class="count">{count}</span></h3>
            <ul class="plan-rows">{rows}</ul>
            {next}
        </section>
    }
}

//! The button for a circuit at the chosen location.

use crate::bridge::Chosen;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::plan::edit::Edit;

/// Writes the plan.
#[component]
pub fn AddCircuit(
    /// What is chosen on the map.
    chosen: Chosen,
) -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let Chosen { location, sku } = chosen;
    let add = move |_| planning.edit(catalog, Edit::AddCircuit { location, sku });
    let name = catalog.location(location).name.as_str();
    view! { <button type="button" class="act" on:click=add>"Add a circuit at " {name} ", " {sku.name()}</button> }
}

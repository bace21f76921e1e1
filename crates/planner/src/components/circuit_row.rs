//! A circuit of the plan.

use crate::state::PlannerState;
use leptos::prelude::*;
use reach::catalog::Catalog;
use reach::plan::edit::Edit;
use reach::plan::{LocationRef, PlanCircuit};
use reach::sku::Sku;

/// Writes the plan.
#[component]
pub fn CircuitRow(
    /// The circuit as it is now.
    circuit: PlanCircuit,
) -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let (id, tier) = (circuit.id, circuit.tier);
    let remove_id = id.clone();
    let remove = move |_| planning.edit(catalog, Edit::RemoveCircuit { id: remove_id.clone() });
    let sku_id = id.clone();
    let set_sku = move |event| {
        if let Ok(sku) = event_target_value(&event).parse::<Sku>() {
            planning.edit(catalog, Edit::SetSku { circuit: sku_id.clone(), sku });
        }
    };
    let option = move |sku: Sku| view! { <option value=sku.as_str() selected=tier == Some(sku)>{sku.name()}</option> };
    let undecided = tier.is_none().then(|| view! { <option value="" selected=true>"undecided"</option> });
    view! {
        <li class="plan-row">
            <span class="plan-row-name">{id.clone()}</span>
            <select aria-label=format!("SKU of {id}") on:change=set_sku>{undecided}{Sku::ALL.iter().copied().map(option).collect_view()}</select>
            <button type="button" class="icon" aria-label=format!("Remove {id}") on:click=remove>"×"</button>
            <span class="plan-row-told">{place(catalog, &circuit.location)}</span>
        </li>
    }
}

fn place(catalog: &Catalog, location: &LocationRef) -> String {
    match location {
        LocationRef::Known(id) => catalog.location(*id).name.clone(),
        LocationRef::Unknown(slug) => format!("{slug}: not in this data set, kept as it stands"),
    }
}

//! The form of each kind of part.

pub mod circuit;
pub mod circuit_more;
pub mod connection;
pub mod direct_port;
pub mod editor;
pub mod field;
pub mod gateway;
pub mod link;
pub mod offered;
pub mod peering;
pub mod site;
pub mod workload;

use crate::components::form::circuit::CircuitForm;
use crate::components::form::connection::ConnectionForm;
use crate::components::form::direct_port::DirectPortForm;
use crate::components::form::gateway::GatewayForm;
use crate::components::form::link::LinkForm;
use crate::components::form::site::SiteForm;
use crate::components::form::workload::WorkloadForm;
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::plan::edit::{Edit, Part};

/// The form of a part. Reads and writes the plan.
#[component]
pub fn PartForm(
    /// The part.
    part: PartAt,
) -> impl IntoView {
    match part.list {
        PartList::Sites => view! { <SiteForm part/> }.into_any(),
        PartList::Workloads => view! { <WorkloadForm part/> }.into_any(),
        PartList::Circuits => view! { <CircuitForm part/> }.into_any(),
        PartList::Connections => view! { <ConnectionForm part/> }.into_any(),
        PartList::Links => view! { <LinkForm part/> }.into_any(),
        PartList::Gateways => view! { <GatewayForm part/> }.into_any(),
        PartList::DirectPorts => view! { <DirectPortForm part/> }.into_any(),
    }
}

/// Gives a part another id.
///
/// # Errors
/// When the id is empty or taken.
pub fn change_id(state: PlannerState, part: Part, from: &str, to: &str) -> Result<(), String> {
    let to = to.trim();
    if from == to {
        return Ok(());
    }
    if to.is_empty() {
        return Err(words::said("A part needs an id."));
    }
    let history = state.planning.history;
    let before = history.read_untracked().shared().clone();
    state.edit(Edit::ChangeId { part, from: from.to_owned(), to: to.to_owned() });
    let unchanged = std::sync::Arc::ptr_eq(&before, history.read_untracked().shared());
    if unchanged { Err(words::say_with("{to} is taken by another part.", &[("to", to)])) } else { Ok(()) }
}

/// A text as a field shows it.
pub fn shown(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// What was typed; none for nothing.
pub fn typed(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A number as a field shows it.
pub fn number(number: Option<u32>) -> String {
    number.map(|it| it.to_string()).unwrap_or_default()
}

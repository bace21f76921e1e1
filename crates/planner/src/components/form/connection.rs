//! The form of a connection.

use crate::components::form::editor::Editor;
use crate::components::form::field::{Choices, FieldAt, PartNotes, SelectField, TextField, YesNoField, closed};
use crate::components::form::offered::parts;
use crate::components::form::{number, shown, typed};
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::edit::Edit;
use reach::plan::words::ConnectionRole;
use reach::plan::{Connection, Plan};

const FIELDS: &[&str] = &["circuit", "workload", "gateway", "weight", "role", "fastpath"];

/// Reads and writes a connection.
#[component]
pub fn ConnectionForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor: Editor<Connection> = Editor::new(
        part,
        |plan, at| plan.connections.get(at),
        |part, connection| Edit::SetConnection { at: part.at, connection },
    );
    let history = editor.state.planning.history;
    let at = move |name: &'static str| FieldAt::new(part, name);
    let offered = move |list: fn(&Plan) -> Vec<Choices>| Signal::derive(move || list(history.read().present()));
    let circuits =
        offered(|plan| parts(plan.circuits.iter().map(|it| (it.id.clone(), it.id.clone())), &words::said("None yet")));
    let workloads = offered(|plan| {
        parts(
            plan.workloads.iter().map(|it| (it.id.clone(), it.title().to_owned())),
            &words::said("Every workload of the gateway's region"),
        )
    });
    let gateways = offered(|plan| {
        let title = |it: &reach::plan::Gateway| (it.id.clone(), it.name.clone().unwrap_or_else(|| it.id.clone()));
        parts(plan.gateways.iter().map(title), &words::said("Some gateway in the workload's region"))
    });
    let roles = closed(ConnectionRole::ALL, ConnectionRole::as_str, ConnectionRole::name, &words::said("Undecided"));
    view! {
        <PartNotes part fields=FIELDS/>
        <SelectField label="Circuit" at=at("circuit") choices=circuits value=editor.get(|it| it.circuit.clone())
            commit=move |id| editor.put(|it| it.circuit = id)/>
        <SelectField label="Workload" at=at("workload") choices=workloads value=editor.get(|it| shown(it.workload.as_ref()))
            commit=move |id: String| editor.put(|it| it.workload = typed(&id))/>
        <SelectField label="Gateway" at=at("gateway") choices=gateways value=editor.get(|it| shown(it.gateway.as_ref()))
            commit=move |id: String| editor.put(|it| it.gateway = typed(&id))/>
        <div class="field-pair">
            <TextField label="Weight" at=at("weight") mode="numeric" value=editor.get(|it| number(it.weight))
                commit=editor.put_number(|it, to| it.weight = to)/>
            <SelectField label="Role" at=at("role") choices=Signal::stored(roles)
                value=editor.get(|it| it.role.map_or("", ConnectionRole::as_str).to_owned()) commit=editor.put_word(|it, to| it.role = to)/>
        </div>
        <YesNoField label="FastPath" at=at("fastpath") value=editor.get(|it| it.fastpath)
            commit=move |answer| editor.put(|it| it.fastpath = answer)/>
    }
}

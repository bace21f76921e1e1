//! The form of an ExpressRoute Direct port pair.

use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, PartNotes, SelectField, TextField, YesNoField, closed};
use crate::components::form::offered::{locations, port_speeds};
use crate::components::form::{change_id, number};
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::edit::{Edit, Part};
use reach::plan::words::Encapsulation;
use reach::plan::{DirectPort, LocationRef};

const FIELDS: &[&str] = &["id", "location", "port_gbps", "encapsulation", "macsec"];

/// Reads and writes a port pair.
#[component]
pub fn DirectPortForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor: Editor<DirectPort> =
        Editor::new(part, |plan, at| plan.direct_ports.get(at), |_, port| Edit::PutDirectPort(port));
    let state = editor.state;
    let catalog = state.catalog;
    let at = move |name: &'static str| FieldAt::new(part, name);
    let places = Signal::derive(move || locations(catalog, state.planning.history.read().present().cloud));
    let encapsulations =
        closed(Encapsulation::ALL, Encapsulation::as_str, Encapsulation::name, &words::said("Undecided"));
    let move_to = move |slug: String| editor.put(|it| it.location = LocationRef::from_slug(catalog, &slug));
    let id = move |to: String| {
        let from = editor.now().map(|it| it.id).unwrap_or_default();
        change_id(state, Part::DirectPort, &from, &to)
    };
    view! {
        <PartNotes part fields=FIELDS/>
        <SelectField label="Peering location" at=at("location") choices=places
            value=editor.get(move |it| it.location.slug(catalog).to_owned()) commit=move_to/>
        <SelectField label="Port speed" at=at("port_gbps") choices=Signal::stored(port_speeds(state.facts.limits))
            value=editor.get(|it| number(it.port_gbps)) commit=move |gbps: String| editor.put(|it| it.port_gbps = gbps.parse().ok())/>
        <div class="field-pair">
            <SelectField label="Encapsulation" at=at("encapsulation") choices=Signal::stored(encapsulations)
                value=editor.get(|it| it.encapsulation.map_or("", Encapsulation::as_str).to_owned())
                commit=editor.put_word(|it, to| it.encapsulation = to)/>
            <YesNoField label="MACsec" at=at("macsec") value=editor.get(|it| it.macsec) commit=move |answer| editor.put(|it| it.macsec = answer)/>
        </div>
        <TextField label="Id" at=at("id") value=editor.get(|it| it.id.clone()) commit=id/>
    }
}

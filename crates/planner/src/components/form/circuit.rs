//! The form of a circuit: where and how large, and what runs over it.

use crate::components::form::circuit_more::CircuitMore;
use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, PartNotes, SelectField, TextField, closed};
use crate::components::form::offered::{bandwidths, locations, parts, providers};
use crate::components::form::peering::Peerings;
use crate::components::form::{change_id, number, shown, typed};
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::edit::{Edit, Part};
use reach::plan::words::BillingFamily;
use reach::plan::{LocationRef, PlanCircuit};
use reach::sku::Sku;

const FIELDS: &[&str] = &[
    "id",
    "site",
    "location",
    "tier",
    "family",
    "bandwidth_mbps",
    "provider",
    "direct_port",
    "connectivity_model",
    "bgp",
    "vpn_backup",
    "residency",
    "built",
    "peerings",
];

/// The editor of a circuit.
pub fn editor(part: PartAt) -> Editor<PlanCircuit> {
    Editor::new(part, |plan, at| plan.circuits.get(at), |_, circuit| Edit::PutCircuit(Box::new(circuit)))
}

/// Reads and writes a circuit.
#[component]
pub fn CircuitForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor = editor(part);
    let id = move |to: String| {
        let from = editor.now().map(|it| it.id).unwrap_or_default();
        change_id(editor.state, Part::Circuit, &from, &to)
    };
    view! {
        <PartNotes part fields=FIELDS/>
        <Place editor/>
        <Size editor/>
        <Service editor/>
        <Peerings editor/>
        <CircuitMore editor/>
        <TextField label="Id" at=FieldAt::new(part, "id") value=editor.get(|it| it.id.clone()) commit=id/>
    }
}

/// The site and the location.
#[component]
fn Place(
    /// Of the circuit.
    editor: Editor<PlanCircuit>,
) -> impl IntoView {
    let (state, part) = (editor.state, editor.at);
    let catalog = state.catalog;
    let places = Signal::derive(move || locations(catalog, state.planning.history.read().present().cloud));
    let sites = Signal::derive(move || {
        let history = state.planning.history.read();
        parts(history.present().sites.iter().map(|it| (it.id.clone(), it.title().to_owned())), &words::said("No site"))
    });
    let move_to = move |slug: String| editor.put(|it| it.location = LocationRef::from_slug(catalog, &slug));
    let serve = move |id: String| editor.put(|it| it.site = typed(&id));
    view! {
        <SelectField label="Peering location" at=FieldAt::new(part, "location") choices=places
            value=editor.get(move |it| it.location.slug(catalog).to_owned()) commit=move_to/>
        <SelectField label="Site" at=FieldAt::new(part, "site") choices=sites
            value=editor.get(|it| shown(it.site.as_ref())) commit=serve/>
    }
}

/// Tier, family and bandwidth.
#[component]
fn Size(
    /// Of the circuit.
    editor: Editor<PlanCircuit>,
) -> impl IntoView {
    let (state, part) = (editor.state, editor.at);
    let tiers = closed(Sku::ALL, Sku::as_str, Sku::name, &words::said("Undecided"));
    let families = closed(BillingFamily::ALL, BillingFamily::as_str, BillingFamily::name, &words::said("Undecided"));
    let on_ports = editor.get(|it| it.direct_port.is_some());
    let sizes = Signal::derive(move || bandwidths(state.facts.limits, on_ports.get()));
    let set_tier = move |word: String| match (word.parse::<Sku>(), editor.now()) {
        (Ok(sku), Some(circuit)) => state.edit(Edit::SetSku { circuit: circuit.id, sku }),
        (Err(_), Some(_)) => editor.put(|it| it.tier = None),
        (_, None) => {}
    };
    let set_size = move |mbps: String| editor.put(|it| it.bandwidth_mbps = mbps.parse().ok());
    view! {
        <div class="field-pair">
            <SelectField label="SKU tier" at=FieldAt::new(part, "tier") choices=Signal::stored(tiers)
                value=editor.get(|it| it.tier.map_or("", Sku::as_str).to_owned()) commit=set_tier/>
            <SelectField label="Family" at=FieldAt::new(part, "family") choices=Signal::stored(families)
                value=editor.get(|it| it.family.map_or("", BillingFamily::as_str).to_owned())
                commit=editor.put_word(|it, family| it.family = family)/>
        </div>
        <SelectField label="Bandwidth" at=FieldAt::new(part, "bandwidth_mbps") choices=sizes
            value=editor.get(|it| number(it.bandwidth_mbps)) commit=set_size/>
    }
}

/// A provider or a Direct port pair.
#[component]
fn Service(
    /// Of the circuit.
    editor: Editor<PlanCircuit>,
) -> impl IntoView {
    let (state, part) = (editor.state, editor.at);
    let place = editor.get(|it| Some(it.location.clone()));
    let known = Signal::derive(move || place.get().map(|it| providers(state.facts, &it)).unwrap_or_default());
    let ports = Signal::derive(move || {
        let history = state.planning.history.read();
        parts(
            history.present().direct_ports.iter().map(|it| (it.id.clone(), it.id.clone())),
            &words::said("None: through a provider"),
        )
    });
    let order_from = move |name: String| editor.put(|it| it.provider = typed(&name));
    let run_on = move |id: String| editor.put(|it| it.direct_port = typed(&id));
    view! {
        <SelectField label="Provider" at=FieldAt::new(part, "provider") choices=known
            value=editor.get(|it| shown(it.provider.as_ref())) commit=order_from/>
        <SelectField label="ExpressRoute Direct port pair" at=FieldAt::new(part, "direct_port") choices=ports
            value=editor.get(|it| shown(it.direct_port.as_ref())) commit=run_on/>
    }
}

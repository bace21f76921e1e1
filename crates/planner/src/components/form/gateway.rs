//! The form of a gateway.

use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, PartNotes, SelectField, TextField, closed};
use crate::components::form::offered::regions;
use crate::components::form::{change_id, number, shown};
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::edit::{Edit, Part};
use reach::plan::words::{GatewayKind, GatewaySku, GatewayZones};
use reach::plan::{Gateway, RegionRef};

const FIELDS: &[&str] = &[
    "id",
    "name",
    "kind",
    "region",
    "sku",
    "scale_units",
    "zones",
    "subnet_prefix",
    "address_spaces_ipv4",
    "address_spaces_ipv6",
];

/// Reads and writes a gateway.
#[component]
pub fn GatewayForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor: Editor<Gateway> =
        Editor::new(part, |plan, at| plan.gateways.get(at), |_, gateway| Edit::PutGateway(Box::new(gateway)));
    let state = editor.state;
    let catalog = state.catalog;
    let at = move |name: &'static str| FieldAt::new(part, name);
    let places = Signal::derive(move || regions(catalog, state.planning.history.read().present().cloud));
    let kinds =
        closed(GatewayKind::ALL, GatewayKind::as_str, GatewayKind::name, &words::said("VNet gateway, not said"));
    let run_in = move |slug: String| editor.put(|it| it.region = RegionRef::from_slug(catalog, &slug));
    let is_hub = editor.get(|it| it.kind == Some(GatewayKind::VirtualWanHub));
    let id = move |to: String| {
        let from = editor.now().map(|it| it.id).unwrap_or_default();
        change_id(state, Part::Gateway, &from, &to)
    };
    view! {
        <PartNotes part fields=FIELDS/>
        <TextField label="Name" at=at("name") value=editor.get(|it| shown(it.name.as_ref())) commit=editor.put_text(|it, to| it.name = to)/>
        <SelectField label="Kind" at=at("kind") choices=Signal::stored(kinds)
            value=editor.get(|it| it.kind.map_or("", GatewayKind::as_str).to_owned()) commit=editor.put_word(|it, to| it.kind = to)/>
        <SelectField label="Azure region" at=at("region") choices=places
            value=editor.get(move |it| it.region.slug(catalog).to_owned()) commit=run_in/>
        {move || (!is_hub.get()).then(|| view! { <VnetFields editor/> })}
        <TextField label="Scale units" at=at("scale_units") mode="numeric" value=editor.get(|it| number(it.scale_units))
            commit=editor.put_number(|it, to| it.scale_units = to)/>
        <div class="field-pair">
            <TextField label="IPv4 address spaces" at=at("address_spaces_ipv4") mode="numeric"
                value=editor.get(|it| number(it.address_spaces_ipv4)) commit=editor.put_number(|it, to| it.address_spaces_ipv4 = to)/>
            <TextField label="IPv6 address spaces" at=at("address_spaces_ipv6") mode="numeric"
                value=editor.get(|it| number(it.address_spaces_ipv6)) commit=editor.put_number(|it, to| it.address_spaces_ipv6 = to)/>
        </div>
        <TextField label="Id" at=at("id") value=editor.get(|it| it.id.clone()) commit=id/>
    }
}

/// What only the gateway of a VNet has.
#[component]
fn VnetFields(editor: Editor<Gateway>) -> impl IntoView {
    let at = move |name: &'static str| FieldAt::new(editor.at, name);
    let skus = closed(GatewaySku::ALL, GatewaySku::as_str, GatewaySku::name, &words::said("Undecided"));
    let zones = closed(GatewayZones::ALL, GatewayZones::as_str, GatewayZones::name, &words::said("Undecided"));
    view! {
        <div class="field-pair">
            <SelectField label="Gateway SKU" at=at("sku") choices=Signal::stored(skus)
                value=editor.get(|it| it.sku.map_or("", GatewaySku::as_str).to_owned()) commit=editor.put_word(|it, to| it.sku = to)/>
            <SelectField label="Availability zones" at=at("zones") choices=Signal::stored(zones)
                value=editor.get(|it| it.zones.map_or("", GatewayZones::as_str).to_owned()) commit=editor.put_word(|it, to| it.zones = to)/>
        </div>
        <TextField label="Gateway subnet" at=at("subnet_prefix") value=editor.get(|it| shown(it.subnet_prefix.as_ref()))
            commit=editor.put_text(|it, to| it.subnet_prefix = to)/>
    }
}

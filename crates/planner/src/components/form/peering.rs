//! The peerings of a circuit.

use crate::browser::focus;
use crate::components::form::circuit_more::words;
use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, TextField, YesNoField};
use crate::components::form::{number, shown};
use leptos::prelude::*;
use reach::plan::edit::Edit;
use reach::plan::{CircuitPeering, PlanCircuit};
use reach::sku::Peering;

/// Reads and writes the peerings of a circuit.
#[component]
pub fn Peerings(
    /// Of the circuit.
    editor: Editor<PlanCircuit>,
) -> impl IntoView {
    let kinds = editor.get(|it| it.peerings.iter().map(|it| it.kind).collect::<Vec<_>>());
    let forms = move || {
        let kinds = kinds.get().into_iter().enumerate();
        kinds.map(|(at, kind)| view! { <PeeringForm editor at kind/> }).collect_view()
    };
    let adder = move |kind: Peering| {
        let missing = move || !kinds.read().contains(&kind);
        let add = move |_| {
            if let Some(circuit) = editor.now() {
                let at = circuit.peerings.len();
                editor.state.edit(Edit::AddPeering { circuit: circuit.id, peering: CircuitPeering::new(kind) });
                focus::move_to(format!("#{}-peerings-{at}-asn", editor.at.element_id()));
            }
        };
        let name = words::say_with(
            "Add {peering}",
            &[("peering", &(kind.name().to_lowercase().replace("microsoft", "Microsoft")).to_string())],
        );
        move || missing().then(|| view! { <button type="button" class="word" on:click=add>{name.clone()}</button> })
    };
    view! {
        {forms}
        <div class="form-acts">{adder(Peering::Private)} {adder(Peering::Microsoft)}</div>
    }
}

/// One peering.
#[component]
fn PeeringForm(editor: Editor<PlanCircuit>, at: usize, kind: Peering) -> impl IntoView {
    let field = move |name: &str| FieldAt::new(editor.at, format!("peerings/{at}/{name}"));
    let text = move |get: fn(&CircuitPeering) -> String| {
        editor.get(move |it| it.peerings.get(at).map(get).unwrap_or_default())
    };
    let put = move |change: &dyn Fn(&mut CircuitPeering)| {
        editor.put(|it| {
            if let Some(peering) = it.peerings.get_mut(at) {
                change(peering);
            }
        });
    };
    let put_number = move |set: fn(&mut CircuitPeering, Option<u32>)| {
        move |text: String| {
            let number = crate::numbers::whole(&text)?;
            put(&|it| set(it, number));
            Ok(())
        }
    };
    let put_text = move |set: fn(&mut CircuitPeering, Option<String>)| {
        move |text: String| {
            put(&|it| set(it, super::typed(&text)));
            Ok(())
        }
    };
    let advertise = move |text: String| {
        put(&|it| it.advertised_prefixes = words(&text).map(str::to_owned).collect());
        Ok(())
    };
    let remove = move |_| {
        if let Some(circuit) = editor.now() {
            editor.state.edit(Edit::RemovePeering { circuit: circuit.id, at });
            focus::move_to(format!("#{} .part-line", editor.at.element_id()));
        }
    };
    let advertised = (kind == Peering::Microsoft).then(|| {
        view! {
            <TextField label="Advertised public prefixes" at=field("advertised_prefixes")
                value=text(|it| it.advertised_prefixes.join(", ")) commit=advertise/>
        }
    });
    view! {
        <fieldset class="sub-form">
            <legend>{kind.name()}</legend>
            <div class="field-pair">
                <TextField label="Peer ASN" at=field("asn") mode="numeric" value=text(|it| number(it.asn)) commit=put_number(|it, to| it.asn = to)/>
                <TextField label="VLAN" at=field("vlan") mode="numeric" value=text(|it| number(it.vlan)) commit=put_number(|it, to| it.vlan = to)/>
            </div>
            <div class="field-pair">
                <TextField label="Primary subnet" at=field("primary_prefix") value=text(|it| shown(it.primary_prefix.as_ref()))
                    commit=put_text(|it, to| it.primary_prefix = to)/>
                <TextField label="Secondary subnet" at=field("secondary_prefix") value=text(|it| shown(it.secondary_prefix.as_ref()))
                    commit=put_text(|it, to| it.secondary_prefix = to)/>
            </div>
            {advertised}
            <div class="field-pair">
                <TextField label="IPv4 routes" at=field("routes_ipv4") mode="numeric" value=text(|it| number(it.routes_ipv4))
                    commit=put_number(|it, to| it.routes_ipv4 = to)/>
                <TextField label="IPv6 routes" at=field("routes_ipv6") mode="numeric" value=text(|it| number(it.routes_ipv6))
                    commit=put_number(|it, to| it.routes_ipv6 = to)/>
            </div>
            <YesNoField label="Bidirectional Forwarding Detection" at=field("bfd")
                value=editor.get(move |it| it.peerings.get(at).and_then(|it| it.bfd)) commit=move |answer| put(&|it| it.bfd = answer)/>
            <div class="form-acts">
                <button type="button" class="word" on:click=remove>{words::say_with("Remove {peering}", &[("peering", &(kind.name().to_lowercase().replace("microsoft", "Microsoft")).to_string())])}</button>
            </div>
        </fieldset>
    }
}

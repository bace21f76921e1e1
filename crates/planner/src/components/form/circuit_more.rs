//! The rest of a circuit's form: how it is handed over, its backup, where its data may go, and what is built already.

use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, SelectField, TextField, YesNoField, closed};
use crate::components::form::offered::{bandwidths, geopolitical_regions};
use crate::components::form::{number, shown, typed};
use leptos::prelude::*;
use reach::plan::words::{BgpBy, BillingFamily, ConnectivityModel};
use reach::plan::{Built, PlanCircuit, Residency};
use reach::sku::Sku;

/// Reads and writes a circuit.
#[component]
pub fn CircuitMore(
    /// Of the circuit.
    editor: Editor<PlanCircuit>,
) -> impl IntoView {
    let at = move |name: &'static str| FieldAt::new(editor.at, name);
    let models =
        closed(ConnectivityModel::ALL, ConnectivityModel::as_str, ConnectivityModel::name, &words::said("Undecided"));
    let routers = closed(BgpBy::ALL, BgpBy::as_str, BgpBy::name, &words::said("Undecided"));
    view! {
        <details>
            <summary>{words::say("Hand-over, backup and residency")}</summary>
            <div>
                <SelectField label="Connectivity model" at=at("connectivity_model") choices=Signal::stored(models)
                    value=editor.get(|it| it.connectivity_model.map_or("", ConnectivityModel::as_str).to_owned())
                    commit=editor.put_word(|it, model| it.connectivity_model = model)/>
                <SelectField label="BGP is run by" at=at("bgp") choices=Signal::stored(routers)
                    value=editor.get(|it| it.bgp.map_or("", BgpBy::as_str).to_owned())
                    commit=editor.put_word(|it, bgp| it.bgp = bgp)/>
                <YesNoField label="Site-to-site VPN as backup" at=at("vpn_backup") value=editor.get(|it| it.vpn_backup)
                    commit=move |answer| editor.put(|it| it.vpn_backup = answer)/>
                <ResidencyFields editor/>
            </div>
        </details>
        <details>
            <summary>{words::say("Built already")}</summary>
            <div><BuiltFields editor/></div>
        </details>
    }
}

#[component]
fn ResidencyFields(editor: Editor<PlanCircuit>) -> impl IntoView {
    let state = editor.state;
    let at = move |name: &'static str| FieldAt::new(editor.at, name);
    let places = Signal::derive(move || {
        geopolitical_regions(state.catalog, state.planning.history.read().present().cloud, &words::said("No limit"))
    });
    let countries = move |text: String| {
        let codes: Vec<String> = words(&text).map(str::to_uppercase).collect();
        if let Some(wrong) = codes.iter().find(|it| it.len() != 2 || !it.chars().all(|it| it.is_ascii_alphabetic())) {
            return Err(words::say_with(
                "{wrong} is not a country code of two letters, such as NL.",
                &[("wrong", &wrong.to_string())],
            ));
        }
        put_residency(editor, |it| it.countries = codes);
        Ok(())
    };
    let region = move |slug: String| put_residency(editor, |it| it.geopolitical_region = typed(&slug));
    view! {
        <TextField label="Data stays in these countries" at=at("residency/countries")
            value=editor.get(|it| it.residency.as_ref().map(|it| it.countries.join(", ")).unwrap_or_default()) commit=countries/>
        <SelectField label="Data stays in this geopolitical region" at=at("residency/geopolitical_region") choices=places
            value=editor.get(|it| shown(it.residency.as_ref().and_then(|it| it.geopolitical_region.as_ref()))) commit=region/>
    }
}

/// Changes the residency; one that says nothing is none.
fn put_residency(editor: Editor<PlanCircuit>, change: impl FnOnce(&mut Residency)) {
    editor.put(|it| {
        let mut residency = it.residency.take().unwrap_or_default();
        change(&mut residency);
        it.residency = (residency != Residency::default()).then_some(residency);
    });
}

#[component]
fn BuiltFields(editor: Editor<PlanCircuit>) -> impl IntoView {
    let at = move |name: &'static str| FieldAt::new(editor.at, name);
    let tiers = closed(Sku::ALL, Sku::as_str, Sku::name, &words::said("Not built"));
    let families = closed(BillingFamily::ALL, BillingFamily::as_str, BillingFamily::name, &words::said("Not built"));
    let sizes = bandwidths(editor.state.facts.limits, false);
    let built = move |get: fn(&Built) -> String| editor.get(move |it| it.built.as_ref().map(get).unwrap_or_default());
    view! {
        <div class="field-pair">
            <SelectField label="Tier today" at=at("built/tier") choices=Signal::stored(tiers)
                value=built(|it| it.tier.map_or("", Sku::as_str).to_owned())
                commit=move |word: String| put_built(editor, |it| it.tier = word.parse().ok())/>
            <SelectField label="Family today" at=at("built/family") choices=Signal::stored(families)
                value=built(|it| it.family.map_or("", BillingFamily::as_str).to_owned())
                commit=move |word: String| put_built(editor, |it| it.family = word.parse().ok())/>
        </div>
        <SelectField label="Bandwidth today" at=at("built/bandwidth_mbps") choices=Signal::stored(sizes)
            value=built(|it| number(it.bandwidth_mbps))
            commit=move |mbps: String| put_built(editor, |it| it.bandwidth_mbps = mbps.parse().ok())/>
    }
}

/// Changes what is built; nothing built is none.
fn put_built(editor: Editor<PlanCircuit>, change: impl FnOnce(&mut Built)) {
    editor.put(|it| {
        let mut built = it.built.take().unwrap_or_default();
        change(&mut built);
        it.built = (built != Built::default()).then_some(built);
    });
}

/// The words between commas, semicolons and spaces.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', ' ']).filter(|it| !it.is_empty())
}

//! A first plan: circuits, links between them, a name; saved as JSON and opened again.

use crate::state::AppState;
use crate::state::planning::Notice;
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use reach::catalog::Catalog;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, link};
use reach::plan::{Edit, LocationRef, Plan, PlanCircuit, PlanLink};
use reach::sku::Sku;

/// Reads and writes the plan; reads the chosen location and SKU for the next circuit.
#[component]
pub fn PlanPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    let name = move || planning.history.read().present().name.clone();
    let rename = move |event| planning.edit(state.catalog, Edit::Rename(event_target_value(&event)));
    let keys = move |event: KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z") && !is_text_field(&event) {
            event.prevent_default();
            if event.shift_key() { planning.redo(state.catalog) } else { planning.undo(state.catalog) }
        }
    };
    view! {
        <aside class="panel" aria-label="Planner" on:keydown=keys>
            <div class="panel-head plan-head">
                <label class="unseen" for="plan-name">"Name of the plan"</label>
                <input id="plan-name" class="plan-name" type="text" maxlength="200" prop:value=name on:change=rename/>
                <UndoRedo/>
            </div>
            <FileButtons/>
            <NoticeLine/>
            <Circuits/>
            <Links/>
        </aside>
    }
}

fn is_text_field(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    event.target().is_some_and(|it| it.dyn_ref::<web_sys::HtmlInputElement>().is_some())
}

#[component]
fn UndoRedo() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    view! {
        <button type="button" class="icon" aria-label="Undo" disabled=move || !planning.history.read().can_undo()
            on:click=move |_| planning.undo(state.catalog)>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7"/></svg>
        </button>
        <button type="button" class="icon" aria-label="Redo" disabled=move || !planning.history.read().can_redo()
            on:click=move |_| planning.redo(state.catalog)>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m10 3 3.500 3.500L10 10M13 6.500H6.500a3.500 3.500 0 0 0 0 7H9"/></svg>
        </button>
    }
}

/// Saves the plan as a file and opens one.
#[component]
fn FileButtons() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    let picker = NodeRef::<Input>::new();
    let open = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was mended.
        input.set_value("");
        let file = gloo::file::File::from(file);
        spawn_local(async move {
            let name = file.name();
            match gloo::file::futures::read_as_bytes(&file).await {
                Ok(bytes) => planning.open(state.catalog, &name, &bytes),
                Err(error) => planning.notice.set(Some(Notice::Failed(format!("{name} could not be read: {error}. Choose it again.")))),
            }
        });
    };
    let choose = move |_| {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    view! {
        <div class="plan-files">
            <button type="button" class="act" on:click=move |_| planning.save(state.catalog)>"Save as JSON"</button>
            <button type="button" class="act" on:click=choose>"Open JSON"</button>
            <input node_ref=picker class="unseen" type="file" accept=".json,application/json" aria-label="Plan file" tabindex="-1" on:change=open/>
        </div>
    }
}

#[component]
fn NoticeLine() -> impl IntoView {
    let notice = expect_context::<AppState>().planning.notice;
    let line = move || {
        notice.get().map(|it| match it {
            Notice::Done(text) => view! { <p class="notice">{text}</p> },
            Notice::Failed(text) => view! { <p class="notice failed">{text}</p> },
        })
    };
    view! { <div role="alert">{line}</div> }
}

/// The circuits of the plan, and the way to the next one.
#[component]
fn Circuits() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    let rows = move || {
        let history = planning.history.read();
        history.present().circuits.iter().map(|it| view! { <CircuitRow circuit=it.clone()/> }).collect_view()
    };
    let count = move || planning.history.read().present().circuits.len();
    let next = move || match state.choices.selected.get() {
        Some(location) => view! { <AddCircuit location/> }.into_any(),
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

#[component]
fn AddCircuit(location: PeeringLocationId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let sku = state.choices.sku;
    let add = move |_| state.planning.edit(state.catalog, Edit::AddCircuit { location, sku: sku.get_untracked() });
    let name = state.catalog.location(location).name.as_str();
    view! { <button type="button" class="act" on:click=add>"Add a circuit at " {name} ", " {move || sku.get().name()}</button> }
}

#[component]
fn CircuitRow(circuit: PlanCircuit) -> impl IntoView {
    let state = expect_context::<AppState>();
    let (catalog, planning) = (state.catalog, state.planning);
    let (id, place) = (circuit.id.clone(), location_name(catalog, &circuit.location));
    let known = circuit.location.known().is_some();
    let remove_id = id.clone();
    let remove = move |_| planning.edit(catalog, Edit::RemoveCircuit { id: remove_id.clone() });
    let sku_id = id.clone();
    let set_sku = move |event| {
        if let Ok(sku) = event_target_value(&event).parse::<Sku>() {
            planning.edit(catalog, Edit::SetSku { circuit: sku_id.clone(), sku });
        }
    };
    let tier = circuit.tier;
    let option = move |sku: Sku| view! { <option value=sku.as_str() selected=tier == Some(sku)>{sku.name()}</option> };
    let undecided = tier.is_none().then(|| view! { <option value="" selected=true>"undecided"</option> });
    let told = match known {
        true => place,
        false => format!("{place}: not in this data set, kept as it stands"),
    };
    view! {
        <li class="plan-row">
            <span class="plan-row-name">{id.clone()}</span>
            <select aria-label=format!("SKU of {id}") on:change=set_sku>{undecided}{Sku::ALL.iter().copied().map(option).collect_view()}</select>
            <button type="button" class="icon" aria-label=format!("Remove {id}") on:click=remove>"×"</button>
            <span class="plan-row-told">{told}</span>
        </li>
    }
}

fn location_name(catalog: &Catalog, location: &LocationRef) -> String {
    match location {
        LocationRef::Known(id) => catalog.location(*id).name.clone(),
        LocationRef::Unknown(slug) => slug.clone(),
    }
}

/// The Global Reach links of the plan, each with its verdict, and a form for the next one.
#[component]
fn Links() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    let rows = move || {
        let history = planning.history.read();
        let plan = history.present();
        plan.links.iter().map(|it| link_row(state, plan, it)).collect_view()
    };
    let count = move || planning.history.read().present().links.len();
    let enough = move || planning.history.read().present().circuits.len() >= 2;
    view! {
        <section class="plan-part" aria-label="Global Reach links">
            <h3>"Global Reach links" <span class="count">{count}</span></h3>
            <ul class="plan-rows">{rows}</ul>
            {move || match enough() {
                true => view! { <LinkForm/> }.into_any(),
                false => view! { <p class="note">"Two circuits can be linked once the plan has them."</p> }.into_any(),
            }}
        </section>
    }
}

fn end_of(plan: &Plan, id: &str) -> Option<LinkEnd> {
    let circuit = plan.circuit(id)?;
    Some(LinkEnd { location: circuit.location.known()?, sku: circuit.tier? })
}

fn judged(catalog: &Catalog, plan: &Plan, from: &str, to: &str) -> Option<LinkAnswer> {
    Some(link(catalog, end_of(plan, from)?, end_of(plan, to)?))
}

fn verdict_words(verdict: LinkVerdict) -> &'static str {
    match verdict {
        LinkVerdict::Linkable => "can be linked",
        LinkVerdict::NeedsPremium => "needs Premium on both",
        LinkVerdict::NotLinkable => "cannot be linked",
        LinkVerdict::NotDocumented => "not documented",
    }
}

fn link_row(state: AppState, plan: &Plan, it: &PlanLink) -> impl IntoView + use<> {
    let catalog = state.catalog;
    let answer = judged(catalog, plan, &it.from, &it.to);
    let told = match &answer {
        Some(answer) => {
            let km = words::kilometers(answer.distance.0.whole(), answer.distance.1);
            let remedy = explain::link_remedy(answer).map(|it| format!(" {it}")).unwrap_or_default();
            format!("{}, {km} km. {}{remedy}", verdict_words(answer.verdict), explain::link_reason(catalog, answer))
        }
        None => "An end is missing, undecided or not in this data set; kept as it stands.".to_owned(),
    };
    let (from, to) = (it.from.clone(), it.to.clone());
    let name = format!("{from} to {to}");
    let remove = move |_| {
        state.planning.edit(catalog, Edit::RemoveLink { from: from.clone(), to: to.clone() });
    };
    view! {
        <li class="plan-row">
            <span class="plan-row-name">{name.clone()}</span>
            <button type="button" class="icon" aria-label=format!("Remove link {name}") on:click=remove>"×"</button>
            <span class="plan-row-told">{told}</span>
        </li>
    }
}

/// Chooses two circuits and links them.
#[component]
fn LinkForm() -> impl IntoView {
    let state = expect_context::<AppState>();
    let planning = state.planning;
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ids = move || -> Vec<String> { planning.history.read().present().circuits.iter().map(|it| it.id.clone()).collect() };
    // Whoever has chosen nothing yet means the first two circuits.
    let end = move |chosen: RwSignal<String>, at: usize| {
        let ids = ids();
        let chosen = chosen.get();
        if ids.contains(&chosen) { chosen } else { ids.get(at).cloned().unwrap_or_default() }
    };
    let select = move |label: &'static str, chosen: RwSignal<String>, at: usize| {
        let options = move || {
            let now = end(chosen, at);
            ids().into_iter().map(|id| view! { <option value=id.clone() selected=id == now>{id.clone()}</option> }).collect_view()
        };
        view! { <select aria-label=label on:change=move |event| chosen.set(event_target_value(&event))>{options}</select> }
    };
    let (first, second) = (move || end(from, 0), move || end(to, 1));
    let verdict = move || {
        let history = planning.history.read();
        judged(state.catalog, history.present(), &first(), &second()).map(|it| explain::link_reason(state.catalog, &it))
    };
    let add = move |_| planning.edit(state.catalog, Edit::AddLink { from: first(), to: second() });
    view! {
        <div class="link-form" role="group" aria-label="New link">
            {select("Link from", from, 0)} <span>"to"</span> {select("Link to", to, 1)}
            <button type="button" class="act" disabled=move || first() == second() on:click=add>"Link"</button>
            <p class="quiet">{verdict}</p>
        </div>
    }
}

//! The way to the next part of a list.

use crate::bridge::ask_cities;
use crate::browser::focus;
use crate::components::bring_sites::BringSites;
use crate::parts::changes::{add, new_site};
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::plan::edit::Edit;

/// Writes the plan, and opens the form of the new part.
#[component]
pub fn Add(
    /// Of which list.
    list: PartList,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let history = state.planning.history;
    let can = Memo::new(move |_| {
        let history = history.read();
        let plan = history.present();
        list != PartList::Connections
            || !(plan.circuits.is_empty() || plan.workloads.is_empty() && plan.gateways.is_empty())
    });
    let act = move |_| {
        let edit = add(state.catalog, history.read_untracked().present(), list, state.chosen.get_untracked());
        if let Some(edit) = edit {
            state.edit(edit);
            open_last(state, list);
        }
    };
    let label = move || match (list, state.chosen.get()) {
        (PartList::Circuits, Some(chosen)) => {
            let name = &state.catalog.location(chosen.location).name;
            words::say_with("Add a circuit at {name}, {sku}", &[("name", name), ("sku", chosen.sku.name())])
        }
        (_, _) => words::said(list.add()),
    };
    let button = move || {
        view! { <button type="button" id=format!("add-{}", list.key()) class="word" on:click=act>{label}</button> }
    };
    let missing = || words::said("Add a circuit, and a workload or gateway, to connect them.");
    move || {
        if list == PartList::Sites {
            view! { <NewSite/> }.into_any()
        } else if can.get() {
            view! { <div class="add-line">{button()}</div> }.into_any()
        } else {
            view! { <p class="note">{missing}</p> }.into_any()
        }
    }
}

/// Opens the last part of a list and gives its first field the keyboard.
fn open_last(state: PlannerState, list: PartList) {
    let Some(at) = list.len(state.planning.history.read_untracked().present()).checked_sub(1) else { return };
    let part = PartAt { list, at };
    state.opened.set(Some(part.pointer()));
    focus::move_to(format!("#{0} .form input, #{0} .form select", part.element_id()));
}

/// A site by its name or by coordinates.
#[component]
fn NewSite() -> impl IntoView {
    let state: PlannerState = expect_context();
    let typed = RwSignal::new(String::new());
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let plan = state.planning.history.read_untracked().shared().clone();
        state.edit(Edit::AddSites(vec![new_site(&typed.get_untracked(), &state.find_city())]));
        typed.set(String::new());
        if !std::sync::Arc::ptr_eq(&plan, state.planning.history.read_untracked().shared()) {
            open_last(state, PartList::Sites);
        }
    };
    view! {
        <form class="add-line" on:submit=act>
            <label class="unseen" for="new-site">{words::say("New site: name, city or coordinates")}</label>
            <input id="new-site" type="text" autocomplete="off" maxlength="200" placeholder=words::say("Name or city") prop:value=typed
                on:focus=move |_| ask_cities(state) on:input=move |event| typed.set(event_target_value(&event))/>
            <button type="submit" id="add-sites" class="act">{words::say("Add a site")}</button>
        </form>
        <BringSites/>
    }
}

//! The bar on top: the mark, the way to a place by name, the pages and the cloud.

use crate::state::AppState;
use crate::state::choices::Page;
use crate::state::commands;
use gloo::events::EventListener;
use leptos::html::Input;
use leptos::prelude::*;
use reach::id::PeeringLocationId;
use reach::sku::Cloud;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Reads the page and the cloud; writes them, and the chosen location.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<AppState>();
    let page = state.choices.page;
    let tab = move |which: Page, name: &'static str| {
        let current = move || (page.get() == which).then_some("page");
        view! { <button type="button" class="tab" aria-current=current on:click=move |_| commands::show_page(state, which)>{name}</button> }
    };
    view! {
        <header class="bar">
            <svg class="mark" viewBox="0 0 24 16" aria-hidden="true"><path d="M4 12C6 5 11 3 19 4"/><circle cx="4" cy="12" r="3.2"/><rect x="16.5" y="1" width="6" height="6"/></svg>
            <h1>"ExpressRoute Atlas"</h1>
            <Search/>
            <nav aria-label="Pages">{tab(Page::Map, "Map")}{tab(Page::Planner, "Planner")}</nav>
            <span class="push"></span>
            <CloudSwitch/>
        </header>
    }
}

/// Which world is on.
#[component]
fn CloudSwitch() -> impl IntoView {
    let state = expect_context::<AppState>();
    let chosen = move |event| {
        if let Ok(cloud) = event_target_value(&event).parse::<Cloud>() {
            commands::set_cloud(state, cloud);
        }
    };
    let option = move |cloud: Cloud| {
        let name = format!("{} cloud", cloud.name());
        view! { <option value=cloud.as_str() selected=move || state.choices.cloud.get() == cloud>{name}</option> }
    };
    view! {
        <select class="cloud" aria-label="Cloud" prop:value=move || state.choices.cloud.get().as_str() on:change=chosen>
            {Cloud::ALL.iter().copied().map(option).collect_view()}
        </select>
    }
}

/// A peering location by its name; `/` leads here from anywhere.
#[component]
fn Search() -> impl IntoView {
    let state = expect_context::<AppState>();
    let field = NodeRef::<Input>::new();
    let missing = RwSignal::new(None::<String>);
    focus_on_slash(field);
    let found = move |text: &str| -> Option<PeeringLocationId> {
        let cloud = state.choices.cloud.get_untracked();
        let named = |id: &PeeringLocationId| state.catalog.location(*id).name.eq_ignore_ascii_case(text.trim());
        let own = |id: &PeeringLocationId| state.catalog.location(*id).cloud == cloud;
        let all = || state.catalog.location_ids().filter(named);
        all().find(own).or_else(|| all().next())
    };
    let go = move |text: String, sure: bool| match found(&text) {
        Some(location) => {
            missing.set(None);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
            commands::select_location(state, location);
        }
        None if sure && !text.trim().is_empty() => missing.set(Some(format!("No peering location named “{}”.", text.trim()))),
        None => missing.set(None),
    };
    // A choice from the browser's list arrives whole, like a paste; letters typed one by one wait for Enter.
    let typed = move |event: leptos::ev::Event| {
        let whole = event.dyn_ref::<web_sys::InputEvent>().is_none_or(|it| it.input_type() == "insertReplacementText");
        if whole {
            go(event_target_value(&event), false);
        }
    };
    let names = move || {
        let cloud = state.choices.cloud.get();
        let rows = state.catalog.location_ids().map(|id| state.catalog.location(id));
        rows.filter(|row| row.cloud == cloud).map(|row| view! { <option value=row.name.as_str()></option> }).collect_view()
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            go(event_target_value(&event), true);
        }
    };
    view! {
        <div class="search" role="search">
            <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.6" cy="6.6" r="4.6"/><path d="M10.2 10.2 14 14"/></svg>
            <input node_ref=field type="text" list="location-names" autocomplete="off" spellcheck="false"
                aria-label="Find a peering location" placeholder="Peering location" on:input=typed on:keydown=enter/>
            <kbd aria-hidden="true">"/"</kbd>
            <datalist id="location-names">{names}</datalist>
            <p class="missing" role="status">{move || missing.get()}</p>
        </div>
    }
}

fn focus_on_slash(field: NodeRef<Input>) {
    let pressed = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let typing = event.target().and_then(|it| it.dyn_into::<Element>().ok()).is_some_and(|it| {
            matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        });
        if event.key() == "/" && !typing && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                // A field that is not shown takes no focus; there is nothing to mend.
                let _ = field.focus();
            }
        }
    };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, pressed).forget();
}

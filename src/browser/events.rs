//! What the page says to the loader, the finder and the planner, and hears from them: events of the window.
//!
//! | event | from, to | detail |
//! |---|---|---|
//! | `atlas-address` | page, finder | none: the address is another one, without an event of the history |
//! | `atlas-only` | finder, page | a byte for each location in the order of their ids, 0 for one that does not meet the filters in force; no bytes while none is |
//! | `atlas-ask-near-map` | map, loader | none: fetches the finer land, when the map first asks for it |
//! | `atlas-near-map` | loader, map | the finer land, packed |
//!
//! Those of the planner stand in `planner.rs`.

use gloo::events::EventListener;
use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event};

/// Sends an event.
pub fn say(name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `on_come` with the `Uint8Array` of an event whenever one comes, for as long as the page lives.
pub fn listen_for_bytes(name: &'static str, on_come: Box<dyn Fn(Vec<u8>)>) {
    let came = move |event: &Event| {
        let bytes = event.dyn_ref::<CustomEvent>().map(|it| Uint8Array::new(&it.detail()).to_vec());
        on_come(bytes.unwrap_or_default());
    };
    EventListener::new(&window(), name, came).forget();
}

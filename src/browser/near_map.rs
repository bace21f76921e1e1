//! The finer land, which assets/loader.js fetches when the map first asks for it: after the first draw, close in.

use gloo::events::EventListener;
use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

const ASK: &str = "atlas-ask-near-map";
const CAME: &str = "atlas-near-map";

/// Asks the loader for the finer land. Where it cannot be had, the map stays as it is.
pub fn ask() {
    if let Ok(event) = Event::new(ASK) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `on_come` with the packed land when it has come.
pub fn listen(on_come: impl Fn(Vec<u8>) + 'static) {
    let came = move |event: &Event| {
        let bytes = event.dyn_ref::<CustomEvent>().map(|it| Uint8Array::new(&it.detail()).to_vec());
        on_come(bytes.unwrap_or_default());
    };
    EventListener::new(&window(), CAME, came).forget();
}

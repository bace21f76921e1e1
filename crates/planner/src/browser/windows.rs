//! What this window hears of its own end, of the page's other windows, and of its address.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent, VisibilityState};

/// Calls `save` when the window is left for another or begins to close; when it says that not all is kept, the browser
/// asks whether to close.
pub fn on_leaving(save: impl Fn() -> bool + Copy + 'static) {
    let left = move |_: &Event| {
        if document().visibility_state() == VisibilityState::Hidden {
            save();
        }
    };
    EventListener::new(&document(), "visibilitychange", left).forget();
    EventListener::new(&window(), "pagehide", move |_| {
        save();
    })
    .forget();
    let closing = move |event: &Event| {
        if !save() {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, closing).forget();
}

/// Calls `heard` with the name of what another window kept or removed; none for all.
pub fn on_kept_elsewhere(heard: impl Fn(Option<&str>) + 'static) {
    let stored = move |event: &Event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            heard(event.key().as_deref());
        }
    };
    EventListener::new(&window(), "storage", stored).forget();
}

/// Calls `changed` when someone enters another address of the page, or goes through the history.
pub fn on_new_address(changed: impl Fn() + 'static) {
    EventListener::new(&window(), "hashchange", move |_| changed()).forget();
}

//! Files that are dropped onto the planner.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

/// Calls `take` with the first file that is dropped onto `element`. Without this the browser leaves the page for it.
pub fn on_drop(element: &Element, take: impl Fn(gloo_file::File) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let over = |event: &Event| event.prevent_default();
    EventListener::new_with_options(element, "dragover", options, over).forget();
    let dropped = move |event: &Event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        // A dialog of the planner may take the file for itself.
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        let files = event.data_transfer().and_then(|it| it.files());
        if let Some(file) = files.and_then(|it| it.get(0)) {
            take(gloo_file::File::from(file));
        }
    };
    EventListener::new_with_options(element, "drop", options, dropped).forget();
}

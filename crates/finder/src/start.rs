//! The start: takes over the search box, then asks for the cities.
//!
//! | event | from, to | detail |
//! |---|---|---|
//! | `atlas-finder-ready` | finder, loader | none: it listens from now on |
//! | `atlas-cities` | loader, finder | the packed cities, a `Uint8Array` |
//!
//! The loader is assets/loader.js.

use crate::data::Data;
use crate::dom::{on, window};
use crate::panel::Panel;
use crate::search_box::SearchBox;
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

/// Takes over the search box for as long as the page lives. Where the page has none, or the data is damaged, the page's
/// own search stays.
pub fn start() {
    let Some(data) = Data::packed().map(Rc::new) else { return };
    let panel = Rc::new(Panel::new(data.clone()));
    let Some(search) = SearchBox::take_over(data.clone(), panel) else { return };
    on(&window(), "atlas-cities", move |event| {
        let bytes = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().dyn_into::<Uint8Array>().ok());
        if let Some(bytes) = bytes {
            data.add_cities(&bytes.to_vec());
            search.refresh();
        }
    });
    if let Ok(event) = Event::new("atlas-finder-ready") {
        let _ = window().dispatch_event(&event);
    }
}

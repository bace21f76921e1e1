//! The page's address, as far as the planner has to do with it: a shared plan comes in its fragment.

use crate::sharing::without_plan;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The fragment of the address with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of the page without a fragment.
pub fn page() -> String {
    let location = window().location();
    [location.origin(), location.pathname(), location.search()].map(Result::unwrap_or_default).concat()
}

/// Takes the shared plan out of the address, in place of the present step of the history.
pub fn drop_plan() {
    let location = window().location();
    let rest = without_plan(&fragment());
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default() + &rest;
    if let Ok(history) = window().history() {
        // A browser that refuses keeps the shared plan in the address: it is shown again as a copy.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}

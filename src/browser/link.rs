//! The page's address and its history.

use crate::browser::events;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The fragment of the address with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the fragment: as a new step of the history, or in place of the present one.
pub fn set_fragment(fragment: &str, as_new_step: bool) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default() + fragment;
    let Ok(history) = window().history() else { return };
    // A browser that refuses (too many changes in a short time) keeps the last address: the next change mends it.
    let _ = match as_new_step {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&path)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&path)),
    };
    events::say("atlas-address", &JsValue::NULL);
}

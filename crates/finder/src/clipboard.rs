//! The clipboard.

use crate::dom::window;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text, then tells whether the browser did. A page without a secure origin has no clipboard.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let navigator = window().navigator();
        let has_one = !Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|it| it.is_undefined());
        done(has_one && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok());
    });
}

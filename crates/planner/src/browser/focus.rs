//! Where the keyboard is.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Gives the keyboard to the first element that a CSS selector finds, once what was just changed is in the page.
pub fn move_to(selector: String) {
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // An element that cannot take it leaves it where it was.
            let _ = element.focus();
        }
    });
}

//! Saving text as a file.

use gloo_file::{Blob, ObjectUrl};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Offers `text` to the user as a file of this name. The browser asks where to, or saves to its download folder.
pub fn save_text(name: &str, text: &str, mime: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(mime)));
    let Ok(element) = document().create_element("a") else { return };
    let anchor: HtmlAnchorElement = element.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The download reads the blob after this call; the address is given back a while later.
    gloo_timers::callback::Timeout::new(10_000, move || drop(url)).forget();
}

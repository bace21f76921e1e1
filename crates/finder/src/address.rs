//! The page's address: what the finder asks of the page it asks by an address, as a person who follows a link does. The
//! page's side is src/state/address.rs of the app.

use crate::dom::window;
use reach::sku::{Cloud, Sku};
use wasm_bindgen::JsValue;
use web_sys::Event;

/// The present fragment as keys and values.
fn parts() -> Vec<(String, String)> {
    let fragment = window().location().hash().unwrap_or_default();
    let pairs = fragment.trim_start_matches('#').split('&').filter_map(|it| it.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// The value of a key.
pub fn part(key: &str) -> Option<String> {
    parts().into_iter().find(|it| it.0 == key).map(|it| it.1)
}

/// Chooses a location, and a SKU with it where one is named; the page shows all of the answer.
pub fn choose(slug: &str, sku: Option<Sku>) {
    let sku = sku.map(|it| ("sku", it.as_str().to_owned()));
    go(&["at", "view", "cloud"], [Some(("at", slug.to_owned())), sku].into_iter().flatten());
}

/// Chooses nothing and shows a view of a cloud, such as `52.37,4.9,900`.
pub fn show(view: String, cloud: Cloud) {
    go(&["at", "view", "cloud"], [("view", view), ("cloud", cloud.as_str().to_owned())]);
}

/// Makes the address a new step of the history and has the page read it.
fn go(without: &[&str], with: impl IntoIterator<Item = (&'static str, String)>) {
    let with: Vec<(&str, String)> = with.into_iter().collect();
    let stays = |it: &(String, String)| !without.contains(&it.0.as_str()) && !with.iter().any(|new| new.0 == it.0);
    let kept = parts().into_iter().filter(stays).map(|(key, value)| [key, value].join("="));
    let new = with.iter().map(|(key, value)| [key, "=", value].concat());
    let fragment = kept.chain(new).collect::<Vec<_>>().join("&");
    let address = ["#", &fragment].concat();
    let Ok(history) = window().history() else { return };
    // A browser that refuses (too many changes in a short time) leaves the page as it is; asking again mends it.
    if history.push_state_with_url(&JsValue::NULL, "", Some(&address)).is_ok()
        && let Ok(event) = Event::new("popstate")
    {
        let _ = window().dispatch_event(&event);
    }
}

//! The plan that the browser keeps between visits.

use leptos::prelude::window;
use web_sys::Storage;

/// The name it is kept under. The page looks there whether a plan waits: src/browser/planner.rs of the app.
const KEPT_AS: &str = "expressroute-atlas-plan";

/// The kept text; none when there is none, or when the browser lets nothing be kept.
pub fn read() -> Option<String> {
    storage()?.get_item(KEPT_AS).ok().flatten()
}

/// Keeps the text; tells whether the browser took it.
pub fn write(text: &str) -> bool {
    storage().is_some_and(|it| it.set_item(KEPT_AS, text).is_ok())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

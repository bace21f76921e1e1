//! The sheet of a narrow screen: a panel with a handle, at one of three heights. On a wide screen the panel stands
//! beside the map and none of this shows.
//!
//! assets/sheet.js moves it, and says by an attribute of the page how high it stands.

use crate::components::dom::{El, el};
use leptos::prelude::document;

/// A panel as a sheet.
pub fn sheet(panel: El) -> El {
    let handle = el("button").attr("type", "button").class("sheet-handle");
    let handle = handle.said_as("aria-label", "Change the height of the sheet");
    el("div").class("sheet").child(handle).child(panel)
}

/// Whether it is drawn down to its lowest height.
pub fn is_low() -> bool {
    let stands = document().document_element().and_then(|it| it.get_attribute("data-sheet"));
    stands.is_some_and(|it| it == "low")
}

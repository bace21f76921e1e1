//! The sheet of a narrow screen: a panel with a handle, at one of three heights. On a wide screen the panel stands
//! beside the map and none of this shows.
//!
//! assets/sheet.js moves it, and says by an attribute of the page how high it stands.

use crate::components::dom::{El, el};
use leptos::prelude::document;

/// The height of the lowest sheet in CSS pixels.
const LOW_PX: f64 = 96.0;

/// A panel as a sheet.
pub fn sheet(panel: El) -> El {
    let handle = el("button").attr("type", "button").class("sheet-handle");
    let handle = handle.said_as("aria-label", "Change the height of the sheet");
    el("div").class("sheet").child(handle).child(panel)
}

/// How much of a map of this height the sheet covers, in CSS pixels. Under a full sheet only a strip is left: the map
/// keeps what it showed beside half a sheet.
pub fn covered_px(height_px: f64) -> f64 {
    let stands = document().document_element().and_then(|it| it.get_attribute("data-sheet"));
    if stands.is_some_and(|it| it == "low") { LOW_PX } else { height_px / 2.0 }
}

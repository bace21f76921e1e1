//! The sentence that stands on the map while nothing is chosen.

use crate::components::dom::{El, button, el};
use crate::state::AppState;
use crate::state::commands;
use reach::phrase::phrase;
use reach::sku::Sku;

/// Says what to do first, with three answers to begin with. Writes the chosen location.
pub fn start(state: AppState) -> El {
    let example = move |slug: &'static str, sku: Sku, global_reach: bool, text: &'static str| {
        let go = move |_| {
            if let Some(location) = state.catalog.location_by_slug(slug) {
                commands::show_answer(state, location, sku, global_reach);
            }
        };
        el("li").child(button("word", go).say(text))
    };
    el("section")
        .class("start")
        .said_as("aria-label", "Start")
        .child(el("h2").say("What can a circuit reach from here?"))
        .child(el("p").say("Choose a peering location on the map, or find it by its name above."))
        .child(el("ul").children([
            example("amsterdam", Sku::Standard, false, phrase("Amsterdam, Standard")),
            example("singapore", Sku::Premium, false, phrase("Singapore, Premium")),
            example("silicon-valley", Sku::Standard, true, phrase("Global Reach from Silicon Valley")),
        ]))
}

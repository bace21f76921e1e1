//! The sentence that stands on the map while nothing is chosen.

use crate::state::AppState;
use crate::state::commands;
use leptos::prelude::*;
use reach::sku::Sku;

/// Says what to do first, with three answers to begin with. Writes the chosen location.
#[component]
pub fn Start() -> impl IntoView {
    let state = expect_context::<AppState>();
    let example = move |slug: &'static str, sku: Sku, global_reach: bool, text: &'static str| {
        let go = move |_| {
            if let Some(location) = state.catalog.location_by_slug(slug) {
                commands::set_sku(state, sku);
                commands::set_global_reach(state, global_reach);
                commands::select_location(state, location);
            }
        };
        view! { <li><button type="button" class="word" on:click=go>{text}</button></li> }
    };
    view! {
        <section class="start" aria-label="Start">
            <h2>"What can a circuit reach from here?"</h2>
            <p>"Choose a peering location on the map, or press " <kbd>"/"</kbd> " and type its name."</p>
            <ul>
                {example("amsterdam", Sku::Standard, false, "Amsterdam, Standard")}
                {example("singapore", Sku::Premium, false, "Singapore, Premium")}
                {example("silicon-valley", Sku::Standard, true, "Global Reach from Silicon Valley")}
            </ul>
        </section>
    }
}

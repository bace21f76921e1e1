//! The ways to bring sites into the plan, beside their form.

use crate::components::import_sites::ImportSites;
use crate::overlay::pointer::Placing;
use leptos::prelude::*;

/// Writes whether the next click on the map places a site.
#[component]
pub fn BringSites() -> impl IntoView {
    let Placing(placing) = expect_context();
    let pressed = move || if placing.get() { "true" } else { "false" };
    let told = move || {
        if placing.get() { words::said("Click on the map to place the site. Escape gives up.") } else { String::new() }
    };
    view! {
        <div class="bring-sites">
            <button type="button" class="word" aria-pressed=pressed on:click=move |_| placing.update(|it| *it = !*it)>
                {words::said("Add site on the map")}
            </button>
            <ImportSites/>
            <p class="quiet" role="status">{told}</p>
        </div>
    }
}

//! The app: reads the packed data, provides the state and lays out the page.

use crate::components::header::Header;
use crate::components::hover_card::HoverCard;
use crate::components::inspector::Inspector;
use crate::components::legend::Legend;
use crate::components::map::Map;
use crate::components::plan_panel::PlanPanel;
use crate::components::start::Start;
use crate::state::AppState;
use crate::state::choices::Page;
use crate::state::commands;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use reach::catalog::Catalog;
use scene::basemap;

/// Land and borders far out.
const BASE_MAP: &[u8] = include_bytes!("../assets/basemap-110m.bin");

/// Puts the page into the document.
pub fn start() {
    let catalog = Catalog::from_packed(tables::CORE);
    let base_map = basemap::unpack(BASE_MAP);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    match (catalog, base_map) {
        // Both live as long as the page, so nothing has to count who uses them.
        (Ok(catalog), Ok(base_map)) => {
            let (catalog, base_map) = (Box::leak(Box::new(catalog)), Box::leak(Box::new(base_map)));
            mount_to_body(move || view! { <App state=AppState::new(catalog, base_map)/> });
        }
        (catalog, base_map) => {
            let told = catalog.err().map(|it| it.to_string()).or(base_map.err().map(|it| it.to_string()));
            mount_to_body(move || view! { <p role="alert" class="broken">{told}</p> });
        }
    }
}

/// The whole page. Provides the state to everything below.
#[component]
pub fn App(
    /// The state of the page.
    state: AppState,
) -> impl IntoView {
    provide_context(state);
    state.asked_view.set_value(commands::read_address(state));
    let choices = state.choices;
    let panel = move || match (choices.page.get(), choices.selected.get()) {
        (Page::Planner, _) => view! { <PlanPanel/> }.into_any(),
        (Page::Map, Some(location)) => view! { <Inspector location/> }.into_any(),
        (Page::Map, None) => view! { <Start/> }.into_any(),
    };
    view! {
        <Header/>
        <main>
            <Map/>
            <HoverCard/>
            {panel}
        </main>
        <Legend/>
    }
}

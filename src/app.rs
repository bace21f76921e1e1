//! The app: reads the packed data, provides the state and lays out the page.

use crate::browser::planner;
use crate::components::dom::{El, effect, el};
use crate::components::header::header;
use crate::components::hover_card::hover_card;
use crate::components::inspector::{inspector, spoken};
use crate::components::legend::legend;
use crate::components::map::map;
use crate::components::sheet::sheet;
use crate::components::start;
use crate::state::AppState;
use crate::state::choices::Page;
use crate::state::commands;
use leptos::mount::mount_to_body;
use leptos::prelude::{Get, Notify, SetValue, Track, document};
use reach::catalog::Catalog;
use scene::basemap;
use std::cell::Cell;

/// Land and borders far out.
const BASE_MAP: &[u8] = include_bytes!("../assets/basemap-110m.bin");

/// Puts the page into the document.
pub fn start() {
    let catalog = Catalog::from_packed(tables::CORE);
    let base_map = basemap::unpack(BASE_MAP);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    mount_to_body(move || match (catalog, base_map) {
        // Both live as long as the page, so nothing has to count who uses them.
        (Ok(catalog), Ok(base_map)) => app(AppState::new(Box::leak(Box::new(catalog)), Box::leak(Box::new(base_map)))),
        // The build has checked both, so they were damaged on the way here.
        _ => el("p").attr("role", "alert").class("broken").say("The page's data is damaged. Please reload it."),
    });
}

/// The whole page.
fn app(state: AppState) -> El {
    state.asked_view.set_value(commands::read_address(state));
    serve_planner(state);
    name_page(state);
    let choices = state.choices;
    let panel = move || match (choices.page.get(), choices.selected.get()) {
        (Page::Planner, _) => Vec::new(),
        (Page::Map, Some(location)) => vec![sheet(inspector(state, location))],
        (Page::Map, None) => vec![start::start(state)],
    };
    let follows = move || {
        choices.page.track();
        choices.selected.track();
    };
    let hidden = move || (choices.page.get() != Page::Planner).then(String::new);
    let planner = el("aside").attr("id", "planner").class("panel").said_as("aria-label", "Planner");
    el("div")
        .class("page")
        .child(header(state))
        .child(
            el("main")
                .child(map(state))
                .child(hover_card(state))
                .child(spoken(state))
                .child(el("div").live_later(true, follows, panel))
                .child(sheet(planner.live_attr("hidden", hidden))),
        )
        .child(legend(state))
}

/// Names the page after what it shows, for tabs and the history. The finder leaves the title of its answer at the body.
fn name_page(state: AppState) {
    effect(move || {
        let sku = state.choices.sku.get();
        let chosen = state.choices.selected.get().map(|it| state.catalog.location(it).name.as_str());
        let title = match (chosen, document().body().and_then(|it| it.get_attribute("data-answer"))) {
            (Some(name), _) => [name, ", ", sku.name(), " · ExpressRoute Atlas"].concat(),
            (None, Some(answer)) => [&answer, " · ExpressRoute Atlas"].concat(),
            (None, None) => "ExpressRoute Atlas".to_owned(),
        };
        document().set_title(&title);
    });
}

/// Loads the planner when it is first needed, and tells it what is chosen.
fn serve_planner(state: AppState) {
    let (choices, planner) = (state.choices, state.planner);
    planner.listen(move || {
        commands::tell_planner(state);
        // The planner draws with the map's next frame.
        state.choices.hovered.notify();
    });
    effect(move || {
        choices.selected.track();
        choices.sku.track();
        commands::tell_planner(state);
    });
    let just_opened = Cell::new(true);
    effect(move || {
        let shown = choices.page.get() == Page::Planner;
        if just_opened.take() {
            // Nobody waits for the planner to see the map: a page just opened draws first.
            if shown || planner::has_kept_plan() {
                planner.open_after_first_draw();
            }
        } else if shown {
            planner.open();
        }
    });
}

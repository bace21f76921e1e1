//! The bar on top: the mark, the way to a place by name, the pages, the cloud, the settings. What a narrow screen has no
//! room for stands in a menu there.

use crate::components::dom::{El, button, el, icon, svg_el};
use crate::components::legend;
use crate::state::AppState;
use crate::state::choices::Page;
use crate::state::commands;
use leptos::prelude::{Get, document};
use reach::phrase::phrase;
use reach::sku::Cloud;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};

const MENU: &str = "menu";

/// Reads the page and the cloud; writes them, and the chosen location.
pub fn header(state: AppState) -> El {
    let page = state.choices.page;
    let tab = move |which: Page, name: &'static str| {
        let current = move || (page.get() == which).then(|| "page".to_owned());
        let open = move |_| {
            commands::show_page(state, which);
            close_menu();
        };
        button("tab", open).say(name).live_attr("aria-current", current)
    };
    let mark = icon("mark", "0 0 24 16", "M4 12C6 5 11 3 19 4")
        .child(svg_el("circle").attr("cx", "4").attr("cy", "12").attr("r", "3.2"))
        .child(svg_el("path").class("end").attr("d", "M16.5 1h6v6h-6z"));
    let pages = el("nav").said_as("aria-label", "Pages");
    let pages = pages.child(tab(Page::Map, phrase("Map"))).child(tab(Page::Planner, phrase("Planner")));
    el("header")
        .class("bar")
        .child(mark)
        .child(el("h1").text("ExpressRoute Atlas"))
        .child(search())
        .child(menu_button())
        .child(
            el("div")
                .attr("id", MENU)
                .class("menu")
                .attr("popover", "")
                .child(pages)
                .child(cloud_switch(state))
                .child(shape_switch(state))
                .children(loader_buttons())
                .child(legend::filter(state))
                .child(legend::credit(state, "quiet credit")),
        )
}

/// Opens the menu. The browser does it, closes it at a press elsewhere or Escape, and tells those who hear the page.
fn menu_button() -> El {
    let lines = icon("", "0 0 16 16", "M2 4h12M2 8h12M2 12h12");
    el("button")
        .attr("type", "button")
        .class("icon menu-button")
        .attr("popovertarget", MENU)
        .said_as("aria-label", "Menu")
        .child(lines)
}

fn close_menu() {
    let menu = document().get_element_by_id(MENU).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    // It refuses where it is not open as a menu, and then there is nothing to close.
    let _ = menu.map(|it| it.hide_popover());
}

/// Buttons that assets/loader.js listens to by their names: one copies the address, which holds all that is chosen, the
/// others open the settings and the list of keys.
fn loader_buttons() -> [El; 3] {
    let named = |name: &str, label: &'static str| {
        el("button").attr("type", "button").attr("name", name).class("tab").say(label)
    };
    [
        named("share", phrase("Share"))
            .said_as("title", "Copy the address of what is shown")
            .attr("aria-live", "polite"),
        named("settings", phrase("Settings")),
        named("keys", phrase("Keys")),
    ]
}

/// Whether the world is flat or a globe.
fn shape_switch(state: AppState) -> El {
    let globe = state.choices.globe;
    let shape = move |round: bool, name: &'static str| {
        let pressed = move || Some((globe.get() == round).to_string());
        button("tab", move |_| commands::set_globe(state, round)).say(name).live_attr("aria-pressed", pressed)
    };
    let group = el("div").class("shape").attr("role", "group").said_as("aria-label", "Shape of the world");
    group.child(shape(false, phrase("Flat"))).child(shape(true, phrase("Globe")))
}

/// Which world is on.
fn cloud_switch(state: AppState) -> El {
    let option = |cloud: &Cloud| el("option").attr("value", cloud.as_str()).say(cloud.name());
    let chosen = move |event: Event| {
        let select = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        if let Some(Ok(cloud)) = select.map(|it| it.value().parse::<Cloud>()) {
            commands::set_cloud(state, cloud);
        }
    };
    let show = move |element: &Element| {
        let cloud = state.choices.cloud.get();
        if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            select.set_value(cloud.as_str());
        }
    };
    let select = el("select").said_as("aria-label", "Cloud");
    let select = select.children(Cloud::ALL.iter().map(option)).on("change", chosen).live_with(show);
    el("label").class("switch").child(el("span").say("Cloud")).child(select)
}

/// The search box; `/` leads here from anywhere (assets/loader.js). The finder, a wasm of its own that is loaded when the box gets the focus,
/// takes it over; until then it only takes what is typed, and assets/loader.js says below it how the finder comes.
fn search() -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .said_as("aria-label", "Find a place")
        .said_as("placeholder", "Location, region, provider, city");
    el("div")
        .class("search")
        .attr("role", "search")
        .child(icon("", "0 0 16 16", "M11.2 6.6a4.6 4.6 0 1 1-9.2 0a4.6 4.6 0 1 1 9.2 0M10.2 10.2 14 14"))
        .child(field)
        .child(el("kbd").attr("aria-hidden", "true").text("/"))
        .child(el("p").class("missing").attr("role", "status"))
}

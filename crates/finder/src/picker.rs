//! The fields of an answer that add to it: each a combobox over things of one kind, after the WAI-ARIA Authoring Practices.
//! What they hold stands in the page alone: the input by `data-pick`, its list behind it, options by `data-take`.

use crate::data::Data;
use crate::dom::{El, at, el, fill, query, set};
use crate::glyph::glyph;
use find::item::Found;
use find::mark::marked;
use find::query::Query;
use reach::sku::Cloud;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// As many as are looked over at a glance.
const SHOWN: usize = 8;

/// What was taken from a list: the kind of its field, and the slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The kind of the field.
    pub kind: String,
    /// The slug of what was taken.
    pub slug: String,
}

/// The field that an event is about.
pub fn field_of(event: &Event) -> Option<HtmlInputElement> {
    at(event, "[data-pick]")?.dyn_into().ok()
}

/// Shows what the text of a field finds; before there is any, the geopolitical regions.
pub fn open(data: &Data, field: &HtmlInputElement, cloud: Cloud) {
    let (kind, text) = (kind_of(field), field.value());
    let Some(list) = list_of(field) else { return };
    let found = match text.trim().is_empty() {
        true if kind == "region" => areas(data, cloud),
        true => Vec::new(),
        false => hits(data, &kind, &text, cloud),
    };
    let options = found.iter().enumerate().map(|(at, it)| option(data, &kind, *it, &text, at));
    fill(&list, options);
    show(field, &list, !found.is_empty());
    // The first hit is taken by Enter; of what is only offered nothing is.
    activate(field, &list, (!text.trim().is_empty() && !found.is_empty()).then_some(0));
}

/// Does what a key says in a field; tells what was taken, and whether the key was meant for it at all.
pub fn press(data: &Data, field: &HtmlInputElement, event: &KeyboardEvent, cloud: Cloud) -> Option<Taken> {
    let list = list_of(field)?;
    let is_open = !list.has_attribute("hidden");
    let options = crate::dom::all(&list, "[data-take]");
    let active = options.iter().position(|it| it.get_attribute("aria-selected").as_deref() == Some("true"));
    let count = options.len();
    match event.key().as_str() {
        "ArrowDown" if !is_open => open(data, field, cloud),
        "ArrowDown" if count > 0 => activate(field, &list, Some(active.map_or(0, |it| (it + 1) % count))),
        "ArrowUp" if count > 0 => activate(field, &list, Some(active.map_or(count - 1, |it| (it + count - 1) % count))),
        "Escape" if is_open => show(field, &list, false),
        "Escape" if !field.value().is_empty() => field.set_value(""),
        "Enter" => {
            event.prevent_default();
            return options.get(active?).and_then(taken);
        }
        _ => return None,
    }
    // Escape is not to close the answer as well.
    event.prevent_default();
    event.stop_propagation();
    None
}

/// What a click takes; none beside the options.
pub fn clicked(event: &Event) -> Option<Taken> {
    taken(&at(event, "[data-take]")?)
}

/// Closes the list of a field.
pub fn close(field: &HtmlInputElement) {
    if let Some(list) = list_of(field) {
        show(field, &list, false);
    }
}

/// Empties the field of a kind once something of it was taken, and leads the keyboard back there.
pub fn done(kind: &str) {
    let field = query(&["#answer [data-pick=", kind, "]"].concat());
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value("");
        close(&field);
        crate::dom::focus(&field);
    }
}

fn taken(option: &Element) -> Option<Taken> {
    let (kind, slug) =
        option.get_attribute("data-take")?.split_once(' ').map(|it| (it.0.to_owned(), it.1.to_owned()))?;
    Some(Taken { kind, slug })
}

fn kind_of(field: &HtmlInputElement) -> String {
    field.get_attribute("data-pick").unwrap_or_default()
}

fn list_of(field: &HtmlInputElement) -> Option<Element> {
    query(&["#", &field.get_attribute("aria-controls")?].concat())
}

fn show(field: &HtmlInputElement, list: &Element, open: bool) {
    match open {
        true => drop(list.remove_attribute("hidden")),
        false => set(list, "hidden", ""),
    }
    set(field, "aria-expanded", if open { "true" } else { "false" });
    if !open {
        let _ = field.remove_attribute("aria-activedescendant");
    }
}

/// Makes an option the active one, or none, and brings it into sight.
fn activate(field: &HtmlInputElement, list: &Element, place: Option<usize>) {
    let _ = field.remove_attribute("aria-activedescendant");
    for (at, option) in crate::dom::all(list, "[data-take]").iter().enumerate() {
        set(option, "aria-selected", if place == Some(at) { "true" } else { "false" });
        if place == Some(at) {
            set(field, "aria-activedescendant", &option.id());
            let near = ScrollIntoViewOptions::new();
            near.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&near);
        }
    }
}

/// The geopolitical regions of the cloud that is on.
fn areas(data: &Data, cloud: Cloud) -> Vec<Found> {
    let ids = data.catalog.geopolitical_region_ids();
    ids.filter(|id| data.catalog.geopolitical_region(*id).cloud == cloud).map(Found::GeopoliticalRegion).collect()
}

/// The first hits of the kind that a field takes.
fn hits(data: &Data, kind: &str, text: &str, cloud: Cloud) -> Vec<Found> {
    let fits = |found: &Found| match found {
        Found::Region(_) | Found::GeopoliticalRegion(_) => kind == "region",
        Found::Location(_) => kind != "region",
        Found::Facility(_) | Found::Provider(_) | Found::Country(_) | Found::City(_) | Found::Coordinates(_) => false,
    };
    // Any number of cities may be called the same.
    let all = data.index().search(text, cloud, usize::MAX);
    all.into_iter().map(|it| it.found).filter(fits).take(SHOWN).collect()
}

fn option(data: &Data, kind: &str, found: Found, text: &str, at: usize) -> El {
    let shown = data.shown();
    let slug = match found {
        Found::Region(id) => data.catalog.region(id).slug.as_str(),
        Found::GeopoliticalRegion(id) => data.catalog.geopolitical_region(id).slug.as_str(),
        Found::Location(id) => data.catalog.location(id).slug.as_str(),
        Found::Facility(_) | Found::Provider(_) | Found::Country(_) | Found::City(_) | Found::Coordinates(_) => "",
    };
    let name = shown.name(found);
    let strong = |label: El, (part, strong): (&str, bool)| {
        if strong { label.child(el("b").text(part)) } else { label.text(part) }
    };
    let label = marked(&name, &Query::new(text)).into_iter().fold(el("span").class("found-name"), strong);
    el("div")
        .attr("role", "option")
        .attr("id", &["pick-", kind, "-", &at.to_string()].concat())
        .attr("data-take", &[kind, " ", slug].concat())
        .attr("aria-selected", "false")
        .child(glyph(data.catalog, found))
        .child(label)
        .child(el("span").class("found-told").text(&words::say(shown.kind(found))))
}

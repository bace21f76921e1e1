//! The search box: a combobox with a list of what is found, after the WAI-ARIA Authoring Practices. The first hit is
//! active as soon as there is one, so Enter takes it.

use crate::address;
use crate::data::Data;
use crate::dom::{at, before, el, fill, focus, query as find_element, set};
use crate::here;
use crate::list::{self, option_id};
use crate::named;
use crate::panel::Panel;
use crate::question::Question;
use crate::starts::{self, Start};
use find::item::Found;
use find::query::Query;
use reach::sku::Cloud;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

const LIST: &str = "found";

/// The search box of the page.
#[derive(Clone)]
pub struct SearchBox(Rc<Parts>);

struct Parts {
    data: Rc<Data>,
    panel: Rc<Panel>,
    field: HtmlInputElement,
    /// What hangs below the field.
    popup: Element,
    list: Element,
    note: Element,
    status: Element,
    found: RefCell<Vec<Found>>,
    /// Whether the options are what can be asked without a name.
    offers: Cell<bool>,
    active: Cell<usize>,
}

impl SearchBox {
    /// Takes the search box from the page: its events no longer reach the page's own search. None when the page has none.
    pub fn take_over(data: Rc<Data>, panel: Rc<Panel>) -> Option<SearchBox> {
        let frame = find_element(".search")?;
        let field: HtmlInputElement = frame.query_selector("input").ok().flatten()?.dyn_into().ok()?;
        let list = el("div")
            .class("found-list")
            .attr("id", LIST)
            .attr("role", "listbox")
            .attr("aria-label", &words::say("Found"));
        let note = el("p").class("found-note");
        let popup = el("div").class("found").attr("hidden", "").child(list.clone()).child(note.clone());
        let status = el("p").class("unseen").attr("role", "status");
        let _ = frame.append_with_node_2(popup.node(), status.node());
        let [popup, list, note, status] = [popup, list, note, status].map(|it| it.node().clone());
        for (name, value) in
            [("role", "combobox"), ("aria-expanded", "false"), ("aria-controls", LIST), ("aria-autocomplete", "list")]
        {
            set(&field, name, value);
        }
        let (found, offers, active) = (RefCell::default(), Cell::new(false), Cell::new(0));
        let search = SearchBox(Rc::new(Parts { data, panel, field, popup, list, note, status, found, offers, active }));
        search.listen(&frame);
        search.refresh();
        Some(search)
    }

    fn listen(&self, frame: &Element) {
        let it = self.clone();
        before(frame, "input", move |event| {
            event.stop_propagation();
            it.refresh();
        });
        let it = self.clone();
        before(frame, "keydown", move |event| {
            event.stop_propagation();
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                it.press(event);
            }
        });
        let it = self.clone();
        before(frame, "focusin", move |_| it.refresh());
        let it = self.clone();
        before(frame, "focusout", move |_| it.close());
        // The field keeps the focus while the list is used.
        before(&self.0.popup, "pointerdown", |event| event.prevent_default());
        before(&self.0.popup, "mousedown", |event| event.prevent_default());
        let it = self.clone();
        before(&self.0.popup, "click", move |event: &Event| {
            let place = at(event, "[data-at]").and_then(|it| it.get_attribute("data-at")?.parse().ok());
            if let Some(place) = place {
                it.choose(place);
            }
        });
    }

    /// Searches for what the field holds, and shows what is found while the field has the focus.
    pub fn refresh(&self) {
        let parts = &*self.0;
        let text = parts.field.value();
        let focused = crate::dom::document().active_element().is_some_and(|it| it == **parts.field);
        match (focused, text.trim().is_empty()) {
            (false, _) => return self.close(),
            (true, true) => return self.offer(),
            (true, false) => parts.offers.set(false),
        }
        let hits = parts.data.index().search(&text, cloud(&parts.data), list::LOOKED_AT);
        let groups = match hits.is_empty() {
            true => parts.data.shown().near(&text).into_iter().map(|it| vec![it]).collect(),
            false => list::grouped(&hits),
        };
        let found: Vec<Found> = groups.iter().flatten().copied().collect();
        let told = match (hits.is_empty(), found.len()) {
            (true, _) => words::say_with(
                "Nothing is called “{text}”. Coordinates work too, such as 52.37, 4.9.",
                &[("text", text.trim())],
            ),
            (false, count) => words::say_count(count, "{count} found", "{count} found", &[]),
        };
        let note = match (hits.is_empty(), found.is_empty()) {
            (false, _) => String::new(),
            (true, true) => told.clone(),
            (true, false) => words::say_with("{told} Near it:", &[("told", &told)]),
        };
        parts.note.set_text_content(Some(&note));
        parts.status.set_text_content(Some(&told));
        parts.active.set(0);
        parts.list.set_scroll_top(0);
        fill(
            &parts.list,
            list::groups(&parts.data, &groups, &Query::new(&text), if hits.is_empty() { usize::MAX } else { 0 }),
        );
        let first = (!hits.is_empty()).then_some(0);
        *parts.found.borrow_mut() = found;
        let _ = parts.popup.remove_attribute("hidden");
        set(&parts.field, "aria-expanded", "true");
        self.activate(first);
    }

    /// Searches again while the list is open: there is more to be found now.
    pub fn data_has_grown(&self) {
        if !self.0.popup.has_attribute("hidden") {
            self.refresh();
        }
    }

    /// Shows what can be asked without a name.
    fn offer(&self) {
        let parts = &*self.0;
        parts.offers.set(true);
        parts.found.take();
        parts.note.set_text_content(None);
        parts.status.set_text_content(None);
        fill(&parts.list, [starts::group()]);
        let _ = parts.popup.remove_attribute("hidden");
        set(&parts.field, "aria-expanded", "true");
        self.activate(None);
    }

    /// Asks what was chosen of that. The browser's answer where the device is may take a while: the list says so.
    fn ask(&self, start: Start) {
        let parts = &*self.0;
        match start.question(&parts.data) {
            Some(question) => {
                self.close();
                parts.panel.ask(&question);
            }
            None => {
                let it = self.clone();
                here::locate(&parts.panel, move |told| {
                    if told.is_empty() {
                        it.close();
                    }
                    it.0.note.set_text_content(Some(told));
                    it.0.status.set_text_content(Some(told));
                });
            }
        }
    }

    /// Makes an option the active one, or none.
    fn activate(&self, place: Option<usize>) {
        let parts = &*self.0;
        let before = find_element("#found [aria-selected=true]");
        before.iter().for_each(|it| set(it, "aria-selected", "false"));
        let option = place.and_then(|at| find_element(&["#", &option_id(at)].concat()));
        parts.active.set(place.unwrap_or(usize::MAX));
        match option {
            Some(option) => {
                set(&option, "aria-selected", "true");
                set(&parts.field, "aria-activedescendant", &option.id());
            }
            None => drop(parts.field.remove_attribute("aria-activedescendant")),
        }
    }

    /// Makes an option the active one, and brings it into sight.
    fn go_to(&self, place: usize) {
        self.activate(Some(place));
        if let Some(option) = find_element(&["#", &option_id(place)].concat()) {
            let near = ScrollIntoViewOptions::new();
            near.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&near);
        }
    }

    fn press(&self, event: &KeyboardEvent) {
        let parts = &*self.0;
        let count = if parts.offers.get() { Start::ALL.len() } else { parts.found.borrow().len() };
        let open = !parts.popup.has_attribute("hidden");
        let active = Some(parts.active.get()).filter(|it| *it < count);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => self.refresh(),
            "ArrowDown" if count > 0 => self.go_to(active.map_or(0, |it| (it + 1) % count)),
            "ArrowUp" if count > 0 => self.go_to(active.map_or(count - 1, |it| (it + count - 1) % count)),
            "Enter" if open => {
                if let Some(place) = active {
                    self.choose(place);
                }
            }
            "Enter" => self.refresh(),
            "Escape" if open => self.close(),
            "Escape" => parts.field.set_value(""),
            _ => return,
        }
        event.prevent_default();
    }

    fn close(&self) {
        let parts = &*self.0;
        set(&parts.popup, "hidden", "");
        set(&parts.field, "aria-expanded", "false");
        let _ = parts.field.remove_attribute("aria-activedescendant");
        parts.status.set_text_content(None);
    }

    /// Goes to what was found.
    fn choose(&self, place: usize) {
        let parts = &*self.0;
        if parts.offers.get() {
            return Start::ALL.get(place).copied().into_iter().for_each(|it| self.ask(it));
        }
        let Some(found) = parts.found.borrow().get(place).copied() else { return };
        parts.field.set_value("");
        self.close();
        let location = match found {
            Found::Location(id) => Some(id),
            Found::Facility(at) => {
                parts.data.index().facilities.get(usize::from(at)).and_then(|it| it.locations.first()).copied()
            }
            _ => None,
        };
        match location {
            Some(id) => {
                address::choose_alone(&parts.data.catalog.location(id).slug);
                focus(&parts.field);
            }
            None => {
                if let Some(about) = named::about(&parts.data, found) {
                    parts.panel.ask(&Question::about(about));
                }
            }
        }
    }
}

/// The cloud that is on: that of the chosen location, else the one in the address.
pub fn cloud(data: &Data) -> Cloud {
    let chosen = address::part("at").and_then(|slug| data.catalog.location_by_slug(&slug));
    let named = || address::part("cloud").and_then(|it| it.parse().ok());
    chosen.map(|id| data.catalog.location(id).cloud).or_else(named).unwrap_or(Cloud::Public)
}

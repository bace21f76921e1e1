//! The search box: a combobox with a list of what is found, after the WAI-ARIA Authoring Practices. The first hit is
//! active as soon as there is one, so Enter takes it.

use crate::address;
use crate::data::Data;
use crate::dom::{Line, at, before, el, focus, query as find_element, set};
use crate::here;
use crate::list::{self, Choice, Section};
use crate::listbox::Listbox;
use crate::named;
use crate::panel::Panel;
use crate::question::Question;
use crate::starts::Start;
use crate::status::Status;
use find::item::Found;
use find::query::Query;
use reach::sku::Cloud;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

const LIST: &str = "found";
/// Texts that together have hits of every kind, one of them with a country around its hits.
const FIRST_KEYS: [&str; 5] = ["a", "e", "m", "s", "jp e"];

/// The search box of the page.
#[derive(Clone)]
pub struct SearchBox(Rc<Parts>);

struct Parts {
    data: Rc<Data>,
    panel: Rc<Panel>,
    field: HtmlInputElement,
    /// What hangs below the field.
    popup: Element,
    list: Listbox,
    note: Line,
    status: Status,
    open: Cell<bool>,
    /// Whether the active option was gone to by keys: it then stays the active one when the same text finds more.
    moved: Cell<bool>,
}

/// What the list says to a text.
struct Answer {
    sections: Vec<Section>,
    note: String,
    status: String,
    /// Whether Enter takes the first option.
    takes_first: bool,
}

impl SearchBox {
    /// Takes the search box from the page: its events no longer reach the page's own search. None when the page has none.
    pub fn take_over(data: Rc<Data>, panel: Rc<Panel>) -> Option<SearchBox> {
        let frame = find_element(".search")?;
        let field: HtmlInputElement = frame.query_selector("input").ok().flatten()?.dyn_into().ok()?;
        let (list, note) = (Listbox::new(LIST), el("p").class("found-note"));
        let popup = el("div").class("found").attr("hidden", "").node().clone();
        let status = el("p").class("unseen").attr("role", "status");
        let _ = popup.append_with_node_2(list.node(), note.node());
        let _ = frame.append_with_node_2(&popup, status.node());
        for (name, value) in
            [("role", "combobox"), ("aria-expanded", "false"), ("aria-controls", LIST), ("aria-autocomplete", "list")]
        {
            set(&field, name, value);
        }
        let (note, status) = (Line::new(note), Status::new(Line::new(status)));
        let (open, moved) = (Cell::default(), Cell::default());
        let search = SearchBox(Rc::new(Parts { data, panel, field, popup, list, note, status, open, moved }));
        search.listen(&frame);
        search.refresh();
        Some(search)
    }

    fn listen(&self, frame: &Element) {
        let it = self.clone();
        before(frame, "input", move |event| {
            event.stop_propagation();
            it.0.moved.set(false);
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
            if let Some(choice) = at(event, "[role=option]").and_then(|option| it.0.list.choice_of(&option)) {
                it.choose(choice);
            }
        });
    }

    /// Searches for what the field holds, and shows what is found while the field has the focus.
    pub fn refresh(&self) {
        let parts = &*self.0;
        let focused = crate::dom::document().active_element().is_some_and(|it| it == **parts.field);
        if !focused {
            return self.close();
        }
        let text = parts.field.value();
        let answer = if text.trim().is_empty() { offer() } else { self.search(&text) };
        let marked = self.active().filter(|_| parts.moved.get());
        parts.list.show(&answer.sections);
        let kept = marked.and_then(|choice| parts.list.choices().iter().position(|it| *it == choice));
        parts.moved.set(kept.is_some());
        self.activate(kept.or(answer.takes_first.then_some(0)));
        if kept.is_none() {
            parts.list.look_at_top();
        }
        parts.note.say(&answer.note);
        parts.status.tell(&answer.status);
        if !parts.open.replace(true) {
            let _ = parts.popup.remove_attribute("hidden");
            set(&parts.field, "aria-expanded", "true");
        }
    }

    /// Searches again while the list is open: there is more to be found now.
    ///
    /// Before that it searches for what has many hits, so that the first keys are not slower than others: the browser
    /// translates a program where it first runs, and the rows are kept.
    pub fn data_has_grown(&self) {
        if self.0.field.value().trim().is_empty() {
            for text in FIRST_KEYS {
                self.0.list.prepare(&self.search(text).sections);
            }
        }
        if self.0.open.get() {
            self.refresh();
        }
    }

    fn search(&self, text: &str) -> Answer {
        let (data, query) = (&self.0.data, Query::new(text));
        let hits = data.index().search(text, cloud(data), list::LOOKED_AT);
        let Some(_) = hits.first() else { return self.search_in_vain(text, &query) };
        let sections = list::found(data, hits.iter().map(|it| it.found), &query);
        let count = sections.iter().map(|it| it.entries.len()).sum();
        let status = words::say_count(count, "{count} found", "{count} found", &[]);
        Answer { sections, note: String::new(), status, takes_first: true }
    }

    /// What the list says to a text that nothing is called.
    fn search_in_vain(&self, text: &str, query: &Query) -> Answer {
        let data = &self.0.data;
        let sections = list::found(data, data.shown().near(text), query);
        let status = words::say_with(
            "Nothing is called “{text}”. Coordinates work too, such as 52.37, 4.9.",
            &[("text", text.trim())],
        );
        let note = match sections.is_empty() {
            true => status.clone(),
            false => words::say_with("{told} Near it:", &[("told", &status)]),
        };
        Answer { sections, note, status, takes_first: false }
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
                    it.0.note.say(told);
                    it.0.status.tell(told);
                });
            }
        }
    }

    /// What the active option stands for.
    fn active(&self) -> Option<Choice> {
        self.0.list.choices().get(self.0.list.active()?).copied()
    }

    /// Makes an option the active one, or none.
    fn activate(&self, place: Option<usize>) {
        match self.0.list.activate(place) {
            Some(option) => set(&self.0.field, "aria-activedescendant", &option.id()),
            None => drop(self.0.field.remove_attribute("aria-activedescendant")),
        }
    }

    /// Makes an option the active one, and brings it into sight.
    fn go_to(&self, place: usize) {
        self.0.moved.set(true);
        self.activate(Some(place));
        self.0.list.look_at_active();
    }

    fn press(&self, event: &KeyboardEvent) {
        let parts = &*self.0;
        let (open, active, count) = (parts.open.get(), parts.list.active(), parts.list.choices().len());
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => self.refresh(),
            "ArrowDown" if count > 0 => self.go_to(active.map_or(0, |it| (it + 1) % count)),
            "ArrowUp" if count > 0 => self.go_to(active.map_or(count - 1, |it| (it + count - 1) % count)),
            "Enter" if open => self.active().into_iter().for_each(|it| self.choose(it)),
            "Enter" => self.refresh(),
            "Escape" if open => self.close(),
            "Escape" => parts.field.set_value(""),
            _ => return,
        }
        event.prevent_default();
    }

    fn close(&self) {
        let parts = &*self.0;
        parts.open.set(false);
        parts.moved.set(false);
        set(&parts.popup, "hidden", "");
        set(&parts.field, "aria-expanded", "false");
        let _ = parts.field.remove_attribute("aria-activedescendant");
        parts.status.tell("");
    }

    /// Goes to what was found, or asks what was chosen.
    fn choose(&self, choice: Choice) {
        let parts = &*self.0;
        let found = match choice {
            Choice::Start(start) => return self.ask(start),
            Choice::Found(found) => found,
        };
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

/// What the list says before anything is typed: what can be asked without a name.
fn offer() -> Answer {
    Answer { sections: vec![list::offered()], note: String::new(), status: String::new(), takes_first: false }
}

/// The cloud that is on: that of the chosen location, else the one in the address.
pub fn cloud(data: &Data) -> Cloud {
    let chosen = address::part("at").and_then(|slug| data.catalog.location_by_slug(&slug));
    let named = || address::part("cloud").and_then(|it| it.parse().ok());
    chosen.map(|id| data.catalog.location(id).cloud).or_else(named).unwrap_or(Cloud::Public)
}

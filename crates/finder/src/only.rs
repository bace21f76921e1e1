//! The filters in force: `only=` in the address. The map hears which locations meet them, and a note on it says how many
//! do; the panel of answers and the tables read them here.

use crate::address::{self, FIND, ONLY};
use crate::data::Data;
use crate::dom::{button, document, el, fill, focus, next_frame, on, query, window};
use crate::question::{Question, older_provider, unescaped};
use crate::search_box::cloud;
use find::facets::Facet;
use find::filters::{Filters, Tally};
use js_sys::Uint8Array;
use reach::sku::Cloud;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};
use words::say_with;

const TELLS: &str = "atlas-only";
const ID: &str = "only";

/// The filters of the address.
pub fn in_force(data: &Data) -> Filters {
    Filters::parse(data.facts(), &unescaped(&address::part(ONLY).unwrap_or_default()))
}

/// Puts filters into the address, as a new step of the history.
pub fn put_in_force(data: &Data, filters: &Filters) {
    address::filter(filters.write(data.facts()));
}

/// An older link may name a provider in its question: that is a filter, and the address is written so from now on. It holds
/// in place of other providers, as both had to be met.
pub fn take_in_older(data: &Data) {
    let text = address::part(FIND).unwrap_or_default();
    let (Some(slug), Some(question)) = (older_provider(&text), Question::parse(&text)) else { return };
    let filters = in_force(data);
    let filters = match data.facts().choice(Facet::Provider, &slug) {
        Some(provider) => filters.with_choices(Facet::Provider, &[provider]),
        None => filters,
    };
    address::ask_among(&question, filters.write(data.facts()));
}

/// How many locations of a cloud meet the filters, as `12 of 135 locations, +3 not documented`.
pub fn told(tally: Tally, all: usize) -> String {
    let Tally { met, open } = tally;
    let [met, open_count, all] = [met, open, all].map(|it| it.to_string());
    let values = [("count", met.as_str()), ("all", &all), ("open", &open_count)];
    match open {
        0 => say_with("{count} of {all} locations", &values),
        _ => say_with("{count} of {all} locations, +{open} not documented", &values),
    }
}

/// The same as a sentence about rows.
pub fn filtered(data: &Data, filters: &Filters, cloud: Cloud) -> String {
    let facts = data.facts();
    let count = told(filters.tally(facts, cloud), facts.of_cloud(cloud).count());
    say_with("Among {count} that meet the filters", &[("count", &count)])
}

/// What the map and its note were told last.
pub struct Only {
    data: Rc<Data>,
    told: RefCell<(Filters, Cloud)>,
}

impl Only {
    /// Nothing told yet: the map shows all.
    pub fn new(data: Rc<Data>) -> Only {
        Only { data, told: RefCell::new((Filters::default(), Cloud::Public)) }
    }

    /// Tells the map and its note what the address says, if that is new. Tells whether other filters hold.
    pub fn follow(&self) -> bool {
        let (filters, cloud) = (in_force(&self.data), cloud(&self.data));
        let before = self.told.replace((filters.clone(), cloud));
        if before == (filters.clone(), cloud) {
            return false;
        }
        let changed = before.0 != filters;
        if changed {
            tell_map(match filters.is_empty() {
                true => Vec::new(),
                false => filters.mask(self.data.facts()),
            });
        }
        self.note(&filters, cloud);
        changed
    }

    /// Says on the map that not all of its locations are shown.
    fn note(&self, filters: &Filters, cloud: Cloud) {
        let Some(note) = place() else { return };
        let facts = self.data.facts();
        let text = told(filters.tally(facts, cloud), facts.of_cloud(cloud).count());
        let clear = || {
            let button = button("word", "data-clear", "").attr("aria-label", &words::say("Clear all filters"));
            button.text(&words::say("Clear"))
        };
        let shown = (!filters.is_empty()).then(|| el("span").text(&text));
        let clear = (!filters.is_empty()).then(clear);
        fill(&note, shown.into_iter().chain(clear));
    }
}

/// Makes the note's element before it says anything: what comes into the page with its words is not heard.
pub fn prepare() {
    let _ = place();
}

/// The note's element, made when it is first needed: those who hear the page are told when it changes.
fn place() -> Option<Element> {
    if let Some(note) = query(&["#", ID].concat()) {
        return Some(note);
    }
    let note = el("p").class("only-note").attr("id", ID).attr("role", "status");
    query(".map-asks")?.append_child(note.node()).ok()?;
    on(note.node(), "click", |event| {
        if crate::dom::at(event, "[data-clear]").is_some() {
            address::filter(String::new());
            query(".map-asks button").iter().for_each(focus);
        }
    });
    Some(note.node().clone())
}

/// The map hears from its first frame on.
fn tell_map(bytes: Vec<u8>) {
    let drawn = document().body().is_some_and(|it| it.has_attribute("data-drawn"));
    if !drawn {
        return next_frame(move || tell_map(bytes));
    }
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from(Uint8Array::from(bytes.as_slice())));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(TELLS, &init) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

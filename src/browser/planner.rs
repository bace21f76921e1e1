//! The page's side of its talk with the planner, a wasm of its own that is loaded when it is first needed. Both sides
//! speak in events of the window, with a line of text as their detail; slugs and words hold neither spaces nor
//! semicolons.
//!
//! | event | from, to | detail |
//! |---|---|---|
//! | `atlas-open-planner` | page, loader | none: loads the planner unless it is there |
//! | `atlas-planner-ready` | planner, page | none: it listens from now on, and wants to hear what is chosen |
//! | `atlas-planned-links` | planner, page | `amsterdam dallas linkable;london tokyo needs_premium`, after every change |
//! | `atlas-chosen` | page, planner | `amsterdam standard`: the chosen location and SKU; empty while none is chosen |
//! | `atlas-add-circuit` | page, planner | `amsterdam standard`: a circuit for the plan |
//!
//! The loader is assets/loader.js; the planner's side is crates/planner/src/bridge.rs.

use gloo::events::EventListener;
use leptos::prelude::{
    StoredValue, UpdateValue, WithValue, document, request_animation_frame, request_idle_callback_with_handle,
    set_timeout, window,
};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event};

const OPEN: &str = "atlas-open-planner";
const READY: &str = "atlas-planner-ready";
const PLANNED_LINKS: &str = "atlas-planned-links";
const CHOSEN: &str = "atlas-chosen";
const ADD_CIRCUIT: &str = "atlas-add-circuit";

/// The name under which the planner keeps its plan in the browser.
const KEPT_AS: &str = "expressroute-atlas-plan";

/// The planner, whether it is there already or not.
#[derive(Clone, Copy)]
pub struct Planner {
    /// The circuits that wait for the planner; none once it listens.
    waiting: StoredValue<Option<Vec<String>>>,
}

impl Default for Planner {
    /// A planner that is not there yet. Call inside a reactive owner.
    fn default() -> Planner {
        Planner { waiting: StoredValue::new(Some(Vec::new())) }
    }
}

impl Planner {
    /// Asks the loader for the planner. Once it is there, asking again does nothing.
    pub fn open(self) {
        say(OPEN, "");
    }

    /// As `open`, once the map is drawn and the browser has nothing better to do.
    pub fn open_after_first_draw(self) {
        let drawn = document().body().is_some_and(|it| it.has_attribute("data-drawn"));
        if !drawn {
            return request_animation_frame(move || self.open_after_first_draw());
        }
        // Safari has no idle callback.
        if request_idle_callback_with_handle(move || self.open()).is_err() {
            set_timeout(move || self.open(), Duration::from_millis(200));
        }
    }

    /// Adds a circuit, such as `amsterdam standard`, to the plan: at once, or when the planner is there.
    pub fn add_circuit(self, circuit: &str) {
        if self.is_there() {
            return say(ADD_CIRCUIT, circuit);
        }
        self.waiting.update_value(|waiting| waiting.get_or_insert_default().push(circuit.to_owned()));
    }

    /// Tells what is chosen, such as `amsterdam standard`; an empty text for nothing.
    pub fn tell_chosen(self, chosen: &str) {
        if self.is_there() {
            say(CHOSEN, chosen);
        }
    }

    /// Calls `on_ready` when the planner begins to listen, just before it hears of the circuits that have waited, and
    /// `on_links` with the links of the plan whenever they change.
    pub fn listen(self, on_ready: impl Fn() + 'static, on_links: impl Fn(&str) + 'static) {
        let ready = move |_: &Event| {
            let waited = self.waiting.try_update_value(Option::take).flatten();
            on_ready();
            for circuit in waited.into_iter().flatten() {
                say(ADD_CIRCUIT, &circuit);
            }
        };
        let links = move |event: &Event| {
            let detail = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().as_string());
            on_links(&detail.unwrap_or_default());
        };
        EventListener::new(&window(), READY, ready).forget();
        EventListener::new(&window(), PLANNED_LINKS, links).forget();
    }

    fn is_there(self) -> bool {
        self.waiting.with_value(Option::is_none)
    }
}

/// Whether a plan waits from an earlier visit.
pub fn has_kept_plan() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|it| it.get_item(KEPT_AS).ok().flatten().is_some())
}

fn say(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

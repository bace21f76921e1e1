//! The page's side of its talk with the planner, a wasm of its own that is loaded when it is first needed. Both sides
//! speak in events of the window, with a line of text as their detail, or the numbers of a view.
//!
//! | event | from, to | detail |
//! |---|---|---|
//! | `atlas-open-planner` | page, loader | none: loads the planner unless it is there |
//! | `atlas-planner-ready` | planner, page | none: it listens from now on, and wants to hear what is chosen |
//! | `atlas-chosen` | page, planner | `amsterdam standard`: the chosen location and SKU; empty while none is chosen |
//! | `atlas-add-circuit` | page, planner | `amsterdam standard`: a circuit for the plan |
//! | `atlas-point` | page, loader and finder | `Float64Array` of a longitude and a latitude in degrees: what is nearest? |
//! | `atlas-view` | page, planner and finder | each frame of the map while the planner is shown or the body has `data-answer`: a `Float64Array` of the view's center x and y, scale, width, height, right and bottom inset, globe, whether it rests, and if so, left, top and width of each name on the map |
//!
//! The loader is assets/loader.js; the planner's side is crates/planner/src/bridge.rs.

use crate::browser::events::say;
use gloo::events::EventListener;
use js_sys::Float64Array;
use leptos::prelude::{
    StoredValue, UpdateValue, WithValue, document, request_animation_frame, request_idle_callback_with_handle,
    set_timeout, window,
};
use reach::geo::LonLat;
use scene::labels::Label;
use scene::viewport::Viewport;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::Event;

const OPEN: &str = "atlas-open-planner";
const READY: &str = "atlas-planner-ready";
const CHOSEN: &str = "atlas-chosen";
const ADD_CIRCUIT: &str = "atlas-add-circuit";
const VIEW: &str = "atlas-view";
const POINT: &str = "atlas-point";

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
        say(OPEN, &JsValue::NULL);
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
            return say(ADD_CIRCUIT, &circuit.into());
        }
        self.waiting.update_value(|waiting| waiting.get_or_insert_default().push(circuit.to_owned()));
    }

    /// Tells what is chosen, such as `amsterdam standard`; an empty text for nothing.
    pub fn tell_chosen(self, chosen: &str) {
        if self.is_there() {
            say(CHOSEN, &chosen.into());
        }
    }

    /// Calls `on_ready` when the planner begins to listen, just before it hears of the circuits that have waited.
    pub fn listen(self, on_ready: impl Fn() + 'static) {
        let ready = move |_: &Event| {
            let waited = self.waiting.try_update_value(Option::take).flatten();
            on_ready();
            for circuit in waited.into_iter().flatten() {
                say(ADD_CIRCUIT, &circuit.into());
            }
        };
        EventListener::new(&window(), READY, ready).forget();
    }

    fn is_there(self) -> bool {
        self.waiting.with_value(Option::is_none)
    }
}

/// Whether someone draws over the map beside the planner: the finder, while it shows an answer.
pub fn is_overlaid() -> bool {
    document().body().is_some_and(|it| it.has_attribute("data-answer"))
}

/// Tells what the map shows, so that others draw over it in the same frame.
pub fn tell_view(view: Viewport, resting: bool, labels: &[Label]) {
    let Viewport { center, scale, width_px, height_px, inset_right_px, inset_bottom_px, globe } = view;
    let mut numbers = vec![
        center.x,
        center.y,
        scale,
        width_px,
        height_px,
        inset_right_px,
        inset_bottom_px,
        globe,
        f64::from(resting),
    ];
    if resting {
        for it in labels {
            // About as wide as it is: what is said after a name is not measured here.
            let width_px = it.more.0 + 6.0 * it.more.1.len() as f64;
            numbers.extend([it.placed.x, it.placed.y, width_px]);
        }
    }
    say(VIEW, &Float64Array::from(numbers.as_slice()));
}

/// Asks the finder what is nearest to a point.
pub fn tell_point(at: LonLat) {
    say(POINT, &Float64Array::from([at.lon(), at.lat()].as_slice()));
}

/// Whether a plan waits from an earlier visit.
pub fn has_kept_plan() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|it| it.get_item(KEPT_AS).ok().flatten().is_some())
}

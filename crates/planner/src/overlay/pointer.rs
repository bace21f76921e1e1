//! Pointers and keys on the map while the planner is open. They are heard before the map hears them, so that a hand on a
//! site draws a circuit and does not drag the map.

use crate::browser::screen;
use crate::overlay::card::Card;
use crate::overlay::edits::{circuit_to, site_at};
use crate::overlay::hand::{Done, Hand};
use crate::overlay::{Overlay, Shared};
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{Effect, Get, GetUntracked, ReadUntracked, RwSignal, Set, window};
use scene::viewport::ScreenPoint;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// How near a mark counts as pointed at, in CSS pixels: half of the 24 px a pointer needs, and of the 44 a finger does.
const POINTER_PX: f64 = 12.0;
const FINGER_PX: f64 = 22.0;
/// How near a line that is drawn snaps to a location.
const SNAP_PX: f64 = 20.0;

/// Whether the next click on the map places a site.
#[derive(Clone, Copy)]
pub struct Placing(pub RwSignal<bool>);

/// What a pointer's event does.
type Act = fn(&Hands, &PointerEvent);

/// Listens to pointers over the map and to Escape, for as long as the page lives.
pub fn listen(state: PlannerState, placing: Placing, map: &Element, overlay: &Shared) {
    let Some(frame) = map.parent_element() else { return };
    let Some(card) = Card::new(&frame) else { return };
    let hands = Rc::new(Hands { state, placing, map: map.clone(), overlay: overlay.clone(), card });
    let follow = hands.clone();
    Effect::new(move |_| follow.follow_placing(placing.0.get()));
    let acts: [(&'static str, Act); 4] = [
        ("pointerdown", Hands::press),
        ("pointermove", Hands::move_to),
        ("pointerup", Hands::release),
        ("pointercancel", |hands, _| hands.cancel()),
    ];
    for (name, act) in acts {
        let hands = hands.clone();
        let heard = move |event: &Event| {
            let over_map =
                event.target().and_then(|it| it.dyn_into::<Element>().ok()).is_some_and(|it| it == hands.map);
            if let Some(event) =
                event.dyn_ref::<PointerEvent>().filter(|it| over_map && it.is_trusted() && screen::planner_is_open())
            {
                act(&hands, event);
            }
        };
        EventListener::new_with_options(&frame, name, capturing(), heard).forget();
    }
    let leaving = hands.clone();
    let left = move |event: &Event| {
        // Its own word to the map is not the hand's.
        if event.is_trusted() {
            leaving.point_at(None);
        }
    };
    EventListener::new(map, "pointerleave", left).forget();
    let escape = move |event: &Event| {
        let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        if is_escape && hands.overlay.borrow().hand != Hand::Idle {
            event.stop_propagation();
            event.prevent_default();
            hands.cancel();
        }
    };
    EventListener::new_with_options(&window(), "keydown", capturing(), escape).forget();
}

fn capturing() -> EventListenerOptions {
    EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false }
}

fn site_pointer(site: usize) -> String {
    PartAt { list: PartList::Sites, at: site }.pointer()
}

struct Hands {
    state: PlannerState,
    placing: Placing,
    map: Element,
    overlay: Shared,
    card: Card,
}

impl Hands {
    fn press(&self, event: &PointerEvent) {
        if event.button() != 0 || event.shift_key() {
            return;
        }
        let at = point_in(event);
        let mut overlay = self.overlay.borrow_mut();
        let site = overlay.site_near(at, reach_px(event));
        let mut hand = overlay.hand;
        if hand.press(at, site) {
            event.stop_propagation();
            // Without capture the line ends at the map's edge, which is all that is lost.
            let _ = self.map.set_pointer_capture(event.pointer_id());
        }
        overlay.set_hand(hand);
    }

    fn move_to(&self, event: &PointerEvent) {
        let at = point_in(event);
        let swallowed = {
            let mut overlay = self.overlay.borrow_mut();
            let mut hand = overlay.hand;
            let swallowed = hand.drag(at, overlay.location_near(at, SNAP_PX));
            overlay.set_hand(hand);
            swallowed
        };
        let pressed = event.buttons() != 0;
        let placing = matches!(self.overlay.borrow().hand, Hand::Placing { .. });
        let site = match pressed || placing || event.pointer_type() != "mouse" {
            true => None,
            false => self.overlay.borrow().site_near(at, POINTER_PX),
        };
        if swallowed || site.is_some() {
            event.stop_propagation();
        }
        if !swallowed {
            self.point_at(site);
        }
    }

    fn release(&self, event: &PointerEvent) {
        let at = point_in(event);
        let done = {
            let mut overlay = self.overlay.borrow_mut();
            let mut hand = overlay.hand;
            let had = hand;
            let done = hand.release(at);
            if matches!(had, Hand::Pressed { .. } | Hand::Drawing { .. }) {
                event.stop_propagation();
            }
            overlay.set_hand(hand);
            done
        };
        match done {
            Done::Open(site) => self.state.show_part(&site_pointer(site)),
            Done::Draw(site, location) => {
                let history = self.state.planning.history;
                let edit = circuit_to(self.state.catalog, history.read_untracked().present(), site, location);
                self.point_at(None);
                if let Some(edit) = edit {
                    self.state.edit(edit);
                }
            }
            Done::Place(at) => {
                event.stop_propagation();
                self.drop_gesture();
                self.place(at);
            }
            Done::Nothing => {}
        }
    }

    /// The map heard the press of a click that placed a site: it is not to take it for a click on what lies there.
    fn drop_gesture(&self) {
        if let Ok(cancel) = PointerEvent::new("pointercancel") {
            // Fails only for an event that is being sent already; this one is new.
            let _ = self.map.dispatch_event(&cancel);
        }
    }

    fn place(&self, at: ScreenPoint) {
        self.placing.0.set(false);
        let camera = self.overlay.borrow().camera();
        let Some((camera, point)) = camera.and_then(|it| Some((it, it.to_point(at)?))) else { return };
        let history = self.state.planning.history;
        let (edit, number) = {
            let history = history.read_untracked();
            (site_at(history.present(), point, camera.viewport.scale), history.present().sites.len())
        };
        self.state.edit(edit);
        self.state.show_part(&site_pointer(number));
    }

    fn cancel(&self) {
        self.placing.0.set(false);
        self.overlay.borrow_mut().set_hand(Hand::Idle);
        self.point_at(None);
    }

    fn follow_placing(&self, placing: bool) {
        let mut overlay = self.overlay.borrow_mut();
        match (placing, overlay.hand) {
            (true, Hand::Placing { .. }) => {}
            (true, _) => overlay.set_hand(Hand::Placing { pressed: None }),
            (false, Hand::Placing { .. }) => overlay.set_hand(Hand::Idle),
            (false, _) => {}
        }
        // A class that cannot be set leaves the usual cursor.
        let _ = self.map.class_list().toggle_with_force("placing", placing);
    }

    /// Lights the site under the pointer, and shows its card; what others have lit stays while there is none.
    fn point_at(&self, site: Option<usize>) {
        let lit = self.state.lit;
        let pointed = self.map.class_list().contains("over-site");
        let _ = self.map.class_list().toggle_with_force("over-site", site.is_some());
        match site {
            Some(site) => {
                let pointer = site_pointer(site);
                if lit.get_untracked().as_ref() != Some(&pointer) {
                    lit.set(Some(pointer));
                    self.leave_map();
                }
                self.show_card(&self.overlay.borrow(), site);
            }
            None => {
                self.card.hide();
                if pointed {
                    lit.set(None);
                }
            }
        }
    }

    /// The map's own card goes: what is under the pointer is a site.
    fn leave_map(&self) {
        if let Ok(leave) = PointerEvent::new("pointerleave") {
            let _ = self.map.dispatch_event(&leave);
        }
    }

    fn show_card(&self, overlay: &Overlay, site: usize) {
        if let (Some(at), Some(view)) = (overlay.place_of_site(site), &overlay.view) {
            self.card.show(&overlay.plan, site, at, view.viewport);
        }
    }
}

fn reach_px(event: &PointerEvent) -> f64 {
    if event.pointer_type() == "mouse" { POINTER_PX } else { FINGER_PX }
}

fn point_in(event: &PointerEvent) -> ScreenPoint {
    ScreenPoint { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) }
}

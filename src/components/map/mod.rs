//! The map: two canvases, the base map below and the answer above, and the hands and keys on them.

pub mod gesture;
pub mod keys;
pub mod motion;
pub mod view;

use crate::browser::frames::Frames;
use crate::browser::{canvas::point_in, media};
use crate::components::map::gesture::{Gesture, Release};
use crate::components::map::motion::Motion;
use crate::components::map::view::MapView;
use crate::state::AppState;
use crate::state::choices::{Hover, Page};
use crate::state::commands;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use scene::layout::Target;
use scene::viewport::{ScreenPoint, Viewport};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};

/// How near a mark counts as pointed at, in CSS pixels: half of the 24 px a pointer needs, and of the 44 a finger does.
const POINTER_PX: f64 = 12.0;
const FINGER_PX: f64 = 22.0;

/// What the map's handlers share: none until the canvases are in the page.
#[derive(Clone)]
pub struct Handle {
    view: Rc<RefCell<Option<MapView>>>,
    gesture: Rc<RefCell<Gesture>>,
    frames: Frames,
    state: AppState,
}

impl Handle {
    fn new(state: AppState) -> Handle {
        let view: Rc<RefCell<Option<MapView>>> = Rc::default();
        let drawn = view.clone();
        let frames = Frames::new(move |time_ms| drawn.borrow_mut().as_mut().is_some_and(|it| it.frame(time_ms)));
        Handle { view, gesture: Rc::default(), frames, state }
    }

    /// Changes the view and asks for a frame.
    fn with(&self, change: impl FnOnce(&mut MapView)) {
        if let Some(view) = self.view.borrow_mut().as_mut() {
            change(view);
        }
        self.frames.request();
    }

    fn pick(&self, at: ScreenPoint, tolerance_px: f64) -> Option<Hover> {
        let view = self.view.borrow();
        let view = view.as_ref()?;
        let target = view.pick(at, tolerance_px)?;
        Some(Hover { target, at: view.place_of(target)? })
    }

    fn press(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        if let Some(element) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
            // Without capture the drag ends at the map's edge, which is all that is lost.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        self.gesture.borrow_mut().press(event.pointer_id(), point_in(event), event.time_stamp());
        self.with(|view| view.motion = Motion::Rest);
    }

    fn move_to(&self, event: &PointerEvent) {
        let at = point_in(event);
        let viewport = self.view.borrow().as_ref().map(|it| it.viewport);
        let Some(viewport) = viewport else { return };
        let dragged = self.gesture.borrow_mut().drag(event.pointer_id(), at, event.time_stamp(), viewport);
        if let Some(next) = dragged {
            commands::hover(self.state, None);
            self.with(|view| {
                view.held = true;
                view.show(next);
            });
        } else if event.pointer_type() == "mouse" && !self.gesture.borrow().is_dragging() {
            commands::hover(self.state, self.pick(at, POINTER_PX));
        }
    }

    fn release(&self, event: &PointerEvent) {
        let at = point_in(event);
        let released = self.gesture.borrow_mut().release(event.pointer_id(), at, event.time_stamp());
        match released {
            Release::Click(at) => {
                let tolerance = if event.pointer_type() == "mouse" { POINTER_PX } else { FINGER_PX };
                if let Some(hover) = self.pick(at, tolerance) {
                    commands::activate(self.state, hover.target);
                }
            }
            Release::Throw(x, y) if !media::prefers_reduced_motion() => {
                self.with(|view| view.motion = Motion::Thrown { x, y });
            }
            Release::Throw(..) | Release::Nothing => {}
        }
        let held = self.gesture.borrow().is_dragging();
        self.with(|view| view.held = held);
    }

    fn zoom(&self, fixed: ScreenPoint, factor: f64) {
        self.with(|view| {
            let from = match view.motion {
                Motion::Zooming { scale, .. } => scale,
                Motion::Rest | Motion::Thrown { .. } | Motion::Flying { .. } => view.viewport.scale,
            };
            let scale = Viewport { scale: from * factor, ..view.viewport }.clamped().scale;
            view.motion = Motion::Zooming { scale, fixed };
        });
    }

    fn wheel(&self, event: &WheelEvent) {
        event.prevent_default();
        // Lines and pages are what some mice send; a pinch on a trackpad arrives as a fine wheel with Ctrl.
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => 16.0,
            WheelEvent::DOM_DELTA_PAGE => 400.0,
            _ => 1.0,
        };
        let speed = if event.ctrl_key() { 0.01 } else { 0.0018 };
        let factor = (-event.delta_y() * unit * speed).clamp(-1.2, 1.2).exp();
        self.zoom(point_in(event), factor);
    }

    /// Zooms about the middle of the free part.
    pub fn zoom_step(&self, factor: f64) {
        let middle = self.view.borrow().as_ref().map(|it| it.viewport.middle());
        if let Some(middle) = middle {
            self.zoom(middle, factor);
        }
    }

    /// Shows the whole world.
    pub fn show_world(&self) {
        self.with(|view| view.go_to(view.viewport.world()));
    }
}

/// How many CSS pixels of the map the open panel covers: to the right, or below on a narrow screen.
fn insets(state: AppState, width_px: f64, height_px: f64) -> (f64, f64) {
    let open = state.choices.selected.get_untracked().is_some() || state.choices.page.get_untracked() == Page::Planner;
    match (open, width_px) {
        (false, _) => (0.0, 0.0),
        (true, width) if width < 720.0 => (0.0, height_px * 0.5),
        (true, width) if width < 1100.0 => (352.0, 0.0),
        (true, _) => (400.0, 0.0),
    }
}

/// The map of the chosen cloud. Reads every choice that is drawn; writes the hovered place, the chosen one and the view.
#[component]
pub fn Map() -> impl IntoView {
    let state = expect_context::<AppState>();
    let (frame, base, top) = (NodeRef::<Div>::new(), NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new());
    let handle = StoredValue::new_local(Handle::new(state));
    let fit = move || {
        if let Some(element) = frame.get_untracked() {
            let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
            let (right, bottom) = insets(state, width, height);
            handle.with_value(|it| it.with(|view| view.resize(width, height, right, bottom)));
        }
    };
    Effect::new(move |started: Option<()>| {
        let (Some(base), Some(top)) = (base.get(), top.get()) else { return };
        if started.is_none() {
            handle.with_value(|it| *it.view.borrow_mut() = MapView::new(state, base, top));
            fit();
            follow_address(state, handle);
            listen(state, handle, frame, fit);
        }
    });
    follow_choices(state, handle, fit);
    let on = move |act: fn(&Handle, &PointerEvent)| move |event: PointerEvent| handle.with_value(|it| act(it, &event));
    let leave = move |_: PointerEvent| commands::hover(state, None);
    let cancel = move |_: PointerEvent| {
        handle.with_value(|it| it.gesture.borrow_mut().cancel());
        handle.with_value(|it| it.with(|view| view.held = false));
    };
    let double = move |event: MouseEvent| handle.with_value(|it| it.zoom(point_in(&event), 2.0));
    let key = move |event: KeyboardEvent| handle.with_value(|it| keys::press(it, &event));
    let blur = move |_| {
        handle.with_value(|it| it.with(|view| view.ring = None));
        commands::hover(state, None);
    };
    view! {
        <div class="map" node_ref=frame role="application" tabindex="0"
            aria-label="Map of peering locations and Azure regions" aria-describedby="map-keys"
            on:pointerdown=on(Handle::press) on:pointermove=on(Handle::move_to) on:pointerup=on(Handle::release)
            on:pointercancel=cancel on:pointerleave=leave on:dblclick=double on:keydown=key on:blur=blur>
            <canvas class="map-layer" node_ref=base aria-hidden="true"></canvas>
            <canvas class="map-layer" node_ref=top aria-hidden="true"></canvas>
        </div>
        <p id="map-keys" class="unseen">
            "Arrow keys move from place to place, Enter chooses, Escape closes, plus and minus zoom, 0 shows the world."
        </p>
        <div class="map-tools" role="group" aria-label="Zoom">
            <button type="button" aria-label="Zoom in" on:click=move |_| handle.with_value(|it| it.zoom_step(1.8))>"+"</button>
            <button type="button" aria-label="Zoom out" on:click=move |_| handle.with_value(|it| it.zoom_step(1.0 / 1.8))>"−"</button>
            <button type="button" aria-label="Show the whole world" on:click=move |_| handle.with_value(Handle::show_world)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.6"/><path d="M2.4 8h11.2M8 2.4c3 3.4 3 7.8 0 11.2M8 2.4c-3 3.4-3 7.8 0 11.2"/></svg>
            </button>
        </div>
    }
}

type SharedHandle = StoredValue<Handle, LocalStorage>;

/// Shows the view that the address asks for.
fn follow_address(state: AppState, handle: SharedHandle) {
    let asked = state.asked_view.get_value();
    handle.with_value(|it| {
        it.with(|view| {
            if let Some(next) = asked.and_then(|asked| commands::viewport_of(asked, view.viewport)) {
                view.show(next.clamped());
            }
        });
    });
}

/// What the browser tells beside pointers and keys: the wheel, the size, the theme, back and forward.
fn listen(state: AppState, handle: SharedHandle, frame: NodeRef<Div>, fit: impl Fn() + Copy + 'static) {
    let Some(element) = frame.get_untracked() else { return };
    let wheel = EventListener::new_with_options(&element, "wheel", EventListenerOptions::enable_prevent_default(), {
        move |event| {
            if let Some(event) = event.dyn_ref::<WheelEvent>() {
                handle.with_value(|it| it.wheel(event));
            }
        }
    });
    let resize = EventListener::new(&window(), "resize", move |_| fit());
    let back = EventListener::new(&window(), "popstate", move |_| {
        state.asked_view.set_value(commands::read_address(state));
        follow_address(state, handle);
    });
    // The map lives as long as the page.
    for listener in [wheel, resize, back] {
        listener.forget();
    }
    if let Ok(Some(scheme)) = window().match_media("(prefers-color-scheme: dark)") {
        EventListener::new(&scheme, "change", move |_| handle.with_value(|it| it.with(MapView::theme_changed))).forget();
    }
}

/// Hands every change of a choice to the map: outward only.
fn follow_choices(state: AppState, handle: SharedHandle, fit: impl Fn() + Copy + 'static) {
    let (choices, derived) = (state.choices, state.derived);
    Effect::new(move |_| {
        derived.answers.track();
        derived.links.track();
        derived.planned_links.track();
        choices.global_reach.track();
        choices.cloud.track();
        handle.with_value(|it| it.with(MapView::answer_changed));
    });
    Effect::new(move |_| {
        choices.hovered.track();
        choices.opened.track();
        handle.with_value(|it| it.with(MapView::hover_changed));
    });
    Effect::new(move |_| {
        choices.page.track();
        let chosen = choices.selected.get();
        fit();
        if let Some(location) = chosen {
            handle.with_value(|it| it.with(|view| bring_into_view(view, Target::Location(location))));
        }
    });
}

/// Flies to a place that is off the screen or under a panel, and not otherwise: a click moves nothing.
fn bring_into_view(view: &mut MapView, target: Target) {
    let Some(at) = view.place_of(target) else { return };
    let viewport = view.viewport;
    let free_right = viewport.width_px - viewport.inset_right_px;
    let free_bottom = viewport.height_px - viewport.inset_bottom_px;
    let hidden = at.x < 20.0 || at.y < 20.0 || at.x > free_right - 20.0 || at.y > free_bottom - 20.0;
    if hidden && viewport.width_px > 1.0 {
        let middle = viewport.middle();
        view.go_to(viewport.panned(middle.x - at.x, middle.y - at.y).clamped());
    }
}

//! The map: two canvases, the base map below and the answer above, and the hands and keys on them.

pub mod behind;
pub mod box_zoom;
pub mod gesture;
pub mod keys;
pub mod motion;
pub mod rebuild;
pub mod view;

use crate::browser::frames::Frames;
use crate::browser::{canvas::point_in, events, link, media, planner};
use crate::components::dom::{El, button, effect, el, icon};
use crate::components::inspector::inspector;
use crate::components::map::box_zoom::BoxZoom;
use crate::components::map::gesture::{Gesture, Release};
use crate::components::map::motion::Motion;
use crate::components::map::view::MapView;
use crate::components::reach_list::groups;
use crate::components::sheet::is_low;
use crate::state::AppState;
use crate::state::choices::{Hover, Page};
use crate::state::commands;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::{Get, GetUntracked, GetValue, Owner, SetValue, Track, document, window};
use reach::phrase::phrase;
use reach::reachable::{Circuit, reach_of};
use reach::sku::{Peering, Sku};
use scene::basemap;
use scene::camera::Camera;
use scene::layout::Target;
use scene::panels::Panels;
use scene::scene::spot_of;
use scene::viewport::{ScreenPoint, Viewport};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlCanvasElement, PointerEvent, WheelEvent};

const KEYS: &str = phrase("Arrow keys move from place to place, Enter chooses, Escape closes, ? shows all keys.");
/// How near a mark counts as pointed at, in CSS pixels: half of the 24 px a pointer needs, and of the 44 a finger does.
const POINTER_PX: f64 = 12.0;
const FINGER_PX: f64 = 22.0;
/// How long after the start nobody is likely to have clicked yet, and the first frame is drawn.
const WARM_UP_MS: u32 = 250;

/// What the map's handlers share: none until the canvases are in the page.
#[derive(Clone)]
pub struct Handle {
    view: Rc<RefCell<Option<MapView>>>,
    gesture: Rc<RefCell<Gesture>>,
    rectangle: Rc<BoxZoom>,
    frames: Frames,
    frame: Element,
    state: AppState,
}

impl Handle {
    fn new(state: AppState, frame: Element, rectangle: &Element) -> Handle {
        let view: Rc<RefCell<Option<MapView>>> = Rc::default();
        let drawn = view.clone();
        let frames = Frames::new(move |time_ms| drawn.borrow_mut().as_mut().is_some_and(|it| it.frame(time_ms)));
        let rectangle = Rc::new(BoxZoom::new(rectangle));
        Handle { view, gesture: Rc::default(), rectangle, frames, frame, state }
    }

    /// Changes the view and asks for a frame.
    fn with(&self, change: impl FnOnce(&mut MapView)) {
        if let Some(view) = self.view.borrow_mut().as_mut() {
            change(view);
        }
        self.frames.request();
    }

    fn pick(&self, at: ScreenPoint, tolerance_px: f64) -> Option<Hover> {
        let mut view = self.view.borrow_mut();
        let view = view.as_mut()?;
        let target = view.pick(at, tolerance_px)?;
        Some(Hover { target, at: view.place_of(target)? })
    }

    fn press(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        // Without capture the drag ends at the map's edge, which is all that is lost.
        let _ = self.frame.set_pointer_capture(event.pointer_id());
        if event.shift_key() {
            return self.begin_box(event);
        }
        self.gesture.borrow_mut().press(event.pointer_id(), point_in(event), event.time_stamp());
        self.with(|view| view.motion = Motion::Rest);
    }

    fn move_to(&self, event: &PointerEvent) {
        if self.draw_box(event) {
            return;
        }
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
        if self.end_box() {
            return;
        }
        let at = point_in(event);
        let released = self.gesture.borrow_mut().release(event.pointer_id(), at, event.time_stamp());
        match released {
            Release::Click(at) => {
                let tolerance = if event.pointer_type() == "mouse" { POINTER_PX } else { FINGER_PX };
                match self.pick(at, tolerance) {
                    Some(hover) => commands::activate(self.state, hover.target),
                    // A slip beside a mark takes no answer away.
                    None if self.state.choices.selected.get_untracked().is_some() => {}
                    None => drop(self.ask_nearest(at)),
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

    /// Shows the chosen place and all that it reaches; the whole world while nothing is chosen.
    pub fn fit_answer(&self) {
        self.with(|view| view.go_to(view.around_answer()));
    }

    /// Takes over the size of the map and what panels cover of it.
    fn fit(&self) {
        let (width, height) = (f64::from(self.frame.client_width()), f64::from(self.frame.client_height()));
        let (right, bottom) = insets(self.state, height);
        self.with(|view| view.resize(width, height, right, bottom));
    }

    /// The same, and the chosen place stays in sight.
    fn fit_around_chosen(&self) {
        self.fit();
        if let Some(location) = self.state.choices.selected.get_untracked() {
            self.with(|view| bring_into_view(view, Target::Location(location)));
        }
    }

    /// Shows the view that the address asks for; where it names a place alone, the place and what it reaches.
    fn follow_address(&self) {
        let asked = self.state.asked_view.get_value();
        let chosen = self.state.choices.selected.get_untracked().is_some();
        let globe = if self.state.choices.globe.get_untracked() { 1.0 } else { 0.0 };
        self.with(|view| view.viewport.globe = globe);
        self.with(|view| match asked.and_then(|asked| commands::viewport_of(asked, view.viewport)) {
            Some(next) => view.show(next.clamped()),
            None if chosen => view.show(view.around_answer()),
            None => view.show(view.viewport.world()),
        });
    }

    /// Whether the map stands where the address says, by the panels that were there until now: then a panel that comes or
    /// goes moves nothing.
    fn shows_what_is_asked(&self) -> bool {
        let AppState { choices, asked_view, .. } = self.state;
        let Some(now) = self.view.borrow().as_ref().map(|it| it.viewport) else { return false };
        let asked = match asked_view.get_value() {
            Some(asked) => commands::viewport_of(asked, now),
            None => Some(now.world()).filter(|_| choices.selected.get_untracked().is_none()),
        };
        let near = |it: Viewport| {
            let (x, y) = (it.center.x - now.center.x, it.center.y - now.center.y);
            // An address has four decimals of a degree and a whole scale.
            (x.abs() + y.abs()) * now.scale < 2.0 && (it.scale - now.scale).abs() < 1.0
        };
        choices.globe.get_untracked() == now.is_globe() && asked.is_some_and(near)
    }

    /// Asks what is nearest to a point of the screen; tells whether it could: not beside the world, and not while the
    /// planner is open, where clicks place sites.
    fn ask_nearest(&self, at: ScreenPoint) -> bool {
        let planner = self.state.choices.page.get_untracked() == Page::Planner;
        let viewport = self.view.borrow().as_ref().map(|it| it.viewport);
        let point = viewport.filter(|_| !planner).and_then(|it| Camera::new(it).to_point(at));
        point.into_iter().for_each(planner::tell_point);
        point.is_some()
    }

    fn cancel(&self) {
        self.drop_box();
        self.gesture.borrow_mut().cancel();
        self.with(|view| view.held = false);
    }
}

/// How many CSS pixels of the map panels cover: to the right, or below on a narrow screen.
fn insets(state: AppState, height_px: f64) -> (f64, f64) {
    let fragment = link::fragment();
    let panels = Panels {
        planner: state.choices.page.get_untracked() == Page::Planner,
        chosen: state.choices.selected.get_untracked().is_some(),
        question: fragment.split(['#', '&']).find_map(|it| it.strip_prefix("find=")),
        low: is_low(),
    };
    // The map itself is narrower than the screen while the planner is open.
    let screen_px = document().document_element().map_or(0, |it| it.client_width());
    panels.insets(f64::from(screen_px), height_px, words::text_scale())
}

/// The map of the chosen cloud. Reads every choice that is drawn; writes the hovered place, the chosen one and the view.
pub fn map(state: AppState) -> El {
    let layer = || el("canvas").class("map-layer").attr("aria-hidden", "true");
    let (base, top) = (layer(), layer());
    let rectangle = el("div").class("map-box").attr("hidden", "");
    let canvases = [&base, &top].map(|it| it.node().clone().unchecked_into::<HtmlCanvasElement>());
    let frame = el("div")
        .class("map")
        .attr("role", "application")
        .attr("tabindex", "0")
        .said_as("aria-label", "Map of peering locations and Azure regions")
        .attr("aria-describedby", "map-keys")
        .child(base)
        .child(top);
    let handle = Handle::new(state, frame.node().clone(), rectangle.node());
    follow_choices(state, &handle);
    let frame = listen(frame.child(rectangle), &handle);
    start_when_mounted(handle.clone(), canvases);
    el("div")
        .class("map-frame")
        .child(frame)
        .child(el("p").attr("id", "map-keys").class("unseen").say(KEYS))
        .child(behind::behind(state, &handle))
        .child(tools(&handle))
        .child(asks())
}

/// What the finder is asked by a press: assets/loader.js loads it. While filters are in force it says so beside them.
fn asks() -> El {
    let ask = |find: &str| el("button").attr("name", "find").attr("value", find).class("tab");
    el("div").class("map-asks").child(ask("filters").say("Filters")).child(ask("table").say("Table"))
}

/// A canvas has a size once it is in the page: on the next frame, which draws it.
fn start_when_mounted(handle: Handle, [base, top]: [HtmlCanvasElement; 2]) {
    let frames = handle.frames.clone();
    frames.request_after(move || {
        *handle.view.borrow_mut() = MapView::new(handle.state, base, top);
        handle.fit();
        handle.follow_address();
        warm_up(handle);
    });
}

/// While nobody waits, builds the first location's answer and throws it away, so that the first click is no slower than
/// the next.
fn warm_up(handle: Handle) {
    Timeout::new(WARM_UP_MS, move || {
        let state = handle.state;
        let Some(location) = state.catalog.location_ids().next() else { return };
        let answers = reach_of(state.catalog, Circuit { location, sku: Sku::Standard, peering: Peering::Private });
        let owner = Owner::new();
        owner.with(|| drop((inspector(state, location), groups(state, &answers))));
        owner.cleanup();
        if let Some(view) = handle.view.borrow().as_ref() {
            view.warm_up(location, &answers);
        }
        handle.with(MapView::name_areas);
    })
    .forget();
}

fn tools(handle: &Handle) -> El {
    let tool = |name: &'static str, act: fn(&Handle)| {
        let handle = handle.clone();
        button("", move |_| act(&handle)).said_as("aria-label", name)
    };
    let globe = "M2.4 8h11.2M8 2.4c3 3.4 3 7.8 0 11.2M8 2.4c-3 3.4-3 7.8 0 11.2M13.6 8a5.6 5.6 0 1 1-11.200 0a5.6 5.6 0 1 1 11.200 0";
    el("div")
        .class("map-tools")
        .attr("role", "group")
        .said_as("aria-label", "Zoom")
        .child(tool(phrase("Zoom in"), |it| it.zoom_step(1.8)).text("+"))
        .child(tool(phrase("Zoom out"), |it| it.zoom_step(1.0 / 1.8)).text("−"))
        .child(tool(phrase("Show what is reached"), Handle::fit_answer).child(icon(
            "",
            "0 0 16 16",
            "M2.500 6v-3.500h3.500M10 2.500h3.500v3.500M13.500 10v3.500h-3.500M6 13.500h-3.500v-3.500",
        )))
        .child(tool(phrase("Show the whole world"), Handle::show_world).child(icon("", "0 0 16 16", globe)))
}

/// What the hands, the wheel, the size, the theme and the history tell the map.
fn listen(frame: El, handle: &Handle) -> El {
    // An event's name settles what it is, and one kind of listener for all of them keeps the page small.
    let heard = |act: fn(&Handle, &Event)| {
        let handle = handle.clone();
        move |event: Event| act(&handle, &event)
    };
    let (resize, back, near, scheme) = (handle.clone(), handle.clone(), handle.clone(), handle.clone());
    let state = handle.state;
    EventListener::new(&window(), "resize", move |_| resize.fit_around_chosen()).forget();
    EventListener::new(&window(), "popstate", move |_| {
        back.state.asked_view.set_value(commands::read_address(back.state));
        let stays = back.shows_what_is_asked();
        // The view of an address lies in what its own panels leave.
        back.fit();
        if !stays {
            back.follow_address();
        }
    })
    .forget();
    let came = move |bytes: Vec<u8>| {
        // Land that came damaged leaves the coarser one, which says the same.
        if let Ok(map) = basemap::unpack(&bytes) {
            near.with(|view| view.near_map_came(Box::leak(Box::new(map))));
        }
    };
    events::listen_for_bytes("atlas-near-map", Box::new(came));
    events::listen_for_bytes("atlas-only", Box::new(move |bytes| commands::show_only(state, bytes)));
    EventListener::new(&window(), "atlas-theme", move |_| scheme.with(MapView::theme_changed)).forget();
    frame
        .on("pointerdown", heard(|it, event| it.press(event.unchecked_ref())))
        .on("pointermove", heard(|it, event| it.move_to(event.unchecked_ref())))
        .on("pointerup", heard(|it, event| it.release(event.unchecked_ref())))
        .on("pointercancel", heard(|it, _| it.cancel()))
        .on("pointerleave", heard(|it, _| commands::hover(it.state, None)))
        .on("wheel", heard(|it, event| it.wheel(event.unchecked_ref())))
        .on("dblclick", heard(|it, event| it.zoom(point_in(event.unchecked_ref()), 2.0)))
        .on(
            "contextmenu",
            heard(|it, event| {
                if it.ask_nearest(point_in(event.unchecked_ref())) {
                    event.prevent_default();
                }
            }),
        )
        .on("keydown", heard(|it, event| keys::press(it, event.unchecked_ref())))
        .on(
            "blur",
            heard(|it, _| {
                it.with(|view| view.ring = None);
                commands::hover(it.state, None);
            }),
        )
}

/// Hands every change of a choice to the map: outward only.
fn follow_choices(state: AppState, handle: &Handle) {
    let (choices, derived) = (state.choices, state.derived);
    let (answer, hover, open, shape, whole) =
        (handle.clone(), handle.clone(), handle.clone(), handle.clone(), handle.clone());
    let filter = handle.clone();
    effect(move || {
        derived.answers.track();
        derived.links.track();
        choices.global_reach.track();
        choices.cloud.track();
        answer.with(MapView::answer_changed);
    });
    effect(move || {
        choices.hidden.track();
        state.filtered.track();
        filter.with(MapView::hidden_changed);
    });
    effect(move || {
        choices.hovered.track();
        choices.opened.track();
        hover.with(MapView::hover_changed);
    });
    effect(move || {
        choices.page.track();
        choices.selected.track();
        open.fit_around_chosen();
    });
    effect(move || {
        let globe = choices.globe.get();
        shape.with(|view| view.change_shape(globe));
    });
    effect(move || {
        if state.fit_asked.get() > 0 {
            whole.fit_answer();
        }
    });
}

/// Flies to a place that is off the screen, behind the globe or under a panel, and not otherwise: a click moves nothing.
fn bring_into_view(view: &mut MapView, target: Target) {
    let viewport = view.viewport;
    let Some(at) = view.place_of(target) else {
        if let Some((there, _)) = spot_of(&view.layout, target) {
            view.go_to(Viewport { scale: viewport.scale, ..viewport.around(&[there], 0.0) });
        }
        return;
    };
    let free_right = viewport.width_px - viewport.inset_right_px;
    let free_bottom = viewport.height_px - viewport.inset_bottom_px;
    let hidden = at.x < 20.0 || at.y < 20.0 || at.x > free_right - 20.0 || at.y > free_bottom - 20.0;
    if hidden && viewport.width_px > 1.0 {
        let middle = viewport.middle();
        view.go_to(viewport.panned(middle.x - at.x, middle.y - at.y).clamped());
    }
}

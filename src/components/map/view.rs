//! The map as it is on the screen now: what a frame draws, and what is rebuilt when.

use crate::browser::canvas::{Palette, Room, Surface};
use crate::browser::land::{self, Frame, Land};
use crate::browser::marks::{ArcPaths, moved, paint_labels, paint_marks, paint_ring};
use crate::browser::planner;
use crate::browser::{events, media};
use crate::components::map::motion::{Motion, step};
use crate::state::AppState;
use crate::state::choices::Page;
use crate::state::commands;
use leptos::prelude::{GetUntracked, ReadUntracked, document};
use reach::link::LinkVerdict;
use reach::reachable::{Destination, Verdict};
use scene::basemap::BaseMap;
use scene::camera::Camera;
use scene::font::Font;
use scene::labels::Label;
use scene::layout::{Layout, Target};
use scene::names::Name;
use scene::pick::Picker;
use scene::place::Place;
use scene::projection::WorldPoint;
use scene::scene::{Scene, spot_of};
use scene::theme::Ink;
use scene::viewport::{ScreenPoint, Viewport};
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

/// The scale in CSS pixels a unit from which the finer land is worth its download.
const NEAR_SCALE: f64 = 700.0;

/// How long the map has to be still before it is painted sharp and named anew, in milliseconds.
const SETTLE_MS: f64 = 50.0;

/// The map's surfaces and everything drawn on them.
pub struct MapView {
    pub(super) state: AppState,
    pub(super) base: Surface,
    pub(super) top: Surface,
    pub(super) frame: Frame,
    pub(super) far: Detail,
    pub(super) near: Option<Detail>,
    near_asked: bool,
    shows_near: bool,
    pub(super) palette: Palette,
    pub(super) layout: Layout,
    pub(super) laid_out_for: Viewport,
    pub(super) scene: Scene,
    pub(super) arcs: ArcPaths,
    pub(super) labels: Vec<Label>,
    pub(super) labels_for: Option<Viewport>,
    pub(super) picker: Picker,
    pub(super) picker_for: Option<Viewport>,
    pub(super) targets: Vec<Target>,
    pub(super) names: Vec<Name>,
    pub(super) widths: Vec<(Font, String, f64)>,
    /// The view on the screen.
    pub viewport: Viewport,
    /// What moves it.
    pub motion: Motion,
    /// Whether a hand holds the map.
    pub held: bool,
    /// The keyboard's place on the map, while the map has the focus.
    pub ring: Option<Target>,
    pub(super) stale: Stale,
    pub(super) last_frame_ms: Option<f64>,
    /// How long the answer took to paint, when it was last painted as sharp as the screen.
    paint_ms: f64,
    /// When the map will have been still for long enough to be painted for rest.
    settled_at_ms: f64,
    pub(super) drawn_once: bool,
    pub(super) answer_is_new: bool,
    pub(super) labels_due: bool,
}

/// The land in one level of detail, and the ink of each of its countries.
pub(super) struct Detail {
    pub(super) land: Land,
    pub(super) inks: Vec<Ink>,
}

impl Detail {
    fn new(map: &'static BaseMap) -> Detail {
        Detail { land: Land::new(map), inks: Vec::new() }
    }
}

/// What has to be made again before the next frame.
#[derive(Clone, Copy)]
pub(super) struct Stale {
    pub(super) palette: bool,
    pub(super) grounds: bool,
    pub(super) layout: bool,
    pub(super) scene: bool,
    pub(super) labels: bool,
    pub(super) base: bool,
    pub(super) top: bool,
}

impl Stale {
    const ALL: Stale = Stale::of(true);
    const NOTHING: Stale = Stale::of(false);

    const fn of(all: bool) -> Stale {
        Stale { palette: all, grounds: all, layout: all, scene: all, labels: all, base: all, top: all }
    }
}

impl MapView {
    /// The map on two canvases, the whole world in view; none when the browser cannot draw.
    pub fn new(state: AppState, base: HtmlCanvasElement, top: HtmlCanvasElement) -> Option<MapView> {
        let blank = Viewport {
            center: WorldPoint { x: 0.0, y: 0.0 },
            scale: 1.0,
            width_px: 1.0,
            height_px: 1.0,
            inset_right_px: 0.0,
            inset_bottom_px: 0.0,
            globe: if state.choices.globe.get_untracked() { 1.0 } else { 0.0 },
        };
        let camera = Camera::new(blank);
        Some(MapView {
            state,
            base: Surface::new(base, true)?,
            top: Surface::new(top, false)?,
            frame: Frame::default(),
            far: Detail::new(state.base_map),
            near: None,
            near_asked: false,
            shows_near: false,
            palette: Palette::read(),
            layout: Layout::default(),
            laid_out_for: blank,
            scene: Scene::default(),
            arcs: ArcPaths::new(&[], &camera),
            labels: Vec::new(),
            labels_for: None,
            picker: Picker::new(Vec::new()),
            picker_for: None,
            targets: Vec::new(),
            names: Vec::new(),
            widths: Vec::new(),
            viewport: blank,
            motion: Motion::Rest,
            held: false,
            ring: None,
            stale: Stale::ALL,
            last_frame_ms: None,
            paint_ms: 0.0,
            settled_at_ms: 0.0,
            drawn_once: false,
            answer_is_new: false,
            labels_due: false,
        })
    }

    /// The finer land has come.
    pub fn near_map_came(&mut self, map: &'static BaseMap) {
        self.near = Some(Detail::new(map));
        self.stale.grounds = true;
    }

    /// The theme changed.
    pub fn theme_changed(&mut self) {
        self.stale.palette = true;
    }

    /// Another world, another chosen place, another answer.
    pub fn answer_changed(&mut self) {
        self.stale.grounds = true;
        self.stale.scene = true;
        self.answer_is_new = true;
        // Another answer is named anew.
        self.labels_for = None;
        if self.layout_cloud_changed() {
            self.stale.layout = true;
            if !self.names.is_empty() {
                self.name_areas();
            }
        }
    }

    /// Another selection of kinds is hidden, or other filters are in force.
    pub fn hidden_changed(&mut self) {
        self.stale.layout = true;
    }

    /// What is under the pointer changed.
    pub fn hover_changed(&mut self) {
        // Under Global Reach the link to the place under the pointer is drawn.
        self.stale.scene |= self.state.choices.global_reach.get_untracked();
        self.stale.labels = true;
    }

    /// The map has this many CSS pixels, of which panels cover some. What is in view stays where it is.
    pub fn resize(&mut self, width_px: f64, height_px: f64, inset_right_px: f64, inset_bottom_px: f64) {
        let before = self.viewport;
        let resized = Viewport { width_px, height_px, inset_right_px, inset_bottom_px, ..before };
        // A panel that opens moves nothing; another size of the window shows the whole world again if it was shown.
        let new_size = before.width_px != width_px || before.height_px != height_px;
        if !new_size && before == resized {
            return;
        }
        let shows_world = before.width_px <= 1.0 || (new_size && before.scale <= before.world().scale * 1.001);
        self.viewport = match shows_world {
            true => resized.world(),
            // Whatever took room from the map or gave it some: what was looked at stays in the middle.
            false if new_size => resized.clamped(),
            false => {
                // The same points stay under the same pixels: only the middle of the free part moves.
                let (then, now) = (before.middle(), resized.middle());
                let center = before.panned(then.x - now.x, then.y - now.y).center;
                Viewport { center, ..resized }.clamped()
            }
        };
        if new_size {
            self.base.resize(width_px, height_px);
            self.top.resize(width_px, height_px);
        }
        self.stale.labels = true;
    }

    /// Shows another view at once, or flies there.
    pub fn go_to(&mut self, to: Viewport) {
        self.motion = match media::prefers_reduced_motion() {
            true => {
                self.viewport = to;
                Motion::Rest
            }
            false => Motion::Flying { from: self.viewport, to, done_ms: 0.0 },
        };
    }

    /// Makes the flat map a globe or the globe flat, about what is in the middle.
    pub fn change_shape(&mut self, globe: bool) {
        let now = self.viewport;
        let shape = Viewport { globe: if globe { 1.0 } else { 0.0 }, ..now };
        if now.is_globe() != globe {
            let shows_world = now.scale <= now.world().scale * 1.001;
            self.go_to(if shows_world { shape.world() } else { shape }.clamped());
        }
    }

    /// Shows another view at once; a motion under way ends.
    pub fn show(&mut self, view: Viewport) {
        self.motion = Motion::Rest;
        self.viewport = view;
    }

    /// The view of the chosen place and all that it reaches, or may be linked to; of the whole world for a wide answer.
    pub fn around_answer(&self) -> Viewport {
        let AppState { catalog, derived, choices, .. } = self.state;
        let Some(chosen) = choices.selected.get_untracked() else { return self.viewport.world() };
        let mut places = vec![Place::at(catalog.location_point(chosen))];
        for answer in derived.answers.read_untracked().iter().filter(|it| it.judgement.verdict == Verdict::Reachable) {
            if let Destination::Region(region) = answer.to {
                places.push(Place::at(catalog.region_point(region)));
            }
        }
        for link in derived.links.read_untracked().iter().filter(|it| it.verdict == LinkVerdict::Linkable) {
            places.push(Place::at(catalog.location_point(link.to.location)));
        }
        let fitted = self.viewport.around(&places, 90.0);
        // A single metro fills no screen: its country helps to find one's way.
        Viewport { scale: fitted.scale.min(2_600.0), ..fitted }.clamped()
    }

    /// What is drawn at a point of the screen, the nearest within the tolerance.
    pub fn pick(&mut self, at: ScreenPoint, tolerance_px: f64) -> Option<Target> {
        if self.picker_for != Some(self.viewport) {
            self.index_marks();
        }
        let found = self.picker.pick(at, tolerance_px)?;
        self.targets.get(found as usize).copied()
    }

    /// Where a target's mark is on the screen; none behind the globe.
    pub fn place_of(&self, target: Target) -> Option<ScreenPoint> {
        let (at, offset) = spot_of(&self.layout, target)?;
        moved(&Camera::new(self.viewport), at, offset)
    }

    /// Every mark on the screen, for the keyboard's way from place to place.
    pub fn places_in_view(&self) -> impl Iterator<Item = (Target, ScreenPoint)> + '_ {
        let free = (
            self.viewport.width_px - self.viewport.inset_right_px,
            self.viewport.height_px - self.viewport.inset_bottom_px,
        );
        let inside = move |at: &ScreenPoint| at.x >= 0.0 && at.y >= 0.0 && at.x <= free.0 && at.y <= free.1;
        let all = self.targets.iter().filter_map(|target| Some((*target, self.place_of(*target)?)));
        all.filter(move |(_, at)| inside(at))
    }

    /// Draws a frame; tells whether another one is wanted.
    pub fn frame(&mut self, time_ms: f64) -> bool {
        let elapsed_ms = self.last_frame_ms.map_or(16.7, |last| (time_ms - last).clamp(1.0, 64.0));
        (self.viewport, self.motion) = step(self.viewport, self.motion, elapsed_ms);
        let moving = self.motion != Motion::Rest;
        self.last_frame_ms = moving.then_some(time_ms);
        if moving {
            self.settled_at_ms = time_ms + SETTLE_MS;
        }
        // A wheel that turns back stops the map for a frame, and that is no rest.
        let settles = !moving && time_ms < self.settled_at_ms;
        let resting = !moving && !self.held && !settles;
        let camera = Camera::new(self.viewport);
        self.rebuild(&camera, resting);
        self.choose_detail(resting);
        let more = self.paint(&camera, resting);
        self.note_marks();
        if self.state.choices.page.get_untracked() == Page::Planner || planner::is_overlaid() {
            planner::tell_view(self.viewport, resting, &self.labels);
        }
        if resting {
            commands::rest_view(self.state, self.viewport);
        }
        moving || settles || more
    }

    /// Paints what has to be, and tells whether something waits for the next frame: the answer goes before names and
    /// land, and a picture that is only stretched, or tinted for the last answer, is painted when the other one is not.
    fn paint(&mut self, camera: &Camera, resting: bool) -> bool {
        let view = self.viewport;
        let (top_follows, base_follows) = (self.top.follow(view), self.base.follow(view));
        let room = match self.motion {
            _ if self.held => Room::Much,
            Motion::Thrown { .. } => Room::Much,
            Motion::Zooming { .. } | Motion::Flying { .. } => Room::Some,
            Motion::Rest => Room::Little,
        };
        let coarse = self.paint_ms > room.patience_ms();
        let lacks = |surface: &Surface| {
            let is_dragged = room == Room::Much && view.globe == 0.0;
            let blurred = is_blurred(surface.stretch(view), resting) || (resting && surface.coarse);
            // Painted a little early, the two pictures take turns.
            blurred || (is_dragged && surface.room < room) || (room == Room::Some && surface.runs_out(view))
        };
        let paints_top = self.stale.top || !top_follows || lacks(&self.top);
        if paints_top {
            let began_ms = media::now_ms();
            self.top.begin(room, coarse);
            self.paint_top(camera);
            self.top.show_for(view);
            if !coarse {
                self.paint_ms = media::now_ms() - began_ms;
            }
        }
        let wants_base = self.stale.base || lacks(&self.base);
        let paints_base = !base_follows || (wants_base && !(paints_top && self.drawn_once));
        if paints_base {
            self.base.begin(room, coarse);
            let detail = self.near.as_ref().filter(|_| self.shows_near).unwrap_or(&self.far);
            land::paint(&self.base, camera, &self.palette, &self.frame, &detail.land, &detail.inks);
            self.base.show_for(view);
        }
        let base_waits = wants_base && !paints_base;
        self.stale = Stale { labels: self.labels_due, base: base_waits, ..Stale::NOTHING };
        self.labels_due || base_waits
    }

    /// The finer land close in, once it is there. A globe that turns is painted anew for every frame, so it waits for
    /// rest.
    fn choose_detail(&mut self, resting: bool) {
        let close = self.viewport.scale > NEAR_SCALE;
        if close && resting && self.drawn_once && !self.near_asked {
            self.near_asked = true;
            events::say("atlas-ask-near-map", &JsValue::NULL);
        }
        let shows_near = close && self.near.is_some() && (resting || self.viewport.globe == 0.0);
        self.stale.base |= shows_near != self.shows_near;
        self.shows_near = shows_near;
    }

    fn paint_top(&self, camera: &Camera) {
        let choices = self.state.choices;
        self.top.clear();
        self.arcs.paint(&self.top, camera, &self.palette);
        // Below the marks: a region in the same city stands closer than a ring is wide.
        let chosen = choices.selected.get_untracked().map(Target::Location);
        // The partner whose link is drawn: the one whose row stands open.
        let partner = choices.opened.get_untracked().filter(|_| choices.global_reach.get_untracked());
        for (target, out_px, ink, width_px) in
            [(chosen, 6.0, Ink::Select, 2.2), (partner, 6.0, Ink::Reach, 2.2), (self.ring, 10.0, Ink::Select, 2.0)]
        {
            if let Some((at, half)) = target.and_then(|it| self.ring_of(it)) {
                paint_ring(&self.top, at, half, self.layout.disc_px + out_px, self.palette.color(ink), width_px);
            }
        }
        paint_marks(&self.top, camera, &self.palette, &self.scene);
        // Names would cover one another on the way from one shape of the world to the other.
        if self.viewport.globe.fract() == 0.0 {
            paint_labels(&self.top, camera, &self.palette, &self.labels);
        }
    }

    /// The middle of a ring and half its straight part: a Metro location's ring goes around both sites.
    fn ring_of(&self, target: Target) -> Option<(ScreenPoint, f64)> {
        let at = self.place_of(target)?;
        let camera = Camera::new(self.viewport);
        let bar = self.layout.bars.iter().find(|bar| Target::Location(bar.metro) == target);
        let ends = bar.and_then(|it| Some((moved(&camera, it.from.0, it.from.1)?, moved(&camera, it.to.0, it.to.1)?)));
        let half = ends.map_or(0.0, |(from, to)| from.distance(to) / 2.0);
        // Two sites far apart are not ringed together.
        Some((at, if half > 30.0 { 0.0 } else { half }))
    }

    /// Marks for whoever measures: the first frame with the map, and each frame that shows a new answer.
    fn note_marks(&mut self) {
        if !self.drawn_once && self.viewport.width_px > 1.0 {
            self.drawn_once = true;
            media::mark("atlas-first-draw");
            if let Some(body) = document().body() {
                let _ = body.set_attribute("data-drawn", "yes");
            }
        }
        if std::mem::take(&mut self.answer_is_new) {
            media::mark("atlas-answer-drawn");
        }
    }
}

/// Whether a kept picture is stretched too much to stay: at all at rest, by a quarter while the map moves.
fn is_blurred(stretch: f64, resting: bool) -> bool {
    let most = if resting { 1e-9 } else { 0.25 };
    (stretch - 1.0).abs() > most
}

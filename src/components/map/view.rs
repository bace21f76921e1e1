//! The map as it is on the screen now: what a frame draws, and what is rebuilt when.

use crate::browser::canvas::{BasePaths, Palette, Surface};
use crate::browser::marks::{ArcPaths, paint_labels, paint_marks, paint_ring};
use crate::browser::media;
use crate::components::map::motion::{Motion, step};
use crate::state::AppState;
use crate::state::commands;
use leptos::prelude::{GetUntracked, ReadUntracked, document};
use reach::id::GeopoliticalRegionId;
use reach::link::LinkVerdict;
use reach::reachable::{Destination, Verdict};
use scene::labels::{Font, Label, Wanted, labels};
use scene::layout::{Layout, Offset, Target, lay_out, tint_of};
use scene::pick::{Mark as PickMark, Picker};
use scene::projection::{WorldPoint, project};
use scene::scene::{Choice, Scene, places, spot_of};
use scene::theme::Ink;
use scene::viewport::{ScreenPoint, Viewport, WorldBounds};
use std::collections::HashMap;
use web_sys::{HtmlCanvasElement, Path2d};

/// The map's surfaces and everything drawn on them.
pub struct MapView {
    state: AppState,
    base: Surface,
    top: Surface,
    paths: BasePaths,
    palette: Palette,
    grounds: Vec<(Ink, Path2d)>,
    layout: Layout,
    scene: Scene,
    arcs: ArcPaths,
    labels: Vec<Label>,
    picker: Picker,
    targets: Vec<Target>,
    widths: HashMap<(Font, String), f64>,
    /// The view on the screen.
    pub viewport: Viewport,
    /// What moves it.
    pub motion: Motion,
    /// Whether a hand holds the map.
    pub held: bool,
    /// The keyboard's place on the map, while the map has the focus.
    pub ring: Option<Target>,
    stale: Stale,
    last_frame_ms: Option<f64>,
    drawn_once: bool,
    answer_is_new: bool,
}

/// What has to be made again before the next frame.
#[derive(Clone, Copy)]
struct Stale {
    palette: bool,
    grounds: bool,
    layout: bool,
    scene: bool,
    labels: bool,
    base: bool,
}

impl Stale {
    const ALL: Stale = Stale { palette: true, grounds: true, layout: true, scene: true, labels: true, base: true };
    const NOTHING: Stale =
        Stale { palette: false, grounds: false, layout: false, scene: false, labels: false, base: false };
}

impl MapView {
    /// The map on two canvases, the whole world in view; none when the browser cannot draw.
    pub fn new(state: AppState, base: HtmlCanvasElement, top: HtmlCanvasElement) -> Option<MapView> {
        let center = WorldPoint { x: 0.0, y: 0.0 };
        let blank =
            Viewport { center, scale: 1.0, width_px: 1.0, height_px: 1.0, inset_right_px: 0.0, inset_bottom_px: 0.0 };
        Some(MapView {
            state,
            base: Surface::new(base, true)?,
            top: Surface::new(top, false)?,
            paths: BasePaths::new(state.base_map)?,
            palette: Palette::read(),
            grounds: Vec::new(),
            layout: lay_out(state.catalog, state.choices.cloud.get_untracked(), 1.0),
            scene: Scene::default(),
            arcs: ArcPaths::new(&[]),
            labels: Vec::new(),
            picker: Picker::new(Vec::new()),
            targets: Vec::new(),
            widths: HashMap::new(),
            viewport: blank,
            motion: Motion::Rest,
            held: false,
            ring: None,
            stale: Stale::ALL,
            last_frame_ms: None,
            drawn_once: false,
            answer_is_new: false,
        })
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
        if self.layout_cloud_changed() {
            self.stale.layout = true;
        }
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
        let shows_world = before.width_px <= 1.0 || (new_size && before.scale <= before.world().scale * 1.001);
        self.viewport = match shows_world {
            true => resized.world(),
            false => {
                // The same points stay under the same pixels: only the middle of the free part moves.
                let shift = (resized.middle().x - before.middle().x, resized.middle().y - before.middle().y);
                let center = WorldPoint {
                    x: before.center.x + shift.0 / before.scale,
                    y: before.center.y + shift.1 / before.scale,
                };
                Viewport { center, ..resized }.clamped()
            }
        };
        self.base.resize(width_px, height_px);
        self.top.resize(width_px, height_px);
        self.stale.base = true;
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
        self.stale.base = true;
    }

    /// Shows another view at once; a motion under way ends.
    pub fn show(&mut self, view: Viewport) {
        self.motion = Motion::Rest;
        self.viewport = view;
        self.stale.base = true;
    }

    /// The view of the chosen place and all that it reaches, or may be linked to; of the whole world for a wide answer.
    pub fn around_answer(&self) -> Viewport {
        let AppState { catalog, derived, choices, .. } = self.state;
        let Some(chosen) = choices.selected.get_untracked() else { return self.viewport.world() };
        let mut points = vec![project(catalog.location_point(chosen))];
        for answer in derived.answers.read_untracked().iter().filter(|it| it.judgement.verdict == Verdict::Reachable) {
            if let Destination::Region(region) = answer.to {
                points.push(project(catalog.region_point(region)));
            }
        }
        for link in derived.links.read_untracked().iter().filter(|it| it.verdict == LinkVerdict::Linkable) {
            points.push(project(catalog.location_point(link.to.location)));
        }
        let Some(bounds) = WorldBounds::around(&points) else { return self.viewport.world() };
        let fitted = self.viewport.fit(bounds, 90.0);
        // A single metro fills no screen: its country helps to find one's way.
        Viewport { scale: fitted.scale.min(2_600.0), ..fitted }.clamped()
    }

    /// What is drawn at a point of the screen, the nearest within the tolerance.
    pub fn pick(&self, at: ScreenPoint, tolerance_px: f64) -> Option<Target> {
        let found = self.picker.pick(self.viewport, at, tolerance_px)?;
        self.targets.get(found as usize).copied()
    }

    /// Where a target's mark is on the screen.
    pub fn place_of(&self, target: Target) -> Option<ScreenPoint> {
        let (at, offset) = spot_of(&self.layout, target)?;
        Some(moved(self.viewport, at, offset))
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
        let before = self.viewport;
        (self.viewport, self.motion) = step(self.viewport, self.motion, elapsed_ms);
        let moving = self.motion != Motion::Rest;
        self.last_frame_ms = moving.then_some(time_ms);
        self.stale.base |= before != self.viewport;
        let resting = !moving && !self.held;
        self.rebuild(resting);
        if self.stale.base {
            self.paths.paint(&self.base, self.viewport, &self.palette, &self.grounds);
        }
        self.paint_top();
        self.stale = Stale::NOTHING;
        self.note_marks();
        if resting {
            commands::rest_view(self.state, self.viewport);
        }
        moving
    }

    /// Makes again what is stale. The layout follows the scale in steps while the map moves, and exactly at rest.
    fn rebuild(&mut self, resting: bool) {
        let ratio = (self.viewport.scale / self.layout.scale).ln().abs();
        self.stale.layout |= ratio > if resting { 1e-6 } else { 0.3 };
        if self.stale.palette {
            self.palette = Palette::read();
            self.stale.base = true;
        }
        if self.stale.grounds {
            self.grounds = self.grounds();
            self.stale.base = true;
        }
        if self.stale.layout {
            self.layout = lay_out(self.state.catalog, self.state.choices.cloud.get_untracked(), self.viewport.scale);
            self.index_marks();
        }
        if self.stale.layout || self.stale.scene {
            self.build_scene();
        }
        // Names move along with the map in a gesture; where they fit is settled again when it rests.
        if self.stale.layout || self.stale.scene || self.stale.labels || (resting && self.stale.base) {
            self.labels = self.fit_labels();
        }
    }

    fn build_scene(&mut self) {
        let AppState { catalog, derived, .. } = self.state;
        let (answers, links, planned) = (
            derived.answers.read_untracked(),
            derived.links.read_untracked(),
            self.state.planned_links.read_untracked(),
        );
        self.scene = places(catalog, &self.layout, &self.choice(&answers, &links, &planned));
        self.arcs = ArcPaths::new(&self.scene.arcs);
    }

    fn fit_labels(&mut self) -> Vec<Label> {
        let AppState { catalog, derived, choices, .. } = self.state;
        let (answers, links, planned) = (
            derived.answers.read_untracked(),
            derived.links.read_untracked(),
            self.state.planned_links.read_untracked(),
        );
        let choice = self.choice(&answers, &links, &planned);
        let hovered = choices.hovered.get_untracked().map(|it| it.target).or(self.ring);
        let wanted = Wanted { layout: &self.layout, viewport: self.viewport, choice: &choice, hovered };
        let (top, widths) = (&self.top, &mut self.widths);
        let mut measure = |text: &str, font: Font| match widths.get(&(font, text.to_owned())) {
            Some(width) => *width,
            None => {
                let width = top.text_width(text, font.css());
                widths.insert((font, text.to_owned()), width);
                width
            }
        };
        labels(catalog, &wanted, &self.labels, &mut measure)
    }

    fn choice<'a>(
        &self,
        answers: &'a [reach::reachable::Answer],
        links: &'a [reach::link::LinkAnswer],
        planned: &'a [crate::state::PlannedLink],
    ) -> Choice<'a> {
        let choices = self.state.choices;
        let partner = choices.hovered.get_untracked().map(|it| it.target).or(choices.opened.get_untracked());
        Choice {
            cloud: choices.cloud.get_untracked(),
            chosen: choices.selected.get_untracked().map(|it| (it, answers)),
            links: choices.global_reach.get_untracked().then_some(links),
            partner: match partner {
                Some(Target::Location(location)) => Some(location),
                Some(Target::Region(_)) | None => None,
            },
            planned,
        }
    }

    fn index_marks(&mut self) {
        let layout = &self.layout;
        let of_bars = layout.bars.iter().map(|bar| Target::Location(bar.metro));
        let mut targets: Vec<Target> = of_bars.collect();
        // A Metro location with one known site has a disc of its own beside its bar.
        let spots = layout.discs.iter().chain(&layout.squares).map(|spot| spot.target);
        targets.extend(spots.filter(|target| !layout.bars.iter().any(|bar| Target::Location(bar.metro) == *target)));
        let mark = |(at, target): (usize, &Target)| {
            let (point, offset) = spot_of(layout, *target)?;
            let x = point.x + offset.x / layout.scale;
            let y = point.y + offset.y / layout.scale;
            let (radius_px, priority) = match target {
                Target::Location(id) if self.state.catalog.location(*id).metro => (1.0, 2),
                Target::Location(_) => (layout.disc_px, 0),
                Target::Region(_) => (layout.square_px / 2.0, 1),
            };
            Some(PickMark { at: WorldPoint { x, y }, target: at as u32, radius_px, priority })
        };
        self.picker = Picker::new(targets.iter().enumerate().filter_map(mark).collect());
        self.targets = targets;
    }

    fn layout_cloud_changed(&self) -> bool {
        let cloud = self.state.choices.cloud.get_untracked();
        match self.layout.discs.first().map(|spot| spot.target) {
            Some(Target::Location(id)) => self.state.catalog.location(id).cloud != cloud,
            Some(Target::Region(_)) | None => true,
        }
    }

    fn grounds(&self) -> Vec<(Ink, Path2d)> {
        let AppState { catalog, choices, .. } = self.state;
        let cloud = choices.cloud.get_untracked();
        let chosen = choices.selected.get_untracked().map(|it| catalog.location(it).geopolitical_region);
        let holds = |id: GeopoliticalRegionId, code: [u8; 2]| {
            catalog.geopolitical_region(id).countries.iter().any(|it| it.as_bytes() == code)
        };
        // Australia lies in two: it takes the tint of the one that most of its locations belong to.
        let weight = |id: GeopoliticalRegionId, code: [u8; 2]| {
            let rows = catalog.location_ids().map(|it| catalog.location(it));
            rows.filter(|row| row.geopolitical_region == id && row.country.as_bytes() == code).count()
        };
        self.paths.grounds(|code| match chosen {
            Some(place) if holds(place, code) => Ink::Lit,
            Some(_) => Ink::Dim,
            None => {
                let own = catalog
                    .geopolitical_region_ids()
                    .filter(|id| catalog.geopolitical_region(*id).cloud == cloud && holds(*id, code));
                let most = own.max_by_key(|id| weight(*id, code));
                most.map_or(Ink::Land, |id| tint_of(&catalog.geopolitical_region(id).slug))
            }
        })
    }

    fn paint_top(&self) {
        let choices = self.state.choices;
        self.top.clear();
        self.arcs.paint(&self.top, self.viewport, &self.palette);
        paint_marks(&self.top, self.viewport, &self.palette, &self.scene);
        let select = self.palette.color(Ink::Select);
        if let Some((at, half)) = choices.selected.get_untracked().and_then(|it| self.ring_of(Target::Location(it))) {
            paint_ring(&self.top, at, half, self.layout.disc_px + 6.0, select, 2.2);
        }
        if let Some((at, half)) = self.ring.and_then(|it| self.ring_of(it)) {
            paint_ring(&self.top, at, half, self.layout.disc_px + 10.0, select, 2.0);
        }
        paint_labels(&self.top, self.viewport, &self.palette, &self.labels);
    }

    /// The middle of a ring and half its straight part: a Metro location's ring goes around both sites.
    fn ring_of(&self, target: Target) -> Option<(ScreenPoint, f64)> {
        let at = self.place_of(target)?;
        let bar = self.layout.bars.iter().find(|bar| Target::Location(bar.metro) == target);
        let half = bar.map_or(0.0, |bar| {
            let (from, to) = (moved(self.viewport, bar.from.0, bar.from.1), moved(self.viewport, bar.to.0, bar.to.1));
            (from.x - to.x).hypot(from.y - to.y) / 2.0
        });
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

fn moved(viewport: Viewport, at: WorldPoint, offset: Offset) -> ScreenPoint {
    let point = viewport.to_screen(at);
    ScreenPoint { x: point.x + offset.x, y: point.y + offset.y }
}

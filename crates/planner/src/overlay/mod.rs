//! The plan over the map: drawn on two canvases of its own, moved with the map in the same frame, and drawn on by hand.

pub mod card;
pub mod crowd;
pub mod edits;
pub mod hand;
pub mod names;
pub mod paint;
pub mod palette;
pub mod picture;
pub mod pointer;
pub mod surface;
pub mod view;

use crate::overlay::hand::Hand;
use crate::overlay::names::{Around, SiteName, names};
use crate::overlay::paint::Pen;
use crate::overlay::palette::Palette;
use crate::overlay::picture::{Picture, SiteMark, picture, sites};
use crate::overlay::surface::Surface;
use crate::overlay::view::View;
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use gloo_events::EventListener;
use leptos::prelude::{Effect, Get, Read, document, window};
use reach::id::PeeringLocationId;
use reach::plan::Plan;
use scene::camera::Camera;
use scene::font::Font;
use scene::label::ScreenRect;
use scene::layout::{Layout, Target, lay_out};
use scene::projection::WorldPoint;
use scene::scene::spot_of;
use scene::viewport::{ScreenPoint, Viewport};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};

const VIEW: &str = "atlas-view";
const THEME: &str = "atlas-theme";

/// Of more sites in view than this each is only a small diamond.
const MOST_DIAMONDS: usize = 500;

/// The overlay, shared by whoever hears of the map, the plan and the hand.
type Shared = Rc<RefCell<Overlay>>;

/// Draws the plan over the page's map from now on. Call inside a reactive owner; without a map there is nothing to do.
pub fn start(state: PlannerState, placing: pointer::Placing) {
    let Ok(Some(map)) = document().query_selector(".map") else { return };
    let Some(overlay) = Overlay::new(state, &map) else { return };
    let overlay: Shared = Rc::new(RefCell::new(overlay));
    let (view, theme, plan, lit) = (overlay.clone(), overlay.clone(), overlay.clone(), overlay.clone());
    let seen = move |event: &web_sys::Event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        let numbers = detail.map(|it| js_sys::Float64Array::new(&it).to_vec()).unwrap_or_default();
        if let Some(told) = View::from_numbers(&numbers) {
            view.borrow_mut().show(told);
        }
    };
    EventListener::new(&window(), VIEW, seen).forget();
    EventListener::new(&window(), THEME, move |_| theme.borrow_mut().theme_changed()).forget();
    Effect::new(move |_| {
        let now = Arc::clone(state.planning.history.read().shared());
        plan.borrow_mut().plan_changed(now);
    });
    Effect::new(move |_| {
        let part = state.lit.get().and_then(|it| PartAt::of(&it));
        lit.borrow_mut().light(part);
    });
    pointer::listen(state, placing, &map, &overlay);
}

/// What is drawn over the map now.
pub struct Overlay {
    state: PlannerState,
    plan: Arc<Plan>,
    /// The plan, kept while the map is panned.
    kept: Surface,
    /// What is lit, and the line that is drawn by hand.
    live: Surface,
    palette: Palette,
    layout: Option<(Layout, Viewport)>,
    sites: Vec<SiteMark>,
    picture: Picture,
    names: Vec<SiteName>,
    view: Option<View>,
    /// The view that last told the map's names.
    named_for: Option<View>,
    lit: Option<PartAt>,
    hand: Hand,
}

impl Overlay {
    fn new(state: PlannerState, map: &Element) -> Option<Overlay> {
        Some(Overlay {
            state,
            plan: Arc::new(Plan::new(state.catalog)),
            kept: Surface::new(map, true)?,
            live: Surface::new(map, false)?,
            palette: Palette::read(),
            layout: None,
            sites: Vec::new(),
            picture: Picture::default(),
            names: Vec::new(),
            view: None,
            named_for: None,
            lit: None,
            hand: Hand::Idle,
        })
    }

    /// The map shows another view, or comes to rest.
    fn show(&mut self, view: View) {
        let before = self.view.take();
        let unchanged = before.as_ref() == Some(&view);
        let named_anew = view.resting && !unchanged;
        let moved = self.lay_out(&view);
        let (viewport, resting) = (view.viewport, view.resting);
        if resting {
            self.named_for = Some(view.clone());
        }
        self.view = Some(view);
        if named_anew {
            self.name_sites();
        }
        if moved || named_anew || !self.kept.follow(viewport, resting) {
            self.paint();
        }
        if !unchanged {
            self.paint_live();
        }
    }

    /// Another plan, or another step of it.
    fn plan_changed(&mut self, plan: Arc<Plan>) {
        let other_cloud = plan.cloud != self.plan.cloud;
        self.sites = sites(&plan);
        self.plan = plan;
        if other_cloud {
            self.layout = None;
        }
        self.redraw();
    }

    fn theme_changed(&mut self) {
        self.palette = Palette::read();
        self.redraw();
    }

    fn light(&mut self, part: Option<PartAt>) {
        if self.lit != part {
            self.lit = part;
            self.paint_live();
        }
    }

    fn set_hand(&mut self, hand: Hand) {
        if self.hand != hand {
            self.hand = hand;
            self.paint_live();
        }
    }

    fn redraw(&mut self) {
        let Some(view) = self.view.clone() else { return };
        if !self.lay_out(&view) {
            self.draw_up();
        }
        self.name_sites();
        self.paint();
        self.paint_live();
    }

    /// Lays the marks out as the map does, by the same rule: in steps of the scale while it moves, and exactly at rest.
    /// Tells whether they were.
    fn lay_out(&mut self, view: &View) -> bool {
        let (now, resting) = (view.viewport, view.resting);
        let stale = self.layout.as_ref().is_none_or(|(layout, laid_out_for)| {
            let ratio = (now.scale / layout.scale).ln().abs();
            ratio > if resting { 1e-6 } else { 0.25 } || (resting && now.globe > 0.0 && *laid_out_for != now)
        });
        if stale {
            self.layout = Some((lay_out(self.state.catalog, self.plan.cloud, &Camera::new(now)), now));
            self.draw_up();
        }
        stale
    }

    fn draw_up(&mut self) {
        if let Some((layout, _)) = &self.layout {
            self.picture = picture(self.state.catalog, &self.plan, layout);
        }
    }

    fn name_sites(&mut self) {
        let (Some(view), Some((layout, _))) = (&self.view, &self.layout) else { return };
        let context = &self.kept.context;
        context.set_font(Font::Lit.css());
        let measure = |text: &str| context.measure_text(text).map_or(0.0, |it| it.width());
        let around = Around { layout, taken: &view.names, side_px: side_px(view.viewport.scale) };
        self.names = names(&self.plan, &self.sites, &Camera::new(view.viewport), &around, &self.names, measure);
    }

    fn paint(&mut self) {
        let Some(view) = &self.view else { return };
        self.kept.begin(view.viewport);
        let camera = Camera::new(view.viewport);
        let pen = Pen { context: &self.kept.context, camera: &camera, palette: &self.palette };
        pen.around_names(&self.names_of_map(view), self.kept.area(view.viewport));
        pen.lines(self.picture.lines.iter(), false);
        pen.everywhere();
        let Some((layout, _)) = &self.layout else { return };
        self.picture.regions.iter().for_each(|it| pen.square(it, layout.square_px + 1.0));
        for mark in &self.picture.locations {
            if let Some(at) = pen.place_of(mark) {
                pen.ring(at, layout.disc_px + 3.0, &self.palette.text, 1.4);
            }
        }
        let area = self.kept.area(view.viewport).grown(8.0);
        let seen = self.sites.iter().filter_map(|it| camera.to_screen(&it.at));
        let inside = |at: &ScreenPoint| at.x > area.left && at.x < area.right && at.y > area.top && at.y < area.bottom;
        let seen: Vec<ScreenPoint> = seen.filter(inside).collect();
        match seen.len() > MOST_DIAMONDS {
            true => self.kept.crowd(&seen, &self.palette.text, &self.palette.casing),
            false => pen.diamonds(seen.into_iter(), side_px(view.viewport.scale), &self.palette.text),
        }
        // Names would cover one another on the way from one shape of the world to the other.
        if view.viewport.globe.fract() == 0.0 {
            pen.names(&self.names);
        }
    }

    /// What is lit, and the line that a hand draws; the canvas is gone while there is neither.
    fn paint_live(&mut self) {
        let Some(view) = &self.view else { return };
        let drawn = matches!(self.hand, Hand::Drawing { .. });
        if !drawn && self.lit.is_none() {
            return self.live.hide();
        }
        self.live.begin(view.viewport);
        let camera = Camera::new(view.viewport);
        let pen = Pen { context: &self.live.context, camera: &camera, palette: &self.palette };
        if let Some(part) = self.lit {
            self.paint_lit(&pen, part);
        }
        if let Hand::Drawing { site, to, location } = self.hand {
            self.paint_drawn(&pen, site, to, location);
        }
    }

    fn paint_lit(&self, pen: &Pen, part: PartAt) {
        let Some((layout, _)) = &self.layout else { return };
        pen.lines(self.picture.lines.iter().filter(|it| it.of.contains(&part)), true);
        for mark in self.picture.regions.iter().filter(|it| it.of.contains(&part)) {
            pen.square(mark, layout.square_px + 1.0);
            pen.place_of(mark)
                .iter()
                .for_each(|at| pen.ring(*at, layout.square_px / 2.0 + 6.0, &self.palette.select, 2.2));
        }
        for mark in self.picture.locations.iter().filter(|it| it.of.contains(&part)) {
            pen.place_of(mark).iter().for_each(|at| pen.ring(*at, layout.disc_px + 6.0, &self.palette.select, 2.2));
        }
        if let PartAt { list: PartList::Sites, at: site } = part
            && let Some(at) = self.place_of_site(site)
        {
            let side = side_px(pen.camera.viewport.scale);
            pen.diamonds([at].into_iter(), side, &self.palette.select);
            pen.ring(at, side / 2.0 + 5.0, &self.palette.select, 2.2);
        }
    }

    fn paint_drawn(&self, pen: &Pen, site: usize, to: ScreenPoint, location: Option<PeeringLocationId>) {
        let Some(from) = self.place_of_site(site) else { return };
        let end = location.and_then(|it| self.place_of_location(it));
        pen.segment(from, end.unwrap_or(to), end.is_some());
        if let (Some(at), Some((layout, _))) = (end, &self.layout) {
            pen.ring(at, layout.disc_px + 6.0, &self.palette.select, 2.2);
        }
        pen.diamonds([from].into_iter(), side_px(pen.camera.viewport.scale), &self.palette.select);
    }

    /// Where the map's own names are now: where they were when it last rested, and moved along with the flat map since.
    fn names_of_map(&self, view: &View) -> Vec<ScreenRect> {
        let Some(named) = &self.named_for else { return Vec::new() };
        let (now, then) = (view.viewport, named.viewport);
        let unmoved = now == then;
        if !unmoved && (now.scale != then.scale || now.globe + then.globe > 0.0) {
            return Vec::new();
        }
        let origin = WorldPoint { x: 0.0, y: 0.0 };
        let (from, to) = (then.to_screen(origin), now.to_screen(origin));
        named.names.iter().map(|it| it.moved(to.x - from.x, to.y - from.y)).collect()
    }

    fn camera(&self) -> Option<Camera> {
        self.view.as_ref().map(|it| Camera::new(it.viewport))
    }

    /// Where a site of the plan is on the screen; none behind the globe, or while it has no place.
    fn place_of_site(&self, site: usize) -> Option<ScreenPoint> {
        // Sites without a place are left out, the others are in the plan's order.
        let found = self.sites.binary_search_by_key(&site, |it| it.site).ok()?;
        self.camera()?.to_screen(&self.sites.get(found)?.at)
    }

    fn place_of_location(&self, location: PeeringLocationId) -> Option<ScreenPoint> {
        let (at, offset) = spot_of(&self.layout.as_ref()?.0, Target::Location(location))?;
        let at = self.camera()?.to_screen(&at)?;
        Some(ScreenPoint { x: at.x + offset.x, y: at.y + offset.y })
    }

    /// The site nearest to a point within a distance, and how far it is; a location's mark that is nearer hides it.
    fn site_near(&self, at: ScreenPoint, within_px: f64) -> Option<usize> {
        let camera = self.camera()?;
        let near = |it: &SiteMark| Some((it.site, camera.to_screen(&it.at)?.distance(at)));
        let found =
            self.sites.iter().filter_map(near).filter(|it| it.1 <= within_px).min_by(|a, b| a.1.total_cmp(&b.1));
        let (site, far_px) = found?;
        let hidden = self
            .location_near(at, far_px)
            .is_some_and(|it| self.place_of_location(it).is_some_and(|it| it.distance(at) < far_px));
        (!hidden).then_some(site)
    }

    /// The location whose mark is nearest to a point within a distance.
    fn location_near(&self, at: ScreenPoint, within_px: f64) -> Option<PeeringLocationId> {
        let (layout, _) = self.layout.as_ref()?;
        let bars = layout.bars.iter().map(|it| it.metro);
        let discs = layout.discs.iter().filter_map(|it| match it.target {
            Target::Location(id) => Some(id),
            Target::Region(_) => None,
        });
        let near = |id: PeeringLocationId| Some((id, self.place_of_location(id)?.distance(at)));
        // Of a Metro location and a site of its city in one place, the site comes first.
        let found = discs.chain(bars).filter_map(near).filter(|it| it.1 <= within_px);
        found.min_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
    }
}

/// The width of a site's diamond at a scale: far out, at a country, at a city.
fn side_px(scale: f64) -> f64 {
    match scale {
        scale if scale < 700.0 => 9.0,
        scale if scale < 6_000.0 => 11.0,
        _ => 13.0,
    }
}

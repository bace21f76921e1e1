//! Lines over the map from a point to the locations nearest to it. The page tells every view that it shows while the body
//! says that there is an answer (src/browser/planner.rs of the app), so the lines move with the map in the same frame.

use crate::dom::{document, on, query, set, svg_el, window};
use js_sys::Float64Array;
use reach::geo::LonLat;
use scene::arc::great_circle;
use scene::camera::Camera;
use scene::place::Place;
use scene::projection::WorldPoint;
use scene::viewport::Viewport;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};

const VIEW: &str = "atlas-view";
/// The attribute of the body that asks the page to tell its views, and that holds the title of the answer.
const ASKS: &str = "data-answer";
/// Half the diagonal of the mark of the point, in CSS pixels.
const MARK_PX: f64 = 6.0;
/// Coordinates are whole numbers of this part of a CSS pixel.
const PARTS: f64 = 10.0;

/// What is drawn now.
#[derive(Clone, Default)]
pub struct Overlay(Rc<RefCell<Drawn>>);

#[derive(Default)]
struct Drawn {
    /// The point, and each way from it as a row of places, cut where the flat map ends.
    point: Option<Place>,
    ways: Vec<Vec<Place>>,
    view: Option<Viewport>,
    /// The casing, the lines and the mark.
    paths: Option<[Element; 3]>,
}

impl Overlay {
    /// Hears of the map's views for as long as the page lives.
    pub fn listen(&self) {
        let drawn = self.0.clone();
        on(&window(), VIEW, move |event| {
            let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
            let numbers = detail.map(|it| Float64Array::new(&it).to_vec()).unwrap_or_default();
            let mut drawn = drawn.borrow_mut();
            drawn.view = view(&numbers).or(drawn.view);
            drawn.draw();
        });
    }

    /// Draws the ways from a point in place of what was drawn before; none for an answer without a point.
    pub fn show(&self, title: &str, lines: Option<(LonLat, Vec<LonLat>)>) {
        let mut drawn = self.0.borrow_mut();
        drawn.point = lines.as_ref().map(|it| Place::at(it.0));
        let ways = lines.iter().flat_map(|(from, to)| to.iter().map(|to| great_circle(*from, *to)));
        drawn.ways = ways.flatten().collect();
        if let Some(body) = document().body() {
            set(&body, ASKS, title);
        }
        drawn.draw();
    }

    /// Takes everything away.
    pub fn clear(&self) {
        let mut drawn = self.0.borrow_mut();
        (drawn.point, drawn.ways) = (None, Vec::new());
        drawn.draw();
        let _ = document().body().map(|it| it.remove_attribute(ASKS));
    }
}

impl Drawn {
    fn draw(&mut self) {
        let Some(camera) = self.view.map(Camera::new) else { return };
        if self.paths.is_none() {
            self.paths = paths();
        }
        let Some([casing, lines, mark]) = &self.paths else { return };
        let way: String = self.ways.iter().map(|it| path(&camera, it)).collect();
        set(casing, "d", &way);
        set(lines, "d", &way);
        let point = self.point.as_ref().and_then(|it| camera.to_screen(it));
        let diamond = point.map(|at| {
            let corner = |x: f64, y: f64| [whole(at.x + x), " ".to_owned(), whole(at.y + y)].concat();
            let corners = [corner(0.0, -MARK_PX), corner(MARK_PX, 0.0), corner(0.0, MARK_PX), corner(-MARK_PX, 0.0)];
            ["M", &corners.join("L"), "Z"].concat()
        });
        set(mark, "d", &diamond.unwrap_or_default());
    }
}

/// A row of places as a path; it starts anew behind what the globe hides.
fn path(camera: &Camera, places: &[Place]) -> String {
    let (mut path, mut open) = (String::new(), false);
    for place in places {
        let at = camera.to_screen(place);
        if let Some(at) = at {
            path.push(if open { 'L' } else { 'M' });
            path.push_str(&[whole(at.x), " ".to_owned(), whole(at.y)].concat());
        }
        open = at.is_some();
    }
    path
}

fn whole(css_px: f64) -> String {
    ((css_px * PARTS).round() as i32).to_string()
}

/// The drawing, below the layer of the map's marks and names, which stay legible.
fn paths() -> Option<[Element; 3]> {
    let group = svg_el("g").attr("transform", "scale(.1)");
    let paths = ["casing", "line", "site"].map(|it| svg_el("path").class(&["answer-", it].concat()));
    let group = group.children(paths.clone());
    let drawing = svg_el("svg").class("answer-lines").attr("aria-hidden", "true").child(group);
    query(".map canvas + canvas")?.before_with_node_1(drawing.node()).ok()?;
    Some(paths.map(|it| it.node().clone()))
}

/// The view in the numbers of the event; none when one is missing.
fn view(numbers: &[f64]) -> Option<Viewport> {
    let [x, y, scale, width_px, height_px, inset_right_px, inset_bottom_px, globe, ..] = *numbers else { return None };
    let center = WorldPoint { x, y };
    Some(Viewport { center, scale, width_px, height_px, inset_right_px, inset_bottom_px, globe })
}

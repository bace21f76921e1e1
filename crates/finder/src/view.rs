//! The view of the map that shows an answer.

use crate::address::{self, FIND};
use crate::dom::{document, query, window};
use reach::geo::LonLat;
use scene::camera::Camera;
use scene::panels::Panels;
use scene::place::Place;
use scene::projection::{WorldPoint, project, unproject};
use scene::viewport::Viewport;

/// Room around the places of an answer, in CSS pixels.
const PADDING_PX: f64 = 72.0;
/// How near a single place comes, in CSS pixels for a unit of the plane: a city with its surroundings.
const NEAREST: f64 = 9_000.0;

/// The parts of an address.
type Parts = [(String, String)];

/// The view of all `places` in what the panel of the answer to `question` leaves of the map, as the address holds it. None
/// without a map, and for no place.
pub fn around(places: &[LonLat], question: &str) -> Option<String> {
    if places.is_empty() {
        return None;
    }
    let screen = beside_answer(question)?;
    let places: Vec<Place> = places.iter().map(|it| Place::at(*it)).collect();
    let shown = screen.around(&places, PADDING_PX);
    written(Viewport { scale: shown.scale.min(NEAREST).max(screen.world().scale), ..shown }.clamped())
}

/// Whether the map shows these places now, as far as the address tells it, and the panel of the answer to `question` would
/// cover none of them.
pub fn shows(places: &[LonLat], question: &str) -> bool {
    let (Some(now), Some(then)) = (shown(&address::parts()), beside_answer(question)) else { return false };
    let camera = Camera::new(now);
    places.iter().all(|place| {
        let at = camera.to_screen(&Place::at(*place));
        let within = |at: f64, until: f64| (0.0..=until).contains(&at);
        at.is_some_and(|at| {
            within(at.x, then.width_px - then.inset_right_px) && within(at.y, then.height_px - then.inset_bottom_px)
        })
    })
}

/// The screen once this question is asked: nothing is chosen beside it.
fn beside_answer(question: &str) -> Option<Viewport> {
    let stays = address::parts().into_iter().filter(|it| it.0 != "at" && it.0 != FIND);
    screen(&stays.chain([(FIND.to_owned(), question.to_owned())]).collect::<Vec<_>>())
}

/// The view under an address; the start shows the whole world.
fn shown(parts: &Parts) -> Option<Viewport> {
    let screen = screen(parts)?;
    Some(value(parts, "view").and_then(|it| told(it, screen)).unwrap_or_else(|| screen.world()))
}

/// The map under an address: its size, its shape and what panels cover of it. None without a map.
fn screen(parts: &Parts) -> Option<Viewport> {
    let map = query(".map")?;
    let (width_px, height_px) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let stands = document().document_element().and_then(|it| it.get_attribute("data-sheet"));
    let panels = Panels {
        planner: value(parts, "page") == Some("planner"),
        chosen: value(parts, "at").is_some(),
        question: value(parts, FIND),
        low: stands.is_some_and(|it| it == "low"),
    };
    let screen_px = window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or(width_px);
    let (inset_right_px, inset_bottom_px) = panels.insets(screen_px, height_px, words::text_scale());
    let globe = if value(parts, "projection") == Some("globe") { 1.0 } else { 0.0 };
    let center = WorldPoint { x: 0.0, y: 0.0 };
    Some(Viewport { center, scale: 1.0, width_px, height_px, inset_right_px, inset_bottom_px, globe })
}

fn value<'a>(parts: &'a Parts, key: &str) -> Option<&'a str> {
    parts.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
}

/// A view as the address holds it, on this screen.
fn told(text: &str, screen: Viewport) -> Option<Viewport> {
    let mut parts = text.split(',').map(|it| it.parse::<f64>().ok());
    let (lat, lon, scale) = (parts.next()??, parts.next()??, parts.next()??);
    Some(Viewport { center: project(LonLat::new(lon, lat)?), scale, ..screen })
}

/// A view as the address holds it; none where the middle is off the map.
fn written(view: Viewport) -> Option<String> {
    let at = unproject(view.center)?;
    Some([decimal(at.lat()), decimal(at.lon()), (view.scale.round() as i32).to_string()].join(","))
}

/// Degrees with four decimals.
fn decimal(degrees: f64) -> String {
    let e4 = (degrees * 1e4).round() as i32;
    format!("{}{}.{:04}", if e4 < 0 { "-" } else { "" }, e4.abs() / 10_000, e4.abs() % 10_000)
}

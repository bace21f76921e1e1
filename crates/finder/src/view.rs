//! The view of the map that shows an answer.

use crate::address;
use crate::dom::{query, window};
use reach::geo::LonLat;
use scene::camera::Camera;
use scene::place::Place;
use scene::projection::{WorldPoint, project, unproject};
use scene::viewport::Viewport;

/// Room around the places of an answer, in CSS pixels.
const PADDING_PX: f64 = 72.0;
/// How near a single place comes, in CSS pixels for a unit of the plane: a city with its surroundings.
const NEAREST: f64 = 9_000.0;
/// What the words of the start cover of a narrow screen, and the screen that is narrow, in CSS pixels.
const START_ON_PHONE_PX: f64 = 264.0;
const NARROW_PX: f64 = 720.0;

/// The view of all `places` in what the answer's panel leaves of the map, as the address holds it. None without a
/// map, and for no place.
pub fn around(places: &[LonLat], wide: bool) -> Option<String> {
    if places.is_empty() {
        return None;
    }
    let map = query(".map")?;
    let (width_px, height_px) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let globe = if address::part("projection").as_deref() == Some("globe") { 1.0 } else { 0.0 };
    let center = WorldPoint { x: 0.0, y: 0.0 };
    let whole = Viewport { center, scale: 1.0, width_px, height_px, inset_right_px: 0.0, inset_bottom_px: 0.0, globe };
    let narrow = width_px < NARROW_PX;
    let covered =
        if narrow { Viewport { inset_bottom_px: height_px / 2.0, ..whole } } else { beside_panel(whole, wide) };
    let places: Vec<Place> = places.iter().map(|it| Place::at(*it)).collect();
    let shown = covered.around(&places, PADDING_PX);
    let shown = Viewport { scale: shown.scale.min(NEAREST).max(covered.world().scale), ..shown }.clamped();
    // The page lays the point of an address in the middle of what it knows to be free.
    let planner = query("#planner:not([hidden])").is_some();
    let page = match (narrow, planner) {
        (true, true) => shown,
        (true, false) => Viewport { inset_bottom_px: START_ON_PHONE_PX, ..shown },
        (false, _) => Viewport { inset_right_px: 0.0, ..shown },
    };
    let middle = if globe > 0.5 { shown.center } else { shown.to_world(page.middle()) };
    let at = unproject(middle).or_else(|| unproject(shown.center))?;
    Some([decimal(at.lat()), decimal(at.lon()), (shown.scale.round() as i32).to_string()].join(","))
}

/// Whether the map shows these places now, as far as the address tells it, and no panel covers them.
pub fn shows(places: &[LonLat]) -> bool {
    let Some(map) = query(".map") else { return false };
    let (width_px, height_px) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let globe = if address::part("projection").as_deref() == Some("globe") { 1.0 } else { 0.0 };
    let center = WorldPoint { x: 0.0, y: 0.0 };
    let whole = Viewport { center, scale: 1.0, width_px, height_px, inset_right_px: 0.0, inset_bottom_px: 0.0, globe };
    let told = address::part("view").and_then(|it| told(&it, whole));
    // The start shows the whole world.
    let camera = Camera::new(told.unwrap_or_else(|| whole.world()));
    let free = if width_px < NARROW_PX {
        Viewport { inset_bottom_px: height_px / 2.0, ..whole }
    } else {
        beside_panel(whole, false)
    };
    places.iter().all(|place| {
        let at = camera.to_screen(&Place::at(*place));
        let within = |at: f64, until: f64| (0.0..=until).contains(&at);
        at.is_some_and(|at| {
            within(at.x, width_px - free.inset_right_px) && within(at.y, height_px - free.inset_bottom_px)
        })
    })
}

/// A view as the address holds it, on this screen.
fn told(text: &str, screen: Viewport) -> Option<Viewport> {
    let mut parts = text.split(',').map(|it| it.parse::<f64>().ok());
    let (lat, lon, scale) = (parts.next()??, parts.next()??, parts.next()??);
    Some(Viewport { center: project(LonLat::new(lon, lat)?), scale, ..screen })
}

/// The map beside the panel: its widths stand in assets/styles/screens.css, that of a wide one in answer-edit.css.
fn beside_panel(whole: Viewport, wide: bool) -> Viewport {
    let screen_px = window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let inset_right_px = match (wide, screen_px >= 1100.0) {
        (true, _) => (screen_px - 320.0).min(720.0),
        (false, true) => 400.0,
        (false, false) => 352.0,
    };
    Viewport { inset_right_px, ..whole }
}

/// Degrees with four decimals.
fn decimal(degrees: f64) -> String {
    let e4 = (degrees * 1e4).round() as i32;
    format!("{}{}.{:04}", if e4 < 0 { "-" } else { "" }, e4.abs() / 10_000, e4.abs() % 10_000)
}

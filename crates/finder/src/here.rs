//! What is nearest to a point of the map, or to where the device is.
//!
//! The page tells of a click or a key on the map by the event `atlas-point`: a `Float64Array` of a longitude and a
//! latitude in degrees (src/browser/planner.rs of the app).

use crate::address;
use crate::dom::{before, cancel, later, on, query, window};
use crate::panel::Panel;
use crate::question::{About, Point, Question};
use js_sys::Float64Array;
use reach::geo::LonLat;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, Position, PositionError, PositionOptions};
use words::say;

/// A second click within this time makes the two a double click, which zooms, in milliseconds.
const DOUBLE_CLICK_MS: i32 = 260;
/// How long the device may look for itself, and how old what it knows already may be, in milliseconds.
const PATIENCE_MS: u32 = 10_000;
const FRESH_MS: u32 = 60_000;
/// Ten-thousandths of a degree to which the device's own place is rounded, about a kilometer: whoever shares the address
/// does not share a doorstep, and distances are whole kilometers.
const ROUGH_E4: i32 = 100;

/// Answers for points of the map, for as long as the page lives.
pub fn listen(panel: &Rc<Panel>) {
    let due = Rc::new(Cell::new(None::<i32>));
    let may_double = hears_clicks();
    let (asked, panel) = (due.clone(), panel.clone());
    on(&window(), "atlas-point", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        let numbers = detail.map(|it| Float64Array::new(&it).to_vec()).unwrap_or_default();
        let [lon, lat] = *numbers else { return };
        let Some(at) = LonLat::new(lon, lat) else { return };
        // By a key the keyboard goes on to the answer; a hand stays on the map.
        let by_key = query(".map:focus-visible").is_some();
        cancel(&asked);
        let panel = panel.clone();
        let chosen = address::part("at");
        let answer = move || {
            // What was chosen meanwhile is wanted more.
            if address::part("at") == chosen {
                panel.ask_from_map(&Question::about(About::Point(Point::at(at))), by_key);
            }
        };
        match may_double.get() {
            true => asked.set(later(DOUBLE_CLICK_MS, answer)),
            false => answer(),
        }
    });
    before(&window(), "dblclick", move |_| cancel(&due));
}

/// Whether what a person did last may be the first half of a double click: not so a key, the right button, a long press.
fn hears_clicks() -> Rc<Cell<bool>> {
    let may_double = Rc::new(Cell::new(true));
    for (event, may) in [("pointerup", true), ("contextmenu", false), ("keydown", false)] {
        let heard = may_double.clone();
        before(&window(), event, move |_| heard.set(may));
    }
    may_double
}

/// Asks the device where it is, and then what is nearest. `tell` hears how it goes; empty words when it is done.
pub fn locate(panel: &Rc<Panel>, tell: impl Fn(&str) + Clone + 'static) {
    let Ok(device) = window().navigator().geolocation() else {
        return tell(&say("This browser cannot tell where it is. Type a city or coordinates instead."));
    };
    tell(&say("Asking the browser where you are…"));
    let (panel, told) = (panel.clone(), tell.clone());
    let found = Closure::once_into_js(move |position: Position| {
        let coordinates = position.coords();
        match LonLat::new(coordinates.longitude(), coordinates.latitude()) {
            Some(at) => {
                told("");
                panel.ask(&Question::about(About::Point(rough(Point::at(at)))));
            }
            None => told(&say("The device does not know where it is. Type a city or coordinates instead.")),
        }
    });
    let tell_failure = tell.clone();
    let failed = Closure::once_into_js(move |error: PositionError| tell_failure(&why(error.code())));
    let options = PositionOptions::new();
    options.set_timeout(PATIENCE_MS);
    options.set_maximum_age(FRESH_MS);
    let asked = device.get_current_position_with_error_callback_and_options(
        found.unchecked_ref(),
        Some(failed.unchecked_ref()),
        &options,
    );
    if asked.is_err() {
        tell(&why(PositionError::POSITION_UNAVAILABLE));
    }
}

/// Why the device's place is not known, and what to do.
fn why(code: u16) -> String {
    let said = match code {
        PositionError::PERMISSION_DENIED => say(
            "The browser does not tell this page where you are. Allow the location for this site in the browser's settings, or type a city or coordinates.",
        ),
        PositionError::TIMEOUT => say(
            "The device did not find out where it is within ten seconds. Press again, or type a city or coordinates.",
        ),
        _ => say("The device does not know where it is. Type a city or coordinates instead."),
    };
    said.into_owned()
}

fn rough(at: Point) -> Point {
    let round = |e4: i32| (e4 + (ROUGH_E4 / 2) * e4.signum()) / ROUGH_E4 * ROUGH_E4;
    Point { lat_e4: round(at.lat_e4), lon_e4: round(at.lon_e4) }
}

#[cfg(test)]
mod tests {
    use super::rough;
    use crate::question::Point;

    #[test]
    fn the_place_of_a_device_is_told_to_about_a_kilometer() {
        let told = |lat_e4, lon_e4| {
            let Point { lat_e4, lon_e4 } = rough(Point { lat_e4, lon_e4 });
            (lat_e4, lon_e4)
        };
        assert_eq!(told(523_749, -48_951), (523_700, -49_000));
        assert_eq!(told(-338_650, 1_512_050), (-338_700, 1_512_100));
        assert_eq!(told(0, 49), (0, 0));
        assert_eq!(told(900_000, -1_800_000), (900_000, -1_800_000));
    }
}

//! The sheet of a narrow screen: three heights, dragged from its head, or by a finger from the top of its scroll.
//! On a wide screen its panel stands beside the map and none of this shows.

use crate::browser::media;
use crate::components::dom::{El, button, el};
use crate::state::AppState;
use crate::state::choices::Sheet;
use crate::state::commands;
use leptos::prelude::{Get, GetUntracked};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

/// The height of the lowest sheet in CSS pixels: its handle and the name.
pub const SHEET_LOW_PX: f64 = 96.0;
/// What a full sheet leaves of the map.
const STRIP_PX: f64 = 64.0;
/// How far a finger moves before it drags, and from which speed in pixels a millisecond it throws.
const SLOP_PX: f64 = 6.0;
const THROW: f64 = 0.4;

/// A pointer on the sheet.
#[derive(Clone, Copy)]
struct Drag {
    from_y: f64,
    from_height: f64,
    y: f64,
    time_ms: f64,
    speed: f64,
    moved: bool,
}

/// A panel as a sheet. Reads and writes how high it stands.
pub fn sheet(state: AppState, panel: El) -> El {
    let now = move || state.choices.sheet.get();
    let name = move || ["Height of the sheet: ", word(now())].concat();
    let next = move |_| {
        commands::set_sheet(
            state,
            match state.choices.sheet.get_untracked() {
                Sheet::Low => Sheet::Half,
                Sheet::Half => Sheet::Full,
                Sheet::Full => Sheet::Low,
            },
        );
    };
    let handle = button("sheet-handle", next).live_attr("aria-label", move || Some(name()));
    let whole = el("div").class("sheet").live_attr("data-sheet", move || Some(word(now()).to_owned()));
    let drag: Rc<Cell<Option<Drag>>> = Rc::default();
    let on = |act: fn(AppState, &HtmlElement, &PointerEvent, &Cell<Option<Drag>>)| {
        let (drag, sheet) = (drag.clone(), whole.node().clone());
        move |event: Event| {
            if let (Some(event), Some(sheet)) = (event.dyn_ref::<PointerEvent>(), sheet.dyn_ref::<HtmlElement>()) {
                act(state, sheet, event, &drag);
            }
        }
    };
    let (press, pull, release) = (on(press), on(pull), on(release));
    let held = drag.clone();
    // What the sheet takes of a finger's way, the browser must not scroll.
    let keep = move |event: Event| {
        if held.get().is_some_and(|it| it.moved) {
            event.prevent_default();
        }
    };
    whole
        .child(handle)
        .child(panel)
        .on("pointerdown", press)
        .on("pointermove", pull)
        .on("pointerup", release.clone())
        .on("pointercancel", release)
        .on("touchmove", keep)
}

fn word(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Low => "low",
        Sheet::Half => "half",
        Sheet::Full => "full",
    }
}

fn height_of(sheet: &HtmlElement) -> f64 {
    f64::from(sheet.offset_height())
}

/// The three heights under a map of this height.
fn stops(sheet: &HtmlElement) -> [(f64, Sheet); 3] {
    let whole = sheet.offset_parent().map_or(0.0, |it| f64::from(it.client_height()));
    [(SHEET_LOW_PX, Sheet::Low), (whole / 2.0, Sheet::Half), (whole - STRIP_PX, Sheet::Full)]
}

fn press(_: AppState, sheet: &HtmlElement, event: &PointerEvent, drag: &Cell<Option<Drag>>) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let on_head = target.is_some_and(|it| it.closest(".sheet-handle, .panel-head").ok().flatten().is_some());
    let at_top = sheet.last_element_child().is_some_and(|it| it.scroll_top() <= 0);
    if media::matches("(max-width: 719px)") && (on_head || (at_top && event.pointer_type() == "touch")) {
        let y = f64::from(event.client_y());
        let time_ms = event.time_stamp();
        drag.set(Some(Drag { from_y: y, from_height: height_of(sheet), y, time_ms, speed: 0.0, moved: false }));
    }
}

fn pull(state: AppState, sheet: &HtmlElement, event: &PointerEvent, drag: &Cell<Option<Drag>>) {
    let Some(mut now) = drag.get() else { return };
    let (y, time_ms) = (f64::from(event.client_y()), event.time_stamp());
    let way = y - now.from_y;
    if !now.moved {
        if way.abs() < SLOP_PX {
            return;
        }
        if way < 0.0 && state.choices.sheet.get_untracked() == Sheet::Full {
            // It cannot grow: the finger scrolls.
            drag.set(None);
            return;
        }
        now.moved = true;
        // Without capture a mouse that leaves the sheet drops it, which is all that is lost.
        let _ = sheet.set_pointer_capture(event.pointer_id());
    }
    now.speed = (y - now.y) / (time_ms - now.time_ms).max(1.0);
    (now.y, now.time_ms) = (y, time_ms);
    drag.set(Some(now));
    let [(low, _), _, (full, _)] = stops(sheet);
    let height = (now.from_height - way).min(full).max(low);
    set(sheet, "height", &[&(height.round() as i32).to_string(), "px"].concat());
    set(sheet, "transition", "none");
}

fn release(state: AppState, sheet: &HtmlElement, _: &PointerEvent, drag: &Cell<Option<Drag>>) {
    let Some(done) = drag.take().filter(|it| it.moved) else { return };
    commands::set_sheet(state, snap(stops(sheet), height_of(sheet), done.speed));
    set(sheet, "transition", "");
    set(sheet, "height", "");
}

/// The nearest height; of a thrown sheet, the next one that way.
fn snap(stops: [(f64, Sheet); 3], height: f64, speed: f64) -> Sheet {
    let [(_, low), _, (_, full)] = stops;
    let mut up = stops.iter();
    let found = match speed {
        speed if speed < -THROW => return up.find(|it| it.0 > height).map_or(full, |it| it.1),
        speed if speed > THROW => return up.rfind(|it| it.0 < height).map_or(low, |it| it.1),
        _ => up.min_by(|a, b| (a.0 - height).abs().total_cmp(&(b.0 - height).abs())),
    };
    found.map_or(low, |it| it.1)
}

fn set(sheet: &HtmlElement, property: &str, value: &str) {
    // A value that the browser refuses leaves the sheet where it stands.
    let _ = sheet.style().set_property(property, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(height: f64, speed: f64, expected: Sheet) {
        let stops = [(96.0, Sheet::Low), (422.0, Sheet::Half), (780.0, Sheet::Full)];
        assert_eq!(snap(stops, height, speed), expected, "{height} px at {speed}");
    }

    #[test]
    fn a_sheet_let_go_at_rest_takes_the_nearest_height() {
        check(100.0, 0.0, Sheet::Low);
        check(258.0, 0.0, Sheet::Low);
        check(260.0, 0.0, Sheet::Half);
        check(602.0, 0.1, Sheet::Full);
    }

    #[test]
    fn a_thrown_sheet_takes_the_next_height_that_way() {
        check(430.0, -1.0, Sheet::Full);
        check(410.0, -1.0, Sheet::Half);
        check(410.0, 1.0, Sheet::Low);
        check(790.0, -1.0, Sheet::Full);
        check(90.0, 1.0, Sheet::Low);
    }
}

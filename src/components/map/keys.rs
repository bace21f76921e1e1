//! The keyboard on the map: from place to place, zoom, choose, close.

use crate::components::map::Handle;
use crate::state::choices::Hover;
use crate::state::commands;
use leptos::prelude::GetUntracked;
use scene::layout::Target;
use scene::viewport::ScreenPoint;
use web_sys::KeyboardEvent;

/// How far Shift with an arrow moves the map, in CSS pixels.
const PAN_PX: f64 = 120.0;

/// Does what the key says; other keys go on to the page.
pub fn press(map: &Handle, event: &KeyboardEvent) {
    let way = match event.key().as_str() {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        other => {
            if act(map, other) {
                event.prevent_default();
            }
            return;
        }
    };
    event.prevent_default();
    match event.shift_key() {
        true => map.with(|view| view.show(view.viewport.panned(-way.0 * PAN_PX, -way.1 * PAN_PX).clamped())),
        false => step(map, way),
    }
}

fn act(map: &Handle, key: &str) -> bool {
    match key {
        "+" | "=" => map.zoom_step(1.6),
        "-" => map.zoom_step(1.0 / 1.6),
        "0" => map.show_world(),
        "Enter" | " " => {
            let ring = map.view.borrow().as_ref().and_then(|view| view.ring);
            let Some(target) = ring else { return false };
            commands::activate(map.state, target);
        }
        "n" | "N" => {
            let at = map.view.borrow().as_ref().map(|view| {
                let ringed = view.ring.and_then(|it| view.place_of(it));
                ringed.unwrap_or_else(|| view.viewport.middle())
            });
            return at.is_some_and(|at| map.ask_nearest(at));
        }
        "Escape" if map.drop_box() => {}
        "Escape" => {
            let ringed = map.view.borrow().as_ref().is_some_and(|view| view.ring.is_some());
            match ringed {
                true => {
                    map.with(|view| view.ring = None);
                    commands::hover(map.state, None);
                }
                false => commands::clear_selection(map.state),
            }
        }
        _ => return false,
    }
    true
}

/// Moves the keyboard's ring to the next place that way: near and straight ahead counts most.
fn step(map: &Handle, way: (f64, f64)) {
    let next = {
        let view = map.view.borrow();
        let Some(view) = view.as_ref() else { return };
        let chosen = map.state.choices.selected.get_untracked().map(Target::Location);
        let from = view.ring.or(chosen);
        let at = from.and_then(|it| view.place_of(it)).unwrap_or_else(|| view.viewport.middle());
        let ahead = view.places_in_view().filter(|(target, _)| Some(*target) != from);
        let scored = ahead.filter_map(|(target, place)| Some((score(at, place, way)?, target, place)));
        scored.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
    };
    if let Some((_, target, at)) = next {
        map.with(|view| view.ring = Some(target));
        commands::hover(map.state, Some(Hover { target, at }));
    }
}

/// How far a place is that way, sideways counting double; none when it lies behind or more to the side than ahead.
fn score(from: ScreenPoint, to: ScreenPoint, way: (f64, f64)) -> Option<f64> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let ahead = x * way.0 + y * way.1;
    let aside = (x * way.1 - y * way.0).abs();
    (ahead > 0.0 && aside <= ahead * 1.2).then_some(ahead + 2.0 * aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_ahead_wins_over_aside() {
        let at = |x, y| ScreenPoint { x, y };
        let right = (1.0, 0.0);
        let ahead = score(at(0.0, 0.0), at(50.0, 0.0), right).unwrap();
        let aside = score(at(0.0, 0.0), at(40.0, 30.0), right).unwrap();
        assert!(ahead < aside);
        assert_eq!(score(at(0.0, 0.0), at(-10.0, 0.0), right), None, "what lies behind is not that way");
        assert_eq!(score(at(0.0, 0.0), at(10.0, 40.0), right), None, "what lies to the side is not that way");
    }
}

//! What the answer reaches past the edge of the globe, told in words, with a way to turn to it.

use crate::components::dom::{El, button, el};
use crate::components::map::Handle;
use crate::state::AppState;
use leptos::prelude::{Get, Read};
use reach::link::LinkVerdict;
use reach::phrase::phrase;
use reach::reachable::{Destination, Verdict};
use scene::camera::Camera;
use scene::place::Place;

/// Reads the answer and the view at rest; turns the map. Empty while the globe hides nothing of the answer.
pub fn behind(state: AppState, handle: &Handle) -> El {
    let told = move || {
        let (hidden, all) = past_edge(state);
        let english = match state.choices.global_reach.get() {
            true => phrase("{count} of {all} linkable locations lie behind the globe"),
            false => phrase("{count} of {all} reached regions lie behind the globe"),
        };
        match hidden.len() {
            0 => String::new(),
            count => words::say_with(english, &[("count", &count.to_string()), ("all", &all.to_string())]),
        }
    };
    let handle = handle.clone();
    let turn = move |_| {
        let (hidden, _) = past_edge(state);
        handle.with(|view| view.go_to(view.viewport.around(&hidden, 90.0).clamped()));
    };
    el("div")
        .class("behind")
        .child(el("p").attr("role", "status").live_text(told))
        .child(button("word", turn).say("Turn to them"))
}

/// The places of the answer that the globe hides, and how many places the answer has.
fn past_edge(state: AppState) -> (Vec<Place>, usize) {
    let AppState { catalog, choices, derived, .. } = state;
    let Some(view) = choices.view.get().filter(|it| it.is_globe()) else { return (Vec::new(), 0) };
    let mut places: Vec<Place> = Vec::new();
    if choices.global_reach.get() {
        let links = derived.links.read();
        let linked = links.iter().filter(|it| it.verdict == LinkVerdict::Linkable);
        places.extend(linked.map(|it| Place::at(catalog.location_point(it.to.location))));
    } else {
        for answer in derived.answers.read().iter().filter(|it| it.judgement.verdict == Verdict::Reachable) {
            if let Destination::Region(region) = answer.to {
                places.push(Place::at(catalog.region_point(region)));
            }
        }
    }
    let (all, camera) = (places.len(), Camera::new(view));
    places.retain(|it| camera.is_past(it));
    (places, all)
}

//! The control Local | Standard | Premium with what each reaches, and the Global Reach switch beside it.

use crate::components::dom::{El, button, el, icon};
use crate::state::AppState;
use crate::state::commands;
use crate::state::derived::ReachCount;
use leptos::prelude::{Get, GetUntracked};
use reach::phrase::phrase;
use reach::sku::Sku;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Reads the SKU, the switch and the counts; writes the SKU and the switch. Each segment carries its own line, so the
/// control is the legend of the arcs.
pub fn sku_control(state: AppState) -> El {
    let segments = Sku::ALL.iter().copied().enumerate().map(|(at, sku)| segment(state, at, sku));
    let group = el("div")
        .class("segments")
        .attr("role", "radiogroup")
        .said_as("aria-label", "Circuit SKU")
        .children(segments)
        .on("keydown", move |event| arrow(state, &event));
    el("div").class("skus").child(group).child(global_reach_switch(state))
}

fn segment(state: AppState, at: usize, sku: Sku) -> El {
    let chosen = move || state.choices.sku.get() == sku;
    let count = move || state.derived.reach_counts.get()[at];
    let shown = move || {
        let count = count();
        let class = if count.offered { "segment-count" } else { "segment-count none" };
        let number = if count.offered { count.sure.to_string() } else { words::said("none") };
        vec![el("span").class(class).text(&number), el("span").class("segment-doubt").text(&doubt(count))]
    };
    let sample = icon("sample", "0 0 36 6", "M0 3h36").attr("preserveAspectRatio", "none");
    button(&["segment sku-", sku.as_str()].concat(), move |_| commands::set_sku(state, sku))
        .attr("role", "radio")
        .attr("data-sku", sku.as_str())
        .live_flag("aria-checked", chosen)
        .live_attr("tabindex", move || Some(if chosen() { "0" } else { "-1" }.to_owned()))
        .live_attr("aria-label", move || Some(spoken(sku, count())))
        .child(sample)
        .child(el("span").class("segment-name").text(sku.name()))
        .child(el("span").class("segment-told").live(shown))
}

fn doubt(count: ReachCount) -> String {
    match (count.likely, count.conflicts) {
        (0, 0) => String::new(),
        (0, conflicts) => words::say_with("{count} in conflict", &[("count", &conflicts.to_string())]),
        (likely, _) => words::say_with("+{count} likely", &[("count", &likely.to_string())]),
    }
}

fn spoken(sku: Sku, count: ReachCount) -> String {
    let name = [("sku", sku.name())];
    let mut told = match count.offered {
        true => {
            words::say_count(count.sure, "{sku}: {count} region reachable", "{sku}: {count} regions reachable", &name)
        }
        false => words::say_with("{sku}: not offered here", &name),
    };
    let mut add = |number: usize, english: &str| {
        if number > 0 {
            told = words::say_with(english, &[("told", &told), ("count", &number.to_string())]);
        }
    };
    add(count.likely, phrase("{told}, {count} more not documented and likely"));
    add(count.conflicts, phrase("{told}, {count} where the sources disagree"));
    told
}

/// The arrow keys choose, as in every radio group.
fn arrow(state: AppState, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let step = match key.as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => Sku::ALL.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let now = Sku::ALL.iter().position(|it| *it == state.choices.sku.get_untracked()).unwrap_or_default();
    let next = Sku::ALL[(now + step) % Sku::ALL.len()];
    commands::set_sku(state, next);
    let group = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let selector = ["[data-sku=", next.as_str(), "]"].concat();
    let segment = group.and_then(|it| it.query_selector(&selector).ok().flatten());
    if let Some(segment) = segment.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A segment that is not shown takes no focus; there is nothing to mend.
        let _ = segment.focus();
    }
}

/// Whether the map answers whom a circuit here can be linked to.
fn global_reach_switch(state: AppState) -> El {
    let on = state.choices.global_reach;
    let told = move || match state.derived.link_count.get() {
        None => words::said("not with Local"),
        Some(count) if count.undocumented => words::said("not documented for circuits here"),
        Some(count) => {
            let values = [("count", &*count.as_is.to_string()), ("more", &count.with_premium.to_string())];
            match state.choices.sku.get() {
                Sku::Premium => words::say_with("{more} with Premium on both", &values),
                _ => words::say_with("{count} as is, {more} with Premium on both", &values),
            }
        }
    };
    button("reach-switch", move |_| commands::set_global_reach(state, !on.get_untracked()))
        .attr("role", "switch")
        .live_flag("aria-checked", move || on.get())
        .child(el("span").class("switch-track").attr("aria-hidden", "true"))
        .child(el("span").class("switch-name").text("Global Reach"))
        .child(el("span").class("switch-told").live_text(told))
}

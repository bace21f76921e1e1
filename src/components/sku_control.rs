//! The control Local | Standard | Premium with what each reaches, and the Global Reach switch beside it.

use crate::components::dom::{El, button, el, icon};
use crate::state::AppState;
use crate::state::commands;
use crate::state::derived::ReachCount;
use crate::words;
use leptos::prelude::{Get, GetUntracked};
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
        .attr("aria-label", "Circuit SKU")
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
        let number = if count.offered { count.sure.to_string() } else { "none".to_owned() };
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
        (0, conflicts) => [&conflicts.to_string(), " in conflict"].concat(),
        (likely, _) => ["+", &likely.to_string(), " likely"].concat(),
    }
}

fn spoken(sku: Sku, count: ReachCount) -> String {
    let mut words = match count.offered {
        true => [sku.name(), ": ", &words::counted(count.sure, "region", "regions"), " reachable"].concat(),
        false => [sku.name(), ": not offered here"].concat(),
    };
    if count.likely > 0 {
        words = [&words, ", ", &count.likely.to_string(), " more not documented and likely"].concat();
    }
    if count.conflicts > 0 {
        words = [&words, ", ", &count.conflicts.to_string(), " where the sources disagree"].concat();
    }
    words
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
        None => "not with Local".to_owned(),
        Some(count) if count.undocumented => "not documented for circuits here".to_owned(),
        Some(count) if state.choices.sku.get() == Sku::Premium => {
            [&count.with_premium.to_string(), " with Premium on both"].concat()
        }
        Some(count) => {
            [&count.as_is.to_string(), " as is, ", &count.with_premium.to_string(), " with Premium on both"].concat()
        }
    };
    button("reach-switch", move |_| commands::set_global_reach(state, !on.get_untracked()))
        .attr("role", "switch")
        .live_flag("aria-checked", move || on.get())
        .child(el("span").class("switch-track").attr("aria-hidden", "true"))
        .child(el("span").class("switch-name").text("Global Reach"))
        .child(el("span").class("switch-told").live_text(told))
}

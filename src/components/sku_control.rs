//! The control Local | Standard | Premium with what each reaches, and the Global Reach switch beside it.

use crate::state::AppState;
use crate::state::commands;
use crate::state::derived::ReachCount;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use reach::sku::Sku;
use wasm_bindgen::JsCast;

/// Reads the SKU, the switch and the counts; writes the SKU and the switch. Each segment carries its own line, so the
/// control is the legend of the arcs.
#[component]
pub fn SkuControl() -> impl IntoView {
    let state = expect_context::<AppState>();
    let segments = Sku::ALL.iter().copied().enumerate().map(|(at, sku)| view! { <Segment at sku/> }).collect_view();
    view! {
        <div class="skus">
            <div class="segments" role="radiogroup" aria-label="Circuit SKU" on:keydown=move |event| arrow(state, &event)>{segments}</div>
            <GlobalReachSwitch/>
        </div>
    }
}

#[component]
fn Segment(at: usize, sku: Sku) -> impl IntoView {
    let state = expect_context::<AppState>();
    let chosen = move || state.choices.sku.get() == sku;
    let count = move || state.derived.reach_counts.get()[at];
    let spoken = move || spoken(sku, count());
    view! {
        <button type="button" role="radio" class=format!("segment sku-{}", sku.as_str()) data-sku=sku.as_str()
            aria-checked=move || if chosen() { "true" } else { "false" } tabindex=move || if chosen() { 0 } else { -1 }
            aria-label=spoken on:click=move |_| commands::set_sku(state, sku)>
            <svg class="sample" viewBox="0 0 36 6" preserveAspectRatio="none" aria-hidden="true"><path d="M0 3h36"/></svg>
            <span class="segment-name">{sku.name()}</span>
            <span class="segment-count" class:none=move || !count().offered>{move || shown(count())}</span>
            <span class="segment-doubt">{move || doubt(count())}</span>
        </button>
    }
}

fn shown(count: ReachCount) -> String {
    if count.offered { count.sure.to_string() } else { "none".to_owned() }
}

fn doubt(count: ReachCount) -> Option<String> {
    match (count.likely, count.conflicts) {
        (0, 0) => None,
        (0, conflicts) => Some(format!("{conflicts} in conflict")),
        (likely, _) => Some(format!("+{likely} likely")),
    }
}

fn spoken(sku: Sku, count: ReachCount) -> String {
    let mut words = match count.offered {
        true => format!("{}: {} regions reachable", sku.name(), count.sure),
        false => format!("{}: not offered here", sku.name()),
    };
    if count.likely > 0 {
        words.push_str(&format!(", {} more not documented and likely", count.likely));
    }
    if count.conflicts > 0 {
        words.push_str(&format!(", {} where the sources disagree", count.conflicts));
    }
    words
}

/// The arrow keys choose, as in every radio group.
fn arrow(state: AppState, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => Sku::ALL.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let now = Sku::ALL.iter().position(|it| *it == state.choices.sku.get_untracked()).unwrap_or_default();
    let next = Sku::ALL[(now + step) % Sku::ALL.len()];
    commands::set_sku(state, next);
    let group = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let segment = group.and_then(|it| it.query_selector(&format!("[data-sku={}]", next.as_str())).ok().flatten());
    if let Some(segment) = segment.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A segment that is not shown takes no focus; there is nothing to mend.
        let _ = segment.focus();
    }
}

/// Whether the map answers whom a circuit here can be linked to.
#[component]
fn GlobalReachSwitch() -> impl IntoView {
    let state = expect_context::<AppState>();
    let on = state.choices.global_reach;
    let told = move || match state.derived.link_count.get() {
        None => "not with Local".to_owned(),
        Some(count) if state.choices.sku.get() == Sku::Premium => format!("{} with Premium on both", count.with_premium),
        Some(count) => format!("{} as is, {} with Premium on both", count.as_is, count.with_premium),
    };
    view! {
        <button type="button" role="switch" class="reach-switch" aria-checked=move || if on.get() { "true" } else { "false" }
            on:click=move |_| commands::set_global_reach(state, !on.get_untracked())>
            <span class="switch-track" aria-hidden="true"></span>
            <span class="switch-name">"Global Reach"</span>
            <span class="switch-told">{told}</span>
        </button>
    }
}

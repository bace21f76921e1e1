//! The window's width, and the map's share of it.

use crate::layout::Layout;
use gloo_events::EventListener;
use leptos::prelude::{GetUntracked, RwSignal, Set, document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, ResizeObserver};

/// The layout that the window has room for, kept up to date.
pub fn layout() -> RwSignal<Layout> {
    let layout = RwSignal::new(present_layout());
    let follow = move |_: &Event| {
        let now = present_layout();
        if layout.get_untracked() != now {
            layout.set(now);
        }
    };
    EventListener::new(&window(), "resize", follow).forget();
    layout
}

fn present_layout() -> Layout {
    let width = window().inner_width().ok().and_then(|it| it.as_f64());
    Layout::of_width(width.unwrap_or(1440.0) / words::text_scale())
}

/// Tells the map, as a change of the window would, whenever panels leave it another size.
pub fn watch_map() {
    let Ok(Some(map)) = document().query_selector(".map") else { return };
    let told = Closure::<dyn Fn()>::new(|| {
        if let Ok(event) = Event::new("resize") {
            // Fails only for an event that is being sent already; this one is new.
            let _ = window().dispatch_event(&event);
        }
    });
    if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) {
        observer.observe(&map);
        // Both live as long as the page.
        told.forget();
        std::mem::forget(observer);
    }
}

/// Whether the page shows the planner.
pub fn planner_is_open() -> bool {
    document().get_element_by_id("planner").is_some_and(|it| !it.has_attribute("hidden"))
}

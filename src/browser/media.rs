//! What the browser prefers, and marks for whoever measures.

use leptos::prelude::window;

/// Whether the media query matches now.
pub fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|it| it.matches())
}

/// Whether the user asks for less motion.
pub fn prefers_reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Milliseconds since the page was opened; 0 where the browser has no such clock.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}

/// Puts a mark on the browser's timeline.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // A browser without user timing loses a measurement, nothing else.
        let _ = performance.mark(name);
    }
}

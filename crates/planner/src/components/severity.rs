//! How bad a finding is, as a mark: octagon, triangle, circle.

use leptos::prelude::*;
use reach::phrase::phrase;
use reach::review::Severity;

/// What the mark says to those who hear the page.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => phrase("Error"),
        Severity::Warning => phrase("Warning"),
        Severity::Advice => phrase("Advice"),
    }
}

/// The mark with its word.
#[component]
pub fn SeverityMark(
    /// How bad.
    severity: Severity,
) -> impl IntoView {
    let (outline, inside) = match severity {
        Severity::Error => ("M5 1h4l4 4v4l-4 4H5L1 9V5z", "M5 5l4 4M9 5l-4 4"),
        Severity::Warning => ("M7 1.5L13 12.500H1z", "M7 6v3M7 10.800v.1"),
        Severity::Advice => ("M7 1.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11z", "M7 6.500v3.500M7 4.200v.1"),
    };
    view! {
        <svg class=format!("mark-of {}", severity.as_str()) viewBox="0 0 14 14" role="img" aria-label=words::said(severity_name(severity))>
            <path d=outline/><path d=inside/>
        </svg>
    }
}

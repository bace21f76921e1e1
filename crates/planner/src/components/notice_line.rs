//! The last word about the plan.

use crate::planning::Notice;
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads the notice; writes nothing.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let notice = expect_context::<PlannerState>().planning.notice;
    let done = move || match notice.get() {
        Some(Notice::Done(text)) => Some(view! { <p class="notice">{told(&text)}</p> }),
        _ => None,
    };
    let failed = move || match notice.get() {
        Some(Notice::Failed(text)) => Some(view! { <p class="notice failed">{told(&text)}</p> }),
        _ => None,
    };
    // What went well can wait until a screen reader has done; what failed cannot.
    view! {
        <div role="status">{done}</div>
        <div role="alert">{failed}</div>
    }
}

/// A text, with what is English in it marked so.
pub fn told(text: &str) -> Vec<AnyView> {
    let part = |(part, english): (&str, bool)| match english {
        true => view! { <span lang="en">{part.to_owned()}</span> }.into_any(),
        false => part.to_owned().into_any(),
    };
    words::by_language(text).map(part).collect()
}

//! The last word about the plan.

use crate::planning::Notice;
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads the notice; writes nothing.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let notice = expect_context::<PlannerState>().planning.notice;
    let line = move || {
        notice.get().map(|it| match it {
            Notice::Done(text) => view! { <p class="notice">{text}</p> },
            Notice::Failed(text) => view! { <p class="notice failed">{text}</p> },
        })
    };
    view! { <div role="alert">{line}</div> }
}

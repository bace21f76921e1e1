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
            Notice::Done(text) => view! { <p class="notice">{told(&text)}</p> },
            Notice::Failed(text) => view! { <p class="notice failed">{told(&text)}</p> },
        })
    };
    view! { <div role="alert">{line}</div> }
}

/// A text, with what is English in it marked so.
pub fn told(text: &str) -> Vec<AnyView> {
    let part = |(part, english): (&str, bool)| match english {
        true => view! { <span lang="en">{part.to_owned()}</span> }.into_any(),
        false => part.to_owned().into_any(),
    };
    words::by_language(text).map(part).collect()
}

//! What keeping asks or tells: another window's changes, a shared plan, no room.

use crate::browser::clock;
use crate::keeping::{Choice, Keeping};
use crate::shelf::place::Refused;
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads what waits for a choice, and whether the plan is kept; the answers write them.
#[component]
pub fn KeepingLines() -> impl IntoView {
    let PlannerState { keeping, planning, .. } = expect_context();
    let name = move || planning.history.read().present().name.clone();
    let refused = move || {
        keeping.refused.get().map(|it| {
            let told = words::said(match it {
                Refused::Full => {
                    "This browser has no more room for plans, so that the last changes are not kept. Delete plans or snapshots under Plans, or save this one as a file."
                }
                Refused::TooLarge => {
                    "The plan is larger than a file that opens again, 10,000,000 bytes, so that the last changes are not kept. Remove parts, or make two plans of it."
                }
                Refused::Off => "This browser keeps nothing for this page. Save the plan as a file before you close it.",
            });
            view! { <p class="notice failed">{told}</p> }
        })
    };
    let choice = move || keeping.choice.get().map(|it| asked(keeping, &name(), it));
    view! { <div class="keeping" role="alert">{refused}{choice}</div> }
}

fn asked(keeping: Keeping, name: &str, choice: Choice) -> AnyView {
    match choice {
        Choice::Elsewhere { changed_ms, copy } => {
            let when = clock::local(changed_ms);
            let values = [("name", name), ("when", when.as_str())];
            let told = match copy {
                Some(_) => words::say_with(
                    "{name} was changed in another window, {when}. Your changes here are kept as a copy until you choose.",
                    &values,
                ),
                None => words::say_with("{name} was changed in another window, {when}.", &values),
            };
            view! {
                <div class="notice asked">
                    <p>{told}</p>
                    <div class="answers">
                        <button type="button" class="act" on:click=move |_| keeping.take_theirs()>{words::say("Take theirs")}</button>
                        <button type="button" class="act" on:click=move |_| keeping.keep_mine()>{words::say("Keep mine as a copy")}</button>
                    </div>
                </div>
            }
            .into_any()
        }
        Choice::DeletedElsewhere => view! {
            <div class="notice asked">
                <p>{words::say_with("{name} was deleted in another window. Here it is still on screen.", &[("name", name)])}</p>
                <div class="answers">
                    <button type="button" class="act" on:click=move |_| keeping.keep_again()>{words::say("Keep it again")}</button>
                    <button type="button" class="act" on:click=move |_| keeping.begin()>{words::say("Let it go")}</button>
                </div>
            </div>
        }
        .into_any(),
        Choice::Shared { before } => {
            let back = words::said(if before.is_some() { "Back to my plan" } else { "Close it" });
            view! {
                <div class="notice asked">
                    <p>{words::say_with("{name} was shared with you. This is a copy that is not kept; your own plans are as they were.", &[("name", name)])}</p>
                    <div class="answers">
                        <button type="button" class="act" on:click=move |_| keeping.keep_shared()>{words::say("Keep it as a new plan")}</button>
                        <button type="button" class="act" on:click=move |_| keeping.put_shared_away()>{back}</button>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

//! The plan, part by part.

pub mod add;
pub mod intent;
pub mod mark;
pub mod new_link;
pub mod row;
pub mod section;

use crate::components::files::Files;
use crate::components::notice_line::NoticeLine;
use crate::components::outline::intent::IntentFields;
use crate::components::outline::section::Section;
use crate::components::undo_redo::UndoRedo;
use crate::parts::PartList;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::plan::edit::Edit;

/// Reads and writes the plan.
#[component]
pub fn Outline() -> impl IntoView {
    let state: PlannerState = expect_context();
    let planning = state.planning;
    let name = move || planning.history.read().present().name.clone();
    // Firefox tells no change of a field whose text was set meanwhile, but that it is left.
    let rename = move |written: String| {
        if planning.history.read_untracked().present().name != written {
            state.edit(Edit::Rename(written));
        }
    };
    // For those who hear the page: what an edit, an undo or a redo left.
    let told = move || {
        let judged = state.judged.read();
        let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let plan = &judged.plan;
        format!(
            "The plan has {}, {} and {}; {} in it.",
            counted(plan.sites.len(), "site"),
            counted(plan.circuits.len(), "circuit"),
            counted(plan.links.len(), "link"),
            counted(judged.findings.len(), "finding"),
        )
    };
    let sections = PartList::ALL.iter().map(|list| view! { <Section list=*list/> }).collect_view();
    view! {
        <div class="panel-head plan-head">
            <label class="unseen" for="plan-name">{words::say("Name of the plan")}</label>
            <input id="plan-name" class="plan-name" type="text" maxlength="200" autocomplete="off" prop:value=name
                on:change=move |event| rename(event_target_value(&event)) on:blur=move |event| rename(event_target_value(&event))/>
            <UndoRedo/>
        </div>
        <Files/>
        <NoticeLine/>
        <p class="unseen" role="status">{told}</p>
        <IntentFields/>
        {sections}
    }
}

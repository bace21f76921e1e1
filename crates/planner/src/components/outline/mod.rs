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
        let plan = &judged.plan;
        let sites = words::say_count(plan.sites.len(), "{count} site", "{count} sites", &[]);
        let circuits = words::say_count(plan.circuits.len(), "{count} circuit", "{count} circuits", &[]);
        let links = words::say_count(plan.links.len(), "{count} link", "{count} links", &[]);
        let findings = words::say_count(judged.findings.len(), "{count} finding", "{count} findings", &[]);
        let values = [("sites", &*sites), ("circuits", &circuits), ("links", &links), ("findings", &findings)];
        words::say_with("The plan has {sites}, {circuits} and {links}; {findings} in it.", &values)
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

//! The plan as a file and as a link, and the way to all plans.

use crate::browser::{address, clipboard, dialog, download, dropped};
use crate::components::keeping_lines::KeepingLines;
use crate::components::plans::Plans;
use crate::sharing::{self, LONGEST_ADDRESS};
use crate::state::PlannerState;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Reads the plan to save and share it; a file that is chosen, or dropped onto the planner, becomes another plan.
#[component]
pub fn Files() -> impl IntoView {
    let state: PlannerState = expect_context();
    let PlannerState { catalog, planning, keeping, .. } = state;
    let picker = NodeRef::<Input>::new();
    let plans = NodeRef::<Dialog>::new();
    let link = RwSignal::new(None::<String>);
    let save = move |_| {
        let name = planning.file_name();
        download::save_text(&name, &planning.json(catalog), "application/json");
        keeping.note_in_file();
        planning.note_saved(&name);
    };
    let choose = move |_| {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    let open = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was mended.
        input.set_value("");
        take(state, gloo_file::File::from(file));
    };
    if let Some(planner) = document().get_element_by_id("planner") {
        dropped::on_drop(&planner, move |file| take(state, file));
    }
    let share = move |_| link.set(link_of(state));
    let show_plans = move |_| {
        if let Some(plans) = plans.get_untracked() {
            dialog::open(&plans);
            plans.set_scroll_top(0);
            keeping.shelf_changes.update(|it| *it = it.wrapping_add(1));
        }
    };
    // A link is that of the plan when it was made.
    Effect::new(move |_| {
        planning.history.track();
        link.set(None);
    });
    view! {
        <div class="plan-files">
            <button type="button" class="act" aria-haspopup="dialog" on:click=show_plans>{words::say("Plans")}</button>
            <button type="button" class="act" on:click=save>{words::say("Save as JSON")}</button>
            <button type="button" class="act" on:click=choose>{words::say("Open JSON")}</button>
            // Its button is the control; a second one would be told to screen readers.
            <input node_ref=picker hidden type="file" accept=".json,application/json" on:change=open/>
            <button type="button" class="act" on:click=share>{words::say("Link to this plan")}</button>
        </div>
        {move || link.get().map(|link| view! { <Link link/> })}
        <KeepingLines/>
        <Plans dialog=plans/>
    }
}

/// Opens a plan file as another plan.
fn take(state: PlannerState, file: gloo_file::File) {
    let PlannerState { catalog, planning, keeping, .. } = state;
    spawn_local(async move {
        let name = file.name();
        // Not a byte of a file that is too large anyway is read.
        if file.size() > reach::plan_file::MAX_BYTES as u64 {
            return planning.note_too_large(&name, file.size());
        }
        match gloo_file::futures::read_as_bytes(&file).await {
            Ok(bytes) => {
                if let Some(plan) = planning.read_file(catalog, &name, &bytes) {
                    let said = words::say_with(
                        "Opened {plan} from {file} as another plan. The plan before is under Plans.",
                        &[("plan", &plan.name), ("file", &name)],
                    );
                    keeping.add(plan, said);
                }
            }
            Err(_) => planning.note_unreadable(&name),
        }
    });
}

/// The address of the plan on screen; none when it is too long, which is then told.
fn link_of(state: PlannerState) -> Option<String> {
    let PlannerState { catalog, planning, .. } = state;
    let address = sharing::address(&address::page(), catalog, planning.history.read_untracked().present());
    let (length, most) = (words::number(address.len()), words::number(LONGEST_ADDRESS));
    if address.len() > LONGEST_ADDRESS {
        planning.note_failed(words::say_with("A link to this plan would have {length} characters; not every program takes more than {most}. Save the plan as a file and send that.", &[("length", &length.to_string()), ("most", &most.to_string())]));
        return None;
    }
    let copied = address.clone();
    spawn_local(async move {
        let said = match clipboard::copy(&copied).await {
            true => words::say_with(
                "The link is copied. Its {length} characters hold the whole plan, readable by everyone who has it.",
                &[("length", &length.to_string())],
            ),
            false => words::say_with(
                "Copy the link below. Its {length} characters hold the whole plan, readable by everyone who has it.",
                &[("length", &length.to_string())],
            ),
        };
        planning.note_done(said);
    });
    Some(address)
}

/// A link to copy by hand.
#[component]
fn Link(
    /// The address.
    link: String,
) -> impl IntoView {
    let select = move |event: web_sys::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    view! {
        <p class="plan-link">
            <input type="text" readonly aria-label=words::say("Address of this plan") value=link on:focus=select/>
        </p>
    }
}

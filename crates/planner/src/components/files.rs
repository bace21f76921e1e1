//! The plan as a file: saved and opened.

use crate::browser::download;
use crate::state::PlannerState;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Reads the plan to save it; writes the plan that a file holds.
#[component]
pub fn Files() -> impl IntoView {
    let PlannerState { catalog, planning, .. } = expect_context();
    let picker = NodeRef::<Input>::new();
    let save = move |_| {
        let name = planning.file_name();
        download::save_text(&name, &planning.json(catalog), "application/json");
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
        let file = gloo_file::File::from(file);
        spawn_local(async move {
            let name = file.name();
            match gloo_file::futures::read_as_bytes(&file).await {
                Ok(bytes) => planning.open(catalog, &name, &bytes),
                Err(error) => planning.note_unreadable(&name, &error.to_string()),
            }
        });
    };
    view! {
        <div class="plan-files">
            <button type="button" class="act" on:click=save>"Save as JSON"</button>
            <button type="button" class="act" on:click=choose>"Open JSON"</button>
            <input node_ref=picker class="unseen" type="file" accept=".json,application/json" aria-label="Plan file" tabindex="-1" on:change=open/>
        </div>
    }
}

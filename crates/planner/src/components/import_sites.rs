//! The dialog that brings sites in: pasted text or a file, what was read of it, and the step that adds it.

use crate::bridge::ask_cities;
use crate::components::import_preview::ImportPreview;
use crate::planning::Notice;
use crate::state::PlannerState;
use leptos::html::{Dialog, Input, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;
use reach::import::error::ImportError;
use reach::import::{Imported, read};
use reach::plan::edit::Edit;

/// How long after the last letter a pasted text is read, in milliseconds.
const PAUSE_MS: u32 = 200;

/// What was read last; none while there is no text.
pub type Reading = Option<Result<Imported, ImportError>>;

/// Writes the plan: all sites of a text as one step.
#[component]
pub fn ImportSites() -> impl IntoView {
    let state: PlannerState = expect_context();
    let planning = state.planning;
    let (dialog, text, picker) = (NodeRef::<Dialog>::new(), NodeRef::<Textarea>::new(), NodeRef::<Input>::new());
    let reading = RwSignal::new(Reading::None);
    let given = StoredValue::new(Vec::new());
    let read_again = move || {
        let read = given.with_value(|bytes: &Vec<u8>| (!bytes.is_empty()).then(|| read(bytes, &state.find_city())));
        reading.set(read);
    };
    let take = move |bytes: &[u8]| {
        given.set_value(bytes.to_owned());
        read_again();
    };
    // Cities that were not known become known when the list of the world comes.
    Effect::new(move |_| {
        state.cities.track();
        read_again();
    });
    let open = move |_| {
        ask_cities(state);
        if let Some(dialog) = dialog.get_untracked() {
            // Fails only for one that is open already.
            let _ = dialog.show_modal();
        }
    };
    let close = move || dialog.get_untracked().iter().for_each(|it| it.close());
    let clear = move |_| {
        take(&[]);
        text.get_untracked().iter().for_each(|it| it.set_value(""));
    };
    let asked = StoredValue::new(0u32);
    let typed = move |_| {
        asked.update_value(|times| *times += 1);
        let now = asked.get_value();
        let read_text = move || {
            // Only the last letter's pause reads.
            if asked.get_value() == now {
                take(text.get_untracked().map(|it| it.value()).unwrap_or_default().as_bytes());
            }
        };
        gloo_timers::callback::Timeout::new(PAUSE_MS, read_text).forget();
    };
    let choose = move |_| picker.get_untracked().iter().for_each(|it| it.click());
    let chosen = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was mended.
        input.set_value("");
        let file = gloo_file::File::from(file);
        spawn_local(async move {
            match gloo_file::futures::read_as_bytes(&file).await {
                Ok(bytes) => take(&bytes),
                Err(_) => planning.note_unreadable(&file.name()),
            }
        });
    };
    let add = move |_| {
        let Some(Ok(read)) = reading.get_untracked() else { return };
        let count = read.sites.len();
        state.edit(Edit::AddSites(read.sites));
        planning.notice.set(Some(Notice::Done(words::say_with(
            "Added {sites}. Undo takes them back.",
            &[("sites", &sites(count))],
        ))));
        close();
    };
    let count = move || reading.read().as_ref().and_then(|it| it.as_ref().ok()).map_or(0, |it| it.sites.len());
    view! {
        <button type="button" class="word" on:click=open>{words::say("Import sites")}</button>
        <dialog node_ref=dialog class="import" aria-labelledby="import-head" on:close=clear>
            <h3 id="import-head">{words::say("Import sites")}</h3>
            <p class="quiet">{words::say("Paste lines, or choose a CSV, GeoJSON or KML file. It is read here and sent nowhere.")}</p>
            <textarea node_ref=text rows="7" aria-label=words::say("Lines with sites") spellcheck="false" on:input=typed
                placeholder=words::say("Amsterdam HQ; 52.37; 4.90\nMunich; 48°8'N 11°35'E\nFrankfurt")></textarea>
            <ImportPreview reading/>
            <div class="import-acts">
                <button type="button" class="act" on:click=choose>{words::say("Choose a file")}</button>
                // Its button is the control; a second one would be told to screen readers.
                <input node_ref=picker hidden type="file" on:change=chosen
                    accept=".csv,.tsv,.txt,.json,.geojson,.kml,text/csv,text/plain,application/geo+json"/>
                <button type="button" class="act" on:click=move |_| close()>{words::say("Cancel")}</button>
                <button type="button" class="act main" disabled=move || count() == 0 on:click=add>
                    {move || words::say_with("Add {sites}", &[("sites", &sites(count()))])}
                </button>
            </div>
        </dialog>
    }
}

/// So many sites, in words.
pub fn sites(count: usize) -> String {
    words::say_count(count, "{count} site", "{count} sites", &[])
}

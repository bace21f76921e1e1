//! The plans of this browser.

use crate::browser::{clock, download};
use crate::shelf::{self, Entry};
use crate::state::PlannerState;
use crate::written;
use leptos::prelude::*;

/// Reads and writes the shelf.
#[component]
pub fn Shelf(
    /// Called when a plan was brought on screen.
    done: Callback<()>,
) -> impl IntoView {
    let PlannerState { keeping, .. } = expect_context();
    let entries = Memo::new(move |_| {
        keeping.shelf_changes.track();
        keeping.held.track();
        shelf::plans(keeping.place())
    });
    let rows = move || entries.get().into_iter().map(|entry| view! { <Row entry done/> }).collect_view();
    let sum = move || {
        let (count, size) = entries.with(|it| (it.len(), it.iter().map(|it| it.size).sum()));
        match count {
            0 => words::said("No plan is kept yet: a plan comes here with its first change."),
            _ => words::say_with(
                "{size} in this browser, which takes about 5 MB in all.",
                &[("size", &written::size(size).to_string())],
            ),
        }
    };
    let begin = move |_| {
        keeping.begin();
        done.run(());
    };
    let undo = move || {
        keeping.removed.get().map(|(name, _)| {
            view! {
                <p class="notice">
                    {words::say_with("{name} is deleted.", &[("name", &name.to_string())])} " "
                    <button type="button" class="word" on:click=move |_| keeping.undo_delete()>{words::say("Undo delete")}</button>
                </p>
            }
        })
    };
    view! {
        <div class="plans-acts"><button type="button" class="act" on:click=begin>{words::say("New plan")}</button></div>
        <div role="status">{undo}</div>
        <ul class="plans-list" aria-label=words::say("Plans in this browser")>{rows}</ul>
        <p class="note">{sum} " " {words::said("Plans leave this browser only as files and links that you make. A reload keeps the plan, but not its steps for Undo.")}</p>
    }
}

/// One plan.
#[component]
fn Row(
    /// The plan.
    entry: Entry,
    /// Called when it was brought on screen.
    done: Callback<()>,
) -> impl IntoView {
    let PlannerState { keeping, planning, .. } = expect_context();
    let key = StoredValue::new(entry.key.clone());
    let Some(name) = entry.name.clone() else { return view! { <Unreadable key=entry.key/> }.into_any() };
    let on_screen = move || keeping.held.read().as_ref().is_some_and(|it| it.0 == key.get_value());
    let renaming = RwSignal::new(false);
    let open = move |_| {
        keeping.open(&key.get_value());
        if on_screen() {
            done.run(());
        }
    };
    let told = move || {
        let (when, size) = (clock::local(entry.changed_ms), written::size(entry.size));
        let values = [("when", when.as_str()), ("size", &size)];
        let changed = match entry.snapshots {
            0 => words::say_with("Changed {when}, {size}", &values),
            count => words::say_count(
                count,
                "Changed {when}, {size}, {count} snapshot",
                "Changed {when}, {size}, {count} snapshots",
                &values,
            ),
        };
        if on_screen() { [&words::said("On screen."), " ", &changed].concat() } else { changed }
    };
    let rename = move |event| {
        renaming.set(false);
        keeping.rename(&key.get_value(), event_target_value(&event).trim());
    };
    let title = StoredValue::new(name.clone());
    let named = move || {
        match renaming.get() {
        true => view! {
            <input class="plans-rename" type="text" maxlength="200" aria-label=words::say_with("New name of {name}", &[("name", &title.get_value().to_string())])
                prop:value=title.get_value() autofocus on:change=rename on:blur=move |_| renaming.set(false)/>
        }
        .into_any(),
        false => view! {
            <button type="button" class="plans-name" aria-label=words::say_with("Open {name}", &[("name", &title.get_value().to_string())]) on:click=open>{title.get_value()}</button>
        }
        .into_any(),
    }
    };
    let delete = move |_| {
        keeping.delete(&key.get_value());
        planning.notice.set(None);
    };
    view! {
        <li class="plans-row" class:on-screen=on_screen aria-current=move || on_screen().then_some("true")>
            {named}
            <span class="plans-told">{told}</span>
            <span class="plans-row-acts">
                <button type="button" class="word" aria-label=words::say_with("Duplicate {name}", &[("name", &name.to_string())]) on:click=move |_| keeping.duplicate(&key.get_value())>{words::say("Duplicate")}</button>
                <button type="button" class="word" aria-label=words::say_with("Rename {name}", &[("name", &name.to_string())]) on:click=move |_| renaming.set(true)>{words::say("Rename")}</button>
                <button type="button" class="word" aria-label=words::say_with("Delete {name}", &[("name", &name.to_string())]) on:click=delete>{words::say("Delete")}</button>
            </span>
        </li>
    }
    .into_any()
}

/// A kept text that is no plan: it can be saved before it is deleted.
#[component]
fn Unreadable(
    /// Its key.
    key: String,
) -> impl IntoView {
    let PlannerState { keeping, .. } = expect_context();
    let key = StoredValue::new(key);
    let save = move |_| {
        if let Some(text) = shelf::raw(keeping.place(), &key.get_value()) {
            download::save_text("unreadable-plan.txt", &text, "text/plain");
        }
    };
    view! {
        <li class="plans-row">
            <span class="plans-name">{words::say("Unreadable text")}</span>
            <span class="plans-told">{words::say("Kept as it is, because it is no plan of this Atlas: a later one may have written it, or it was damaged.")}</span>
            <span class="plans-row-acts">
                <button type="button" class="word" on:click=save>{words::say("Save its text")}</button>
                <button type="button" class="word" aria-label=words::say("Delete the unreadable text") on:click=move |_| keeping.delete(&key.get_value())>{words::say("Delete")}</button>
            </span>
        </li>
    }
}

//! Snapshots of the plan on screen.

use crate::browser::clock;
use crate::shelf::{self, Snapshot};
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads and writes the snapshots of the plan on screen.
#[component]
pub fn Snapshots() -> impl IntoView {
    let PlannerState { keeping, planning, .. } = expect_context();
    let snapshots = Memo::new(move |_| {
        keeping.shelf_changes.track();
        let key = keeping.held.read().as_ref().map(|it| it.0.clone());
        key.map(|key| shelf::snapshots(keeping.place(), &key)).unwrap_or_default()
    });
    let name = RwSignal::new(String::new());
    let take = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let written = name.get_untracked();
        let written = if written.trim().is_empty() { clock::local(keeping.place().now_ms()) } else { written };
        keeping.take_snapshot(&written);
        name.set(String::new());
    };
    let of = move || {
        words::say_with("Snapshots of {name}", &[("name", &planning.history.read().present().name.to_string())])
    };
    let rows = move || snapshots.get().into_iter().map(|snapshot| view! { <Row snapshot/> }).collect_view();
    let none = move || {
        snapshots.read().is_empty().then(
            || view! { <p class="note">{words::say("A snapshot keeps the plan as it is now, to compare with or go back to.")}</p> },
        )
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
        <form class="plans-acts" on:submit=take>
            <label for="snapshot-name">{words::say("Name")}</label>
            <input id="snapshot-name" type="text" maxlength="200" placeholder=words::say("such as: before Paris") prop:value=name on:input=move |event| name.set(event_target_value(&event))/>
            <button type="submit" class="act">{words::say("Take a snapshot")}</button>
        </form>
        <div role="status">{undo}</div>
        <ul class="plans-list" aria-label=of>{rows}</ul>
        {none}
    }
}

/// One snapshot.
#[component]
fn Row(
    /// The snapshot.
    snapshot: Snapshot,
) -> impl IntoView {
    let PlannerState { keeping, .. } = expect_context();
    let Snapshot { id, name, taken_ms } = snapshot;
    let (id, title) = (StoredValue::new(id), StoredValue::new(name.clone()));
    let restore = move |_| id.with_value(|id| title.with_value(|name| keeping.restore(id, name)));
    let delete = move |_| id.with_value(|id| title.with_value(|name| keeping.delete_snapshot(id, name)));
    view! {
        <li class="plans-row">
            <span class="plans-name">{name.clone()}</span>
            <span class="plans-told">{words::say_with("Taken {when}", &[("when", &clock::local(taken_ms).to_string())])}</span>
            <span class="plans-row-acts">
                <button type="button" class="word" aria-label=words::say_with("Restore {name}", &[("name", &name.to_string())]) on:click=restore>{words::say("Restore")}</button>
                <button type="button" class="word" aria-label=words::say_with("Delete snapshot {name}", &[("name", &name.to_string())]) on:click=delete>{words::say("Delete")}</button>
            </span>
        </li>
    }
}

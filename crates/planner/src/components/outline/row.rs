//! A part of the plan in a row that opens its form.

use crate::browser::focus;
use crate::components::form::PartForm;
use crate::components::outline::mark::PartMark;
use crate::components::severity::SeverityMark;
use crate::parts::changes::{duplicate, remove};
use crate::parts::words::head;
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use reach::phrase::phrase;

/// Reads and writes a part.
#[component]
pub fn PartRow(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let head = Memo::new(move |_| head(state.catalog, state.planning.history.read().present(), part));
    let title = move || head.get().unwrap_or_default().title;
    let told = move || head.get().unwrap_or_default().told;
    let note = move || words::said(head.get().unwrap_or_default().note);
    let worst = Memo::new(move |_| state.judged.read().worst_of(part));
    let open = Memo::new(move |_| state.opened.read().as_deref().and_then(PartAt::of) == Some(part));
    let lit = move || state.lit.read().as_deref().and_then(PartAt::of) == Some(part);
    let form_id = format!("{}-form", part.element_id());
    let toggle = move |_| state.opened.set((!open.get_untracked()).then(|| part.pointer()));
    let close = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            state.opened.set(None);
            focus::move_to(format!("#{} .part-line", part.element_id()));
        }
    };
    let form = {
        let form_id = form_id.clone();
        move || {
            open.get().then(|| view! { <div id=form_id.clone() class="form"><PartForm part/><Acts part title=Signal::derive(title)/></div> })
        }
    };
    view! {
        <li id=part.element_id() class="part" class:open=open class:lit=lit on:keydown=close
            on:mouseenter=move |_| state.light(&part.pointer()) on:mouseleave=move |_| state.light_none()>
            <button type="button" class="part-line" aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=toggle on:focus=move |_| state.light(&part.pointer()) on:blur=move |_| state.light_none()>
                <PartMark list=part.list/>
                <span><span class="part-title">{title}</span>" "<span class="part-told">{told}</span></span>
                <span class="part-note">{note}</span>
                {move || worst.get().map(|severity| view! { <SeverityMark severity/> })}
            </button>
            {form}
        </li>
    }
    .into_any()
}

/// What can be done with the whole part.
#[component]
fn Acts(part: PartAt, title: Signal<String>) -> impl IntoView {
    let state: PlannerState = expect_context();
    let history = state.planning.history;
    let delete = move |_| {
        let Some(edit) = remove(history.read_untracked().present(), part) else { return };
        state.opened.set(None);
        state.edit(edit);
        focus::move_to(format!("#add-{}", part.list.key()));
    };
    let again = move |_| {
        let Some(edit) = duplicate(history.read_untracked().present(), part) else { return };
        state.edit(edit);
        let last = part.list.len(history.read_untracked().present()).saturating_sub(1);
        state.show_part(&PartAt { list: part.list, at: last }.pointer());
    };
    let named = !matches!(part.list, PartList::Connections | PartList::Links);
    let again_label = move || words::say_with("Duplicate {title}", &[("title", &title.get())]);
    let delete_label = move || {
        let english = match part.list == PartList::Links {
            true => phrase("Remove link {title}"),
            false => phrase("Remove {title}"),
        };
        words::say_with(english, &[("title", &title.get())])
    };
    view! {
        <div class="form-acts">
            {named.then(|| view! { <button type="button" class="word" on:click=again>{again_label}</button> })}
            <button type="button" class="word" on:click=delete>{delete_label}</button>
        </div>
    }
}

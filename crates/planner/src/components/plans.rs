//! All plans: the shelf, snapshots, two plans side by side, and plans to start from.

use crate::components::compare::Compare;
use crate::components::notice_line::NoticeLine;
use crate::components::plans_shelf::Shelf;
use crate::components::plans_snapshots::Snapshots;
use crate::components::templates::Templates;
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::html::Dialog;
use leptos::prelude::*;
use reach::phrase::phrase;

/// A page of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Shelf,
    Snapshots,
    Compare,
    Templates,
}

const PAGES: [(Page, &str, &str); 4] = [
    (Page::Shelf, "plans-shelf", phrase("On the shelf")),
    (Page::Snapshots, "plans-snapshots", phrase("Snapshots")),
    (Page::Compare, "plans-compare", phrase("Compare")),
    (Page::Templates, "plans-templates", phrase("Templates")),
];

/// Reads and writes the shelf. Built when it is first opened, and shown over the page.
#[component]
pub fn Plans(
    /// The dialog, which its opener opens.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let PlannerState { keeping, .. } = expect_context();
    let page = RwSignal::new(Page::Shelf);
    // It shows nothing before it is first opened, which is a change of the shelf, too.
    let shown = move || {
        keeping.shelf_changes.track();
        dialog.get().is_some_and(|it| it.open())
    };
    let shown = Memo::new(move |_| shown());
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let done = Callback::new(move |()| close());
    let body = move || {
        shown.get().then(|| match page.get() {
            Page::Shelf => view! { <Shelf done/> }.into_any(),
            Page::Snapshots => view! { <Snapshots/> }.into_any(),
            Page::Compare => view! { <Compare/> }.into_any(),
            Page::Templates => view! { <Templates done/> }.into_any(),
        })
    };
    let closed = move |_| keeping.shelf_changes.update(|it| *it = it.wrapping_add(1));
    // What is typed here is not meant for the plan behind.
    let keys = |event: KeyboardEvent| event.stop_propagation();
    view! {
        <dialog node_ref=dialog class="plans" aria-label=words::say("Plans") on:close=closed on:keydown=keys>
            <div class="panel-head">
                <h2>{words::say("Plans")}</h2>
                <button type="button" class="icon" aria-label=words::say("Close plans") on:click=move |_| close()>"×"</button>
            </div>
            <Tabs page/>
            <NoticeLine/>
            <div class="plans-body" role="tabpanel" aria-labelledby=move || tab_id(page.get())>{body}</div>
        </dialog>
    }
}

fn tab_id(page: Page) -> &'static str {
    PAGES.iter().find(|it| it.0 == page).map_or("", |it| it.1)
}

/// The names of the pages. Arrow keys go from one to the next.
#[component]
fn Tabs(
    /// The page that is shown.
    page: RwSignal<Page>,
) -> impl IntoView {
    let go = move |by: usize| {
        let at = PAGES.iter().position(|it| it.0 == page.get_untracked()).unwrap_or_default();
        if let Some((next, id, _)) = PAGES.get((at + by) % PAGES.len()) {
            page.set(*next);
            if let Some(tab) = document().get_element_by_id(id) {
                // Fails for nothing that can have the focus.
                let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(tab).focus();
            }
        }
    };
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowRight" => go(1),
        "ArrowLeft" => go(PAGES.len() - 1),
        _ => {}
    };
    let tab = move |(it, id, name): (Page, &'static str, &'static str)| {
        let chosen = move || page.get() == it;
        view! {
            <button
                type="button"
                role="tab"
                id=id
                aria-selected=move || if chosen() { "true" } else { "false" }
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| page.set(it)
            >
                {words::said(name)}
            </button>
        }
    };
    view! { <div class="plans-tabs" role="tablist" aria-label=words::say("Plans") on:keydown=keys>{PAGES.map(tab).collect_view()}</div> }
}

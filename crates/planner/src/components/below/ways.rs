//! The ways behind a cell of the matrix, and what stands against them.

use crate::components::below::coverage::{Place, row_name, row_sites};
use crate::matrix::{CellStory, story};
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use leptos::prelude::*;

/// Reads what is covered.
#[component]
pub fn Ways(
    /// The cell.
    place: Place,
    /// Where it is told which cell is open.
    opened: RwSignal<Option<Place>>,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let (row, workload) = place;
    let head = move || {
        let judged = state.judged.read();
        let site = row_sites(&judged).nth(row).flatten();
        let to = judged.plan.workloads.get(workload).map(|it| it.title().to_owned()).unwrap_or_default();
        words::say_with(
            "{site} to {to}",
            &[("site", &(row_name(&judged.plan, site)).to_string()), ("to", &to.to_string())],
        )
    };
    let told = Memo::new(move |_| {
        let judged = state.judged.read();
        let site = row_sites(&judged).nth(row).flatten();
        judged.cell(site, workload).map(|it| story(state.facts, &judged, it)).unwrap_or_default()
    });
    let ways = move || {
        let CellStory { ways, .. } = told.get();
        if ways.is_empty() {
            return view! { <p>{words::say("No circuit of the site is connected to it.")}</p> }.into_any();
        }
        let way = |it: crate::matrix::WayWords| {
            let pointer = PartAt { list: PartList::Circuits, at: it.circuit }.pointer();
            let shown = pointer.clone();
            view! {
                <li on:mouseenter=move |_| state.light(&pointer) on:mouseleave=move |_| state.light_none()>
                    <button type="button" class="word" on:click=move |_| state.show_part(&shown)>{it.title}</button>
                    <p>{it.reason}</p>
                    <p>{it.legs}</p>
                </li>
            }
        };
        view! { <ul>{ways.into_iter().map(way).collect_view()}</ul> }.into_any()
    };
    let resiliency = move || told.get().resiliency.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
    view! {
        <section class="ways" aria-label=words::say("Ways of the chosen cell")>
            <div class="ways-head">
                <h3>{head}</h3>
                <button type="button" class="icon" aria-label=words::say("Close the ways") on:click=move |_| opened.set(None)>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>
                </button>
            </div>
            <div aria-live="polite">{ways} {resiliency}</div>
        </section>
    }
    .into_any()
}

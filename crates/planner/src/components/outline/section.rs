//! A list of the plan's parts, as many at a time as anyone reads.

use crate::components::outline::add::Add;
use crate::components::outline::new_link::NewLink;
use crate::components::outline::row::PartRow;
use crate::parts::{PartAt, PartList};
use crate::state::PlannerState;
use leptos::prelude::*;

/// So many rows stand there at first, and come with every "Show more".
const FIRST: usize = 40;
const MORE: usize = 100;

/// Reads the plan; its parts write it.
#[component]
pub fn Section(
    /// The list.
    list: PartList,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let shown = RwSignal::new(FIRST);
    let count = Memo::new(move |_| list.len(state.planning.history.read().present()));
    // A part whose form is open stands there in any case.
    let opened = Memo::new(move |_| {
        let part = state.opened.read().as_deref().and_then(PartAt::of)?;
        (part.list == list).then_some(part.at)
    });
    let places = move || {
        let (count, shown) = (count.get(), shown.get());
        let beyond = opened.get().filter(|at| *at >= shown && *at < count);
        (0..count.min(shown)).chain(beyond).collect::<Vec<usize>>()
    };
    let hidden = move || count.get().saturating_sub(shown.get());
    let more = move || {
        (hidden() > 0).then(|| {
            let (more, all) = (MORE.min(hidden()).to_string(), words::number(hidden()));
            let label = words::say_with(list.more(), &[("more", &more), ("all", &all)]);
            view! { <button type="button" class="word more-rows" on:click=move |_| shown.update(|it| *it += MORE)>{label}</button> }
        })
    };
    let heading = format!("list-{}", list.key());
    let total = move || words::number(count.get());
    view! {
        <section class="plan-part" aria-label=words::said(list.name())>
            <div class="plan-part-head">
                <h2 id=heading.clone()>{words::said(list.name())}" "<span class="count">{total}</span></h2>
            </div>
            <ul class="plan-rows" aria-label=words::said(list.name())>
                <For each=places key=|at| *at children=move |at| view! { <PartRow part=PartAt { list, at }/> }/>
            </ul>
            {more}
            {match list {
                PartList::Links => view! { <NewLink/> }.into_any(),
                PartList::Sites | PartList::Workloads | PartList::Circuits | PartList::Connections | PartList::Gateways
                | PartList::DirectPorts => view! { <Add list/> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

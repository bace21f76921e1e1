//! Which sites talk by Global Reach, and which pairs of a web of links have none with each other.

use crate::mesh::best_link;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::coverage::mesh::{Ends, Talks};
use reach::plan::edit::Edit;

/// So many pairs stand there.
const MOST: usize = 60;

/// Reads the mesh; adds missing links to the plan.
#[component]
pub fn MeshList() -> impl IntoView {
    let state: PlannerState = expect_context();
    let rows = move || {
        let judged = state.judged.read();
        let mesh = &judged.coverage.mesh;
        let linked = mesh.linked.iter().take(MOST).map(|(ends, talks)| {
            let said = match talks {
                Talks::Yes => words::said("talk"),
                Talks::Unsure => words::said("not documented"),
                Talks::No => words::said("linked, and cannot talk"),
            };
            view! { <tr>{names(ends)}<td>{said}</td><td></td></tr> }.into_any()
        });
        let missing = mesh.missing.iter().take(MOST).map(|ends| {
            let add = best_link(state.catalog, &judged, ends).map(|(from, to)| {
                let label =
                    words::say_with("Link {from} to {to}", &[("from", &from.to_string()), ("to", &to.to_string())]);
                let act = move |_| state.edit(Edit::AddLink { from: from.clone(), to: to.clone() });
                view! { <button type="button" class="word" on:click=act>{label}</button> }
            });
            view! { <tr>{names(ends)}<td>{words::say("no link")}</td><td>{add}</td></tr> }.into_any()
        });
        linked.chain(missing).collect_view()
    };
    let hidden = move || {
        let judged = state.judged.read();
        let mesh = &judged.coverage.mesh;
        mesh.linked.len().saturating_sub(MOST) + mesh.missing.len().saturating_sub(MOST) + mesh.missing_left_out
    };
    let empty = Memo::new(move |_| state.judged.read().coverage.mesh.linked.is_empty());
    let more = move || {
        let hidden = hidden();
        (hidden > 0).then(
            || view! { <p class="quiet">{words::say_with("{count} more pairs are not listed.", &[("count", &words::number(hidden))])}</p> },
        )
    };
    let table = move || {
        if empty.get() {
            return view! { <p class="quiet">{words::say("No two sites are linked. Global Reach joins the sites at both ends of a link.")}</p> }.into_any();
        }
        view! {
            <table class="rows" aria-label=words::say("Pairs of sites and Global Reach")>
                <thead><tr><th scope="col">{words::say("Site")}</th><th scope="col">{words::say("Site")}</th><th scope="col">{words::say("Global Reach")}</th>
                    <th scope="col"><span class="unseen">{words::say("Add the link")}</span></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="mesh" aria-label=words::say("Global Reach mesh")>
            <h3>{words::say("Who talks by Global Reach")}</h3>
            <p class="quiet">{words::say("Links are not transitive: each pair needs one of its own.")}</p>
            {table} {more}
        </section>
    }
}

fn names(ends: &Ends) -> impl IntoView + use<> {
    let [from, to] = ends.names.clone();
    view! { <th scope="row">{from}</th><td>{to}</td> }
}

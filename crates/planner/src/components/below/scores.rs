//! The offline estimate of Microsoft's resiliency score, gateway by gateway.

use crate::state::PlannerState;
use leptos::prelude::*;

/// So many gateways stand there.
const MOST: usize = 60;

/// Reads the scores.
#[component]
pub fn Scores() -> impl IntoView {
    let state: PlannerState = expect_context();
    let rows = move || {
        let judged = state.judged.read();
        let row = |it: &reach::coverage::score::Score| {
            let gateway = judged.plan.gateways.get(it.gateway);
            let name = gateway.map(|it| it.name.clone().unwrap_or_else(|| it.id.clone())).unwrap_or_default();
            let parts = [it.total(), (it.route, it.route_tested), it.gateway_zones, it.advisory];
            let cells = parts.map(|it| view! { <td class="number">{range(it)}</td> });
            view! { <tr><th scope="row">{name}</th>{cells.into_iter().collect_view()}</tr> }
        };
        judged.coverage.scores.iter().take(MOST).map(row).collect_view()
    };
    let empty = Memo::new(move |_| state.judged.read().coverage.scores.is_empty());
    let table = move || {
        if empty.get() {
            return view! { <p class="quiet">{words::say("The score is one of a VNet gateway; the plan has none.")}</p> }.into_any();
        }
        view! {
            <table class="rows" aria-label=words::say("Estimate of the resiliency score in percent")>
                <thead><tr><th scope="col">{words::say("Gateway")}</th>
                    <th scope="col" class="number">{words::say("Total, %")}</th><th scope="col" class="number">{words::say("Routes")}</th>
                    <th scope="col" class="number">{words::say("Zones")}</th><th scope="col" class="number">{words::say("Advisory")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    let source = state.facts.limits.source("RES").map(|it| format!("{}, {}.", it.title, words::date(&it.date)));
    view! {
        <section class="scores" aria-label=words::say("Resiliency score")>
            <h3>{words::say("Resiliency score, estimated")}</h3>
            <p class="quiet">
                {words::say("Microsoft measures what runs. Low: routes without a recent failover test and every recommendation open. High: tested at every location within 30 days, and none open.")} " "
                {source}
            </p>
            {table}
        </section>
    }
}

fn range((low, high): (u32, u32)) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

//! The matrix of what is covered: a row a site, a column a workload.

use crate::browser::focus;
use crate::components::below::cell_mark::CellMark;
use crate::components::below::ways::Ways;
use crate::judge::Judged;
use crate::matrix::{Mark, cell_words};
use crate::parts::PartList;
use crate::state::PlannerState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use reach::phrase::phrase;
use reach::plan::Plan;

/// So many rows and columns stand there at first, and so many come with every "Show more".
const FIRST: usize = 40;
const MORE_ROWS: usize = 100;
const MORE_COLUMNS: usize = 40;

/// A cell by the row and the column that it stands in.
pub type Place = (usize, usize);

/// Reads what is covered; writes what is lit.
#[component]
pub fn CoveragePane() -> impl IntoView {
    let state: PlannerState = expect_context();
    let (shown_rows, shown_columns) = (RwSignal::new(FIRST), RwSignal::new(FIRST));
    let (at, opened) = (RwSignal::new((0, 0)), RwSignal::new(None::<Place>));
    let size = Memo::new(move |_| {
        let judged = state.judged.read();
        let rows = row_sites(&judged).take(shown_rows.get()).count();
        (rows, judged.plan.workloads.len().min(shown_columns.get()))
    });
    let table = move || {
        match size.get() {
        (0, _) | (_, 0) => {
            view! { <p class="note">{words::say("The matrix shows each site with each workload, once the plan has both.")}</p> }
                .into_any()
        }
        (rows, columns) => view! { <Matrix rows columns at opened/> }.into_any(),
    }
    };
    let sites = move || more(PartList::Sites, row_sites(&state.judged.read()).count(), shown_rows, MORE_ROWS);
    let workloads =
        move || more(PartList::Workloads, state.judged.read().plan.workloads.len(), shown_columns, MORE_COLUMNS);
    view! {
        <div class="coverage">
            <div>{table} {sites} {workloads} <Legend/></div>
            {move || opened.get().map(|place| view! { <Ways place opened/> })}
        </div>
    }
}

/// The button that shows `step` more of what there is, unless all are shown.
fn more(list: PartList, count: usize, shown: RwSignal<usize>, step: usize) -> impl IntoView {
    let hidden = count.saturating_sub(shown.get());
    let (more, all) = (step.min(hidden).to_string(), words::number(hidden));
    let label = words::say_with(list.more(), &[("more", &more), ("all", &all)]);
    (hidden > 0).then(|| {
        view! { <button type="button" class="word more-rows" on:click=move |_| shown.update(|it| *it += step)>{label}</button> }
    })
}

/// The site of each row; none for the circuits that serve no site.
pub fn row_sites(judged: &Judged) -> impl Iterator<Item = Option<usize>> + use<> {
    let without = judged.coverage.cells.last().is_some_and(|it| it.site.is_none());
    (0..judged.plan.sites.len()).map(Some).chain(without.then_some(None))
}

/// The name of a row.
pub fn row_name(plan: &Plan, site: Option<usize>) -> String {
    match site {
        Some(at) => plan.sites.get(at).map(|it| it.title().to_owned()).unwrap_or_default(),
        None => words::said("No site"),
    }
}

/// The table with its keys.
#[component]
fn Matrix(rows: usize, columns: usize, at: RwSignal<Place>, opened: RwSignal<Option<Place>>) -> impl IntoView {
    let state: PlannerState = expect_context();
    let keys = move |event: KeyboardEvent| {
        let now = clamped(at.get_untracked(), rows, columns);
        let next = match event.key().as_str() {
            "Enter" | " " => {
                event.prevent_default();
                return opened.set((opened.get_untracked() != Some(now)).then_some(now));
            }
            "Escape" => return opened.set(None),
            key => moved(now, key, rows, columns),
        };
        let Some(next) = next else { return };
        event.prevent_default();
        at.set(next);
        if opened.get_untracked().is_some() {
            opened.set(Some(next));
        }
        focus::move_to(format!("#{}", cell_id(next)));
    };
    let heads = (0..columns).map(|at| {
        let title = move || state.judged.read().plan.workloads.get(at).map(|it| it.title().to_owned());
        view! { <th scope="col">{title}</th> }
    });
    let lines = (0..rows).map(move |row| {
        let site = Memo::new(move |_| row_sites(&state.judged.read()).nth(row).flatten());
        let name = move || row_name(&state.judged.read().plan, site.get());
        let cells = (0..columns).map(move |column| view! { <MatrixCell place=(row, column) site=site at opened/> });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="matrix" role="grid" aria-label=words::say("Coverage of workloads from sites") on:keydown=keys>
            <thead><tr><th scope="col"><span class="unseen">{words::say("Site")}</span></th>{heads.collect_view()}</tr></thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// One cell.
#[component]
fn MatrixCell(
    place: Place,
    site: Memo<Option<usize>>,
    at: RwSignal<Place>,
    opened: RwSignal<Option<Place>>,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let words = Memo::new(move |_| cell_words(state.judged.read().cell(site.get(), place.1)));
    let mark = Memo::new(move |_| words.read().mark);
    let lit = move || {
        let lit = state.lit.read();
        let site = site.get().map(|at| format!("/sites/{at}"));
        let workload = format!("/workloads/{}", place.1);
        lit.is_some() && (*lit == site || lit.as_deref() == Some(workload.as_str()))
    };
    let choose = move |_| {
        at.set(place);
        opened.set((opened.get_untracked() != Some(place)).then_some(place));
    };
    let first = move || words.read().paths.map(|it| view! { <b>{it}</b> });
    view! {
        <td id=cell_id(place) role="gridcell" tabindex=move || if at.get() == place { "0" } else { "-1" } class:lit=lit
            aria-selected=move || if opened.get() == Some(place) { "true" } else { "false" }
            on:click=choose on:focus=move |_| at.set(place)>
            <span class="cell-line" class:none=move || words.read().paths.is_none()>
                {move || view! { <CellMark mark=mark.get()/> }}
                <span>{first} " " {move || words.read().said.clone()}</span>
            </span>
            <span class="cell-told">{move || words.read().far.clone()}</span>
            <span class="cell-told" class:short=move || words.read().short>{move || words.read().withstands.clone()}</span>
        </td>
    }
    .into_any()
}

fn cell_id((row, column): Place) -> String {
    format!("cell-{row}-{column}")
}

fn clamped((row, column): Place, rows: usize, columns: usize) -> Place {
    (row.min(rows.saturating_sub(1)), column.min(columns.saturating_sub(1)))
}

/// Where a key leads in a table of this size; none for other keys, and at its edge.
fn moved((row, column): Place, key: &str, rows: usize, columns: usize) -> Option<Place> {
    let next = match key {
        "ArrowRight" => (row, column + 1),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowDown" => (row + 1, column),
        "ArrowUp" => (row.checked_sub(1)?, column),
        "Home" => (row, 0),
        "End" => (row, columns.checked_sub(1)?),
        _ => return None,
    };
    (next.0 < rows && next.1 < columns).then_some(next)
}

/// What the marks mean.
#[component]
fn Legend() -> impl IntoView {
    let marks = [
        (Mark::Two, phrase("two or more paths")),
        (Mark::One, phrase("one path")),
        (Mark::Lost, phrase("a path does not reach")),
        (Mark::Cross, phrase("no path reaches")),
        (Mark::NeedsSku, phrase("needs a larger SKU")),
        (Mark::Unsure, phrase("not settled")),
    ];
    let items = marks.map(|(mark, said)| view! { <span class="cell-line"><CellMark mark/>{words::said(said)}</span> });
    view! { <p class="matrix-legend">{items.into_iter().collect_view()}</p> }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn arrow_keys_stay_inside_of_the_table() {
        assert_eq!(moved((0, 0), "ArrowRight", 2, 3), Some((0, 1)));
        assert_eq!(moved((0, 2), "ArrowRight", 2, 3), None);
        assert_eq!(moved((0, 0), "ArrowUp", 2, 3), None);
        assert_eq!(moved((0, 1), "ArrowDown", 2, 3), Some((1, 1)));
        assert_eq!(moved((1, 1), "End", 2, 3), Some((1, 2)));
        assert_eq!(moved((1, 1), "Home", 2, 3), Some((1, 0)));
        assert_eq!(moved((1, 1), "a", 2, 3), None);
    }
}

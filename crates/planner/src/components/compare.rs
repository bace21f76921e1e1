//! Two plans side by side: what changed, and what that does to findings and coverage.

use crate::browser::clock;
use crate::comparing::{PARTS, change_words, counts_words, state_words};
use crate::components::notice_line::told;
use crate::shelf::{self, Unreadable};
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::compare::{ChangeJson, ComparisonJson, CoveredJson, compare};
use reach::phrase::phrase;
use reach::plan::Plan;
use reach::plan_report::FindingJson;
use std::sync::Arc;

/// The value of the choice for the plan on screen.
const ON_SCREEN: &str = "on-screen";

/// Reads the plan on screen, its snapshots and the shelf; writes nothing.
#[component]
pub fn Compare() -> impl IntoView {
    let state: PlannerState = expect_context();
    let choices = Memo::new(move |_| choices(state));
    // The last snapshot with what became of it, or else any other plan with the one on screen.
    let first = choices.with_untracked(|it| it.get(1).map_or(ON_SCREEN.to_owned(), |it| it.0.clone()));
    let (before, after) = (RwSignal::new(first), RwSignal::new(ON_SCREEN.to_owned()));
    let compared = move || {
        state.planning.history.track();
        if choices.read().len() < 2 {
            return view! { <p class="note">{words::say("There is nothing to compare with yet: take a snapshot, or make another plan.")}</p> }.into_any();
        }
        match (plan_of(state, &before.read()), plan_of(state, &after.read())) {
            (Ok(before), Ok(after)) => {
                view! { <Comparison comparison=compare(state.facts, &before, &after)/> }.into_any()
            }
            (Err(error), _) | (_, Err(error)) => {
                let said =
                    words::say_with("One of the two cannot be compared: {error}.", &[("error", &error.to_string())]);
                view! { <p class="notice failed">{told(&said)}</p> }.into_any()
            }
        }
    };
    view! {
        <div class="plans-acts">
            <Side label="Before" value=before choices/>
            <Side label="After" value=after choices/>
        </div>
        {compared}
    }
}

/// What can be compared, as value and name: the plan on screen, its snapshots, the other plans.
fn choices(state: PlannerState) -> Vec<(String, String)> {
    let keeping = state.keeping;
    keeping.shelf_changes.track();
    let held = keeping.held.read().as_ref().map(|it| it.0.clone());
    let mut choices = vec![(ON_SCREEN.to_owned(), words::said("The plan on screen"))];
    let snapshots = held.as_ref().map(|key| shelf::snapshots(keeping.place(), key)).unwrap_or_default();
    let snapshot = |it: shelf::Snapshot| {
        (
            format!("snapshot/{}", it.id),
            words::say_with(
                "Snapshot {name}, {when}",
                &[("name", &it.name.to_string()), ("when", &clock::local(it.taken_ms).to_string())],
            ),
        )
    };
    choices.extend(snapshots.into_iter().map(snapshot));
    let others = shelf::plans(keeping.place()).into_iter().filter(|it| Some(&it.key) != held.as_ref());
    choices.extend(others.filter_map(|it| Some((format!("plan/{}", it.key), it.name?))));
    choices
}

fn plan_of(state: PlannerState, choice: &str) -> Result<Arc<Plan>, Unreadable> {
    if let Some(id) = choice.strip_prefix("snapshot/") {
        return state.keeping.snapshot(id).map(Arc::new);
    }
    match choice.strip_prefix("plan/") {
        Some(key) => shelf::open(state.keeping.place(), state.catalog, key).map(|it| Arc::new(it.0)),
        None => Ok(Arc::clone(state.planning.history.read().shared())),
    }
}

/// One of the two.
#[component]
fn Side(
    /// Its name.
    label: &'static str,
    /// What is chosen.
    value: RwSignal<String>,
    /// What can be chosen.
    choices: Memo<Vec<(String, String)>>,
) -> impl IntoView {
    let options = move || {
        let option = |(of, name): (String, String)| {
            let chosen = of == *value.read_untracked();
            view! { <option value=of selected=chosen>{name}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="plans-side">
            <span>{words::said(label)}</span>
            <select on:change=move |event| value.set(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// What differs.
#[component]
fn Comparison(
    /// The two, compared.
    comparison: ComparisonJson<'static>,
) -> impl IntoView {
    let found = &comparison.findings;
    let count =
        |(word, count): (&'static str, String)| view! { <div><dt>{words::said(word)}</dt><dd>{count}</dd></div> };
    let counts = counts_words(&found.before, &found.after).map(count).collect_view();
    let nothing =
        comparison.changes.is_empty().then(|| view! { <p class="note">{words::say("The plans say the same.")}</p> });
    let parts = PARTS.map(|(part, heading)| {
        let of_it: Vec<&ChangeJson> = comparison.changes.iter().filter(|it| it.part == part).collect();
        changes(heading, &of_it)
    });
    view! {
        <dl class="compared-counts">{counts}</dl>
        {nothing}
        {parts.collect_view()}
        {findings(phrase("No longer found"), &found.gone)}
        {findings(phrase("Newly found"), &found.new)}
        {findings(phrase("Cannot be changed once built"), &comparison.one_way)}
        {coverage(&comparison.coverage)}
    }
}

/// So many rows of a kind are shown; the command line shows all.
const MOST: usize = 200;

fn left_out(count: usize) -> Option<impl IntoView> {
    let more = count.saturating_sub(MOST);
    (more > 0).then(|| view! { <p class="note">{words::say_with("And {more} more, which atlas plan compare lists.", &[("more", &more.to_string())])}</p> })
}

fn changes(heading: &'static str, changes: &[&ChangeJson]) -> Option<impl IntoView + use<>> {
    let row = |it: &&ChangeJson| {
        let sign = match it.change {
            "added" => "+",
            "removed" => "−",
            _ => "~",
        };
        view! {
            <li class="compared-row">
                <span class="compared-sign" aria-hidden="true">{sign}</span>
                <span class="unseen">{words::said(it.change)}</span>
                <span class="compared-id">{it.id.clone()}</span>
                <span class="compared-told">{change_words(it)}</span>
            </li>
        }
    };
    (!changes.is_empty()).then(|| {
        view! {
            <section class="compared" aria-label=words::said(heading)>
                <h3>{words::said(heading)}" "<span class="count">{changes.len()}</span></h3>
                <ul>{changes.iter().take(MOST).map(row).collect_view()}</ul>
                {left_out(changes.len())}
            </section>
        }
    })
}

fn findings(heading: &'static str, findings: &[FindingJson<'static>]) -> Option<impl IntoView + use<>> {
    let row = |it: &FindingJson<'static>| {
        view! {
            <li class="compared-row">
                <span class=format!("compared-severity {}", it.severity)>{it.severity}</span>
                <span class="compared-told">{told(&it.message)}</span>
                <span class="compared-code">{it.code}</span>
            </li>
        }
    };
    (!findings.is_empty()).then(|| {
        view! {
            <section class="compared found" aria-label=words::said(heading)>
                <h3>{words::said(heading)}" "<span class="count">{findings.len()}</span></h3>
                <ul>{findings.iter().take(MOST).map(row).collect_view()}</ul>
                {left_out(findings.len())}
            </section>
        }
    })
}

fn coverage(covered: &[CoveredJson]) -> Option<impl IntoView + use<>> {
    let row = |it: &CoveredJson| {
        view! {
            <tr>
                <th scope="row">{it.site.clone().unwrap_or_else(|| words::said("(no site)"))}</th>
                <td>{it.workload.clone()}</td>
                <td>{state_words(it.before.as_ref())}</td>
                <td>{state_words(it.after.as_ref())}</td>
            </tr>
        }
    };
    (!covered.is_empty()).then(|| {
        view! {
            <section class="compared" aria-label=words::say("Coverage")>
                <h3>{words::say("Coverage")}" "<span class="count">{covered.len()}</span></h3>
                <table>
                    <thead><tr><th scope="col">{words::say("Site")}</th><th scope="col">{words::say("Workload")}</th><th scope="col">{words::say("Before")}</th><th scope="col">{words::say("After")}</th></tr></thead>
                    <tbody>{covered.iter().take(MOST).map(row).collect_view()}</tbody>
                </table>
                {left_out(covered.len())}
            </section>
        }
    })
}

//! What is found in the plan, by severity.

use crate::browser::focus;
use crate::components::notice_line::told;
use crate::components::severity::{SeverityMark, severity_name};
use crate::parts::PartAt;
use crate::parts::words::full_title;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::limits::Limits;
use reach::phrase::phrase;
use reach::review::code::Basis;
use reach::review::{Finding, Severity};
use std::collections::BTreeSet;

/// So many findings of a severity stand there at first, and come with every "Show more".
const FIRST: usize = 30;
const MORE: usize = 100;

const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::Error, phrase("error"), phrase("errors")),
    (Severity::Warning, phrase("warning"), phrase("warnings")),
    (Severity::Advice, phrase("advice"), phrase("advice")),
];

/// Reads what is found; its fixes write the plan.
#[component]
pub fn Findings() -> impl IntoView {
    let state: PlannerState = expect_context();
    let count = move |severity: Severity| {
        Memo::new(move |_| state.judged.read().findings.iter().filter(|it| it.severity() == severity).count())
    };
    let counts = SEVERITIES.map(|(severity, one, many)| {
        let count = count(severity);
        let noun = move || words::said(if count.get() == 1 { one } else { many });
        view! { <span><b>{count}</b> " " {noun}</span> }
    });
    let none = move || {
        let is_empty = state.judged.read().findings.is_empty();
        is_empty.then(|| view! { <p class="all-well">{words::say("Nothing is found in this plan.")}</p> })
    };
    let groups = SEVERITIES.map(|(severity, ..)| view! { <Group severity/> });
    view! {
        <div class="findings">
            <div class="findings-head">
                <h2 id="findings-head" tabindex="-1">{words::say("Findings")}</h2>
                {counts.into_iter().collect_view()}
            </div>
            {none}
            {groups.into_iter().collect_view()}
            <p class="credit">{words::say_with("Data of {date}. Unofficial, not affiliated with Microsoft.", &[("date", &words::date(state.catalog.version()).to_string())])}</p>
        </div>
    }
}

/// The findings of one severity.
#[component]
fn Group(severity: Severity) -> impl IntoView {
    let state: PlannerState = expect_context();
    let shown = RwSignal::new(FIRST);
    let all = Memo::new(move |_| {
        let judged = state.judged.read();
        let mine = judged.findings.iter().filter(|it| it.severity() == severity);
        let first: Vec<Finding> = mine.clone().take(shown.get()).cloned().collect();
        (first, mine.count())
    });
    let rows = move || {
        // What says the same at the same place stands once.
        let mut said = BTreeSet::new();
        all.get().0.into_iter().filter(|it| said.insert(key_of(it))).collect::<Vec<_>>()
    };
    let hidden = move || all.read().1.saturating_sub(shown.get());
    let more = move || {
        (hidden() > 0).then(|| {
            let left = words::number(hidden());
            let label = words::say_with("Show {more} more of {left}", &[("more", &MORE.min(hidden()).to_string()), ("left", &left.to_string())]);
            view! { <button type="button" class="word more-rows" on:click=move |_| shown.update(|it| *it += MORE)>{label}</button> }
        })
    };
    view! {
        <ul aria-label=words::say_with("Findings: {severity}", &[("severity", &words::said(severity_name(severity)))])>
            <For each=rows key=key_of children=move |finding| view! { <Row finding/> }/>
        </ul>
        {more}
    }
}

type Key = (&'static str, String, String, Option<String>);

fn key_of(finding: &Finding) -> Key {
    let fix = finding.fix.as_ref().map(|it| it.label.clone());
    (finding.code.as_str(), finding.path.clone(), finding.message.clone(), fix)
}

/// One finding.
#[component]
fn Row(finding: Finding) -> impl IntoView {
    let state: PlannerState = expect_context();
    let path = StoredValue::new(finding.path.clone());
    let part = PartAt::of(&finding.path);
    let title = full_title(state.catalog, state.planning.history.read_untracked().present(), &finding.path);
    let lit = move || part.is_some() && state.lit.read().as_deref().and_then(PartAt::of) == part;
    let light = move || path.with_value(|it| state.light(it));
    let key = StoredValue::new(key_of(&finding));
    let fix = finding.fix.clone().map(|fix| {
        let mend = move |_| {
            // The row outlives changes of the plan, and the edit of an earlier plan would take them back.
            let judged = state.judged.get_untracked();
            let now = key.with_value(|key| judged.findings.iter().find(|it| key_of(it) == *key));
            if let Some(fix) = now.and_then(|it| it.fix.clone()) {
                state.edit(fix.edit);
            }
            focus::move_to("#findings-head".to_owned());
        };
        view! { <div class="finding-acts"><button type="button" class="word" on:click=mend>{fix.label}</button></div> }
    });
    view! {
        <li class="finding" class:lit=lit on:mouseenter=move |_| light() on:mouseleave=move |_| state.light_none()
            on:focusin=move |_| light() on:focusout=move |_| state.light_none()>
            <SeverityMark severity=finding.severity()/>
            <div>
                <button type="button" class="finding-line" on:click=move |_| path.with_value(|it| state.show_part(it))>
                    <strong>{title}</strong> <code>{finding.code.as_str()}</code>
                </button>
                <p>{told(&finding.message)}</p>
                <p class="finding-source">{source_words(state.facts.limits, &finding)}</p>
                {fix}
            </div>
        </li>
    }
    .into_any()
}

/// The documents behind a finding with their dates, or that there is none.
fn source_words(limits: &Limits, finding: &Finding) -> String {
    let dated = |key: &String| {
        let row = limits.source(key)?;
        let date = if row.date.is_empty() { words::said("undated") } else { words::date(&row.date) };
        Some(format!("{}, {date}", row.title))
    };
    let documents: Vec<String> = finding.sources.iter().filter_map(dated).collect();
    match finding.code.basis() {
        Basis::NoPublicSource => words::said("No public source."),
        Basis::Plan => words::said("Seen in the plan itself."),
        Basis::Documents(_) | Basis::Answer if documents.is_empty() => words::said("Seen in the plan itself."),
        Basis::Documents(_) | Basis::Answer => format!("{}.", documents.join("; ")),
    }
}

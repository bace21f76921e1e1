//! A row of the inspector: one line, and the sentence with its sources when it stands open.

use crate::components::glyph::Glyph;
use crate::state::AppState;
use crate::state::commands;
use crate::words;
use leptos::prelude::*;
use reach::geo::DistanceBasis;
use reach::id::SourceId;
use scene::layout::Target;
use scene::scene::Glyph as Mark;
use scene::theme::Ink;

/// What a row shows while it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is about.
    pub target: Target,
    /// Its mark on the map.
    pub mark: Mark,
    /// The mark's color.
    pub ink: Ink,
    /// Its name.
    pub name: String,
    /// What sets it apart from the others of its group.
    pub exception: Option<String>,
    /// Whole kilometers, and how exact they are.
    pub distance: Option<(u32, DistanceBasis)>,
}

/// What a row shows while it stands open.
pub struct Detail {
    /// Why.
    pub reason: String,
    /// What would mend it, or what is enough.
    pub remedy: Option<String>,
    /// The documents behind it.
    pub sources: Vec<SourceId>,
}

/// One answer. Reads and writes which row stands open.
#[component]
pub fn VerdictRow(
    /// What it shows closed.
    line: Line,
    /// What it shows open; asked for only then.
    detail: impl Fn() -> Detail + Send + Sync + Copy + 'static,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let Line { target, mark, ink, name, exception, distance } = line;
    let open = move || state.choices.opened.get() == Some(target);
    let distance = distance.map(|(whole, basis)| words::kilometers(whole, basis));
    let shown = move || open().then(|| detail_view(state, detail()));
    view! {
        <li class="row">
            <button type="button" class="row-line" aria-expanded=move || if open() { "true" } else { "false" }
                on:click=move |_| commands::toggle_row(state, target)>
                <Glyph mark ink/>
                <span class="row-name">{name} " " {exception.map(|it| view! { <span class="row-exception">{it}</span> })}</span>
                <span class="row-km">{distance}</span>
            </button>
            {shown}
        </li>
    }
}

fn detail_view(state: AppState, detail: Detail) -> impl IntoView {
    let sources = detail.sources.into_iter().map(|id| {
        let source = state.catalog.source(id);
        let date = words::date(&source.date);
        view! { <li><cite>{source.title.as_str()}</cite> ", " {date} <span class="reference">{source.reference.as_str()}</span></li> }
    });
    view! {
        <div class="row-detail">
            <p>{detail.reason}</p>
            {detail.remedy.map(|it| view! { <p>{it}</p> })}
            <ul class="sources" aria-label="Sources">{sources.collect_view()}</ul>
        </div>
    }
}

/// A group of rows under a common head. Folded ones make their rows only once they are opened.
#[component]
pub fn Group(
    /// How many rows.
    count: usize,
    /// What they have in common, after the number.
    head: String,
    /// The common reason, said once.
    #[prop(optional_no_strip)]
    hint: Option<String>,
    /// Whether it stands open from the start.
    open: bool,
    /// The rows.
    rows: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let is_open = RwSignal::new(open);
    let name = format!("{count} {head}");
    view! {
        <details class="group" open=open on:toggle=move |event| {
            let details = event_target::<web_sys::Element>(&event);
            is_open.set(details.has_attribute("open"));
        }>
            <summary><h3><span class="group-count">{count}</span> " " {head}</h3> <span class="group-hint">{hint}</span></summary>
            <ul class="rows" aria-label=name>{move || is_open.get().then(&rows)}</ul>
        </details>
    }
}

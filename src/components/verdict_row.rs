//! A row of the inspector: one line, and the sentence with its sources when it stands open.

use crate::components::dom::{El, button, el};
use crate::components::glyph::glyph;
use crate::state::AppState;
use crate::state::commands;
use leptos::prelude::{Get, RwSignal, Set};
use reach::geo::DistanceBasis;
use reach::id::SourceId;
use reach::phrase::filled;
use scene::layout::Target;
use scene::scene::Glyph as Mark;
use scene::theme::Ink;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

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
    /// What sets it apart from the others of its group; may be empty.
    pub exception: String,
    /// Whole kilometers, and how exact they are.
    pub distance: Option<(u32, DistanceBasis)>,
    /// Whole milliseconds to expect over that distance; empty where nothing is said.
    pub round_trip: String,
    /// A location's own Local region whose point is coarse: it is in or near the metro, whatever the distance.
    pub near: bool,
}

/// What a row shows while it stands open.
pub struct Detail {
    /// Why.
    pub reason: String,
    /// What would mend it or is enough, and what the milliseconds rest on.
    pub remedy: Option<String>,
    /// The documents behind it.
    pub sources: Vec<SourceId>,
}

/// One answer. Reads and writes which row stands open; `detail` is asked for only then.
pub fn verdict_row(state: AppState, line: Line, detail: Box<dyn Fn() -> Detail>) -> El {
    let Line { target, mark, ink, name, exception, distance, round_trip, near } = line;
    let open = move || state.choices.opened.get() == Some(target);
    let far = distance.map(|(whole, basis)| words::distance(whole, basis)).unwrap_or_default();
    let label = el("span").class("row-name").text(&name).text(" ");
    let label = match exception.is_empty() {
        true => label,
        false => label.child(el("span").class("row-exception").text(&exception)),
    };
    let head = button("row-line", move |_| commands::toggle_row(state, target)).child(glyph(mark, ink)).child(label);
    let head = match near {
        // The words speak for both columns, and carry no unit.
        true => head.child(el("span").class("row-near").say("in or near the metro")),
        false => numbers(head, &far, &round_trip),
    };
    let row = el("li").class("row").child(head);
    // One effect for the whole row: an answer has dozens of them.
    row.live_with(move |row| show(state, row, open(), &*detail))
}

/// Adds the columns at the right end of a row, or their heads; the second is there for regions only.
fn numbers(row: El, km: &str, ms: &str) -> El {
    let row = row.child(el("span").class("row-km").text(km));
    if ms.is_empty() { row } else { row.child(el("span").class("row-ms").text(ms)) }
}

/// Opens or closes a row: its button says so, and the detail comes and goes below it.
fn show(state: AppState, row: &Element, open: bool, detail: &dyn Fn() -> Detail) {
    if let Some(head) = row.first_element_child() {
        // Only an invalid name fails, and this one is a literal.
        let _ = head.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }
    let shown = row.last_element_child().filter(|it| it.class_name() == "row-detail");
    match (shown, open) {
        (None, true) => {
            let _ = row.append_child(detail_view(state, &detail()).node());
            // Opened from the map it may lie outside the sheet; a row in sight stays where it is.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
        (Some(shown), false) => shown.remove(),
        (None, false) | (Some(_), true) => {}
    }
}

fn detail_view(state: AppState, detail: &Detail) -> El {
    let source = |id: &SourceId| {
        let row = state.catalog.source(*id);
        let dated = [", ", &words::date(&row.date), " "].concat();
        let named = el("li").child(el("cite").text(&row.title)).text(&dated);
        named.child(el("span").class("reference").text(&row.reference))
    };
    el("div")
        .class("row-detail")
        .child(el("p").text(&detail.reason))
        .children(detail.remedy.as_deref().map(|it| el("p").text(it)))
        .child(el("ul").class("sources").said_as("aria-label", "Sources").children(detail.sources.iter().map(source)))
}

/// A group of rows under a common head.
pub struct Group {
    /// How many rows.
    pub count: usize,
    /// What they have in common, around the number at the place `{count}`.
    pub head: String,
    /// The common reason, said once; may be empty.
    pub hint: String,
    /// The head of its column of milliseconds; empty where it has none.
    pub round_trip: String,
    /// Whether it stands open from the start.
    pub open: bool,
    /// What its rows are about: a click on the map on one of them opens the group.
    pub targets: Vec<Target>,
}

/// The group's element. A folded one makes its rows only once it is opened.
pub fn group(state: AppState, about: Group, rows: Box<dyn Fn() -> Vec<El>>) -> El {
    let is_open = RwSignal::new(about.open);
    let count = about.count.to_string();
    let name = filled(&about.head, &[("count", &count)]);
    let head = el("h3").around(&about.head, &[("count", el("span").class("group-count").text(&count))]);
    let summary = el("summary").child(head).child(el("span").class("group-hint").text(&about.hint));
    let toggled = move |event: web_sys::Event| {
        let details = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        is_open.set(details.is_some_and(|it| it.has_attribute("open")));
    };
    let shown = move || if is_open.get() { rows() } else { Vec::new() };
    let whole = el("details").class("group").on("toggle", toggled);
    let whole = if about.open { whole.attr("open", "") } else { whole };
    let targets = about.targets;
    let whole = whole.live_with(move |details| {
        if state.choices.opened.get().is_some_and(|it| targets.contains(&it)) {
            // The toggle event that follows makes the rows; here they are needed now.
            let _ = details.set_attribute("open", "");
            is_open.set(true);
        }
    });
    // The units, said once for the eye; the style sheet says them to a screen reader, cell by cell.
    let heads = numbers(el("p").class("row-heads").attr("aria-hidden", "true"), words::unit(), &about.round_trip);
    whole.child(summary).child(heads).child(el("ul").class("rows").attr("aria-label", &name).live(shown))
}

//! The fields that forms are made of. What is found at a field stands below it.

use crate::components::notice_line::told;
use crate::components::severity::SeverityMark;
use crate::parts::PartAt;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::phrase::phrase;
use reach::review::{Finding, Severity};

/// The place of a field: its JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldAt {
    /// The part that it belongs to.
    pub part: PartAt,
    /// What leads from the part to it, such as `tier` or `peerings/0/vlan`.
    pub name: String,
}

impl FieldAt {
    /// A field of `part`.
    pub fn new(part: PartAt, name: impl Into<String>) -> FieldAt {
        FieldAt { part, name: name.into() }
    }

    /// Whether a finding stands at this field, or inside of it.
    fn holds(&self, finding: &Finding) -> bool {
        let rest = finding.path.strip_prefix(&self.part.pointer()).and_then(|it| it.strip_prefix('/'));
        let inside = rest.and_then(|it| it.strip_prefix(self.name.as_str()));
        inside.is_some_and(|it| it.is_empty() || it.starts_with('/'))
    }

    /// The id of its element.
    fn element_id(&self) -> String {
        format!("{}-{}", self.part.element_id(), self.name.replace('/', "-"))
    }
}

/// Choices under one heading; none for those without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The heading; empty for none.
    pub heading: String,
    /// The value of each, and how it is shown.
    pub options: Vec<(String, String)>,
}

/// The words of a closed set as choices, after one that decides nothing.
pub fn closed<T: Copy>(
    all: &[T],
    value: fn(T) -> &'static str,
    name: fn(T) -> &'static str,
    undecided: &str,
) -> Vec<Choices> {
    let set = all.iter().map(|it| (value(*it).to_owned(), words::said(name(*it))));
    let options = std::iter::once((String::new(), undecided.to_owned())).chain(set).collect();
    vec![Choices { heading: String::new(), options }]
}

/// What is found at a field, worst first, and what the field itself does not take.
fn notes(at: FieldAt, refused: RwSignal<Option<String>>) -> Memo<Vec<(Severity, String)>> {
    let state: PlannerState = expect_context();
    Memo::new(move |_| {
        let judged = state.judged.read();
        let found = judged.findings_of(at.part).filter(|it| at.holds(it));
        let refused = refused.get().map(|it| (Severity::Error, it));
        refused.into_iter().chain(found.map(|it| (it.severity(), it.message.clone()))).collect()
    })
}

/// Notes below each other.
#[component]
pub fn Notes(
    /// What they say.
    notes: Memo<Vec<(Severity, String)>>,
    /// The id of the whole.
    id: String,
) -> impl IntoView {
    let rows = move || {
        let row = |(severity, message): (Severity, String)| {
            view! { <p class="field-note"><SeverityMark severity/><span>{told(&message)}</span></p> }
        };
        notes.get().into_iter().map(row).collect_view()
    };
    view! { <div id=id>{rows}</div> }
}

/// A line of text. Writes through `commit`, when the keyboard leaves it or Enter is pressed.
#[component]
pub fn TextField(
    /// Its label.
    label: &'static str,
    /// Its place.
    at: FieldAt,
    /// What the plan holds.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed into the plan, or says why not.
    #[prop(into)]
    commit: Callback<String, Result<(), String>>,
    /// `numeric` or `decimal` for the keyboard of a phone.
    #[prop(optional)]
    mode: &'static str,
) -> impl IntoView {
    let refused = RwSignal::new(None);
    let (id, notes_id) = (at.element_id(), format!("{}-notes", at.element_id()));
    let notes = notes(at, refused);
    let change = move |event| refused.set(commit.run(event_target_value(&event)).err());
    let invalid = move || notes.read().iter().any(|(severity, _)| *severity == Severity::Error).then_some("true");
    view! {
        <div class="field">
            <label for=id.clone()>{words::said(label)}</label>
            <input id=id type="text" inputmode=mode autocomplete="off" spellcheck="false" maxlength="2000" prop:value=value
                aria-describedby=notes_id.clone() aria-invalid=invalid on:change=change/>
            <Notes notes id=notes_id/>
        </div>
    }
    .into_any()
}

/// A choice out of a list. Writes through `commit`.
#[component]
pub fn SelectField(
    /// Its label.
    label: &'static str,
    /// Its place.
    at: FieldAt,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choices>>,
    /// What the plan holds; a value that is no choice stands as one more.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the choice into the plan.
    #[prop(into)]
    commit: Callback<String>,
) -> impl IntoView {
    let (id, notes_id) = (at.element_id(), format!("{}-notes", at.element_id()));
    let notes = notes(at, RwSignal::new(None));
    let invalid = move || notes.read().iter().any(|(severity, _)| *severity == Severity::Error).then_some("true");
    let offered = Memo::new(move |_| with_value(choices.get(), value.get()));
    let options = move || offered.get().into_iter().map(|it| group(it, value.get_untracked())).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{words::said(label)}</label>
            <select id=id prop:value=value aria-describedby=notes_id.clone() aria-invalid=invalid
                on:change=move |event| commit.run(event_target_value(&event))>{options}</select>
            <Notes notes id=notes_id/>
        </div>
    }
    .into_any()
}

/// The choices, with the present value among them.
fn with_value(mut choices: Vec<Choices>, value: String) -> Vec<Choices> {
    let known = choices.iter().any(|group| group.options.iter().any(|(it, _)| *it == value));
    if !known {
        let shown = if value.is_empty() {
            words::said("Undecided")
        } else {
            words::say_with("{value} (not in the list)", &[("value", &value)])
        };
        choices.insert(0, Choices { heading: String::new(), options: vec![(value, shown)] });
    }
    choices
}

fn group(group: Choices, value: String) -> AnyView {
    let option = move |(it, shown): (String, String)| {
        let selected = it == value;
        view! { <option value=it selected=selected>{shown}</option> }
    };
    let options = group.options.into_iter().map(option).collect_view();
    if group.heading.is_empty() {
        options.into_any()
    } else {
        view! { <optgroup label=group.heading>{options}</optgroup> }.into_any()
    }
}

/// A question with yes, no and undecided.
#[component]
pub fn YesNoField(
    /// Its label.
    label: &'static str,
    /// Its place.
    at: FieldAt,
    /// What the plan holds.
    #[prop(into)]
    value: Signal<Option<bool>>,
    /// Takes the answer into the plan.
    #[prop(into)]
    commit: Callback<Option<bool>>,
) -> impl IntoView {
    let options = [("", phrase("Undecided")), ("yes", phrase("Yes")), ("no", phrase("No"))];
    let options = options.map(|(value, shown)| (value.to_owned(), words::said(shown))).to_vec();
    let choices = vec![Choices { heading: String::new(), options }];
    let word = move || value.get().map_or("", |it| if it { "yes" } else { "no" }).to_owned();
    let answer = move |word: String| match word.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    view! { <SelectField label at choices=Signal::stored(choices) value=Signal::derive(word) commit=move |it| commit.run(answer(it))/> }
}

/// What is found in a part beside its fields.
#[component]
pub fn PartNotes(
    /// The part.
    part: PartAt,
    /// The names of the fields of its form.
    fields: &'static [&'static str],
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let notes = Memo::new(move |_| {
        let judged = state.judged.read();
        let at_field = |finding: &&Finding| fields.iter().any(|it| FieldAt::new(part, *it).holds(finding));
        let found = judged.findings_of(part).filter(|it| !at_field(it));
        found.map(|it| (it.severity(), it.message.clone())).collect::<Vec<_>>()
    });
    view! { <Notes notes id=format!("{}-notes", part.element_id())/> }
}

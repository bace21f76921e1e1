//! The form of a workload.

use crate::components::form::editor::Editor;
use crate::components::form::field::{Choices, FieldAt, PartNotes, SelectField, TextField, closed};
use crate::components::form::offered::{geopolitical_regions, regions, undecided};
use crate::components::form::{change_id, shown, typed};
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::edit::{Edit, Part};
use reach::plan::words::WorkloadKind;
use reach::plan::{RegionRef, Workload};
use reach::sku::Peering;

const FIELDS: &[&str] = &["id", "name", "kind", "region", "environment", "peering"];

fn editor(part: PartAt) -> Editor<Workload> {
    Editor::new(part, |plan, at| plan.workloads.get(at), |_, workload| Edit::PutWorkload(workload))
}

/// Reads and writes a workload.
#[component]
pub fn WorkloadForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor = editor(part);
    let kind = editor.get(|it| Some(it.kind));
    let set_kind = move |word: String| {
        if let Ok(kind) = word.parse::<WorkloadKind>() {
            editor.put(|it| become_kind(it, kind));
        }
    };
    let id = move |to: String| {
        let from = editor.now().map(|it| it.id).unwrap_or_default();
        change_id(editor.state, Part::Workload, &from, &to)
    };
    let kinds: Vec<(String, String)> =
        WorkloadKind::ALL.iter().map(|it| (it.as_str().to_owned(), it.name().to_owned())).collect();
    let at = move |name: &'static str| FieldAt::new(part, name);
    view! {
        <PartNotes part fields=FIELDS/>
        <TextField label="Name" at=at("name") value=editor.get(|it| shown(it.name.as_ref())) commit=editor.put_text(|it, name| it.name = name)/>
        <SelectField label="Kind" at=at("kind") choices=Signal::stored(vec![Choices { heading: String::new(), options: kinds }])
            value=editor.get(|it| it.kind.as_str().to_owned()) commit=set_kind/>
        {move || kind.get().map(|kind| view! { <Where part kind/> })}
        <TextField label="Id" at=at("id") value=editor.get(|it| it.id.clone()) commit=id/>
    }
}

/// Makes it a workload of another kind: what the new kind does not have is dropped.
fn become_kind(workload: &mut Workload, kind: WorkloadKind) {
    workload.kind = kind;
    match kind {
        WorkloadKind::Region => workload.environment = None,
        WorkloadKind::AzureVmwareSolution => (workload.environment, workload.peering) = (None, None),
        WorkloadKind::Dynamics365 => (workload.region, workload.peering) = (None, None),
        WorkloadKind::Microsoft365 => {
            (workload.region, workload.environment, workload.peering) = (None, None, None);
        }
    }
}

/// Where a workload of this kind runs, and how it is reached.
#[component]
fn Where(
    /// Its place.
    part: PartAt,
    /// Its kind.
    kind: WorkloadKind,
) -> impl IntoView {
    let editor = editor(part);
    let state = editor.state;
    let catalog = state.catalog;
    let cloud = Memo::new(move |_| state.planning.history.read().present().cloud);
    let at = move |name: &'static str| FieldAt::new(part, name);
    let region = move || {
        let choices = Signal::derive(move || {
            let mut choices = vec![undecided(&words::said("Undecided"))];
            choices.extend(regions(catalog, cloud.get()));
            choices
        });
        let slug = editor.get(move |it| it.region.as_ref().map(|it| it.slug(catalog).to_owned()).unwrap_or_default());
        let commit = move |slug: String| {
            editor.put(|it| it.region = typed(&slug).map(|slug| RegionRef::from_slug(catalog, &slug)));
        };
        view! { <SelectField label="Azure region" at=at("region") choices value=slug commit/> }
    };
    let peering = move || {
        let choices = closed(Peering::ALL, Peering::as_str, Peering::name, &words::said("Private, through a gateway"));
        let word = editor.get(|it| it.peering.map_or("", Peering::as_str).to_owned());
        let commit = editor.put_word(|it, peering| it.peering = peering);
        view! { <SelectField label="Peering" at=at("peering") choices=Signal::stored(choices) value=word commit/> }
    };
    let environment = move || {
        let choices = Signal::derive(move || {
            geopolitical_regions(catalog, cloud.get(), &words::said("The location's own geopolitical region"))
        });
        let slug = editor.get(|it| shown(it.environment.as_ref()));
        let commit = move |slug: String| editor.put(|it| it.environment = typed(&slug));
        view! { <SelectField label="Environment" at=at("environment") choices value=slug commit/> }
    };
    match kind {
        WorkloadKind::Region => view! { {region()} {peering()} }.into_any(),
        WorkloadKind::AzureVmwareSolution => region().into_any(),
        WorkloadKind::Dynamics365 => environment().into_any(),
        WorkloadKind::Microsoft365 => ().into_any(),
    }
}

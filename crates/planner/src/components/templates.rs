//! Plans to start from: a shape, and the few choices that fill it.

use crate::state::PlannerState;
use crate::template_form::{Form, Made, locations_for, regions_for};
use leptos::prelude::*;
use reach::templates::Template;

/// Reads the plan on screen for its cloud and sites; makes another plan.
#[component]
pub fn Templates(
    /// Called when the plan was made.
    done: Callback<()>,
) -> impl IntoView {
    let state: PlannerState = expect_context();
    let template = RwSignal::new(Template::Maximum);
    let form = RwSignal::new(Form::begin(state.planning.history.read_untracked().present()));
    let failed = RwSignal::new(None::<String>);
    let choice = move |it: Template| {
        view! {
            <label class="template">
                <input type="radio" name="template" checked=it == template.get_untracked() on:change=move |_| template.set(it)/>
                <span class="template-name">{words::said(it.name())}</span>
                <span class="template-told">{words::said(it.sentence())}</span>
            </label>
        }
    };
    let make = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match form.read_untracked().plan(state.catalog, template.get_untracked()) {
            Err(said) => failed.set(Some(said)),
            Ok(Made { plan, said }) => {
                failed.set(None);
                state.keeping.add(plan, said);
                done.run(());
            }
        }
    };
    let fields = move || view! { <Fields template=template.get() form/> };
    view! {
        <form class="templates" on:submit=make>
            <fieldset>
                <legend>{words::say("Shape")}</legend>
                {Template::ALL.iter().copied().map(choice).collect_view()}
            </fieldset>
            <div class="template-fields">
                {fields}
                <div role="alert">{move || failed.get().map(|said| view! { <p class="notice failed">{said}</p> })}</div>
                <button type="submit" class="act">{words::say("Make the plan")}</button>
                <p class="note">{words::say("It becomes another plan; the one on screen stays under Plans. Everything in it can be changed.")}</p>
            </div>
        </form>
    }
}

/// The choices that a template wants.
#[component]
fn Fields(
    /// The template.
    template: Template,
    /// What was chosen; kept when another template is chosen.
    form: RwSignal<Form>,
) -> impl IntoView {
    let catalog = expect_context::<PlannerState>().catalog;
    let (locations, regions) = template.wants();
    let cloud = form.read_untracked().cloud;
    let places = locations_for(catalog, cloud, template);
    let targets = regions_for(catalog, cloud);
    let location = |at: usize| {
        let set = move |slug: String| form.update(|it| put(&mut it.locations, at, slug));
        view! { <Choice label=numbered(&words::said("Peering location"), at, locations) options=places.clone() chosen=form.read_untracked().locations.get(at).cloned() set=Callback::new(set)/> }
    };
    let region = |at: usize| {
        let set = move |slug: String| form.update(|it| put(&mut it.regions, at, slug));
        view! { <Choice label=numbered(&words::said("Azure region"), at, regions) options=targets.clone() chosen=form.read_untracked().regions.get(at).cloned() set=Callback::new(set)/> }
    };
    let sites = template.sites();
    let site = |at: usize| {
        let text = move |of: fn(&mut Form, usize) -> &mut String| {
            move |event| form.update(|it| *of(it, at) = event_target_value(&event))
        };
        let value = |of: fn(&mut Form, usize) -> &mut String| of(&mut form.get_untracked(), at).clone();
        view! {
            <label>
                <span>{numbered(&words::said("Site"), at, sites)}</span>
                <input type="text" maxlength="200" placeholder=words::say("its name; may stay empty") prop:value=value(Form::site_name) on:input=text(Form::site_name)/>
            </label>
            <label>
                <span>{words::say_with("Coordinates of {site}", &[("site", &(numbered(&words::said("Site"), at, sites)).to_string())])}</span>
                <input type="text" placeholder=words::say("latitude, longitude, such as 52.37, 4.9") prop:value=value(Form::site_point) on:input=text(Form::site_point)/>
            </label>
        }
    };
    view! {
        {(0..locations).map(location).collect_view()}
        {(0..regions).map(region).collect_view()}
        {(0..sites).map(site).collect_view()}
    }
}

fn numbered(word: &str, at: usize, of: usize) -> String {
    if of == 1 { word.to_owned() } else { format!("{word} {}", at + 1) }
}

fn put(list: &mut Vec<String>, at: usize, value: String) {
    list.resize_with(list.len().max(at + 1), String::new);
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

/// One choice among many.
#[component]
fn Choice(
    /// Its name.
    label: String,
    /// Slugs with their names.
    options: Vec<(String, String)>,
    /// The slug that is chosen.
    chosen: Option<String>,
    /// Called with the slug that is chosen.
    set: Callback<String>,
) -> impl IntoView {
    let option = |(slug, name): (String, String)| {
        let selected = chosen.as_ref() == Some(&slug);
        view! { <option value=slug selected=selected>{name}</option> }
    };
    view! {
        <label>
            <span>{label}</span>
            <select on:change=move |event| set.run(event_target_value(&event))>
                <option value="">{words::say("Choose")}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

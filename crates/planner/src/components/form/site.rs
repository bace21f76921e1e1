//! The form of a site.

use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, PartNotes, TextField};
use crate::components::form::{change_id, shown};
use crate::numbers::degrees;
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::plan::Site;
use reach::plan::edit::{Edit, Part};
use serde_json::Number;

const FIELDS: &[&str] = &["id", "name", "latitude", "longitude"];

/// Reads and writes a site.
#[component]
pub fn SiteForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor = Editor::new(part, |plan, at| plan.sites.get(at), |_, site: Site| Edit::PutSite(site));
    let degree = |it: Option<&Number>| it.map(ToString::to_string).unwrap_or_default();
    let id = move |to: String| {
        let from = editor.now().map(|it| it.id).unwrap_or_default();
        change_id(editor.state, Part::Site, &from, &to)
    };
    let latitude = move |text: String| {
        let value = degrees(&text, 90.0, ['N', 'S'])?;
        editor.put(|it| it.latitude = value);
        Ok(())
    };
    let longitude = move |text: String| {
        let value = degrees(&text, 180.0, ['E', 'W'])?;
        editor.put(|it| it.longitude = value);
        Ok(())
    };
    let at = move |name: &'static str| FieldAt::new(part, name);
    view! {
        <PartNotes part fields=FIELDS/>
        <TextField label="Name" at=at("name") value=editor.get(|it| shown(it.name.as_ref())) commit=editor.put_text(|it, name| it.name = name)/>
        <div class="field-pair">
            <TextField label="Latitude, degrees north" at=at("latitude") mode="decimal"
                value=editor.get(move |it| degree(it.latitude.as_ref())) commit=latitude/>
            <TextField label="Longitude, degrees east" at=at("longitude") mode="decimal"
                value=editor.get(move |it| degree(it.longitude.as_ref())) commit=longitude/>
        </div>
        <TextField label="Id" at=at("id") value=editor.get(|it| it.id.clone()) commit=id/>
    }
}

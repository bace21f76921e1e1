//! The form of a Global Reach link.

use crate::components::form::editor::Editor;
use crate::components::form::field::{FieldAt, PartNotes, SelectField, TextField};
use crate::components::form::offered::parts;
use crate::components::form::shown;
use crate::components::notice_line::told;
use crate::judge::judged;
use crate::parts::PartAt;
use leptos::prelude::*;
use reach::explain;
use reach::link::LinkVerdict;
use reach::plan::PlanLink;
use reach::plan::edit::Edit;

const FIELDS: &[&str] = &["from", "to", "prefix", "prefix_ipv6"];

/// Reads and writes a link.
#[component]
pub fn LinkForm(
    /// Its place.
    part: PartAt,
) -> impl IntoView {
    let editor: Editor<PlanLink> =
        Editor::new(part, |plan, at| plan.links.get(at), |part, link| Edit::SetLink { at: part.at, link });
    let (catalog, history) = (editor.state.catalog, editor.state.planning.history);
    let at = move |name: &'static str| FieldAt::new(part, name);
    let circuits = Signal::derive(move || {
        parts(
            history.read().present().circuits.iter().map(|it| (it.id.clone(), it.id.clone())),
            &words::said("None yet"),
        )
    });
    let reason = move || {
        let history = history.read();
        let link = history.present().links.get(part.at)?;
        let answer = judged(catalog, history.present(), &link.from, &link.to)?;
        // Of any other verdict the finding says why.
        (answer.verdict == LinkVerdict::Linkable).then(|| explain::link_reason_in(catalog, &answer, words::say_with))
    };
    view! {
        <p class="quiet">{move || reason().map(|it| told(&it))}</p>
        <PartNotes part fields=FIELDS/>
        <SelectField label="From circuit" at=at("from") choices=circuits value=editor.get(|it| it.from.clone())
            commit=move |id| editor.put(|it| it.from = id)/>
        <SelectField label="To circuit" at=at("to") choices=circuits value=editor.get(|it| it.to.clone())
            commit=move |id| editor.put(|it| it.to = id)/>
        <div class="field-pair">
            <TextField label="IPv4 subnet, /29" at=at("prefix") value=editor.get(|it| shown(it.prefix.as_ref()))
                commit=editor.put_text(|it, to| it.prefix = to)/>
            <TextField label="IPv6 subnet" at=at("prefix_ipv6") value=editor.get(|it| shown(it.prefix_ipv6.as_ref()))
                commit=editor.put_text(|it, to| it.prefix_ipv6 = to)/>
        </div>
    }
}

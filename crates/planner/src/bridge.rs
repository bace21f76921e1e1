//! The planner's side of its talk with the page. Both sides speak in events of the window, with a line of text as
//! their detail; slugs and words hold neither spaces nor semicolons.
//!
//! | event | from | detail |
//! |---|---|---|
//! | `atlas-planner-ready` | planner | none: it listens from now on, and wants to hear what is chosen |
//! | `atlas-planned-links` | planner | `amsterdam dallas linkable;london tokyo needs_premium`, after every change |
//! | `atlas-chosen` | page | `amsterdam standard`: the chosen location and SKU; empty while none is chosen |
//! | `atlas-add-circuit` | page | `amsterdam standard`: a circuit for the plan |
//!
//! The page's side is src/browser/planner.rs of the app.

use crate::judge::ends;
use crate::state::PlannerState;
use gloo_events::EventListener;
use leptos::prelude::{Effect, Get, Memo, Read, Set, window};
use reach::catalog::Catalog;
use reach::id::PeeringLocationId;
use reach::link::link;
use reach::plan::Plan;
use reach::plan::edit::Edit;
use reach::sku::Sku;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

const READY: &str = "atlas-planner-ready";
const PLANNED_LINKS: &str = "atlas-planned-links";
const CHOSEN: &str = "atlas-chosen";
const ADD_CIRCUIT: &str = "atlas-add-circuit";

/// A location with the SKU of a circuit there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Where.
    pub location: PeeringLocationId,
    /// Its SKU tier.
    pub sku: Sku,
}

/// Listens to the page, tells it the plan's links whenever they change, and says that the planner is ready.
/// Call inside a reactive owner.
pub fn talk(state: PlannerState) {
    let PlannerState { catalog, planning, chosen, .. } = state;
    on(CHOSEN, move |detail| chosen.set(parse_chosen(catalog, &detail)));
    on(ADD_CIRCUIT, move |detail| {
        if let Some(Chosen { location, sku }) = parse_chosen(catalog, &detail) {
            planning.edit(catalog, Edit::AddCircuit { location, sku });
        }
    });
    let links = Memo::new(move |_| links_text(catalog, planning.history.read().present()));
    Effect::new(move |_| say(PLANNED_LINKS, &links.get()));
    say(READY, "");
}

fn on(name: &'static str, act: impl Fn(String) + 'static) {
    let heard = move |event: &web_sys::Event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().as_string());
        act(detail.unwrap_or_default());
    };
    EventListener::new(&window(), name, heard).forget();
}

fn say(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

/// `amsterdam standard` as a location and a SKU; none for anything that the data set does not have.
fn parse_chosen(catalog: &Catalog, detail: &str) -> Option<Chosen> {
    let (slug, sku) = detail.split_once(' ')?;
    Some(Chosen { location: catalog.location_by_slug(slug)?, sku: sku.parse().ok()? })
}

/// The links that can be drawn, each as the slugs of its ends and its verdict.
fn links_text(catalog: &Catalog, plan: &Plan) -> String {
    let slug = |id: PeeringLocationId| catalog.location(id).slug.as_str();
    let known = plan.links.iter().filter_map(|it| ends(plan, &it.from, &it.to));
    let told = known.map(|(from, to)| {
        format!("{} {} {}", slug(from.location), slug(to.location), link(catalog, from, to).verdict.as_str())
    });
    told.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::{Chosen, links_text, parse_chosen};
    use reach::catalog::Catalog;
    use reach::plan::Plan;
    use reach::plan::edit::Edit;
    use reach::sku::Sku;

    #[test]
    fn the_page_tells_a_location_and_a_sku() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let location = catalog.location_by_slug("amsterdam").unwrap();
        assert_eq!(parse_chosen(&catalog, "amsterdam premium"), Some(Chosen { location, sku: Sku::Premium }));
        assert_eq!(parse_chosen(&catalog, ""), None);
        assert_eq!(parse_chosen(&catalog, "atlantis standard"), None);
        assert_eq!(parse_chosen(&catalog, "amsterdam gold"), None);
    }

    #[test]
    fn the_page_hears_every_link_with_its_verdict() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let mut plan = Plan::new(&catalog);
        assert_eq!(links_text(&catalog, &plan), "");
        for slug in ["amsterdam", "frankfurt", "dallas"] {
            let location = catalog.location_by_slug(slug).unwrap();
            plan = plan.with(&catalog, Edit::AddCircuit { location, sku: Sku::Standard });
        }
        for (from, to) in [("amsterdam", "frankfurt"), ("amsterdam", "dallas")] {
            plan = plan.with(&catalog, Edit::AddLink { from: from.to_owned(), to: to.to_owned() });
        }
        assert_eq!(links_text(&catalog, &plan), "amsterdam frankfurt linkable;amsterdam dallas needs_premium");
    }
}

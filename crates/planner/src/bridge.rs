//! The planner's side of its talk with the page. Both sides speak in events of the window, with a line of text as
//! their detail, or the numbers of a view.
//!
//! | event | from | detail |
//! |---|---|---|
//! | `atlas-planner-ready` | planner | none: it listens from now on, and wants to hear what is chosen |
//! | `atlas-chosen` | page | `amsterdam standard`: the chosen location and SKU; empty while none is chosen |
//! | `atlas-add-circuit` | page | `amsterdam standard`: a circuit for the plan |
//! | `atlas-ask-cities` | planner | none: asks the loader for the cities of the world |
//! | `atlas-cities` | loader | the packed cities, a `Uint8Array` |
//! | `atlas-view` | page | each frame of the map while the planner is shown: a `Float64Array` of the view's center x and y, scale, width, height, right and bottom inset, globe, whether it rests, and if so, left, top and width of each name on the map; read by `overlay` |
//!
//! The page's side is src/browser/planner.rs of the app.

use crate::state::PlannerState;
use find::cities::Cities;
use find::city_names::CityNames;
use gloo_events::EventListener;
use js_sys::Uint8Array;
use leptos::prelude::{Set, WithUntracked, window};
use reach::catalog::Catalog;
use reach::id::PeeringLocationId;
use reach::plan::edit::Edit;
use reach::sku::Sku;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

const READY: &str = "atlas-planner-ready";
const CHOSEN: &str = "atlas-chosen";
const ADD_CIRCUIT: &str = "atlas-add-circuit";
const ASK_CITIES: &str = "atlas-ask-cities";
const CITIES: &str = "atlas-cities";

/// A location with the SKU of a circuit there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Where.
    pub location: PeeringLocationId,
    /// Its SKU tier.
    pub sku: Sku,
}

/// Listens to the page, and says that the planner is ready.
/// Call inside a reactive owner.
pub fn talk(state: PlannerState) {
    let PlannerState { catalog, planning, chosen, .. } = state;
    on(CHOSEN, move |detail| chosen.set(parse_chosen(catalog, &detail)));
    on(ADD_CIRCUIT, move |detail| {
        if let Some(Chosen { location, sku }) = parse_chosen(catalog, &detail) {
            planning.edit(catalog, Edit::AddCircuit { location, sku });
        }
    });
    let heard = move |event: &web_sys::Event| {
        let bytes = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().dyn_into::<Uint8Array>().ok());
        // A list that came damaged is none: cities with a peering location are known without.
        let cities = bytes.and_then(|it| Cities::unpack(&it.to_vec()).ok());
        if let Some(cities) = cities.filter(|_| state.cities.with_untracked(Option::is_none)) {
            state.cities.set(Some(Arc::new(CityNames::new(cities))));
        }
    };
    EventListener::new(&window(), CITIES, heard).forget();
    say(READY);
}

/// Asks the loader for the cities of the world; they come later, or not at all.
pub fn ask_cities(state: PlannerState) {
    if state.cities.with_untracked(Option::is_none) {
        say(ASK_CITIES);
    }
}

fn on(name: &'static str, act: impl Fn(String) + 'static) {
    let heard = move |event: &web_sys::Event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().as_string());
        act(detail.unwrap_or_default());
    };
    EventListener::new(&window(), name, heard).forget();
}

fn say(name: &str) {
    if let Ok(event) = CustomEvent::new(name) {
        // Fails only for an event that is being sent already; this one is new.
        let _ = window().dispatch_event(&event);
    }
}

/// `amsterdam standard` as a location and a SKU; none for anything that the data set does not have.
fn parse_chosen(catalog: &Catalog, detail: &str) -> Option<Chosen> {
    let (slug, sku) = detail.split_once(' ')?;
    Some(Chosen { location: catalog.location_by_slug(slug)?, sku: sku.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::{Chosen, parse_chosen};
    use reach::catalog::Catalog;
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
}

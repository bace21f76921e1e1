//! The foot of the page: what the marks mean, how many there are, how old the data is, and whose page this is not.

use crate::components::glyph::Glyph;
use crate::state::AppState;
use crate::words;
use leptos::prelude::*;
use reach::sku::Cloud;
use reach::tables::{RegionAccess, RegionStatus};
use scene::scene::{Glyph as Mark, Inside, Outline};
use scene::theme::Ink;

/// Reads the cloud; writes nothing.
#[component]
pub fn Legend() -> impl IntoView {
    let state = expect_context::<AppState>();
    let entries = move || {
        let cloud = state.choices.cloud.get();
        let counts = counts(state, cloud);
        let square = |inside, outline| Mark::Square { inside, outline };
        let (place, outline) = match cloud {
            Cloud::Public => (Mark::Disc, Outline::Plain),
            Cloud::UsGov => (Mark::TriangleUp, Outline::PointUp),
            Cloud::China => (Mark::TriangleDown, Outline::PointDown),
        };
        let all = [
            (place, Ink::Text, "Location", counts.locations),
            (square(Inside::Solid, outline), Ink::RegionIdle, "Region", counts.open),
            (square(Inside::Solid, Outline::Cut), Ink::RegionIdle, "Restricted", counts.restricted),
            (square(Inside::Dotted, Outline::Plain), Ink::RegionIdle, "Announced", counts.announced),
        ];
        let shown = all.into_iter().filter(|(_, _, _, count)| *count > 0);
        let mut entries: Vec<AnyView> = shown
            .map(|(mark, ink, name, count)| view! { <li><Glyph mark ink/> {name} " " <b>{count}</b></li> }.into_any())
            .collect();
        if counts.metros > 0 {
            let bar = view! { <li><svg class="glyph wide ink-text" viewBox="0 0 20 14" aria-hidden="true"><path class="filled" d="M5 3.5a3.5 3.5 0 0 1 3.3 2.4h3.4a3.5 3.5 0 1 1 0 2.2h-3.4a3.5 3.5 0 1 1-3.3-4.6z"/></svg> "Metro " <b>{counts.metros}</b></li> };
            entries.insert(1, bar.into_any());
        }
        entries
    };
    let dated = words::date(state.catalog.version());
    view! {
        <footer class="foot">
            <ul class="legend" aria-label="Legend">{entries}</ul>
            <p><span>"Data " {dated}</span> <span>"Unofficial, not affiliated with Microsoft"</span></p>
        </footer>
    }
}

struct Counts {
    locations: usize,
    metros: usize,
    open: usize,
    restricted: usize,
    announced: usize,
}

fn counts(state: AppState, cloud: Cloud) -> Counts {
    let catalog = state.catalog;
    let locations = || catalog.location_ids().map(|id| catalog.location(id)).filter(move |row| row.cloud == cloud);
    let live = || catalog.live_regions(cloud).map(|id| catalog.region(id));
    let restricted = |row: &&reach::tables::RegionRow| row.access == RegionAccess::Restricted && cloud == Cloud::Public;
    let of_cloud = catalog.region_ids().map(|id| catalog.region(id)).filter(|row| row.cloud == cloud);
    Counts {
        locations: locations().filter(|row| !row.metro).count(),
        metros: locations().filter(|row| row.metro).count(),
        open: live().filter(|row| !restricted(row)).count(),
        restricted: live().filter(restricted).count(),
        announced: of_cloud.filter(|row| row.status == RegionStatus::Announced).count(),
    }
}

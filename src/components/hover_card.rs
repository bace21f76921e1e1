//! The small card beside the mark under the pointer: at once, and never over the mark.

use crate::state::AppState;
use crate::words;
use leptos::prelude::*;
use reach::explain;
use reach::id::{PeeringLocationId, RegionId};
use reach::reachable::Destination;
use reach::tables::RegionStatus;
use scene::layout::Target;

/// Reads what is hovered and the answers; writes nothing.
#[component]
pub fn HoverCard() -> impl IntoView {
    let state = expect_context::<AppState>();
    let card = move || {
        let hover = state.choices.hovered.get()?;
        let text = match hover.target {
            Target::Location(location) => location_text(state, location),
            Target::Region(region) => region_text(state, region),
        };
        let (name, kind, told) = text;
        // Left of the mark on the right half of the screen, above it on the lower half: the card stays on the page.
        let width = window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or(1024.0);
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(768.0);
        let sideways = if hover.at.x > width * 0.55 { "left" } else { "right" };
        let along = if hover.at.y > height * 0.6 { "above" } else { "below" };
        let (x, y) = (hover.at.x.round() as i32, hover.at.y.round() as i32);
        Some(view! {
            <div class=format!("hover-card {sideways} {along}") style:left=format!("{x}px") style:top=format!("{y}px")>
                <strong>{name}</strong>
                <span>{kind}</span>
                {told.map(|it| view! { <p>{it}</p> })}
            </div>
        })
    };
    let spoken = move || {
        let hover = state.choices.hovered.get()?;
        let (name, kind, told) = match hover.target {
            Target::Location(location) => location_text(state, location),
            Target::Region(region) => region_text(state, region),
        };
        Some(format!("{name}, {kind}. {}", told.unwrap_or_default()))
    };
    view! { <div aria-hidden="true">{card}</div> <p class="unseen" role="status">{spoken}</p> }
}

type Text = (String, String, Option<String>);

fn location_text(state: AppState, location: PeeringLocationId) -> Text {
    let row = state.catalog.location(location);
    let kind = if row.metro { "Metro location" } else { "Peering location" };
    let told = match state.derived.links.get().iter().find(|it| it.to.location == location) {
        Some(link) => explain::link_reason(state.catalog, link),
        None => {
            let site = if row.facility.is_empty() { "Site not documented" } else { &row.facility };
            format!("{site}; {}", words::counted(usize::from(row.providers_available), "provider", "providers"))
        }
    };
    (row.name.clone(), kind.to_owned(), Some(told))
}

fn region_text(state: AppState, region: RegionId) -> Text {
    let row = state.catalog.region(region);
    let kind = match row.status {
        RegionStatus::Live => format!("Azure region, {}", if row.place.is_empty() { &row.geography } else { &row.place }),
        RegionStatus::Announced => "Azure region, announced".to_owned(),
        RegionStatus::Canary | RegionStatus::Retired => "Azure region, not in use".to_owned(),
    };
    let answers = state.derived.answers.get();
    let answer = answers.iter().find(|it| it.to == Destination::Region(region));
    (row.name.clone(), kind, answer.map(|it| explain::reason(state.catalog, it)))
}

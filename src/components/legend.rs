//! The foot of the page: what the marks mean, how many there are, how old the data is, and whose page this is not.

use crate::components::dom::{El, el, icon};
use crate::components::glyph::glyph;
use crate::state::AppState;
use crate::words;
use leptos::prelude::Get;
use reach::sku::Cloud;
use reach::tables::{RegionAccess, RegionRow, RegionStatus};
use scene::scene::{Glyph as Mark, Inside, Outline};
use scene::theme::Ink;

/// Two discs and a bar.
const METRO: &str = "M5 3.5a3.5 3.5 0 0 1 3.3 2.4h3.4a3.5 3.5 0 1 1 0 2.2h-3.4a3.5 3.5 0 1 1-3.3-4.6z";

/// Reads the cloud; writes nothing.
pub fn legend(state: AppState) -> El {
    let entries = move || entries(state, state.choices.cloud.get());
    el("footer")
        .class("foot")
        .child(el("ul").class("legend").attr("aria-label", "Legend").live(entries))
        .child(credit(state, ""))
}

/// How old the data is, and whose page this is not. A narrow screen has no foot, so it stands elsewhere there.
pub fn credit(state: AppState, class: &str) -> El {
    let dated = ["Data ", &words::date(state.catalog.version())].concat();
    let told = el("p").class(class).child(el("span").text(&dated)).text(" ");
    told.child(el("span").text("Unofficial, not affiliated with Microsoft"))
}

fn entries(state: AppState, cloud: Cloud) -> Vec<El> {
    let counts = counts(state, cloud);
    let square = |inside, outline| Mark::Square { inside, outline };
    let (place, outline) = match cloud {
        Cloud::Public => (Mark::Disc, Outline::Plain),
        Cloud::UsGov => (Mark::TriangleUp, Outline::PointUp),
        Cloud::China => (Mark::TriangleDown, Outline::PointDown),
    };
    let metro = icon("glyph wide metro", "0 0 20 14", METRO);
    let all = [
        (glyph(place, Ink::Text), "Location", counts.locations),
        (metro, "Metro", counts.metros),
        (glyph(square(Inside::Solid, outline), Ink::RegionIdle), "Region", counts.open),
        (glyph(square(Inside::Solid, Outline::Cut), Ink::RegionIdle), "Restricted", counts.restricted),
        (glyph(square(Inside::Dotted, Outline::Plain), Ink::RegionIdle), "Announced", counts.announced),
    ];
    let entry = |(picture, name, count): (El, &str, usize)| {
        (count > 0).then(|| el("li").child(picture).text(&[name, " "].concat()).child(el("b").text(&count.to_string())))
    };
    all.into_iter().filter_map(entry).collect()
}

struct Counts {
    locations: usize,
    metros: usize,
    open: usize,
    restricted: usize,
    announced: usize,
}

fn counts(state: AppState, cloud: Cloud) -> Counts {
    let mut counts = Counts { locations: 0, metros: 0, open: 0, restricted: 0, announced: 0 };
    for row in state.catalog.location_ids().map(|id| state.catalog.location(id)).filter(|row| row.cloud == cloud) {
        *(if row.metro { &mut counts.metros } else { &mut counts.locations }) += 1;
    }
    // In the national clouds every region is for their customers only, so the word would say nothing.
    let restricted = |row: &RegionRow| row.access == RegionAccess::Restricted && cloud == Cloud::Public;
    for row in state.catalog.region_ids().map(|id| state.catalog.region(id)).filter(|row| row.cloud == cloud) {
        match row.status {
            RegionStatus::Live if restricted(row) => counts.restricted += 1,
            RegionStatus::Live => counts.open += 1,
            RegionStatus::Announced => counts.announced += 1,
            RegionStatus::Canary | RegionStatus::Retired => {}
        }
    }
    counts
}

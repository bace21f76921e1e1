//! A connectivity provider: the locations where it offers circuits.

use crate::answer::Answer;
use crate::answer::rows::{self, Row};
use crate::data::Data;
use crate::dom::El;
use find::item::Found;
use reach::id::PeeringLocationId;

/// The answer about a provider.
pub fn answer(data: &Data, at: u16) -> Answer {
    let of = |available: bool| -> Vec<PeeringLocationId> {
        let offers = data.providers.offers.iter().filter(|it| it.provider == at && it.available == available);
        offers.map(|it| it.location).collect()
    };
    let (now, soon) = (of(true), of(false));
    let places = now.iter().chain(&soon).map(|id| data.catalog.location_point(*id)).collect();
    let head = |count: usize| if count == 1 { "location" } else { "locations" };
    let groups = [
        group(data, &now, head(now.len()), "Circuits can be created here."),
        group(data, &soon, "coming soon", "Named by the documents, but circuits cannot be created yet."),
    ];
    let rules = data.catalog.rule_sources();
    let sources = rows::folded_sources(data, [rules.locations, rules.metro]);
    Answer {
        title: data.shown().name(Found::Provider(at)),
        told: "Connectivity provider".to_owned(),
        body: groups.into_iter().flatten().chain([sources]).collect(),
        foot: vec![rows::credit(data)],
        places,
        ..Answer::default()
    }
}

fn group(data: &Data, ids: &[PeeringLocationId], head: &str, hint: &str) -> Option<El> {
    let line = |id: &PeeringLocationId| {
        let place = data.shown().place(Found::Location(*id));
        rows::location(data, &Row { location: *id, sku: None, told: &place, km: "", ms: "", more: "" })
    };
    rows::group(ids.len(), head, hint, true, false, ids.iter().map(line).collect())
}

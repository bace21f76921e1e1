//! Rows of locations and regions, as several kinds of cards have them.

use crate::card::Row;
use crate::data::Data;
use crate::question::{About, Question};
use find::fold::slug_of;
use find::item::Found;
use reach::id::{PeeringLocationId, RegionId};
use reach::tables::RegionStatus;
use words::{say, say_count, say_with};

/// A location without a distance.
pub fn location(data: &Data, id: PeeringLocationId, told: String) -> Row {
    row(Found::Location(id), data.catalog.location(id).name.clone(), None, told)
}

/// A region without a distance.
pub fn region(data: &Data, id: RegionId, told: String) -> Row {
    let of = data.catalog.region(id);
    row(Found::Region(id), of.name.clone(), Some(About::Region(of.slug.clone())), told)
}

/// A provider; `listed` is its name as a document prints it, where that is another.
pub fn provider(data: &Data, at: u16, listed: &str) -> Row {
    let name = data.providers.providers.get(usize::from(at)).cloned().unwrap_or_default();
    let told = if listed.is_empty() { String::new() } else { say_with("listed as {name}", &[("name", listed)]) };
    let about = About::Provider(slug_of(&name));
    row(Found::Provider(at), name, Some(about), told)
}

fn row(found: Found, name: String, goes: Option<About>, told: String) -> Row {
    let goes = goes.map(Question::about);
    let (more, km, ms) = (String::new(), String::new(), String::new());
    Row { found, name, goes, sku: None, told, more, km, ms, measured: None, documents: Vec::new() }
}

/// What sets a region apart from one that is in use and open.
pub fn status(status: RegionStatus) -> String {
    match status {
        RegionStatus::Live => String::new(),
        RegionStatus::Announced => say("announced").into_owned(),
        RegionStatus::Canary => say("for early updates only").into_owned(),
        RegionStatus::Retired => say("retired").into_owned(),
    }
}

/// The heading of a list of locations.
pub fn locations_head(count: usize) -> String {
    say_count(count, "{count} peering location", "{count} peering locations", &[])
}

/// The heading of a list of regions.
pub fn regions_head(count: usize) -> String {
    say_count(count, "{count} Azure region", "{count} Azure regions", &[])
}

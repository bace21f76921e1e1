//! A list of regions as people write or paste it → regions. What is not known is told with its line; the rest is kept.

use crate::catalog::Catalog;
use crate::id::{GeopoliticalRegionId, RegionId};
use crate::names::{NameError, Names};
use crate::question;
use crate::sku::Cloud;
use crate::tables::RegionStatus;

/// A list as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionList {
    /// The regions, each once, in the order of the list.
    pub regions: Vec<RegionId>,
    /// The names that mean no region, or more than one, in the order of the list.
    pub unread: Vec<Unread>,
}

/// A name of a list that is not one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, with names that are near.
    pub error: NameError,
}

/// Reads a list: one name a line, or several with commas, semicolons or tabs between them. A name is looked for as
/// [`question::region`] does, in the cloud `own` first; the name of a geopolitical region stands for its regions that are
/// in use. Case, hyphens, quotes and bullets do not count, as with every name.
pub fn read_region_list(catalog: &Catalog, names: &Names, text: &str, own: Cloud) -> RegionList {
    let mut list = RegionList::default();
    for (at, line) in text.lines().enumerate() {
        let parts = line.split([',', ';', '\t']).map(str::trim);
        for name in parts.filter(|it| it.chars().any(char::is_alphanumeric)) {
            match regions_named(catalog, names, name, own) {
                Ok(found) => add(&mut list.regions, found),
                Err(error) => list.unread.push(Unread { line: at + 1, error }),
            }
        }
    }
    list
}

/// The regions of a geopolitical region that are in use, in slug order.
pub fn regions_within(catalog: &Catalog, area: GeopoliticalRegionId) -> Vec<RegionId> {
    let within = |id: &RegionId| {
        let row = catalog.region(*id);
        row.geopolitical_region == Some(area) && row.status == RegionStatus::Live
    };
    catalog.region_ids().filter(within).collect()
}

/// Adds what is not in the list yet.
pub fn add(regions: &mut Vec<RegionId>, more: impl IntoIterator<Item = RegionId>) {
    for id in more {
        if !regions.contains(&id) {
            regions.push(id);
        }
    }
}

fn regions_named(catalog: &Catalog, names: &Names, name: &str, own: Cloud) -> Result<Vec<RegionId>, NameError> {
    let unknown = match question::region(names, name, own, None) {
        Err(error @ NameError::Unknown { .. }) => error,
        other => return other.map(|id| vec![id]),
    };
    match names.geopolitical_region(name, own) {
        Err(error @ NameError::Unknown { .. }) => {
            let near = unknown.near().iter().chain(error.near()).cloned().collect();
            Err(NameError::Unknown { what: "Azure region or geopolitical region", value: name.to_owned(), near })
        }
        other => other.map(|area| regions_within(catalog, area)),
    }
}

//! The peering locations: what the map shows while nothing is chosen.

use crate::data::Data;
use crate::table::{About, Cell, Column, Row, Table, kind_of};
use find::facets::{Facet, Offers};
use find::filters::Filters;
use reach::id::PeeringLocationId;
use reach::sku::Cloud;
use words::say;

/// The locations of a cloud that meet the filters.
pub fn table(data: &Data, cloud: Cloud, filters: &Filters) -> Table {
    let rules = data.catalog.rule_sources();
    Table {
        caption: words::say_with("Peering locations of the {cloud} cloud", &[("cloud", &say(cloud.name()))]),
        note: String::new(),
        columns: columns(),
        rows: taken(data, cloud, filters).map(|id| row(data, id)).collect(),
        sources: vec![rules.locations, rules.metro, rules.geopolitical, rules.global_reach],
        sorted_by: 0,
    }
}

/// The locations of a cloud that meet the filters, in slug order.
pub fn taken<'a>(data: &'a Data, cloud: Cloud, filters: &'a Filters) -> impl Iterator<Item = PeeringLocationId> + 'a {
    let catalog = data.catalog;
    let own = catalog.location_ids().filter(move |id| catalog.location(*id).cloud == cloud);
    own.filter(|id| filters.takes(data.facts(), id.index()))
}

fn columns() -> Vec<Column> {
    vec![
        Column::text(say("Location")),
        Column::text(say("Kind")),
        Column::text(say("Country")),
        Column::text(say("Geopolitical region")),
        Column::lines(say("Facility")),
        Column::number(say("Zone")),
        Column::text(say("Direct")),
        Column::lines(say("Local regions")),
        Column::text(say("Global Reach")),
        Column::number(say("Providers")),
        Column::number(say("Coming soon")),
    ]
}

fn row(data: &Data, id: PeeringLocationId) -> Row {
    let catalog = data.catalog;
    let row = catalog.location(id);
    let shown = data.shown();
    let number = |count: u16| Cell::number(count.to_string(), u32::from(count));
    let zone = match row.pricing_zone {
        Some(zone) => number(u16::from(zone)),
        None => Cell::not_documented(),
    };
    Row {
        about: About::Location(id),
        cells: vec![
            Cell::text(&row.name),
            kind_of(row),
            Cell::text(shown.country(&row.country)),
            Cell::text(say(&catalog.geopolitical_region(row.geopolitical_region).name)),
            Cell::known(&row.facility),
            zone,
            Cell::yes_no(row.direct),
            local_regions(data, id),
            Cell::yes_no(global_reach(data, id)),
            number(row.providers_available),
            number(row.providers_coming),
        ],
    }
}

/// The Local regions by name; "none" where Local is not offered, and what stands against it where the sources disagree.
fn local_regions(data: &Data, id: PeeringLocationId) -> Cell {
    let catalog = data.catalog;
    let names = |ids: &[reach::id::RegionId]| {
        ids.iter().map(|it| catalog.region(*it).name.as_str()).collect::<Vec<_>>().join(", ")
    };
    match &catalog.location(id).local_regions {
        None => Cell::not_documented(),
        Some(ids) if !ids.is_empty() => Cell::text(names(ids)),
        Some(_) if reach::explain::local_regions_of_kin(catalog, id) => Cell::text(say("sources disagree")),
        Some(_) => Cell { key: crate::table::Key::Nothing, ..Cell::text(say("none")) },
    }
}

/// Whether a circuit there can be linked at all, as the filter has it.
fn global_reach(data: &Data, id: PeeringLocationId) -> Option<bool> {
    let facts = data.facts();
    let mut found = None;
    facts.each_value(Facet::GlobalReach, Offers::default(), id.index(), |value| {
        found = facts.choices(Facet::GlobalReach).get(usize::from(value)).map(|it| it.slug.as_str());
    });
    match found {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    }
}

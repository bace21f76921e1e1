//! Who offers circuits where: a row for each provider and location.

use crate::data::Data;
use crate::table::{About, Cell, Column, Row, Table, locations};
use find::facets::{Facet, Offers};
use find::filters::Filters;
use reach::sku::Cloud;
use reach::tables::OfferRow;
use words::{say, say_with};

/// The offers at the locations of a cloud that meet the filters; while providers are chosen, theirs alone.
pub fn table(data: &Data, cloud: Cloud, filters: &Filters) -> Table {
    let taken: Vec<_> = locations::taken(data, cloud, filters).collect();
    let chosen = filters.chosen(Facet::Provider);
    let counts = |offer: &&OfferRow| {
        let status = match filters.offers() {
            Offers::Available => offer.available,
            Offers::ComingSoon => !offer.available,
            Offers::Any => true,
        };
        chosen.is_empty() || (status && chosen.contains(&offer.provider))
    };
    let own = data.providers.offers.iter().filter(|it| taken.binary_search(&it.location).is_ok());
    let rules = data.catalog.rule_sources();
    Table {
        caption: say_with("Providers at the peering locations of the {cloud} cloud", &[("cloud", &say(cloud.name()))]),
        note: String::new(),
        columns: vec![
            Column::text(say("Provider")),
            Column::text(say("Location")),
            Column::text(say("Status")),
            Column::text(say("Country")),
            Column::text(say("Geopolitical region")),
        ],
        rows: own.filter(counts).map(|it| row(data, it)).collect(),
        sources: vec![rules.locations, rules.metro],
        sorted_by: 0,
    }
}

fn row(data: &Data, offer: &OfferRow) -> Row {
    let catalog = data.catalog;
    let location = catalog.location(offer.location);
    let name = data.providers.providers.get(usize::from(offer.provider)).map_or("", String::as_str);
    let (status, word) = match offer.available {
        true => (say("available"), "available"),
        false => (say("coming soon"), "coming_soon"),
    };
    Row {
        about: About::Provider(offer.provider),
        cells: vec![
            Cell::text(name),
            Cell::text(&location.name),
            Cell::text(status).copied_as(word),
            Cell::text(data.shown().country(&location.country)),
            Cell::text(say(&catalog.geopolitical_region(location.geopolitical_region).name)),
        ],
    }
}

//! The card of a connectivity provider: the locations where it offers circuits.

use crate::card::facts::place;
use crate::card::{Card, Row, Section, conflicts, each_once, location_row, own_documents};
use crate::data::Data;
use find::item::Found;
use reach::details::OfferDetail;
use reach::tables::OfferRow;
use words::{say, say_count, say_with};

/// Everything the tables hold of a provider: a place in the provider table.
pub fn card(data: &Data, at: u16) -> Card {
    let name = data.shown().name(Found::Provider(at));
    let offers = data.providers.offers.iter().zip(&data.details.offers).filter(|it| it.0.provider == at);
    let offers: Vec<(&OfferRow, &OfferDetail)> = offers.collect();
    let listed: Vec<&str> = offers.iter().map(|it| it.1.listed.as_str()).filter(|it| !it.is_empty()).collect();
    let disagree = conflicts::section(data, &name, |it| it.provider == name || listed.contains(&it.provider.as_str()));
    let mut sections = vec![group(data, &name, &offers, true), group(data, &name, &offers, false), disagree];
    sections.retain(|it| !it.is_empty());
    let places = offers.iter().map(|it| data.catalog.location_point(it.0.location)).collect();
    Card { title: name, told: say("Connectivity provider").into_owned(), sections, places, ..Card::default() }
}

fn group(data: &Data, name: &str, offers: &[(&OfferRow, &OfferDetail)], available: bool) -> Section {
    let these: Vec<_> = offers.iter().filter(|it| it.0.available == available).collect();
    let row = |it: &&(&OfferRow, &OfferDetail)| {
        let id = it.0.location;
        let location = data.catalog.location(id);
        let place = place(data, &location.country, location.cloud);
        let direct = location.direct == Some(true);
        let values = [("place", place.as_str()), ("name", it.1.listed.as_str())];
        let told = match (it.1.listed.is_empty(), direct) {
            (true, false) => place.clone(),
            (true, true) => say_with("{place}; Direct", &values),
            (false, false) => say_with("{place}; listed as {name}", &values),
            (false, true) => say_with("{place}; Direct; listed as {name}", &values),
        };
        Row { documents: own_documents(data, &it.1.sources), ..location_row::location(data, id, told) }
    };
    let head = match available {
        true => say_count(these.len(), "{count} location", "{count} locations", &[]),
        false => say_count(these.len(), "{count} coming soon", "{count} coming soon", &[]),
    };
    let hint = match available {
        true => say("Circuits can be created here. Direct: the location offers ExpressRoute Direct, too."),
        false => say("Named by the documents, but circuits cannot be created yet."),
    };
    let sources = these.iter().flat_map(|it| own_documents(data, &it.1.sources));
    Section {
        head,
        about: say_with("Locations of {name}", &[("name", name)]),
        hint: hint.into_owned(),
        documents: each_once(sources.collect::<Vec<_>>()),
        rows: these.iter().map(row).collect(),
        ..Section::default()
    }
}

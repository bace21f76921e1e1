//! Whom a circuit at the chosen location can be linked to by Global Reach.

use crate::data::Data;
use crate::table::{About, Cell, Column, Row, Table};
use find::filters::Filters;
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::link::{LinkAnswer, LinkEnd, LinkTest, LinkVerdict, links_of};
use reach::order::{number_of, sort_by_number};
use reach::sku::Sku;
use words::{say, say_with};

/// The links of a circuit at `location` with `sku` to circuits of the same SKU at the locations that meet the filters.
pub fn table(data: &Data, location: PeeringLocationId, sku: Sku, filters: &Filters) -> Table {
    let catalog = data.catalog;
    let mut links = links_of(catalog, LinkEnd { location, sku }, sku);
    sort_by_number(&mut links, |it| number_of(it.distance.0.0));
    links.retain(|it| filters.takes(data.facts(), it.to.location.index()));
    let mut sources: Vec<SourceId> = links.iter().flat_map(|it| explain::link_sources(catalog, it)).collect();
    sources.sort();
    sources.dedup();
    let [linkable, all] =
        [links.iter().filter(|it| it.verdict == LinkVerdict::Linkable).count(), links.len()].map(|it| it.to_string());
    Table {
        caption: say_with(
            "Global Reach from a {sku} circuit at {location}: {count} of {all} locations linkable",
            &[("sku", sku.name()), ("location", &catalog.location(location).name), ("count", &linkable), ("all", &all)],
        ),
        note: say("Global Reach joins on-premises to on-premises, pair by pair.").into_owned(),
        columns: vec![
            Column::text(say("Location")),
            Column::words(say("Verdict")),
            Column::words(say("First test that fails")),
            Column::lines(say("What would mend it")),
            Column::distances(),
            Column::lines(say("Why")),
        ],
        rows: links.iter().map(|it| row(data, it)).collect(),
        sources,
        sorted_by: 1,
    }
}

/// What stands there while no location is chosen.
pub fn without_location() -> Table {
    Table {
        caption: say("Global Reach").into_owned(),
        note: say("Choose a location first, on the map or in the table of locations: a link has two ends.")
            .into_owned(),
        columns: vec![Column::text(say("Location")), Column::text(say("Verdict"))],
        ..Table::default()
    }
}

fn row(data: &Data, answer: &LinkAnswer) -> Row {
    let catalog = data.catalog;
    let to = catalog.location(answer.to.location);
    let word = verdict_word(answer.verdict);
    let verdict = match answer.likely {
        Some(likely) => {
            say_with("{verdict}, likely {likely}", &[("verdict", &word), ("likely", &verdict_word(likely))])
        }
        None => word.into_owned(),
    };
    let failed = match answer.failed.first() {
        Some(test) => Cell::text(test_word(*test)).copied_as(test.as_str()),
        None => Cell::empty(),
    };
    let (whole, basis) = (answer.distance.0.whole(), answer.distance.1);
    Row {
        about: About::Location(answer.to.location),
        cells: vec![
            Cell::text(&to.name),
            Cell::text(verdict).by(answer.verdict as u32).copied_as(answer.verdict.as_str()),
            failed,
            Cell::text(explain::link_remedy(answer).map(say).unwrap_or_default()),
            Cell::number(words::distance(whole, basis), whole),
            Cell::text(explain::link_reason_in(catalog, answer, say_with)),
        ],
    }
}

/// The core's verdicts in the words of the page.
pub fn verdict_word(verdict: LinkVerdict) -> std::borrow::Cow<'static, str> {
    match verdict {
        LinkVerdict::Linkable => say("linkable"),
        LinkVerdict::NeedsPremium => say("needs Premium"),
        LinkVerdict::NotLinkable => say("not linkable"),
        LinkVerdict::NotDocumented => say("not documented"),
    }
}

fn test_word(test: LinkTest) -> std::borrow::Cow<'static, str> {
    match test {
        LinkTest::OtherCloud => say("another cloud"),
        LinkTest::LocalSku => say("Local takes no part"),
        LinkTest::SameLocation => say("the same location"),
        LinkTest::PlaceNotListed => say("place not listed"),
        LinkTest::NotDocumented => say("not documented"),
        LinkTest::NeedsPremium => say("another geopolitical region"),
    }
}

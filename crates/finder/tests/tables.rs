//! The tables' rows against the core's own answers, over the whole data set.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use expressroute_finder::data::Data;
use expressroute_finder::table::{About, Cell, Row, Sorting, Table, links, locations, offers, regions};
use find::filters::Filters;
use reach::json::{link_json, reach_json};
use reach::link::{LinkEnd, links_of};
use reach::reachable::{Circuit, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;

fn data() -> Data {
    Data::packed().unwrap()
}

/// The cell of a row under a head.
fn cell<'a>(table: &Table, row: &'a Row, head: &str) -> &'a Cell {
    let at = table.columns.iter().position(|it| it.head == head).unwrap();
    &row.cells[at]
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let data = data();
    let amsterdam = data.catalog.location_by_slug("amsterdam").unwrap();
    let none = Filters::default();
    let tables = [
        locations::table(&data, Cloud::Public, &none),
        regions::facts(&data, Cloud::Public),
        regions::reached(&data, amsterdam, Sku::Standard),
        links::table(&data, amsterdam, Sku::Premium, &none),
        offers::table(&data, Cloud::Public, &none),
    ];
    for table in &tables {
        assert!(!table.rows.is_empty() && !table.sources.is_empty(), "{}", table.caption);
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{}: {row:?}", table.caption);
        }
    }
}

#[test]
fn the_verdict_of_every_region_is_that_of_the_core_from_everywhere_under_every_sku() {
    let data = data();
    let catalog = data.catalog;
    for location in catalog.location_ids() {
        for sku in Sku::ALL.iter().copied() {
            let table = regions::reached(&data, location, sku);
            let answers = reach_of(catalog, Circuit { location, sku, peering: Peering::Private });
            assert_eq!(table.rows.len(), answers.len());
            for answer in &answers {
                let json = reach_json(catalog, answer);
                let about = About::Region(catalog.region_by_slug(json.to).unwrap());
                let row = table.rows.iter().find(|it| it.about == about).unwrap();
                assert_eq!(cell(&table, row, "Verdict").copied, json.verdict.as_str());
                assert_eq!(cell(&table, row, "Why").text, json.reason);
                let smallest = json.smallest_sku.map_or("not documented", Sku::as_str);
                assert!(cell(&table, row, "Smallest SKU").copied.starts_with(smallest), "{json:?}");
                let km = &cell(&table, row, "km").copied;
                let near = km == "in or near the metro" && catalog.location(location).local_regions.is_some();
                assert!(near || Some(km.clone()) == json.distance_km.map(|it| it.to_string()), "{km} {json:?}");
            }
        }
    }
}

#[test]
fn the_links_of_every_location_are_those_of_the_core_under_every_sku() {
    let data = data();
    let catalog = data.catalog;
    for location in catalog.location_ids() {
        for sku in Sku::ALL.iter().copied() {
            let table = links::table(&data, location, sku, &Filters::default());
            let answers = links_of(catalog, LinkEnd { location, sku }, sku);
            assert_eq!(table.rows.len(), answers.len());
            for answer in &answers {
                let json = link_json(catalog, answer);
                let about = About::Location(catalog.location_by_slug(json.to).unwrap());
                let row = table.rows.iter().find(|it| it.about == about).unwrap();
                assert_eq!(cell(&table, row, "Verdict").copied, json.verdict.as_str());
                let failed = json.failed_test.map_or("", reach::link::LinkTest::as_str);
                assert_eq!(cell(&table, row, "First test that fails").copied, failed);
                assert_eq!(cell(&table, row, "What would mend it").text, json.remedy.unwrap_or_default());
                assert_eq!(cell(&table, row, "km").copied, json.distance_km.to_string());
                assert_eq!(cell(&table, row, "Why").text, json.reason);
            }
        }
    }
}

#[test]
fn what_is_reached_stands_first_and_the_nearest_of_it_before_the_others() {
    let data = data();
    let at = |slug: &str| data.catalog.location_by_slug(slug).unwrap();
    let first = |table: &Table| {
        let shown = table.shown("", Sorting { column: table.sorted_by, descending: false });
        shown.iter().take(3).map(|it| table.rows[*it].cells[0].text.clone()).collect::<Vec<_>>()
    };
    // The panel of the page says the same: West Europe is in or near the metro, Frankfurt 356 km away and London 359.
    let reached = regions::reached(&data, at("amsterdam"), Sku::Standard);
    assert_eq!(first(&reached), ["West Europe", "Germany West Central", "UK South"]);
    // The other site of the metro is the nearest that can be linked.
    let linked = links::table(&data, at("london"), Sku::Standard, &Filters::default());
    assert_eq!(first(&linked)[0], "London2");
}

#[test]
fn filters_leave_rows_out_and_change_none() {
    let data = data();
    let filters = Filters::parse(data.facts(), "country:NL");
    let names = |table: &Table| table.rows.iter().map(|it| it.cells[0].text.clone()).collect::<Vec<_>>();
    // The Netherlands have the two sites and the Metro location of Amsterdam.
    let dutch = ["Amsterdam", "Amsterdam Metro", "Amsterdam2"];
    assert_eq!(names(&locations::table(&data, Cloud::Public, &filters)), dutch);
    let london = data.catalog.location_by_slug("london").unwrap();
    let mut linked = names(&links::table(&data, london, Sku::Standard, &filters));
    linked.sort();
    assert_eq!(linked, dutch);
    let all = offers::table(&data, Cloud::Public, &Filters::default());
    let own = offers::table(&data, Cloud::Public, &filters);
    let expected = all.rows.iter().filter(|it| dutch.contains(&it.cells[1].text.as_str()));
    assert_eq!(own.rows.len(), expected.count());
    assert!(own.rows.len() > 10 && own.rows.len() < all.rows.len());
}

#[test]
fn the_providers_of_a_filter_stand_alone_in_their_table() {
    let data = data();
    let filters = Filters::parse(data.facts(), "provider:megaport");
    let table = offers::table(&data, Cloud::Public, &filters);
    assert!(table.rows.len() > 20, "{}", table.rows.len());
    for row in &table.rows {
        let read = [&row.cells[0].text, &row.cells[2].text];
        assert_eq!(read, ["Megaport", "available"]);
    }
}

#[test]
fn what_is_not_documented_is_said_in_the_tables() {
    let data = data();
    let table = locations::table(&data, Cloud::Public, &Filters::default());
    let row = table.rows.iter().find(|it| it.cells[0].text == "New York2").unwrap();
    for head in ["Zone", "Direct", "Local regions"] {
        assert_eq!(cell(&table, row, head).text, "not documented", "{head}");
    }
    let vienna = table.rows.iter().find(|it| it.cells[0].text == "Vienna").unwrap();
    assert_eq!(cell(&table, vienna, "Local regions").text, "sources disagree");
    let regions = regions::facts(&data, Cloud::Public);
    let shown = data.catalog.region_ids().filter(|id| {
        let row = data.catalog.region(*id);
        row.cloud == Cloud::Public && matches!(row.status, RegionStatus::Live | RegionStatus::Announced)
    });
    assert_eq!(regions.rows.len(), shown.count());
}

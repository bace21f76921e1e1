//! Reports of an error in one fact, one row, one disagreement, or a list. What is expected was read in the tables by hand.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use expressroute_finder::answer::compare;
use expressroute_finder::answer::matrix::{self, Matrix};
use expressroute_finder::card::copied::Origin;
use expressroute_finder::card::report::{Part, key, text};
use expressroute_finder::card::{Card, location, provider, region};
use expressroute_finder::data::Data;
use reach::link::LinkEnd;
use reach::region_list::RegionList;
use reach::sku::Sku;

const ORIGIN: Origin<'static> = Origin { version: "2026-04-28", address: "https://atlas.example/#find=x:y" };

fn world() -> Data {
    Data::packed().unwrap()
}

fn at(data: &Data, slug: &str) -> Card {
    location::card(data, data.catalog.location_by_slug(slug).unwrap())
}

/// The report of the first fact, row or disagreement of this name.
fn report(card: &Card, name: &str) -> String {
    let found = card.sections.iter().enumerate().find_map(|(at, section)| {
        let fact = section.facts.iter().position(|it| it.name == name).map(Part::Fact);
        let row = section.rows.iter().position(|it| it.name == name).map(Part::Row);
        let conflict = section.conflicts.iter().position(|it| it.subject == name).map(Part::Conflict);
        Some(key(at, fact.or(row).or(conflict)?))
    });
    text(card, &found.unwrap(), &ORIGIN).unwrap()
}

#[test]
fn a_fact_is_reported_alone_with_its_card_value_documents_dates_and_address() {
    let data = world();
    let told = report(&at(&data, "amsterdam"), "Belongs to");
    let reference = &data.details.document_of("GEO").unwrap().row.reference;
    let expected = format!(
        "Error in: Belongs to

What is wrong, and what it should say:

The document that says so, with its title, address and date:

What it says now:
Card: Amsterdam, Peering location in Netherlands
Fact: Belongs to
Value: Europe
Source: Azure regions and peering locations by geopolitical region, 2 Nov 2025. {reference}
Address: https://atlas.example/#find=x:y
ExpressRoute Atlas, data of 28 Apr 2026. Unofficial, not affiliated with Microsoft.
"
    );
    assert_eq!(told, expected);
}

#[test]
fn a_fact_without_documents_of_its_own_rests_on_those_of_its_section() {
    let data = world();
    let told = report(&at(&data, "amsterdam"), "Facility");
    assert!(told.contains("\nValue: Equinix AM5\n"), "{told}");
    let sources = |told: &str| -> Vec<String> {
        told.lines().filter(|it| it.starts_with("Source: ")).map(str::to_owned).collect()
    };
    // The geopolitical table and the list of buildings, which the row names as well, say nothing of facilities.
    assert_eq!(sources(&told).len(), 1, "{told}");
    assert!(sources(&told)[0].contains(", 28 Apr 2026. "), "{told}");
    assert!(!told.contains("Pricing zone"), "no other fact: {told}");
    // A note may be about any of them: each stands there with its own date.
    let told = report(&at(&data, "atlanta2"), "Note");
    let dates = [", 28 Apr 2026. ", ", 2 Nov 2025. ", ", 24 May 2020. "];
    assert_eq!(sources(&told).len(), dates.len(), "{told}");
    assert!(sources(&told).iter().zip(dates).all(|(it, date)| it.contains(date)), "{told}");
}

#[test]
fn a_row_is_reported_with_the_list_that_it_stands_in_and_its_own_document() {
    let data = world();
    let megaport = data.providers.providers.iter().position(|it| it == "Megaport").unwrap();
    let card = provider::card(&data, megaport as u16);
    // The row of Brussels Metro stands on the Metro page, that of Amsterdam in the location list.
    for (name, list, document) in [
        ("Brussels Metro", "coming soon. Named by the documents", "About ExpressRoute Metro, 6 May 2026. "),
        ("Amsterdam", "locations. Circuits can be created here.", "connectivity providers, 28 Apr 2026. "),
    ] {
        let told = report(&card, name);
        assert!(told.starts_with(&format!("Error in: {name}\n")), "{told}");
        let line = |start: &str| told.lines().find(|it| it.starts_with(start)).unwrap();
        assert!(line("List: ").contains(list), "{told}");
        assert_eq!(told.matches("Source: ").count(), 1, "{told}");
        assert!(line("Source: ").contains(document), "{told}");
    }
    let uksouth = region::card(&data, data.catalog.region_by_slug("uksouth").unwrap());
    let told = report(&uksouth, "London2");
    assert!(told.contains("\nList: 2 reach it with Local. The region stands in their Local column.\n"), "{told}");
}

#[test]
fn a_disagreement_is_reported_with_both_sides() {
    let data = world();
    let told = report(&at(&data, "brussels"), "Brussels: Local column");
    for part in [
        "Error in: Brussels: Local column\n",
        "\nMETRO: Local to Belgium Central in the row of Brussels Metro on the Metro page\n",
        "\nLOC: no Local region in the location list\n",
        "\nTaken: each row kept as printed; both are shown\n",
        "\nSource: About ExpressRoute Metro, 6 May 2026. ",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn a_list_is_reported_as_a_whole() {
    let data = world();
    let card = at(&data, "amsterdam");
    let place = card.sections.iter().position(|it| it.about == "Providers of Amsterdam").unwrap();
    let told = text(&card, &key(place, Part::Whole), &ORIGIN).unwrap();
    assert!(told.starts_with("Error in: Providers of Amsterdam\n"), "{told}");
    for part in ["- Equinix\n", "- Megaport\n", "- LOC: ", "28 Apr 2026", ORIGIN.address] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert!(!told.contains("Pricing zone"), "only this section: {told}");
}

#[test]
fn a_fact_of_two_circuits_is_reported_with_both_values() {
    let data = world();
    let end = |slug: &str, sku| LinkEnd { location: data.catalog.location_by_slug(slug).unwrap(), sku };
    let card = compare::card(&data, [end("amsterdam", Sku::Standard), end("frankfurt", Sku::Premium)]);
    let told = report(&card, "Facility");
    let both = "\nAmsterdam Standard: Equinix AM5\nFrankfurt Premium: Digital Realty (Interxion) FRA11\n";
    assert!(told.contains(both), "{told}");
}

#[test]
fn a_cell_of_a_matrix_is_reported_alone() {
    let data = world();
    let ends = vec![LinkEnd { location: data.catalog.location_by_slug("amsterdam").unwrap(), sku: Sku::Standard }];
    let regions = ["uksouth", "eastus"].map(|it| data.catalog.region_by_slug(it).unwrap()).to_vec();
    let card = matrix::card(&data, &Matrix { ends, list: RegionList { regions, unread: Vec::new() } });
    let told = text(&card, &key(0, Part::Value(0, 1)), &ORIGIN).unwrap();
    assert!(told.starts_with("Error in: Amsterdam, Standard, East US\n"), "{told}");
    // Another geopolitical region.
    assert!(told.contains("\nEast US: needs Premium, smallest Premium\n") && !told.contains("UK South"), "{told}");
}

#[test]
fn what_is_no_key_is_no_report() {
    let data = world();
    let card = at(&data, "amsterdam");
    for key in
        ["", "x", "99", "0 fact", "0 fact 99", "0 row 0", "0 fact -1", "1 conflict 0", "0 fact 1 2", "0 fact 1 2 3"]
    {
        assert_eq!(text(&card, key, &ORIGIN), None, "{key:?}");
    }
}

#[test]
fn every_part_of_every_location_has_a_report_of_its_own() {
    let data = world();
    for id in data.catalog.location_ids() {
        let card = location::card(&data, id);
        for (at, section) in card.sections.iter().enumerate() {
            let facts = section.facts.iter().enumerate().map(|(place, it)| (Part::Fact(place), &it.name));
            let rows = section.rows.iter().enumerate().map(|(place, it)| (Part::Row(place), &it.name));
            for (part, name) in facts.chain(rows) {
                let told = text(&card, &key(at, part), &ORIGIN).unwrap();
                assert!(told.starts_with(&format!("Error in: {name}\n")), "{told}");
                assert!(told.contains("\nSource: "), "{}: {told}", card.title);
            }
        }
    }
}

//! The nearest locations as data: among which they are looked for, what each rests on, and the report of an error in one.
//! What is expected was read in the tables by hand.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use expressroute_finder::answer::Asked;
use expressroute_finder::answer::nearest;
use expressroute_finder::card::Card;
use expressroute_finder::card::copied::{Origin, markdown, text};
use expressroute_finder::card::report::{self, Part, key};
use expressroute_finder::data::Data;
use find::filters::Filters;
use find::item::Found;
use reach::geo::LonLat;
use reach::sku::Cloud;

const ORIGIN: Origin<'static> = Origin { version: "2026-04-28", address: "https://atlas.example/#find=x:y" };

fn world() -> Data {
    Data::packed().unwrap()
}

/// The answer about a point of Lyon, among the locations that meet some filters, on to some regions.
fn from_lyon(data: &Data, only: &str, toward: &[&str]) -> Card {
    let found = Found::Coordinates(LonLat::new(4.8467, 45.7485).unwrap());
    let toward = toward.iter().map(|it| data.catalog.region_by_slug(it).unwrap()).collect();
    let filters = Filters::parse(data.facts(), only);
    nearest::card(data, &Asked { found, cloud: Cloud::Public, toward, filters, sku: None })
}

fn report(card: &Card, name: &str) -> String {
    let found = card.sections.iter().enumerate().find_map(|(at, section)| {
        section.rows.iter().position(|it| it.name == name).map(|row| key(at, Part::Row(row)))
    });
    report::text(card, &found.unwrap(), &ORIGIN).unwrap()
}

#[test]
fn a_row_is_reported_with_its_distance_its_estimate_the_method_and_the_documents() {
    let data = world();
    let told = report(&from_lyon(&data, "", &[]), "Geneva");
    let line = |start: &str| told.lines().find(|it| it.starts_with(start)).unwrap();
    assert!(told.starts_with("Error in: Geneva\n"), "{told}");
    assert_eq!(line("Card: "), "Card: 45.7485° N, 4.8467° E, What is nearest to this point");
    assert_eq!(line("List: "), "List: Nearest");
    // docs/tasks.md: 109 km.
    assert!(line("Value: ").starts_with("Value: Geneva: ") && line("Value: ").contains("109 km, "), "{told}");
    assert!(line("Value: ").ends_with(" ms estimated"), "{told}");
    assert!(line("Method: ").contains("by medians of 30 Jul 2026."), "{told}");
    for document in ["connectivity providers, 28 Apr 2026. ", "medians of July 30, 2026, 30 Jul 2026. "] {
        assert!(told.contains(document), "{document}\n{told}");
    }
    assert!(told.contains(ORIGIN.address), "{told}");
    let list = report::text(&from_lyon(&data, "", &[]), &key(1, Part::Whole), &ORIGIN).unwrap();
    assert!(list.starts_with("Error in: Alternatives\n") && !list.contains("- Geneva: "), "{list}");
}

#[test]
fn an_answer_says_which_filters_narrow_it() {
    let data = world();
    let all = from_lyon(&data, "", &[]);
    assert_eq!(all.sections[0].head, "Nearest");
    // DE-CIX is at Marseille and not at Geneva: docs/tasks.md.
    let narrowed = from_lyon(&data, "provider:de-cix;offers:any;metro:no", &[]);
    assert_eq!(narrowed.sections[1].rows[0].name, "Marseille");
    let copied = text(&narrowed, &ORIGIN);
    for line in ["- Provider: DE-CIX", "- Metro location: No", "- Circuits: available or coming soon"] {
        assert!(copied.lines().any(|it| it == line), "{line}\n{copied}");
    }
    assert!(copied.contains("\nAmong ") && copied.contains(" of 135 locations that meet the filters\n"), "{copied}");
    assert!(markdown(&narrowed, &ORIGIN).contains("| Provider | DE-CIX |"), "{copied}");
    assert!(report(&narrowed, "Marseille").contains("\nList: Nearest\n"));
}

#[test]
fn the_way_on_rests_on_what_says_that_the_region_is_reached() {
    let data = world();
    let keys = |card: &Card| -> Vec<String> {
        card.sections[0].rows[0].documents.iter().map(|it| it.row.key.clone()).collect()
    };
    assert!(!keys(&from_lyon(&data, "", &[])).contains(&"GEO".to_owned()));
    // UK South is reached from all of Europe by the geopolitical table.
    let onward = from_lyon(&data, "", &["uksouth"]);
    assert_eq!(onward.sections[0].head, "Best on the whole way");
    assert!(keys(&onward).contains(&"GEO".to_owned()), "{:?}", keys(&onward));
}

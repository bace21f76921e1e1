//! Every answer comes with a sentence and with sources, whatever was asked.

use crate::world::{ask, catalog};
use reach::explain::{destination_name, link_reason, link_sources, reason, sources};
use reach::id::SourceId;
use reach::link::{LinkEnd, link};
use reach::reachable::{Answer, Circuit, Destination, judge};
use reach::sku::{Cloud, Peering, Sku};

#[track_caller]
fn is_a_sentence(text: &str) {
    assert!(text.ends_with('.') && !text.ends_with(".."), "{text:?}");
    assert!(text.chars().next().is_some_and(|it| it.is_uppercase()), "{text:?}");
    assert!(!text.contains("  ") && !text.contains('{') && !text.contains(" ."), "{text:?}");
}

/// A source has a title and a place, and a date or, for a document that carries none, an empty one.
#[track_caller]
fn are_sources(ids: &[SourceId]) {
    assert!(!ids.is_empty());
    for id in ids {
        let row = catalog().source(*id);
        assert!(!row.title.is_empty() && !row.reference.is_empty(), "{}", row.key);
        let bytes = row.date.as_bytes();
        let dated = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        assert!(dated || row.date.is_empty(), "{}: {:?}", row.key, row.date);
    }
}

#[test]
fn every_reach_answer_has_a_sentence_and_sources() {
    let regions = catalog().region_ids().map(Destination::Region);
    let services = [
        Destination::Microsoft365(Cloud::Public),
        Destination::Microsoft365(Cloud::China),
        Destination::Dynamics365(None),
        Destination::Dynamics365(catalog().geopolitical_region_ids().next()),
    ];
    let destinations: Vec<_> = regions.chain(services).collect();
    for location in catalog().location_ids() {
        for sku in Sku::ALL {
            for peering in Peering::ALL {
                for to in &destinations {
                    let circuit = Circuit { location, sku: *sku, peering: *peering };
                    let judgement = judge(catalog(), circuit, *to);
                    let answer = Answer {
                        circuit,
                        to: *to,
                        judgement,
                        smallest_sku: None,
                        likely_smallest_sku: None,
                        distance: None,
                    };
                    is_a_sentence(&reason(catalog(), &answer));
                    are_sources(&sources(catalog(), &answer));
                }
            }
        }
    }
}

#[test]
fn every_link_answer_has_a_sentence_and_sources() {
    for from in catalog().location_ids() {
        for to in catalog().location_ids() {
            for sku in [Sku::Local, Sku::Standard, Sku::Premium] {
                let end = |location| LinkEnd { location, sku };
                let answer = link(catalog(), end(from), end(to));
                is_a_sentence(&link_reason(catalog(), &answer));
                are_sources(&link_sources(catalog(), &answer));
            }
        }
    }
}

#[test]
fn a_conflict_shows_both_sides_with_their_dates() {
    let answer = ask("Vienna local", "Austria East");
    let text = reason(catalog(), &answer);
    for part in ["2026-04-28", "2026-05-06", "Vienna Metro", "Austria East"] {
        assert!(text.contains(part), "{text}");
    }
    let dates: Vec<&str> = sources(catalog(), &answer).iter().map(|id| catalog().source(*id).date.as_str()).collect();
    assert_eq!(dates, ["2026-05-06", "2026-04-28"]);
}

#[test]
fn a_reason_names_the_places_it_speaks_of() {
    let text = |from: &str, to: &str| reason(catalog(), &ask(from, to));
    assert!(text("London local", "UK West").contains("UK South"));
    let crossing = text("Sydney standard", "Australia Central");
    assert!(crossing.contains("Australia Government") && crossing.contains("Oceania"), "{crossing}");
    assert!(text("New York local", "East US").contains("New York"));
    assert!(text("usgov-phoenix premium", "US Gov Iowa").contains("retired"));
    assert!(text("London premium", "Finland Central").contains("announced"));
    assert!(text("London standard", "Finland Central").contains("announced"));
    assert!(text("Chicago standard", "Finland Central").contains("announced"));
    assert!(text("London premium", "Central US EUAP").contains("canary"));
    assert!(text("London premium", "France South").contains("restricted"));
    assert!(text("china-shanghai standard", "China East 3").contains("does not place China East 3"));
    assert!(text("London premium", "microsoft-365").contains("authorized"));
    // Own and Local regions are not "other geopolitical regions".
    assert!(!text("Amsterdam premium microsoft", "West Europe").contains("other geopolitical regions"));
    assert!(!text("Jakarta premium microsoft", "Indonesia Central").contains("other geopolitical regions"));
    assert!(text("Amsterdam premium microsoft", "East US").contains("other geopolitical regions"));
}

#[test]
fn destinations_are_named_as_people_write_them() {
    let named = |to: &str| destination_name(catalog(), ask("London premium", to).to);
    assert_eq!(named("ukwest"), "UK West");
    assert_eq!(named("microsoft-365"), "Microsoft 365");
}

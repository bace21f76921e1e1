//! Names as people type them.

use crate::world::{catalog, names};
use proptest::prelude::*;
use reach::names::{NameError, folded};
use reach::sku::Cloud;
use reach::tables::AliasTarget;

/// Spellings that must mean the same as `name`.
fn spellings(name: &str) -> Vec<String> {
    let plain: String = name.chars().filter(|it| it.is_alphanumeric()).collect();
    let accented: String = name
        .chars()
        .map(|letter| match letter {
            'a' => 'á',
            'e' => 'ë',
            'o' => 'ø',
            'u' => 'ü',
            'c' => 'ç',
            'n' => 'ñ',
            other => other,
        })
        .collect();
    let combining = name.replace('a', "a\u{301}").replace('o', "o\u{308}");
    vec![
        name.to_owned(),
        name.to_uppercase(),
        name.to_lowercase(),
        plain,
        accented,
        combining,
        name.replace(' ', "-"),
        name.replace([' ', '-'], ""),
        format!("  {name} "),
        format!("({name})."),
    ]
}

#[test]
fn every_name_slug_and_alias_is_found_in_every_spelling() {
    let catalog = catalog();
    for id in catalog.location_ids() {
        let row = catalog.location(id);
        for text in [&row.name, &row.slug].into_iter().flat_map(|it| spellings(it)) {
            assert_eq!(names().location(&text, row.cloud), Ok(id), "{text}");
            assert_eq!(names().location_within(&text, row.cloud), Ok(id), "{text}");
        }
    }
    for id in catalog.region_ids() {
        let row = catalog.region(id);
        for text in [&row.name, &row.slug].into_iter().flat_map(|it| spellings(it)) {
            assert_eq!(names().region(&text, row.cloud), Ok(id), "{text}");
            assert_eq!(names().region_within(&text, row.cloud), Ok(id), "{text}");
        }
    }
    for id in catalog.geopolitical_region_ids() {
        let row = catalog.geopolitical_region(id);
        for text in [&row.name, &row.slug].into_iter().flat_map(|it| spellings(it)) {
            assert_eq!(names().geopolitical_region(&text, row.cloud), Ok(id), "{text}");
        }
    }
    for alias in &catalog.tables().aliases {
        for text in spellings(&alias.alias) {
            match alias.target {
                AliasTarget::Location(id) => {
                    assert_eq!(names().location(&text, catalog.location(id).cloud), Ok(id), "{text}");
                }
                AliasTarget::Region(id) => {
                    assert_eq!(names().region(&text, catalog.region(id).cloud), Ok(id), "{text}");
                }
            }
        }
    }
}

#[test]
fn slugs_name_one_place_from_any_cloud() {
    for id in catalog().location_ids() {
        let row = catalog().location(id);
        if row.cloud != Cloud::Public {
            assert_eq!(names().location(&row.slug, Cloud::Public), Ok(id), "{}", row.slug);
        }
    }
}

#[test]
fn the_spellings_of_the_documents_are_known() {
    let place = |text: &str| {
        let id = names().location(text, Cloud::Public).unwrap();
        catalog().location(id).slug.as_str()
    };
    assert_eq!(place("São Paulo"), "sao-paulo");
    assert_eq!(place("SÃO PAULO 2"), "sao-paulo2");
    assert_eq!(place("Querétaro"), "queretaro");
    assert_eq!(place("Queretaro(Mexico City)"), "queretaro");
    assert_eq!(place("Newport (Wales)"), "newport");
    assert_eq!(place("Newport"), "newport");
    assert_eq!(place("washington d.c."), "washington-dc");
    let region = |text: &str, cloud: Cloud| {
        let id = names().region(text, cloud).unwrap();
        catalog().region(id).slug.as_str()
    };
    assert_eq!(region("India West", Cloud::Public), "westindia");
    assert_eq!(region("India Central", Cloud::Public), "centralindia");
    assert_eq!(region("India South", Cloud::Public), "southindia");
    assert_eq!(region("China North3", Cloud::China), "chinanorth3");
    assert_eq!(region("us gov iowa", Cloud::UsGov), "usgoviowa");
}

#[test]
fn a_name_of_two_clouds_means_the_one_asked_in() {
    let slug = |cloud: Cloud| catalog().location(names().location("Phoenix", cloud).unwrap()).slug.as_str();
    assert_eq!(slug(Cloud::Public), "phoenix");
    assert_eq!(slug(Cloud::UsGov), "usgov-phoenix");
    // From China it could be either.
    let error = names().location("Phoenix", Cloud::China).unwrap_err();
    assert_eq!(error.code(), "ambiguous_name");
    assert_eq!(error.near(), ["phoenix", "usgov-phoenix"]);
}

#[test]
fn a_name_unknown_here_but_unique_in_another_cloud_is_found_there_unless_that_is_ruled_out() {
    let beijing = names().location("Beijing", Cloud::Public).unwrap();
    assert_eq!(catalog().location(beijing).cloud, Cloud::China);
    let error = names().location_within("Beijing", Cloud::Public).unwrap_err();
    assert_eq!((error.code(), error.value()), ("unknown_name", "Beijing"));
    let virginia = names().region("US Gov Virginia", Cloud::Public).unwrap();
    assert_eq!(catalog().region(virginia).cloud, Cloud::UsGov);
    assert!(names().region_within("West Europe", Cloud::UsGov).is_err());
}

#[test]
fn a_slip_of_the_pen_is_answered_with_near_matches() {
    let near = |text: &str| match names().location(text, Cloud::Public) {
        Err(NameError::Unknown { near, .. }) => near,
        other => vec![format!("{other:?}")],
    };
    assert_eq!(near("Amsterdm").first().map(String::as_str), Some("Amsterdam"));
    assert_eq!(near("Londn").first().map(String::as_str), Some("London"));
    assert_eq!(near("Francfort").first().map(String::as_str), Some("Frankfurt"));
    assert!(near("Atlantis Underwater Base").len() <= 3);
    for nothing in ["", "   ", "-", "()"] {
        assert!(near(nothing).is_empty(), "{nothing:?}");
    }
}

proptest! {
    #[test]
    fn folding_is_settled_after_one_time(text in "\\PC{0,24}") {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,40}") {
        for cloud in Cloud::ALL {
            if let Err(error) = names().location(&text, *cloud) {
                prop_assert_eq!(error.value(), text.as_str());
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}

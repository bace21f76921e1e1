//! The shape of answers as they leave the core: the keys and their order are a promise.

use crate::world::{ask, ask_link, catalog, circuit, region};
use reach::geo::LonLat;
use reach::index::{Filter, nearest};
use reach::json::{link_json, located_json, nearest_json, reach_json, reach_list_json};
use reach::locate::locate;
use reach::sku::{Peering, Sku};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Value, json};
use std::fmt;

/// The keys of an object in the order in which they are written.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keys, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Keys;
            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

fn keys(of: &impl Serialize) -> Vec<String> {
    serde_json::from_str::<Keys>(&serde_json::to_string(of).unwrap()).unwrap().0
}

const REACH: [&str; 14] = [
    "from",
    "sku",
    "to",
    "to_name",
    "peering",
    "verdict",
    "likely",
    "smallest_sku",
    "likely_smallest_sku",
    "reason",
    "source",
    "distance_km",
    "distance_basis",
    "rtt_ms_estimate",
];

/// Sorted, as a parsed value holds them.
const ROUND_TRIP: [&str; 5] = ["basis", "date", "high", "low", "mid"];

#[test]
fn one_answer_has_its_keys_in_order() {
    let answer = ask("London local", "UK West");
    assert_eq!(keys(&reach_json(catalog(), &answer)), REACH);
    let value = serde_json::to_value(reach_json(catalog(), &answer)).unwrap();
    assert_eq!(value["from"], "london");
    assert_eq!(value["sku"], "local");
    assert_eq!(value["to"], "ukwest");
    assert_eq!(value["peering"], "private");
    assert_eq!(value["verdict"], "needs_standard");
    assert_eq!(value["likely"], Value::Null);
    assert_eq!(value["smallest_sku"], "standard");
    assert_eq!(value["likely_smallest_sku"], "standard");
    assert!(value["distance_km"].is_u64());
    assert_eq!(value["distance_basis"], "city");
    assert_eq!(keys(&value["rtt_ms_estimate"]), ROUND_TRIP);
    assert_eq!(value["rtt_ms_estimate"]["basis"], "fitted");
    assert_eq!(value["rtt_ms_estimate"]["date"], "2026-07-30");
    let source = &value["source"][0];
    assert_eq!(keys(source).len(), 3);
    for key in ["title", "date", "ref"] {
        assert!(source[key].is_string(), "{key}");
    }
}

#[test]
fn a_service_has_no_distance() {
    for (words, id) in [("microsoft-365", "microsoft-365"), ("dynamics-365 in Asia", "dynamics-365")] {
        let value = serde_json::to_value(reach_json(catalog(), &ask("London premium", words))).unwrap();
        assert_eq!(value["to"], id);
        assert_eq!(value["distance_km"], Value::Null);
        assert_eq!(value["distance_basis"], Value::Null);
        assert_eq!(value["rtt_ms_estimate"], Value::Null);
    }
}

#[test]
fn a_whole_circuit_is_one_object_with_every_live_region_in_id_order() {
    for (from, count) in [("Amsterdam standard", 62), ("usgov-phoenix local", 5), ("china-beijing premium", 6)] {
        let list = reach_list_json(catalog(), circuit(from));
        assert_eq!(keys(&list), ["from", "sku", "regions"]);
        assert_eq!(list.regions.len(), count);
        assert!(list.regions.windows(2).all(|pair| pair[0].to < pair[1].to));
        for region in &list.regions {
            assert_eq!(keys(region), REACH);
        }
    }
}

#[test]
fn a_link_has_its_keys_in_order() {
    let json = link_json(catalog(), &ask_link("Tokyo standard", "Seoul standard"));
    let expected = [
        "from",
        "from_sku",
        "to",
        "to_sku",
        "verdict",
        "likely",
        "lacking",
        "failed_test",
        "failed_tests",
        "reason",
        "remedy",
        "source",
        "distance_km",
        "distance_basis",
    ];
    assert_eq!(keys(&json), expected);
    let value = serde_json::to_value(json).unwrap();
    assert_eq!(value["verdict"], "needs_premium");
    assert_eq!(value["lacking"], json!(["from", "to"]));
    assert_eq!(value["failed_test"], "needs_premium");
    assert_eq!(value["failed_tests"], json!(["needs_premium"]));
    let value = serde_json::to_value(link_json(catalog(), &ask_link("London standard", "London2 standard"))).unwrap();
    assert_eq!(value["failed_test"], Value::Null);
    assert_eq!(value["lacking"], json!([]));
}

#[test]
fn lists_of_locations_have_ids_and_whole_kilometers() {
    let found = locate(catalog(), &[region("UK South"), region("West Europe")], Peering::Private);
    let value = serde_json::to_value(located_json(catalog(), &found)).unwrap();
    let first = &value["locations"][0];
    assert_eq!(first["smallest_sku"], Sku::Standard.as_str());
    assert!(first["id"].is_string() && first["distance_km"].is_u64());
    assert_eq!(first["verdicts"].as_array().unwrap().len(), 2);
    assert_eq!(first["verdicts"][0]["to"], "uksouth");
    assert_eq!(keys(&first["rtt_ms_estimate"]), ROUND_TRIP);
    assert_eq!(keys(&first["verdicts"][0]["rtt_ms_estimate"]), ROUND_TRIP);

    let cape = LonLat::new(18.4, -33.9).unwrap();
    let near = nearest(catalog(), cape, 4, &Filter::default());
    let value = serde_json::to_value(nearest_json(catalog(), &near)).unwrap();
    assert_eq!(value["locations"].as_array().unwrap().len(), 4);
    assert_eq!(value["locations"][0]["id"], "cape-town");
    assert_eq!(value["locations"][0]["name"], "Cape Town");
    assert_eq!(value["locations"][0]["distance_km"], 10);
    assert_eq!(keys(&value["locations"][0]["rtt_ms_estimate"]), ROUND_TRIP);
    assert_eq!(value["locations"][0]["local_regions"], json!(["southafricawest"]));
}

#[test]
fn a_location_of_unknown_local_says_null_and_one_without_local_says_none() {
    let at = |name: &str| {
        let point = catalog().location_point(crate::world::location(name));
        serde_json::to_value(nearest_json(catalog(), &nearest(catalog(), point, 2, &Filter::default()))).unwrap()
    };
    assert_eq!(at("New York2")["locations"][0]["local_regions"], Value::Null);
    assert_eq!(at("Miami")["locations"][0]["local_regions"], json!([]));
}

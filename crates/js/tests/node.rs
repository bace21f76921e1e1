//! The JavaScript class in Node: objects, options and errors as a script meets them.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use expressroute_js::ReachMap;
use js_sys::{Array, Error, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn map() -> ReachMap {
    ReachMap::new().unwrap()
}

fn field(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    field(object, key).as_string()
}

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The fields of a thrown error: code, value, near, joined by commas.
fn thrown(result: Result<JsValue, JsValue>) -> (String, String, String) {
    let error = result.unwrap_err();
    assert!(error.is_instance_of::<Error>());
    assert!(!String::from(error.unchecked_ref::<Error>().message()).is_empty());
    let near: String = Array::from(&field(&error, "near")).join(",").into();
    (text(&error, "code").unwrap(), text(&error, "value").unwrap(), near)
}

#[wasm_bindgen_test]
fn local_at_london_does_not_reach_uk_west() {
    let answer = map().reach("London", "local", "UK West", JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&answer, "from").as_deref(), Some("london"));
    assert_eq!(text(&answer, "to").as_deref(), Some("ukwest"));
    assert_eq!(text(&answer, "verdict").as_deref(), Some("needs_standard"));
    assert_eq!(text(&answer, "smallest_sku").as_deref(), Some("standard"));
    assert!(field(&answer, "likely").is_null());
    assert!(field(&answer, "distance_km").as_f64().is_some());
    assert!(Array::is_array(&field(&answer, "source")));
}

#[wasm_bindgen_test]
fn options_choose_cloud_peering_and_environment() {
    let map = map();
    let gov = map.reach("Dallas", "standard", "US Gov Texas", options(r#"{"cloud":"usgov"}"#)).unwrap();
    assert_eq!(text(&gov, "from").as_deref(), Some("usgov-dallas"));
    assert_eq!(text(&gov, "verdict").as_deref(), Some("reachable"));
    let elsewhere = options(r#"{"environment":"North America","toCloud":null}"#);
    let answer = map.reach("Amsterdam", "standard", "dynamics-365", elsewhere).unwrap();
    assert_eq!(text(&answer, "verdict").as_deref(), Some("needs_premium"));
    let list = map.reach_all("Amsterdam", "standard", options(r#"{"peering":"microsoft"}"#)).unwrap();
    let regions = Array::from(&field(&list, "regions"));
    assert_eq!(regions.length(), 62);
    assert_eq!(text(&regions.get(0), "peering").as_deref(), Some("microsoft"));
}

#[wasm_bindgen_test]
fn japan_and_korea_need_premium_on_both() {
    let answer = map().link("Tokyo", "standard", "Seoul", "standard", JsValue::NULL).unwrap();
    assert_eq!(text(&answer, "verdict").as_deref(), Some("needs_premium"));
    assert_eq!(String::from(Array::from(&field(&answer, "lacking")).join(",")), "from,to");
}

#[wasm_bindgen_test]
fn uk_west_is_local_at_newport() {
    let answer = map().locate(vec!["UK West".to_owned()], JsValue::UNDEFINED).unwrap();
    let first = Array::from(&field(&answer, "locations")).get(0);
    assert_eq!(text(&first, "id").as_deref(), Some("newport"));
    assert_eq!(text(&first, "smallest_sku").as_deref(), Some("local"));
}

#[wasm_bindgen_test]
fn cape_town_is_nearest_to_its_own_city() {
    let map = map();
    let nearest = |count: f64, json: &str| {
        let answer = map.nearest(-33.9, 18.4, count, options(json)).unwrap();
        Array::from(&field(&answer, "locations"))
    };
    assert_eq!(text(&nearest(4.0, "{}").get(0), "id").as_deref(), Some("cape-town"));
    assert_eq!(nearest(1e9, "{}").length(), 135);
    assert_eq!(text(&nearest(1.0, r#"{"zone":4}"#).get(0), "id").as_deref(), Some("queretaro"));
    assert_eq!(nearest(9.0, r#"{"within":100}"#).length(), 1);
}

#[wasm_bindgen_test]
fn errors_carry_a_code_the_value_and_near_names() {
    let map = map();
    let (code, value, near) = thrown(map.reach("Amsteldam", "local", "UK West", JsValue::UNDEFINED));
    assert_eq!((code.as_str(), value.as_str()), ("unknown_name", "Amsteldam"));
    assert!(near.starts_with("Amsterdam"), "{near}");
    let gold = thrown(map.reach_all("London", "gold", JsValue::UNDEFINED));
    assert_eq!(gold, ("unknown_word".into(), "gold".into(), "local,standard,premium".into()));
    let off = thrown(map.nearest(91.0, 0.0, 1.0, JsValue::UNDEFINED));
    assert_eq!(off, ("out_of_range".into(), "91".into(), String::new()));
    let none = thrown(map.nearest(1.0, 0.0, f64::NAN, JsValue::UNDEFINED));
    assert_eq!((none.0.as_str(), none.1.as_str()), ("out_of_range", "NaN"));
    let misspelled = thrown(map.reach_all("London", "local", options(r#"{"piering":"private"}"#)));
    assert_eq!(misspelled, ("usage".into(), "piering".into(), "cloud,peering".into()));
    let wrong_kind = thrown(map.nearest(0.0, 0.0, 1.0, options(r#"{"zone":"four"}"#)));
    assert_eq!((wrong_kind.0.as_str(), wrong_kind.1.as_str()), ("usage", "four"));
}

#[wasm_bindgen_test]
fn the_rows_to_choose_from_are_all_there() {
    let map = map();
    assert_eq!(map.version(), "2026-04-28");
    let locations = Array::from(&map.locations().unwrap());
    assert_eq!(locations.length(), 148);
    let public = locations.iter().filter(|it| text(it, "cloud").as_deref() == Some("public"));
    assert_eq!(public.count(), 135);
    let keys: String = Object::keys(locations.get(0).unchecked_ref::<Object>()).join(",").into();
    assert!(keys.starts_with("id,name,cloud,geopolitical_region"), "{keys}");
    let regions = Array::from(&map.regions().unwrap());
    let live = regions
        .iter()
        .filter(|it| text(it, "status").as_deref() == Some("live") && text(it, "cloud").as_deref() == Some("public"));
    assert_eq!(live.count(), 62);
}

#[wasm_bindgen_test]
fn round_trips_are_measured_between_regions_and_estimated_elsewhere() {
    let map = map();
    // The row of data/latency.csv from West Europe to East US.
    let measured = field(&map.latency("West Europe", "East US", JsValue::UNDEFINED).unwrap(), "rtt_ms_estimate");
    assert_eq!(text(&measured, "basis").as_deref(), Some("measured"));
    assert_eq!(text(&measured, "date").as_deref(), Some("2026-07-30"));
    for key in ["low", "mid", "high"] {
        assert_eq!(field(&measured, key).as_f64(), Some(85.0), "{key}");
    }
    let fitted = field(&map.latency("Amsterdam", "East US", JsValue::UNDEFINED).unwrap(), "rtt_ms_estimate");
    assert_eq!(text(&fitted, "basis").as_deref(), Some("fitted"));
    let none = map.latency("London", "Saudi Arabia East", JsValue::UNDEFINED).unwrap();
    assert!(field(&none, "rtt_ms_estimate").is_null());
    let gov = map.latency("Dallas", "US Gov Texas", options(r#"{"cloud":"usgov"}"#)).unwrap();
    assert_eq!(text(&gov, "from").as_deref(), Some("usgov-dallas"));
    let (code, value, near) = thrown(map.latency("Amsterdm", "East US", JsValue::UNDEFINED));
    assert_eq!((code.as_str(), value.as_str()), ("unknown_name", "Amsterdm"));
    assert!(near.contains("Amsterdam"), "{near}");
}

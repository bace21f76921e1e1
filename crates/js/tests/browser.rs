//! The JavaScript class in a browser: the same answers as in Node.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use expressroute_js::ReachMap;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn text(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).unwrap().as_string()
}

#[wasm_bindgen_test]
fn local_at_london_does_not_reach_uk_west() {
    let map = ReachMap::new().unwrap();
    let answer = map.reach("London", "local", "UK West", JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&answer, "verdict").as_deref(), Some("needs_standard"));
    assert_eq!(text(&answer, "smallest_sku").as_deref(), Some("standard"));
}

#[wasm_bindgen_test]
fn the_list_holds_every_live_region() {
    let map = ReachMap::new().unwrap();
    let list = map.reach_all("Amsterdam", "premium", JsValue::UNDEFINED).unwrap();
    let regions = Array::from(&Reflect::get(&list, &"regions".into()).unwrap());
    assert_eq!(regions.length(), 62);
    assert!(regions.iter().all(|it| text(&it, "verdict").as_deref() == Some("reachable")));
}

#[wasm_bindgen_test]
fn distances_are_those_of_every_other_target() {
    let map = ReachMap::new().unwrap();
    let answer = map.nearest(-33.9, 18.4, 1.0, JsValue::UNDEFINED).unwrap();
    let first = Array::from(&Reflect::get(&answer, &"locations".into()).unwrap()).get(0);
    assert_eq!(text(&first, "id").as_deref(), Some("cape-town"));
    assert_eq!(Reflect::get(&first, &"distance_km".into()).unwrap().as_f64(), Some(10.0));
}

#[wasm_bindgen_test]
fn an_unknown_name_throws_with_near_names() {
    let map = ReachMap::new().unwrap();
    let error = map.reach("Amsteldam", "local", "UK West", JsValue::UNDEFINED).unwrap_err();
    assert_eq!(text(&error, "code").as_deref(), Some("unknown_name"));
    assert_eq!(
        Array::from(&Reflect::get(&error, &"near".into()).unwrap()).get(0).as_string().as_deref(),
        Some("Amsterdam")
    );
}

//! `atlas latency`, and the round trips in the tables of the other questions.

use crate::run::{atlas, texts};
use serde_json::{Value, json};

fn check(question: &str, expected: &Value, code: i32) -> Value {
    let ran = atlas(&format!("latency {question} --json"));
    let json = ran.json();
    assert_eq!(&json["rtt_ms_estimate"], expected, "{question}: {json}");
    assert_eq!(ran.code, code, "{question}");
    json
}

fn measured(ms: u32) -> Value {
    json!({ "low": ms, "mid": ms, "high": ms, "basis": "measured", "date": "2026-07-30" })
}

#[test]
fn between_two_regions_stands_the_published_median_of_that_direction() {
    // Read off the rows of data/latency.csv.
    let json = check("--from westeurope --to eastus", &measured(85), 0);
    assert_eq!((&json["from_kind"], &json["to_kind"]), (&json!("region"), &json!("region")));
    assert_eq!(json["source"][0]["date"], "2026-07-30");
    check("--from \"East US\" --to \"West Europe\"", &measured(83), 0);
    let text = atlas("latency --from westeurope --to eastus").out;
    assert!(text.starts_with("85 ms, measured 2026-07-30  West Europe → East US\n"), "{text}");
}

#[test]
fn from_a_location_it_is_estimated() {
    for question in ["--from Amsterdam --to \"UK South\"", "--from \"UK South\" --to Amsterdam"] {
        let json = atlas(&format!("latency {question} --json")).json();
        let range = &json["rtt_ms_estimate"];
        assert_eq!(range["basis"], "fitted");
        assert_eq!(range["date"], "2026-07-30");
        let [low, mid, high] = ["low", "mid", "high"].map(|it| range[it].as_f64().unwrap());
        // 359 km: never quicker than light in fiber, 3.59 ms.
        assert!(3.5 < low && low < mid && mid < high, "{json}");
    }
    let json = atlas("latency --from Tokyo --to Seoul --json").json();
    assert_eq!((&json["from_kind"], &json["to_kind"]), (&json!("location"), &json!("location")));
}

#[test]
fn where_there_is_no_path_there_is_none() {
    check("--from London --to \"Saudi Arabia East\"", &Value::Null, 1);
    check("--from London --to \"US Gov Virginia\" --to-cloud usgov", &Value::Null, 1);
    check("--from westeurope --to westeurope", &Value::Null, 1);
    let ran = atlas("latency --from London --to \"Saudi Arabia East\"");
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("none  London → Saudi Arabia East\n"), "{}", ran.out);
}

#[test]
fn the_cloud_says_where_to_look_first() {
    let json = atlas("latency --cloud usgov --from Dallas --to \"US Gov Texas\" --json").json();
    assert_eq!(json["from"], "usgov-dallas");
    assert_eq!(json["rtt_ms_estimate"]["basis"], "fitted");
}

#[test]
fn a_place_that_is_none_is_an_error_with_near_names() {
    let error = atlas("latency --from Amsterdm --to eastus --json").error();
    assert_eq!(error["code"], "unknown_name");
    assert!(texts(&error["near"]).contains(&"Amsterdam"), "{error}");
    assert_eq!(atlas("latency --from Amsterdam --json").error()["code"], "usage");
}

#[test]
fn the_other_questions_carry_the_range_of_their_distance() {
    let alone = |question: &str| atlas(&format!("latency {question} --json")).json()["rtt_ms_estimate"].clone();
    let expected = alone("--from London --to \"UK West\"");
    let reach = atlas("reach --from London --sku local --to \"UK West\" --json").json();
    assert_eq!(reach["rtt_ms_estimate"], expected);
    let located = atlas("locate --to \"UK West\" --json").json();
    let all = located["locations"].as_array().unwrap();
    let london = all.iter().find(|it| it["id"] == "london").unwrap();
    assert_eq!(london["rtt_ms_estimate"], expected);
    assert_eq!(london["verdicts"][0]["rtt_ms_estimate"], expected);
    let near = atlas("nearest --lat 51.5 --lon 0 --count 1 --json").json();
    assert_eq!(near["locations"][0]["rtt_ms_estimate"]["basis"], "fitted");
}

#[test]
fn tables_show_whole_milliseconds() {
    for question in
        ["reach --from London --sku premium", "locate --to \"UK West\"", "nearest --lat 51.5 --lon 0 --count 3"]
    {
        let text = atlas(question).out;
        assert!(text.contains("ms, est."), "{text}");
        let is_range = |it: &str| {
            it.split_once('–').is_some_and(|(low, high)| {
                low.parse::<u32>().is_ok_and(|low| high.parse().is_ok_and(|it: u32| low < it))
            })
        };
        assert!(text.split_whitespace().any(is_range), "{text}");
    }
    let text = atlas("reach --from London --sku standard --to \"UK West\"").out;
    assert!(text.contains(" ms, estimated\n"), "{text}");
}

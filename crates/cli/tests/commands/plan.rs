//! `atlas plan check | compare | schema`.

use crate::run::{atlas, atlas_words};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

fn fixture(name: &str) -> String {
    fixtures().join("plans").join(name).display().to_string()
}

/// A file of this test with these bytes.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

fn schema() -> Value {
    serde_json::from_str(&atlas("plan schema").out).unwrap()
}

#[test]
fn the_example_yields_what_stands_below_it() {
    let ran = atlas_words(&["plan", "check", &fixture("two-sites-one-region.json"), "--json"]);
    let json = ran.json();
    assert_eq!(ran.code, 1, "it has errors");
    let findings = json["findings"].as_array().unwrap();
    let has = |severity: &str, code: &str, path: &str| {
        findings.iter().any(|it| it["severity"] == severity && it["code"] == code && it["path"] == path)
    };
    assert!(has("error", "sku_too_small", "/connections/1"));
    assert!(has("error", "local_metered", "/circuits/1/family"));
    assert!(has("error", "local_sku", "/global_reach_links/0"));
    assert!(has("warning", "resiliency_not_met", "/workloads/0"));
    for finding in findings {
        assert!(finding["message"].as_str().is_some_and(|it| !it.is_empty()), "{finding}");
        let documents = finding["basis"] == "documents";
        assert_eq!(finding["source"].as_array().unwrap().is_empty(), !documents, "{finding}");
    }
    let [cell] = &json["coverage"].as_array().unwrap()[..] else { panic!("{json}") };
    assert_eq!(
        (&cell["site"], &cell["workload"], &cell["state"]),
        (&json!("ams-hq"), &json!("erp"), &json!("reached"))
    );
    assert_eq!((&cell["intended"], &cell["computed"]), (&json!("maximum"), &json!("standard")));
}

#[test]
fn a_plan_without_errors_exits_with_0() {
    let ran = atlas_words(&["plan", "check", &fixture("single-site.json"), "--json"]);
    assert_eq!((ran.code, ran.json()["findings"].as_array().map(Vec::len)), (0, Some(0)));
    // Advice alone is no error.
    let ran = atlas_words(&["--json", "plan", "check", &fixture("direct-with-local.json")]);
    assert_eq!((ran.code, ran.json()["findings"][0]["severity"].as_str()), (0, Some("advice")));
}

#[test]
fn a_person_reads_findings_fixes_sources_and_coverage() {
    let ran = atlas_words(&["plan", "check", &fixture("global-reach-mesh-of-four.json")]);
    assert_eq!(ran.code, 1);
    for part in [
        "Four sites that should all talk",
        "error  link_needs_premium  /global_reach_links/2",
        "fix        Make both Premium",
        "source     ExpressRoute FAQ, 2026-03-31",
        "2 errors, 0 warnings, 1 piece of advice.",
        "paris - singapore",
        "Data of 2026-04-28",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
}

#[test]
fn a_file_that_is_no_plan_is_bad_input_with_its_place() {
    let deep = "[".repeat(100_000);
    let cases: [(&str, &[u8], &str, &str); 7] = [
        ("syntax.json", b"{ \"format\": \n nothing }", "plan_syntax", "line 2"),
        ("bytes.json", b"\xff\xfe{}", "plan_not_utf8", "byte 0"),
        ("deep.json", deep.as_bytes(), "plan_too_deep", "column 128"),
        ("large.json", &vec![b' '; 10_000_001], "plan_too_large", "10000001 bytes"),
        ("other.json", b"{\"type\": \"FeatureCollection\"}", "plan_format", "/format"),
        ("newer.json", b"{\"format\": \"expressroute-atlas-plan\", \"version\": 2}", "plan_newer_version", "/version"),
        (
            "twice.json",
            b"{\"format\": \"expressroute-atlas-plan\", \"version\": 1, \"sites\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}",
            "plan_duplicate_id",
            "/sites/1/id",
        ),
    ];
    for (name, bytes, code, place) in cases {
        let error = atlas_words(&["plan", "check", &file(name, bytes), "--json"]).error();
        assert_eq!(error["code"], code, "{error}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(place) && message.contains(name), "{message}");
    }
    let error = atlas("plan check no-such-file.json --json").error();
    assert_eq!((&error["code"], &error["value"]), (&json!("unreadable_file"), &json!("no-such-file.json")));
}

#[test]
fn two_plans_are_compared() {
    let before = fixture("two-sites-one-region.json");
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(&before).unwrap()).unwrap();
    plan["circuits"][1]["tier"] = json!("standard");
    let after = file("mended.json", plan.to_string().as_bytes());
    let ran = atlas_words(&["plan", "compare", &before, &after, "--json"]);
    let json = ran.json();
    assert_eq!(ran.code, 0);
    assert_eq!(json["changes"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["changes"][0]["field"], "tier");
    assert_eq!((&json["findings"]["before"]["error"], &json["findings"]["after"]["error"]), (&json!(3), &json!(0)));
    assert_eq!(json["coverage"][0]["after"]["computed"], "maximum");
    let ran = atlas_words(&["plan", "compare", &before, &after]);
    for part in ["circuits c2", "local", "standard", "Gone", "3 errors", "0 errors"] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    let ran = atlas_words(&["plan", "compare", &before, &before]);
    assert!(ran.out.contains("The plans say the same."), "{}", ran.out);
}

#[test]
fn the_schema_is_one_and_takes_every_plan_of_the_tests() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut plans = 0;
    for folder in ["plans", "versions"] {
        for entry in fs::read_dir(fixtures().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let plan: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            if let Err(error) = validator.validate(&plan) {
                panic!("{}: {} at {}", path.display(), error, error.instance_path());
            }
            plans += 1;
        }
    }
    assert_eq!(plans, 7, "six plans, and one of version 1");
}

/// What the schema refuses, the program refuses, and the other way round.
#[test]
fn the_schema_and_the_program_refuse_the_same() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let refused = [
        r#""name": 5"#,
        r#""data": {"cloud": "mars"}"#,
        r#""intent": {"resiliency": "best"}"#,
        r#""sites": [{"name": "no id"}]"#,
        r#""sites": [{"id": "s", "latitude": "52"}]"#,
        r#""workloads": [{"id": "w"}]"#,
        r#""workloads": [{"id": "w", "kind": "vm"}]"#,
        r#""circuits": [{"id": "c1"}]"#,
        r#""circuits": [{"id": "", "location": "london"}]"#,
        r#""circuits": [{"id": "c1", "location": "london", "bandwidth_mbps": 4294967296}]"#,
        r#""circuits": [{"id": "c1", "location": "london", "peerings": [{"asn": 1}]}]"#,
        r#""circuits": [{"id": "c1", "location": "london", "residency": []}]"#,
        r#""gateways": [{"id": "g1", "region": "x", "sku": "basic"}]"#,
        r#""connections": [{"workload": "w"}]"#,
        r#""connections": [{"circuit": "c", "fastpath": "yes"}]"#,
        r#""global_reach_links": [{"from": "c1"}]"#,
    ];
    let taken = [
        r#""x": {"anything": [1, null]}"#,
        r#""sites": null, "intent": null"#,
        r#""sites": [{"id": "s", "latitude": 1e400, "x": 1}]"#,
        r#""circuits": [{"id": "c1", "location": "nowhere", "tier": null, "built": {"tier": "local"}, "residency": null}]"#,
        r#""report": 5"#,
    ];
    for (fields, good) in refused.iter().map(|it| (it, false)).chain(taken.iter().map(|it| (it, true))) {
        let text = format!(r#"{{ "format": "expressroute-atlas-plan", "version": 1, {fields} }}"#);
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator.is_valid(&document), good, "the schema on {fields}");
        let ran = atlas_words(&["plan", "check", &file("schema.json", text.as_bytes()), "--json"]);
        assert_eq!(ran.code != 2, good, "the program on {fields}: {}", ran.err);
    }
}

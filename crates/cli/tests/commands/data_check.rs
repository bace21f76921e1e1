//! `atlas data check`.

use crate::run::{atlas, atlas_words};
use std::path::PathBuf;

fn tables() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data"))
}

/// A copy of the tables in which `change` has been made to the locations.
fn with_locations(name: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&copy).unwrap();
    for entry in std::fs::read_dir(tables()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "csv") {
            std::fs::copy(&path, copy.join(path.file_name().unwrap())).unwrap();
        }
    }
    let file = copy.join("peering_locations.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, change(&text)).unwrap();
    copy
}

#[test]
fn the_project_s_own_tables_are_clean() {
    let ran = atlas_words(&["data", "check", tables().to_str().unwrap(), "--json"]);
    let json = ran.json();
    assert_eq!(ran.code, 0, "{json}");
    assert_eq!(json["version"], "2026-04-28");
    assert_eq!(json["locations"], 148);
    assert_eq!(json["findings"].as_array().unwrap().len(), 0);
}

#[test]
fn a_bad_cell_is_named_by_table_line_column_and_value() {
    let copy = with_locations("bad-cell", |text| {
        let line = text.lines().position(|it| it.starts_with("amsterdam,")).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[line] = lines[line].replace(",public,", ",pubic,");
        lines.join("\n") + "\n"
    });
    let words = ["data", "check", copy.to_str().unwrap()];
    let ran = atlas_words(&[&words[..], &["--json"]].concat());
    assert_eq!(ran.code, 1);
    let findings = ran.json()["findings"].clone();
    let found = findings.as_array().unwrap().iter().find(|it| it["value"] == "pubic").unwrap().clone();
    assert_eq!(found["severity"], "error");
    assert_eq!(found["table"], "peering_locations");
    assert_eq!(found["column"], "cloud");
    let text = std::fs::read_to_string(copy.join("peering_locations.csv")).unwrap();
    let at = text.lines().position(|it| it.contains(",pubic,")).unwrap() as u64 + 1;
    assert_eq!(found["line"].as_u64(), Some(at));
    let ran = atlas_words(&words);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains(&format!("peering_locations.csv line {at}")), "{}", ran.out);
}

#[test]
fn a_folder_that_is_not_there_is_bad_input() {
    let error = atlas("data check no-such-folder --json").error();
    assert_eq!(error["code"], "unreadable");
    assert_eq!(error["value"], "no-such-folder");
}

#[test]
fn a_folder_without_tables_is_bad_input() {
    let error = atlas("data check src --json").error();
    assert_eq!(error["code"], "unreadable");
    assert_eq!(error["value"], "src");
}

#[test]
fn corrections_are_laid_over_the_tables() {
    let base = tables();
    let text = std::fs::read_to_string(base.join("peering_locations.csv")).unwrap();
    let row = text.lines().find(|it| it.starts_with("amsterdam,")).unwrap();
    let corrections = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corrections");
    std::fs::create_dir_all(&corrections).unwrap();
    let file = format!("{}\n{}\n", text.lines().next().unwrap(), row.replacen("amsterdam,", "amsterdam9,", 1));
    std::fs::write(corrections.join("peering_locations.csv"), file.replacen(",Amsterdam,", ",Amsterdam9,", 1)).unwrap();
    let words = ["data", "check", corrections.to_str().unwrap(), "--json"];
    let ran = atlas_words(&[&words[..], &["--over", base.to_str().unwrap()]].concat());
    assert_eq!(ran.json()["locations"], 149, "{}", ran.out);
    assert_eq!(ran.code, 0);
    assert_eq!(atlas_words(&words).code, 1, "alone they are no whole set");
}

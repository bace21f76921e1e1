//! The arrows between the packages, as ARCHITECTURE.md draws them: a forbidden one fails here by name.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
const BROWSER: [&str; 5] = ["wasm-bindgen", "web-sys", "js-sys", "leptos", "gloo"];

/// Every package of the workspace with the ones of the workspace that it may use in what it ships.
const ARROWS: [(&str, &[&str]); 12] = [
    ("expressroute-words", &["expressroute-reach"]),
    ("expressroute-reach", &[]),
    ("expressroute-scene", &["expressroute-reach"]),
    ("expressroute-find", &["expressroute-reach"]),
    ("expressroute-tables", &[]),
    ("expressroute-atlas", &["expressroute-reach", "expressroute-scene", "expressroute-tables", "expressroute-words"]),
    (
        "expressroute-planner",
        &["expressroute-find", "expressroute-reach", "expressroute-scene", "expressroute-tables", "expressroute-words"],
    ),
    (
        "expressroute-finder",
        &["expressroute-find", "expressroute-reach", "expressroute-scene", "expressroute-tables", "expressroute-words"],
    ),
    ("expressroute-js", &["expressroute-reach", "expressroute-tables"]),
    ("expressroute-atlas-cli", &["expressroute-reach", "expressroute-scene", "expressroute-tables"]),
    ("expressroute-e2e", &["expressroute-reach", "expressroute-scene", "expressroute-tables"]),
    ("xtask", &["expressroute-find", "expressroute-reach", "expressroute-scene"]),
];

/// What is used beyond that: to build the tables, and to test over the real data.
const BUILD_AND_TEST: [(&str, &str, &str); 5] = [
    ("expressroute-tables", "build", "expressroute-reach"),
    ("expressroute-tables", "dev", "expressroute-reach"),
    ("expressroute-reach", "dev", "expressroute-tables"),
    ("expressroute-scene", "dev", "expressroute-tables"),
    ("expressroute-find", "dev", "expressroute-tables"),
];

/// What cargo says, in this workspace and by its lock file.
fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).arg("--locked").output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {} failed:\n{told}", arguments.join(" "));
    String::from_utf8(output.stdout).unwrap()
}

/// The names of everything that ends up in a package built for the web.
fn shipped_for_the_web(package: &str) -> BTreeSet<String> {
    let tree = cargo(&["tree", "-p", package, "-e", "normal", "--target", WASM, "--prefix", "none"]);
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// For every package of the workspace, what it uses, as the kind of use and the name of the used package.
fn uses() -> BTreeMap<String, BTreeSet<(String, String)>> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    // Without a kind it is a normal dependency.
    let kind = |value: &Value| value.as_str().unwrap_or("normal").to_owned();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let used = list(&package["dependencies"]).iter().map(|it| (kind(&it["kind"]), text(&it["name"]))).collect();
            (text(&package["name"]), used)
        })
        .collect()
}

#[test]
fn the_core_and_the_picture_know_no_browser() {
    for package in ["expressroute-reach", "expressroute-scene", "expressroute-find"] {
        let shipped = shipped_for_the_web(package);
        assert!(shipped.contains(package), "{package} is not in its own tree: {shipped:?}");
        let found: Vec<&String> = shipped.iter().filter(|it| BROWSER.iter().any(|name| it.starts_with(name))).collect();
        assert!(found.is_empty(), "{package} uses {found:?}; it must stay free of the browser");
    }
}

#[test]
fn nothing_that_runs_in_a_page_reads_csv() {
    for package in ["expressroute-atlas", "expressroute-planner", "expressroute-finder", "expressroute-js"] {
        assert!(!shipped_for_the_web(package).contains("csv"), "{package} carries the CSV reader to every visitor");
    }
}

#[test]
fn only_the_app_and_the_planner_carry_leptos() {
    let uses = uses();
    let carriers = uses.iter().filter(|(_, used)| used.iter().any(|(_, name)| name.starts_with("leptos")));
    let carriers: Vec<&str> = carriers.map(|(name, _)| name.as_str()).collect();
    assert_eq!(carriers, ["expressroute-atlas", "expressroute-planner"]);
}

#[test]
fn packages_use_each_other_in_the_allowed_directions_only() {
    let uses = uses();
    let known: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let names: BTreeSet<&str> = uses.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        known.keys().copied().collect(),
        "a package of the workspace is new or gone: say here what it may use"
    );
    for (package, used) in &uses {
        for (kind, name) in used.iter().filter(|(_, name)| known.contains_key(name.as_str())) {
            let shipped = kind == "normal" && known[package.as_str()].contains(&name.as_str());
            let around = BUILD_AND_TEST.contains(&(package.as_str(), kind.as_str(), name.as_str()));
            assert!(shipped || around, "{package} must not use {name} ({kind})");
        }
    }
}

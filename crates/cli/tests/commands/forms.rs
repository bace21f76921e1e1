//! What holds for every command.

use crate::run::{atlas, atlas_words};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn the_general_words_stand_before_or_after_the_command() {
    let plain = atlas("reach --from Dallas --sku standard --to \"US Gov Texas\" --cloud usgov --json");
    for line in [
        "--json --cloud usgov reach --from Dallas --sku standard --to \"US Gov Texas\"",
        "--cloud usgov reach --json --from Dallas --sku standard --to \"US Gov Texas\"",
        "--json reach --from Dallas --sku standard --cloud usgov --to \"US Gov Texas\"",
        "--cloud=usgov --json reach --from=Dallas --sku=standard --to=\"US Gov Texas\"",
    ] {
        let ran = atlas(line);
        assert_eq!(ran.out, plain.out, "{line}");
        assert_eq!(ran.code, 0, "{line}");
    }
}

#[test]
fn json_is_one_line() {
    for line in [
        "reach --from London --sku local --json",
        "link --from London --from-sku local --to Paris --to-sku local --json",
        "locate --to \"UK South\" --json",
        "nearest --lat 0 --lon 0 --json",
    ] {
        let ran = atlas(line);
        assert_eq!(ran.out.matches('\n').count(), 1, "{line}");
        assert!(ran.out.ends_with("}\n"), "{line}");
    }
}

#[test]
fn every_command_has_help_with_examples() {
    for command in ["reach", "link", "locate", "nearest", "data check"] {
        let ran = atlas(&format!("{command} --help"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
        assert!(ran.out.contains("Examples:") && ran.out.contains("Exit code:"), "{command}: {}", ran.out);
    }
    let ran = atlas("--help");
    assert_eq!(ran.code, 0);
    for command in ["reach", "link", "locate", "nearest", "data"] {
        assert!(ran.out.contains(command), "{command}");
    }
}

#[test]
fn the_version_is_the_package_version() {
    assert_eq!(atlas("--version").out, concat!("atlas ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_atlas"))
        .args(["locate", "--to", "UK South", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let errors = BufReader::new(child.stderr.take().unwrap());
    let said: Vec<String> = errors.lines().map(Result::unwrap).collect();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn text_of_any_kind_is_taken_without_a_panic() {
    for word in ["\u{0}".trim_matches('\u{0}'), "\u{202e}", "a\nb", "--", "-", "💥", &"x".repeat(10_000)] {
        let ran = atlas_words(&["reach", "--sku", "local", "--json", "--from", word]);
        assert_eq!(ran.code, 2, "{word:?}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{word:?}: {}", ran.err);
    }
}

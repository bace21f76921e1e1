//! Errors in the words themselves.

use crate::run::{Ran, atlas, texts};

fn usage(line: &str, value: &str) -> serde_json::Value {
    let error = atlas(line).error();
    assert_eq!(error["code"], "usage", "{line}: {error}");
    assert!(error["value"].as_str().unwrap().contains(value), "{line}: {error}");
    error
}

#[test]
fn a_word_out_of_a_closed_set_lists_the_set() {
    for line in [
        "reach --from London --sku gold --to \"UK West\" --json",
        "--json reach --from London --sku gold",
        "link --from London --from-sku gold --to Paris --to-sku standard --json",
    ] {
        let error = atlas(line).error();
        assert_eq!(error["code"], "unknown_word", "{line}");
        assert_eq!(error["value"], "gold");
        assert_eq!(texts(&error["near"]), ["local", "standard", "premium"]);
    }
    let error = atlas("nearest --lat 0 --lon 0 --cloud mars --json").error();
    assert_eq!(texts(&error["near"]), ["public", "usgov", "china"]);
    let error = atlas("reach --from London --sku local --peering public --json").error();
    assert_eq!(texts(&error["near"]), ["private", "microsoft"]);
}

#[test]
fn words_of_closed_sets_may_be_capitals() {
    assert_eq!(atlas("reach --from London --sku Local --to \"UK South\" --json").code, 0);
}

#[test]
fn errors_of_usage_are_objects_too() {
    usage("reach --from London --json", "--sku");
    usage("reach --json", "--from");
    let error = usage("reach --frm London --sku local --json", "--frm");
    assert_eq!(error["near"][0], "--from");
    let error = usage("--json raech --from London", "raech");
    assert_eq!(error["near"][0], "reach");
    usage("reach --from --json", "--from");
    usage("nearest --lat 1 --lon 2 --metro --no-metro --json", "--metro");
    usage("locate --json", "--to");
    usage("--json", "");
    usage("reach London --from London --sku local --json", "London");
}

#[test]
fn a_person_reads_the_same_error_in_words() {
    for (line, part) in [
        ("reach --from London --sku gold", "local, standard, premium"),
        ("reach --from London", "--sku"),
        ("nearest --lat 91 --lon 0", "-90 to 90"),
        ("", "Usage"),
    ] {
        let Ran { code, out, err } = atlas(line);
        assert_eq!((code, out.as_str()), (2, ""), "{line}");
        assert!(err.contains(part), "{line}: {err}");
    }
}

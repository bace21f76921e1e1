//! What keeps a text from being a plan, and what is said about it.

use crate::world::{EXAMPLE, tiny_catalog, with_fields};
use expressroute_reach::plan_file::error::PlanFileError;
use expressroute_reach::plan_file::{MAX_BYTES, from_json};

/// What is said about a file that is refused.
fn refused(json: impl AsRef<[u8]>) -> String {
    from_json(&tiny_catalog(), json).unwrap_err().to_string()
}

/// What is said about a plan file with these further fields.
fn refused_fields(fields: &str) -> String {
    refused(with_fields(fields))
}

#[test]
fn a_text_that_is_not_json_is_refused_with_line_and_column() {
    let cases = [
        ("", "line 1, column 1: EOF while parsing a value at the end of the line: correct the JSON there"),
        (
            "{\n  \"a\": 1\n  \"b\": 2 }",
            "line 3, column 3: expected `,` or `}` at \"\\\"b\\\": 2 }\": correct the JSON there",
        ),
        ("{\"ä\": nul}", "line 1, column 10: expected ident at \"}\": correct the JSON there"),
        ("[1] x", "line 1, column 5: trailing characters at \"x\": correct the JSON there"),
        ("{\"a\": 01}", "line 1, column 8: invalid number at \"1}\": correct the JSON there"),
    ];
    for (text, expected) in cases {
        assert_eq!(refused(text), expected);
    }
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    let text = "{ \"format\": \"expressroute-atlas-plan\", \"version\": 1,\n  \"é\": {\"a\": [\"a\", {\"a\": \"\\\"\", \"\\u0061\": 1}]} }";
    let expected = "line 2, column 32: the field \"\\u0061\" stands twice in one object: keep one of them";
    assert_eq!(refused(text), expected);
}

#[test]
fn a_field_name_that_would_read_as_a_number_is_refused() {
    let expected =
        "line 1, column 60: the field name \"$serde_json::private::Number\" is reserved: give the field another name";
    assert_eq!(refused_fields(r#""x": {"$serde_json::private::Number": "1"}"#), expected);
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(from_json(&tiny_catalog(), deep), Err(PlanFileError::TooDeep { line: 1, column: 128, .. })));
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_place() {
    assert_eq!(refused(b"{\"a\": \"\xff\"}"), "byte 7: 0xFF is not UTF-8 text: save the file in UTF-8");
    assert_eq!(refused(b"\"\xe2\x82"), "byte 1: 0xE2 is not UTF-8 text: save the file in UTF-8");
}

#[test]
fn a_file_over_10_megabytes_is_refused_unread() {
    let expected = "the file has 10000001 bytes, a plan at most 10000000: open a smaller file, or remove its report";
    assert_eq!(refused(vec![b'['; MAX_BYTES + 1]), expected);
}

#[test]
fn a_newer_version_is_refused() {
    let text = EXAMPLE.replace("\"version\": 1", "\"version\": 3");
    let expected = "/version: this plan is of version 3; this Atlas reads up to 1: open it with a newer Atlas";
    assert_eq!(refused(&text), expected);
    assert_eq!(from_json(&tiny_catalog(), text), Err(PlanFileError::NewerVersion { value: 3 }));
}

#[test]
fn another_json_document_is_refused() {
    let remedy = "stands where \"expressroute-atlas-plan\" is expected: open a file that ExpressRoute Atlas saved";
    assert_eq!(refused("[1, 2]"), format!("the whole document: [1,2] {remedy}"));
    assert_eq!(refused("{}"), format!("/format: nothing {remedy}"));
    assert_eq!(refused(r#"{"format": "FeatureCollection"}"#), format!("/format: \"FeatureCollection\" {remedy}"));
}

#[test]
fn a_version_that_is_no_version_is_refused() {
    let with_version = |version: &str| refused(EXAMPLE.replace("\"version\": 1", &format!("\"version\": {version}")));
    for version in ["0", "-1", "1.5", "\"1\"", "[]"] {
        let expected = format!("/version: {version} does not fit: use a whole number from 1 to 1");
        assert_eq!(with_version(version), expected);
    }
    assert_eq!(
        refused(r#"{"format": "expressroute-atlas-plan"}"#),
        "the whole document: the field \"version\" is missing: add \"version\": 1"
    );
}

#[test]
fn a_wrong_value_is_refused_with_its_pointer_and_what_fits() {
    let cases = [
        (r#""name": 5"#, "/name: 5 does not fit: use text in quotes"),
        (r#""data": []"#, "/data: [] does not fit: use an object in braces, { }"),
        (r#""data": {"version": 2026}"#, "/data/version: 2026 does not fit: use text in quotes"),
        (
            r#""data": {"cloud": "mars"}"#,
            "/data/cloud: \"mars\" does not fit: use one of \"public\", \"usgov\", \"china\"",
        ),
        (r#""circuits": {}"#, "/circuits: {} does not fit: use a list in brackets, [ ]"),
        (r#""circuits": [7]"#, "/circuits/0: 7 does not fit: use an object in braces, { }"),
        (r#""global_reach_links": "c1""#, "/global_reach_links: \"c1\" does not fit: use a list in brackets, [ ]"),
        (
            r#""global_reach_links": [{"from": "c1", "to": "c2"}, {"from": "c1", "to": 2}]"#,
            "/global_reach_links/1/to: 2 does not fit: use the id of a circuit",
        ),
        (
            r#""global_reach_links": [{"from": "c1"}]"#,
            "/global_reach_links/0: the field \"to\" is missing: add the id of a circuit",
        ),
    ];
    for (fields, expected) in cases {
        assert_eq!(refused_fields(fields), expected);
    }
}

#[test]
fn a_wrong_circuit_is_refused_with_its_pointer_and_what_fits() {
    let location = "the slug of a peering location, such as \"amsterdam\"";
    let whole = "does not fit: use a whole number from 0 to 4294967295";
    let cases = [
        (
            r#""location": "london""#,
            "/circuits/0: the field \"id\" is missing: add an id of its own, such as \"c1\"".to_owned(),
        ),
        (r#""id": """#, "/circuits/0/id: \"\" does not fit: use an id of its own, such as \"c1\"".to_owned()),
        (r#""id": "c1""#, format!("/circuits/0: the field \"location\" is missing: add {location}")),
        (
            r#""id": "c1", "location": ["london"]"#,
            format!("/circuits/0/location: [\"london\"] does not fit: use {location}"),
        ),
        (
            r#""id": "c1", "location": "london", "tier": "Premium""#,
            "/circuits/0/tier: \"Premium\" does not fit: use one of \"local\", \"standard\", \"premium\"".to_owned(),
        ),
        (
            r#""id": "c1", "location": "london", "family": true"#,
            "/circuits/0/family: true does not fit: use one of \"metered\", \"unlimited\"".to_owned(),
        ),
        (
            r#""id": "c1", "location": "london", "bandwidth_mbps": "1 Gbps""#,
            format!("/circuits/0/bandwidth_mbps: \"1 Gbps\" {whole}"),
        ),
        (
            r#""id": "c1", "location": "london", "bandwidth_mbps": 99.5"#,
            format!("/circuits/0/bandwidth_mbps: 99.5 {whole}"),
        ),
        (
            r#""id": "c1", "location": "london", "bandwidth_mbps": 4294967296"#,
            format!("/circuits/0/bandwidth_mbps: 4294967296 {whole}"),
        ),
        (
            r#""id": "c1", "location": "london", "provider": {}"#,
            "/circuits/0/provider: {} does not fit: use text in quotes".to_owned(),
        ),
    ];
    for (fields, expected) in cases {
        assert_eq!(refused_fields(&format!(r#""circuits": [{{{fields}}}]"#)), expected);
    }
}

#[test]
fn two_circuits_of_one_id_are_refused() {
    let circuits = r#""circuits": [{"id": "c0", "location": "london"}, {"id": "c1", "location": "london"}, {"id": "c1", "location": "amsterdam"}]"#;
    let expected = "/circuits/2/id: \"c1\" is already the id of /circuits/1: give each an id of its own";
    assert_eq!(refused_fields(circuits), expected);
}

#[test]
fn a_long_value_is_shortened() {
    let message = refused_fields(&format!(r#""name": ["{}"]"#, "é".repeat(1_000)));
    assert_eq!(message, format!("/name: [\"{}… does not fit: use text in quotes", "é".repeat(58)));
}

#[test]
fn an_error_has_a_code_and_its_value() {
    let error = from_json(&tiny_catalog(), with_fields(r#""name": 5"#)).unwrap_err();
    assert_eq!((error.code(), error.value().as_str()), ("plan_wrong_value", "5"));
    let error = from_json(&tiny_catalog(), with_fields(r#""circuits": [{}]"#)).unwrap_err();
    assert_eq!((error.code(), error.value().as_str()), ("plan_missing_field", "id"));
}

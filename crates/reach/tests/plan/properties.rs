//! What holds for every plan and for every text.

use crate::any_plan::{any_json, plan};
use crate::world::{EXAMPLE, tiny_catalog};
use expressroute_reach::plan_file::{from_json, to_json};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

/// The example with up to eight bytes replaced, put in or taken out.
fn mutated_example() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![proptest::sample::select(&b"{}[]\",:\\0e-"[..]), any::<u8>()];
    vec((0..EXAMPLE.len(), 0..3, byte), 1..8).prop_map(|changes| {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for (at, kind, byte) in changes {
            let at = at.min(bytes.len() - 1);
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        bytes
    })
}

/// Text whose tokens are those of JSON, in any order.
fn token_soup() -> impl Strategy<Value = String> {
    let token =
        proptest::sample::select(&["{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u0061\"", "1", "null", "\n", "\"é"][..]);
    vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// Opens `bytes`; what opens is saved and opened without change, and what does not open names its place.
fn open(bytes: &[u8]) {
    let catalog = tiny_catalog();
    match from_json(&catalog, bytes) {
        Ok(plan) => {
            let saved = to_json(&catalog, &plan);
            assert_eq!(to_json(&catalog, &from_json(&catalog, &saved).unwrap()), saved);
        }
        Err(error) => assert!(error.to_string().contains(": ")),
    }
}

proptest! {
    #[test]
    fn a_saved_plan_opens_as_the_same_plan(plan in plan()) {
        let catalog = tiny_catalog();
        let saved = to_json(&catalog, &plan);
        let opened = from_json(&catalog, &saved).unwrap();
        prop_assert_eq!(&opened, &plan);
        prop_assert_eq!(to_json(&catalog, &opened), saved);
    }

    #[test]
    fn a_saved_plan_means_the_same_to_any_json_parser(plan in plan()) {
        let saved = to_json(&tiny_catalog(), &plan);
        let document: Value = serde_json::from_str(&saved).unwrap();
        prop_assert_eq!(document["circuits"].as_array().map(Vec::len), Some(plan.circuits.len()));
        for (name, value) in &plan.rest {
            prop_assert_eq!(&document[name], value);
        }
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in vec(any::<u8>(), 0..200)) {
        open(&bytes);
    }

    #[test]
    fn no_tokens_bring_the_reader_down(text in token_soup()) {
        open(text.as_bytes());
    }

    #[test]
    fn no_damaged_plan_brings_the_reader_down(bytes in mutated_example()) {
        open(&bytes);
    }

    #[test]
    fn no_unfinished_plan_brings_the_reader_down(end in 0..EXAMPLE.len()) {
        open(&EXAMPLE.as_bytes()[..end]);
    }

    #[test]
    fn a_field_of_any_type_anywhere_does_not_bring_the_reader_down(
        at in proptest::sample::select(&["/name", "/version", "/data", "/data/cloud", "/circuits", "/circuits/0",
            "/circuits/1/id", "/circuits/0/location", "/circuits/0/bandwidth_mbps", "/global_reach_links",
            "/global_reach_links/0", "/global_reach_links/0/to", "/sites/0", "/sites/0/latitude", "/workloads/0/kind",
            "/workloads/0/region", "/circuits/0/peerings/0", "/circuits/0/peerings/0/vlan", "/intent/resiliency",
            "/connections", "/connections/1/workload"][..]),
        value in any_json(),
    ) {
        let mut document: Value = serde_json::from_str(EXAMPLE).unwrap();
        if let Some(place) = document.pointer_mut(at) {
            *place = value;
        }
        open(document.to_string().as_bytes());
    }
}

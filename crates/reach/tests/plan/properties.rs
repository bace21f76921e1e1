//! What holds for every plan and for every text.

use crate::world::{EXAMPLE, SLUGS, tiny_catalog};
use expressroute_reach::plan::{BillingFamily, Fields, LocationRef, Plan, PlanCircuit, PlanLink};
use expressroute_reach::plan_file::{from_json, to_json};
use expressroute_reach::sku::{Cloud, Sku};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

/// Numbers as the parser spells them.
fn number() -> impl Strategy<Value = Value> {
    "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?(e[+-][0-9]{1,4})?".prop_map(|text| serde_json::from_str(&text).unwrap())
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number(),
        any::<String>().prop_map(Value::from),
        "[a-z\"\\\\\u{0}-\u{1f}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Fields whose names the model does not take out.
fn unknown_fields() -> impl Strategy<Value = Fields> {
    let name = prop_oneof![
        Just("sites".to_owned()),
        Just("peerings".to_owned()),
        Just("connections".to_owned()),
        any::<String>().prop_map(|it| format!("x-{it}")),
    ];
    btree_map(name, any_json(), 0..4).prop_map(|fields| fields.into_iter().collect())
}

fn circuit() -> impl Strategy<Value = PlanCircuit> {
    let location = prop_oneof![proptest::sample::select(&SLUGS[..]).prop_map(str::to_owned), "[a-z]{1,8}-gone"];
    let choices = (
        option::of(proptest::sample::select(Sku::ALL)),
        option::of(proptest::sample::select(BillingFamily::ALL)),
        option::of(any::<u32>()),
        option::of(any::<String>()),
    );
    (location, choices, unknown_fields()).prop_map(|(slug, (tier, family, bandwidth_mbps, provider), extra)| {
        let location = LocationRef::from_slug(&tiny_catalog(), &slug);
        PlanCircuit { id: slug, location, tier, family, bandwidth_mbps, provider, extra }
    })
}

fn link() -> impl Strategy<Value = PlanLink> {
    ("[a-z]{1,4}", "\\PC{1,4}", unknown_fields()).prop_map(|(from, to, extra)| PlanLink { from, to, extra })
}

/// Plans as they are after the current data set has saved them.
fn plan() -> impl Strategy<Value = Plan> {
    let head = (any::<String>(), proptest::sample::select(Cloud::ALL));
    let parts = (vec(circuit(), 0..4), vec(link(), 0..4), unknown_fields(), unknown_fields());
    (head, parts).prop_map(|((name, cloud), (mut circuits, links, data_rest, rest))| {
        for (at, circuit) in circuits.iter_mut().enumerate() {
            circuit.id = format!("{}-{at}", circuit.id);
        }
        let data_version = tiny_catalog().version().to_owned();
        Plan { name, cloud, data_version, circuits, links, data_rest, rest }
    })
}

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
            "/global_reach_links/0", "/global_reach_links/0/to", "/sites/0", "/connections"][..]),
        value in any_json(),
    ) {
        let mut document: Value = serde_json::from_str(EXAMPLE).unwrap();
        if let Some(place) = document.pointer_mut(at) {
            *place = value;
        }
        open(document.to_string().as_bytes());
    }
}

//! Two circuits side by side.

use crate::world::{catalog, circuit};
use reach::beside::{Beside, beside};
use reach::link::LinkAnswer;
use reach::reachable::{Answer, Destination, Verdict};
use reach::sku::Sku;

fn held(first: &str, second: &str) -> Beside {
    beside(catalog(), [circuit(first), circuit(second)])
}

fn regions(answers: &[Answer]) -> Vec<&'static str> {
    let slug = |it: &Answer| match it.to {
        Destination::Region(id) => catalog().region(id).slug.as_str(),
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => "a service",
    };
    answers.iter().map(slug).collect()
}

fn partners(answers: &[LinkAnswer]) -> Vec<&'static str> {
    answers.iter().map(|it| catalog().location(it.to.location).slug.as_str()).collect()
}

#[test]
fn two_sites_of_one_metro_reach_the_same_under_standard() {
    let found = held("Amsterdam standard", "Amsterdam2 standard");
    assert_eq!(found.only, [Vec::new(), Vec::new()]);
    assert_eq!(found.reached[0], found.reached[1]);
    assert_eq!(found.both, found.reached[0].sure);
    // Each can be linked to the other, and that sets them apart in nothing.
    assert_eq!(found.partners[0], found.partners[1]);
    assert_eq!(found.only_partners, [Vec::new(), Vec::new()]);
}

#[test]
fn local_reaches_its_own_region_and_standard_the_geopolitical_region() {
    let found = held("Amsterdam local", "Amsterdam standard");
    assert_eq!((found.both, found.reached[0].sure), (1, 1), "West Europe");
    assert!(found.only[0].is_empty());
    let europe = regions(&found.only[1]);
    assert!(europe.contains(&"uksouth") && !europe.contains(&"westeurope") && !europe.contains(&"eastus"));
    // How Local could: with Standard.
    assert!(found.only[1].iter().all(|it| it.judgement.verdict == Verdict::NeedsStandard));
    assert!(found.only[1].iter().all(|it| it.smallest_sku == Some(Sku::Standard)));
    // A Local circuit takes no part in Global Reach.
    assert_eq!(found.partners[0], 0);
    assert_eq!(found.only_partners[1].len(), found.partners[1]);
}

#[test]
fn tokyo_and_amsterdam_under_standard_have_no_region_in_common() {
    let found = held("Tokyo standard", "Amsterdam standard");
    assert_eq!(found.both, 0);
    assert_eq!(regions(&found.only[0]), ["japaneast", "japanwest"]);
    assert!(found.only[0].iter().all(|it| it.smallest_sku == Some(Sku::Premium)));
    // In Japan only the sites of Japan can be linked to Tokyo without Premium.
    let japan = partners(&found.only_partners[0]);
    assert!(japan.contains(&"osaka") && japan.contains(&"tokyo2"), "{japan:?}");
    assert!(!partners(&found.only_partners[1]).contains(&"tokyo"));
}

#[test]
fn premium_reaches_all_that_standard_does() {
    let found = held("Frankfurt standard", "Frankfurt premium");
    assert!(found.only[0].is_empty() && found.only_partners[0].is_empty());
    assert_eq!(found.both, found.reached[0].sure);
    assert_eq!(found.reached[1].sure, 62, "the live regions of the public cloud");
    assert_eq!(found.only[1].len(), 62 - found.both);
}

#[test]
fn clouds_have_nothing_in_common() {
    let found = beside(catalog(), [circuit("Dallas premium"), circuit("usgov-dallas premium")]);
    assert_eq!(found.both, 0);
    assert_eq!(found.only[0].len(), 62);
    assert!(found.only[0].iter().all(|it| it.judgement.verdict == Verdict::Unreachable && it.smallest_sku.is_none()));
}

#[test]
fn changing_sides_changes_sides_only() {
    for (first, second) in [("London standard", "Chicago premium"), ("Paris local", "Dubai standard")] {
        let (one, other) = (held(first, second), held(second, first));
        let [a, b] = other.only;
        assert_eq!((one.both, one.only), (other.both, [b, a]));
        let [a, b] = other.only_partners;
        assert_eq!(one.only_partners, [b, a]);
    }
}

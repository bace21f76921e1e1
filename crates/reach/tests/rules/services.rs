//! Reach of Microsoft 365 and Dynamics 365, rule 6 of docs/rules.md.

use crate::world::{catalog, check, check_smallest, circuit};
use reach::reachable::{Destination, Verdict, reach};
use reach::sku::{Cloud, Peering};

#[test]
fn microsoft_365_needs_premium_everywhere_in_the_public_cloud() {
    check("Amsterdam premium", "microsoft-365", "reachable");
    check("Amsterdam standard", "microsoft-365", "needs_premium");
    check("Amsterdam local", "microsoft-365", "needs_premium");
    check("Amsterdam premium microsoft", "microsoft-365", "reachable");
    check_smallest("Amsterdam", "microsoft-365", "premium");
}

#[test]
fn services_are_reached_over_microsoft_peering_whatever_is_asked() {
    for from in ["Amsterdam premium", "Amsterdam premium microsoft"] {
        let answer = reach(catalog(), circuit(from), Destination::Microsoft365(Cloud::Public));
        assert_eq!(answer.circuit.peering, Peering::Microsoft, "{from}");
    }
}

#[test]
fn where_local_is_not_offered_that_comes_before_any_service() {
    check("New York local", "microsoft-365", "local_not_offered");
    check("New York local", "dynamics-365", "local_not_offered");
    check("Vienna local", "microsoft-365", "local_not_offered");
    check("usgov-chicago local", "microsoft-365", "local_not_offered");
    check("china-shanghai local", "microsoft-365", "local_not_offered");
    check("Oslo2 local", "microsoft-365", "not_documented");
    check("New York2 local", "dynamics-365", "not_documented");
    check_smallest("New York", "microsoft-365", "premium");
    check_smallest("New York", "dynamics-365", "standard");
}

#[test]
fn microsoft_365_of_the_national_clouds_is_not_documented() {
    check("usgov-phoenix premium", "microsoft-365", "not_documented");
    check("usgov-phoenix local", "microsoft-365", "not_documented");
    check("china-shanghai premium", "microsoft-365", "not_documented");
    check_smallest("usgov-phoenix", "microsoft-365", "none");
}

#[test]
fn microsoft_365_of_another_cloud_is_unreachable_before_any_rule_about_local() {
    for from in ["Amsterdam premium", "New York local", "Oslo2 local"] {
        let answer = reach(catalog(), circuit(from), Destination::Microsoft365(Cloud::UsGov));
        assert_eq!(answer.judgement.verdict, Verdict::Unreachable, "{from}");
        assert_eq!(answer.smallest_sku, None, "{from}");
    }
}

#[test]
fn dynamics_365_in_the_own_geopolitical_region_needs_no_premium() {
    check("Amsterdam standard", "dynamics-365", "reachable");
    check("Amsterdam premium", "dynamics-365", "reachable");
    check("Amsterdam local", "dynamics-365", "not_documented");
    check("Dallas standard", "dynamics-365 in North America", "reachable");
    check_smallest("Amsterdam", "dynamics-365", "standard");
}

#[test]
fn dynamics_365_in_another_geopolitical_region_needs_premium() {
    check("Amsterdam standard", "dynamics-365 in North America", "needs_premium");
    check("Amsterdam premium", "dynamics-365 in North America", "reachable");
    check("Amsterdam local", "dynamics-365 in North America", "not_documented");
    check("Sydney standard", "dynamics-365 in Australia Government", "needs_premium");
    check("Amsterdam premium", "dynamics-365 in US Government cloud", "unreachable");
    check_smallest("Amsterdam", "dynamics-365 in North America", "premium");
}

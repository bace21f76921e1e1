//! Reach of Azure regions, rules 1 to 5 of docs/rules.md.

use crate::world::{catalog, region_name};
use crate::world::{check, check_smallest, circuit, regions_with};
use reach::reachable::{Destination, Verdict, reach_of};

#[test]
fn standard_at_amsterdam_reaches_the_17_regions_that_the_table_places_in_europe() {
    let europe = [
        "Austria East",
        "France Central",
        "France South",
        "Germany North",
        "Germany West Central",
        "Italy North",
        "North Europe",
        "Norway East",
        "Norway West",
        "Poland Central",
        "Spain Central",
        "Sweden Central",
        "Switzerland North",
        "Switzerland West",
        "UK South",
        "UK West",
        "West Europe",
    ];
    assert_eq!(regions_with("Amsterdam standard", Verdict::Reachable, None), europe);
}

#[test]
fn three_european_regions_are_in_no_row_of_the_table_and_only_likely_under_standard() {
    let likely = ["Belgium Central", "Denmark East", "Sweden South"];
    let found = regions_with("Amsterdam standard", Verdict::NotDocumented, Some(Verdict::Reachable));
    assert_eq!(found, likely);
}

#[test]
fn regions_elsewhere_that_the_table_does_not_place_are_likely_to_need_premium() {
    let elsewhere = [
        "Brazil Southeast",
        "Chile Central",
        "East US 3",
        "India South Central",
        "Indonesia Central",
        "Jio India Central",
        "Jio India West",
        "Malaysia West",
    ];
    let found = regions_with("Amsterdam standard", Verdict::NotDocumented, Some(Verdict::NeedsPremium));
    assert_eq!(found, elsewhere);
    assert_eq!(regions_with("Amsterdam standard", Verdict::NeedsPremium, None).len(), 62 - 17 - 3 - 8);
}

#[test]
fn premium_at_amsterdam_reaches_all_62_live_public_regions_and_no_national_cloud() {
    assert_eq!(regions_with("Amsterdam premium", Verdict::Reachable, None).len(), 62);
    for name in ["US Gov Virginia", "US DoD East", "US Gov Iowa", "China East", "China North 3"] {
        check("Amsterdam premium", name, "unreachable");
        check("Amsterdam local", name, "unreachable");
    }
}

#[test]
fn local_reaches_its_own_column_and_standard_the_rest_of_europe() {
    check("London local", "UK South", "reachable");
    check("London local", "UK West", "needs_standard");
    check("Newport local", "UK West", "reachable");
    check("Frankfurt local", "West Europe", "needs_standard");
    check("Frankfurt standard", "West Europe", "reachable");
    check("London local", "East US", "needs_premium");
    check("London local", "Belgium Central", "not_documented, likely needs_standard");
    check("London standard", "Belgium Central", "not_documented, likely reachable");
    check("London local", "Chile Central", "not_documented, likely needs_premium");
}

#[test]
fn local_at_washington_reaches_both_regions_of_its_column() {
    check("Washington DC local", "East US", "reachable");
    check("Washington DC2 local", "East US 2", "reachable");
    check("Washington DC local", "East US 3", "not_documented, likely needs_standard");
    check("Washington DC local", "Central US", "needs_standard");
}

#[test]
fn the_government_of_australia_is_a_geopolitical_region_of_its_own() {
    check("Sydney standard", "Australia Central", "needs_premium");
    check("Sydney standard", "Australia East", "reachable");
    check("Sydney standard", "New Zealand North", "reachable");
    check("Canberra standard", "Australia Central 2", "reachable");
    check("Canberra standard", "Australia East", "needs_premium");
    check("Canberra local", "Australia Central", "reachable");
    check("Canberra local", "Australia Central 2", "needs_standard");
    check("Canberra2 local", "Australia Central 2", "reachable");
}

#[test]
fn small_geopolitical_regions_end_at_their_borders() {
    check("Tokyo standard", "Japan West", "reachable");
    check("Tokyo standard", "Korea Central", "needs_premium");
    check("Dubai standard", "UAE Central", "reachable");
    check("Dubai standard", "Qatar Central", "needs_premium");
    check("Tel Aviv standard", "Israel Central", "reachable");
    check("Cape Town standard", "South Africa North", "reachable");
    check("Mumbai standard", "India South Central", "not_documented, likely reachable");
    check("Mumbai standard", "Southeast Asia", "needs_premium");
    check("Queretaro standard", "East US", "reachable");
}

#[test]
fn standard_reaches_the_regions_of_its_own_local_column_even_where_the_table_places_them_nowhere() {
    check("Rio de Janeiro standard", "Brazil Southeast", "reachable");
    check("Rio de Janeiro local", "Brazil South", "needs_standard");
    check("Sao Paulo standard", "Brazil Southeast", "not_documented, likely reachable");
    check("Jakarta standard", "Indonesia Central", "reachable");
    check("Jakarta Metro standard", "Indonesia Central", "reachable");
    check("Singapore standard", "Indonesia Central", "not_documented, likely reachable");
    check("Kuala Lumpur standard", "Malaysia West", "reachable");
    check("Bangkok standard", "Malaysia West", "not_documented, likely reachable");
    check("Brussels Metro standard", "Belgium Central", "reachable");
    check("Copenhagen standard", "Denmark East", "not_documented, likely reachable");
}

#[test]
fn chile_has_a_region_but_the_table_does_not_place_it() {
    check("Santiago local", "Chile Central", "local_not_offered");
    check("Santiago standard", "Chile Central", "not_documented, likely reachable");
    check("Santiago premium", "Chile Central", "reachable");
}

#[test]
fn an_empty_local_column_means_no_local_at_all() {
    for name in ["East US", "Belgium Central", "West Europe"] {
        check("New York local", name, "local_not_offered");
        check("New York Metro local", name, "local_not_offered");
        check("Santiago local", name, "local_not_offered");
    }
    check("Montreal local", "Canada East", "local_not_offered");
    check("Bangkok local", "Malaysia West", "local_not_offered");
}

#[test]
fn a_metro_row_that_lists_what_its_sites_do_not_is_a_conflict_and_only_these_five_are() {
    let mut conflicts = Vec::new();
    for location in catalog().location_ids() {
        let slug = &catalog().location(location).slug;
        for answer in reach_of(catalog(), circuit(&format!("{slug} local"))) {
            if answer.judgement.verdict == Verdict::DataConflict {
                conflicts.push((slug.as_str(), region_name(answer.to)));
            }
        }
    }
    let documented = [
        ("brussels", "Belgium Central"),
        ("brussels2", "Belgium Central"),
        ("copenhagen", "Denmark East"),
        ("vienna", "Austria East"),
        ("vienna2", "Austria East"),
    ];
    assert_eq!(conflicts, documented);
    check("Vienna local", "West Europe", "local_not_offered");
    check("Vienna standard", "Austria East", "reachable");
}

#[test]
fn the_two_sites_without_a_row_in_the_location_list_answer_not_documented_under_local() {
    check("New York2 local", "East US", "not_documented");
    check("Oslo2 local", "Norway East", "not_documented, likely reachable");
    check("Oslo2 local", "West Europe", "not_documented, likely needs_standard");
    check("Oslo2 local", "East US", "not_documented, likely needs_premium");
    check("New York2 standard", "East US", "reachable");
    check("Oslo2 standard", "Norway West", "reachable");
    check("Oslo2 local", "US Gov Texas", "unreachable");
}

#[test]
fn the_us_government_cloud_is_one_geopolitical_region_with_local_at_three_locations() {
    check("usgov-phoenix local", "US Gov Arizona", "reachable");
    check("usgov-phoenix local", "US Gov Texas", "needs_standard");
    check("usgov-san-antonio local", "US Gov Texas", "reachable");
    check("usgov-washington-dc local", "US DoD East", "reachable");
    check("usgov-washington-dc local", "US Gov Virginia", "reachable");
    check("usgov-chicago local", "US Gov Virginia", "local_not_offered");
    let all = ["US DoD Central", "US DoD East", "US Gov Arizona", "US Gov Texas", "US Gov Virginia"];
    assert_eq!(regions_with("usgov-chicago standard", Verdict::Reachable, None), all);
    assert_eq!(regions_with("usgov-chicago premium", Verdict::Reachable, None), all);
    check("usgov-phoenix premium", "West US 3", "unreachable");
}

#[test]
fn china_has_two_geopolitical_regions_and_one_region_that_neither_lists() {
    check("china-shanghai standard", "China East 2", "reachable");
    // Nantong lies beside Shanghai, and the region is named after China East.
    check("china-shanghai standard", "China East 3", "not_documented, likely reachable");
    check("china-beijing standard", "China East 3", "not_documented, likely needs_premium");
    check("china-shanghai premium", "China East 3", "reachable");
    check("china-shanghai standard", "China North", "needs_premium");
    check("china-shanghai premium", "China North 3", "reachable");
    check("china-beijing2 standard", "China North 3", "reachable");
    check("china-shanghai2 local", "China East", "local_not_offered");
    check("china-shanghai premium", "East Asia", "unreachable");
    assert_eq!(regions_with("china-beijing premium", Verdict::Reachable, None).len(), 6);
}

#[test]
fn regions_that_are_retired_announced_or_canaries_are_never_reached_nor_counted() {
    for sku in ["local", "standard", "premium"] {
        check(&format!("usgov-phoenix {sku}"), "US Gov Iowa", "not_documented");
        check(&format!("Singapore {sku}"), "Southeast Asia 3", "not_documented");
        check(&format!("Stockholm {sku}"), "Finland Central", "not_documented");
        check(&format!("Chicago {sku}"), "Finland Central", "not_documented");
        check(&format!("Chicago {sku}"), "Central US EUAP", "not_documented");
    }
    check("usgov-chicago local", "US Gov Iowa", "local_not_offered");
    for name in ["Greece Central", "Saudi Arabia East", "East US 2 EUAP"] {
        check("London premium", name, "not_documented");
        check("London premium microsoft", name, "not_documented");
        check_smallest("London", name, "none");
    }
    for (from, live) in [("London premium", 62), ("usgov-phoenix premium", 5), ("china-beijing premium", 6)] {
        let answers = reach_of(catalog(), circuit(from));
        assert_eq!(answers.len(), live, "{from}");
        assert!(answers.iter().all(|it| matches!(it.to, Destination::Region(_))));
    }
}

#[test]
fn microsoft_peering_follows_the_same_columns() {
    check("Amsterdam local microsoft", "West Europe", "reachable");
    check("Amsterdam local microsoft", "UK South", "needs_standard");
    check("Amsterdam standard microsoft", "UK South", "reachable");
    check("Amsterdam standard microsoft", "East US", "needs_premium");
    check("Amsterdam premium microsoft", "East US", "reachable");
    check("New York local microsoft", "East US", "local_not_offered");
    check("Vienna local microsoft", "Austria East", "data_conflict");
    check("Amsterdam premium microsoft", "US Gov Texas", "unreachable");
}

#[test]
fn premium_receives_no_documented_prefixes_of_regions_outside_every_geopolitical_region() {
    check("Amsterdam premium microsoft", "Belgium Central", "not_documented, likely reachable");
    check("Singapore premium microsoft", "Indonesia Central", "not_documented, likely reachable");
    check("Jakarta premium microsoft", "Indonesia Central", "reachable");
    check("china-shanghai premium microsoft", "China East 3", "not_documented, likely reachable");
}

#[test]
fn the_smallest_sku_is_the_smallest_documented_one_and_the_likely_one_stands_beside_it() {
    check_smallest("London", "UK South", "local");
    check_smallest("London", "UK West", "standard");
    check_smallest("London", "East US", "premium");
    check_smallest("London", "Belgium Central", "premium, likely standard");
    check_smallest("Santiago", "Chile Central", "premium, likely standard");
    check_smallest("Vienna", "Austria East", "standard");
    check_smallest("Oslo2", "Norway East", "standard, likely local");
    check_smallest("New York2", "East US", "standard");
    check_smallest("Jakarta", "Indonesia Central", "local");
    check_smallest("Bangkok", "Indonesia Central", "premium, likely standard");
    check_smallest("china-shanghai", "China East 3", "premium, likely standard");
    check_smallest("London", "US Gov Texas", "none");
    check_smallest("usgov-phoenix", "US Gov Iowa", "none");
}

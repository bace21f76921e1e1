//! The reverse question against plain loops, and lists of regions as people paste them.

use crate::world::{catalog, names, region};
use proptest::prelude::*;
use reach::id::{PeeringLocationId, RegionId};
use reach::locate::locate;
use reach::reachable::{Circuit, Destination, Verdict, judge};
use reach::region_list::{RegionList, read_region_list, regions_within};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;

fn read(text: &str) -> RegionList {
    read_region_list(catalog(), names(), text, Cloud::Public)
}

fn slugs(list: &RegionList) -> Vec<&'static str> {
    list.regions.iter().map(|id| catalog().region(*id).slug.as_str()).collect()
}

/// What was not read: the line, the name as typed, and the names that are near.
fn unread(list: &RegionList) -> Vec<(usize, &str, &[String])> {
    list.unread.iter().map(|it| (it.line, it.error.value(), it.error.near())).collect()
}

#[test]
fn names_stand_one_a_line_or_between_commas_as_people_write_them() {
    // India West is the geopolitical table's own spelling of West India.
    let text = "West Europe, uksouth; \"North Europe\"\n- India West\n\n  JAPAN EAST\twesteurope,\n* são-paulo";
    let list = read(text);
    assert_eq!(slugs(&list), ["westeurope", "uksouth", "northeurope", "westindia", "japaneast"]);
    assert_eq!(unread(&list).iter().map(|it| (it.0, it.1)).collect::<Vec<_>>(), [(5, "* são-paulo")]);
}

#[test]
fn what_is_unknown_is_told_by_line_with_near_names_and_the_rest_is_kept() {
    let list = read("uksouth\nWest Eurpoe\nmoonbase");
    assert_eq!(slugs(&list), ["uksouth"]);
    let [eurpoe, moonbase] = unread(&list).try_into().unwrap();
    assert_eq!((eurpoe.0, eurpoe.1, eurpoe.2[0].as_str()), (2, "West Eurpoe", "West Europe"));
    assert_eq!((moonbase.0, moonbase.1, moonbase.2.len()), (3, "moonbase", 0));
}

#[test]
fn a_geopolitical_region_stands_for_its_regions_in_use() {
    assert_eq!(slugs(&read("Japan")), ["japaneast", "japanwest"]);
    assert_eq!(slugs(&read("japanwest, Japan")), ["japanwest", "japaneast"], "each region once");
    let europe = names().geopolitical_region("Europe", Cloud::Public).unwrap();
    for id in regions_within(catalog(), europe) {
        assert_eq!(catalog().region(id).status, RegionStatus::Live);
    }
    assert!(slugs(&read("Europe")).contains(&"uksouth"));
}

#[test]
fn a_name_of_another_cloud_is_found_there() {
    assert_eq!(slugs(&read("US Gov Virginia")), ["usgovvirginia"]);
    let government = read_region_list(catalog(), names(), "West Europe", Cloud::UsGov);
    assert_eq!(slugs(&government), ["westeurope"]);
}

#[test]
fn an_empty_list_is_no_error() {
    for text in ["", "\n \n", ",;,\t\n--\n[]"] {
        assert_eq!(read(text), RegionList::default(), "{text:?}");
    }
}

/// Every location with the first SKU that reaches all the regions, by trying one SKU after the other.
fn by_trying(regions: &[RegionId]) -> Vec<(Sku, u32, PeeringLocationId)> {
    let mut found = Vec::new();
    for location in catalog().location_ids() {
        for sku in Sku::ALL {
            let circuit = Circuit { location, sku: *sku, peering: Peering::Private };
            let reaches =
                |id: &RegionId| judge(catalog(), circuit, Destination::Region(*id)).verdict == Verdict::Reachable;
            if regions.iter().all(reaches) {
                let far = regions.iter().map(|id| catalog().distance_to_region(location, *id).0.whole()).max().unwrap();
                found.push((*sku, far, location));
                break;
            }
        }
    }
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn locations_and_skus_are_those_that_trying_finds(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..6), mixed in any::<bool>(),
    ) {
        // Half of the time from all clouds and of every status, otherwise such as a location can reach.
        let all: Vec<RegionId> = match mixed {
            true => catalog().region_ids().collect(),
            false => catalog().live_regions(Cloud::Public).collect(),
        };
        let regions: Vec<RegionId> = picks.iter().map(|it| *it.get(&all)).collect();
        let found = locate(catalog(), &regions, Peering::Private);
        let mut told: Vec<_> = found.iter().map(|it| (it.smallest_sku, it.distance.0.whole(), it.location)).collect();
        let order: Vec<(Sku, u32)> = told.iter().map(|it| (it.0, it.1)).collect();
        prop_assert!(order.is_sorted());
        told.sort();
        prop_assert_eq!(told, by_trying(&regions));
    }

    #[test]
    fn whatever_is_pasted_each_part_is_read_or_told(text in "[a-zA-Z0-9 ,;\n-]{0,80}") {
        let list = read(&text);
        let parts = text.split([',', ';', '\n']).filter(|it| it.chars().any(char::is_alphanumeric)).count();
        prop_assert!(list.unread.len() <= parts);
        // A list written from what was read reads as the same.
        let again = read(&slugs(&list).join("\n"));
        prop_assert_eq!(again.regions, list.regions);
    }

    #[test]
    fn every_region_is_read_back_from_its_name(at in any::<prop::sample::Index>()) {
        let all: Vec<RegionId> = catalog().live_regions(Cloud::Public).collect();
        let id = *at.get(&all);
        let row = catalog().region(id);
        prop_assert_eq!(read(&row.name).regions, vec![id]);
        prop_assert_eq!(region(&row.slug), id);
    }
}

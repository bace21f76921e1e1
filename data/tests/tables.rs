//! The data set as a whole: how much there is of what, that everything has a source, and that references hold.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use reach::sku::Cloud;
use reach::table::{AllTables, read_tables, spec};
use reach::tables::RegionStatus;
use std::collections::BTreeSet;
use std::path::Path;

fn tables() -> AllTables {
    read_tables(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The rows of one file as header and cell pairs.
fn rows(table: &str) -> Vec<Vec<(String, String)>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("{table}.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| header.iter().zip(row.iter()).map(|(a, b)| (a.into(), b.into())).collect();
    reader.records().map(|it| row(it.unwrap())).collect()
}

fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    &row.iter().find(|(it, _)| it == column).unwrap().1
}

#[test]
fn there_are_as_many_rows_as_the_documents_have() {
    let AllTables { core, providers, latency, .. } = tables();
    let locations = |cloud| core.locations.iter().filter(|it| it.cloud == cloud).count();
    assert_eq!([Cloud::Public, Cloud::UsGov, Cloud::China].map(locations), [135, 9, 4]);
    assert_eq!(core.locations.len(), 148);
    assert_eq!(core.locations.iter().filter(|it| it.metro).count(), 28);
    assert_eq!(core.regions.len(), 80);
    let live = core.regions.iter().filter(|it| it.cloud == Cloud::Public && it.status == RegionStatus::Live);
    assert_eq!(live.count(), 62);
    assert_eq!(core.geopolitical_regions.len(), 16);
    assert_eq!(core.global_reach.len(), 25);
    assert_eq!(providers.offers.len(), 973);
    assert_eq!((latency.regions.len(), latency.median_ms.len()), (54, 54 * 54));
    assert_eq!(core.version, "2026-04-28");
    assert_eq!(latency.date, "2026-07-30");
}

#[test]
fn the_packed_tables_are_the_ones_in_the_folder() {
    let AllTables { core, providers, latency, limits, details } = tables();
    assert!(postcard::to_allocvec(&core).unwrap() == expressroute_tables::CORE);
    assert!(postcard::to_allocvec(&providers).unwrap() == expressroute_tables::PROVIDERS);
    assert!(postcard::to_allocvec(&latency).unwrap() == expressroute_tables::LATENCY);
    assert!(postcard::to_allocvec(&limits).unwrap() == expressroute_tables::LIMITS);
    assert!(postcard::to_allocvec(&details).unwrap() == expressroute_tables::DETAILS);
    let unpacked: reach::tables::Tables = postcard::from_bytes(expressroute_tables::CORE).unwrap();
    assert_eq!(unpacked.locations.len(), core.locations.len());
}

#[test]
fn every_row_names_a_source_and_its_date() {
    for spec in spec::ALL.iter().filter(|it| it.name != "sources") {
        for row in rows(spec.name) {
            let (sources, dates) = (cell(&row, "source"), cell(&row, "source_date"));
            assert!(!sources.is_empty(), "{}: {row:?}", spec.name);
            assert_eq!(sources.split(';').count(), dates.split(';').count(), "{}: {row:?}", spec.name);
            for date in dates.split(';') {
                let shape: String = date.chars().map(|it| if it.is_ascii_digit() { '0' } else { it }).collect();
                assert_eq!(shape, "0000-00-00", "{}: {row:?}", spec.name);
            }
        }
    }
}

#[test]
fn files_are_sorted_by_key_and_keys_are_unique() {
    for spec in spec::ALL {
        let keys: Vec<Vec<String>> = rows(spec.name)
            .iter()
            .map(|row| row[..spec.key].iter().map(|(_, cell)| cell.parse().map_or(cell.clone(), zero_padded)).collect())
            .collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "{}.csv", spec.name);
    }
}

fn zero_padded(number: u64) -> String {
    format!("{number:020}")
}

#[test]
fn a_standard_table_of_places_starts_with_the_columns_that_others_rely_on() {
    let first = ["id", "name", "cloud", "latitude", "longitude", "precision"];
    assert_eq!(spec::PEERING_LOCATIONS.columns[..6], first);
    assert_eq!(spec::REGIONS.columns[..6], first);
}

#[test]
fn only_two_locations_have_no_documented_local_column() {
    let core = tables().core;
    let unknown = core.locations.iter().filter(|it| it.local_regions.is_none()).map(|it| it.slug.as_str());
    assert_eq!(unknown.collect::<Vec<_>>(), ["new-york2", "oslo2"]);
    assert!(core.locations.iter().all(|it| it.direct.is_some() == it.local_regions.is_some()));
}

#[test]
fn sites_that_disagree_with_their_metro_about_local_are_conflicts() {
    let core = tables().core;
    let mut found = BTreeSet::new();
    for metro in core.locations.iter().filter(|it| it.metro) {
        for site in metro.sites.iter().map(|id| (*id, &core.locations[id.index()])) {
            if site.1.local_regions.is_some() && site.1.local_regions != metro.local_regions {
                let region = metro.local_regions.as_ref().unwrap()[0];
                let listed =
                    core.conflicts.iter().any(|it| it.locations.contains(&site.0) && it.regions.contains(&region));
                assert!(listed, "{}", site.1.slug);
                found.insert(site.1.slug.as_str());
            }
        }
    }
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["brussels", "brussels2", "copenhagen", "vienna", "vienna2"]);
}

#[test]
fn every_public_location_is_on_the_list_of_global_reach_or_missing_from_it_but_not_both() {
    let core = tables().core;
    let mut named: Vec<String> = Vec::new();
    for row in rows("global_reach_places") {
        named.extend(cell(&row, "location_ids").split(';').map(str::to_owned));
    }
    named.sort();
    let public = core.locations.iter().filter(|it| it.cloud == Cloud::Public).map(|it| it.slug.clone());
    assert_eq!(named, public.collect::<Vec<_>>());
}

#[test]
fn the_country_file_places_no_region() {
    let core = tables().core;
    let members: BTreeSet<String> = rows("geopolitical_members")
        .iter()
        .filter(|row| cell(row, "kind") == "region")
        .map(|row| cell(row, "member_id").to_owned())
        .collect();
    let placed = core.regions.iter().filter(|it| it.geopolitical_region.is_some()).map(|it| it.slug.clone());
    assert_eq!(placed.collect::<BTreeSet<_>>(), members);
    let likely = |slug: &str| {
        let region = core.regions.iter().find(|it| it.slug == slug).unwrap();
        region.likely_geopolitical_region.map(|id| core.geopolitical_regions[id.index()].slug.as_str())
    };
    assert_eq!(likely("belgiumcentral"), Some("europe"));
    assert_eq!(likely("chinaeast3"), Some("china-east"));
    assert_eq!(likely("finlandcentral"), None);
    assert_eq!(likely("westeurope"), None);
}

#[test]
fn spellings_with_diacritics_need_no_alias_but_printed_ones_have_one() {
    let aliases: BTreeSet<String> = rows("aliases").iter().map(|row| cell(row, "alias").to_owned()).collect();
    for spelling in ["India West", "Newport(Wales)", "Queretaro(Mexico)", "Canda Central", "South East Asia"] {
        assert!(aliases.contains(spelling), "{spelling}");
    }
}

#[test]
fn providers_are_counted_on_their_location() {
    let AllTables { core, providers, .. } = tables();
    let counted: usize =
        core.locations.iter().map(|it| usize::from(it.providers_available) + usize::from(it.providers_coming)).sum();
    assert_eq!(counted, providers.offers.len());
    let coming: u16 = core.locations.iter().map(|it| it.providers_coming).sum();
    assert_eq!(coming, 31);
}

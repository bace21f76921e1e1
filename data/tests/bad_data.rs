//! Tables with one error each: exactly that error is reported, with its place, its value and the remedy.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use reach::table::error::TableError;
use reach::table::{read_tables, read_tables_over};
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/bad-data")
}

fn check(folder: &str, place: (&str, u64, &str), value: &str, message: &str) {
    let errors = read_tables_over(Path::new(env!("CARGO_MANIFEST_DIR")), &fixtures().join(folder)).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let TableError::Cell { table, line, column, value: found, .. } = &errors[0] else { panic!("{:?}", errors[0]) };
    assert_eq!((*table, *line, *column), place);
    assert_eq!(found, value);
    assert_eq!(errors[0].to_string(), message);
}

#[test]
fn a_second_row_with_the_same_id() {
    check(
        "duplicate-id",
        ("peering_locations", 3, "id"),
        "amsterdam",
        "peering_locations.csv line 3: duplicate key \"amsterdam\" in id; \
         keep one of the rows, or give the other a key of its own",
    );
}

#[test]
fn a_name_taken_in_its_cloud() {
    check(
        "duplicate-name",
        ("peering_locations", 3, "name"),
        "Zurich",
        "peering_locations.csv line 3: repeated value (first in line 2) \"Zurich\" in name; keep one of the two",
    );
}

#[test]
fn a_local_region_that_does_not_exist() {
    check(
        "unknown-local-region",
        ("peering_locations", 2, "local_regions"),
        "ukmiddle",
        "peering_locations.csv line 2: unknown region \"ukmiddle\" in local_regions; use a key of regions.csv",
    );
}

#[test]
fn a_latitude_north_of_the_pole() {
    check(
        "latitude-out-of-range",
        ("peering_locations", 2, "latitude"),
        "95.92473",
        "peering_locations.csv line 2: number out of range or not decimal \"95.92473\" in latitude; \
         write -90 to 90 with at most seven decimals",
    );
}

#[test]
fn a_status_that_is_no_status() {
    check(
        "unknown-status",
        ("regions", 2, "status"),
        "closed",
        "regions.csv line 2: unknown word \"closed\" in status; use one of live, announced, canary, retired",
    );
}

#[test]
fn a_source_that_is_not_listed() {
    check(
        "unknown-source",
        ("regions", 3, "source"),
        "HEARSAY",
        "regions.csv line 3: unknown source \"HEARSAY\" in source; use a key of sources.csv",
    );
}

#[test]
fn a_date_written_another_way() {
    check(
        "date-not-iso",
        ("providers", 2, "source_date"),
        "04/28/2026",
        "providers.csv line 2: not a date \"04/28/2026\" in source_date; write it as YYYY-MM-DD",
    );
}

#[test]
fn a_metro_over_two_cities() {
    check(
        "metro-site-in-another-city",
        ("peering_locations", 2, "site_ids"),
        "geneva",
        "peering_locations.csv line 2: site in another city \"geneva\" in site_ids; name a site of the same city",
    );
}

#[test]
fn a_provider_at_no_known_location() {
    check(
        "provider-at-unknown-location",
        ("providers", 2, "location_id"),
        "atlantis",
        "providers.csv line 2: unknown location \"atlantis\" in location_id; use a key of peering_locations.csv",
    );
}

#[test]
fn a_conflict_about_no_known_location() {
    check(
        "conflict-points-nowhere",
        ("conflicts", 2, "location_ids"),
        "portland2",
        "conflicts.csv line 2: unknown location \"portland2\" in location_ids; use a key of peering_locations.csv",
    );
}

#[test]
fn there_are_ten_of_them() {
    let folders = std::fs::read_dir(fixtures()).unwrap().flatten().filter(|entry| entry.path().is_dir());
    assert_eq!(folders.count(), 10);
}

#[test]
fn a_folder_without_tables_names_every_file() {
    let errors = read_tables(&fixtures().join("duplicate-id")).unwrap_err();
    let missing = errors.iter().filter(|error| error.to_string().contains("put the file into the folder")).count();
    assert_eq!(missing, reach::table::spec::ALL.len() - 1, "{errors:#?}");
}

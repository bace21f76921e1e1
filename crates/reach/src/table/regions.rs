//! regions.csv.

use crate::geo::DistanceBasis;
use crate::sku::Cloud;
use crate::table::Index;
use crate::table::cell::{CountryCode, Words};
use crate::table::error::Problem;
use crate::table::sheet::{Report, Row, Sheet};
use crate::tables::{GeopoliticalRegionRow, RegionAccess, RegionRow, RegionStatus};
use std::collections::BTreeMap;

const PRECISION: Words<DistanceBasis> = &[("city", DistanceBasis::City), ("state", DistanceBasis::State)];
const STATUS: Words<RegionStatus> = &[
    ("live", RegionStatus::Live),
    ("announced", RegionStatus::Announced),
    ("canary", RegionStatus::Canary),
    ("retired", RegionStatus::Retired),
];
const ACCESS: Words<RegionAccess> =
    &[("open", RegionAccess::Open), ("restricted", RegionAccess::Restricted), ("unknown", RegionAccess::Unknown)];

/// The words for a cloud.
pub(super) const CLOUDS: &[&str] = &["public", "usgov", "china"];

pub(super) fn regions(
    sheet: &Sheet,
    index: &Index<'_>,
    geopolitical: &[GeopoliticalRegionRow],
    report: &Report,
) -> Vec<RegionRow> {
    let rows = sheet.rows(report).filter_map(|row| {
        let region = region(row, index)?;
        check_clouds(row, &region, geopolitical);
        Some(region)
    });
    let rows = rows.collect();
    check_names(sheet, report);
    rows
}

fn region(row: Row<'_>, index: &Index<'_>) -> Option<RegionRow> {
    let (slug, name) = (row.required("id"), row.required("name"));
    let cloud = row.parsed("cloud", CLOUDS);
    let point = row.point("latitude", "longitude");
    let precision = row.word("precision", PRECISION, &["city", "state"]);
    let country = row.reference::<CountryCode>("country", &index.countries);
    let status = row.word("status", STATUS, &["live", "announced", "canary", "retired"]);
    let access = row.word("access", ACCESS, &["open", "restricted", "unknown"]);
    let zones = row.yes_no_or_empty("availability_zones");
    let pair = row.reference_or_empty("paired_region", &index.regions);
    let placed = row.reference_or_empty("geopolitical_region", &index.geopolitical);
    let likely = row.reference_or_empty("likely_geopolitical_region", &index.geopolitical);
    if !row.text("zone_count").is_empty() {
        row.whole("zone_count", 1, 9)?;
    }
    country?;
    Some(RegionRow {
        slug: slug?,
        name: name?,
        cloud: cloud?,
        geography: row.text("geography").to_owned(),
        place: row.text("place").to_owned(),
        country: row.text("country").to_owned(),
        status: status?,
        access: access?,
        zones: zones?,
        pair: pair?,
        point: point?,
        precision: precision?,
        geopolitical_region: placed?,
        likely_geopolitical_region: likely?,
        sources: row.sources(&index.sources),
    })
}

/// A region is placed or guessed, never both, and always within its cloud.
fn check_clouds(row: Row<'_>, region: &RegionRow, geopolitical: &[GeopoliticalRegionRow]) {
    let likely = "likely_geopolitical_region";
    if region.geopolitical_region.is_some() && region.likely_geopolitical_region.is_some() {
        row.wrong(likely, row.text(likely), Problem::Contradicts { other: "geopolitical_region" });
    }
    for (column, id) in
        [("geopolitical_region", region.geopolitical_region), (likely, region.likely_geopolitical_region)]
    {
        if id.and_then(|id| geopolitical.get(id.index())).is_some_and(|it| it.cloud != region.cloud) {
            row.wrong(column, row.text(column), Problem::OtherCloud);
        }
    }
}

/// A name is unique within its cloud.
pub(super) fn check_names(sheet: &Sheet, report: &Report) {
    let mut seen: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut rows: Vec<Row<'_>> = sheet.rows(report).collect();
    rows.sort_by_key(|row| row.order());
    for row in rows {
        let name = (row.text("cloud"), row.text("name"));
        match seen.get(&name) {
            Some(first_line) => row.wrong("name", name.1, Problem::Duplicate { first_line: *first_line }),
            None => {
                seen.insert(name, row.line());
            }
        }
    }
}

/// The cloud of a row, before the row itself is read.
pub(super) fn cloud_of(row: Row<'_>) -> Option<Cloud> {
    row.text("cloud").parse().ok()
}

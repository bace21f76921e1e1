//! Countries, geopolitical regions, Global Reach, other spellings and conflicts.

use crate::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use crate::table::Index;
use crate::table::cell::CountryCode;
use crate::table::error::Problem;
use crate::table::regions::{CLOUDS, check_names};
use crate::table::sheet::{Report, Row, Sheet};
use crate::tables::{AliasRow, AliasTarget, ConflictRow, GeopoliticalRegionRow, GlobalReachRow};

pub(super) fn check_countries(sheet: &Sheet, index: &Index<'_>, report: &Report) {
    for row in sheet.rows(report) {
        row.required("name");
        row.references::<GeopoliticalRegionId>("geopolitical_region", &index.geopolitical);
        row.references::<GeopoliticalRegionId>("other_geopolitical_regions", &index.geopolitical);
        row.word("basis", &[("hosts_location", ()), ("none", ())], &["hosts_location", "none"]);
    }
}

pub(super) fn check_members(sheet: &Sheet, index: &Index<'_>, report: &Report) {
    for row in sheet.rows(report) {
        row.reference::<GeopoliticalRegionId>("geopolitical_region", &index.geopolitical);
        target(row, "member_id", index);
    }
}

pub(super) fn geopolitical_regions(sheet: &Sheet, index: &Index<'_>, report: &Report) -> Vec<GeopoliticalRegionRow> {
    check_names(sheet, report);
    let read = |row: Row<'_>| {
        let (slug, name, cloud) = (row.required("id"), row.required("name"), row.parsed("cloud", CLOUDS));
        row.references::<CountryCode>("countries", &index.countries)?;
        let countries = row.list("countries").map(str::to_owned).collect();
        Some(GeopoliticalRegionRow { slug: slug?, name: name?, cloud: cloud?, countries })
    };
    sheet.rows(report).filter_map(read).collect()
}

pub(super) fn global_reach(sheet: &Sheet, index: &Index<'_>, report: &Report) -> Vec<GlobalReachRow> {
    let read = |row: Row<'_>| {
        let (name, listed, confirmed) = (row.required("name"), row.yes_no("listed"), row.yes_no("confirmed"));
        row.reference::<CountryCode>("country", &index.countries)?;
        let locations = row.references("location_ids", &index.locations);
        let line = GlobalReachRow {
            name: name?,
            locations: locations?,
            confirmed: confirmed?,
            note: row.text("note").to_owned(),
        };
        // The rows with `no` say what is missing from the list; they are not on it.
        listed?.then_some(line)
    };
    sheet.rows(report).filter_map(read).collect()
}

/// The conflicts that concern a location. The others stand in the details alone: no answer shows them.
pub(super) fn conflicts(sheet: &Sheet, index: &Index<'_>, report: &Report) -> Vec<ConflictRow> {
    let all = sheet.rows(report).filter_map(|row| conflict(row, index));
    all.filter(|it| !it.locations.is_empty()).collect()
}

pub(super) fn conflict(row: Row<'_>, index: &Index<'_>) -> Option<ConflictRow> {
    let locations = row.references::<PeeringLocationId>("location_ids", &index.locations);
    let regions = row.references::<RegionId>("region_ids", &index.regions);
    let (subject, seen, resolution) = (row.required("subject"), row.required("seen"), row.required("resolution"));
    Some(ConflictRow {
        subject: subject?,
        locations: locations?,
        regions: regions?,
        seen: seen?,
        resolution: resolution?,
        sources: row.sources(&index.sources),
    })
}

pub(super) fn aliases(sheet: &Sheet, index: &Index<'_>, report: &Report) -> Vec<AliasRow> {
    let read = |row: Row<'_>| {
        let alias = row.required("alias");
        let target = target(row, "id", index);
        Some(AliasRow { alias: alias?, target: target? })
    };
    sheet.rows(report).filter_map(read).collect()
}

/// What `column` names: a location or a region, as the row's `kind` says.
pub(super) fn target(row: Row<'_>, column: &'static str, index: &Index<'_>) -> Option<AliasTarget> {
    match row.text("kind") {
        "location" => row.reference(column, &index.locations).map(AliasTarget::Location),
        "region" => row.reference(column, &index.regions).map(AliasTarget::Region),
        other => {
            row.wrong("kind", other, Problem::Word { choices: &["location", "region"] });
            None
        }
    }
}

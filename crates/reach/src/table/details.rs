//! What the tables hold beside that which answers need.

use crate::details::{
    ConflictDetail, CountryRow, Details, Document, MemberRow, OfferDetail, ReachPlaceRow, RegionDetail,
};
use crate::id::{PeeringLocationId, RegionId};
use crate::table::places::{self, target};
use crate::table::sheet::{Report, Row, Sheet};
use crate::table::{Index, Sheets, spec};
use crate::tables::{LatencyTable, ProviderTables, SourceRow};
use std::collections::BTreeMap;

/// The details. What is wrong in a cell that the other tables have, too, is reported where they read it, and not again.
pub(super) fn details(
    sheets: &Sheets,
    index: &Index<'_>,
    providers: &ProviderTables,
    latency: &LatencyTable,
    documents: &[SourceRow],
) -> Option<Details> {
    let told = &Report::default();
    let sources = |spec| -> Option<_> {
        let rows = sheets.get(spec)?.rows(told);
        Some(rows.map(|row| row.sources(&index.sources)).collect())
    };
    Some(Details {
        documents: read_documents(sheets.get(&spec::SOURCES)?, documents, told),
        location_notes: sheets.get(&spec::PEERING_LOCATIONS)?.rows(told).map(|it| it.text("note").into()).collect(),
        regions: sheets.get(&spec::REGIONS)?.rows(told).map(region).collect(),
        geopolitical_sources: sources(&spec::GEOPOLITICAL_REGIONS)?,
        members: sheets.get(&spec::GEOPOLITICAL_MEMBERS)?.rows(told).filter_map(|it| member(it, index)).collect(),
        offers: offers(sheets.get(&spec::PROVIDERS)?, index, providers, told),
        global_reach: sheets.get(&spec::GLOBAL_REACH_PLACES)?.rows(told).filter_map(|it| place(it, index)).collect(),
        countries: sheets.get(&spec::COUNTRIES)?.rows(told).filter_map(|it| country(it, index)).collect(),
        alias_sources: sources(&spec::ALIASES)?,
        conflicts: sheets.get(&spec::CONFLICTS)?.rows(told).filter_map(|it| conflict(it, index)).collect(),
        p95_ms: percentiles(sheets.get(&spec::LATENCY)?, index, latency, told),
    })
}

fn read_documents(sheet: &Sheet, documents: &[SourceRow], report: &Report) -> Vec<Document> {
    let read: BTreeMap<&str, &str> = sheet.rows(report).map(|it| (it.text("key"), it.text("read"))).collect();
    let day = |row: &SourceRow| read.get(row.key.as_str()).copied().unwrap_or_default().to_owned();
    documents.iter().map(|row| Document { row: row.clone(), read: day(row) }).collect()
}

fn region(row: Row<'_>) -> RegionDetail {
    let metadata = [row.text("metadata_latitude"), row.text("metadata_longitude")];
    RegionDetail {
        note: row.text("note").to_owned(),
        zone_count: row.text("zone_count").parse().ok(),
        metadata_point: if metadata.contains(&"") { String::new() } else { metadata.join(", ") },
    }
}

fn member(row: Row<'_>, index: &Index<'_>) -> Option<MemberRow> {
    Some(MemberRow {
        geopolitical_region: row.reference("geopolitical_region", &index.geopolitical)?,
        target: target(row, "member_id", index)?,
        listed: row.text("name_as_listed").to_owned(),
        sources: row.sources(&index.sources),
    })
}

/// One entry for each offer, in the order of the offers.
fn offers(sheet: &Sheet, index: &Index<'_>, providers: &ProviderTables, report: &Report) -> Vec<OfferDetail> {
    let read = |row: Row<'_>| {
        let location: PeeringLocationId = row.reference("location_id", &index.locations)?;
        let (name, listed) = (row.text("provider"), row.text("provider_as_listed"));
        let listed = if listed == name { String::new() } else { listed.to_owned() };
        Some(((location, name.to_owned()), OfferDetail { listed, sources: row.sources(&index.sources) }))
    };
    let known: BTreeMap<_, _> = sheet.rows(report).filter_map(read).collect();
    let name = |at: u16| providers.providers.get(usize::from(at)).cloned().unwrap_or_default();
    let offers = providers.offers.iter().map(|it| known.get(&(it.location, name(it.provider))));
    offers.map(|it| it.cloned().unwrap_or(OfferDetail { listed: String::new(), sources: Vec::new() })).collect()
}

fn place(row: Row<'_>, index: &Index<'_>) -> Option<ReachPlaceRow> {
    Some(ReachPlaceRow {
        name: row.text("name").to_owned(),
        listed: row.yes_no("listed")?,
        country: row.text("country").to_owned(),
        locations: row.references("location_ids", &index.locations)?,
        confirmed: row.yes_no("confirmed")?,
        note: row.text("note").to_owned(),
        sources: row.sources(&index.sources),
    })
}

fn country(row: Row<'_>, index: &Index<'_>) -> Option<CountryRow> {
    Some(CountryRow {
        code: row.text("country").to_owned(),
        name: row.text("name").to_owned(),
        geopolitical_region: row.reference_or_empty("geopolitical_region", &index.geopolitical)?,
        others: row.references("other_geopolitical_regions", &index.geopolitical)?,
        note: row.text("note").to_owned(),
        sources: row.sources(&index.sources),
    })
}

fn conflict(row: Row<'_>, index: &Index<'_>) -> Option<ConflictDetail> {
    let (section, provider) = (row.text("section").to_owned(), row.text("provider").to_owned());
    Some(ConflictDetail { row: places::conflict(row, index)?, section, provider })
}

fn percentiles(sheet: &Sheet, index: &Index<'_>, latency: &LatencyTable, report: &Report) -> Vec<u16> {
    let read = |row: Row<'_>| {
        let from: RegionId = row.reference("from", &index.regions)?;
        let to: RegionId = row.reference("to", &index.regions)?;
        Some(((from, to), u16::try_from(row.whole("p95_ms", 1, 2000)?).ok()?))
    };
    let known: BTreeMap<_, _> = sheet.rows(report).filter_map(read).collect();
    let pairs = latency.regions.iter().flat_map(|from| latency.regions.iter().map(move |to| (*from, *to)));
    pairs.map(|pair| known.get(&pair).copied().unwrap_or_default()).collect()
}

//! peering_locations.csv.

use crate::geo::DistanceBasis;
use crate::id::{PeeringLocationId, RegionId};
use crate::table::cell::{CountryCode, Words};
use crate::table::error::Problem;
use crate::table::regions::{CLOUDS, check_names, cloud_of};
use crate::table::sheet::{Report, Row, Sheet};
use crate::table::{Index, Sheets, spec};
use crate::tables::{GeopoliticalRegionRow, LocationRow, OfferRow};

const PRECISION: Words<DistanceBasis> = &[("site", DistanceBasis::Site), ("city", DistanceBasis::City)];

/// None only when a table is missing, which has been reported.
pub(super) fn locations(
    sheets: &Sheets,
    index: &Index<'_>,
    geopolitical: &[GeopoliticalRegionRow],
    offers: &[OfferRow],
    report: &Report,
) -> Option<Vec<LocationRow>> {
    let sheet = sheets.get(&spec::PEERING_LOCATIONS)?;
    let regions = sheets.get(&spec::REGIONS)?;
    check_names(sheet, report);
    let mut rows = Vec::new();
    for (place, row) in sheet.rows(report).enumerate() {
        check_local(row, index, regions, report);
        check_sites(row, index, sheet, report);
        let count = |available: bool| {
            let here = offers.iter().filter(|it| it.location.index() == place && it.available == available);
            u16::try_from(here.count()).unwrap_or(u16::MAX)
        };
        let Some(location) = location(row, index, count(true), count(false)) else { continue };
        if geopolitical.get(location.geopolitical_region.index()).is_some_and(|it| it.cloud != location.cloud) {
            row.wrong("geopolitical_region", row.text("geopolitical_region"), Problem::OtherCloud);
        }
        rows.push(location);
    }
    Some(rows)
}

fn location(row: Row<'_>, index: &Index<'_>, providers_available: u16, providers_coming: u16) -> Option<LocationRow> {
    let (slug, name, city) = (row.required("id"), row.required("name"), row.required("city"));
    let cloud = row.parsed("cloud", CLOUDS);
    let geopolitical_region = row.reference("geopolitical_region", &index.geopolitical);
    let country = row.reference::<CountryCode>("country", &index.countries);
    let zone = match row.text("pricing_zone") {
        "" => Some(None),
        _ => row.whole("pricing_zone", 1, 4).and_then(|zone| u8::try_from(zone).ok()).map(Some),
    };
    let local_regions = row.references::<RegionId>("local_regions", &index.regions);
    let local_documented = row.yes_no("local_documented");
    let direct = row.yes_no_or_empty("er_direct");
    let metro = row.yes_no("metro");
    let sites = row.references("site_ids", &index.locations);
    let point = row.point("latitude", "longitude");
    let precision = row.word("precision", PRECISION, &["site", "city"]);
    country?;
    Some(LocationRow {
        slug: slug?,
        name: name?,
        cloud: cloud?,
        geopolitical_region: geopolitical_region?,
        country: row.text("country").to_owned(),
        city: city?,
        facility: row.text("facility").to_owned(),
        pricing_zone: zone?,
        local_regions: local_documented?.then_some(local_regions?),
        direct: direct?,
        metro: metro?,
        sites: sites?,
        point: point?,
        precision: precision?,
        providers_available,
        providers_coming,
        sources: row.sources(&index.sources),
    })
}

/// Local regions lie in the location's cloud, and stand only where Local is documented.
fn check_local(row: Row<'_>, index: &Index<'_>, regions: &Sheet, report: &Report) {
    if row.text("local_documented") == "no" && !row.text("local_regions").is_empty() {
        row.wrong("local_regions", row.text("local_regions"), Problem::Contradicts { other: "local_documented no" });
    }
    for slug in row.list("local_regions") {
        let region = index.regions.find(slug).and_then(|place| regions.rows(report).nth(usize::from(place)));
        if region.is_some_and(|region| cloud_of(region) != cloud_of(row)) {
            row.wrong("local_regions", slug, Problem::OtherCloud);
        }
    }
}

/// The sites of a Metro location share its cloud and city, and only a Metro location has sites.
fn check_sites(row: Row<'_>, index: &Index<'_>, sheet: &Sheet, report: &Report) {
    if row.text("metro") == "no" && !row.text("site_ids").is_empty() {
        row.wrong("site_ids", row.text("site_ids"), Problem::Contradicts { other: "metro no" });
    }
    if row.text("metro") == "yes" && row.text("site_ids").is_empty() {
        row.wrong("site_ids", "", Problem::Missing);
    }
    for slug in row.list("site_ids") {
        let place = index.locations.find(slug).map(PeeringLocationId);
        let Some(site) = place.and_then(|place| sheet.rows(report).nth(place.index())) else { continue };
        if site.text("cloud") != row.text("cloud") {
            row.wrong("site_ids", slug, Problem::OtherCloud);
        } else if site.text("city") != row.text("city") {
            row.wrong("site_ids", slug, Problem::OtherCity);
        } else if site.text("metro") != "no" {
            row.wrong("site_ids", slug, Problem::Contradicts { other: "metro yes of that row" });
        }
    }
}

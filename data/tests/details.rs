//! The rest of the tables, held against rows that a person can look up in the files.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use reach::catalog::Catalog;
use reach::details::Details;
use reach::latency::unpacked;
use reach::tables::ProviderTables;

fn details() -> Details {
    Details::from_packed(expressroute_tables::DETAILS).unwrap()
}

#[test]
fn every_row_of_the_packed_tables_has_its_details() {
    let (details, catalog) = (details(), Catalog::from_packed(expressroute_tables::CORE).unwrap());
    let providers = ProviderTables::from_packed(expressroute_tables::PROVIDERS).unwrap();
    let core = catalog.tables();
    assert_eq!(details.location_notes.len(), core.locations.len());
    assert_eq!(details.regions.len(), core.regions.len());
    assert_eq!(details.geopolitical_sources.len(), core.geopolitical_regions.len());
    assert_eq!(details.offers.len(), providers.offers.len());
    assert_eq!(details.alias_sources.len(), core.aliases.len());
    let about_locations = details.conflicts.iter().filter(|it| !it.row.locations.is_empty());
    assert!(about_locations.map(|it| &it.row.subject).eq(core.conflicts.iter().map(|it| &it.subject)));
    assert_eq!(details.p95_ms.len(), unpacked(expressroute_tables::LATENCY).unwrap().median_ms.len());
    assert!(core.sources.iter().all(|it| details.document_of(&it.key).is_some_and(|known| known.row == *it)));
    assert!(details.offers.iter().all(|it| !it.sources.is_empty()), "every offer names a document");
}

#[test]
fn notes_words_and_documents_are_those_of_the_files() {
    let (details, catalog) = (details(), Catalog::from_packed(expressroute_tables::CORE).unwrap());
    let dallas = catalog.location_by_slug("dallas").unwrap();
    let note = "Dallas Metro uses the Equinix DA6 site; point: point of DA3; DA6 is in the same building";
    assert_eq!(details.location_notes[dallas.index()], note);
    let eastus = catalog.region_by_slug("eastus").unwrap();
    assert_eq!(details.regions[eastus.index()].note, "Metadata point is a state-level point of Virginia");
    let newport = details.members.iter().find(|it| it.listed == "Newport(Wales)").unwrap();
    assert_eq!(details.document(newport.sources[0]).unwrap().row.key, "GEO");
    // Thirty-six lines, eleven of them not on the list.
    assert_eq!(details.global_reach.iter().filter(|it| it.listed).count(), 25);
    assert_eq!(details.country("NL").unwrap().name, "Netherlands");
    let latency = unpacked(expressroute_tables::LATENCY).unwrap();
    let at = |slug: &str| latency.regions.iter().position(|it| catalog.region(*it).slug == slug).unwrap();
    let pair = at("australiacentral") * latency.regions.len() + at("austriaeast");
    assert_eq!((latency.median_ms[pair], details.p95_ms[pair]), (258, 262));
}

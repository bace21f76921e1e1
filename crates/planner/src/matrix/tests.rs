use super::{Mark, cell_words, story};
use crate::judge::Judged;
use crate::parts::{PartAt, PartList};
use reach::catalog::Catalog;
use reach::limits::Limits;
use reach::plan_file::from_json;
use reach::planned::Facts;
use reach::review::Severity;
use reach::tables::ProviderTables;
use std::sync::Arc;

/// The plan of this file, held against the real data.
fn judged(json: &str, check: impl FnOnce(Facts<'_>, &Judged)) {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let limits = Limits::from_packed(tables::LIMITS).unwrap();
    let providers = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
    let facts = Facts { catalog: &catalog, limits: &limits, providers: &providers, say: reach::phrase::english };
    let plan = from_json(&catalog, json).unwrap();
    check(facts, &Judged::new(facts, Arc::new(plan)));
}

const TWO_SITES: &str = include_str!("../../../../tests/fixtures/plans/two-sites-one-region.json");
const MAXIMUM: &str = include_str!("../../../../tests/fixtures/plans/maximum-two-geographies.json");

#[test]
fn one_of_two_paths_reaches_when_a_local_circuit_is_elsewhere() {
    judged(TWO_SITES, |_, judged| {
        let words = cell_words(judged.cell(Some(0), 0));
        assert_eq!((words.mark, words.paths, words.said.as_str()), (Mark::Lost, Some(1), "of 2"));
        assert_eq!((words.withstands.as_str(), words.short), ("Standard, Maximum intended", true));
        assert!(words.far.contains(" km, ") && words.far.ends_with(" ms"), "{}", words.far);
    });
}

#[test]
fn the_story_of_a_cell_names_every_way_and_why() {
    judged(TWO_SITES, |facts, judged| {
        let story = story(facts, judged, judged.cell(Some(0), 0).unwrap());
        let titles: Vec<&str> = story.ways.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, ["c1, Amsterdam", "c2, Frankfurt"]);
        assert!(story.ways[0].legs.starts_with("Site to Amsterdam: "), "{}", story.ways[0].legs);
        assert!(story.ways[1].reason.contains("Local"), "{}", story.ways[1].reason);
        assert_eq!(story.resiliency[..2], ["Standard: it hangs on one location.", "Maximum is intended."]);
    });
}

#[test]
fn what_is_intended_and_met_is_not_short() {
    judged(MAXIMUM, |_, judged| {
        let met: Vec<_> = judged.coverage.cells.iter().filter(|it| it.pair.is_some()).collect();
        assert!(!met.is_empty(), "the plan has cells with two locations");
        for cell in met {
            let words = cell_words(Some(cell));
            assert_eq!((words.mark, words.withstands.as_str(), words.short), (Mark::Two, "Maximum", false));
        }
    });
}

#[test]
fn a_cell_without_a_circuit_says_so() {
    let sites = r#""sites":[{"id":"a","latitude":1,"longitude":1}],"workloads":[{"id":"w","kind":"region","region":"westeurope"}]"#;
    judged(&format!(r#"{{"format":"expressroute-atlas-plan","version":1,{sites}}}"#), |_, judged| {
        let words = cell_words(judged.cell(Some(0), 0));
        assert_eq!((words.mark, words.said.as_str()), (Mark::Nothing, "not connected"));
        assert_eq!(cell_words(None), words);
        assert!(judged.cell(Some(1), 0).is_none() && judged.cell(None, 0).is_none());
    });
}

#[test]
fn a_finding_belongs_to_the_part_that_its_pointer_leads_into() {
    judged(TWO_SITES, |_, judged| {
        let second = PartAt { list: PartList::Circuits, at: 1 };
        let codes: Vec<&str> = judged.findings_of(second).map(|it| it.code.as_str()).collect();
        assert!(codes.contains(&"local_metered"), "{codes:?}");
        assert_eq!(judged.worst_of(second), Some(Severity::Error));
        assert_eq!(judged.worst_of(PartAt { list: PartList::Circuits, at: 2 }), None);
        assert!(judged.findings_of(second).all(|it| it.path.starts_with("/circuits/1")));
    });
}

#[test]
fn the_way_to_a_service_without_a_region_is_told_to_the_location_only() {
    judged(MAXIMUM, |_, judged| {
        let mail = cell_words(judged.cell(Some(0), 2));
        assert!(mail.far.ends_with(" ms to the location"), "{}", mail.far);
        let erp = cell_words(judged.cell(Some(0), 0));
        assert!(erp.far.ends_with(" ms"), "{}", erp.far);
    });
}

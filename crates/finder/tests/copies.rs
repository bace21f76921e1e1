//! Answers about several things as text and as Markdown, and what a location reaches. What is expected was counted in the
//! tables by hand or with a few lines of script.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use expressroute_finder::answer::matrix::{self, Matrix};
use expressroute_finder::answer::{compare, regions};
use expressroute_finder::card::copied::{Origin, markdown, text};
use expressroute_finder::card::{Card, location, region};
use expressroute_finder::data::Data;
use reach::id::RegionId;
use reach::link::LinkEnd;
use reach::region_list::RegionList;
use reach::sku::Sku;

const ORIGIN: Origin<'static> = Origin { version: "2026-04-28", address: "https://atlas.example/#find=x:y" };

fn world() -> Data {
    Data::packed().unwrap()
}

fn end(data: &Data, slug: &str, sku: Sku) -> LinkEnd {
    LinkEnd { location: data.catalog.location_by_slug(slug).unwrap(), sku }
}

fn regions_of(data: &Data, slugs: &[&str]) -> Vec<RegionId> {
    slugs.iter().map(|it| data.catalog.region_by_slug(it).unwrap()).collect()
}

fn heads(card: &Card) -> Vec<&str> {
    card.sections.iter().map(|it| it.head.as_str()).collect()
}

#[test]
fn a_comparison_is_copied_with_the_document_and_date_of_each_fact() {
    let data = world();
    let card = compare::card(&data, [end(&data, "amsterdam", Sku::Standard), end(&data, "frankfurt", Sku::Premium)]);
    let copied = text(&card, &ORIGIN);
    assert!(copied.starts_with("Amsterdam Standard beside Frankfurt Premium\n"), "{copied}");
    for part in [
        "\n- Facility [LOC, 28 Apr 2026]\n  - Amsterdam Standard: Equinix AM5\n  - Frankfurt Premium: Digital Realty (Interxion) FRA11\n",
        "\n- Geopolitical region [GEO, 2 Nov 2025]\n  - Amsterdam Standard: Europe\n  - Frankfurt Premium: Europe\n",
        // 17 regions of Europe, and three that no document places.
        "\n  - Amsterdam Standard: 17, and 3 likely\n  - Frankfurt Premium: 62\n",
        "\n- Providers [LOC, 28 Apr 2026]\n  - Amsterdam Standard: 28\n  - Frankfurt Premium: 23\n",
    ] {
        assert!(copied.contains(part), "{part}\n{copied}");
    }
    // 62 less 17 regions; of 28 providers 12 are not at Frankfurt, of 23 there 7 are not at Amsterdam.
    for head in
        ["45 regions only Frankfurt Premium reaches", "12 providers only at Amsterdam", "7 providers only at Frankfurt"]
    {
        assert!(heads(&card).contains(&head), "{head}: {:?}", heads(&card));
    }
    for line in ["- East US: Amsterdam with Premium", "- KPN", "- T-Systems"] {
        assert!(copied.lines().any(|it| it == line), "{line}\n{copied}");
    }
    let table = markdown(&card, &ORIGIN);
    let head = "| Fact | Amsterdam Standard | Frankfurt Premium | Source |\n| --- | --- | --- | --- |\n";
    let facility = "| Facility | Equinix AM5 | Digital Realty (Interxion) FRA11 | LOC, 28 Apr 2026 |\n";
    assert!(table.contains(head) && table.contains(facility), "{table}");
}

#[test]
fn every_list_and_fact_of_a_comparison_names_its_documents() {
    let data = world();
    let pairs = [("amsterdam", "tokyo"), ("vienna-metro", "vienna"), ("new-york2", "cape-town"), ("dallas", "dallas")];
    for (a, b) in pairs {
        for (one, other) in [(Sku::Local, Sku::Premium), (Sku::Standard, Sku::Standard)] {
            let card = compare::card(&data, [end(&data, a, one), end(&data, b, other)]);
            for section in &card.sections {
                assert!(section.facts.iter().all(|it| !it.documents.is_empty()), "{a}, {b}: {}", section.head);
                assert!(!section.all_documents().is_empty(), "{a}, {b}: {}", section.head);
            }
        }
    }
}

#[test]
fn a_matrix_is_copied_with_a_verdict_for_each_cell_and_the_documents_of_each_circuit() {
    let data = world();
    let ends = vec![end(&data, "amsterdam", Sku::Standard), end(&data, "london", Sku::Premium)];
    let list = RegionList { regions: regions_of(&data, &["uksouth", "eastus"]), unread: Vec::new() };
    let card = matrix::card(&data, &Matrix { ends, list });
    let copied = text(&card, &ORIGIN);
    // UK South is London's Local region, in Europe's row beside Amsterdam; East US is North America's.
    let amsterdam = "- Amsterdam, Standard [GEO, 2 Nov 2025; FAQ, 31 Mar 2026]
  - UK South: reached, smallest Standard
  - East US: needs Premium, smallest Premium
";
    let london = "- London, Premium [INTRO, 16 Jul 2024; FAQ, 31 Mar 2026]
  - UK South: reached, smallest Local
  - East US: reached, smallest Premium
";
    assert!(copied.contains(&[amsterdam, london].concat()), "{copied}");
    let table = markdown(&card, &ORIGIN);
    let line = "| Amsterdam, Standard | reached, smallest Standard | needs Premium, smallest Premium | GEO, 2 Nov 2025; FAQ, 31 Mar 2026 |";
    assert!(table.contains("| Fact | UK South | East US | Source |") && table.contains(line), "{table}");
}

#[test]
fn the_reverse_question_is_copied_with_each_document_once_and_says_why_nothing_does() {
    let data = world();
    let list = |slugs: &[&str]| RegionList { regions: regions_of(&data, slugs), unread: Vec::new() };
    let card = regions::card_of(&data, &list(&["uksouth", "westeurope"]));
    assert!(heads(&card).contains(&"44 reach them all with Standard"), "{:?}", heads(&card));
    for section in &card.sections {
        let mut keys: Vec<&str> = section.documents.iter().map(|it| it.row.key.as_str()).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all, "{}", section.head);
    }
    let none = text(&regions::card_of(&data, &list(&["uksouth", "usgovvirginia"])), &ORIGIN);
    let why = "- Why: The regions belong to different clouds, and no circuit leaves its cloud.";
    assert!(none.contains(why), "{none}");
}

#[test]
fn a_location_tells_what_it_reaches_by_the_smallest_sku_and_what_is_announced() {
    let data = world();
    let card = |slug: &str| location::card(&data, data.catalog.location_by_slug(slug).unwrap());
    let amsterdam = card("amsterdam");
    // West Europe by its Local column, 16 more of Europe's 17, and the rest of 62.
    for head in ["1 reached with Local", "16 more with Standard", "45 more with Premium", "4 announced"] {
        assert!(heads(&amsterdam).contains(&head), "{head}: {:?}", heads(&amsterdam));
    }
    let copied = text(&amsterdam, &ORIGIN);
    assert!(copied.contains("\n- Regions reached: 1 with Local, 17 with Standard, 62 with Premium ["), "{copied}");
    // No document places Belgium Central.
    assert!(copied.lines().any(|it| it.starts_with("- Belgium Central: likely Standard, ")), "{copied}");
    let finland = copied.lines().find(|it| it.starts_with("- Finland Central: ")).unwrap();
    assert!(finland.ends_with("[region-table-2026, GeoNames, read 23 Nov 2026]"), "{finland}");
    // London and London2 by Local, Europe's 44 locations by Standard, and all 135 of the public cloud.
    let uksouth = text(&region::card(&data, data.catalog.region_by_slug("uksouth").unwrap()), &ORIGIN);
    assert!(uksouth.contains("\n- Reached from: 2 with Local, 44 with Standard, 135 with Premium ["), "{uksouth}");
    // The row of Vienna lists no Local region, that of Vienna Metro lists Austria East.
    let vienna = text(&card("vienna"), &ORIGIN);
    assert!(vienna.lines().any(|it| it.starts_with("- Austria East: sources disagree about Local, ")), "{vienna}");
    assert!(vienna.contains("\n- Regions reached: 17 with Standard, 62 with Premium; sources disagree about Local ["));
    // No document has a row with the Local column of New York2; North America has twelve regions.
    let newer = text(&card("new-york2"), &ORIGIN);
    assert!(
        newer.contains("\n- Regions reached: 12 with Standard, 62 with Premium; Local not documented ["),
        "{newer}"
    );
    // The row of Munich has an empty Local column, and it is part of no Metro location that says otherwise.
    let munich = text(&card("munich"), &ORIGIN);
    assert!(munich.contains("\n- Regions reached: none with Local, 17 with Standard, 62 with Premium ["), "{munich}");
    assert!(!vienna.contains("reached with Local") && vienna.contains("\n17 reached with Standard"), "{vienna}");
    // No region of the US Government cloud is announced in the tables.
    let dallas = card("usgov-dallas");
    assert!(!heads(&dallas).iter().any(|it| it.contains("announced")), "{:?}", heads(&dallas));
}

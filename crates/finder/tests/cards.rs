//! Cards as text and as Markdown. What is expected was read in the tables by hand.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use expressroute_finder::card::copied::{Origin, markdown, text};
use expressroute_finder::card::{Card, Fact, Row, Section, Value};
use expressroute_finder::card::{area, country, facility, location, provider, region, sheet};
use expressroute_finder::data::Data;
use expressroute_finder::named;
use expressroute_finder::question::Question;
use find::item::Found;
use reach::sku::{Cloud, Sku};

const ORIGIN: Origin<'static> = Origin { version: "2026-04-28", address: "https://atlas.example/#find=x:y" };

fn world() -> Data {
    Data::packed().unwrap()
}

/// A card of every kind, over everything the tables hold.
fn every_card(data: &Data) -> Vec<Card> {
    let catalog = data.catalog;
    let mut cards: Vec<Card> = catalog.location_ids().map(|it| location::card(data, it)).collect();
    cards.extend(catalog.region_ids().map(|it| region::card(data, it)));
    cards.extend(catalog.geopolitical_region_ids().map(|it| area::card(data, it)));
    cards.extend((0..data.providers.providers.len()).map(|at| provider::card(data, at as u16)));
    cards.extend((0..data.index().facilities.len()).map(|at| facility::card(data, at as u16)));
    cards.extend(data.details.countries.iter().map(|it| country::card(data, &it.code, Cloud::Public)));
    cards
}

#[test]
fn a_small_card_reads_so() {
    let data = world();
    let loc = vec![data.details.document_of("LOC").unwrap()];
    let link = Value { text: "West|Europe".to_owned(), goes: None };
    let row = Row {
        found: Found::Country(0),
        name: "London".to_owned(),
        goes: None,
        sku: None,
        told: "near".to_owned(),
        more: String::new(),
        km: "12".to_owned(),
        ms: "1–2".to_owned(),
        measured: None,
        documents: Vec::new(),
    };
    let facts = Section {
        head: "Facts".to_owned(),
        facts: vec![Fact::of("Local to", vec![link], ""), Fact::new("Zone", "1")],
        documents: loc.clone(),
        ..Section::default()
    };
    let rows = Section { head: "1 location".to_owned(), rows: vec![row], documents: loc, ..Section::default() };
    let (title, told) = ("A*".to_owned(), "A place".to_owned());
    let card = Card { title, told, sections: vec![facts, rows], ..Card::default() };
    let reference = &data.details.document_of("LOC").unwrap().row.reference;
    let expected = format!(
        "A*
A place

Facts
- Local to: West|Europe
- Zone: 1
Sources: LOC, 28 Apr 2026

1 location
- London: near, 12 km, 1–2 ms estimated
Sources: LOC, 28 Apr 2026

Sources
- LOC: ExpressRoute peering locations and connectivity providers, 28 Apr 2026. {reference}

ExpressRoute Atlas, data of 28 Apr 2026. Unofficial, not affiliated with Microsoft.
https://atlas.example/#find=x:y
"
    );
    assert_eq!(text(&card, &ORIGIN), expected);
    let written = markdown(&card, &ORIGIN);
    let start = "# A\\*

A place

## Facts

| Fact | Value | Source |
| --- | --- | --- |
| Local to | West\\|Europe | LOC, 28 Apr 2026 |
| Zone | 1 | LOC, 28 Apr 2026 |

Sources: LOC, 28 Apr 2026

## 1 location

| Name | Told | km | ms, est. |
| --- | --- | ---: | ---: |
| London | near | 12 | 1–2 |
";
    assert!(written.starts_with(start), "{written}");
    assert!(written.ends_with("\n\n<https://atlas.example/#find=x:y>\n"), "{written}");
}

#[test]
fn the_card_of_amsterdam_says_what_the_tables_say() {
    let data = world();
    let card = location::card(&data, data.catalog.location_by_slug("amsterdam").unwrap());
    let copied = text(&card, &ORIGIN);
    for line in [
        "Peering location in Netherlands",
        "- Facility: Equinix AM5",
        "- Belongs to: Europe [GEO, 2 Nov 2025]",
        "- Pricing zone: 1",
        "- Local to: West Europe",
        "- Metro: Amsterdam Metro [METRO, 6 May 2026]",
        "- Metro pair: Amsterdam2 [METRO, 6 May 2026]",
        "- Point: 52.2934° N, 4.9451° E, of the building or its campus [on-net-2020-05, 24 May 2020]",
        "- Equinix",
        "Sources: LOC, 28 Apr 2026",
        "- Netherlands on the list: yes [GR, 9 Apr 2025]",
        "- In the geopolitical table: “Amsterdam”, under Europe [GEO, 2 Nov 2025]",
    ] {
        assert!(copied.lines().any(|it| it == line || it.starts_with(&[line, ":"].concat())), "{line}\n{copied}");
    }
    let providers = card.sections.iter().find(|it| it.head.contains("available")).unwrap();
    let rows = include_str!("../../../data/providers.csv").lines();
    let available = rows.filter(|it| it.starts_with("amsterdam,") && it.contains(",available,")).count();
    assert_eq!(providers.rows.len(), available);
}

#[test]
fn each_fact_has_every_document_with_its_own_date_and_one_date_is_written_once() {
    let data = world();
    let location = |slug: &str| location::card(&data, data.catalog.location_by_slug(slug).unwrap());
    let starts = |copied: &str, line: &str| {
        assert!(copied.lines().any(|it| it == line), "{line}\n{copied}");
    };
    // A Local region by the list's own column, Europe by the table, and the rules by the FAQ and the overview.
    let amsterdam = text(&location("amsterdam"), &ORIGIN);
    starts(
        &amsterdam,
        "- Regions reached: 1 with Local, 17 with Standard, 62 with Premium [LOC, 28 Apr 2026; FAQ, 31 Mar 2026; GEO, 2 Nov 2025; INTRO, 16 Jul 2024]",
    );
    // What the list alone says has no documents beside it: they stand below the section.
    starts(&amsterdam, "- Providers: 28");
    starts(&amsterdam, "- Metro: Amsterdam Metro [METRO, 6 May 2026]");
    // Both of its sites have a point.
    let paris = text(&location("paris-metro"), &ORIGIN);
    let point = paris.lines().find(|it| it.starts_with("- Point: ")).unwrap();
    assert!(point.ends_with("[PeeringDB-plus, 24 Jul 2026; on-net-2020-05, 24 May 2020]"), "{point}");
    // Both tables of round trips have the same date.
    let uksouth = region::card(&data, data.catalog.region_by_slug("uksouth").unwrap());
    starts(&text(&uksouth, &ORIGIN), "Sources: LATENCY-P50, LATENCY-P95, 30 Jul 2026");
    // The table is silent about Belgium Central, and an older one has its country.
    let belgium = text(&region::card(&data, data.catalog.region_by_slug("belgiumcentral").unwrap()), &ORIGIN);
    starts(&belgium, "- Belongs to: not documented, likely Europe [GEO, 2 Nov 2025; GEO-2024, 5 Apr 2024]");
    let netherlands = markdown(&country::card(&data, "NL", Cloud::Public), &ORIGIN);
    starts(&netherlands, "| ISO code | NL | ISO-3166, read 23 Nov 2026 |");
}

#[test]
fn what_is_not_documented_is_said() {
    let data = world();
    let card = location::card(&data, data.catalog.location_by_slug("new-york2").unwrap());
    let copied = text(&card, &ORIGIN);
    for line in ["- Facility: not documented", "- Pricing zone: not documented", "- Local to: not documented"] {
        assert!(copied.lines().any(|it| it == line), "{line}\n{copied}");
    }
    assert!(copied.contains("- Providers: no document names one here"), "{copied}");
}

#[test]
fn two_documents_that_disagree_stand_side_by_side() {
    let data = world();
    let card = location::card(&data, data.catalog.location_by_slug("brussels").unwrap());
    let copied = text(&card, &ORIGIN);
    let both = "- Brussels: Local column
  - METRO, 6 May 2026: Local to Belgium Central in the row of Brussels Metro on the Metro page
  - LOC, 28 Apr 2026: no Local region in the location list
  - Taken: each row kept as printed; both are shown";
    assert!(copied.contains(both), "{copied}");
    let at = data.providers.providers.iter().position(|it| it == "Megaport").unwrap();
    let copied = text(&provider::card(&data, at as u16), &ORIGIN);
    let sides = "- Megaport at Phoenix
  - LOC, 28 Apr 2026: only in the location list of 2026-04-28
  - PROV, 9 Nov 2025: not in the provider list of 2025-11-09";
    assert!(copied.contains(sides), "{copied}");
}

#[test]
fn a_region_has_its_facts_its_round_trips_and_who_reaches_it() {
    let data = world();
    let card = region::card(&data, data.catalog.region_by_slug("uksouth").unwrap());
    let copied = text(&card, &ORIGIN);
    for start in ["- Name in Azure: uksouth", "- Pair: UK West", "- Zones: yes, 3", "2 reach it with Local"] {
        assert!(copied.lines().any(|it| it.starts_with(start)), "{start}\n{copied}");
    }
    // Australia Central is measured against Austria East: 258 ms, and 262 at the 95th percentile.
    let far = text(&region::card(&data, data.catalog.region_by_slug("australiacentral").unwrap()), &ORIGIN);
    assert!(far.contains("- Austria East: median 258 ms, 95th percentile 262 ms"), "{far}");
    let far = markdown(&region::card(&data, data.catalog.region_by_slug("australiacentral").unwrap()), &ORIGIN);
    assert!(far.contains("| Name | median, ms | 95th pct., ms |\n| --- | ---: | ---: |\n"), "{far}");
    assert!(far.contains("\n| Austria East | 258 | 262 |\n"), "{far}");
}

#[test]
fn the_sheet_is_copied_as_it_answers() {
    let data = world();
    let amsterdam = data.catalog.location_by_slug("amsterdam").unwrap();
    let local = text(&sheet::card(&data, amsterdam, Sku::Local, false), &ORIGIN);
    assert!(local.starts_with("Amsterdam, Local\n") && local.contains("\n1 reachable\n- West Europe: "), "{local}");
    let standard = sheet::card(&data, amsterdam, Sku::Standard, false);
    // Europe has seventeen regions in the geopolitical table that are in use.
    assert_eq!(standard.sections[0].head, "17 reachable");
    let standard = text(&standard, &ORIGIN);
    assert!(
        standard.contains("\n4 announced. Not in use yet: no document says that a circuit reaches them.\n"),
        "{standard}"
    );
    let linked = sheet::card(&data, amsterdam, Sku::Local, true);
    assert_eq!(linked.sections[0].head, "134 cannot be linked", "135 public locations but itself");
}

#[test]
fn every_section_of_every_card_names_its_documents_and_every_link_leads_somewhere() {
    let data = world();
    let cards = every_card(&data);
    assert!(cards.len() > 148 + 80 + 16 + 186 + 249);
    for card in &cards {
        assert!(!card.sections.is_empty(), "{} has nothing", card.title);
        for section in &card.sections {
            assert!(!section.all_documents().is_empty(), "{}: {}", card.title, section.head);
            assert!(!section.about.is_empty(), "{}: {}", card.title, section.head);
            let values = section.facts.iter().flat_map(|it| &it.values);
            let links =
                values.filter_map(|it| it.goes.as_ref()).chain(section.rows.iter().filter_map(|it| it.goes.as_ref()));
            for question in links {
                let known = match named::found(&data, &question.about) {
                    Err(named::Missing::Cities) => true,
                    found => found.is_ok(),
                };
                assert!(
                    known && Question::parse(&question.written()).as_ref() == Some(question),
                    "{}",
                    question.written()
                );
            }
        }
    }
}

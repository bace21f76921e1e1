//! Questions about several things: regions that are to be reached, locations against regions, two circuits side by side.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use expressroute_e2e::taste::{Scheme, Taste};

const ADD: &str = "Add a region or a geopolitical region";
const GRID: &str = "Verdict for each circuit and region";

/// The first names of a list, without its columns of numbers.
async fn first_names(atlas: &Atlas, list: &str, count: usize) -> Outcome<Vec<String>> {
    let text = atlas.page.text_of("list", list).await?;
    let names = text.lines().filter(|it| it.starts_with(char::is_alphabetic));
    Ok(names.take(count).map(str::to_owned).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn regions_are_chosen_by_keys_alone_and_the_locations_that_reach_them_all_are_ranked() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.wait_for_first("Nearest to where I am; ").await?;
    // The second of what can be asked without a name.
    atlas.page.press(&[key::DOWN]).await?;
    atlas.page.press(&[key::DOWN]).await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.find("heading", "Reach several regions").await?;
    atlas.tab_to(ADD).await?;
    atlas.pick(ADD, "uk south", "UK South").await?;
    atlas.page.find("heading", "Reach UK South").await?;
    assert_eq!(atlas.page.focused().await?, ADD, "the field keeps the keyboard");
    atlas.pick(ADD, "west eu", "West Europe").await?;
    atlas.wait_for_address("find", "regions:uksouth,westeurope").await?;
    atlas.page.find("heading", "Reach all of 2 regions").await?;
    // 38 locations of Europe in the table, Stockholm2, and five Metro rows that stand in no table of regions.
    let standard = first_names(&atlas, "44 reach them all with Standard", 4).await?;
    // By the map Brussels lies between London and Holland; Amsterdam's own sites are as far from London as London's from
    // Holland.
    assert!(standard[..3].iter().all(|it| it.starts_with("Brussels")), "{standard:?}");
    assert!(standard[3].starts_with("Amsterdam") || standard[3].starts_with("London"), "{standard:?}");
    atlas.back().await?;
    atlas.page.find("heading", "Reach UK South").await?;
    atlas.forward().await?;
    atlas.page.find("heading", "Reach all of 2 regions").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_opens_to_what_each_region_needs_and_leads_to_the_location() -> Outcome<()> {
    let atlas = Atlas::open("#find=regions:uksouth,westeurope").await?;
    atlas.page.click("button", "What each region needs from Amsterdam2").await?;
    let needs = atlas.page.text_of("list", "What each region needs from Amsterdam2").await?;
    let south = needs.find("UK South").ok_or("UK South is not told of")?;
    let west = needs.find("West Europe").ok_or("West Europe is not told of")?;
    // In the order chosen: London by Standard, and the Local column of Amsterdam2 names West Europe.
    assert!(south < west && needs[south..west].contains("Standard"), "{needs}");
    assert!(needs[west..].contains("Local"), "{needs}");
    atlas.page.click("button", "What each region needs from Amsterdam2").await?;
    assert_eq!(atlas.page.count("list", "What each region needs from Amsterdam2").await?, 0, "it closes again");
    atlas.page.click("button", "Amsterdam2").await?;
    atlas.wait_for_address("at", "amsterdam2").await?;
    atlas.wait_for_address("sku", "standard").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_region_is_taken_out_and_the_keyboard_goes_on_to_the_next() -> Outcome<()> {
    let atlas = Atlas::open("#find=regions:uksouth,westeurope,japaneast").await?;
    atlas.page.find("heading", "Reach all of 3 regions").await?;
    atlas.page.click("button", "Remove UK South").await?;
    atlas.wait_for_address("find", "regions:westeurope,japaneast").await?;
    assert_eq!(atlas.page.focused().await?, "Remove West Europe");
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.find("heading", "Reach several regions").await?;
    assert_eq!(atlas.page.focused().await?, ADD);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_list_is_read_line_by_line_and_what_is_unknown_is_told() -> Outcome<()> {
    let atlas = Atlas::open("#find=regions:").await?;
    atlas.page.find("heading", "Reach several regions").await?;
    atlas.tab_to("Paste a list").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.tab_to("Regions, one a line").await?;
    atlas.page.type_text("Japan East, moonbase").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.type_text("West Eurpoe").await?;
    atlas.tab_to("Add these regions").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("find", "regions:japaneast").await?;
    atlas.page.wait_for_text("Line 1: no region is called “moonbase”.").await?;
    atlas.page.wait_for_text("Line 2: no region is called “West Eurpoe”. Near it: West Europe").await?;
    let left = atlas.page.script("return document.querySelector('.paste textarea').value;", Vec::new()).await?;
    assert_eq!(left, "moonbase\nWest Eurpoe", "what is to be mended stays");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_geopolitical_region_stands_for_its_regions_and_an_address_tells_what_it_does_not_know() -> Outcome<()> {
    let atlas = Atlas::open("#find=regions:japan,atlantis").await?;
    atlas.page.find("heading", "Reach all of 2 regions").await?;
    atlas.page.wait_for_text("No region is called “atlantis”.").await?;
    let chosen = atlas.page.text_of("list", "Chosen regions").await?;
    assert!(chosen.contains("Japan East") && chosen.contains("Japan West"), "{chosen}");
    atlas.go("#find=regions:uksouth,usgovvirginia").await?;
    atlas.page.wait_for_text("The regions belong to different clouds").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_is_read_by_keys_and_a_cell_opens_to_its_reason() -> Outcome<()> {
    let atlas = Atlas::open("#find=matrix:amsterdam.standard,london.premium;regions:uksouth,eastus").await?;
    let table = atlas.page.text_of("grid", GRID).await?;
    assert!(table.contains("UK South") && table.contains("needs Premium"), "{table}");
    atlas.tab_to("reached").await?;
    atlas.page.press(&[key::RIGHT]).await?;
    assert!(atlas.page.focused().await?.starts_with("needs Premium"), "Amsterdam by Standard to East US");
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.find("heading", "Amsterdam, Standard, to East US").await?;
    atlas.page.wait_for_text("crossing geopolitical regions needs Premium").await?;
    atlas.page.press(&[key::DOWN]).await?;
    assert!(atlas.page.focused().await?.starts_with("reached"), "London by Premium to East US");
    atlas.page.press(&[key::LEFT]).await?;
    // UK South is London's Local region.
    assert!(atlas.page.focused().await?.contains("smallest Local"));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_gets_and_loses_rows_and_columns() -> Outcome<()> {
    let atlas = Atlas::open("#find=matrix:amsterdam.standard;regions:uksouth").await?;
    atlas.pick("Add a location", "frankf", "Frankfurt").await?;
    atlas.wait_for_address("find", "matrix:amsterdam.standard,frankfurt.standard;regions:uksouth").await?;
    atlas.pick(ADD, "east us 2", "East US 2").await?;
    atlas.wait_for_address("find", "matrix:amsterdam.standard,frankfurt.standard;regions:uksouth,eastus2").await?;
    atlas.choose_option("SKU at Frankfurt", "Local").await?;
    atlas.wait_for_address("find", "matrix:amsterdam.standard,frankfurt.local;regions:uksouth,eastus2").await?;
    assert_eq!(atlas.page.focused().await?, "SKU at Frankfurt", "the control keeps the keyboard");
    atlas.page.click("button", "Remove Amsterdam").await?;
    atlas.page.click("button", "Remove UK South").await?;
    atlas.wait_for_address("find", "matrix:frankfurt.local;regions:eastus2").await?;
    // Frankfurt's Local column names Germany West Central alone.
    let cell = atlas.page.text_of("grid", GRID).await?;
    assert!(cell.contains("needs Premium") && !cell.contains("Amsterdam"), "{cell}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_circuits_stand_side_by_side() -> Outcome<()> {
    let atlas = Atlas::open("#find=compare:amsterdam.standard,frankfurt.premium").await?;
    atlas.page.find("heading", "Amsterdam Standard beside Frankfurt Premium").await?;
    let facts = atlas.page.text_of("table", "Facts side by side").await?;
    assert!(facts.contains("Equinix AM5") && facts.contains("Digital Realty"), "{facts}");
    // Premium reaches the 62 regions in use, and 17 of them Standard from Amsterdam reaches as well.
    atlas.page.click("button", "45 regions only Frankfurt Premium reaches").await?;
    let only = atlas.page.text_of("list", "45 regions only Frankfurt Premium reaches").await?;
    assert!(only.contains("East US") && only.contains("Amsterdam with Premium"), "{only}");
    atlas.choose_option("SKU at Frankfurt", "Standard").await?;
    atlas.wait_for_address("find", "compare:amsterdam.standard,frankfurt.standard").await?;
    atlas.page.find("heading", "Amsterdam Standard beside Frankfurt Standard").await?;
    assert_eq!(atlas.page.count("button", "regions only").await?, 0, "both lie in Europe");
    atlas.pick("Second: another location", "tokyo", "Tokyo").await?;
    atlas.wait_for_address("find", "compare:amsterdam.standard,tokyo.standard").await?;
    // Japan East and Japan West.
    atlas.page.find("button", "2 regions only Tokyo Standard reaches").await?;
    atlas.close().await
}

/// Makes the page's clipboard one that a test can read, in the page's own world.
const CLIPBOARD: &str = "const page = window.wrappedJSObject ?? window;
    page.copiedText = '';
    const keep = (text) => { page.copiedText = text; return page.Promise.resolve(); };
    // Firefox runs what its driver sends in a world of its own.
    const given = window.wrappedJSObject ? exportFunction(keep, page) : keep;
    page.navigator.clipboard.writeText = given;";

/// What a press of this button copies.
async fn copied_by(atlas: &Atlas, button: &str) -> Outcome<String> {
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    atlas.page.click("button", button).await?;
    let text = async || {
        let text = atlas.page.script("return (window.wrappedJSObject ?? window).copiedText ?? '';", Vec::new()).await?;
        Ok(text.as_str().filter(|it| !it.is_empty()).map(str::to_owned))
    };
    atlas.page.until("something is copied", text).await
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_about_several_things_are_copied_with_the_sources_of_each_fact() -> Outcome<()> {
    let atlas = Atlas::open("#find=compare:amsterdam.standard,frankfurt.premium").await?;
    atlas.page.find("heading", "Amsterdam Standard beside Frankfurt Premium").await?;
    let text = copied_by(&atlas, "Copy as Markdown").await?;
    let facility = "| Facility | Equinix AM5 | Digital Realty (Interxion) FRA11 | LOC, 28 Apr 2026 |";
    assert!(text.contains("| Fact | Amsterdam Standard | Frankfurt Premium | Source |"), "{text}");
    assert!(text.contains(facility), "{text}");
    let text = copied_by(&atlas, "Report an error in: Facility").await?;
    assert!(text.contains("\nAmsterdam Standard: Equinix AM5\n"), "{text}");
    atlas.go("#find=matrix:amsterdam.standard,london.premium;regions:uksouth,eastus").await?;
    atlas.page.find("heading", "Locations against regions").await?;
    let text = copied_by(&atlas, "Copy as text").await?;
    let verdicts = "\n  - UK South: reached, smallest Standard\n  - East US: needs Premium, smallest Premium\n";
    assert!(
        text.contains("\n- Amsterdam, Standard [GEO, 2 Nov 2025; FAQ, 31 Mar 2026]") && text.contains(verdicts),
        "{text}"
    );
    atlas.go("#find=regions:uksouth,usgovvirginia").await?;
    atlas.page.wait_for_text("The regions belong to different clouds").await?;
    let text = copied_by(&atlas, "Copy as text").await?;
    assert!(text.contains("- Why: The regions belong to different clouds"), "{text}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comparison_begins_with_the_chosen_location_and_from_its_card() -> Outcome<()> {
    let atlas = Atlas::open("#at=london&sku=standard").await?;
    atlas.open_finder().await?;
    atlas.wait_for_first("Nearest to where I am; ").await?;
    atlas.page.click("option", "Compare two circuits").await?;
    atlas.wait_for_address("find", "compare:london.standard,london.premium").await?;
    atlas.page.find("heading", "London Standard beside London Premium").await?;
    atlas.go("#find=location:dublin").await?;
    atlas.page.click("link", "Compare").await?;
    atlas.wait_for_address("find", "compare:dublin.standard,dublin.premium").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_an_address_is_told_and_harms_nothing() -> Outcome<()> {
    let atlas = Atlas::open("#find=compare:atlantis.standard,frankfurt.premium").await?;
    atlas.page.wait_for_text("Nothing is called “atlantis” in this data set.").await?;
    atlas.go("#find=matrix:;regions:").await?;
    atlas.page.find("heading", "Locations against regions").await?;
    atlas.page.wait_for_text("Add at least one location and one region.").await?;
    atlas.go("#find=compare:london.gold").await?;
    atlas.page.find("heading", "Compare two circuits").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_goes_on_to_the_farthest_of_several_regions() -> Outcome<()> {
    let atlas = Atlas::open("#find=point:51.9200,4.4800;toward:uksouth,northeurope").await?;
    let best = atlas.page.text_of("list", "Best on the whole way").await?;
    // Dublin is farther than London from every metro near Rotterdam.
    assert!(best.contains("on to the farthest, North Europe"), "{best}");
    atlas.page.click("button", "What each region needs from").await?;
    let needs = atlas.page.text_of("list", "What each region needs from").await?;
    assert!(needs.contains("UK South") && needs.contains("North Europe"), "{needs}");
    atlas.page.click("button", "Remove North Europe").await?;
    atlas.wait_for_address("find", "point:51.9200,4.4800;toward:uksouth").await?;
    let best = atlas.page.text_of("list", "Best on the whole way").await?;
    assert!(best.contains("on to UK South"), "{best}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answers_about_several_things_are_accessible() -> Outcome<()> {
    let addresses = [
        "#find=regions:uksouth,westeurope",
        "#find=regions:uksouth,usgovvirginia,atlantis",
        "#find=matrix:amsterdam.standard,london.premium,frankfurt.local;regions:uksouth,eastus,indonesiacentral",
        "#find=compare:amsterdam.standard,tokyo.premium",
        "#find=point:51.9200,4.4800;toward:uksouth,northeurope",
    ];
    for (scheme, taste) in
        [(Scheme::Dark, Taste::default()), (Scheme::Light, Taste::default()), (Scheme::Dark, Taste::phone())]
    {
        let atlas = Atlas::open_as("", Taste { scheme, reduced_motion: true, ..taste }).await?;
        for address in addresses {
            atlas.go(address).await?;
            atlas.page.find("complementary", "Answer").await?;
            atlas.drawn().await?;
            assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, {address}");
        }
        // With a list open, and a cell.
        atlas.go(addresses[0]).await?;
        atlas.pick(ADD, "japan e", "Japan East").await?;
        atlas.page.type_text("us").await?;
        assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, open list");
        atlas.close().await?;
    }
    Ok(())
}

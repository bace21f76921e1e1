//! The table twin of what the map shows.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use expressroute_e2e::taste::{Scheme, Taste};
use serde_json::Value;

/// The first cells of the rows in the page, and the cells of the first row.
const NAMES: &str = "return [...document.querySelectorAll('#table tbody th')].map((it) => it.textContent);";
const FIRST: &str = "return [...document.querySelectorAll('#table tbody tr')[0].cells].map((it) => it.textContent);";

async fn texts(atlas: &Atlas, script: &str) -> Outcome<Vec<String>> {
    let told = atlas.page.script(script, Vec::new()).await?;
    Ok(told.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

async fn rows_told(atlas: &Atlas, wanted: &str) -> Outcome<()> {
    let count = "return document.querySelector('.table-count')?.textContent ?? '';";
    let told = async || Ok((atlas.page.script(count, Vec::new()).await? == wanted).then_some(()));
    atlas.page.until(&format!("the table says {wanted:?}"), told).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_says_what_the_map_shows_and_follows_it() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.click("button", "Table").await?;
    atlas.page.find("table", "Peering locations of the Public cloud").await?;
    rows_told(&atlas, "135 rows").await?;
    atlas.page.click("button", "Amsterdam").await?;
    atlas.wait_for_address("at", "amsterdam").await?;
    atlas.page.find("table", "What a Standard circuit at Amsterdam reaches: 17 of 62 regions").await?;
    assert_eq!(
        texts(&atlas, FIRST).await?[..4],
        ["West Europe", "reachable", "Local", "in or near the metro"],
        "the nearest of what is reached stands first"
    );
    atlas.page.click("button", "Local").await?;
    // The Local column of Amsterdam holds West Europe alone.
    atlas.page.find("table", "What a Local circuit at Amsterdam reaches: 1 of 62 regions").await?;
    atlas.page.click("button", "Premium").await?;
    atlas.page.find("table", "What a Premium circuit at Amsterdam reaches: 62 of 62 regions").await?;
    atlas.page.click("switch", "Global Reach").await?;
    atlas.page.find("heading", "Global Reach from a Premium circuit at Amsterdam").await?;
    // Every other location of the public cloud.
    rows_told(&atlas, "134 rows").await?;
    atlas.back().await?;
    atlas.page.find("table", "What a Premium circuit at Amsterdam reaches").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_sort_and_rows_are_found_by_keys_alone() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard").await?;
    atlas.tab_to("Table").await?;
    atlas.page.press(&[key::ENTER]).await?;
    let focused = async || Ok(atlas.page.focused().await?.starts_with("What a Standard circuit").then_some(()));
    atlas.page.until("the focus goes to the table", focused).await?;
    let sorted =
        "return [...document.querySelectorAll('#table [aria-sort]')].map((it) => it.getAttribute('aria-sort')).join();";
    assert_eq!(atlas.page.script(sorted, Vec::new()).await?, "none,ascending,none,none,none,none");
    atlas.tab_to("Find in the table").await?;
    atlas.page.type_text("uk").await?;
    rows_told(&atlas, "2 of 62 rows").await?;
    assert_eq!(texts(&atlas, NAMES).await?, ["UK South", "UK West"], "the nearer first");
    atlas.page.press(&[key::ESCAPE]).await?;
    rows_told(&atlas, "62 rows").await?;
    // Behind the button come the rows, which scroll, and the head of their first column.
    atlas.tab_to("Copy as TSV").await?;
    atlas.page.press(&[key::TAB]).await?;
    atlas.page.press(&[key::TAB]).await?;
    assert_eq!(atlas.page.focused().await?, "Region");
    atlas.page.press(&[key::ENTER]).await?;
    assert_eq!(texts(&atlas, NAMES).await?.first().map(String::as_str), Some("Australia Central"));
    assert_eq!(atlas.page.focused().await?, "Region", "the head keeps the focus");
    atlas.page.press(&[key::ENTER]).await?;
    // By name West US 3 is the last region.
    assert_eq!(texts(&atlas, NAMES).await?.first().map(String::as_str), Some("West US 3"));
    assert_eq!(atlas.page.script(sorted, Vec::new()).await?, "descending,none,none,none,none,none");
    atlas.page.press(&[key::ESCAPE]).await?;
    let closed = async || Ok(atlas.address("find").await?.is_none().then_some(()));
    atlas.page.until("Escape closes the table", closed).await?;
    assert_eq!(atlas.page.focused().await?, "Table", "and the keyboard goes on from its button");
    atlas.page.find("heading", "Amsterdam").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_leads_to_the_answer_about_it_and_back() -> Outcome<()> {
    let atlas = Atlas::open("#find=table:regions").await?;
    atlas.page.click("link", "UK South").await?;
    atlas.wait_for_address("find", "region:uksouth").await?;
    atlas.page.find("heading", "UK South").await?;
    atlas.back().await?;
    atlas.page.find("table", "Azure regions of the Public cloud").await?;
    atlas.page.click("link", "Providers").await?;
    atlas.wait_for_address("find", "table:providers").await?;
    atlas.page.find("table", "Providers at the peering locations of the Public cloud").await?;
    atlas.page.click("link", "Links").await?;
    atlas.page.wait_for_text("Choose a location first").await?;
    atlas.page.click("button", "Close the table").await?;
    assert_eq!(atlas.page.count("table", "").await?, 0);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_hold_in_the_table_too() -> Outcome<()> {
    let atlas = Atlas::open("#find=table&only=country:NL").await?;
    rows_told(&atlas, "3 rows").await?;
    assert_eq!(texts(&atlas, NAMES).await?, ["Amsterdam", "Amsterdam2", "Amsterdam Metro"]);
    atlas.reload().await?;
    rows_told(&atlas, "3 rows").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_table_has_only_the_rows_in_sight() -> Outcome<()> {
    let atlas = Atlas::open("#find=table:providers").await?;
    let all = "return +document.querySelector('#table table')?.getAttribute('aria-rowcount') - 1;";
    let there = async || Ok(atlas.page.script(all, Vec::new()).await?.as_f64().filter(|it| *it > 900.0));
    let all = atlas.page.until("the table tells how many rows it has", there).await?;
    let in_page = "return [...document.querySelectorAll('#table tbody tr:not(.gap)')].map((it) => it.getAttribute('aria-rowindex'));";
    let first = texts(&atlas, in_page).await?;
    assert!(first.len() < 120, "{} rows are in the page", first.len());
    assert_eq!(first.first().map(String::as_str), Some("2"), "the head is the first row");
    atlas
        .page
        .script("const it = document.querySelector('.table-scroll'); it.scrollTop = it.scrollHeight;", Vec::new())
        .await?;
    let last = async || Ok(texts(&atlas, in_page).await?.last().filter(|it| **it == (all + 1.0).to_string()).cloned());
    atlas.page.until("the last row is there after scrolling", last).await?;
    assert!(texts(&atlas, in_page).await?.len() < 120);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_copied_is_what_is_shown_with_its_dates() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard&find=table").await?;
    atlas.page.find("table", "What a Standard circuit at Amsterdam reaches").await?;
    let hear = "window.copied = ''; navigator.clipboard.writeText = async (text) => { window.copied = text; };";
    atlas.page.script(hear, Vec::new()).await?;
    atlas.page.click("searchbox", "Find in the table").await?;
    atlas.page.type_text("france").await?;
    rows_told(&atlas, "2 of 62 rows").await?;
    atlas.page.click("button", "Copy as TSV").await?;
    atlas.page.wait_for_text("2 rows copied").await?;
    let copied = atlas.page.script("return window.copied;", Vec::new()).await?;
    let lines: Vec<&str> = copied.as_str().unwrap_or_default().lines().collect();
    assert_eq!(lines[0], "Region\tVerdict\tSmallest SKU\tkm\tms, est.\tWhy");
    // The panel of the page says 424 km to France Central.
    assert!(lines[1].starts_with("France Central\treachable\tstandard\t424\t"), "{}", lines[1]);
    assert!(lines[2].starts_with("France South\treachable\tstandard\t"), "{}", lines[2]);
    assert_eq!(lines[3], "");
    assert!(lines.iter().any(|it| it.starts_with("Data of 28 Apr 2026")), "{lines:?}");
    assert!(lines.iter().any(|it| it.starts_with("Sources: ")), "{lines:?}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_are_accessible_and_fill_a_phone() -> Outcome<()> {
    for (scheme, taste) in
        [(Scheme::Dark, Taste::default()), (Scheme::Light, Taste::default()), (Scheme::Light, Taste::phone())]
    {
        for address in ["#find=table", "#at=amsterdam&sku=standard&find=table", "#find=table:providers"] {
            let atlas = Atlas::open_as(address, Taste { scheme, reduced_motion: true, ..taste }).await?;
            atlas.page.find("table", "").await?;
            atlas.drawn().await?;
            assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, {address}");
            if taste.touch {
                let table = atlas.rect_of("region", "Table").await?;
                assert!(table.width >= 389.0 && table.left < 1.0, "{table:?}");
            }
            atlas.close().await?;
        }
    }
    Ok(())
}

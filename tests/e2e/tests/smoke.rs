//! The built page starts, keeps to itself, and says nothing alarming.

use expressroute_e2e::Outcome;
use expressroute_e2e::download::{Download, downloads};
use expressroute_e2e::page::Page;
use expressroute_e2e::taste::Taste;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_starts_without_a_console_error_and_asks_no_other_host() -> Outcome<()> {
    let page = Page::open("", Taste::default()).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
    page.close().await
}

/// What the page asked for after it had drawn: its download is no part of the first answer.
async fn asked_for_later(page: &Page) -> Outcome<Vec<String>> {
    let body = "const drawn = performance.getEntriesByName('atlas-first-draw')[0].startTime;
        const later = performance.getEntriesByType('resource').filter((it) => it.startTime > drawn);
        return later.map((it) => it.name.split('/').pop());";
    let names = page.script(body, Vec::new()).await?;
    let names = names.as_array().ok_or("the page keeps no list of what it asked for")?;
    Ok(names.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect())
}

/// The bar of the design: 160 kB of 1,000 bytes, every response counted, until a location's answer is drawn.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_answer_takes_at_most_160_kb_and_leaves_the_planner_for_later() -> Outcome<()> {
    let page = Page::open("#at=amsterdam&sku=standard", Taste::default()).await?;
    let (mut files, later) = (downloads(&page)?, asked_for_later(&page).await?);
    files.retain(|it| !later.contains(&it.name));
    let total: u64 = files.iter().map(|it| it.packed_bytes).sum();
    assert!(files.iter().any(|it| it.name.ends_with(".wasm")), "the app is not among {files:?}");
    let on_demand = |it: &&Download| it.name.starts_with("planner") || it.name.starts_with("basemap-50m");
    assert_eq!(files.iter().filter(on_demand).count(), 0, "{files:?}");
    assert!(total <= 160_000, "{total} bytes: {files:#?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_but_the_page_itself_is_named_by_its_content() -> Outcome<()> {
    let page = Page::open("", Taste::default()).await?;
    let digest =
        |path: &String| path.split(['-', '.']).any(|it| it.len() == 16 && it.bytes().all(|b| b.is_ascii_hexdigit()));
    let unnamed: Vec<String> = page.site.requests().into_iter().filter(|it| it != "/" && !digest(it)).collect();
    assert_eq!(unnamed, Vec::<String>::new());
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_fits_a_phone_and_has_no_accessibility_violation() -> Outcome<()> {
    let page = Page::open("", Taste::phone()).await?;
    let overflow = page.script("return document.documentElement.scrollWidth - innerWidth;", Vec::new()).await?;
    assert_eq!(overflow, 0);
    assert_eq!(page.accessibility_violations().await?, Vec::<String>::new());
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_foot_says_how_old_the_data_is_and_whose_page_this_is_not() -> Outcome<()> {
    for viewport in [(1440, 900), (1024, 768)] {
        let page = Page::open("", Taste { viewport, ..Taste::default() }).await?;
        for words in ["Data 28 Apr 2026", "Unofficial, not affiliated with Microsoft"] {
            let body = "const it = [...document.querySelectorAll('footer span')].find((it) => it.textContent === arguments[0]);
                const box = it.getBoundingClientRect();
                return it.checkVisibility() && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;";
            let seen = page.script(body, vec![words.into()]).await?;
            assert_eq!(seen, true, "{words:?} is cut off at {viewport:?}");
        }
        page.close().await?;
    }
    Ok(())
}

/// What the page could find of another visitor.
const LEFT: &str = "return [localStorage.length, sessionStorage.length, document.cookie, innerWidth, innerHeight];";

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_a_test_gave_back_keeps_nothing_of_it() -> Outcome<()> {
    let first = Page::open("", Taste::default()).await?;
    let leave = "localStorage.setItem('left', 1); sessionStorage.setItem('left', 1); document.cookie = 'left=1';
        console.error('left'); return document.cookie;";
    assert_eq!(first.script(leave, Vec::new()).await?, "left=1");
    first.driver.folder.put("left.txt", "left")?;
    let (browser, file) = (first.driver.session.session_id().clone(), first.driver.folder.path_of("left.txt"));
    first.close().await?;
    assert!(!file.exists());
    let second = Page::open("", Taste::default()).await?;
    // Another test may have taken that browser meanwhile.
    if *second.driver.session.session_id() == browser {
        assert_eq!(second.console_errors().await?, Vec::<String>::new());
        assert_eq!(second.script(LEFT, Vec::new()).await?, json!([0, 0, "", 1440, 900]));
    }
    second.close().await
}

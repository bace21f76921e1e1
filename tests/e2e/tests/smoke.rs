//! The built page starts, keeps to itself, and says nothing alarming.

use expressroute_e2e::Outcome;
use expressroute_e2e::download::downloads;
use expressroute_e2e::page::Page;
use expressroute_e2e::taste::Taste;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_starts_without_a_console_error_and_asks_no_other_host() -> Outcome<()> {
    let page = Page::open("", Taste::default()).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
    page.close().await
}

/// The bar of the design: 160 kB of 1,000 bytes, every response counted, until a location's answer is drawn.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_answer_takes_at_most_160_kb_and_leaves_the_planner_for_later() -> Outcome<()> {
    let page = Page::open("#at=amsterdam&sku=standard", Taste::default()).await?;
    let files = downloads(&page)?;
    let total: u64 = files.iter().map(|it| it.packed_bytes).sum();
    assert!(files.iter().any(|it| it.name.ends_with(".wasm")), "the app is not among {files:?}");
    assert!(!files.iter().any(|it| it.name.starts_with("planner")), "{files:?}");
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

//! Every answer is announced to those who hear the page: once, and politely.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;

/// One announcement holds these words, and no other repeats them.
async fn once(atlas: &Atlas, words: &str) -> Outcome<()> {
    let heard = atlas.heard(words).await?;
    assert_eq!(heard.iter().filter(|it| it.contains(words)).count(), 1, "{heard:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_location_and_another_sku() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,8,1200").await?;
    atlas.listen().await?;
    atlas.click_location("amsterdam").await?;
    once(&atlas, "Amsterdam, Standard: 17 regions reachable").await?;
    atlas.page.click("radio", "Premium:").await?;
    once(&atlas, "Amsterdam, Premium: 62 regions reachable").await?;
    atlas.page.click("radio", "Local:").await?;
    once(&atlas, "Amsterdam, Local: 1 region reachable").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_and_that_nothing_is() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.listen().await?;
    atlas.search_for("ashburn").await?;
    let heard = atlas.heard("found").await?;
    assert!(heard.last().is_some_and(|it| it.contains("found")), "{heard:?}");
    atlas.search_for("xqzwv").await?;
    once(&atlas, "Nothing is called “xqzwv”.").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_to_a_point_and_another_one() -> Outcome<()> {
    let atlas = Atlas::open("#find=point:51.9200,4.4800").await?;
    atlas.page.find("list", "Nearest").await?;
    atlas.listen().await?;
    atlas.find_by_keys("35.68,139.76", "35.68").await?;
    once(&atlas, "Tokyo").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn how_much_a_filter_leaves() -> Outcome<()> {
    let atlas = Atlas::open("#find=filters").await?;
    atlas.page.find("heading", "Filters").await?;
    atlas.listen().await?;
    atlas.page.script("document.querySelector('.choices input').click();", Vec::new()).await?;
    once(&atlas, " of 135 locations").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_cannot_be_opened() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.listen().await?;
    let drop = "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{'], 'broken.json'));
        document.getElementById('planner').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";
    atlas.page.script(drop, Vec::new()).await?;
    once(&atlas, "broken.json was not opened").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.close().await
}

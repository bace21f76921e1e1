//! The sheet of a phone: three heights, by finger and by keyboard; and the menu of its bar.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::taste::Taste;
use std::time::Duration;

async fn open(fragment: &str) -> Outcome<Atlas> {
    Atlas::open_as(fragment, Taste { reduced_motion: true, ..Taste::phone() }).await
}

/// How much of the screen of 844 pixels the sheet covers once it rests.
async fn wait_for_height(atlas: &Atlas, height: f64) -> Outcome<()> {
    let stands = format!("document.querySelector('.sheet').getBoundingClientRect().height === {height}");
    atlas.page.wait_until(&format!("the sheet is {height} px high"), &stands).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finger_drags_the_sheet_to_its_three_heights() -> Outcome<()> {
    let atlas = open("#at=amsterdam&sku=standard").await?;
    wait_for_height(&atlas, 422.0).await?;
    let slowly = Duration::from_millis(800);
    atlas.page.swipe((195, 440), (195, 90), slowly).await?;
    wait_for_height(&atlas, 780.0).await?;
    // Down from the list, which is at the top of its scroll.
    atlas.page.swipe((195, 400), (195, 700), slowly).await?;
    wait_for_height(&atlas, 422.0).await?;
    atlas.page.swipe((195, 460), (195, 760), slowly).await?;
    wait_for_height(&atlas, 96.0).await?;
    let (x, y) = atlas.point_of("amsterdam").await?;
    assert!((0..390).contains(&x) && (70..748).contains(&y), "the chosen place is at {x}, {y}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_sheet_scrolls_before_it_is_drawn_down() -> Outcome<()> {
    let atlas = open("#at=amsterdam&sku=standard").await?;
    atlas.page.click("button", "Height of the sheet").await?;
    wait_for_height(&atlas, 780.0).await?;
    atlas.page.swipe((195, 700), (195, 300), Duration::from_millis(300)).await?;
    let scrolled = "document.querySelector('.sheet .panel').scrollTop > 100";
    atlas.page.wait_until("the list has scrolled", scrolled).await?;
    wait_for_height(&atlas, 780.0).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_takes_the_sheet_through_its_heights() -> Outcome<()> {
    let atlas = open("#at=amsterdam&sku=standard").await?;
    for height in [780.0, 96.0, 422.0] {
        atlas.page.click("button", "Height of the sheet").await?;
        wait_for_height(&atlas, height).await?;
        assert!(atlas.page.text_of("complementary", SHEET).await?.contains("Amsterdam"));
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_holds_what_the_bar_has_no_room_for() -> Outcome<()> {
    let atlas = open("").await?;
    assert_eq!(atlas.page.count("button", "Planner").await?, 0, "the menu is closed");
    atlas.page.click("button", "Menu").await?;
    atlas.page.wait_for_text("Unofficial, not affiliated with Microsoft").await?;
    atlas.page.click("button", "Announced").await?;
    atlas.wait_for_address("hide", "announced").await?;
    atlas.page.click("button", "Planner").await?;
    atlas.wait_for_address("page", "planner").await?;
    // The planner has a list named for its cloud, so another of the menu's controls is looked for.
    assert_eq!(atlas.page.count("button", "Settings").await?, 0, "the menu has closed");
    atlas.close().await
}

//! The legend hides and shows kinds of marks.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use reach::sku::Cloud;

/// The kinds that the legend shows as off.
const OFF: &str = "return [...document.querySelectorAll('footer [aria-pressed=false]')].map((it) => it.title).join();";

async fn off(atlas: &Atlas) -> Outcome<String> {
    Ok(atlas.page.script(OFF, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_off_can_neither_be_seen_nor_pointed_at_nor_walked_to() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,8,1200").await?;
    let (x, y) = atlas.point_of("marseille").await?;
    atlas.page.move_to(x, y).await?;
    atlas.wait_until_announced("Marseille, Peering location.").await?;
    atlas.page.click("button", "Location 107").await?;
    atlas.wait_for_address("hide", "location").await?;
    // The pointer meets what is drawn, which is a frame behind the address.
    atlas.drawn().await?;
    assert_eq!(off(&atlas).await?, "Location");
    atlas.page.move_to(x, y).await?;
    atlas.page.click_at(x, y).await?;
    atlas.drawn().await?;
    assert_eq!(atlas.address("at").await?, None, "a hidden location was chosen");
    for _ in 0..12 {
        atlas.page.press(&[key::RIGHT]).await?;
        let said = atlas.announced().await?;
        assert!(!said.contains("Peering location"), "the keyboard came to {said}");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_kind_can_be_shown_alone_and_an_address_shows_it_again() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard").await?;
    let press = "document.querySelector('footer [title=\"Not documented\"]')
        .dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));";
    let there = "document.querySelector('footer [title=\"Not documented\"]') !== null";
    atlas.page.wait_until("the legend is there", there).await?;
    atlas.page.script(press, Vec::new()).await?;
    atlas.drawn().await?;
    let alone = "Location,Metro,Local,Standard,Needs Premium,Announced";
    assert_eq!(off(&atlas).await?, alone);
    atlas.reload().await?;
    assert_eq!(off(&atlas).await?, alone);
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, Vec::<String>::new(), "every reached region is hidden");
    atlas.page.wait_for_text("17 regions reachable").await?;
    atlas.close().await
}

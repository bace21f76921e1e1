//! The whole way without a mouse, and what is announced on it.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP, SHEET};
use expressroute_e2e::input::key;
use expressroute_e2e::pixels::alike;

#[tokio::test(flavor = "multi_thread")]
async fn a_name_typed_after_a_slash_chooses_the_location() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.press(&['/']).await?;
    assert_eq!(atlas.page.focused().await?, "Find a place");
    atlas.page.type_text("amsterdam").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("at", "amsterdam").await?;
    atlas.wait_until_announced("Amsterdam, Standard: 17 regions reachable").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_none_is_told() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.search_for("Xqzwv").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_until_announced("Nothing is called “Xqzwv”.").await?;
    assert_eq!(atlas.address("at").await?, None);
    atlas.close().await
}

/// Presses an arrow until the ring is on a location that is not a Metro location; gives its name.
async fn ring_a_location(atlas: &Atlas, arrow: char) -> Outcome<String> {
    let mut heard = Vec::new();
    for _ in 0..15 {
        atlas.page.press(&[arrow]).await?;
        atlas.drawn().await?;
        let said = atlas.announced().await?;
        let name = said.split(" | ").find_map(|it| it.split_once(", Peering location. "));
        if let Some((name, _)) = name {
            return Ok(name.to_owned());
        }
        heard.push(said);
    }
    Err(format!("no location is announced on the way, but {heard:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn arrows_move_a_ring_over_the_map_and_enter_chooses() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&view=50,8,1500").await?;
    atlas.tab_to(MAP).await?;
    let first = ring_a_location(&atlas, key::DOWN).await?;
    let second = ring_a_location(&atlas, key::DOWN).await?;
    assert_ne!(first, second);
    let slug = atlas.slug_of(&second)?;
    let (x, y) = atlas.point_of(&slug).await?;
    let color = atlas.page.token("select").await?;
    let around = atlas.page.pixels_around(&[(f64::from(x), f64::from(y))], 18.0).await?;
    let ring = around.concat().iter().filter(|it| alike(**it, color)).count();
    assert!(ring > 30, "only {ring} pixels of a ring around {second}");
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("at", &slug).await?;
    atlas.wait_until_announced(&format!("{second}, Standard: ")).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_gives_up_the_ring_first_and_then_the_location() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&view=50,8,1500").await?;
    atlas.tab_to(MAP).await?;
    let name = ring_a_location(&atlas, key::RIGHT).await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.drawn().await?;
    assert!(!atlas.announced().await?.contains(&format!("{name}, Peering location")));
    assert_eq!(atlas.address("at").await?.as_deref(), Some("amsterdam"));
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    assert_eq!(atlas.page.count("complementary", SHEET).await?, 0);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn plus_minus_and_zero_zoom_the_map() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,8,1500").await?;
    atlas.tab_to(MAP).await?;
    for (pressed, larger) in [('+', true), ('-', false)] {
        let before = atlas.address("view").await?;
        let scale = atlas.viewport().await?.scale;
        atlas.page.press(&[pressed]).await?;
        let rested = async || Ok((atlas.address("view").await? != before).then_some(()));
        atlas.page.until("the zoom comes to rest", rested).await?;
        assert_eq!(atlas.viewport().await?.scale > scale, larger);
    }
    atlas.page.press(&['0']).await?;
    let whole = async || Ok(atlas.address("view").await?.is_none().then_some(()));
    atlas.page.until("the whole world is in view", whole).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_control_of_the_sheet_is_reached_by_tab() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam").await?;
    for name in [MAP, "Zoom in", "Close", "Standard: 17 regions reachable", "Global Reach", "17 regions reachable"] {
        atlas.tab_to(name).await?;
    }
    atlas.close().await
}

//! The globe: what the answer reaches past its edge.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;

#[tokio::test(flavor = "multi_thread")]
async fn the_globe_tells_what_lies_behind_it_and_turns_there() -> Outcome<()> {
    // From above the Pacific, all of Europe is on the far side.
    let atlas = Atlas::open("#at=amsterdam&sku=standard&projection=globe&view=0,-170,300").await?;
    atlas.wait_until_announced("17 of 17 reached regions lie behind the globe").await?;
    atlas.page.click("button", "Turn to them").await?;
    let told = "document.querySelector('.behind').textContent";
    atlas.page.wait_until("nothing left behind", &format!("!{told}.includes('behind the globe')")).await?;
    let view = atlas.address("view").await?.unwrap_or_default();
    let center: Vec<f64> = view.split(',').filter_map(|it| it.parse().ok()).collect();
    assert!(center[0] > 40.0 && (-10.0..30.0).contains(&center[1]), "over Europe: {view}");
    atlas.page.assert_sound().await?;
    atlas.close().await
}

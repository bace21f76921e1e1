//! Whom a circuit can be linked to, and why not the others.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::pixels::alike;

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_shows_whom_silicon_valley_can_be_linked_to() -> Outcome<()> {
    let atlas = Atlas::open("#at=silicon-valley&sku=standard").await?;
    atlas.page.click("switch", "Global Reach").await?;
    assert_eq!(atlas.page.attribute_of("switch", "Global Reach", "aria-checked").await?.as_deref(), Some("true"));
    atlas.wait_for_address("global-reach", "on").await?;
    let linkable = atlas.locations_in("28 can be linked at Standard").await?;
    assert_eq!(linkable.len(), 28);
    for near in ["Dallas", "Seattle", "Montreal"] {
        assert!(linkable.iter().any(|it| it == near), "{near} is not among {linkable:?}");
    }
    assert!(!linkable.iter().any(|it| it == "London"));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn london_needs_premium_on_both_and_the_reason_names_both_geopolitical_regions() -> Outcome<()> {
    let atlas = Atlas::open("#at=silicon-valley&sku=standard&global-reach=on").await?;
    atlas.page.click("button", "need Premium on both").await?;
    let far = atlas.locations_in("need Premium on both").await?;
    assert!(far.iter().any(|it| it == "London"), "London is not among {far:?}");
    atlas.page.click("button", "London 8").await?;
    let row = atlas.page.text_of("listitem", "London 8").await?;
    assert!(row.contains("North America") && row.contains("Europe"), "{row}");
    assert!(row.contains("both circuits must be Premium") && row.contains("Make both circuits Premium."), "{row}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_fills_whom_it_links_and_leaves_the_others_hollow() -> Outcome<()> {
    let atlas = Atlas::open("#at=silicon-valley&sku=standard&global-reach=on&view=44,-50,420").await?;
    let color = atlas.page.token("reach").await?;
    let (x, y) = atlas.point_of("dallas").await?;
    assert!(alike(atlas.page.pixel(x, y).await?, color), "Dallas is not filled");
    let (x, y) = atlas.point_of("london").await?;
    assert!(!alike(atlas.page.pixel(x, y).await?, color), "London is filled");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_local_circuit_is_told_why_it_takes_no_part() -> Outcome<()> {
    let atlas = Atlas::open("#at=silicon-valley&sku=standard&global-reach=on").await?;
    atlas.page.click("radio", "Local:").await?;
    atlas.page.wait_for_text("A Local circuit cannot use Global Reach.").await?;
    let sheet = atlas.page.text_of("complementary", SHEET).await?;
    assert!(sheet.contains("not with Local"), "{sheet}");
    assert!(!sheet.contains("can be linked at"), "{sheet}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_source_speaks_nothing_is_counted_as_impossible() -> Outcome<()> {
    for at in ["#at=madrid-metro&sku=standard", "#at=usgov-dallas&sku=premium"] {
        let atlas = Atlas::open(at).await?;
        let sheet = atlas.page.text_of("complementary", SHEET).await?;
        assert!(sheet.contains("not documented for circuits here"), "{at}: {sheet}");
        assert!(!sheet.contains("0 as is") && !sheet.contains("0 with Premium"), "{at}: {sheet}");
        atlas.close().await?;
    }
    Ok(())
}

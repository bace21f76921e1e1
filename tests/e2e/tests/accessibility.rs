//! No view violates WCAG 2.2 A or AA as far as axe-core can tell, dark and light.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::page::{Scheme, Taste};

async fn assert_accessible(atlas: Atlas) -> Outcome<()> {
    for scheme in [Scheme::Dark, Scheme::Light] {
        atlas.page.prefer(scheme, true).await?;
        atlas.drawn().await?;
        let violations = atlas.page.accessibility_violations().await?;
        assert_eq!(violations, Vec::<String>::new(), "{scheme:?}");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start() -> Outcome<()> {
    assert_accessible(Atlas::open("").await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn amsterdam_with_an_open_row() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard").await?;
    atlas.page.click("button", "need Premium").await?;
    atlas.page.click("button", "North Europe").await?;
    assert_accessible(atlas).await
}

#[tokio::test(flavor = "multi_thread")]
async fn vienna_where_the_sources_disagree() -> Outcome<()> {
    let atlas = Atlas::open("#at=vienna&sku=local").await?;
    atlas.page.click("button", "Austria East").await?;
    atlas.page.click("button", "in the sources").await?;
    assert_accessible(atlas).await
}

#[tokio::test(flavor = "multi_thread")]
async fn global_reach() -> Outcome<()> {
    let atlas = Atlas::open("#at=silicon-valley&sku=standard&global-reach=on").await?;
    atlas.page.click("button", "Dallas 2").await?;
    assert_accessible(atlas).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planner_with_circuits_and_a_link() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,8,1200").await?;
    atlas.open_planner().await?;
    for slug in ["amsterdam", "frankfurt"] {
        atlas.add_circuit_at(slug).await?;
    }
    atlas.link("amsterdam", "frankfurt").await?;
    assert_accessible(atlas).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone() -> Outcome<()> {
    let phone = Taste { reduced_motion: true, ..Taste::phone() };
    assert_accessible(Atlas::open_as("#at=amsterdam&sku=standard", phone).await?).await
}

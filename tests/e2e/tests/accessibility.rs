//! No view violates WCAG 2.2 A or AA as far as axe-core can tell, dark and light.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::taste::{Scheme, Taste};

/// Brings a view about in either scheme and has it examined.
async fn assert_accessible(taste: Taste, view: impl AsyncFn(Taste) -> Outcome<Atlas>) -> Outcome<()> {
    for scheme in [Scheme::Dark, Scheme::Light] {
        let atlas = view(Taste { scheme, reduced_motion: true, ..taste }).await?;
        atlas.drawn().await?;
        let violations = atlas.page.accessibility_violations().await?;
        assert_eq!(violations, Vec::<String>::new(), "{scheme:?}");
        atlas.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start() -> Outcome<()> {
    assert_accessible(Taste::default(), async |taste| Atlas::open_as("", taste).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn amsterdam_with_an_open_row() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#at=amsterdam&sku=standard", taste).await?;
        atlas.page.click("button", "need Premium").await?;
        atlas.page.click("button", "North Europe").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn vienna_where_the_sources_disagree() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#at=vienna&sku=local", taste).await?;
        atlas.page.click("button", "Austria East").await?;
        atlas.page.click("button", "in the sources").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn global_reach() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#at=silicon-valley&sku=standard&global-reach=on", taste).await?;
        atlas.page.click("button", "Dallas 2").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planner_with_circuits_and_a_link() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#view=50,8,1200", taste).await?;
        atlas.open_planner().await?;
        for slug in ["amsterdam", "frankfurt"] {
            atlas.add_circuit_at(slug).await?;
        }
        atlas.link("amsterdam", "frankfurt").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planner_with_a_form_and_the_ways_of_a_cell() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#page=planner", taste).await?;
        atlas.open_fixture("two-sites-one-region.json").await?;
        atlas.open_part("c2 Frankfurt").await?;
        atlas.page.click("gridcell", "1 of 2").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mesh_and_the_score() -> Outcome<()> {
    let view = async |taste| {
        let atlas = Atlas::open_as("#page=planner", taste).await?;
        atlas.open_fixture("global-reach-mesh-of-four.json").await?;
        atlas.page.click("tab", "Mesh and score").await?;
        Ok(atlas)
    };
    assert_accessible(Taste::default(), view).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone() -> Outcome<()> {
    assert_accessible(Taste::phone(), async |taste| Atlas::open_as("#at=amsterdam&sku=standard", taste).await).await
}

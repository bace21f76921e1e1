//! Everything has an address: it opens what it names, the history moves between choices, and a reload loses nothing.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};

async fn chosen(atlas: &Atlas, role: &str, name: &str) -> Outcome<bool> {
    Ok(atlas.page.attribute_of(role, name, "aria-checked").await?.as_deref() == Some("true"))
}

async fn wait_for_sheet(atlas: &Atlas, name: &str) -> Outcome<()> {
    let told = format!("document.querySelector('aside h2')?.textContent === {name:?}");
    atlas.page.wait_until(&format!("the sheet is about {name}"), &told).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_all_that_it_names() -> Outcome<()> {
    let address = "cloud=usgov&at=usgov-phoenix&sku=premium&global-reach=on&view=33.5,-98.25,1200";
    let atlas = Atlas::open(&format!("#{address}")).await?;
    wait_for_sheet(&atlas, "Phoenix").await?;
    assert!(atlas.page.text_of("complementary", SHEET).await?.contains("US Government cloud"));
    assert!(chosen(&atlas, "radio", "Premium:").await?);
    assert!(chosen(&atlas, "switch", "Global Reach").await?);
    atlas.drawn().await?;
    assert_eq!(atlas.page.fragment().await?, address, "the address stays as it was given");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_location_brings_its_cloud_along() -> Outcome<()> {
    let atlas = Atlas::open("#at=usgov-phoenix").await?;
    wait_for_sheet(&atlas, "Phoenix").await?;
    atlas.wait_for_address("cloud", "usgov").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_opens_the_start_page() -> Outcome<()> {
    let atlas = Atlas::open("#at=atlantis&cloud=moon&view=north,1,2&global-reach=perhaps&&=&x").await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    assert_eq!(atlas.page.count("complementary", SHEET).await?, 0);
    atlas.drawn().await?;
    assert_eq!(atlas.page.fragment().await?, "");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_an_address_spoils_nothing_else_in_it() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=gold").await?;
    wait_for_sheet(&atlas, "Amsterdam").await?;
    assert!(chosen(&atlas, "radio", "Standard:").await?);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_move_between_choices() -> Outcome<()> {
    let atlas = Atlas::open("#view=52,3,1500").await?;
    atlas.click_location("amsterdam").await?;
    atlas.click_location("london").await?;
    atlas.page.click("radio", "Premium:").await?;
    atlas.wait_for_address("sku", "premium").await?;
    atlas.back().await?;
    atlas.wait_for_address("sku", "standard").await?;
    wait_for_sheet(&atlas, "London").await?;
    atlas.back().await?;
    wait_for_sheet(&atlas, "Amsterdam").await?;
    atlas.back().await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    for name in ["Amsterdam", "London"] {
        atlas.forward().await?;
        wait_for_sheet(&atlas, name).await?;
    }
    atlas.forward().await?;
    atlas.wait_for_address("sku", "premium").await?;
    assert!(chosen(&atlas, "radio", "Premium:").await?);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_keeps_the_choice_and_the_view() -> Outcome<()> {
    let atlas = Atlas::open("#view=52,3,1500").await?;
    atlas.click_location("london").await?;
    let (address, point) = (atlas.page.fragment().await?, atlas.point_of("london").await?);
    atlas.reload().await?;
    wait_for_sheet(&atlas, "London").await?;
    assert_eq!(atlas.page.fragment().await?, address);
    assert_eq!(atlas.point_of("london").await?, point);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planner_has_an_address() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.page.click("button", "Map").await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    atlas.back().await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.close().await
}

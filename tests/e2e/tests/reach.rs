//! What a circuit reaches: the list beside the map and the picture on it say the same, held against lists by hand.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET, sorted};
use expressroute_e2e::input::key;
use expressroute_e2e::taste::Taste;
use reach::sku::Cloud;

const EUROPE: [&str; 17] = [
    "Austria East",
    "France Central",
    "France South",
    "Germany North",
    "Germany West Central",
    "Italy North",
    "North Europe",
    "Norway East",
    "Norway West",
    "Poland Central",
    "Spain Central",
    "Sweden Central",
    "Switzerland North",
    "Switzerland West",
    "UK South",
    "UK West",
    "West Europe",
];

#[rustfmt::skip]
const PUBLIC_CLOUD: [&str; 62] = [
    "Australia Central", "Australia Central 2", "Australia East", "Australia Southeast", "Austria East",
    "Belgium Central", "Brazil South", "Brazil Southeast", "Canada Central", "Canada East", "Central India",
    "Central US", "Chile Central", "Denmark East", "East Asia", "East US", "East US 2", "East US 3", "France Central",
    "France South", "Germany North", "Germany West Central", "India South Central", "Indonesia Central",
    "Israel Central", "Italy North", "Japan East", "Japan West", "Jio India Central", "Jio India West",
    "Korea Central", "Korea South", "Malaysia West", "Mexico Central", "New Zealand North", "North Central US",
    "North Europe", "Norway East", "Norway West", "Poland Central", "Qatar Central", "South Africa North",
    "South Africa West", "South Central US", "South India", "Southeast Asia", "Spain Central", "Sweden Central",
    "Sweden South", "Switzerland North", "Switzerland West", "Taiwan North", "UAE Central", "UAE North", "UK South",
    "UK West", "West Central US", "West Europe", "West India", "West US", "West US 2", "West US 3",
];

/// A large and sharp screen that shows the squares of the whole world apart.
fn sharp() -> Taste {
    Taste { viewport: (1920, 1080), pixel_ratio: 2, reduced_motion: true, ..Taste::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_amsterdam_lists_and_fills_the_seventeen_regions_of_europe() -> Outcome<()> {
    let atlas = Atlas::open_as("", sharp()).await?;
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, Vec::<String>::new(), "nothing is chosen yet");
    atlas.click_location("amsterdam").await?;
    assert_eq!(atlas.page.text_of("heading", "Amsterdam").await?, "Amsterdam");
    assert_eq!(atlas.regions_in("17 regions reachable").await?, sorted(&EUROPE));
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, sorted(&EUROPE));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_arrow_keys_go_from_standard_to_local_and_leave_uk_south_alone() -> Outcome<()> {
    let atlas = Atlas::open_as("#at=london&sku=standard&view=52,2,1600", sharp()).await?;
    atlas.page.click("radio", "Standard:").await?;
    atlas.page.press(&[key::LEFT]).await?;
    atlas.wait_for_address("sku", "local").await?;
    assert!(atlas.page.focused().await?.starts_with("Local: 1 region reachable"), "the focus follows the choice");
    assert_eq!(atlas.regions_in("1 region reachable").await?, ["UK South"]);
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, ["UK South"]);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn canberra_standard_reaches_the_two_regions_of_the_australian_government() -> Outcome<()> {
    let atlas = Atlas::open_as("#at=canberra&sku=standard&view=-34,148,900", sharp()).await?;
    let both = ["Australia Central", "Australia Central 2"];
    assert_eq!(atlas.regions_in("2 regions reachable").await?, both);
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, both);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn singapore_premium_reaches_the_whole_public_cloud_and_nothing_else() -> Outcome<()> {
    let atlas = Atlas::open_as("#at=singapore&sku=premium", sharp()).await?;
    let listed = atlas.regions_in("62 regions reachable").await?;
    assert_eq!(listed, sorted(&PUBLIC_CLOUD));
    let sheet = atlas.page.text_of("complementary", SHEET).await?;
    for national in ["US Gov", "US DoD", "China East", "China North"] {
        assert!(!sheet.contains(national), "the sheet of a public location names {national}");
    }
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, sorted(&PUBLIC_CLOUD));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_opens_with_its_reason_and_dated_sources() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard").await?;
    atlas.page.click("button", "North Europe").await?;
    let row = atlas.page.text_of("listitem", "North Europe").await?;
    assert!(row.contains("geopolitical region") && row.contains("Europe"), "{row}");
    assert!(row.contains("Smallest SKU: Standard."), "{row}");
    let sources = atlas.page.text_of("list", "Sources").await?;
    assert!(sources.contains(" 20"), "no date in {sources}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_region_of_the_map_opens_its_row() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard&view=50,8,1200").await?;
    let (x, y) = atlas.point_of_region("North Europe").await?;
    atlas.page.click_at(x, y).await?;
    atlas.page.wait_for_text("North Europe lies in the same geopolitical region as Amsterdam").await?;
    assert_eq!(atlas.page.attribute_of("button", "North Europe", "aria-expanded").await?.as_deref(), Some("true"));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_sources_disagree_the_page_shows_both_sides_and_fills_nothing() -> Outcome<()> {
    let atlas = Atlas::open_as("#at=vienna&sku=local&view=49,14,1600", sharp()).await?;
    assert_eq!(atlas.regions_in("1 in conflict").await?, ["Austria East"]);
    assert_eq!(atlas.filled_regions(Cloud::Public).await?, Vec::<String>::new());
    atlas.page.wait_for_text("By its own row Local is not offered at Vienna").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_us_government_cloud_is_a_world_of_its_own() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    let (x, y) = atlas.point_of("amsterdam").await?;
    atlas.choose_option("Cloud", "US Gov").await?;
    atlas.wait_for_address("cloud", "usgov").await?;
    // A location of this world, which the public cloud has as well, is found in it.
    atlas.page.click("textbox", "Find a place").await?;
    atlas.search_for("phoenix").await?;
    atlas.wait_for_first("Phoenix; Peering location").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.click_at(x, y).await?;
    // The click falls on an empty place and asks what is nearest to it.
    atlas.page.find("heading", "Nearest").await?;
    assert_eq!(atlas.address("at").await?, None, "Amsterdam is still there to be clicked");
    // The map went to that answer: back to the whole of this world.
    atlas.go("#cloud=usgov").await?;
    atlas.click_location("usgov-phoenix").await?;
    atlas.page.click("radio", "Local:").await?;
    atlas.wait_for_address("sku", "local").await?;
    assert_eq!(atlas.regions_in("1 region reachable").await?, ["US Gov Arizona"]);
    assert_eq!(atlas.live_regions(Cloud::UsGov), 5);
    atlas.close().await
}

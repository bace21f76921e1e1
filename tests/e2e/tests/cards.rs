//! Every answer of the finder has an address of its own: it opens what it names, and back and forward move between them.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::input::key;

/// Waits until the answer on the screen is headed so.
async fn wait_for_answer(atlas: &Atlas, title: &str) -> Outcome<()> {
    let told = format!(
        "(() => {{ const head = document.querySelector('#answer h2');
          return head?.checkVisibility() && head.textContent === {title:?}; }})()"
    );
    atlas.page.wait_until(&format!("the answer is about {title}"), &told).await
}

async fn title(atlas: &Atlas) -> Outcome<String> {
    Ok(atlas.page.script("return document.title;", Vec::new()).await?.as_str().unwrap_or_default().to_owned())
}

async fn wait_for_title(atlas: &Atlas, title: &str) -> Outcome<()> {
    atlas.page.wait_until(&format!("the page is named {title:?}"), &format!("document.title === {title:?}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_opens_the_answer_that_it_asks_for() -> Outcome<()> {
    let atlas = Atlas::open("#find=region:uksouth").await?;
    wait_for_answer(&atlas, "UK South").await?;
    wait_for_title(&atlas, "UK South · ExpressRoute Atlas").await?;
    let view = async || atlas.address("view").await;
    atlas.page.until("the map shows it", view).await?;
    // A city waits for the list of cities; a wish that stands in the address holds.
    atlas.go("#find=city:51.9200,4.4800;sku:local").await?;
    wait_for_answer(&atlas, "Rotterdam").await?;
    assert_eq!(
        atlas.page.script("return document.querySelector('select[name=sku]').value;", Vec::new()).await?,
        "local"
    );
    // The provider's locations lie in several clouds, an area of China in one.
    atlas.go("#find=area:china-east").await?;
    wait_for_answer(&atlas, "China East").await?;
    atlas.wait_for_address("cloud", "china").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_move_between_answers() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("uk south", "UK South; Azure region").await?;
    wait_for_answer(&atlas, "UK South").await?;
    atlas.wait_for_address("find", "region:uksouth").await?;
    atlas.find_by_keys("megaport", "Megaport; Provider").await?;
    wait_for_answer(&atlas, "Megaport").await?;
    atlas.wait_for_address("find", "provider:megaport").await?;
    assert_eq!(title(&atlas).await?, "Megaport · ExpressRoute Atlas");
    atlas.back().await?;
    wait_for_answer(&atlas, "UK South").await?;
    wait_for_title(&atlas, "UK South · ExpressRoute Atlas").await?;
    atlas.back().await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    wait_for_title(&atlas, "ExpressRoute Atlas").await?;
    atlas.forward().await?;
    wait_for_answer(&atlas, "UK South").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_stands_in_the_address_without_a_new_step() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("51.92, 4.48", "51.9200° N, 4.4800° E").await?;
    atlas.wait_for_address("find", "point:51.9200,4.4800").await?;
    atlas.choose_option("On to", "UK South").await?;
    atlas.wait_for_address("find", "point:51.9200,4.4800;toward:uksouth").await?;
    assert_eq!(atlas.page.focused().await?, "On to", "the control keeps the focus");
    atlas.reload().await?;
    atlas.page.find("heading", "Best on the whole way").await?;
    atlas.back().await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_location_lies_over_the_answer_and_keeps_its_address() -> Outcome<()> {
    let atlas = Atlas::open("#find=region:uksouth").await?;
    wait_for_answer(&atlas, "UK South").await?;
    atlas.page.click("button", "London2").await?;
    atlas.wait_for_address("at", "london2").await?;
    atlas.wait_for_address("find", "region:uksouth").await?;
    wait_for_title(&atlas, "London2, Local · ExpressRoute Atlas").await?;
    assert_eq!(atlas.page.count("complementary", "Answer").await?, 0, "the sheet lies over it");
    atlas.page.find("complementary", SHEET).await?;
    atlas.page.click("button", "Close").await?;
    wait_for_answer(&atlas, "UK South").await?;
    wait_for_title(&atlas, "UK South · ExpressRoute Atlas").await?;
    atlas.page.click("button", "Close").await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    assert_eq!(atlas.address("find").await?, None);
    wait_for_title(&atlas, "ExpressRoute Atlas").await?;
    atlas.back().await?;
    wait_for_answer(&atlas, "UK South").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_knows_is_said_with_names_like_it() -> Outcome<()> {
    let atlas = Atlas::open("#find=provider:equinx").await?;
    atlas.page.wait_for_text("Nothing is called “equinx” in this data set.").await?;
    atlas.page.click("link", "Equinix").await?;
    wait_for_answer(&atlas, "Equinix").await?;
    atlas.go("#find=moon:tycho").await?;
    atlas.page.wait_for_text("The address asks for something that this page does not know.").await?;
    atlas.page.find("heading", "Not understood").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.close().await
}

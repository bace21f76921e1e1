//! The small page over the JavaScript package, beside the map.

use expressroute_e2e::Outcome;
use expressroute_e2e::input::key;
use expressroute_e2e::page::Page;
use expressroute_e2e::taste::Taste;

async fn open() -> Outcome<Page> {
    let page = Page::prepare(Taste::default()).await?;
    page.go("www/index.html").await?;
    page.wait_for_text("live regions.").await?;
    Ok(page)
}

#[tokio::test(flavor = "multi_thread")]
async fn london_local_reaches_uk_south_alone() -> Outcome<()> {
    let page = open().await?;
    page.click("textbox", "Peering location").await?;
    page.press(&[key::CONTROL, 'a']).await?;
    page.type_text("London").await?;
    page.press(&[key::TAB]).await?;
    page.wait_for_text("London, Standard: 17 reachable").await?;
    page.press(&[key::LEFT]).await?;
    page.wait_for_text("London, Local: 1 reachable").await?;
    let row = page.text_of("row", "UK South").await?;
    assert!(row.contains("Reachable") && row.contains("Local"), "{row}");
    page.assert_sound().await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_none_is_answered_with_the_nearest_names() -> Outcome<()> {
    let page = open().await?;
    page.click("textbox", "Peering location").await?;
    page.press(&[key::CONTROL, 'a']).await?;
    page.type_text("Amsterdan").await?;
    page.press(&[key::ENTER]).await?;
    let alert = page.text_of("alert", "").await?;
    assert!(alert.contains("Amsterdan") && alert.contains("Amsterdam"), "{alert}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn its_address_asks_the_question_again() -> Outcome<()> {
    let page = Page::prepare(Taste::default()).await?;
    page.go("www/index.html#from=canberra&sku=standard").await?;
    page.wait_for_text("Canberra, Standard: 2 reachable").await?;
    page.close().await
}

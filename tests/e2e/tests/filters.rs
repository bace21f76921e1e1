//! The filters: their panel, what they leave on the map, among the nearest and in an address.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::input::key;
use expressroute_e2e::taste::{Scheme, Taste};

/// What the note on the map says.
const NOTE: &str = "return document.querySelector('#only')?.textContent ?? '';";

async fn note(atlas: &Atlas) -> Outcome<String> {
    Ok(atlas.page.script(NOTE, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
}

async fn wait_for_note(atlas: &Atlas, start: &str) -> Outcome<()> {
    let said = async || Ok(note(atlas).await?.starts_with(start).then_some(()));
    match atlas.page.until(&format!("the map says {start:?}"), said).await {
        Ok(()) => atlas.drawn().await,
        Err(error) => Err(format!("{error}; it says {:?}", note(atlas).await?)),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_takes_marks_names_and_picking_from_the_map() -> Outcome<()> {
    // The Netherlands have the two sites and the Metro location of Amsterdam; Marseille lies in France.
    let atlas = Atlas::open("#view=48,6,1600&only=country:NL").await?;
    wait_for_note(&atlas, "3 of 135 locations").await?;
    atlas.page.find("button", "Location 2").await?;
    atlas.page.find("button", "Metro 1").await?;
    let (x, y) = atlas.point_of("marseille").await?;
    atlas.page.move_to(x, y).await?;
    atlas.page.click_at(x, y).await?;
    atlas.drawn().await?;
    assert_eq!(atlas.address("at").await?, None, "a location that is filtered out was chosen");
    atlas.page.click("button", "Clear all filters").await?;
    let gone = async || Ok(atlas.address("only").await?.is_none().then_some(()));
    atlas.page.until("no filter is in force", gone).await?;
    assert_eq!(note(&atlas).await?, "");
    // 28 of the 135 are Metro locations.
    atlas.page.find("button", "Location 107").await?;
    atlas.page.find("button", "Metro 28").await?;
    atlas.drawn().await?;
    let (x, y) = atlas.point_of("marseille").await?;
    atlas.page.click_at(x, y).await?;
    atlas.wait_for_address("at", "marseille").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_stays_on_the_map_whatever_is_filtered() -> Outcome<()> {
    let atlas = Atlas::open("#at=marseille&sku=standard&only=country:NL").await?;
    wait_for_note(&atlas, "3 of 135 locations").await?;
    atlas.page.find("heading", "Marseille").await?;
    assert_eq!(atlas.address("only").await?.as_deref(), Some("country:NL"), "the page carries the filters along");
    atlas.page.click("button", "Premium").await?;
    atlas.wait_for_address("sku", "premium").await?;
    assert_eq!(atlas.address("only").await?.as_deref(), Some("country:NL"));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_count_and_narrow_by_mouse_and_go_back_step_by_step() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.click("button", "Filters").await?;
    atlas.page.find("heading", "Filters").await?;
    // 28 Metro locations; 6 locations have no Direct ports, and 2 of those are not documented.
    atlas.page.click("checkbox", "Zone 4 1").await?;
    wait_for_note(&atlas, "1 of 135 locations, +2 not documented").await?;
    atlas.wait_for_address("only", "zone:4").await?;
    atlas.page.click("checkbox", "Zone 3 13").await?;
    wait_for_note(&atlas, "14 of 135 locations").await?;
    // Under these zones the other groups count anew, and the group itself does not.
    atlas.page.find("checkbox", "Zone 3 13").await?;
    let none =
        "return document.querySelector('input[name=country][value=NL]').parentElement.querySelector('b').textContent;";
    assert_eq!(atlas.page.script(none, Vec::new()).await?, "0", "no Dutch location is in zones 3 and 4");
    atlas.back().await?;
    wait_for_note(&atlas, "1 of 135").await?;
    let checked = "return [...document.querySelectorAll('#answer input:checked')].map((it) => it.value).join();";
    assert_eq!(atlas.page.script(checked, Vec::new()).await?, "4", "the panel follows the history");
    atlas.forward().await?;
    wait_for_note(&atlas, "14 of 135").await?;
    atlas.page.click("button", "Take back Pricing zone: Zone 4").await?;
    atlas.wait_for_address("only", "zone:3").await?;
    atlas.page.click("button", "Clear all").await?;
    atlas.page.wait_for_text("135 of 135 locations").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_is_found_among_many_by_keys_alone_and_a_reload_keeps_it() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.tab_to("Filters").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.find("heading", "Filters").await?;
    let focused = async || Ok((atlas.page.focused().await? == "Filters").then_some(()));
    atlas.page.until("the focus goes to the panel", focused).await?;
    atlas.tab_to("Provider").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.tab_to("Find in Provider").await?;
    atlas.page.type_text("kinx").await?;
    atlas.page.press(&[key::TAB]).await?;
    atlas.page.press(&[' ']).await?;
    atlas.wait_for_address("only", "provider:kinx").await?;
    let told = note(&atlas).await?;
    assert!(told.contains(" of 135 locations"), "{told}");
    atlas.reload().await?;
    wait_for_note(&atlas, told.split(" of ").next().unwrap_or_default()).await?;
    atlas.page.find("button", "Take back Provider: KINX").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_is_looked_for_among_what_is_left() -> Outcome<()> {
    // Rotterdam: without a filter Amsterdam is nearest.
    let atlas = Atlas::open("#find=city:51.9225,4.4792&only=country:DE").await?;
    let best = async || {
        let text = atlas.page.text_of("list", "Nearest").await.unwrap_or_default();
        Ok(text.starts_with("Frankfurt").then_some(()))
    };
    atlas.page.until("the nearest in Germany is Frankfurt", best).await?;
    atlas.page.wait_for_text("that meet the filters").await?;
    atlas.page.click("button", "Clear all filters").await?;
    let best = async || Ok(atlas.page.text_of("list", "Nearest").await?.starts_with("Amsterdam").then_some(()));
    atlas.page.until("without filters it is Amsterdam", best).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_opened_beside_what_is_chosen_and_give_it_back() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=premium").await?;
    atlas.page.find("complementary", SHEET).await?;
    let opened = async || {
        atlas.page.click("button", "Filters").await?;
        atlas.page.find("heading", "Filters").await?;
        assert_eq!(atlas.page.count("complementary", SHEET).await?, 0, "the panel lies over the sheet");
        assert_eq!(atlas.address("at").await?.as_deref(), Some("amsterdam"), "the map keeps the location");
        Ok::<(), String>(())
    };
    let is_back = async || {
        atlas.page.find("complementary", SHEET).await?;
        atlas.page.find("heading", "Amsterdam").await?;
        assert_eq!(atlas.page.count("heading", "Filters").await?, 0);
        assert_eq!(atlas.address("find").await?, None);
        assert_eq!(atlas.address("sku").await?.as_deref(), Some("premium"));
        Ok::<(), String>(())
    };
    opened().await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    is_back().await?;
    opened().await?;
    atlas.page.click("button", "Close").await?;
    is_back().await?;
    opened().await?;
    atlas.back().await?;
    is_back().await?;
    atlas.forward().await?;
    atlas.page.find("heading", "Filters").await?;
    // Who chooses another location meanwhile wants to read about that.
    atlas.click_location("brussels").await?;
    atlas.page.find("complementary", SHEET).await?;
    atlas.page.find("heading", "Brussels").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_lie_over_an_answer_and_lead_back_to_it() -> Outcome<()> {
    let question = "city:51.9225,4.4792;sku:standard";
    let atlas = Atlas::open(&format!("#find={question}")).await?;
    atlas.page.find("heading", "Rotterdam").await?;
    atlas.page.click("button", "Filters").await?;
    atlas.wait_for_address("find", &format!("filters;over:{question}")).await?;
    atlas.page.click("checkbox", "Zone 3 13").await?;
    atlas.wait_for_address("only", "zone:3").await?;
    atlas.reload().await?;
    atlas.page.find("heading", "Filters").await?;
    atlas.page.click("button", "Close").await?;
    atlas.wait_for_address("find", question).await?;
    atlas.page.find("heading", "Rotterdam").await?;
    atlas.page.wait_for_text("Among 13 of 135 locations").await?;
    atlas.page.click("button", "Take back Pricing zone: Zone 3").await?;
    let best = async || Ok(atlas.page.text_of("list", "Nearest").await?.starts_with("Amsterdam").then_some(()));
    atlas.page.until("without the filter it is Amsterdam", best).await?;
    atlas.back().await?;
    atlas.page.wait_for_text("Among 13 of 135 locations").await?;
    atlas.back().await?;
    atlas.page.find("heading", "Filters").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_of_an_older_link_is_a_filter() -> Outcome<()> {
    // Lyon; Geneva is nearer than Marseille, but DE-CIX is not there.
    let atlas = Atlas::open("#find=city:45.7485,4.8467;provider:de-cix;sku:standard&only=metro:no").await?;
    atlas.wait_for_address("only", "provider:de-cix;metro:no").await?;
    atlas.wait_for_address("find", "city:45.7485,4.8467;sku:standard").await?;
    let best = async |start: &str| {
        let begins = async || Ok(atlas.page.text_of("list", "Nearest").await?.starts_with(start).then_some(()));
        atlas.page.until(&format!("the nearest is {start}"), begins).await
    };
    best("Marseille").await?;
    atlas.page.click("button", "Take back Provider: DE-CIX").await?;
    best("Geneva").await?;
    atlas.wait_for_address("only", "metro:no").await?;
    atlas.page.click("button", "Clear all").await?;
    let gone = async || Ok(atlas.address("only").await?.is_none().then_some(()));
    atlas.page.until("no filter is in force", gone).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cloud_counts_its_own_locations() -> Outcome<()> {
    let atlas = Atlas::open("#only=direct:yes").await?;
    wait_for_note(&atlas, "127 of 135 locations, +2 not documented").await?;
    atlas.choose_option("Cloud", "China").await?;
    wait_for_note(&atlas, "4 of 4 locations").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_panel_is_accessible() -> Outcome<()> {
    for (scheme, taste) in
        [(Scheme::Dark, Taste::default()), (Scheme::Light, Taste::default()), (Scheme::Dark, Taste::phone())]
    {
        let address = "#find=filters&only=provider:equinix;direct:yes";
        let atlas = Atlas::open_as(address, Taste { scheme, reduced_motion: true, ..taste }).await?;
        wait_for_note(&atlas, "").await?;
        atlas.page.find("heading", "Filters").await?;
        atlas.drawn().await?;
        assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}");
        atlas.close().await?;
    }
    Ok(())
}

//! Every answer of the finder has an address of its own: it opens what it names, and back and forward move between them.
//! Cards show every fact of a thing, are copied, and errors in them are reported.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::input::key;
use expressroute_e2e::taste::{Scheme, Taste};

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
    atlas.choose_option("SKU up to", "Local").await?;
    atlas.wait_for_address("find", "point:51.9200,4.4800;sku:local").await?;
    let focused = "return document.activeElement.name;";
    assert_eq!(atlas.page.script(focused, Vec::new()).await?, "sku", "the control keeps the focus");
    atlas.reload().await?;
    atlas.page.find("heading", "Nearest").await?;
    let chosen = "return document.querySelector('select[name=sku]').value;";
    assert_eq!(atlas.page.script(chosen, Vec::new()).await?, "local");
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
    atlas.page.find("complementary", SHEET).await?;
    assert_eq!(atlas.page.count("complementary", "Answer").await?, 0, "the sheet lies over it");
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

/// Makes the page's clipboard one that a test can read, in the page's own world.
const CLIPBOARD: &str = "const page = window.wrappedJSObject ?? window;
    page.copiedText = '';
    const keep = (text) => { page.copiedText = text; return page.Promise.resolve(); };
    // Firefox runs what its driver sends in a world of its own.
    const given = window.wrappedJSObject ? exportFunction(keep, page) : keep;
    page.navigator.clipboard.writeText = given;";

async fn copied(atlas: &Atlas) -> Outcome<String> {
    let text = async || {
        let text = atlas.page.script("return (window.wrappedJSObject ?? window).copiedText ?? '';", Vec::new()).await?;
        Ok(text.as_str().filter(|it| !it.is_empty()).map(str::to_owned))
    };
    atlas.page.until("something is copied", text).await
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_lead_to_everything_they_touch() -> Outcome<()> {
    let atlas = Atlas::open("#find=provider:equinix").await?;
    wait_for_answer(&atlas, "Equinix").await?;
    atlas.go("#find=location:amsterdam").await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    // Who is there, with the status, is a list of its own.
    let providers = atlas.page.text_of("list", "providers, available").await?;
    assert!(providers.contains("Equinix") && providers.contains("Megaport"), "{providers}");
    for (link, title) in [
        ("Amsterdam Metro", "Amsterdam Metro"),
        ("Equinix AM5", "Equinix AM5"),
        ("Europe", "Europe"),
        ("Germany", "Germany"),
    ] {
        atlas.page.click("link", link).await?;
        wait_for_answer(&atlas, title).await?;
    }
    atlas.back().await?;
    wait_for_answer(&atlas, "Europe").await?;
    atlas.page.click("link", "UK South").await?;
    wait_for_answer(&atlas, "UK South").await?;
    // Its pair.
    atlas.page.click("link", "UK West").await?;
    wait_for_answer(&atlas, "UK West").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_leads_to_the_card_by_keys_and_the_card_back_to_the_map() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=premium&projection=globe").await?;
    atlas.page.find("link", "All facts").await?;
    atlas.tab_to("All facts").await?;
    atlas.page.press(&[key::ENTER]).await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    assert_eq!(atlas.address("projection").await?.as_deref(), Some("globe"), "the rest of the address stays");
    let there = async || Ok((atlas.page.focused().await? == "Amsterdam").then_some(()));
    atlas.page.until("the focus goes to the card", there).await?;
    atlas.tab_to("Show on the map").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("at", "amsterdam").await?;
    atlas.page.find("complementary", SHEET).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_copied_with_its_sources_and_dates() -> Outcome<()> {
    let atlas = Atlas::open("#find=location:amsterdam").await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    atlas.page.click("button", "Copy as text").await?;
    atlas.wait_until_announced("Copied").await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Amsterdam\nPeering location in The Netherlands\n"), "{text}");
    for part in ["- Facility: Equinix AM5", "28 Apr 2026", "#find=location:amsterdam"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    atlas.page.script("(window.wrappedJSObject ?? window).copiedText = '';", Vec::new()).await?;
    atlas.page.click("button", "Copy as Markdown").await?;
    let text = copied(&atlas).await?;
    assert!(text.contains("| Facility | Equinix AM5 | LOC, 28 Apr 2026 |"), "{text}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_a_location_is_copied_as_it_answers() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=local").await?;
    atlas.page.find("complementary", SHEET).await?;
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    // Nothing of the finder is there before the press.
    atlas.page.click("button", "Copy as text").await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Amsterdam, Local\n") && text.contains("1 reachable\n- West Europe: "), "{text}");
    assert!(text.contains("\n4 announced. Not in use yet"), "{text}");
    atlas.wait_until_announced("Copied").await?;
    atlas.page.script("(window.wrappedJSObject ?? window).copiedText = '';", Vec::new()).await?;
    atlas.page.click("switch", "Global Reach").await?;
    atlas.page.click("radio", "Standard:").await?;
    atlas.wait_for_address("sku", "standard").await?;
    atlas.page.click("button", "Copy as Markdown").await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("# Global Reach from Amsterdam, Standard\n"), "{text}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_refuses_to_copy_leaves_the_text_to_be_copied_by_hand() -> Outcome<()> {
    let atlas = Atlas::open("#find=region:uksouth").await?;
    wait_for_answer(&atlas, "UK South").await?;
    let refuse = "const page = window.wrappedJSObject ?? window;
        const no = () => page.Promise.reject('no');
        page.navigator.clipboard.writeText = window.wrappedJSObject ? exportFunction(no, page) : no;";
    atlas.page.script(refuse, Vec::new()).await?;
    atlas.page.click("button", "Copy as text").await?;
    atlas.wait_until_announced("The browser refuses to copy.").await?;
    atlas.page.find("textbox", "The text to copy").await?;
    let selected = "const field = document.activeElement;
        return field.value?.slice(field.selectionStart, field.selectionEnd) ?? '';";
    let whole = async || {
        let text = atlas.page.script(selected, Vec::new()).await?;
        Ok(text.as_str().is_some_and(|it| it.starts_with("UK South\n") && it.contains("Sources")).then_some(()))
    };
    atlas.page.until("all of the text is selected", whole).await?;
    atlas.close().await
}

/// Forgets what was copied.
async fn forget(atlas: &Atlas) -> Outcome<()> {
    atlas.page.script("(window.wrappedJSObject ?? window).copiedText = '';", Vec::new()).await.map(|_| ())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_reported_in_one_fact_by_mouse_and_by_keys() -> Outcome<()> {
    let atlas = Atlas::open("#find=location:brussels").await?;
    wait_for_answer(&atlas, "Brussels").await?;
    // Both sides of a disagreement stand beside each other.
    let told = atlas.page.text_of("complementary", "Answer").await?;
    for side in ["no Local region in the location list", "Local to Belgium Central in the row of Brussels Metro"] {
        assert!(told.contains(side), "{told}");
    }
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    atlas.page.click("button", "Report an error in: Facility").await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Error in: Facility\n"), "{text}");
    for part in ["\nValue: Digital Realty BRU4\n", "28 Apr 2026", "\nAddress: http", "#find=location:brussels\n"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("Pricing zone"), "no other fact: {text}");
    atlas.wait_until_announced("Report copied. Send it as the project’s file CONTRIBUTING.md says.").await?;
    forget(&atlas).await?;
    atlas.tab_to("Report an error in: Pricing zone").await?;
    atlas.page.press(&[key::ENTER]).await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Error in: Pricing zone\n") && text.contains("\nValue: 1\n"), "{text}");
    forget(&atlas).await?;
    atlas.page.click("button", "Report an error in: Brussels: Local column").await?;
    let text = copied(&atlas).await?;
    assert!(text.contains("\nLOC: no Local region in the location list\n"), "{text}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_shows_the_marks_of_its_rows_when_an_error_in_it_is_to_be_reported() -> Outcome<()> {
    let atlas = Atlas::open("#find=location:amsterdam").await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    let list = "Report an error in: Providers of Amsterdam";
    let row = "Report an error in: Megaport";
    assert_eq!(atlas.page.count("button", row).await?, 0, "a list is calm until it is asked");
    atlas.page.click("button", list).await?;
    atlas.wait_until_announced("Press the mark at the end of the row that is wrong").await?;
    atlas.page.click("button", row).await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Error in: Megaport\n") && text.contains("\nList: 28 providers, available."), "{text}");
    forget(&atlas).await?;
    atlas.page.click("button", "Report the whole list").await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Error in: Providers of Amsterdam\n") && text.contains("\n- Megaport\n"), "{text}");
    atlas.page.click("button", list).await?;
    assert_eq!(atlas.page.count("button", row).await?, 0, "and is calm again");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_reported_in_a_row_of_the_nearest() -> Outcome<()> {
    let atlas = Atlas::open("#find=point:51.9200,4.4800&only=country:NL,BE").await?;
    atlas.page.find("heading", "Alternatives").await?;
    atlas.page.script(CLIPBOARD, Vec::new()).await?;
    let row = "Report an error in: Brussels";
    assert_eq!(atlas.page.count("button", row).await?, 0, "the list is calm until it is asked");
    atlas.page.click("button", "Report an error in: Alternatives").await?;
    atlas.wait_until_announced("Press the mark at the end of the row that is wrong").await?;
    atlas.page.click("button", row).await?;
    let text = copied(&atlas).await?;
    assert!(text.starts_with("Error in: Brussels") && text.contains("\nList: Alternatives\n"), "{text}");
    for part in
        [" km, ", " ms estimated\n", "\nMethod: ", "28 Apr 2026", "#find=point:51.9200,4.4800&only=country:NL,BE\n"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fact_of_a_card_shows_every_document_and_its_date() -> Outcome<()> {
    let atlas = Atlas::open("#find=location:amsterdam").await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    let told = atlas.page.text_of("complementary", "Answer").await?;
    let facts = told.split("1 reached with Local").next().unwrap_or_default();
    let (values, documents) = facts.split_once("ExpressRoute peering locations").ok_or("no documents")?;
    // The list, the geopolitical table, the rules, the Metro page and the list of buildings.
    for date in ["28 Apr 2026", "2 Nov 2025", "31 Mar 2026", "16 Jul 2024", "6 May 2026", "24 May 2020"] {
        assert!(values.contains(date), "{date} is not beside a fact: {values}");
        assert!(documents.contains(date), "{date} is not below the facts: {documents}");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_stays_as_it_was_left_when_the_cities_come() -> Outcome<()> {
    let atlas = Atlas::open("#find=location:amsterdam").await?;
    wait_for_answer(&atlas, "Amsterdam").await?;
    // The name that the list of cities has for the country: it was there once.
    atlas.page.find("link", "The Netherlands").await?;
    atlas.page.click("button", "16 more with Standard").await?;
    atlas.page.click("button", "4 announced").await?;
    let colt = "[...document.querySelectorAll('#answer .row-name')].find((it) => it.textContent.trim() === 'Colt')";
    atlas.page.script(&format!("{colt}.closest('a, button').focus();"), Vec::new()).await?;
    let left = "const aside = document.querySelector('#answer aside');
        const open = [...aside.querySelectorAll('details')].map((it) => it.open).join();
        return `${open} ${Math.round(aside.scrollTop)} ${document.activeElement.textContent.trim()}`;";
    let before = atlas.page.script(left, Vec::new()).await?;
    assert!(
        before.as_str().is_some_and(|it| it.ends_with("Colt") && it.starts_with("true,false,false,true,")),
        "{before}"
    );
    let again = "const page = window.wrappedJSObject ?? window;
        page.addEventListener('atlas-cities', () => page.document.body.setAttribute('data-came', ''));
        page.dispatchEvent(new page.Event('atlas-ask-cities'));";
    atlas.page.script(again, Vec::new()).await?;
    let came = "document.body.hasAttribute('data-came')";
    atlas.page.wait_until("the cities came", came).await?;
    atlas.drawn().await?;
    assert_eq!(atlas.page.script(left, Vec::new()).await?, before);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_are_accessible() -> Outcome<()> {
    for (scheme, taste) in
        [(Scheme::Dark, Taste::default()), (Scheme::Light, Taste::default()), (Scheme::Dark, Taste::phone())]
    {
        let atlas = Atlas::open_as("#find=location:brussels", Taste { scheme, reduced_motion: true, ..taste }).await?;
        for (address, title) in [
            ("location:brussels", "Brussels"),
            ("region:uksouth", "UK South"),
            ("provider:megaport", "Megaport"),
            ("area:europe", "Europe"),
            ("country:KE", "Kenya"),
            ("facility:equinix-am5", "Equinix AM5"),
        ] {
            atlas.go(&format!("#find={address}")).await?;
            wait_for_answer(&atlas, title).await?;
            atlas.drawn().await?;
            assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, {title}");
        }
        atlas.close().await?;
    }
    Ok(())
}

//! Nearest from anywhere: a click, a key or the device's own place.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP};
use expressroute_e2e::driver::Engine;
use expressroute_e2e::input::key;
use serde_json::json;
use std::time::Duration;

/// A place in the empty ocean, south-west of the Azores.
const OCEAN: (f64, f64) = (33.0, -40.0);

/// In place of the browser's own: hears of nobody, and answers with what stands in `told`.
const DEVICE: &str = "const [told] = arguments;
    // Firefox runs what its driver sends beside the page, with a window of its own around the page's.
    const page = window.wrappedJSObject ?? window;
    page.asked = 0;
    const getCurrentPosition = (found, failed) => {
      page.asked += 1;
      typeof told === 'number' ? failed({ code: told }) : found({ coords: told });
    };
    page.Object.defineProperty(page.navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } });";
const ASKED: &str = "return (window.wrappedJSObject ?? window).asked;";

/// The latitude and longitude in the address.
async fn asked_point(atlas: &Atlas) -> Outcome<(f64, f64)> {
    let point = async || Ok(atlas.address("find").await?.filter(|it| it.starts_with("point:")));
    let told = atlas.page.until("the address asks about a point", point).await?;
    let numbers: Vec<f64> = told["point:".len()..].split([',', ';']).filter_map(|it| it.parse().ok()).collect();
    numbers.first().copied().zip(numbers.get(1).copied()).ok_or_else(|| format!("no point in {told}"))
}

async fn ocean(atlas: &Atlas) -> Outcome<(i32, i32)> {
    let (x, y) = atlas.point_at(OCEAN.0, OCEAN.1).await?;
    Ok((x.round() as i32, y.round() as i32))
}

fn is_near((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> bool {
    (lat - other_lat).abs() < 1.5 && (lon - other_lon).abs() < 1.5
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_and_goes_moves_nothing_on_the_map() -> Outcome<()> {
    let atlas = Atlas::open("#view=48,6,1600").await?;
    let before = atlas.point_of("marseille").await?;
    let stays = async |when: &str| {
        let there = async || {
            let (x, y) = atlas.point_of("marseille").await?;
            // The address has four decimals of a degree.
            Ok((f64::from(x - before.0).hypot(f64::from(y - before.1)) < 2.0).then_some(()))
        };
        atlas.page.until(&format!("Marseille is where it was, {when}"), there).await
    };
    atlas.page.click("button", "Filters").await?;
    atlas.page.find("heading", "Filters").await?;
    stays("opened").await?;
    atlas.reload().await?;
    atlas.page.find("heading", "Filters").await?;
    stays("loaded again").await?;
    atlas.page.click("button", "Close").await?;
    let gone = async || Ok(atlas.address("find").await?.is_none().then_some(()));
    atlas.page.until("the answer is closed", gone).await?;
    stays("closed").await?;
    // It is really there: a click takes it.
    atlas.page.click_at(before.0, before.1).await?;
    atlas.wait_for_address("at", "marseille").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_an_empty_place_asks_what_is_nearest_and_escape_closes_it() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    let (x, y) = ocean(&atlas).await?;
    atlas.page.click_at(x, y).await?;
    let found = asked_point(&atlas).await?;
    assert!(is_near(found, OCEAN), "{found:?}");
    // By the globe the nearest of all are those of Iberia and of the North American coast.
    let best = atlas.page.text_of("list", "Nearest").await?;
    assert!(
        ["Lisbon", "Madrid", "Quebec", "New York", "Montreal", "Newport"].iter().any(|it| best.starts_with(it)),
        "{best}"
    );
    assert_eq!(
        atlas.page.script("return document.querySelectorAll('#answer .nearest .row').length;", Vec::new()).await?,
        4
    );
    // Another click asks about another place, and Back leads to the first.
    atlas.page.click_at(x, y + 60).await?;
    let moved =
        async || Ok((!is_near(asked_point(&atlas).await?, found) || asked_point(&atlas).await? != found).then_some(()));
    atlas.page.until("the point has moved", moved).await?;
    atlas.back().await?;
    let again = async || Ok((asked_point(&atlas).await? == found).then_some(()));
    atlas.page.until("the first point is asked about again", again).await?;
    atlas.tab_to("Close").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    let closed = async || Ok(atlas.address("find").await?.is_none().then_some(()));
    atlas.page.until("the answer is closed", closed).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_beside_a_chosen_location_takes_nothing_away_and_the_other_button_asks() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.click_location("london").await?;
    let (x, y) = ocean(&atlas).await?;
    atlas.page.click_at(x, y).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(atlas.address("at").await?.as_deref(), Some("london"));
    assert_eq!(atlas.address("find").await?, None);
    atlas.page.right_click_at(x, y).await?;
    let found = asked_point(&atlas).await?;
    assert!(is_near(found, OCEAN), "{found:?}");
    assert_eq!(atlas.address("at").await?, None, "the answer takes the place of the sheet");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_zooms_and_asks_nothing() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    let (x, y) = ocean(&atlas).await?;
    atlas.page.double_click_at(x, y).await?;
    let zoomed = async || Ok(atlas.address("view").await?.map(|_| ()));
    atlas.page.until("the map is zoomed", zoomed).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(atlas.address("find").await?, None);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_on_the_map_asks_for_its_middle_and_leads_to_the_answer() -> Outcome<()> {
    let atlas = Atlas::open("#view=33,-40,400").await?;
    atlas.tab_to(MAP).await?;
    atlas.page.press(&['n']).await?;
    let found = asked_point(&atlas).await?;
    assert!(is_near(found, OCEAN), "{found:?}");
    let there = async || Ok(atlas.page.focused().await?.contains('°').then_some(()));
    atlas.page.until("the keyboard is at the answer", there).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planner_keeps_its_clicks() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_planner().await?;
    let (x, y) = ocean(&atlas).await?;
    atlas.page.click_at(x, y).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(atlas.address("find").await?, None);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_device_is_asked_only_when_the_button_is_pressed_and_its_place_is_roughened() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.script(DEVICE, vec![json!({ "latitude": 51.92251, "longitude": 4.47917 })]).await?;
    atlas.open_finder().await?;
    atlas.wait_for_first("Nearest to where I am; ").await?;
    assert_eq!(atlas.page.script(ASKED, Vec::new()).await?, 0);
    atlas.page.press(&[key::DOWN]).await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("find", "point:51.9200,4.4800").await?;
    let best = atlas.page.text_of("list", "Nearest").await?;
    assert!(best.starts_with("Amsterdam"), "{best}");
    assert_eq!(atlas.page.script(ASKED, Vec::new()).await?, 1);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_refusal_is_told_with_what_to_do() -> Outcome<()> {
    let atlas = Atlas::open("#find=point:51.9200,4.4800").await?;
    // The codes of the standard: refused, unavailable, too late.
    for (code, says) in [
        (1, "The browser does not tell this page where you are. Allow the location"),
        (2, "The device does not know where it is."),
        (3, "within ten seconds. Press again"),
    ] {
        atlas.page.script(DEVICE, vec![json!(code)]).await?;
        atlas.page.click("button", "Nearest to where I am").await?;
        atlas.page.wait_for_text(says).await?;
    }
    assert_eq!(atlas.address("find").await?.as_deref(), Some("point:51.9200,4.4800"), "the answer stays");
    atlas.close().await
}

/// The browser's own way, where its driver can grant and place it: Chromium.
#[tokio::test(flavor = "multi_thread")]
async fn the_browser_itself_grants_and_refuses() -> Outcome<()> {
    if Engine::chosen()? != Engine::Chromium {
        return Ok(());
    }
    let atlas = Atlas::open("").await?;
    let origin = atlas.page.script("return location.origin;", Vec::new()).await?;
    let allow = json!({ "origin": origin, "permission": { "name": "geolocation" }, "setting": "granted" });
    atlas.page.driver.devtools("Browser.setPermission", allow).await?;
    let place = json!({ "latitude": -33.8688, "longitude": 151.2093, "accuracy": 50 });
    atlas.page.driver.devtools("Emulation.setGeolocationOverride", place).await?;
    atlas.open_finder().await?;
    atlas.wait_for_first("Nearest to where I am; ").await?;
    atlas.page.click("option", "Nearest to where I am").await?;
    atlas.wait_for_address("find", "point:-33.8700,151.2100").await?;
    let best = atlas.page.text_of("list", "Nearest").await?;
    assert!(best.starts_with("Sydney"), "{best}");
    let deny = json!({ "origin": origin, "permission": { "name": "geolocation" }, "setting": "denied" });
    atlas.page.driver.devtools("Browser.setPermission", deny).await?;
    // A place that the page may still know from before is given again without a question.
    atlas.reload().await?;
    atlas.page.click("button", "Nearest to where I am").await?;
    atlas.page.wait_for_text("Allow the location for this site").await?;
    atlas.close().await
}

//! The search box and the answers about what is found, typed as a person types.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, SHEET};
use expressroute_e2e::input::key;
use expressroute_e2e::taste::{Scheme, Taste};

/// What is typed, and how the first option begins.
const TYPED: [(&str, &str); 11] = [
    ("frankfrut", "Frankfurt; Peering location, Germany"),
    ("sao paolo", "Sao Paulo; Peering location, Brazil"),
    ("wdc", "Washington DC; Peering location, United States"),
    ("ashburn", "Ashburn; City, Virginia, United States"),
    ("equinix am5", "Equinix AM5; Facility, Amsterdam"),
    ("LD5", "Equinix LD5; Facility, London"),
    // 22 and 54 minutes are 22/60 and 54/60 of a degree.
    ("52°22'N 4°54'E", "52.3667° N, 4.9000° E; Coordinates"),
    ("jp east", "Japan East; Azure region, Japan"),
    ("megaport", "Megaport; Provider"),
    ("quebec", "Quebec City; Peering location, Canada"),
    ("35.68,139.76", "35.6800° N, 139.7600° E; Coordinates"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_is_found_first() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    for (typed, first) in TYPED {
        atlas.search_for(typed).await?;
        atlas.wait_for_first(first).await?;
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn arrows_move_through_the_list_and_enter_takes_what_is_active() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.search_for("amsterdam").await?;
    atlas.wait_for_first("Amsterdam; Peering location").await?;
    let active = "const field = document.querySelector('.search input');
        const id = field.getAttribute('aria-activedescendant');
        return field.getAttribute('aria-expanded') + ' ' + document.getElementById(id)?.querySelector('.found-name').textContent
          + ' ' + document.querySelectorAll('#found [aria-selected=true]').length;";
    let told = async || {
        Ok::<String, String>(atlas.page.script(active, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(told().await?, "true Amsterdam 1");
    atlas.page.press(&[key::DOWN]).await?;
    assert_eq!(told().await?, "true Amsterdam2 1");
    atlas.page.press(&[key::UP]).await?;
    assert_eq!(told().await?, "true Amsterdam 1");
    atlas.page.press(&[key::DOWN]).await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("at", "amsterdam2").await?;
    atlas.page.find("heading", "Amsterdam2").await?;
    assert_eq!(atlas.first_found().await?, "", "the list is closed");
    atlas.close().await
}

/// Holds the list of cities back until `letCitiesCome` is called.
const HOLD: &str = "const page = window.wrappedJSObject ?? window;
    const fetch = page.fetch.bind(page);
    page.fetch = (file) => !/cities/.test(file) ? fetch(file)
      : new page.Promise((go) => { page.letCitiesCome = () => go(fetch(file)); });";
const LET_COME: &str = "(window.wrappedJSObject ?? window).letCitiesCome();";
const LISTED: &str =
    "return [...document.querySelectorAll('#found .found-told')].map((it) => it.textContent).join('; ');";
const ACTIVE: &str = "const id = document.querySelector('.search input').getAttribute('aria-activedescendant');
    return document.getElementById(id)?.querySelector('.found-name').textContent ?? '';";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_gone_to_stays_when_more_is_found() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.script(HOLD, Vec::new()).await?;
    atlas.open_finder().await?;
    atlas.search_for("amsterdam").await?;
    atlas.wait_for_first("Amsterdam; Peering location").await?;
    atlas.page.press(&[key::DOWN]).await?;
    assert_eq!(atlas.page.script(ACTIVE, Vec::new()).await?, "Amsterdam2");
    atlas.page.script(LET_COME, Vec::new()).await?;
    let has_city = async || {
        let told = atlas.page.script(LISTED, Vec::new()).await?;
        Ok(told.as_str().is_some_and(|it| it.contains("City, ")).then_some(()))
    };
    atlas.page.until("the cities are found, too", has_city).await?;
    assert_eq!(atlas.page.script(ACTIVE, Vec::new()).await?, "Amsterdam2");
    atlas.page.press(&[key::ENTER]).await?;
    atlas.wait_for_address("at", "amsterdam2").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_closes_the_list_first_and_then_empties_the_box() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.search_for("oslo").await?;
    atlas.wait_for_first("Oslo; ").await?;
    let value = "return document.querySelector('.search input').value;";
    atlas.page.press(&[key::ESCAPE]).await?;
    assert_eq!(atlas.first_found().await?, "");
    assert_eq!(atlas.page.script(value, Vec::new()).await?, "oslo");
    atlas.page.press(&[key::ESCAPE]).await?;
    assert_eq!(atlas.page.script(value, Vec::new()).await?, "");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_an_option_takes_it() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.search_for("LD5").await?;
    atlas.wait_for_first("Equinix LD5").await?;
    atlas.page.click("option", "Equinix LD5").await?;
    // The building of London.
    atlas.wait_for_address("at", "london").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_to_a_city_is_found_by_keys_alone() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("rotterdam", "Rotterdam; City, The Netherlands").await?;
    atlas.page.find("heading", "Rotterdam").await?;
    assert_eq!(atlas.page.focused().await?, "Rotterdam", "the focus goes to the answer");
    let best = atlas.page.text_of("list", "Nearest").await?;
    assert!(best.starts_with("Amsterdam"), "{best}");
    let others = atlas.page.text_of("list", "Alternatives").await?;
    // By the map: Brussels 120 km, London 310, Frankfurt 360.
    let places: Vec<Option<usize>> = ["Brussels", "London", "Frankfurt"].iter().map(|it| others.find(it)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{others}");
    // The view shows Rotterdam and Amsterdam, and a line leads from one to the other.
    let lines = "return (document.querySelector('.answer-line')?.getAttribute('d').match(/M/g) ?? []).length;";
    let four = async || Ok((atlas.page.script(lines, Vec::new()).await? == 4).then_some(()));
    atlas.page.until("four lines are drawn", four).await?;
    atlas.tab_to("Amsterdam").await?;
    atlas.page.press(&[key::ENTER]).await?;
    let chosen = async || Ok(atlas.address("at").await?.filter(|it| it.starts_with("amsterdam")));
    atlas.page.until("a location of Amsterdam is chosen", chosen).await?;
    atlas.page.find("complementary", SHEET).await?;
    // Its sheet lies over the answer; when that is closed, the answer shows again.
    atlas.page.click("button", "Close").await?;
    atlas.page.find("heading", "Rotterdam").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_to_coordinates_is_found_by_keys_alone() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("35,68 139,76", "35.6800° N, 139.7600° E").await?;
    let best = atlas.page.text_of("list", "Nearest").await?;
    assert!(best.starts_with("Tokyo"), "{best}");
    atlas.page.press(&[key::ESCAPE]).await?;
    assert_eq!(atlas.page.count("heading", "35.6800").await?, 0, "Escape closes the answer");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_on_to_a_region_decides_when_one_is_named() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("rotterdam", "Rotterdam; City").await?;
    atlas.pick("On to", "uk south", "UK South").await?;
    atlas.page.find("heading", "Best on the whole way").await?;
    let best = atlas.page.text_of("list", "Best on the whole way").await?;
    assert!(best.contains("on to UK South"), "{best}");
    // UK South is a region of Europe, so a Standard circuit reaches it from every metro nearby.
    assert!(best.contains("with Standard") || best.contains("with Local"), "{best}");
    // KINX is in Korea alone.
    atlas.page.click("link", "Filter by provider").await?;
    atlas.page.click("button", "Provider").await?;
    atlas.page.click("checkbox", "KINX").await?;
    atlas.wait_for_address("only", "provider:kinx").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.find("heading", "Best on the whole way").await?;
    let best = atlas.page.text_of("list", "Best on the whole way").await?;
    assert!(best.starts_with("Seoul"), "{best}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_region_tells_who_reaches_it_smallest_sku_first() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("uk south", "UK South; Azure region, United Kingdom").await?;
    // The Local column of London and of London2 names it, and no other's.
    let local = atlas.page.text_of("list", "2 reach it with Local").await?;
    assert!(local.contains("London") && local.contains("London2"), "{local}");
    atlas.page.click("button", "London2").await?;
    atlas.wait_for_address("at", "london2").await?;
    atlas.wait_for_address("sku", "local").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn providers_countries_and_geopolitical_regions_have_answers() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.find_by_keys("megaport", "Megaport; Provider").await?;
    atlas.page.find("heading", "Megaport").await?;
    assert!(atlas.page.text_of("complementary", "Answer").await?.contains("Amsterdam"));
    atlas.find_by_keys("japan", "Japan; Geopolitical region").await?;
    assert!(atlas.page.text_of("list", "2 Azure regions").await?.contains("Japan West"));
    // Kenya has no peering location.
    atlas.find_by_keys("kenya", "Kenya; Country").await?;
    atlas.page.wait_for_text("No peering location of this cloud lies here").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_that_nothing_is_called_is_said_again_as_text() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.open_finder().await?;
    atlas.search_for("<img src=x onerror=alert(1)>").await?;
    atlas.page.wait_for_text("Nothing is called “<img src=x onerror=alert(1)>”. Coordinates work too").await?;
    assert_eq!(atlas.page.script("return document.querySelectorAll('.search img').length;", Vec::new()).await?, 0);
    atlas.search_for("amsterdamned").await?;
    // Near it is whatever is named for the city.
    atlas.wait_for_first("Amsterdam").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_the_finder_is_loaded_before_someone_searches() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam").await?;
    atlas.drawn().await?;
    let loaded = |what: &str| atlas.page.site.requests().iter().filter(|it| it.contains(what)).count();
    assert_eq!((loaded("finder-"), loaded("cities-")), (0, 0));
    atlas.open_finder().await?;
    atlas.search_for("nairobi").await?;
    atlas.wait_for_first("Nairobi; City, Kenya").await?;
    // Script, styles and program; the list of cities once.
    assert_eq!((loaded("finder-"), loaded("cities-")), (3, 1));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_and_the_answers_are_accessible() -> Outcome<()> {
    for (scheme, taste) in
        [(Scheme::Dark, Taste::default()), (Scheme::Light, Taste::default()), (Scheme::Dark, Taste::phone())]
    {
        let atlas = Atlas::open_as("", Taste { scheme, reduced_motion: true, ..taste }).await?;
        atlas.open_finder().await?;
        for typed in ["frank", "xqzwv"] {
            atlas.search_for(typed).await?;
            atlas.drawn().await?;
            assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, {typed}");
        }
        for (typed, first) in [("rotterdam", "Rotterdam; City"), ("uk south", "UK South"), ("megaport", "Megaport")] {
            atlas.find_by_keys(typed, first).await?;
            atlas.drawn().await?;
            assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new(), "{scheme:?}, {typed}");
        }
        atlas.close().await?;
    }
    Ok(())
}

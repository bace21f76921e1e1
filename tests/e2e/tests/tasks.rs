//! The twenty tasks of docs/tasks.md, each done with the mouse and with the keyboard alone.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::SHEET;
use expressroute_e2e::input::key;
use expressroute_e2e::person::Person;
use expressroute_e2e::walk::Hand;
use reach::sku::Sku;

/// Central Europe, where the marks stand apart.
const EUROPE: &str = "#view=50,8,1500";

macro_rules! done_by_both_hands {
    ($($task:ident)*) => {
        mod with_the_mouse {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $task() -> expressroute_e2e::Outcome<()> {
                super::$task(expressroute_e2e::walk::Hand::Mouse).await
            })*
        }
        mod with_the_keyboard_alone {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $task() -> expressroute_e2e::Outcome<()> {
                super::$task(expressroute_e2e::walk::Hand::Keyboard).await
            })*
        }
    };
}

done_by_both_hands! {
    t01_what_standard_reaches_from_amsterdam
    t02_what_local_reaches_from_london
    t03_what_reaches_east_us_from_amsterdam
    t04_where_local_is_when_munich_has_none
    t05_what_the_documents_say_of_local_at_vienna
    t06_whether_tokyo_and_seoul_can_be_linked
    t07_whether_london_and_london2_can_be_linked
    t08_whether_cape_town_takes_part_in_global_reach
    t09_what_is_nearest_to_rotterdam
    t10_what_is_nearest_to_coordinates
    t11_where_de_cix_is_nearest_to_lyon
    t12_from_where_local_reaches_uk_south
    t13_from_where_standard_reaches_two_regions
    t14_what_reaches_regions_on_two_continents
    t15_where_a_facility_is
    t16_where_direct_is_in_germany
    t17_who_offers_circuits_at_munich
    t18_which_reached_region_is_the_farthest
    t19_what_premium_adds
    t20_what_a_circuit_of_the_us_government_cloud_reaches
}

async fn t01_what_standard_reaches_from_amsterdam(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("amsterdam", "Amsterdam").await?;
    let listed = person.atlas.regions_in("17 regions reachable").await?;
    assert_eq!(listed.len(), 17);
    person.reads(&["3 not documented, likely reachable"]).await?;
    person.atlas.close().await
}

async fn t02_what_local_reaches_from_london(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("london", "London").await?;
    person.choose_sku(Sku::Local).await?;
    assert_eq!(person.atlas.regions_in("1 region reachable").await?, ["UK South"]);
    person.atlas.close().await
}

async fn t03_what_reaches_east_us_from_amsterdam(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("amsterdam", "Amsterdam").await?;
    person.press("button", "34 need Premium").await?;
    let far = person.atlas.regions_in("34 need Premium").await?;
    assert!(far.iter().any(|it| it == "East US"), "{far:?}");
    person.atlas.close().await
}

async fn t04_where_local_is_when_munich_has_none(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("munich", "Munich").await?;
    person.choose_sku(Sku::Local).await?;
    person.reads(&["Local is not offered at Munich.", "Zurich, 234 km"]).await?;
    person.atlas.close().await
}

async fn t05_what_the_documents_say_of_local_at_vienna(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("vienna", "Vienna").await?;
    person.choose_sku(Sku::Local).await?;
    person.reads(&["By its own row Local is not offered at Vienna; another source disagrees"]).await?;
    assert_eq!(person.atlas.regions_in("1 in conflict").await?, ["Austria East"]);
    person.atlas.close().await
}

async fn t06_whether_tokyo_and_seoul_can_be_linked(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "#view=36,134,1500").await?;
    person.choose_location("tokyo", "Tokyo").await?;
    person.press("switch", "Global Reach").await?;
    person.atlas.wait_for_address("global-reach", "on").await?;
    person.press("button", "85 need Premium").await?;
    let far = person.atlas.locations_in("85 need Premium on both").await?;
    assert!(far.iter().any(|it| it == "Seoul"), "{far:?}");
    person.atlas.close().await
}

async fn t07_whether_london_and_london2_can_be_linked(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("london", "London").await?;
    person.press("switch", "Global Reach").await?;
    person.atlas.wait_for_address("global-reach", "on").await?;
    let near = person.atlas.locations_in("can be linked at Standard").await?;
    assert!(near.iter().any(|it| it == "London2"), "{near:?}");
    person.atlas.close().await
}

async fn t08_whether_cape_town_takes_part_in_global_reach(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "#view=-30,22,1000").await?;
    person.choose_location("cape-town", "Cape Town").await?;
    person.press("switch", "Global Reach").await?;
    person.atlas.wait_for_address("global-reach", "on").await?;
    person.reads(&["0 as is, 0 with Premium on both", "place not listed"]).await?;
    person.atlas.close().await
}

async fn t09_what_is_nearest_to_rotterdam(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.find("rotterdam", "Rotterdam; City").await?;
    person.list_begins("Nearest", "Amsterdam").await?;
    let others = person.list_begins("Alternatives", "Brussels").await?;
    let places: Vec<Option<usize>> = ["Brussels", "London", "Frankfurt"].iter().map(|it| others.find(it)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{others}");
    person.atlas.close().await
}

async fn t10_what_is_nearest_to_coordinates(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.find("35.68,139.76", "35.6800° N, 139.7600° E").await?;
    person.list_begins("Nearest", "Tokyo").await?;
    person.atlas.close().await
}

async fn t11_where_de_cix_is_nearest_to_lyon(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.find("lyon", "Lyon; City").await?;
    person.list_begins("Nearest", "Geneva").await?;
    person.press("link", "Filter by provider").await?;
    person.atlas.page.find("heading", "Filters").await?;
    person.press("button", "Provider").await?;
    person.press("checkbox", "DE-CIX").await?;
    person.atlas.wait_for_address("only", "provider:de-cix").await?;
    person.atlas.page.press(&[key::ESCAPE]).await?;
    person.atlas.page.find("heading", "Lyon").await?;
    person.list_begins("Nearest", "Marseille").await?;
    person.atlas.close().await
}

async fn t12_from_where_local_reaches_uk_south(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.find("uk south", "UK South; Azure region").await?;
    person.atlas.page.find("list", "2 reach it with Local").await?;
    assert_eq!(person.atlas.locations_in("2 reach it with Local").await?, ["London", "London2"]);
    person.atlas.close().await
}

async fn t13_from_where_standard_reaches_two_regions(hand: Hand) -> Outcome<()> {
    let person = asked_for(hand, ["uk south", "west europe"]).await?;
    person.reads(&["135 locations: 0 with Local, 44 with Standard, 91 with Premium."]).await?;
    person.list_begins("44 reach them all with Standard", "Brussels").await?;
    person.atlas.close().await
}

async fn t14_what_reaches_regions_on_two_continents(hand: Hand) -> Outcome<()> {
    let person = asked_for(hand, ["uk south", "east us"]).await?;
    person.reads(&["135 locations: 0 with Local, 0 with Standard, 135 with Premium."]).await?;
    person.atlas.close().await
}

async fn t15_where_a_facility_is(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.find("equinix am5", "Equinix AM5; Facility, Amsterdam").await?;
    person.atlas.page.find("heading", "Amsterdam").await?;
    let sheet = person.atlas.page.text_of("complementary", SHEET).await?;
    assert!(sheet.contains("Equinix AM5"), "{sheet}");
    person.atlas.close().await
}

async fn t16_where_direct_is_in_germany(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.press("button", "Filters").await?;
    person.atlas.page.find("heading", "Filters").await?;
    person.press("checkbox", "Yes 127").await?;
    person.atlas.wait_for_address("only", "direct:yes").await?;
    person.press("button", "Country").await?;
    person.press("checkbox", "Germany 5").await?;
    person.reads(&["5 of 135 locations"]).await?;
    person.press("button", "Table").await?;
    person.reads(&["5 rows", "Berlin", "Frankfurt", "Frankfurt Metro", "Frankfurt2", "Munich"]).await?;
    person.atlas.close().await
}

async fn t17_who_offers_circuits_at_munich(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("munich", "Munich").await?;
    person.press("link", "All facts").await?;
    let list = person.list_begins("3 providers, available", "Colt").await?;
    let names: Vec<&str> = list.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    assert_eq!(names, ["Colt", "DE-CIX", "Megaport"]);
    person.atlas.close().await
}

async fn t18_which_reached_region_is_the_farthest(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("amsterdam", "Amsterdam").await?;
    person.press("button", "Table").await?;
    person.atlas.page.find("table", "What a Standard circuit at Amsterdam reaches: 17 of 62 regions").await?;
    person.type_into("Find in the table", "reachable").await?;
    // Once for the nearest first, once more for the farthest.
    person.press("button", "km").await?;
    person.atlas.page.click("button", "km").await?;
    let first = "return document.querySelector('#table tbody tr').innerText;";
    let told = person.atlas.page.script(first, Vec::new()).await?;
    let told = told.as_str().unwrap_or_default();
    assert!(told.starts_with("Spain Central") && told.contains("1,476"), "{told}");
    person.atlas.close().await
}

async fn t19_what_premium_adds(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, EUROPE).await?;
    person.choose_location("amsterdam", "Amsterdam").await?;
    person.start("Compare two circuits").await?;
    person.atlas.page.find("heading", "Amsterdam Standard beside Amsterdam Premium").await?;
    person.reads(&["45 regions only Amsterdam Premium reaches"]).await?;
    let reached = person.atlas.page.text_of("row", "Regions reached").await?;
    assert!(reached.contains("17, and 3 likely") && reached.contains("62"), "{reached}");
    person.atlas.close().await
}

async fn t20_what_a_circuit_of_the_us_government_cloud_reaches(hand: Hand) -> Outcome<()> {
    let person = Person::at(hand, "").await?;
    person.choose("Cloud", "US Gov").await?;
    person.find("dallas", "Dallas; Peering location").await?;
    person.atlas.wait_for_address("at", "usgov-dallas").await?;
    assert_eq!(person.atlas.regions_in("5 regions reachable").await?.len(), 5);
    person.atlas.close().await
}

/// The question about two regions, begun at the empty search box.
async fn asked_for(hand: Hand, regions: [&str; 2]) -> Outcome<Person> {
    let person = Person::at(hand, "").await?;
    person.start("Reach several regions").await?;
    for region in regions {
        person.pick("Add a region or a geopolitical region", region, region).await?;
    }
    Ok(person)
}

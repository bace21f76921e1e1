//! The plan over the map: sites are drawn, and circuits and sites are brought in by hand.

use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP};
use expressroute_e2e::input::key;
use reach::geo::LonLat;
use scene::camera::Camera;
use scene::place::Place;
use serde_json::{Value, json};

/// Where a site stands that nothing else is near, and whence France Central and Marseille are in view.
const CLERMONT: (f64, f64) = (45.78, 3.09);

/// A plan with one site and two workloads, of which Standard at Marseille reaches the first.
async fn with_a_site(address: &str) -> Outcome<Atlas> {
    let atlas = Atlas::open(address).await?;
    let plan = json!({
        "format": "expressroute-atlas-plan", "version": 1, "name": "By hand",
        "sites": [{ "id": "clermont", "name": "Clermont", "latitude": CLERMONT.0, "longitude": CLERMONT.1 }],
        "workloads": [
            { "id": "erp", "kind": "region", "region": "francecentral" },
            { "id": "us", "kind": "region", "region": "eastus" },
        ],
    });
    let file = atlas.page.driver.folder.put("by-hand-before.json", &plan.to_string())?;
    atlas.open_plan(&file).await?;
    atlas.page.wait_for_text("Clermont").await?;
    Ok(atlas)
}

async fn point_of_site(atlas: &Atlas) -> Outcome<(i32, i32)> {
    let (x, y) = atlas.point_at(CLERMONT.0, CLERMONT.1).await?;
    Ok((x.round() as i32, y.round() as i32))
}

/// The plan as the page saves it. A browser that tells of the file below the page leaves the map less room afterwards, so
/// points on the screen are looked for before.
async fn saved(atlas: &Atlas) -> Outcome<Value> {
    let text = atlas.save_plan("by-hand.json").await?;
    let _ = std::fs::remove_file(atlas.page.driver.folder.path_of("by-hand.json"));
    serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))
}

/// Waits until a list of the outline has this many parts.
async fn wait_for_count(atlas: &Atlas, list: &str, count: usize) -> Outcome<()> {
    let there = async || Ok((atlas.parts(list).await?.len() == count).then_some(()));
    atlas.page.until(&format!("{count} are listed under {list}"), there).await
}

fn count(plan: &Value, list: &str) -> usize {
    plan[list].as_array().map_or(0, Vec::len)
}

/// How many pixels within a diamond's reach are bright: its lines are thin, and mixed with the dark ground.
async fn inked(atlas: &Atlas, at: (i32, i32)) -> Outcome<usize> {
    let around = atlas.page.pixels_around(&[(f64::from(at.0), f64::from(at.1))], 6.0).await?.concat();
    Ok(around.into_iter().filter(|it| it[0] > 150).count())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_drawn_from_a_site_to_a_location_is_a_circuit() -> Outcome<()> {
    let atlas = with_a_site("#page=planner&view=45,9,1500").await?;
    let (from, to) = (point_of_site(&atlas).await?, atlas.point_of("marseille").await?);
    let view = atlas.viewport().await?;
    atlas.page.drag(from, to, Duration::from_millis(300)).await?;
    wait_for_count(&atlas, "Circuits", 1).await?;
    assert_eq!(atlas.viewport().await?, view, "the map stays where it is");
    let plan = saved(&atlas).await?;
    let circuits = json!([
        { "id": "marseille", "site": "clermont", "location": "marseille", "tier": "standard", "family": "metered" },
    ]);
    assert_eq!(plan["circuits"], circuits);
    assert_eq!(plan["connections"], json!([{ "circuit": "marseille", "workload": "erp" }]));
    atlas.page.click("button", "Undo").await?;
    let plan = saved(&atlas).await?;
    assert_eq!((count(&plan, "circuits"), count(&plan, "connections")), (0, 0), "circuit and connection are one step");
    atlas.page.assert_sound().await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_to_nowhere_draws_nothing() -> Outcome<()> {
    let atlas = with_a_site("#page=planner&view=45,9,1500").await?;
    let from = point_of_site(&atlas).await?;
    atlas.page.drag(from, (from.0 - 150, from.1), Duration::from_millis(200)).await?;
    assert_eq!(count(&saved(&atlas).await?, "circuits"), 0);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_drawn_and_moves_with_the_map() -> Outcome<()> {
    let atlas = with_a_site("#page=planner&view=45,9,1500").await?;
    let before = point_of_site(&atlas).await?;
    atlas.page.until("the site is drawn", async || Ok((inked(&atlas, before).await? > 12).then_some(()))).await?;
    // From a place of the map without a mark.
    let hand = (before.0 - 120, before.1 + 10);
    atlas.page.drag(hand, (hand.0 + 60, hand.1 - 40), Duration::from_millis(300)).await?;
    let moved = async || {
        let now = point_of_site(&atlas).await?;
        Ok((now != before && inked(&atlas, now).await? > 12 && inked(&atlas, before).await? == 0).then_some(()))
    };
    atlas.page.until("the site is drawn where the map went, and nowhere else", moved).await?;
    atlas.page.click("button", "Globe").await?;
    let round = async || {
        let now = point_of_site(&atlas).await?;
        Ok((atlas.viewport().await?.globe == 1.0 && inked(&atlas, now).await? > 12).then_some(()))
    };
    atlas.page.until("the site is drawn on the globe", round).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_places_a_site_and_undo_takes_it_back() -> Outcome<()> {
    let atlas = with_a_site("#page=planner&view=45,9,1500").await?;
    let site = point_of_site(&atlas).await?;
    let at = (site.0 - 90, site.1 + 20);
    let there = atlas.viewport().await?;
    atlas.page.click("button", "Add site on the map").await?;
    atlas.page.wait_for_text("Click on the map to place the site.").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.click_at(at.0, at.1).await?;
    atlas.drawn().await?;
    wait_for_count(&atlas, "Sites", 1).await?;
    atlas.page.click("button", "Add site on the map").await?;
    atlas.page.click_at(at.0, at.1).await?;
    wait_for_count(&atlas, "Sites", 2).await?;
    assert_eq!(atlas.viewport().await?, there);
    let map = atlas.rect_of("application", MAP).await?;
    let plan = saved(&atlas).await?;
    let placed = &plan["sites"][1];
    assert_eq!((&placed["id"], &placed["name"]), (&json!("site-2"), &json!("Site 2")));
    let degrees = |name: &str| placed[name].as_f64().ok_or_else(|| format!("no {name} in {placed}"));
    let placed = LonLat::new(degrees("longitude")?, degrees("latitude")?).ok_or("no such coordinates")?;
    let shown = Camera::new(there).to_screen(&Place::at(placed)).ok_or("it lies behind the globe")?;
    let (x, y) = (shown.x + map.left, shown.y + map.top);
    assert!(
        (x - f64::from(at.0)).abs() < 2.0 && (y - f64::from(at.1)).abs() < 2.0,
        "it stands at {x}, {y}, not {at:?}"
    );
    atlas.page.click("button", "Undo").await?;
    wait_for_count(&atlas, "Sites", 1).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_under_the_pointer_is_named_and_a_click_opens_it() -> Outcome<()> {
    let atlas = with_a_site("#page=planner&view=45,9,1500").await?;
    let at = point_of_site(&atlas).await?;
    atlas.page.move_to(at.0, at.1).await?;
    atlas.page.wait_for_text("No circuit yet. Drag from here to a peering location.").await?;
    atlas.page.click_at(at.0, at.1).await?;
    let opened = async || {
        let form = atlas.page.names("textbox").await?;
        Ok(form.iter().any(|it| it == "Latitude" || it.starts_with("Latitude")).then_some(()))
    };
    atlas.page.until("the form of the site is open", opened).await?;
    atlas.close().await
}

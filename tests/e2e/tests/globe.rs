//! The world as a globe: how it comes and goes, and the hands and keys on it.

use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP, SHEET};
use expressroute_e2e::input::key;
use expressroute_e2e::pixels::alike;
use expressroute_e2e::taste::Taste;
use scene::projection::unproject;
use scene::viewport::ScreenPoint;

const TIME: Duration = Duration::from_millis(320);
/// A place in the Bay of Biscay: no mark is near.
const EMPTY: (f64, f64) = (45.5, -6.0);

/// The address follows the view once it is at rest.
async fn rested(atlas: &Atlas, before: Option<String>) -> Outcome<()> {
    let moved = async || Ok((atlas.address("view").await? != before).then_some(()));
    atlas.page.until("the globe has moved and is at rest", moved).await
}

async fn is_round(atlas: &Atlas, round: bool) -> Outcome<()> {
    let expected = round.then_some("globe");
    let said = async || Ok((atlas.address("projection").await?.as_deref() == expected).then_some(()));
    atlas.page.until(&format!("the address says projection={expected:?}"), said).await?;
    for (name, pressed) in [("Flat", !round), ("Globe", round)] {
        let told = atlas.page.attribute_of("button", name, "aria-pressed").await?;
        assert_eq!(told.as_deref(), Some(if pressed { "true" } else { "false" }), "{name}");
    }
    atlas.drawn().await?;
    // Left of the globe's edge and right of the flat map's: 450 px from the middle at a scale of 420.
    let (map, middle) = (atlas.rect_of("application", MAP).await?, atlas.viewport().await?.middle());
    let (x, y) = ((map.left + middle.x - 450.0) as i32, (map.top + middle.y) as i32);
    let void = atlas.page.token("void").await?;
    assert_eq!(alike(atlas.page.pixel(x, y).await?, void), round, "the map is not drawn in the shape it should have");
    Ok(())
}

fn whole(point: (f64, f64)) -> (i32, i32) {
    (point.0.round() as i32, point.1.round() as i32)
}

#[track_caller]
fn assert_near(found: (f64, f64), expected: (f64, f64)) {
    let apart = (found.0 - expected.0).hypot(found.1 - expected.1);
    assert!(apart < 1.5, "{found:?} is {apart:.1} px from {expected:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mouse_makes_a_globe_and_the_history_goes_back_and_forth() -> Outcome<()> {
    let atlas = Atlas::open("#view=0,0,420").await?;
    is_round(&atlas, false).await?;
    atlas.page.click("button", "Globe").await?;
    is_round(&atlas, true).await?;
    atlas.back().await?;
    is_round(&atlas, false).await?;
    atlas.forward().await?;
    is_round(&atlas, true).await?;
    atlas.reload().await?;
    is_round(&atlas, true).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_makes_a_globe_and_a_flat_map_with_the_same_center() -> Outcome<()> {
    let atlas = Atlas::open("#view=12,21,420").await?;
    let center = atlas.viewport().await?.center;
    atlas.tab_to("Globe").await?;
    atlas.page.press(&[key::ENTER]).await?;
    is_round(&atlas, true).await?;
    let round = atlas.viewport().await?.center;
    atlas.page.press(&[key::SHIFT, key::TAB]).await?;
    assert_eq!(atlas.page.focused().await?, "Flat");
    atlas.page.press(&[' ']).await?;
    is_round(&atlas, false).await?;
    let flat = atlas.viewport().await?.center;
    for found in [round, flat] {
        let apart = (found.x - center.x).hypot(found.y - center.y) * 420.0;
        assert!(apart < 0.1, "the middle has moved by {apart} px");
    }
    atlas.close().await
}

/// How many of the points on a line from the flat map's left edge to the globe's are void, in every frame of the change.
async fn void_while_it_changes(reduced_motion: bool) -> Outcome<(usize, Vec<usize>)> {
    let atlas = Atlas::open_as("#view=0,0,420", Taste { reduced_motion, ..Taste::default() }).await?;
    let (map, middle) = (atlas.rect_of("application", MAP).await?, atlas.viewport().await?.middle());
    let (x, y) = ((map.left + middle.x) as i32, (map.top + middle.y) as i32 + 7);
    let points: Vec<(i32, i32)> = (430..700).step_by(10).map(|left| (x - left, y)).collect();
    let void = atlas.page.token("void").await?;
    atlas.drawn().await?;
    atlas.page.note_colors(&points).await?;
    atlas.page.click("button", "Globe").await?;
    let all_void = async || {
        let frames = atlas.page.noted_frames().await?;
        let last = frames.last().is_some_and(|row| row.iter().all(|it| alike(*it, void)));
        Ok(last.then_some(frames))
    };
    let frames = atlas.page.until("the globe's left is void", all_void).await?;
    atlas.close().await?;
    let count = |row: &Vec<[u8; 4]>| row.iter().filter(|it| alike(**it, void)).count();
    Ok((points.len(), frames.iter().map(count).collect()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_flat_map_becomes_a_globe_step_by_step() -> Outcome<()> {
    let (all, void) = void_while_it_changes(false).await?;
    assert_eq!(void.first(), Some(&0), "the flat map reaches that far");
    assert!(void.iter().any(|it| (1..all).contains(it)), "nothing between flat and round in {void:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_less_movement_sees_nothing_between_flat_and_round() -> Outcome<()> {
    let (all, void) = void_while_it_changes(true).await?;
    assert_eq!(void.first(), Some(&0), "the flat map reaches that far");
    assert!(void.iter().all(|it| *it == 0 || *it == all), "something between flat and round in {void:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_globe_turns_with_the_hand_that_holds_it() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=30,10,400").await?;
    let map = atlas.rect_of("application", MAP).await?;
    for way in [(150, -60), (-240, 90)] {
        let (before, view) = (atlas.address("view").await?, atlas.viewport().await?);
        let held = whole(atlas.point_at(EMPTY.0, EMPTY.1).await?);
        let to = (held.0 + way.0, held.1 + way.1);
        atlas.page.drag(held, to, TIME).await?;
        rested(&atlas, before).await?;
        let on_map = |(x, y): (i32, i32)| ScreenPoint { x: f64::from(x) - map.left, y: f64::from(y) - map.top };
        let expected = unproject(view.dragged(on_map(held), on_map(to)).center).ok_or("no such center")?;
        let found = unproject(atlas.viewport().await?.center).ok_or("no center")?;
        let apart = (found.lon() - expected.lon()).hypot(found.lat() - expected.lat());
        assert!(apart < 0.1, "{found:?} and not {expected:?} is in the middle");
        assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, (f64::from(to.0), f64::from(to.1)));
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thrown_globe_turns_on_and_comes_to_rest() -> Outcome<()> {
    let atlas = Atlas::open_as("#projection=globe&view=45,-6,400", Taste::default()).await?;
    let mut glided = 0.0;
    // On a slow machine the hand rests a moment before it lets go, and then nothing glides.
    for turn in 0..6 {
        let (before, from) = (atlas.address("view").await?, atlas.point_at(EMPTY.0, EMPTY.1).await?);
        let way = if turn % 2 == 0 { 100 } else { -100 };
        let (x, y) = whole(from);
        atlas.page.drag((x, y), (x + way, y), Duration::from_millis(160)).await?;
        rested(&atlas, before).await?;
        let moved = atlas.point_at(EMPTY.0, EMPTY.1).await?.0 - from.0;
        glided = (moved - f64::from(way)) * f64::from(way.signum());
        if glided > 10.0 {
            break;
        }
    }
    assert!(glided > 10.0, "the globe turned on by {glided:.0} px");
    let still = atlas.page.fragment().await?;
    for _ in 0..10 {
        atlas.drawn().await?;
    }
    assert_eq!(atlas.page.fragment().await?, still, "it is at rest");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn wheel_and_double_click_zoom_the_globe_about_the_pointer() -> Outcome<()> {
    let atlas = Atlas::open_as("#projection=globe&view=40,5,600", Taste::default()).await?;
    for turn in [Some(-400), Some(300), None] {
        let (before, scale) = (atlas.address("view").await?, atlas.viewport().await?.scale);
        let held = atlas.point_at(EMPTY.0, EMPTY.1).await?;
        let (x, y) = whole(held);
        match turn {
            Some(delta_y) => atlas.page.wheel(x, y, delta_y).await?,
            None => atlas.page.double_click_at(x, y).await?,
        }
        rested(&atlas, before).await?;
        let grown = atlas.viewport().await?.scale / scale;
        assert!(turn.map_or((grown - 2.0).abs() < 0.01, |it| (grown > 1.0) == (it < 0)), "{turn:?} made it {grown}");
        assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, held);
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_location_of_the_globe_opens_it() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=50,8,1500").await?;
    atlas.click_location("amsterdam").await?;
    atlas.page.find("complementary", SHEET).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_globe_hides_is_not_clicked() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=45,-30,350").await?;
    assert!(atlas.point_of("sydney").await.is_err(), "Sydney is behind the globe");
    let (map, middle) = (atlas.rect_of("application", MAP).await?, atlas.viewport().await?.middle());
    let middle = (map.left + middle.x, map.top + middle.y);
    // Seen through the globe, Sydney lies across the middle from its antipode.
    let antipode = atlas.point_at(33.87, -28.79).await?;
    let through = (2.0 * middle.0 - antipode.0, 2.0 * middle.1 - antipode.1);
    let (dx, dy) = (through.0 - middle.0, through.1 - middle.1);
    let outward = 349.0 / dx.hypot(dy);
    for at in [through, (middle.0 + dx * outward, middle.1 + dy * outward)] {
        let (x, y) = whole(at);
        atlas.page.click_at(x, y).await?;
        atlas.drawn().await?;
        assert_eq!(atlas.address("at").await?, None, "a click at {at:?}");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_walks_over_the_side_that_is_seen() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=20,90,380").await?;
    atlas.tab_to(MAP).await?;
    let mut visited = std::collections::BTreeSet::new();
    for arrow in [key::RIGHT, key::DOWN, key::LEFT, key::UP] {
        for _ in 0..12 {
            atlas.page.press(&[arrow]).await?;
            atlas.drawn().await?;
            let said = atlas.announced().await?;
            let name = said.split(" | ").find_map(|it| it.split_once(", Peering location"));
            visited.extend(name.map(|(name, _)| name.to_owned()));
        }
    }
    assert!(visited.len() > 5, "only {visited:?} were visited");
    for name in visited {
        let (x, y) = atlas.point_of(&atlas.slug_of(&name)?).await.map_err(|it| format!("{name} is visited: {it}"))?;
        assert!((0..1440).contains(&x) && (0..900).contains(&y), "{name} at {x}, {y} is off the screen");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_location_behind_the_globe_that_is_searched_for_comes_to_its_front() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=45,0,350").await?;
    assert!(atlas.point_of("sydney").await.is_err(), "Sydney is behind the globe");
    atlas.find_by_keys("sydney", "Sydney; Peering location").await?;
    atlas.wait_for_address("at", "sydney").await?;
    let shown = async || Ok(atlas.point_of("sydney").await.ok());
    let (x, y) = atlas.page.until("Sydney is in sight", shown).await?;
    assert!((20..1020).contains(&x) && (60..880).contains(&y), "Sydney is at {x}, {y}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rectangle_on_the_globe_is_zoomed_to() -> Outcome<()> {
    let atlas = Atlas::open("#projection=globe&view=45,-6,500").await?;
    let (before, view) = (atlas.address("view").await?, atlas.viewport().await?);
    let map = atlas.rect_of("application", MAP).await?;
    let middle = (map.left + view.middle().x, map.top + view.middle().y);
    let from = whole((middle.0 - 60.0, middle.1 - 60.0));
    atlas.page.shift_drag(from, (from.0 + 120, from.1 + 120), TIME).await?;
    atlas.page.let_go().await?;
    rested(&atlas, before).await?;
    let grown = atlas.viewport().await?.scale / view.scale;
    // 85 px from the middle to a corner, and half the map's height to put it in.
    let expected = view.middle().y / 60.0_f64.hypot(60.0);
    assert!((grown / expected - 1.0).abs() < 0.05, "{grown} times as large and not {expected}");
    assert_near(atlas.point_at(45.0, -6.0).await?, middle);
    atlas.close().await
}

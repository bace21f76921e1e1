//! Mouse, wheel and fingers on the map.

use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP, SHEET};
use expressroute_e2e::taste::Taste;

const TIME: Duration = Duration::from_millis(320);
/// A place in the Bay of Biscay: no mark is near.
const EMPTY: (f64, f64) = (45.5, -6.0);

/// The address follows the view once it is at rest.
async fn rested(atlas: &Atlas, before: Option<String>) -> Outcome<()> {
    let moved = async || Ok((atlas.address("view").await? != before).then_some(()));
    atlas.page.until("the map has moved and is at rest", moved).await
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
async fn the_wheel_zooms_about_the_pointer() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=50,10,900", Taste::default()).await?;
    for (turn, larger) in [(-400, true), (300, false)] {
        let (before, scale) = (atlas.address("view").await?, atlas.viewport().await?.scale);
        let held = atlas.point_at(EMPTY.0, EMPTY.1).await?;
        let (x, y) = whole(held);
        atlas.page.wheel(x, y, turn).await?;
        rested(&atlas, before).await?;
        assert_eq!(atlas.viewport().await?.scale > scale, larger);
        assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, held);
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drag_takes_the_map_along_under_the_hand() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,10,1400").await?;
    let (before, from) = (atlas.address("view").await?, atlas.point_at(EMPTY.0, EMPTY.1).await?);
    let (x, y) = whole(from);
    atlas.page.drag((x, y), (x + 260, y - 120), TIME).await?;
    rested(&atlas, before).await?;
    assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, (from.0 + 260.0, from.1 - 120.0));
    assert_eq!(atlas.address("at").await?, None, "a drag is no click");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_let_go_in_motion_glides_on() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=50,10,1400", Taste::default()).await?;
    let mut glided = 0.0;
    // On a slow machine the hand rests a moment before it lets go, and then nothing glides.
    for _ in 0..6 {
        let (before, from) = (atlas.address("view").await?, atlas.point_at(EMPTY.0, EMPTY.1).await?);
        let (x, y) = whole(from);
        let way = if x < 700 { 200 } else { -200 };
        atlas.page.drag((x, y), (x + way, y), Duration::from_millis(160)).await?;
        rested(&atlas, before).await?;
        let moved = atlas.point_at(EMPTY.0, EMPTY.1).await?.0 - from.0;
        glided = (moved - f64::from(way)) * f64::from(way.signum());
        if glided > 20.0 {
            break;
        }
    }
    assert!(glided > 20.0, "the map glided on by {glided:.0} px");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_edge_of_the_map_is_blank_in_any_frame_of_a_gesture() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=50,10,500", Taste::default()).await?;
    let map = atlas.rect_of("application", MAP).await?;
    let (left, top) = whole((map.left + 1.0, map.top + 1.0));
    let (right, bottom) = whole((map.left + map.width - 2.0, map.top + map.height - 2.0));
    let middle = ((left + right) / 2, (top + bottom) / 2);
    let edges = [
        (left, top),
        (right, top),
        (left, bottom),
        (right, bottom),
        (middle.0, top),
        (middle.0, bottom),
        (left, middle.1),
        (right, middle.1),
    ];
    atlas.page.note_colors(&edges).await?;
    let frames_of_gestures = async || {
        let before = atlas.page.noted_colors().await?.0;
        atlas.page.drag((200, 300), (1300, 700), TIME).await?;
        atlas.page.drag((1300, 700), (100, 200), TIME).await?;
        atlas.page.wheel(700, 400, -500).await?;
        atlas.page.wheel(700, 400, 900).await?;
        Ok::<u64, String>(atlas.page.noted_colors().await?.0 - before)
    };
    // A slow machine shows few frames of one gesture.
    let mut seen = 0;
    for _ in 0..8 {
        seen += frames_of_gestures().await?;
        if seen > 20 {
            break;
        }
    }
    assert!(seen > 20, "only {seen} frames were seen");
    // What follows from the last turn of the wheel comes to rest in the meantime.
    let gliding = async || Ok((atlas.page.noted_colors().await?.0 > seen + 30).then_some(()));
    atlas.page.until("more frames are drawn", gliding).await?;
    let (frames, colors) = atlas.page.noted_colors().await?;
    for (color, at) in colors {
        let blank = color[3] < 255 || color == [0, 0, 0, 255] || color == [255, 255, 255, 255];
        assert!(!blank, "{color:?} at {at} in one of {frames} frames");
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_shows_the_place_twice_as_large() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=50,10,900", Taste::default()).await?;
    let (before, scale) = (atlas.address("view").await?, atlas.viewport().await?.scale);
    let held = atlas.point_at(EMPTY.0, EMPTY.1).await?;
    let (x, y) = whole(held);
    atlas.page.double_click_at(x, y).await?;
    rested(&atlas, before).await?;
    assert!((atlas.viewport().await?.scale / scale - 2.0).abs() < 0.01);
    assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, held);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_moves_nothing_on_the_map() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,10,900").await?;
    let before = atlas.point_at(EMPTY.0, EMPTY.1).await?;
    atlas.click_location("amsterdam").await?;
    atlas.page.find("complementary", SHEET).await?;
    assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, before);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pointer_over_a_mark_brings_its_card() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,10,900").await?;
    let (x, y) = atlas.point_of("amsterdam").await?;
    atlas.page.move_to(x, y).await?;
    atlas.page.wait_for_text("Equinix AM5; ").await?;
    atlas.wait_until_announced("Amsterdam, Peering location.").await?;
    let (x, y) = whole(atlas.point_at(EMPTY.0, EMPTY.1).await?);
    atlas.page.move_to(x, y).await?;
    atlas.page.wait_until("the card is gone", "!document.body.innerText.includes('Equinix AM5; ')").await?;
    atlas.close().await
}

/// Frankfurt on a screen of 390 by 844 pixels, chosen and left again by a press at a point.
async fn the_sheet_opens_below_the_map(
    taste: Taste,
    press: impl AsyncFn(&Atlas, i32, i32) -> Outcome<()>,
) -> Outcome<()> {
    let atlas = Atlas::open_as("#view=51,8,700", Taste { reduced_motion: true, ..taste }).await?;
    let (x, y) = atlas.point_of("frankfurt").await?;
    press(&atlas, x, y).await?;
    atlas.wait_for_address("at", "frankfurt").await?;
    let sheet = atlas.rect_of("complementary", SHEET).await?;
    assert!(sheet.left == 0.0 && sheet.width == 390.0, "{sheet:?} does not span the screen");
    assert!(
        sheet.top > 844.0 * 0.4 && (sheet.top + sheet.height - 844.0).abs() < 1.0,
        "{sheet:?} is not at the bottom"
    );
    let above = atlas.point_of("frankfurt").await?.1;
    assert!(f64::from(above) < sheet.top, "the sheet covers the chosen place");
    let close = atlas.rect_of("button", "Close").await?;
    press(&atlas, (close.left + close.width / 2.0) as i32, (close.top + close.height / 2.0) as i32).await?;
    atlas.page.wait_for_text("What can a circuit reach from here?").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_on_a_phone_opens_the_sheet_below_the_map() -> Outcome<()> {
    the_sheet_opens_below_the_map(Taste::phone(), async |atlas, x, y| atlas.page.tap(x, y).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_in_a_narrow_window_opens_the_sheet_below_the_map() -> Outcome<()> {
    let narrow = Taste { touch: false, ..Taste::phone() };
    the_sheet_opens_below_the_map(narrow, async |atlas, x, y| atlas.page.click_at(x, y).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_fingers_apart_make_the_map_larger_between_them() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=46,-5,900", Taste { reduced_motion: true, ..Taste::phone() }).await?;
    let (before, scale) = (atlas.address("view").await?, atlas.viewport().await?.scale);
    let held = atlas.point_at(EMPTY.0, EMPTY.1).await?;
    atlas.page.pinch(whole(held), 40, 100).await?;
    rested(&atlas, before).await?;
    assert!((atlas.viewport().await?.scale / scale - 2.5).abs() < 0.05);
    assert_near(atlas.point_at(EMPTY.0, EMPTY.1).await?, held);
    atlas.close().await
}

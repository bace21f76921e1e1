//! Mouse, wheel and fingers on the map.

use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::{Atlas, MAP, SHEET};
use expressroute_e2e::input::key;
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

/// Long drags, throws and turns of the wheel, until enough frames were seen to tell.
async fn no_edge_is_blank(fragment: &str) -> Outcome<()> {
    let atlas = Atlas::open_as(fragment, Taste::default()).await?;
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
        let before = atlas.page.noted_frames().await?.len();
        atlas.page.drag((200, 300), (1300, 700), TIME).await?;
        atlas.page.drag((1300, 700), (100, 200), TIME).await?;
        atlas.page.wheel(700, 400, -500).await?;
        atlas.page.wheel(700, 400, 900).await?;
        Ok::<usize, String>(atlas.page.noted_frames().await?.len() - before)
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
    let gliding = async || Ok((atlas.page.noted_frames().await?.len() > seen + 30).then_some(()));
    atlas.page.until("more frames are drawn", gliding).await?;
    let frames = atlas.page.noted_frames().await?;
    for (number, frame) in frames.iter().enumerate() {
        for (color, at) in frame.iter().zip(edges) {
            // What is not painted: beyond a canvas, on an empty one, or the page's white.
            let blank = color[3] < 255 || *color == [0, 0, 0, 255] || *color == [255, 255, 255, 255];
            assert!(!blank, "{color:?} at {at:?} in frame {number} of {} at {fragment}", frames.len());
        }
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_edge_of_the_map_is_blank_in_any_frame_of_a_gesture() -> Outcome<()> {
    no_edge_is_blank("#view=50,10,500").await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_edge_of_the_map_close_in_is_blank_in_any_frame_of_a_gesture() -> Outcome<()> {
    no_edge_is_blank("#view=50,10,3000").await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_edge_of_the_globe_is_blank_in_any_frame_of_a_gesture() -> Outcome<()> {
    no_edge_is_blank("#projection=globe&view=50,10,1500").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_in_sight_before_and_after_a_drag_is_there_in_every_frame() -> Outcome<()> {
    let atlas = Atlas::open("#view=-25,140,700").await?;
    let mut points = Vec::new();
    for slug in ["perth", "sydney", "melbourne", "canberra", "jakarta"] {
        points.push(atlas.point_of(slug).await?);
    }
    let before = atlas.address("view").await?;
    let ink = atlas.page.token("text").await?;
    atlas.page.note_texts(&points, ink).await?;
    // Through the middle of Australia, to the right and up, so far that all of these places stay on the screen.
    let hand = whole(atlas.point_at(-25.0, 125.0).await?);
    atlas.page.drag(hand, (hand.0 + 150, hand.1 - 60), Duration::from_millis(900)).await?;
    rested(&atlas, before).await?;
    let seen = atlas.page.noted_texts().await?.frames;
    let more = async || Ok((atlas.page.noted_texts().await?.frames > seen + 5).then_some(()));
    atlas.page.until("a few more frames are drawn", more).await?;
    let noted = atlas.page.noted_texts().await?;
    assert!(noted.moved > 10, "too few frames of a drag: {noted:?}");
    // Not every one of them has a name at this scale.
    let named: Vec<_> = noted.sizes.iter().zip(&noted.missing).filter(|(size, _)| **size > 30).collect();
    assert!(named.len() >= 3, "too few names: {noted:?}");
    for (_, missing) in named {
        assert!(missing.is_empty(), "a name was not there in every frame: {noted:?}");
    }
    atlas.close().await
}

const RECTANGLE: &str = "document.querySelector('.map-box').checkVisibility()";

#[tokio::test(flavor = "multi_thread")]
async fn a_rectangle_drawn_with_shift_held_is_zoomed_to() -> Outcome<()> {
    let atlas = Atlas::open_as("#view=50,10,900", Taste::default()).await?;
    let (before, view) = (atlas.address("view").await?, atlas.viewport().await?);
    let held = whole(atlas.point_at(EMPTY.0, EMPTY.1).await?);
    let (from, to) = ((held.0 + 100, held.1 + 50), (held.0 - 100, held.1 - 50));
    atlas.page.shift_drag(from, to, TIME).await?;
    let drawn = "const [x, y, width, height] = arguments, it = document.querySelector('.map-box');
        const box = it.getBoundingClientRect(), cursor = getComputedStyle(it.parentElement).cursor;
        return it.checkVisibility() && cursor === 'crosshair' && box.left === x && box.top === y
            && Math.abs(box.width - width) <= 2 && Math.abs(box.height - height) <= 2;";
    let told = atlas.page.script(drawn, vec![to.0.into(), to.1.into(), 200.into(), 100.into()]).await?;
    assert_eq!(told, true, "the rectangle is not drawn under the hand");
    atlas.page.let_go().await?;
    rested(&atlas, before).await?;
    assert_eq!(atlas.page.script(&format!("return {RECTANGLE};"), Vec::new()).await?, false);
    let expected = (view.width_px / 200.0).min(view.height_px / 100.0);
    let grown = atlas.viewport().await?.scale / view.scale;
    assert!((grown / expected - 1.0).abs() < 0.01, "{grown} times as large and not {expected}");
    let middle = view.middle();
    let map = atlas.rect_of("application", MAP).await?;
    // A pixel that was hit before is as many now as the map has grown.
    let shown = atlas.point_at(EMPTY.0, EMPTY.1).await?;
    let apart = (shown.0 - map.left - middle.x).hypot(shown.1 - map.top - middle.y);
    assert!(apart < 1.5 * expected, "what was in the rectangle's middle is {apart} px from the map's");
    assert_eq!(atlas.address("at").await?, None);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_gives_the_rectangle_up_and_a_slip_of_the_hand_is_none() -> Outcome<()> {
    let atlas = Atlas::open("#at=london&view=50,10,900").await?;
    atlas.wait_for_address("sku", "standard").await?;
    let before = atlas.page.fragment().await?;
    let at = whole(atlas.point_at(EMPTY.0, EMPTY.1).await?);
    atlas.page.shift_drag(at, (at.0 + 200, at.1 + 100), TIME).await?;
    atlas.page.wait_until("the rectangle is drawn", RECTANGLE).await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.wait_until("the rectangle is gone", &format!("!{RECTANGLE}")).await?;
    atlas.page.let_go().await?;
    atlas.page.shift_drag(at, (at.0 + 200, at.1 + 4), TIME).await?;
    atlas.page.wait_until("the rectangle is drawn", RECTANGLE).await?;
    atlas.page.let_go().await?;
    atlas.page.wait_until("the rectangle is gone", &format!("!{RECTANGLE}")).await?;
    for _ in 0..10 {
        atlas.drawn().await?;
    }
    assert_eq!(atlas.page.fragment().await?, before, "nothing has moved, and London is still chosen");
    // Without Shift the hand takes the map along again.
    let view = atlas.address("view").await?;
    atlas.page.drag(at, (at.0 + 60, at.1 + 40), TIME).await?;
    rested(&atlas, view).await?;
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

//! The names on the map, on the real data: who is named where places crowd, and that a pan takes no name away.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use expressroute_scene::basemap::{self, BaseMap};
use expressroute_scene::camera::Camera;
use expressroute_scene::font::Font;
use expressroute_scene::labels::{Label, Wanted, labels};
use expressroute_scene::layout::{Layout, lay_out};
use expressroute_scene::names::{Called, Name, names};
use expressroute_scene::projection::{WorldPoint, half_width_at, project};
use expressroute_scene::scene::{Choice, places};
use expressroute_scene::viewport::{ScreenPoint, Viewport};
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::id::PeeringLocationId;
use reach::reachable::{Answer, Circuit, reach_of};
use reach::sku::{Cloud, Peering, Sku};

const WIDTH: f64 = 1440.0;
const HEIGHT: f64 = 812.0;

struct World {
    catalog: Catalog,
    names: Vec<Name>,
}

impl World {
    fn new() -> World {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let base: BaseMap = basemap::unpack(include_bytes!("../../../assets/basemap-110m.bin")).unwrap();
        let names = names(
            &catalog,
            Cloud::Public,
            &base,
            &Called {
                country: &|code| format!("LAND OF {}", String::from_utf8_lossy(&code)),
                region: &str::to_uppercase,
                water: &str::to_owned,
            },
        );
        World { catalog, names }
    }

    fn answers(&self, slug: &str, sku: Sku) -> (PeeringLocationId, Vec<Answer>) {
        let location = self.catalog.location_by_slug(slug).unwrap();
        (location, reach_of(&self.catalog, Circuit { location, sku, peering: Peering::Private }))
    }

    fn layout(&self, viewport: Viewport) -> Layout {
        lay_out(&self.catalog, Cloud::Public, &Camera::new(viewport))
    }

    /// The names in a view; of a pan, after those of the view before.
    fn labels(&self, choice: &Choice, layout: &Layout, viewport: Viewport, before: Option<&[Label]>) -> Vec<Label> {
        let camera = Camera::new(viewport);
        let scene = places(&self.catalog, layout, choice);
        let wanted = Wanted {
            layout,
            camera: &camera,
            choice,
            hovered: None,
            names: &self.names,
            arcs: &scene.arcs,
            covered: &[],
            distance: |whole, _| whole.to_string(),
            steady: before.is_some(),
        };
        labels(&self.catalog, &wanted, before.unwrap_or_default(), &mut text_width)
    }
}

fn idle() -> Choice<'static> {
    Choice { cloud: Cloud::Public, chosen: None, links: None, partner: None }
}

/// A view of a screen of 1440 by 812 pixels with this in its middle.
fn view(lon: f64, lat: f64, scale: f64) -> Viewport {
    let center = project(LonLat::new(lon, lat).unwrap());
    Viewport {
        center,
        scale,
        width_px: WIDTH,
        height_px: HEIGHT,
        inset_right_px: 0.0,
        inset_bottom_px: 0.0,
        globe: 0.0,
    }
}

/// As wide as a usual font sets it, or wider.
fn text_width(text: &str, font: Font) -> f64 {
    let letter = match font {
        Font::Chosen => 8.0,
        Font::Geopolitical | Font::Country => 9.0,
        Font::Near | Font::Lit | Font::Water => 7.0,
        Font::Far | Font::Quiet => 6.2,
    };
    text.chars().count() as f64 * letter
}

/// The box of a label on the screen: left, top, right, bottom.
fn box_of(viewport: Viewport, label: &Label) -> [f64; 4] {
    let at = Camera::new(viewport).to_screen(&label.at).unwrap();
    let (x, y) = (at.x + label.offset.x, at.y + label.offset.y);
    let more = if label.more.1.is_empty() { 0.0 } else { 4.0 + text_width(&label.more.1, Font::Quiet) };
    [x, y - 7.0, x + text_width(&label.text, label.font) + more, y + 7.0]
}

fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] - 1e-6 && b[0] < a[2] - 1e-6 && a[1] < b[3] - 1e-6 && b[1] < a[3] - 1e-6
}

fn check_covers_nothing(viewport: Viewport, layout: &Layout, placed: &[Label]) {
    let camera = Camera::new(viewport);
    let boxes: Vec<[f64; 4]> = placed.iter().map(|it| box_of(viewport, it)).collect();
    for (at, a) in boxes.iter().enumerate() {
        for (b, other) in boxes[at + 1..].iter().zip(&placed[at + 1..]) {
            assert!(!overlap(*a, *b), "{} covers {}", placed[at].text, other.text);
        }
        for disc in &layout.discs {
            let spot = camera.to_screen(&disc.at).unwrap();
            let (x, y, half) = (spot.x + disc.offset.x, spot.y + disc.offset.y, layout.disc_px);
            assert!(!overlap(*a, [x - half, y - half, x + half, y + half]), "{} covers a mark", placed[at].text);
        }
    }
}

#[test]
fn a_pan_takes_no_name_off_the_screen() {
    let world = World::new();
    let (amsterdam, reached) = world.answers("amsterdam", Sku::Premium);
    let chosen = Choice { chosen: Some((amsterdam, &reached)), ..idle() };
    for (choice, scale, start) in [
        (idle(), 400.0, (10.0, 45.0)),
        (idle(), 1_100.0, (2.0, 51.0)),
        (idle(), 1_500.0, (-76.0, 40.0)),
        (chosen, 900.0, (10.0, 48.0)),
    ] {
        let mut viewport = view(start.0, start.1, scale);
        // The flat map is laid out once for a scale.
        let layout = world.layout(viewport);
        let mut before = world.labels(&choice, &layout, viewport, None);
        assert!(before.len() > 15, "{} names", before.len());
        for step in 0..24 {
            // There and back, along a loop.
            let (x, y) = [(-37.0, 0.0), (-11.0, 23.0), (29.0, 17.0), (19.0, -40.0)][step / 6];
            let moved = viewport.panned(x, y);
            let after = world.labels(&choice, &layout, moved, Some(&before));
            check_covers_nothing(moved, &layout, &after);
            for label in &before {
                let [left, top, right, bottom] = box_of(moved, label);
                let in_view = left > 3.0 && top > 3.0 && right < WIDTH - 3.0 && bottom < HEIGHT - 3.0;
                let kept = after.iter().any(|it| {
                    let shift = (it.offset.x - label.offset.x).hypot(it.offset.y - label.offset.y);
                    it.text == label.text && it.at == label.at && shift < 1e-6
                });
                assert!(!in_view || kept, "{} left at step {step} of {start:?}", label.text);
            }
            (viewport, before) = (moved, after);
        }
    }
}

/// Whether all of these are named.
fn check_named(lon: f64, lat: f64, scale: f64, wanted: &[&str]) {
    let world = World::new();
    let viewport = view(lon, lat, scale);
    let layout = world.layout(viewport);
    let placed = world.labels(&idle(), &layout, viewport, None);
    let all: Vec<&str> = placed.iter().map(|it| it.text.as_str()).collect();
    check_covers_nothing(viewport, &layout, &placed);
    for name in wanted {
        assert!(all.contains(name), "{name} is not named at {scale}: {all:?}");
    }
}

#[test]
fn places_that_crowd_are_named() {
    check_named(-1.5, 51.5, 1_500.0, &["London", "Newport", "Amsterdam", "Dublin", "Paris", "UK South", "UK West"]);
    check_named(-76.0, 40.0, 1_500.0, &["New York", "Washington DC", "Toronto", "Chicago", "Montreal", "East US"]);
    check_named(139.8, 35.7, 1_500.0, &["Tokyo", "Osaka", "Japan East", "Japan West"]);
}

#[test]
fn the_sites_of_a_city_have_names_of_their_own_close_in() {
    check_named(-0.3, 51.5, 12_000.0, &["London", "London2"]);
    check_named(139.9, 35.7, 16_000.0, &["Tokyo", "Tokyo2", "Tokyo3"]);
}

/// No name but the chosen one stands across an edge of the free part of this screen.
fn check_cut_by_no_edge(slug: &str, screen: Viewport) {
    let world = World::new();
    let (chosen, reached) = world.answers(slug, Sku::Premium);
    let choice = Choice { chosen: Some((chosen, &reached)), ..idle() };
    let viewport = screen.world();
    let placed = world.labels(&choice, &world.layout(viewport), viewport, None);
    let (width, height) = (screen.width_px - screen.inset_right_px, screen.height_px - screen.inset_bottom_px);
    let mut inside = 0;
    for label in placed.iter().filter(|it| it.font != Font::Chosen) {
        let [left, top, right, bottom] = box_of(viewport, label);
        let outside = right <= 0.0 || bottom <= 0.0 || left >= width || top >= height;
        let whole = left >= 0.0 && top >= 0.0 && right <= width && bottom <= height;
        assert!(outside || whole, "{} is cut: {left} to {right} of {width}", label.text);
        inside += u32::from(whole);
    }
    assert!(inside > 10, "{inside} names");
}

#[test]
fn on_the_world_of_a_phone_names_stay_within_its_outline() {
    let world = World::new();
    let screen = Viewport { width_px: 390.0, height_px: 844.0, inset_bottom_px: 422.0, ..view(0.0, 0.0, 1.0) };
    let viewport = screen.world();
    let placed = world.labels(&idle(), &world.layout(viewport), viewport, None);
    for label in &placed {
        let [left, top, right, bottom] = box_of(viewport, label);
        let row = viewport.to_world(ScreenPoint { x: 0.0, y: (top + bottom) / 2.0 }).y;
        let end = |x| viewport.to_screen(WorldPoint { x, y: row }).x;
        let half = half_width_at(row);
        assert!(left >= end(-half) && right <= end(half), "{} leaves the world", label.text);
    }
    assert!(placed.len() > 5, "{} names", placed.len());
}

#[test]
fn the_edge_of_the_screen_cuts_no_name() {
    check_cut_by_no_edge("singapore", Viewport { inset_right_px: 400.0, ..view(0.0, 0.0, 1.0) });
    let phone = Viewport { width_px: 390.0, height_px: 844.0, inset_bottom_px: 422.0, ..view(0.0, 0.0, 1.0) };
    check_cut_by_no_edge("amsterdam", phone);
}

#[test]
fn areas_are_named_at_their_scales() {
    let world = World::new();
    let texts = |scale| -> Vec<String> {
        let viewport = view(10.0, 48.0, scale);
        let placed = world.labels(&idle(), &world.layout(viewport), viewport, None);
        placed.into_iter().map(|it| it.text).collect()
    };
    let has = |texts: &[String], name: &str| texts.iter().any(|it| it == name);
    let far = texts(266.0);
    assert!(has(&far, "SOUTH AMERICA") && has(&far, "OCEANIA") && has(&far, "Indian Ocean"), "{far:?}");
    assert!(!has(&far, "LAND OF UA") && !has(&far, "Adriatic Sea"));
    let near = texts(1_100.0);
    assert!(has(&near, "LAND OF UA") && has(&near, "LAND OF RO"), "{near:?}");
    assert!(!has(&near, "EUROPE") && !has(&near, "LAND OF LU"), "a name wider than its country");
}

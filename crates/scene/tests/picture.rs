//! The picture over the base map, held against what it has to say, on the real data.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use expressroute_scene::camera::Camera;
use expressroute_scene::font::Font;
use expressroute_scene::labels::{Wanted, labels};
use expressroute_scene::layout::{Layout, Offset, Target, lay_out};
use expressroute_scene::place::Place;
use expressroute_scene::projection::{WorldPoint, project};
use expressroute_scene::scene::{Choice, Glyph, Inside, Line, Mark, Scene, places, spot_of};
use expressroute_scene::theme::Ink;
use expressroute_scene::viewport::Viewport;
use reach::catalog::Catalog;
use reach::id::PeeringLocationId;
use reach::link::{LinkEnd, links_of};
use reach::reachable::{Answer, Circuit, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;

/// A phone's world, a large screen's world, Europe, a country, a city: CSS pixels a unit of the plane.
const SCALES: [f64; 5] = [72.0, 266.0, 1_100.0, 6_000.0, 60_000.0];

fn flat(scale: f64) -> Camera {
    let center = WorldPoint { x: 0.0, y: 0.0 };
    let (width_px, height_px) = (1440.0, 812.0);
    let insets = (0.0, 0.0);
    Camera::new(Viewport {
        center,
        scale,
        width_px,
        height_px,
        inset_right_px: insets.0,
        inset_bottom_px: insets.1,
        globe: 0.0,
    })
}

fn catalog() -> Catalog {
    Catalog::from_packed(tables::CORE).unwrap()
}

fn location(catalog: &Catalog, slug: &str) -> PeeringLocationId {
    catalog.location_by_slug(slug).unwrap()
}

fn answers(catalog: &Catalog, slug: &str, sku: Sku) -> (PeeringLocationId, Vec<Answer>) {
    let location = location(catalog, slug);
    (location, reach_of(catalog, Circuit { location, sku, peering: Peering::Private }))
}

fn picture(catalog: &Catalog, slug: &str, sku: Sku) -> Scene {
    let (chosen, answers) = answers(catalog, slug, sku);
    let choice = Choice { cloud: Cloud::Public, chosen: Some((chosen, &answers)), links: None, partner: None };
    places(catalog, &lay_out(catalog, Cloud::Public, &flat(1_100.0)), &choice)
}

fn mark(catalog: &Catalog, scene: &Scene, region: &str) -> Mark {
    let target = Target::Region(catalog.region_by_slug(region).unwrap());
    *scene.marks.iter().find(|mark| mark.target == target).unwrap()
}

fn inside(mark: Mark) -> Inside {
    match mark.glyph {
        Glyph::Square { inside, .. } => inside,
        other => panic!("a region drawn as {other:?}"),
    }
}

#[test]
fn every_place_of_every_cloud_is_drawn_at_every_scale() {
    let catalog = catalog();
    for (cloud, scale) in Cloud::ALL.iter().flat_map(|cloud| SCALES.map(|scale| (*cloud, scale))) {
        let layout = lay_out(&catalog, cloud, &flat(scale));
        for id in catalog.location_ids().filter(|id| catalog.location(*id).cloud == cloud) {
            let slug = &catalog.location(id).slug;
            assert!(spot_of(&layout, Target::Location(id)).is_some(), "{slug} at {scale}");
        }
        for id in catalog.live_regions(cloud) {
            assert!(spot_of(&layout, Target::Region(id)).is_some(), "{} at {scale}", catalog.region(id).slug);
        }
    }
}

#[test]
fn canary_and_retired_regions_are_not_drawn() {
    let catalog = catalog();
    let layout = lay_out(&catalog, Cloud::Public, &flat(1_100.0));
    let drawn = layout.squares.iter().filter_map(|spot| match spot.target {
        Target::Region(id) => Some(catalog.region(id).status),
        Target::Location(_) => None,
    });
    let drawn: Vec<RegionStatus> = drawn.collect();
    assert_eq!(drawn.len(), 66, "62 live regions and 4 announced ones");
    assert!(drawn.iter().all(|status| matches!(status, RegionStatus::Live | RegionStatus::Announced)));
}

fn on_screen(layout: &Layout, at: Place, offset: Offset) -> (f64, f64) {
    (at.plane.x * layout.scale + offset.x, at.plane.y * layout.scale + offset.y)
}

#[test]
fn no_region_hides_a_location() {
    let catalog = catalog();
    for scale in [266.0, 1_100.0, 3_000.0, 6_000.0, 60_000.0] {
        let layout = lay_out(&catalog, Cloud::Public, &flat(scale));
        for square in &layout.squares {
            let (x, y) = on_screen(&layout, square.at, square.offset);
            for disc in &layout.discs {
                let (at_x, at_y) = on_screen(&layout, disc.at, disc.offset);
                let middle_covered =
                    (x - at_x).abs() < layout.square_px / 2.0 && (y - at_y).abs() < layout.square_px / 2.0;
                assert!(!middle_covered, "{:?} covers {:?} at {scale}", square.target, disc.target);
            }
        }
    }
}

#[test]
fn the_sites_of_a_city_come_apart_close_in() {
    let catalog = catalog();
    let amsterdam = |scale: f64| {
        let layout = lay_out(&catalog, Cloud::Public, &flat(scale));
        layout.cities.iter().find(|city| city.name == "Amsterdam").unwrap().together
    };
    assert!(amsterdam(266.0), "14 km are one pixel far out");
    assert!(!amsterdam(60_000.0), "and more than a hundred close in");
}

#[test]
fn amsterdam_standard_fills_17_regions_and_draws_17_arcs() {
    let catalog = catalog();
    let scene = picture(&catalog, "amsterdam", Sku::Standard);
    let filled =
        |mark: &&Mark| matches!(mark.glyph, Glyph::Square { inside: Inside::Solid | Inside::Hole | Inside::Frame, .. });
    assert_eq!(scene.marks.iter().filter(filled).count(), 17);
    assert_eq!(scene.arcs.len(), 17);
    assert_eq!(scene.arcs.last().unwrap().line, Line::Reach(Sku::Local), "the nearest answer lies on top");
}

#[test]
fn color_says_the_smallest_sku_and_the_inside_what_is_reached() {
    let catalog = catalog();
    let look = |sku, region| {
        let mark = mark(&catalog, &picture(&catalog, "amsterdam", sku), region);
        (inside(mark), mark.ink)
    };
    assert_eq!(look(Sku::Standard, "westeurope"), (Inside::Hole, Ink::Local));
    assert_eq!(look(Sku::Standard, "uksouth"), (Inside::Solid, Ink::Standard));
    assert_eq!(look(Sku::Standard, "japaneast"), (Inside::Hollow, Ink::Premium));
    assert_eq!(look(Sku::Standard, "belgiumcentral"), (Inside::Hatch, Ink::Caution));
    assert_eq!(look(Sku::Premium, "japaneast"), (Inside::Frame, Ink::Premium));
    assert_eq!(look(Sku::Local, "uksouth"), (Inside::Hollow, Ink::Standard));
    let vienna = picture(&catalog, "vienna", Sku::Local);
    assert_eq!(inside(mark(&catalog, &vienna, "austriaeast")), Inside::Half, "the sources disagree");
}

#[test]
fn global_reach_shows_who_can_be_linked() {
    let catalog = catalog();
    let (chosen, answers) = answers(&catalog, "silicon-valley", Sku::Standard);
    let links = links_of(&catalog, LinkEnd { location: chosen, sku: Sku::Standard }, Sku::Standard);
    let partner = Some(location(&catalog, "london"));
    let choice = Choice { cloud: Cloud::Public, chosen: Some((chosen, &answers)), links: Some(&links), partner };
    let scene = places(&catalog, &lay_out(&catalog, Cloud::Public, &flat(1_100.0)), &choice);
    let look = |slug| {
        let target = Target::Location(location(&catalog, slug));
        let mark = scene.marks.iter().find(|mark| mark.target == target).unwrap();
        (mark.glyph, mark.ink)
    };
    assert_eq!(look("dallas"), (Glyph::Disc, Ink::Reach));
    assert_eq!(look("london"), (Glyph::Circle, Ink::Reach));
    assert_eq!(look("queretaro"), (Glyph::Struck, Ink::Other));
    let lines: Vec<Line> = scene.arcs.iter().map(|arc| arc.line).collect();
    assert_eq!(lines.last(), Some(&Line::LinkNeedsPremium), "the partner under the pointer, over all else");
    assert!(!lines.iter().any(|line| matches!(line, Line::Reach(_))), "reach is quiet now");
}

#[test]
fn the_chosen_place_is_named_and_no_name_covers_another() {
    let catalog = catalog();
    let (chosen, answers) = answers(&catalog, "amsterdam", Sku::Standard);
    let choice = Choice { cloud: Cloud::Public, chosen: Some((chosen, &answers)), links: None, partner: None };
    let center = project(catalog.location_point(chosen));
    let viewport = Viewport {
        center,
        scale: 1_100.0,
        width_px: 1440.0,
        height_px: 812.0,
        inset_right_px: 400.0,
        inset_bottom_px: 0.0,
        globe: 0.0,
    };
    let camera = Camera::new(viewport);
    let layout = lay_out(&catalog, Cloud::Public, &camera);
    let wanted = Wanted {
        layout: &layout,
        camera: &camera,
        choice: &choice,
        hovered: None,
        names: &[],
        arcs: &[],
        covered: &[],
        distance: |whole, _| whole.to_string(),
        steady: false,
    };
    let placed = labels(&catalog, &wanted, &[], &mut text_width);
    assert!(placed.iter().any(|label| label.text == "Amsterdam" && label.font == Font::Chosen));
    let boxes: Vec<(f64, f64, f64, &str)> = placed
        .iter()
        .map(|label| {
            let (x, y) = on_screen(&layout, label.at, label.offset);
            (x, y, text_width(&label.text, label.font), label.text.as_str())
        })
        .collect();
    for (at, a) in boxes.iter().enumerate() {
        for b in &boxes[at + 1..] {
            let apart = a.0 + a.2 <= b.0 || b.0 + b.2 <= a.0 || (a.1 - b.1).abs() >= 13.0;
            assert!(apart, "{} covers {}", a.3, b.3);
        }
    }
}

fn text_width(text: &str, font: Font) -> f64 {
    text.len() as f64 * if font == Font::Chosen { 8.0 } else { 6.5 }
}

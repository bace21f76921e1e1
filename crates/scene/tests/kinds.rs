//! The kinds of marks and what hiding them leaves, on the real data.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use expressroute_scene::camera::Camera;
use expressroute_scene::kind::{Kind, Kinds};
use expressroute_scene::layout::{Layout, Target, lay_out};
use expressroute_scene::projection::WorldPoint;
use expressroute_scene::scene::{Choice, places};
use expressroute_scene::viewport::Viewport;
use reach::catalog::Catalog;
use reach::id::PeeringLocationId;
use reach::link::{LinkEnd, links_of};
use reach::reachable::{Answer, Circuit, Verdict, reach_of};
use reach::sku::{Cloud, Peering, Sku};

fn catalog() -> Catalog {
    Catalog::from_packed(tables::CORE).unwrap()
}

fn idle() -> Choice<'static> {
    Choice { cloud: Cloud::Public, chosen: None, links: None, partner: None }
}

fn answers(catalog: &Catalog, slug: &str, sku: Sku) -> (PeeringLocationId, Vec<Answer>) {
    let location = catalog.location_by_slug(slug).unwrap();
    (location, reach_of(catalog, Circuit { location, sku, peering: Peering::Private }))
}

fn layout(catalog: &Catalog) -> Layout {
    let viewport = Viewport {
        center: WorldPoint { x: 0.0, y: 0.0 },
        scale: 1_100.0,
        width_px: 1440.0,
        height_px: 812.0,
        inset_right_px: 0.0,
        inset_bottom_px: 0.0,
        globe: 0.0,
    };
    lay_out(catalog, Cloud::Public, &Camera::new(viewport))
}

/// How many marks of each of these kinds there are.
fn check(catalog: &Catalog, choice: &Choice, expected: &[(Kind, usize)]) {
    let locations = catalog.location_ids().filter(|id| catalog.location(*id).cloud == Cloud::Public);
    let regions = catalog.live_regions(Cloud::Public).map(Target::Region);
    let all: Vec<_> = locations.map(Target::Location).chain(regions).map(|it| Kind::of(catalog, choice, it)).collect();
    for (kind, count) in expected {
        assert_eq!(all.iter().filter(|it| **it == Some(*kind)).count(), *count, "{kind:?}");
    }
    assert_eq!(all.iter().filter(|it| it.is_none()).count(), usize::from(choice.chosen.is_some()), "the chosen place");
}

#[test]
fn every_mark_is_of_one_kind_and_the_chosen_place_of_none() {
    let catalog = catalog();
    // 62 live regions, of which 12 are restricted.
    check(&catalog, &idle(), &[(Kind::Region, 50), (Kind::Restricted, 12), (Kind::Local, 0)]);
    // Amsterdam Standard reaches 17, West Europe by Local as well; no source places 11 of the other 45, and 34 need
    // Premium.
    let (amsterdam, reached) = answers(&catalog, "amsterdam", Sku::Standard);
    let unplaced = reached.iter().filter(|it| it.judgement.verdict == Verdict::NotDocumented).count();
    let choice = Choice { chosen: Some((amsterdam, &reached)), ..idle() };
    let counts =
        [(Kind::Local, 1), (Kind::Standard, 16), (Kind::NotDocumented, unplaced), (Kind::NeedsPremium, 45 - unplaced)];
    check(&catalog, &choice, &counts);
    check(&catalog, &choice, &[(Kind::Region, 0), (Kind::Restricted, 0), (Kind::Premium, 0)]);
    let (vienna, reached) = answers(&catalog, "vienna", Sku::Local);
    let choice = Choice { chosen: Some((vienna, &reached)), ..idle() };
    check(&catalog, &choice, &[(Kind::InConflict, 1), (Kind::Standard, 0)]);
}

#[test]
fn global_reach_parts_the_locations_and_leaves_the_regions_together() {
    let catalog = catalog();
    let (from, reached) = answers(&catalog, "silicon-valley", Sku::Standard);
    let links = links_of(&catalog, LinkEnd { location: from, sku: Sku::Standard }, Sku::Standard);
    let choice = Choice { chosen: Some((from, &reached)), links: Some(&links), ..idle() };
    check(&catalog, &choice, &[(Kind::Linkable, 28), (Kind::Region, 62), (Kind::Location, 0), (Kind::Standard, 0)]);
}

#[test]
fn what_is_hidden_is_in_no_layer_and_moves_nothing_else() {
    let catalog = catalog();
    let (amsterdam, reached) = answers(&catalog, "amsterdam", Sku::Standard);
    let choice = Choice { chosen: Some((amsterdam, &reached)), ..idle() };
    let whole = layout(&catalog);
    let hidden = Kinds::parse("standard,location,needs-premium");
    let mut kept = whole.clone();
    kept.keep(|target| !Kind::of(&catalog, &choice, target).is_some_and(|it| hidden.has(it)));
    assert!(kept.squares.iter().all(|spot| whole.squares.contains(spot)));
    assert!(kept.discs.iter().all(|disc| whole.discs.iter().any(|it| (it.at, it.offset) == (disc.at, disc.offset))));
    let scene = places(&catalog, &kept, &choice);
    assert_eq!(scene.arcs.len(), 1, "West Europe, which Local reaches");
    for mark in &scene.marks {
        assert!(!Kind::of(&catalog, &choice, mark.target).is_some_and(|it| hidden.has(it)), "{:?}", mark.target);
    }
    assert!(scene.marks.iter().any(|mark| mark.target == Target::Location(amsterdam)), "the chosen place");
    let metros = catalog.location_ids().map(|id| catalog.location(id)).filter(|row| row.metro).count();
    assert_eq!(scene.bars.len(), metros, "Metro locations keep their bars and the discs at their ends");
}

#[test]
fn kinds_survive_the_address() {
    let set = Kinds::default().toggled(Kind::NeedsPremium).toggled(Kind::Metro);
    assert_eq!(set.words(), "metro,needs-premium");
    assert_eq!(Kinds::parse(&set.words()), set);
    assert_eq!(Kinds::parse("nothing,,Metro"), Kinds::default());
    assert_eq!(set.toggled(Kind::Metro).toggled(Kind::NeedsPremium), Kinds::default());
}

//! The nearest locations and those within a radius, against a plain scan with another formula.

use crate::world::{catalog, location, region};
use proptest::prelude::*;
use reach::geo::{DistanceBasis, EARTH_RADIUS_KM, Kilometers, LonLat, great_circle_distance};
use reach::id::PeeringLocationId;
use reach::index::{Filter, Near, SiteIndex, nearest, nearest_of};
use reach::sku::Cloud;
use std::f64::consts::PI;

/// The great-circle distance by the formula of Vincenty on a sphere, well conditioned everywhere.
fn vincenty_km(a: LonLat, b: LonLat) -> f64 {
    let (lat1, lat2) = (a.lat().to_radians(), b.lat().to_radians());
    let dlon = (b.lon() - a.lon()).to_radians();
    let across = lat2.cos() * dlon.sin();
    let along = lat1.cos() * lat2.sin() - lat1.sin() * lat2.cos() * dlon.cos();
    let inward = lat1.sin() * lat2.sin() + lat1.cos() * lat2.cos() * dlon.cos();
    EARTH_RADIUS_KM * across.hypot(along).atan2(inward)
}

/// Every location that `filter` takes, nearest first.
fn scan(from: LonLat, filter: &Filter) -> Vec<(f64, PeeringLocationId)> {
    let taken = catalog().location_ids().filter(|id| filter.takes(catalog(), *id));
    let mut found: Vec<_> = taken.map(|id| (vincenty_km(from, catalog().location_point(id)), id)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    found
}

/// Meters: far above rounding, far below the distance between two buildings.
const SAME_KM: f64 = 0.001;

fn agree(found: &[Near], expected: &[(f64, PeeringLocationId)], from: LonLat) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.len(), expected.len());
    for (near, (distance, _)) in found.iter().zip(expected) {
        let own = vincenty_km(from, catalog().location_point(near.location));
        prop_assert!((near.distance.0 - own).abs() < SAME_KM, "{} against {own}", near.distance.0);
        // Equal distances may come in either order, so the distances are held together and not the ids.
        prop_assert!((own - distance).abs() < SAME_KM, "{own} against {distance}");
    }
    let mut ids: Vec<_> = found.iter().map(|near| near.location).collect();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), found.len());
    Ok(())
}

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

/// Anywhere, with more than their share of poles, antimeridian, locations and their antipodes.
fn anywhere() -> impl Strategy<Value = LonLat> {
    let random = (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| at(lon, lat));
    let pole = (-180.0..=180.0, any::<bool>()).prop_map(|(lon, north)| at(lon, if north { 90.0 } else { -90.0 }));
    let dateline = (any::<bool>(), -90.0..=90.0).prop_map(|(east, lat)| at(if east { 180.0 } else { -180.0 }, lat));
    let near_dateline = (-0.5..=0.5, -80.0..=80.0)
        .prop_map(|(off, lat): (f64, f64)| at(if off < 0.0 { 180.0 + off } else { off - 180.0 }, lat));
    let count = catalog().location_ids().count();
    let spot = |place: usize| catalog().location_point(catalog().location_ids().nth(place).unwrap());
    let place = (0..count).prop_map(spot);
    let antipode = (0..count).prop_map(move |it| {
        let point = spot(it);
        at(if point.lon() > 0.0 { point.lon() - 180.0 } else { point.lon() + 180.0 }, -point.lat())
    });
    prop_oneof![4 => random, 1 => pole, 1 => dateline, 1 => near_dateline, 2 => place, 1 => antipode]
}

fn any_filter() -> impl Strategy<Value = Filter<'static>> {
    let cloud = prop_oneof![4 => Just(Cloud::Public), 1 => Just(Cloud::UsGov), 1 => Just(Cloud::China)];
    let metro = prop_oneof![3 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))];
    let zone = prop_oneof![3 => Just(None), 1 => (1_u8..=4).prop_map(Some)];
    (cloud, metro, zone, any::<bool>(), any::<bool>()).prop_map(|(cloud, metro, zone, direct, local)| Filter {
        cloud,
        among: None,
        direct,
        metro,
        zone,
        local,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nearest_is_exact_everywhere(from in anywhere(), count in 0_usize..200, filter in any_filter()) {
        let mut expected = scan(from, &filter);
        expected.truncate(count);
        let found = nearest(catalog(), from, count, &filter);
        prop_assert!(found.iter().all(|near| filter.takes(catalog(), near.location)));
        agree(&found, &expected, from)?;
    }

    #[test]
    fn the_index_finds_what_a_scan_finds(from in anywhere(), radius in 0.0..20_100.0, filter in any_filter()) {
        let index = SiteIndex::new(catalog());
        let found = index.within(catalog(), from, Kilometers(radius), &filter);
        prop_assert!(found.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
        let inside: Vec<_> = scan(from, &filter).into_iter().filter(|it| it.0 <= radius).collect();
        // At the rim itself the two formulas may round apart.
        let rim = scan(from, &filter).iter().any(|it| (it.0 - radius).abs() < SAME_KM);
        if !rim {
            agree(&found, &inside, from)?;
        }
    }

    #[test]
    fn the_inner_loop_agrees_with_the_whole_question(from in anywhere()) {
        let points: Vec<_> = catalog().location_ids().map(|id| catalog().location_vector(id)).collect();
        let best = nearest_of(&points, from.unit_vector()).unwrap();
        let least = catalog().location_ids().map(|id| vincenty_km(from, catalog().location_point(id))).fold(f64::MAX, f64::min);
        let own = great_circle_distance(points[best], from.unit_vector()).0;
        prop_assert!((own - least).abs() < SAME_KM);
    }

    #[test]
    fn distances_are_those_of_the_sphere(from in anywhere(), to in anywhere()) {
        let here = great_circle_distance(from.unit_vector(), to.unit_vector());
        prop_assert!((here.0 - vincenty_km(from, to)).abs() < SAME_KM);
        prop_assert_eq!(here, great_circle_distance(to.unit_vector(), from.unit_vector()));
        prop_assert!(here.0 <= EARTH_RADIUS_KM * PI + SAME_KM);
    }
}

#[test]
fn cape_town_is_10_km_from_its_own_location_and_johannesburg_comes_next() {
    let found = nearest(catalog(), at(18.4, -33.9), 3, &Filter::default());
    let slugs: Vec<&str> = found.iter().map(|it| catalog().location(it.location).slug.as_str()).collect();
    assert_eq!(slugs[0], "cape-town");
    // 0.0709° of latitude are 7.9 km, 0.0652° of longitude at 33.9° south 6.0 km: together 9.9.
    assert_eq!(found[0].distance.whole(), 10);
    assert!(slugs[1..].iter().all(|it| it.starts_with("johannesburg")), "{slugs:?}");
}

#[test]
fn a_count_larger_than_the_list_gives_the_whole_list_of_the_cloud() {
    for (cloud, locations) in [(Cloud::UsGov, 9), (Cloud::China, 4)] {
        let filter = Filter { cloud, ..Filter::default() };
        assert_eq!(nearest(catalog(), LonLat::ORIGIN, usize::MAX, &filter).len(), locations);
    }
    let public = catalog().location_ids().filter(|id| catalog().location(*id).cloud == Cloud::Public);
    assert_eq!(nearest(catalog(), LonLat::ORIGIN, 1000, &Filter::default()).len(), public.count());
    assert!(nearest(catalog(), LonLat::ORIGIN, 0, &Filter::default()).is_empty());
}

#[test]
fn places_at_one_point_come_in_slug_order() {
    // Both Canberra locations carry the point of the city.
    let found = nearest(catalog(), catalog().location_point(location("canberra2")), 2, &Filter::default());
    assert_eq!(found.iter().map(|it| it.location).collect::<Vec<_>>(), [location("canberra"), location("canberra2")]);
    assert!(found.iter().all(|it| it.distance.whole() == 0));
}

#[test]
fn from_fiji_the_way_to_auckland_does_not_turn_round_at_the_antimeridian() {
    // 178° west, east of the line; Auckland stands at 175° east.
    for lon in [-178.0, 178.0, 180.0, -180.0] {
        let found = nearest(catalog(), at(lon, -18.0), 1, &Filter::default());
        assert_eq!(found[0].location, location("auckland"), "{lon}");
        assert!(found[0].distance.0 < 2_300.0, "{lon}");
    }
}

#[test]
fn only_those_among_the_list_are_taken() {
    let mut among = vec![location("tokyo"), location("seoul"), location("dallas")];
    among.sort_unstable();
    let filter = Filter { among: Some(&among), ..Filter::default() };
    let found = nearest(catalog(), at(139.7, 35.7), 10, &filter);
    let ids: Vec<_> = found.iter().map(|it| it.location).collect();
    assert_eq!(ids, [location("tokyo"), location("seoul"), location("dallas")]);
}

#[test]
fn filters_take_what_the_rows_document() {
    let all = |filter: Filter| -> Vec<&str> {
        let found = nearest(catalog(), LonLat::ORIGIN, 1000, &filter);
        let mut slugs: Vec<&str> = found.iter().map(|it| catalog().location(it.location).slug.as_str()).collect();
        slugs.sort_unstable();
        slugs
    };
    let any = Filter::default();
    assert_eq!(all(Filter { zone: Some(4), ..any }), ["queretaro"]);
    assert_eq!(all(Filter { metro: Some(true), ..any }).len(), 28);
    assert_eq!(all(Filter { metro: Some(false), ..any }).len(), 107);
    let china = Filter { cloud: Cloud::China, ..any };
    assert_eq!(all(china), ["china-beijing", "china-beijing2", "china-shanghai", "china-shanghai2"]);
    // No Direct by their rows, and two without a row that says.
    let direct = all(Filter { direct: true, ..any });
    let without: Vec<&str> = all(any).into_iter().filter(|it| !direct.contains(it)).collect();
    let expected = ["brussels-metro", "busan", "dubai2", "marseille", "new-york2", "oslo2", "seoul2", "washington-dc2"];
    assert_eq!(without, expected);
    let local = Filter { local: true, cloud: Cloud::UsGov, ..any };
    assert_eq!(all(local), ["usgov-phoenix", "usgov-san-antonio", "usgov-washington-dc"]);
    assert!(all(Filter { local: true, cloud: Cloud::China, ..any }).is_empty());
    let local = all(Filter { local: true, ..any });
    for none in ["new-york", "new-york2", "oslo2", "vienna", "miami", "santiago"] {
        assert!(!local.contains(&none), "{none}");
    }
}

#[test]
fn a_quarter_of_a_meridian_is_10_008_km_and_half_of_one_20_015() {
    let pole = at(0.0, 90.0).unit_vector();
    assert_eq!(great_circle_distance(at(25.0, 0.0).unit_vector(), pole).whole(), 10_008);
    assert_eq!(great_circle_distance(at(0.0, -90.0).unit_vector(), pole).whole(), 20_015);
    assert_eq!(great_circle_distance(at(180.0, 10.0).unit_vector(), at(-180.0, 10.0).unit_vector()).whole(), 0);
    assert_eq!(great_circle_distance(pole, pole).whole(), 0);
}

#[test]
fn a_point_outside_the_world_is_refused() {
    for (lon, lat) in [(180.1, 0.0), (-180.1, 0.0), (0.0, 90.1), (0.0, -90.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
        assert_eq!(LonLat::new(lon, lat), None);
    }
}

#[test]
fn regions_stand_in_their_published_city_and_otherwise_only_in_their_state() {
    let (newport, uk_west) = (location("newport"), region("UK West"));
    // Newport to Cardiff: 15 to 20 km. The published coordinates of UK West would put it near Liverpool, 200 km away.
    let (distance, basis) = catalog().distance_to_region(newport, uk_west);
    assert!((10..25).contains(&distance.whole()), "{distance:?}");
    assert_eq!(basis, DistanceBasis::City);
    // Berlin, not Bremen.
    assert!(catalog().distance_to_region(location("berlin"), region("Germany North")).0.whole() < 30);
    assert_eq!(catalog().distance_to_region(location("chicago"), region("East US")).1, DistanceBasis::State);
    assert_eq!(catalog().distance_to_region(location("phoenix"), region("West US 3")).1, DistanceBasis::City);
    assert_eq!(catalog().distance_between(location("london"), location("london2")).1, DistanceBasis::Site);
}

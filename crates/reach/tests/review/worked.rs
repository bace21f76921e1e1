//! The five worked plans: what is found in each, and what it covers, reasoned by hand.

use crate::world::{coverage, facts, findings, opened, told};
use expressroute_reach::coverage::mesh::Talks;
use expressroute_reach::coverage::{Cell, CellState};
use expressroute_reach::plan::Plan;
use expressroute_reach::plan::words::Resiliency;
use expressroute_reach::plan_file::to_json;

const SINGLE: &str = include_str!("../../../../tests/fixtures/plans/single-site.json");
const METRO: &str = include_str!("../../../../tests/fixtures/plans/metro.json");
const TWO_GEOGRAPHIES: &str = include_str!("../../../../tests/fixtures/plans/maximum-two-geographies.json");
const MESH: &str = include_str!("../../../../tests/fixtures/plans/global-reach-mesh-of-four.json");
const DIRECT: &str = include_str!("../../../../tests/fixtures/plans/direct-with-local.json");

/// The site, workload and resiliency of each cell.
fn covered(plan: &Plan) -> Vec<(String, String, CellState, Option<Resiliency>)> {
    let cell = |it: &Cell| {
        let site = it.site.map(|at| plan.sites[at].id.clone()).unwrap_or_default();
        (site, plan.workloads[it.workload].id.clone(), it.state, it.computed)
    };
    coverage(plan).cells.iter().map(cell).collect()
}

#[test]
fn the_worked_plans_are_saved_as_the_same_bytes() {
    for text in [SINGLE, METRO, TWO_GEOGRAPHIES, MESH, DIRECT] {
        assert_eq!(to_json(facts().catalog, &opened(text)), text);
    }
}

/// Standard was intended and is there: Chicago reaches North Central US, its own Local region.
#[test]
fn a_single_site_meets_what_it_intends() {
    let plan = opened(SINGLE);
    assert_eq!(told(&plan), [""; 0]);
    let reached = (CellState::Reached, Some(Resiliency::Standard));
    assert_eq!(covered(&plan), [("chicago-hq".to_owned(), "erp".to_owned(), reached.0, reached.1)]);
    // One location counts 5 of 20 for routes, 20 with a recent test; a zone-redundant ErGw1Az counts 10 of 10; what the
    // advisor says is not known, so 0 to 10.
    let [score] = coverage(&plan).scores[..] else { panic!("one gateway, one score") };
    assert_eq!((score.route, score.route_tested, score.gateway_zones, score.advisory), (5, 20, (10, 10), (0, 10)));
    assert_eq!(score.total(), (15, 40));
}

/// Zurich Metro lists Switzerland North as its Local region, 2 Gbps is above 1 Gbps, and Local is unlimited. A Metro
/// location is High.
#[test]
fn a_metro_circuit_is_high() {
    let plan = opened(METRO);
    assert_eq!(told(&plan), [""; 0]);
    assert_eq!(covered(&plan)[0].3, Some(Resiliency::High));
    // A Metro counts 10, tested 40; two scale units are four instances, which count 8.
    let [score] = coverage(&plan).scores[..] else { panic!("one gateway, one score") };
    assert_eq!(score.total(), (10 + 8, 40 + 8 + 10));
}

/// Premium reaches both regions from everywhere. Both pairs lie more than 242 km apart, through two providers, and one
/// of each waits. Mail goes out of Amsterdam alone, so it has Standard where Maximum is intended.
#[test]
fn two_geographies_withstand_the_loss_of_a_city_but_for_mail() {
    let plan = opened(TWO_GEOGRAPHIES);
    let expected = ["warning resiliency_not_met /workloads/2", "advice microsoft_365_advised_rarely /connections/8"];
    assert_eq!(told(&plan), expected);
    let maximum = Some(Resiliency::Maximum);
    let computed: Vec<_> = covered(&plan).into_iter().map(|it| it.3).collect();
    assert_eq!(computed, [maximum, maximum, Some(Resiliency::Standard), maximum, maximum, None]);
    let coverage = coverage(&plan);
    assert!(coverage.cells.iter().all(|it| it.risks.is_empty()));
    assert_eq!(coverage.mesh.linked.len(), 1);
    assert_eq!(coverage.mesh.linked[0].1, Talks::Yes);
    // Amsterdam to Frankfurt: about 360 km.
    let pair = coverage.cells[0].pair.as_ref().unwrap();
    assert!((350..370).contains(&pair.distance.0.whole()) && pair.is_far());
}

/// London and Paris lie in one geopolitical region, Tokyo and Singapore in two others. Singapore is Standard, so its
/// two links need Premium on both. Of the six pairs, Paris and Singapore have no link.
#[test]
fn a_mesh_of_four_lacks_a_pair_and_premium() {
    let plan = opened(MESH);
    let expected = [
        "error link_needs_premium /global_reach_links/2",
        "error link_needs_premium /global_reach_links/4",
        "advice missing_mesh_pair /global_reach_links",
    ];
    assert_eq!(told(&plan), expected);
    let mesh = coverage(&plan).mesh;
    let talks: Vec<_> = mesh.linked.iter().map(|(ends, talks)| (ends.names.join(" "), *talks)).collect();
    let pair = |names: &str, talks| (names.to_owned(), talks);
    let wanted = [
        pair("london paris", Talks::Yes),
        pair("london tokyo", Talks::Yes),
        pair("london singapore", Talks::No),
        pair("paris tokyo", Talks::Yes),
        pair("tokyo singapore", Talks::No),
    ];
    assert_eq!(talks, wanted);
    let missing: Vec<_> = mesh.missing.iter().map(|it| it.names.join(" ")).collect();
    assert_eq!(missing, ["paris singapore"]);
}

/// One click makes Singapore Premium. Then the pair that is missing can be linked by another.
#[test]
fn the_mesh_is_mended_by_its_fixes() {
    let mut plan = opened(MESH);
    for _ in 0..2 {
        let fix = findings(&plan).into_iter().find_map(|it| it.fix).unwrap();
        plan = plan.with(facts().catalog, fix.edit);
    }
    assert_eq!(told(&plan), [""; 0]);
}

/// 10 Gbps of Local and 5 Gbps of Standard fit on a pair of 10 Gbps ports, which takes 20, but not on one port of it.
/// Washington DC has East US 2 in its Local column; Central US is in the same geopolitical region. ErGw3Az has FastPath.
#[test]
fn direct_with_local_is_oversubscribed() {
    let plan = opened(DIRECT);
    assert_eq!(told(&plan), ["advice direct_oversubscribed /direct_ports/0"]);
    let computed: Vec<_> = covered(&plan).into_iter().map(|it| (it.2, it.3)).collect();
    assert_eq!(computed, [(CellState::Reached, Some(Resiliency::Standard)); 2]);
}

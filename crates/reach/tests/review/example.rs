//! The example of docs/plan-file.md and what it yields.

use crate::world::{coverage, findings, opened, told};
use expressroute_reach::coverage::CellState;
use expressroute_reach::plan::words::Resiliency;

const EXAMPLE: &str = include_str!("../../../../tests/fixtures/plans/two-sites-one-region.json");

#[test]
fn the_example_yields_what_stands_below_it() {
    let expected = [
        // Frankfurt's Local region is Germany West Central: West Europe is not.
        "error sku_too_small /connections/1",
        "error local_metered /circuits/1/family",
        "error local_sku /global_reach_links/0",
        // 500 Mbps is below what a provider's help page gives.
        "warning local_bandwidth /circuits/1/bandwidth_mbps",
        // c2 carries nothing, so c1 alone remains.
        "warning resiliency_not_met /workloads/0",
        // 1000 and 500 Mbps.
        "advice link_throughput /global_reach_links/0",
    ];
    assert_eq!(told(&opened(EXAMPLE)), expected);
}

#[test]
fn its_messages_name_what_would_do() {
    let found = findings(&opened(EXAMPLE));
    let message = |code: &str| found.iter().find(|it| it.code.as_str() == code).unwrap().message.clone();
    assert!(message("sku_too_small").contains("Standard"), "{}", message("sku_too_small"));
    assert!(message("local_bandwidth").ends_with("No public source of Microsoft states this."));
    assert_eq!(
        message("resiliency_not_met"),
        "Maximum resiliency is intended; erp has Standard from Amsterdam HQ. c2 does not count: it does not surely \
         reach it."
    );
}

#[test]
fn its_one_cell_is_reached_through_amsterdam_alone() {
    let coverage = coverage(&opened(EXAMPLE));
    let [cell] = &coverage.cells[..] else { panic!("{:?}", coverage.cells) };
    assert_eq!((cell.state, cell.computed), (CellState::Reached, Some(Resiliency::Standard)));
    assert_eq!(cell.intended, Some(Resiliency::Maximum));
    let ways: Vec<_> = cell.ways.iter().map(|it| it.verdict).collect();
    assert_eq!(ways, ["reachable", "needs_standard"]);
    // The site stands in the middle of Amsterdam, the building 9 km to the southeast of it.
    assert_eq!(cell.ways[0].last_mile.unwrap().0.whole(), 9);
    // A region in the same metro is a few milliseconds away, and no less than nothing.
    let trip = cell.ways[0].backbone_round_trip.unwrap();
    assert!(trip.low <= trip.mid && trip.mid <= trip.high && trip.high < 100, "{trip:?}");
}

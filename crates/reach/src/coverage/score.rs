//! An estimate of Microsoft's resiliency index for each gateway, by the published weights (source RES, 2025-03-31).
//!
//! The index is Microsoft's measurement of what is running: sessions, routes and tests. Before anything is bought only the
//! parts below can be told, and what cannot be told stands as a range.

use crate::plan::Gateway;
use crate::plan::words::{GatewayKind, GatewaySku, GatewayZones};
use crate::planned::Planned;
use crate::planned::outcome::Carried;
use std::collections::BTreeSet;

/// The estimate for a gateway, in percent of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The place of the gateway.
    pub gateway: usize,
    /// Routes without a recent test: 20 over two locations, 10 over a Metro location, 5 over one location.
    pub route: u32,
    /// Routes within 30 days of a failover test at every location: four times as much.
    pub route_tested: u32,
    /// Zone redundancy of the gateway, least and most; they differ while its zones are undecided.
    pub gateway_zones: (u32, u32),
    /// Advisory recommendations: 10 without any. They are not known before the gateway runs, so from 0.
    pub advisory: (u32, u32),
}

impl Score {
    /// The whole index: untested with every recommendation open, and tested with none.
    pub fn total(&self) -> (u32, u32) {
        let low = self.route + self.gateway_zones.0 + self.advisory.0;
        (low, self.route_tested + self.gateway_zones.1 + self.advisory.1)
    }
}

/// The weights that the document prints.
const TWO_LOCATIONS: u32 = 20;
const METRO: u32 = 10;
const ONE_LOCATION: u32 = 5;
const TESTED_WITHIN_30_DAYS: u32 = 4;
const NO_RECOMMENDATION: u32 = 10;

/// The estimate for every VNet gateway; the index does not cover Virtual WAN hubs.
pub fn scores_of(planned: &Planned<'_>) -> Vec<Score> {
    let gateways = planned.plan.gateways.iter().enumerate();
    let of_vnets = gateways.filter(|(_, it)| it.kind != Some(GatewayKind::VirtualWanHub));
    of_vnets.map(|(at, gateway)| score(planned, at, gateway)).collect()
}

fn score(planned: &Planned<'_>, at: usize, gateway: &Gateway) -> Score {
    let catalog = planned.facts.catalog;
    let reaching: BTreeSet<usize> = planned
        .judged_of(gateway)
        .filter(|it| it.outcome.reaches_gateway() == Carried::Yes)
        .map(|it| it.circuit)
        .collect();
    let locations: BTreeSet<_> =
        reaching.iter().filter_map(|at| planned.plan.circuits.get(*at)?.location.known()).collect();
    let metro = locations.iter().any(|id| catalog.location(*id).metro);
    let route = match locations.len() {
        0 => 0,
        1 if metro => METRO,
        1 => ONE_LOCATION,
        _ => TWO_LOCATIONS,
    };
    Score {
        gateway: at,
        route,
        route_tested: route * TESTED_WITHIN_30_DAYS,
        gateway_zones: zones(gateway),
        advisory: (0, NO_RECOMMENDATION),
    }
}

/// Zone redundancy, least and most.
fn zones(gateway: &Gateway) -> (u32, u32) {
    match (gateway.sku, gateway.zones) {
        (Some(GatewaySku::Standard | GatewaySku::HighPerformance), _) => (0, 0),
        (Some(GatewaySku::UltraPerformance), _) => (2, 2),
        (Some(GatewaySku::ErGw1Az | GatewaySku::ErGw2Az | GatewaySku::ErGw3Az), Some(GatewayZones::Zonal)) => (8, 8),
        (Some(GatewaySku::ErGw1Az | GatewaySku::ErGw2Az | GatewaySku::ErGw3Az), Some(GatewayZones::ZoneRedundant)) => {
            (10, 10)
        }
        (Some(GatewaySku::ErGw1Az | GatewaySku::ErGw2Az | GatewaySku::ErGw3Az), None) => (8, 10),
        // A scale unit is two instances: up to four instances count 8.
        (Some(GatewaySku::ErGwScale), _) => match gateway.scale_units {
            Some(0..=2) => (8, 8),
            Some(_) => (10, 10),
            None => (8, 10),
        },
        (None, _) => (0, 10),
    }
}

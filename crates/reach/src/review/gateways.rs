//! What circuits and gateways take of each other.

use crate::limits::GatewayLimit;
use crate::phrase::phrase;
use crate::plan::edit::Edit;
use crate::plan::words::{GatewayKind, GatewaySku};
use crate::plan::{Connection, Gateway, PlanCircuit};
use crate::planned::Planned;
use crate::prefix::Prefix;
use crate::review::circuits::size;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use crate::sku::Sku;
use std::collections::{BTreeMap, BTreeSet};

/// Each VNet and each Global Reach link takes one of the links of a circuit.
pub fn vnet_links(planned: &Planned<'_>, found: &mut Found) {
    let mut linked: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for connection in &planned.plan.connections {
        // Without a gateway, some gateway for the workload is meant: one VNet a workload's region.
        let target = match (&connection.gateway, connection.workload.as_deref().and_then(|id| planned.workload(id))) {
            (Some(gateway), _) => Some(("gateway", gateway.as_str())),
            (None, Some((_, workload))) => {
                workload.region.as_ref().map(|it| ("region", it.slug(planned.facts.catalog)))
            }
            (None, None) => None,
        };
        linked.entry(&connection.circuit).or_default().extend(target);
    }
    let mut reaching: BTreeMap<&str, u32> = BTreeMap::new();
    for id in planned.plan.links.iter().flat_map(|it| [&it.from, &it.to]) {
        *reaching.entry(id).or_default() += 1;
    }
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let (Some(sku), Some(mbps)) = (circuit.tier, circuit.bandwidth_mbps) else { continue };
        let Some(limits) = planned.facts.limits.vnet_links(mbps) else { continue };
        let vnets = linked.get(circuit.id.as_str()).map_or(0, |it| u32::try_from(it.len()).unwrap_or(u32::MAX));
        let links = reaching.get(circuit.id.as_str()).copied().unwrap_or_default();
        let used = vnets.saturating_add(links);
        let Some(limit) = limits.under(sku).filter(|it| used > *it) else { continue };
        let message = planned.say(phrase("{circuit} has {vnets} VNets and {links} Global Reach links, {used} in all; with {sku} and {size} it takes {limit}."), &[("circuit", &circuit.id), ("vnets", &vnets.to_string()), ("links", &links.to_string()), ("used", &used.to_string()), ("sku", sku.name()), ("size", &size(mbps)), ("limit", &limit.to_string())]);
        let premium_will_do = sku != Sku::Premium && limits.premium.is_some_and(|it| used <= it);
        let fix = premium_will_do.then(|| {
            let edit = Edit::SetSku { circuit: circuit.id.clone(), sku: Sku::Premium };
            (planned.say(phrase("Make {circuit} Premium"), &[("circuit", &circuit.id)]), edit)
        });
        found.add(Finding::new(Code::VnetLinkLimit, format!("/circuits/{at}"), message).fixed_if(fix));
    }
}

/// The connections of a gateway, each circuit once.
fn connected<'p>(planned: &Planned<'p>, gateway: &Gateway) -> Vec<(&'p Connection, usize, &'p PlanCircuit)> {
    let mut seen = BTreeSet::new();
    let here = planned.connections_of(gateway);
    here.filter_map(|it| planned.circuit(&it.circuit).map(|(at, circuit)| (it, at, circuit)))
        .filter(|(_, at, _)| seen.insert(*at))
        .collect()
}

/// Four circuits of one location on one VNet, whatever the gateway.
pub fn circuits_of_one_location(planned: &Planned<'_>, found: &mut Found) {
    const MOST: usize = 4;
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, _, circuit) in connected(planned, gateway) {
            *counts.entry(planned.location_name(circuit)).or_default() += 1;
        }
        for (location, count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
            let message = planned.say(
                phrase("{count} circuits of {location} on {gateway}; at most {most} of one location."),
                &[
                    ("count", &count.to_string()),
                    ("location", location),
                    ("gateway", &gateway.id),
                    ("most", &MOST.to_string()),
                ],
            );
            found.add(Finding::new(Code::CircuitsOfOneLocation, format!("/gateways/{at}"), message));
        }
    }
}

/// A VNet gateway whose SKU is decided, with its line of the limits.
fn sized<'p>(planned: &Planned<'p>, gateway: &Gateway) -> Option<(GatewaySku, u32, &'p GatewayLimit)> {
    if gateway.kind == Some(GatewayKind::VirtualWanHub) {
        return None;
    }
    let (sku, units) = (gateway.sku?, gateway.scale_units.unwrap_or(1));
    planned.facts.limits.gateway(sku, units).map(|line| (sku, units, line))
}

/// How many circuits a gateway takes.
pub fn circuits(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let Some((sku, units, line)) = sized(planned, gateway) else { continue };
        let count = u32::try_from(connected(planned, gateway).len()).unwrap_or(u32::MAX);
        let Some(limit) = line.circuits(units).filter(|it| count > *it) else { continue };
        let message = planned.say(
            phrase("{count} circuits on {gateway}; {sku} takes {limit}."),
            &[
                ("count", &count.to_string()),
                ("gateway", &gateway.id),
                ("sku", sku.name()),
                ("limit", &limit.to_string()),
            ],
        );
        let larger = larger_skus(sku).iter().copied().find(|sku| {
            let line = planned.facts.limits.gateway(*sku, units);
            line.and_then(|it| it.circuits(units)).is_some_and(|it| count <= it)
        });
        let fix = larger.map(|sku| {
            let edit = Edit::PutGateway(Box::new(Gateway { sku: Some(sku), ..gateway.clone() }));
            (planned.say(phrase("Make {gateway} {sku}"), &[("gateway", &gateway.id), ("sku", sku.name())]), edit)
        });
        found.add(Finding::new(Code::GatewayCircuits, format!("/gateways/{at}"), message).fixed_if(fix));
    }
}

/// The larger SKUs of the same family.
fn larger_skus(sku: GatewaySku) -> &'static [GatewaySku] {
    match sku {
        GatewaySku::Standard => &[GatewaySku::HighPerformance, GatewaySku::UltraPerformance],
        GatewaySku::HighPerformance => &[GatewaySku::UltraPerformance],
        GatewaySku::ErGw1Az => &[GatewaySku::ErGw2Az, GatewaySku::ErGw3Az],
        GatewaySku::ErGw2Az => &[GatewaySku::ErGw3Az],
        GatewaySku::UltraPerformance | GatewaySku::ErGw3Az | GatewaySku::ErGwScale => &[],
    }
}

/// A gateway that is slower than a circuit caps it, unless FastPath goes around it.
pub fn throughput(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let Some((sku, units, line)) = sized(planned, gateway) else { continue };
        let mbps = line.throughput_mbps(units);
        let faster = connected(planned, gateway).into_iter().find(|(connection, _, circuit)| {
            connection.fastpath != Some(true) && circuit.bandwidth_mbps.is_some_and(|it| it > mbps)
        });
        if let Some((_, _, circuit)) = faster {
            let message = planned.say(
                phrase("{circuit} has {size}; {gateway} with {sku} carries {carried}."),
                &[
                    ("circuit", &circuit.id),
                    ("size", &size(circuit.bandwidth_mbps.unwrap_or_default())),
                    ("gateway", &gateway.id),
                    ("sku", sku.name()),
                    ("carried", &size(mbps)),
                ],
            );
            found.add(Finding::new(Code::GatewayThroughput, format!("/gateways/{at}"), message));
        }
    }
}

/// FastPath needs the largest gateways.
pub fn fastpath(planned: &Planned<'_>, found: &mut Found) {
    for (at, connection) in planned.plan.connections.iter().enumerate().filter(|(_, it)| it.fastpath == Some(true)) {
        let gateway = connection.gateway.as_deref().and_then(|id| planned.gateway(id)).map(|it| it.1);
        let Some((gateway, (sku, units, line))) = gateway.and_then(|it| Some((it, sized(planned, it)?))) else {
            continue;
        };
        if line.fastpath_from.is_none_or(|from| units < from) {
            let message = planned.say(
                phrase("FastPath is not offered on {gateway} ({sku})."),
                &[("gateway", &gateway.id), ("sku", sku.name())],
            );
            let without = Connection { fastpath: Some(false), ..connection.clone() };
            let finding = Finding::new(Code::FastpathNotOffered, format!("/connections/{at}/fastpath"), message);
            found.add(finding.fixed(
                planned.say(phrase("Do without FastPath"), &[]),
                Edit::SetConnection { at, connection: without },
            ));
        }
    }
}

/// ErGwScale comes with 1 to 40 units.
pub fn scale_units(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let (Some(GatewaySku::ErGwScale), Some(units)) = (gateway.sku, gateway.scale_units) else { continue };
        if planned.facts.limits.gateway(GatewaySku::ErGwScale, units).is_none() {
            let message = planned.say(
                phrase("ErGwScale comes with 1 to 40 scale units, not {units}."),
                &[("units", &units.to_string())],
            );
            let fits = Gateway { scale_units: Some(units.clamp(1, 40)), ..gateway.clone() };
            let finding = Finding::new(Code::ScaleUnits, format!("/gateways/{at}/scale_units"), message);
            let label = planned.say(phrase("Take {units}"), &[("units", &units.clamp(1, 40).to_string())]);
            found.add(finding.fixed(label, Edit::PutGateway(Box::new(fits))));
        }
    }
}

/// A gateway's subnet is a /27 or larger, a /26 for 16 circuits.
pub fn subnet(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let Some(prefix) = gateway.subnet_prefix.as_deref().and_then(|it| Prefix::parse(it).ok()) else { continue };
        let sixteen = connected(planned, gateway).len() >= 16;
        let largest = if sixteen { 26 } else { 27 };
        if !prefix.ipv6 && prefix.length > largest {
            let text = match sixteen {
                false => phrase("The gateway subnet of {gateway} is a /{length}; it must be a /{largest} or larger."),
                true => phrase(
                    "The gateway subnet of {gateway} is a /{length}; it must be a /{largest} or larger for 16 circuits.",
                ),
            };
            let (length, largest) = (prefix.length.to_string(), largest.to_string());
            let message = planned.say(text, &[("gateway", &gateway.id), ("length", &length), ("largest", &largest)]);
            found.add(Finding::new(Code::GatewaySubnet, format!("/gateways/{at}/subnet_prefix"), message));
        }
    }
}

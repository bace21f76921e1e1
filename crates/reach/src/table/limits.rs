//! The tables of numbers: VNet links, routes, gateways, circuit sizes and Direct ports.

use crate::limits::{Bandwidth, ByTier, GatewayLimit, Limits, PortPair, RouteKind, RouteLimit, VnetLinkLimit};
use crate::plan::words::GatewaySku;
use crate::table::cell::Words;
use crate::table::error::Problem;
use crate::table::sheet::{Report, Row, Sheet};
use crate::table::{Sheets, spec};
use crate::tables::SourceRow;

const MOST: u32 = 1_000_000;
const NOT_STATED: &str = "not stated";

const ROUTES: Words<RouteKind> = &[
    ("VNet address spaces sent by the gateway", RouteKind::Gateway),
    ("on-premises to Microsoft peering", RouteKind::Microsoft),
    ("on-premises to private peering", RouteKind::Private),
];
const ROUTE_WORDS: &[&str] =
    &["VNet address spaces sent by the gateway", "on-premises to Microsoft peering", "on-premises to private peering"];

/// None only when a table is missing, which has been reported.
pub(super) fn limits(sheets: &Sheets, sources: &[SourceRow], report: &Report) -> Option<Limits> {
    let mut vnet_links = read(sheets.get(&spec::VNET_LINK_LIMITS)?, report, vnet_link);
    vnet_links.sort_by_key(|it| it.bandwidth_mbps);
    let mut bandwidths = read(sheets.get(&spec::BANDWIDTHS)?, report, bandwidth);
    bandwidths.sort_by_key(|it| it.mbps);
    let mut direct_ports = read(sheets.get(&spec::DIRECT_PORTS)?, report, port_pair);
    direct_ports.sort_by_key(|it| it.port_gbps);
    Some(Limits {
        sources: sources.to_vec(),
        vnet_links,
        routes: read(sheets.get(&spec::ROUTE_LIMITS)?, report, routes),
        gateways: read(sheets.get(&spec::GATEWAY_LIMITS)?, report, gateway),
        bandwidths,
        direct_ports,
    })
}

fn read<T>(sheet: &Sheet, report: &Report, row: fn(Row<'_>) -> Option<T>) -> Vec<T> {
    sheet.rows(report).filter_map(row).collect()
}

fn vnet_link(row: Row<'_>) -> Option<VnetLinkLimit> {
    Some(VnetLinkLimit { bandwidth_mbps: row.whole("bandwidth_mbps", 1, MOST)?, links: by_tier(row)? })
}

fn routes(row: Row<'_>) -> Option<RouteLimit> {
    let kind = row.word("routes", ROUTES, ROUTE_WORDS);
    let ipv6 = row.word("ip_version", &[("ipv4", false), ("ipv6", true)], &["ipv4", "ipv6"]);
    Some(RouteLimit { kind: kind?, ipv6: ipv6?, routes: by_tier(row)? })
}

fn by_tier(row: Row<'_>) -> Option<ByTier> {
    let (local_and_standard, premium) = (stated(row, "local_and_standard"), stated(row, "premium"));
    Some(ByTier { local_and_standard: local_and_standard?, premium: premium? })
}

/// A whole number, or that the document states none; the outer option is none for anything else.
fn stated(row: Row<'_>, column: &'static str) -> Option<Option<u32>> {
    if row.text(column) == NOT_STATED { Some(None) } else { row.whole(column, 1, MOST).map(Some) }
}

fn bandwidth(row: Row<'_>) -> Option<Bandwidth> {
    let (mbps, provider, direct) = (row.whole("bandwidth_mbps", 1, MOST), row.yes_no("provider"), row.yes_no("direct"));
    Some(Bandwidth { mbps: mbps?, provider: provider?, direct: direct? })
}

fn port_pair(row: Row<'_>) -> Option<PortPair> {
    let (port_gbps, total_gbps) = (row.whole("port_gbps", 1, MOST / 1_000), stated(row, "circuits_total_gbps"));
    let mut circuit_mbps = Vec::new();
    for size in row.list("circuit_gbps") {
        match size.parse::<u32>() {
            Ok(gbps) if gbps <= MOST / 1_000 => circuit_mbps.push(gbps * 1_000),
            Ok(_) | Err(_) => row.wrong("circuit_gbps", size, Problem::Whole { low: 1, high: MOST / 1_000 }),
        }
    }
    Some(PortPair { port_gbps: port_gbps?, circuit_mbps, total_mbps: total_gbps?.map(|gbps| gbps * 1_000) })
}

fn gateway(row: Row<'_>) -> Option<GatewayLimit> {
    let named = named(row.text("gateway"));
    if named.is_none() {
        row.wrong("gateway", row.text("gateway"), Problem::Word { choices: GATEWAYS });
    }
    let circuits = circuits(row.text("circuits"));
    if circuits.is_none() {
        row.wrong("circuits", row.text("circuits"), Problem::Word { choices: &["16", "4 from 1 unit, 8 from 2"] });
    }
    let fastpath = fastpath(row.text("fastpath"));
    if fastpath.is_none() {
        row.wrong("fastpath", row.text("fastpath"), Problem::Word { choices: &["yes", "no", "from 10 units"] });
    }
    let learned = row.text("routes_learned").strip_suffix(" in all").unwrap_or(row.text("routes_learned"));
    let routes_learned = learned.parse().ok();
    if routes_learned.is_none() {
        row.wrong("routes_learned", row.text("routes_learned"), Problem::Whole { low: 1, high: MOST });
    }
    let (skus, scale_units) = named?;
    Some(GatewayLimit {
        skus,
        scale_units,
        mbps: row.whole("mbps", 1, MOST)?,
        routes_learned: routes_learned?,
        circuits: circuits?,
        fastpath_from: fastpath?,
    })
}

const GATEWAYS: &[&str] =
    &["ErGwScale, unit 1-10 (each)", "High Performance / ErGw2Az", "Standard / ErGw1Az", "Ultra Performance / ErGw3Az"];

/// The SKUs of a line, with the first and last scale unit where it has some.
type Named = (Vec<GatewaySku>, Option<(u32, u32)>);

/// `Standard / ErGw1Az` or `ErGwScale, unit 1-10 (each)`.
fn named(text: &str) -> Option<Named> {
    let sku = |name: &str| GatewaySku::ALL.iter().copied().find(|it| it.name() == name);
    if let Some((name, units)) = text.split_once(", unit ") {
        let (first, last) = units.strip_suffix(" (each)")?.split_once('-')?;
        return Some((vec![sku(name)?], Some((first.parse().ok()?, last.parse().ok()?))));
    }
    let skus: Option<Vec<GatewaySku>> = text.split(" / ").map(sku).collect();
    Some((skus?, None))
}

/// `16`, or `4 from 1 unit, 8 from 2, 16 from 10`.
fn circuits(text: &str) -> Option<Vec<(u32, u32)>> {
    let step = |step: &str| match step.split_once(" from ") {
        Some((circuits, units)) => Some((units.split(' ').next()?.parse().ok()?, circuits.parse().ok()?)),
        None => Some((0, step.parse().ok()?)),
    };
    text.split(", ").map(step).collect()
}

fn fastpath(text: &str) -> Option<Option<u32>> {
    match text {
        "yes" => Some(Some(0)),
        "no" => Some(None),
        _ => text.strip_prefix("from ")?.strip_suffix(" units")?.parse().ok().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gateways_are_named_as_the_documents_name_them() {
        assert_eq!(named("Standard / ErGw1Az"), Some((vec![GatewaySku::Standard, GatewaySku::ErGw1Az], None)));
        assert_eq!(named("ErGwScale, unit 11-40 (each)"), Some((vec![GatewaySku::ErGwScale], Some((11, 40)))));
        assert_eq!(named("Basic"), None);
        assert_eq!(named("ErGwScale, unit 1 (each)"), None);
    }

    #[test]
    fn steps_of_scale_units_are_read() {
        assert_eq!(circuits("16"), Some(vec![(0, 16)]));
        assert_eq!(circuits("4 from 1 unit, 8 from 2, 16 from 10"), Some(vec![(1, 4), (2, 8), (10, 16)]));
        assert_eq!(circuits("many"), None);
        assert_eq!(fastpath("from 10 units"), Some(Some(10)));
        assert_eq!(fastpath("sometimes"), None);
    }
}

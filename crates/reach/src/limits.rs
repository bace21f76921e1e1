//! What circuits, peerings, gateways and ports may hold: loaded with the planner and the command line, apart from
//! [`Tables`](crate::tables::Tables).

use crate::plan::words::GatewaySku;
use crate::sku::Sku;
use crate::tables::SourceRow;
use serde::{Deserialize, Serialize};

/// The documented limits, and every document of the data set.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Limits {
    /// Every document, sorted by key. The catalog has only those that its own rows name.
    pub sources: Vec<SourceRow>,
    /// VNet links by the size of the circuit, sorted by size.
    pub vnet_links: Vec<VnetLinkLimit>,
    /// Routes by peering.
    pub routes: Vec<RouteLimit>,
    /// What gateways carry.
    pub gateways: Vec<GatewayLimit>,
    /// Sizes of circuits, smallest first.
    pub bandwidths: Vec<Bandwidth>,
    /// ExpressRoute Direct port pairs, smallest first.
    pub direct_ports: Vec<PortPair>,
}

/// Limits under Local and Standard, and under Premium. None where the document states nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByTier {
    /// Under Local and Standard.
    pub local_and_standard: Option<u32>,
    /// Under Premium.
    pub premium: Option<u32>,
}

impl ByTier {
    /// The limit under `sku`.
    pub fn under(self, sku: Sku) -> Option<u32> {
        match sku {
            Sku::Local | Sku::Standard => self.local_and_standard,
            Sku::Premium => self.premium,
        }
    }
}

/// How many VNets may be linked to a circuit. Each Global Reach link takes one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VnetLinkLimit {
    /// The size of the circuit in Mbps.
    pub bandwidth_mbps: u32,
    /// The limits.
    pub links: ByTier,
}

/// What routes are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RouteKind {
    /// On-premises to private peering.
    Private,
    /// On-premises to Microsoft peering.
    Microsoft,
    /// VNet address spaces sent by a gateway.
    Gateway,
}

/// How many routes are taken before the session or connection drops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteLimit {
    /// What is counted.
    pub kind: RouteKind,
    /// IPv6 rather than IPv4.
    pub ipv6: bool,
    /// The limits.
    pub routes: ByTier,
}

/// What a gateway carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayLimit {
    /// The SKUs meant.
    pub skus: Vec<GatewaySku>,
    /// The scale units meant, first and last; none for SKUs without units. Figures are for one unit then.
    pub scale_units: Option<(u32, u32)>,
    /// Throughput in Mbps.
    pub mbps: u32,
    /// Routes learned over all circuits.
    pub routes_learned: u32,
    /// Circuits that may be connected: from so many scale units, so many circuits. One entry without units.
    pub circuits: Vec<(u32, u32)>,
    /// The scale units from which FastPath is offered, 0 without units; none where it is not.
    pub fastpath_from: Option<u32>,
}

/// A size of circuit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bandwidth {
    /// In Mbps.
    pub mbps: u32,
    /// Whether circuits through providers come in it; a provider may offer fewer sizes.
    pub provider: bool,
    /// Whether circuits on ExpressRoute Direct come in it.
    pub direct: bool,
}

/// An ExpressRoute Direct port pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortPair {
    /// The speed of each of the two ports in Gbps.
    pub port_gbps: u32,
    /// The sizes of circuits on it, in Mbps, smallest first.
    pub circuit_mbps: Vec<u32>,
    /// What its circuits may add up to, in Mbps; none where the document states nothing.
    pub total_mbps: Option<u32>,
}

impl Limits {
    /// The limits packed at build time.
    ///
    /// # Errors
    /// When the bytes were not packed by this version.
    pub fn from_packed(packed: &[u8]) -> Result<Limits, crate::catalog::PackedError> {
        postcard::from_bytes(packed).map_err(|error| crate::catalog::PackedError(error.to_string()))
    }

    /// The document with this key.
    pub fn source(&self, key: &str) -> Option<&SourceRow> {
        self.sources.binary_search_by(|row| row.key.as_str().cmp(key)).ok().and_then(|at| self.sources.get(at))
    }

    /// The VNet links of a circuit of this size; none for a size that the table does not have.
    pub fn vnet_links(&self, bandwidth_mbps: u32) -> Option<ByTier> {
        self.vnet_links.iter().find(|it| it.bandwidth_mbps == bandwidth_mbps).map(|it| it.links)
    }

    /// The routes of this kind.
    pub fn routes(&self, kind: RouteKind, ipv6: bool) -> Option<ByTier> {
        self.routes.iter().find(|it| it.kind == kind && it.ipv6 == ipv6).map(|it| it.routes)
    }

    /// The line for a gateway; none for an unknown SKU or number of scale units.
    pub fn gateway(&self, sku: GatewaySku, scale_units: u32) -> Option<&GatewayLimit> {
        let fits = |line: &&GatewayLimit| {
            line.skus.contains(&sku)
                && line.scale_units.is_none_or(|(first, last)| (first..=last).contains(&scale_units))
        };
        self.gateways.iter().find(fits)
    }

    /// The port pair of this speed.
    pub fn port_pair(&self, port_gbps: u32) -> Option<&PortPair> {
        self.direct_ports.iter().find(|it| it.port_gbps == port_gbps)
    }
}

impl GatewayLimit {
    /// How many circuits a gateway of so many scale units takes.
    pub fn circuits(&self, scale_units: u32) -> Option<u32> {
        self.circuits.iter().rev().find(|(from, _)| *from <= scale_units).map(|(_, circuits)| *circuits)
    }

    /// Its throughput in Mbps with so many scale units.
    pub fn throughput_mbps(&self, scale_units: u32) -> u32 {
        match self.scale_units {
            Some(_) => self.mbps.saturating_mul(scale_units),
            None => self.mbps,
        }
    }
}

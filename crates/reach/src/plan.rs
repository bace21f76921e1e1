//! A plan: the sites, workloads, circuits and links that someone has in mind, before anything is bought.
//!
//! A plan may be flawed (a link to nowhere, a location that is gone): that is for [findings](crate::review) to say, not
//! an error. Every part keeps the fields of its file that the model does not know in `extra`.

pub mod edit;
pub mod words;

mod make;

use crate::catalog::Catalog;
use crate::id::{PeeringLocationId, RegionId};
use crate::plan::words::{
    BgpBy, BillingFamily, ConnectionRole, ConnectivityModel, Encapsulation, GatewayKind, GatewaySku, GatewayZones,
    Resiliency, WorkloadKind,
};
use crate::sku::{Cloud, Peering, Sku};
use serde_json::{Map, Number, Value};

/// Fields of a plan file that the model does not know (yet): kept as they stand.
pub type Fields = Map<String, Value>;

/// The name of a plan that nobody has named.
pub const UNTITLED: &str = "Untitled plan";

/// A plan. Ids are unique within each list of parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name, as shown.
    pub name: String,
    /// The cloud that it is for.
    pub cloud: Cloud,
    /// The version of the data set that it was made with, `YYYY-MM-DD`; empty when its file named none.
    pub data_version: String,
    /// What it is meant to withstand.
    pub intent: Intent,
    /// On-premises sites.
    pub sites: Vec<Site>,
    /// What the sites need to reach.
    pub workloads: Vec<Workload>,
    /// ExpressRoute Direct port pairs.
    pub direct_ports: Vec<DirectPort>,
    /// Circuits, in the order they were added.
    pub circuits: Vec<PlanCircuit>,
    /// Gateways of VNets and Virtual WAN hubs.
    pub gateways: Vec<Gateway>,
    /// Which circuit carries which workload, through which gateway.
    pub connections: Vec<Connection>,
    /// Global Reach links, in the order they were added.
    pub links: Vec<PlanLink>,
    /// Further fields of the block `data` of its file.
    pub data_rest: Fields,
    /// Everything else of its file.
    pub rest: Fields,
}

/// What a plan is meant to withstand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intent {
    /// The resiliency that every workload should have from every site; none while undecided.
    pub resiliency: Option<Resiliency>,
    /// Its further fields.
    pub extra: Fields,
}

/// An on-premises site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its id, a slug.
    pub id: String,
    /// Its name, as shown.
    pub name: Option<String>,
    /// Degrees north, with the digits of its file.
    pub latitude: Option<Number>,
    /// Degrees east, with the digits of its file.
    pub longitude: Option<Number>,
    /// Its further fields.
    pub extra: Fields,
}

/// Something that sites need to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Its id, a slug.
    pub id: String,
    /// Its name, as shown.
    pub name: Option<String>,
    /// What it is.
    pub kind: WorkloadKind,
    /// Where it runs, for a workload of a region; none while undecided.
    pub region: Option<RegionRef>,
    /// The slug of the geopolitical region of a Dynamics 365 environment; none: the location's own.
    pub environment: Option<String>,
    /// How a workload of a region is reached; none: private peering.
    pub peering: Option<Peering>,
    /// Its further fields.
    pub extra: Fields,
}

/// An ExpressRoute Direct port pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectPort {
    /// Its id, a slug.
    pub id: String,
    /// Where it is.
    pub location: LocationRef,
    /// The speed of each of its two ports in Gbps; none while undecided.
    pub port_gbps: Option<u32>,
    /// How circuits are told apart on it.
    pub encapsulation: Option<Encapsulation>,
    /// Whether MACsec is to be switched on.
    pub macsec: Option<bool>,
    /// Its further fields.
    pub extra: Fields,
}

/// A circuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCircuit {
    /// Its id, a slug.
    pub id: String,
    /// The id of the site that it serves; may name no site.
    pub site: Option<String>,
    /// Where it is ordered.
    pub location: LocationRef,
    /// Its SKU tier; none while undecided.
    pub tier: Option<Sku>,
    /// How outbound data is paid; none while undecided.
    pub family: Option<BillingFamily>,
    /// Its bandwidth in Mbps; none while undecided.
    pub bandwidth_mbps: Option<u32>,
    /// Its connectivity provider, as written; none while undecided and on ExpressRoute Direct.
    pub provider: Option<String>,
    /// The id of the ExpressRoute Direct port pair that it runs on; may name none.
    pub direct_port: Option<String>,
    /// How the provider hands it over.
    pub connectivity_model: Option<ConnectivityModel>,
    /// Who runs BGP with Microsoft: the customer over layer 2, or the provider as managed layer 3.
    pub bgp: Option<BgpBy>,
    /// Whether a site-to-site VPN backs it up.
    pub vpn_backup: Option<bool>,
    /// Where its data may go.
    pub residency: Option<Residency>,
    /// What is built already: changes of it are limited.
    pub built: Option<Built>,
    /// Its peerings.
    pub peerings: Vec<CircuitPeering>,
    /// Its further fields.
    pub extra: Fields,
}

/// A peering of a circuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircuitPeering {
    /// Private or Microsoft.
    pub kind: Peering,
    /// The peer's autonomous system number.
    pub asn: Option<u32>,
    /// The VLAN id on both links.
    pub vlan: Option<u32>,
    /// The subnet of the primary link, such as `10.0.0.0/30`.
    pub primary_prefix: Option<String>,
    /// The subnet of the secondary link.
    pub secondary_prefix: Option<String>,
    /// The public prefixes advertised over Microsoft peering.
    pub advertised_prefixes: Vec<String>,
    /// How many IPv4 routes are advertised to Microsoft.
    pub routes_ipv4: Option<u32>,
    /// How many IPv6 routes are advertised to Microsoft.
    pub routes_ipv6: Option<u32>,
    /// Whether Bidirectional Forwarding Detection is to be used.
    pub bfd: Option<bool>,
    /// Its further fields.
    pub extra: Fields,
}

/// Where the data of a circuit may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residency {
    /// ISO 3166 alpha-2 codes of the countries; empty: no limit by country.
    pub countries: Vec<String>,
    /// The slug of a geopolitical region.
    pub geopolitical_region: Option<String>,
    /// Its further fields.
    pub extra: Fields,
}

/// A circuit as it stands today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// Its SKU tier.
    pub tier: Option<Sku>,
    /// How outbound data is paid.
    pub family: Option<BillingFamily>,
    /// Its bandwidth in Mbps.
    pub bandwidth_mbps: Option<u32>,
    /// Its further fields.
    pub extra: Fields,
}

/// A gateway that circuits are connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// Its id, a slug.
    pub id: String,
    /// Its name, as shown.
    pub name: Option<String>,
    /// A VNet gateway (none, too) or a Virtual WAN hub.
    pub kind: Option<GatewayKind>,
    /// Where it runs.
    pub region: RegionRef,
    /// The SKU of a VNet gateway; none while undecided.
    pub sku: Option<GatewaySku>,
    /// Its scale units.
    pub scale_units: Option<u32>,
    /// How it is spread over availability zones.
    pub zones: Option<GatewayZones>,
    /// Its subnet, such as `10.1.255.0/27`.
    pub subnet_prefix: Option<String>,
    /// How many IPv4 address spaces of VNets it advertises.
    pub address_spaces_ipv4: Option<u32>,
    /// How many IPv6 address spaces of VNets it advertises.
    pub address_spaces_ipv6: Option<u32>,
    /// Its further fields.
    pub extra: Fields,
}

/// A circuit connected to a gateway, for a workload. Without a gateway: to some gateway in the workload's region;
/// without a workload: for every workload of the gateway's region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connection {
    /// The id of the circuit; may name none.
    pub circuit: String,
    /// The id of the workload; may name none.
    pub workload: Option<String>,
    /// The id of the gateway; may name none.
    pub gateway: Option<String>,
    /// The weight among the connections of the gateway: the largest is preferred.
    pub weight: Option<u32>,
    /// Whether it carries traffic while all is well.
    pub role: Option<ConnectionRole>,
    /// Whether FastPath is to be used.
    pub fastpath: Option<bool>,
    /// Its further fields.
    pub extra: Fields,
}

/// A Global Reach link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanLink {
    /// The id of the circuit at one end; may name no circuit.
    pub from: String,
    /// The id of the circuit at the other end; may name no circuit.
    pub to: String,
    /// Its IPv4 subnet, such as `192.168.8.0/29`.
    pub prefix: Option<String>,
    /// Its IPv6 subnet.
    pub prefix_ipv6: Option<String>,
    /// Its further fields.
    pub extra: Fields,
}

/// The peering location that a plan names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocationRef {
    /// A location of the catalog.
    Known(PeeringLocationId),
    /// A slug that the catalog does not have.
    Unknown(String),
}

impl LocationRef {
    /// The location with this slug, whether or not the catalog has it.
    pub fn from_slug(catalog: &Catalog, slug: &str) -> LocationRef {
        match catalog.location_by_slug(slug) {
            Some(id) => LocationRef::Known(id),
            None => LocationRef::Unknown(slug.to_owned()),
        }
    }

    /// The slug, as in files.
    pub fn slug<'a>(&'a self, catalog: &'a Catalog) -> &'a str {
        match self {
            LocationRef::Known(id) => &catalog.location(*id).slug,
            LocationRef::Unknown(slug) => slug,
        }
    }

    /// The location, when the catalog has it.
    pub fn known(&self) -> Option<PeeringLocationId> {
        match self {
            LocationRef::Known(id) => Some(*id),
            LocationRef::Unknown(_) => None,
        }
    }
}

/// The Azure region that a plan names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionRef {
    /// A region of the catalog, whatever its status.
    Known(RegionId),
    /// A slug that the catalog does not have.
    Unknown(String),
}

impl RegionRef {
    /// The region with this slug, whether or not the catalog has it.
    pub fn from_slug(catalog: &Catalog, slug: &str) -> RegionRef {
        match catalog.region_by_slug(slug) {
            Some(id) => RegionRef::Known(id),
            None => RegionRef::Unknown(slug.to_owned()),
        }
    }

    /// The slug, as in files.
    pub fn slug<'a>(&'a self, catalog: &'a Catalog) -> &'a str {
        match self {
            RegionRef::Known(id) => &catalog.region(*id).slug,
            RegionRef::Unknown(slug) => slug,
        }
    }

    /// The region, when the catalog has it.
    pub fn known(&self) -> Option<RegionId> {
        match self {
            RegionRef::Known(id) => Some(*id),
            RegionRef::Unknown(_) => None,
        }
    }
}

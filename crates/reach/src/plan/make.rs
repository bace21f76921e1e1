//! Parts of a plan of which little is decided, and what they say of themselves.

use crate::catalog::Catalog;
use crate::geo::LonLat;
use crate::plan::words::{BillingFamily, WorkloadKind};
use crate::plan::{
    CircuitPeering, Connection, DirectPort, Fields, Gateway, Intent, LocationRef, Plan, PlanCircuit, PlanLink,
    RegionRef, Site, UNTITLED, Workload,
};
use crate::sku::{Cloud, Peering, Sku};
use serde_json::Number;

impl Plan {
    /// An empty plan for the public cloud.
    pub fn new(catalog: &Catalog) -> Plan {
        Plan {
            name: UNTITLED.to_owned(),
            cloud: Cloud::Public,
            data_version: catalog.version().to_owned(),
            intent: Intent::default(),
            sites: Vec::new(),
            workloads: Vec::new(),
            direct_ports: Vec::new(),
            circuits: Vec::new(),
            gateways: Vec::new(),
            connections: Vec::new(),
            links: Vec::new(),
            data_rest: Fields::new(),
            rest: Fields::new(),
        }
    }

    /// The circuit with this id.
    pub fn circuit(&self, id: &str) -> Option<&PlanCircuit> {
        self.circuits.iter().find(|it| it.id == id)
    }
}

impl Site {
    /// A site at a point, in degrees as typed: `52.37` stays `52.37`.
    pub fn at(id: &str, name: &str, latitude: Number, longitude: Number) -> Site {
        Site {
            id: id.to_owned(),
            name: Some(name.to_owned()),
            latitude: Some(latitude),
            longitude: Some(longitude),
            extra: Fields::new(),
        }
    }

    /// Where it is; none while a coordinate is missing or out of range.
    pub fn point(&self) -> Option<LonLat> {
        LonLat::new(self.longitude.as_ref()?.as_f64()?, self.latitude.as_ref()?.as_f64()?)
    }

    /// Its name, or its id while it has none.
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

impl Workload {
    /// A workload in a region, over private peering.
    pub fn in_region(id: &str, region: RegionRef) -> Workload {
        Workload { region: Some(region), ..Workload::service(id, WorkloadKind::Region) }
    }

    /// A workload that names no region.
    pub fn service(id: &str, kind: WorkloadKind) -> Workload {
        let (name, region, environment, peering) = (None, None, None, None);
        Workload { id: id.to_owned(), name, kind, region, environment, peering, extra: Fields::new() }
    }

    /// Its name, or its id while it has none.
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

impl PlanCircuit {
    /// A circuit of which nothing but the place and tier is decided. Unlimited under Local, otherwise metered.
    pub fn new(id: &str, location: LocationRef, sku: Sku) -> PlanCircuit {
        PlanCircuit {
            id: id.to_owned(),
            site: None,
            location,
            tier: Some(sku),
            family: Some(BillingFamily::of_new(sku)),
            bandwidth_mbps: None,
            provider: None,
            direct_port: None,
            connectivity_model: None,
            bgp: None,
            vpn_backup: None,
            residency: None,
            built: None,
            peerings: Vec::new(),
            extra: Fields::new(),
        }
    }
}

impl CircuitPeering {
    /// A peering of which nothing is decided.
    pub fn new(kind: Peering) -> CircuitPeering {
        CircuitPeering {
            kind,
            asn: None,
            vlan: None,
            primary_prefix: None,
            secondary_prefix: None,
            advertised_prefixes: Vec::new(),
            routes_ipv4: None,
            routes_ipv6: None,
            bfd: None,
            extra: Fields::new(),
        }
    }
}

impl Gateway {
    /// A gateway of which only the region is decided.
    pub fn new(id: &str, region: RegionRef) -> Gateway {
        Gateway {
            id: id.to_owned(),
            name: None,
            kind: None,
            region,
            sku: None,
            scale_units: None,
            zones: None,
            subnet_prefix: None,
            address_spaces_ipv4: None,
            address_spaces_ipv6: None,
            extra: Fields::new(),
        }
    }
}

impl DirectPort {
    /// A port pair.
    pub fn new(id: &str, location: LocationRef, port_gbps: u32) -> DirectPort {
        let (encapsulation, macsec) = (None, None);
        DirectPort {
            id: id.to_owned(),
            location,
            port_gbps: Some(port_gbps),
            encapsulation,
            macsec,
            extra: Fields::new(),
        }
    }
}

impl Connection {
    /// A circuit that carries a workload.
    pub fn new(circuit: &str, workload: &str) -> Connection {
        Connection { circuit: circuit.to_owned(), workload: Some(workload.to_owned()), ..Connection::default() }
    }
}

impl PlanLink {
    /// A link between two circuits.
    pub fn new(from: &str, to: &str) -> PlanLink {
        PlanLink { from: from.to_owned(), to: to.to_owned(), ..PlanLink::default() }
    }

    /// Whether it joins these two circuits, whichever end is named first.
    pub fn joins(&self, one: &str, other: &str) -> bool {
        (self.from == one && self.to == other) || (self.from == other && self.to == one)
    }
}

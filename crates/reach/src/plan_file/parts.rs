//! The parts of a plan as objects of its file: which fields each has.

use crate::catalog::Catalog;
use crate::phrase::phrase;
use crate::plan::{
    Built, CircuitPeering, Connection, DirectPort, Fields, Gateway, Intent, PlanCircuit, PlanLink, Residency, Site,
    Workload,
};
use crate::plan_file::error::PlanFileError;
use crate::plan_file::object::{FieldValue, Object, PlanPart, plan_part, read_object};
use serde_json::Value;

const LOCATION: &str = phrase("the slug of a peering location, such as \"amsterdam\"");
const REGION: &str = phrase("the name of an Azure region, such as \"westeurope\"");
const CIRCUIT: &str = phrase("the id of a circuit");

plan_part!(Intent { resiliency });

plan_part!(Site { id: phrase("an id of its own, such as \"ams-hq\""), name, latitude, longitude });

plan_part!(Workload {
    id: phrase("an id of its own, such as \"erp\""),
    name,
    kind: phrase("\"region\", \"microsoft-365\", \"dynamics-365\" or \"azure-vmware-solution\""),
    region,
    environment,
    peering,
});

plan_part!(DirectPort {
    id: phrase("an id of its own, such as \"p1\""),
    location: LOCATION,
    port_gbps,
    encapsulation,
    macsec
});

plan_part!(PlanCircuit {
    id: phrase("an id of its own, such as \"c1\""),
    site,
    location: LOCATION,
    tier,
    family,
    bandwidth_mbps,
    provider,
    direct_port,
    connectivity_model,
    bgp,
    vpn_backup,
    residency,
    built,
    peerings,
});

plan_part!(CircuitPeering {
    kind: phrase("\"private\" or \"microsoft\""),
    asn,
    vlan,
    primary_prefix,
    secondary_prefix,
    advertised_prefixes,
    routes_ipv4,
    routes_ipv6,
    bfd,
});

plan_part!(Residency { countries, geopolitical_region });

plan_part!(Built { tier, family, bandwidth_mbps });

plan_part!(Gateway {
    id: phrase("an id of its own, such as \"g1\""),
    name,
    kind,
    region: REGION,
    sku,
    scale_units,
    zones,
    subnet_prefix,
    address_spaces_ipv4,
    address_spaces_ipv6,
});

plan_part!(Connection { circuit: CIRCUIT, workload, gateway, weight, role, fastpath });

plan_part!(PlanLink { from: CIRCUIT, to: CIRCUIT, prefix, prefix_ipv6 });

macro_rules! objects {
    ($($part:ident),+) => { $(
        impl FieldValue for Option<$part> {
            fn read(object: &mut Object<'_>, field: &'static str, _: &str) -> Result<Self, PlanFileError> {
                read_object(object, field)
            }

            fn written(&self, catalog: &Catalog) -> Option<Value> {
                self.as_ref().map(|it| Value::Object(it.written(catalog)))
            }
        }
    )+ };
}
objects!(Built, Residency);

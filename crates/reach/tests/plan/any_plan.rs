//! Any plan, for properties: every part, every field, unknown fields, references to nothing.

use crate::world::{SLUGS, tiny_catalog};
use expressroute_reach::plan::words::{
    BgpBy, BillingFamily, ConnectionRole, ConnectivityModel, Encapsulation, GatewayKind, GatewaySku, GatewayZones,
    Resiliency, WorkloadKind,
};
use expressroute_reach::plan::{
    Built, CircuitPeering, Connection, DirectPort, Fields, Gateway, Intent, LocationRef, Plan, PlanCircuit, PlanLink,
    RegionRef, Residency, Site, Workload,
};
use expressroute_reach::sku::{Cloud, Peering, Sku};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Number, Value};

/// Numbers as the parser spells them.
fn number() -> impl Strategy<Value = Number> {
    "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?(e[+-][0-9]{1,4})?".prop_map(|text| serde_json::from_str(&text).unwrap())
}

/// Any JSON.
pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number().prop_map(Value::Number),
        any::<String>().prop_map(Value::from),
        "[a-z\"\\\\\u{0}-\u{1f}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Fields whose names the model does not take out.
fn unknown() -> impl Strategy<Value = Fields> {
    btree_map(any::<String>().prop_map(|it| format!("x-{it}")), any_json(), 0..2)
        .prop_map(|fields| fields.into_iter().collect())
}

fn id() -> impl Strategy<Value = String> {
    "[a-z]{1,4}"
}

fn text() -> impl Strategy<Value = Option<String>> {
    of(prop_oneof![any::<String>(), id()])
}

fn location() -> impl Strategy<Value = LocationRef> {
    let slug = prop_oneof![select(&SLUGS[..]).prop_map(str::to_owned), "[a-z]{1,8}-gone"];
    slug.prop_map(|slug| LocationRef::from_slug(&tiny_catalog(), &slug))
}

fn region() -> impl Strategy<Value = RegionRef> {
    "[a-z]{1,8}".prop_map(RegionRef::Unknown)
}

fn site() -> impl Strategy<Value = Site> {
    (id(), text(), of(number()), of(number()), unknown()).prop_map(|(id, name, latitude, longitude, extra)| Site {
        id,
        name,
        latitude,
        longitude,
        extra,
    })
}

fn workload() -> impl Strategy<Value = Workload> {
    let kind = (select(WorkloadKind::ALL), of(region()), text(), of(select(Peering::ALL)));
    (id(), text(), kind, unknown()).prop_map(|(id, name, (kind, region, environment, peering), extra)| Workload {
        id,
        name,
        kind,
        region,
        environment,
        peering,
        extra,
    })
}

fn port() -> impl Strategy<Value = DirectPort> {
    (id(), location(), of(any::<u32>()), of(select(Encapsulation::ALL)), of(any::<bool>()), unknown()).prop_map(
        |(id, location, port_gbps, encapsulation, macsec, extra)| DirectPort {
            id,
            location,
            port_gbps,
            encapsulation,
            macsec,
            extra,
        },
    )
}

fn peering() -> impl Strategy<Value = CircuitPeering> {
    let numbers = (of(any::<u32>()), of(any::<u32>()), of(any::<u32>()), of(any::<u32>()));
    let prefixes = (text(), text(), vec(any::<String>(), 0..3));
    (select(Peering::ALL), numbers, prefixes, of(any::<bool>()), unknown()).prop_map(
        |(kind, (asn, vlan, routes_ipv4, routes_ipv6), (primary_prefix, secondary_prefix, list), bfd, extra)| {
            CircuitPeering {
                kind,
                asn,
                vlan,
                primary_prefix,
                secondary_prefix,
                advertised_prefixes: list,
                routes_ipv4,
                routes_ipv6,
                bfd,
                extra,
            }
        },
    )
}

fn residency() -> impl Strategy<Value = Residency> {
    (vec(any::<String>(), 0..3), text(), unknown()).prop_map(|(countries, geopolitical_region, extra)| Residency {
        countries,
        geopolitical_region,
        extra,
    })
}

fn built() -> impl Strategy<Value = Built> {
    (of(select(Sku::ALL)), of(select(BillingFamily::ALL)), of(any::<u32>()), unknown())
        .prop_map(|(tier, family, bandwidth_mbps, extra)| Built { tier, family, bandwidth_mbps, extra })
}

fn circuit() -> impl Strategy<Value = PlanCircuit> {
    let size = (of(select(Sku::ALL)), of(select(BillingFamily::ALL)), of(any::<u32>()));
    let how = (text(), of(id()), of(select(ConnectivityModel::ALL)), of(select(BgpBy::ALL)), of(any::<bool>()));
    let more = (of(residency()), of(built()), vec(peering(), 0..3), unknown());
    (id(), of(id()), location(), size, how, more).prop_map(|(id, site, location, size, how, more)| PlanCircuit {
        id,
        site,
        location,
        tier: size.0,
        family: size.1,
        bandwidth_mbps: size.2,
        provider: how.0,
        direct_port: how.1,
        connectivity_model: how.2,
        bgp: how.3,
        vpn_backup: how.4,
        residency: more.0,
        built: more.1,
        peerings: more.2,
        extra: more.3,
    })
}

fn gateway() -> impl Strategy<Value = Gateway> {
    let words = (of(select(GatewayKind::ALL)), of(select(GatewaySku::ALL)), of(select(GatewayZones::ALL)));
    let numbers = (of(any::<u32>()), of(any::<u32>()), of(any::<u32>()));
    (id(), text(), region(), words, numbers, text(), unknown()).prop_map(
        |(id, name, region, (kind, sku, zones), numbers, subnet_prefix, extra)| Gateway {
            id,
            name,
            kind,
            region,
            sku,
            scale_units: numbers.0,
            zones,
            subnet_prefix,
            address_spaces_ipv4: numbers.1,
            address_spaces_ipv6: numbers.2,
            extra,
        },
    )
}

fn connection() -> impl Strategy<Value = Connection> {
    let choices = (of(any::<u32>()), of(select(ConnectionRole::ALL)), of(any::<bool>()));
    (id(), of(id()), of(id()), choices, unknown()).prop_map(
        |(circuit, workload, gateway, (weight, role, fastpath), extra)| Connection {
            circuit,
            workload,
            gateway,
            weight,
            role,
            fastpath,
            extra,
        },
    )
}

fn link() -> impl Strategy<Value = PlanLink> {
    (id(), "\\PC{1,4}", text(), text(), unknown()).prop_map(|(from, to, prefix, prefix_ipv6, extra)| PlanLink {
        from,
        to,
        prefix,
        prefix_ipv6,
        extra,
    })
}

/// Any plan as it is after the current data set has saved it.
pub fn plan() -> impl Strategy<Value = Plan> {
    let head = (any::<String>(), select(Cloud::ALL), of(select(Resiliency::ALL)), unknown(), unknown(), unknown());
    let places = (vec(site(), 0..3), vec(workload(), 0..3), vec(port(), 0..3));
    let parts = (vec(circuit(), 0..3), vec(gateway(), 0..3), vec(connection(), 0..3), vec(link(), 0..3));
    (head, places, parts).prop_map(|((name, cloud, resiliency, of_intent, data_rest, rest), places, parts)| {
        let mut plan = Plan {
            name,
            cloud,
            data_version: tiny_catalog().version().to_owned(),
            intent: Intent { resiliency, extra: of_intent },
            sites: places.0,
            workloads: places.1,
            direct_ports: places.2,
            circuits: parts.0,
            gateways: parts.1,
            connections: parts.2,
            links: parts.3,
            data_rest,
            rest,
        };
        // Ids are unique within a list.
        let number = |(at, id): (usize, &mut String)| *id = format!("{id}-{at}");
        plan.sites.iter_mut().map(|it| &mut it.id).enumerate().for_each(number);
        plan.workloads.iter_mut().map(|it| &mut it.id).enumerate().for_each(number);
        plan.direct_ports.iter_mut().map(|it| &mut it.id).enumerate().for_each(number);
        plan.circuits.iter_mut().map(|it| &mut it.id).enumerate().for_each(number);
        plan.gateways.iter_mut().map(|it| &mut it.id).enumerate().for_each(number);
        plan
    })
}

//! Plan → JSON: one order of fields and one layout, so that equal plans are equal bytes.

use crate::catalog::Catalog;
use crate::plan::{Fields, Plan};
use crate::plan_file::object::{FieldValue, PlanPart};
use crate::plan_file::{FORMAT, VERSION};
use serde_json::Value;

/// The names of the format in the order in which they are written, in whatever object they stand. Other names follow,
/// sorted.
const ORDER: &[&str] = &[
    "id",
    "format",
    "version",
    "name",
    "data",
    "intent",
    "sites",
    "workloads",
    "direct_ports",
    "circuits",
    "gateways",
    "connections",
    "global_reach_links",
    "cloud",
    "resiliency",
    "latitude",
    "longitude",
    "kind",
    "region",
    "environment",
    "peering",
    "site",
    "location",
    "tier",
    "family",
    "bandwidth_mbps",
    "provider",
    "direct_port",
    "port_gbps",
    "encapsulation",
    "macsec",
    "connectivity_model",
    "bgp",
    "vpn_backup",
    "residency",
    "countries",
    "geopolitical_region",
    "built",
    "peerings",
    "asn",
    "vlan",
    "primary_prefix",
    "secondary_prefix",
    "advertised_prefixes",
    "routes_ipv4",
    "routes_ipv6",
    "bfd",
    "sku",
    "scale_units",
    "zones",
    "subnet_prefix",
    "address_spaces_ipv4",
    "address_spaces_ipv6",
    "circuit",
    "workload",
    "gateway",
    "weight",
    "role",
    "fastpath",
    "from",
    "to",
    "prefix",
    "prefix_ipv6",
];

/// The top level of the file of a plan.
pub(super) fn fields(catalog: &Catalog, plan: &Plan) -> Fields {
    let mut data = plan.data_rest.clone();
    put(&mut data, "version", catalog.version());
    put(&mut data, "cloud", plan.cloud.as_str());
    let mut top = plan.rest.clone();
    put(&mut top, "format", FORMAT);
    put(&mut top, "version", VERSION);
    put(&mut top, "name", plan.name.as_str());
    put(&mut top, "data", data);
    let intent = plan.intent.written(catalog);
    if !intent.is_empty() {
        put(&mut top, "intent", intent);
    }
    put_list(&mut top, "sites", plan.sites.written(catalog));
    put_list(&mut top, "workloads", plan.workloads.written(catalog));
    put_list(&mut top, "direct_ports", plan.direct_ports.written(catalog));
    put_list(&mut top, "gateways", plan.gateways.written(catalog));
    put_list(&mut top, "connections", plan.connections.written(catalog));
    // These two stand in every file, empty or not.
    put(&mut top, "circuits", plan.circuits.written(catalog).unwrap_or_else(|| Value::Array(Vec::new())));
    put(&mut top, "global_reach_links", plan.links.written(catalog).unwrap_or_else(|| Value::Array(Vec::new())));
    top
}

fn put(fields: &mut Fields, name: &str, value: impl Into<Value>) {
    fields.insert(name.to_owned(), value.into());
}

fn put_list(fields: &mut Fields, name: &str, list: Option<Value>) {
    if let Some(list) = list {
        put(fields, name, list);
    }
}

/// The text of a document.
pub(super) fn document(fields: Fields) -> String {
    let mut out = String::new();
    value(&mut out, &Value::Object(fields), 0);
    out.push('\n');
    out
}

fn value(out: &mut String, it: &Value, depth: usize) {
    match it {
        Value::Array(list) if !list.is_empty() => {
            out.push('[');
            for (at, entry) in list.iter().enumerate() {
                next_line(out, at > 0, depth + 1);
                value(out, entry, depth + 1);
            }
            next_line(out, false, depth);
            out.push(']');
        }
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (at, (name, entry)) in in_order(fields).enumerate() {
                next_line(out, at > 0, depth + 1);
                out.push_str(&Value::from(name).to_string());
                out.push_str(": ");
                value(out, entry, depth + 1);
            }
            next_line(out, false, depth);
            out.push('}');
        }
        // Everything that stands on one line.
        _ => out.push_str(&it.to_string()),
    }
}

fn next_line(out: &mut String, comma: bool, depth: usize) {
    if comma {
        out.push(',');
    }
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// The names of the format, then all others, which the map holds sorted.
fn in_order(fields: &Fields) -> impl Iterator<Item = (&str, &Value)> {
    let first = ORDER.iter().filter_map(|name| fields.get(*name).map(|entry| (*name, entry)));
    let others = fields.iter().map(|(name, entry)| (name.as_str(), entry));
    first.chain(others.filter(|(name, _)| !ORDER.contains(name)))
}

//! Plan → JSON: one order of fields and one layout, so that equal plans are equal bytes.

use crate::catalog::Catalog;
use crate::plan::{Fields, Plan};
use crate::plan_file::object::{FieldValue, PlanPart};
use crate::plan_file::{FORMAT, MAX_BYTES, VERSION};
use serde_json::Value;
use std::fmt::Write;

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

/// The text of a document: indented, or in one line where it would else be larger than a file may be.
pub(super) fn document(fields: Fields) -> String {
    let document = Value::Object(fields);
    let mut out = String::new();
    value(&mut out, &document, Layout::Indented(0));
    out.push('\n');
    if out.len() > MAX_BYTES {
        out.clear();
        value(&mut out, &document, Layout::OneLine);
        out.push('\n');
    }
    out
}

/// How an object or a list is laid out.
#[derive(Clone, Copy)]
enum Layout {
    /// Entries on lines of their own, so many steps to the right.
    Indented(usize),
    OneLine,
}

impl Layout {
    fn inside(self) -> Layout {
        match self {
            Layout::Indented(depth) => Layout::Indented(depth + 1),
            Layout::OneLine => Layout::OneLine,
        }
    }

    fn colon(self) -> &'static str {
        match self {
            Layout::Indented(_) => ": ",
            Layout::OneLine => ":",
        }
    }

    fn next_line(self, out: &mut String) {
        if let Layout::Indented(depth) = self {
            out.push('\n');
            (0..depth).for_each(|_| out.push_str("  "));
        }
    }
}

fn value(out: &mut String, it: &Value, layout: Layout) {
    match it {
        Value::Array(list) if !list.is_empty() => {
            out.push('[');
            for (at, entry) in list.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                layout.inside().next_line(out);
                value(out, entry, layout.inside());
            }
            layout.next_line(out);
            out.push(']');
        }
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (at, (name, entry)) in in_order(fields).into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                layout.inside().next_line(out);
                text(out, name);
                out.push_str(layout.colon());
                value(out, entry, layout.inside());
            }
            layout.next_line(out);
            out.push('}');
        }
        Value::String(it) => text(out, it),
        // Everything else stands on one line. Writing into a string cannot fail.
        _ => drop(write!(out, "{it}")),
    }
}

/// A text in quotes.
fn text(out: &mut String, it: &str) {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\' && byte != 0x7F;
    if it.bytes().all(is_plain) {
        out.push('"');
        out.push_str(it);
        out.push('"');
    } else {
        out.push_str(&Value::from(it).to_string());
    }
}

/// The names of the format, then all others, which the map holds sorted.
fn in_order(fields: &Fields) -> Vec<(&str, &Value)> {
    let rank = |name: &str| ORDER.iter().position(|it| *it == name).unwrap_or(ORDER.len());
    let mut ranked: Vec<(usize, &str, &Value)> = Vec::with_capacity(fields.len());
    for (name, entry) in fields {
        let rank = rank(name);
        // Objects have few names of the format; the others come as they are to stand.
        let at = ranked.partition_point(|it| it.0 <= rank);
        ranked.insert(at, (rank, name, entry));
    }
    ranked.into_iter().map(|(_, name, entry)| (name, entry)).collect()
}

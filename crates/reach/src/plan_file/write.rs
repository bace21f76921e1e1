//! Plan → JSON: one order of fields and one layout, so that equal plans are equal bytes.

use crate::catalog::Catalog;
use crate::plan::{Fields, Plan, PlanCircuit, PlanLink};
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
    "circuits",
    "connections",
    "global_reach_links",
    "cloud",
    "latitude",
    "longitude",
    "kind",
    "region",
    "site",
    "location",
    "tier",
    "family",
    "bandwidth_mbps",
    "provider",
    "peerings",
    "asn",
    "vlan",
    "primary_prefix",
    "secondary_prefix",
    "circuit",
    "workload",
    "from",
    "to",
    "prefix",
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
    put(&mut top, "circuits", plan.circuits.iter().map(|it| circuit(catalog, it)).collect::<Vec<_>>());
    put(&mut top, "global_reach_links", plan.links.iter().map(link).collect::<Vec<_>>());
    top
}

fn circuit(catalog: &Catalog, circuit: &PlanCircuit) -> Fields {
    let mut fields = circuit.extra.clone();
    put(&mut fields, "id", circuit.id.as_str());
    put(&mut fields, "location", circuit.location.slug(catalog));
    put_some(&mut fields, "tier", circuit.tier.map(|it| it.as_str()));
    put_some(&mut fields, "family", circuit.family.map(|it| it.as_str()));
    put_some(&mut fields, "bandwidth_mbps", circuit.bandwidth_mbps);
    put_some(&mut fields, "provider", circuit.provider.as_deref());
    fields
}

fn link(link: &PlanLink) -> Fields {
    let mut fields = link.extra.clone();
    put(&mut fields, "from", link.from.as_str());
    put(&mut fields, "to", link.to.as_str());
    fields
}

fn put(fields: &mut Fields, name: &str, value: impl Into<Value>) {
    fields.insert(name.to_owned(), value.into());
}

fn put_some(fields: &mut Fields, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        put(fields, name, value);
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

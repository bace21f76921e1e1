//! JSON → plan: takes the fields that the model knows out of each object, and keeps what is left.

use crate::catalog::Catalog;
use crate::plan::{Intent, Plan, UNTITLED};
use crate::plan_file::error::{NOTHING, PlanFileError, Remedy};
use crate::plan_file::object::{FieldValue, Object, PlanPart, read_word, shown};
use crate::plan_file::{FORMAT, VERSION};
use crate::sku::Cloud;
use serde_json::Value;
use std::collections::BTreeMap;

/// The plan in a document.
pub(super) fn plan(catalog: &Catalog, document: Value) -> Result<Plan, PlanFileError> {
    let mut top = match document {
        Value::Object(fields) => Object { catalog, pointer: String::new(), fields },
        other => return Err(PlanFileError::NotAPlan { pointer: "", value: shown(&other) }),
    };
    check_format(&mut top)?;
    check_version(&mut top)?;
    let name: Option<String> = FieldValue::read(&mut top, "name", "")?;
    let mut data = top.object("data")?;
    let plan = Plan {
        name: name.unwrap_or_else(|| UNTITLED.to_owned()),
        cloud: read_word(&mut data, "cloud", Cloud::ALL, Cloud::as_str)?.unwrap_or(Cloud::Public),
        data_version: <Option<String>>::read(&mut data, "version", "")?.unwrap_or_default(),
        intent: intent(&mut top)?,
        sites: FieldValue::read(&mut top, "sites", "")?,
        workloads: FieldValue::read(&mut top, "workloads", "")?,
        direct_ports: FieldValue::read(&mut top, "direct_ports", "")?,
        circuits: FieldValue::read(&mut top, "circuits", "")?,
        gateways: FieldValue::read(&mut top, "gateways", "")?,
        connections: FieldValue::read(&mut top, "connections", "")?,
        links: FieldValue::read(&mut top, "global_reach_links", "")?,
        data_rest: data.fields,
        rest: rest(top.fields),
    };
    check_ids("sites", plan.sites.iter().map(|it| it.id.as_str()))?;
    check_ids("workloads", plan.workloads.iter().map(|it| it.id.as_str()))?;
    check_ids("direct_ports", plan.direct_ports.iter().map(|it| it.id.as_str()))?;
    check_ids("circuits", plan.circuits.iter().map(|it| it.id.as_str()))?;
    check_ids("gateways", plan.gateways.iter().map(|it| it.id.as_str()))?;
    Ok(plan)
}

/// What the plan does not model. A report is made anew from the plan whenever one is wanted, and the lists that are
/// always written need not be remembered as empty.
fn rest(mut fields: crate::plan::Fields) -> crate::plan::Fields {
    for field in ["report", "circuits", "global_reach_links"] {
        fields.remove(field);
    }
    fields
}

fn intent(top: &mut Object<'_>) -> Result<Intent, PlanFileError> {
    let empty = top.fields.get("intent").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty);
    // An empty one says nothing: it stays where it is, so that it is written again.
    if empty { Ok(Intent::default()) } else { Intent::read(top.object("intent")?) }
}

fn check_format(top: &mut Object<'_>) -> Result<(), PlanFileError> {
    let value = match top.fields.remove("format") {
        Some(Value::String(word)) if word == FORMAT => return Ok(()),
        Some(other) => shown(&other),
        None => NOTHING.to_owned(),
    };
    Err(PlanFileError::NotAPlan { pointer: "/format", value })
}

fn check_version(top: &mut Object<'_>) -> Result<(), PlanFileError> {
    let value = top.required("version", Remedy::Version)?;
    match value.as_u64() {
        Some(number) if (1..=VERSION).contains(&number) => Ok(()),
        Some(number) if number > VERSION => Err(PlanFileError::NewerVersion { value: number }),
        Some(_) | None => Err(top.wrong("version", &value, Remedy::Whole(1, VERSION))),
    }
}

fn check_ids<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), PlanFileError> {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        if let Some(first) = taken.insert(id, at) {
            return Err(PlanFileError::DuplicateId {
                pointer: format!("/{list}/{at}/id"),
                value: shown(&Value::from(id)),
                first: format!("/{list}/{first}"),
            });
        }
    }
    Ok(())
}

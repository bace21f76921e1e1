//! JSON → plan: takes the fields that the model knows out of each object, and keeps what is left.

use crate::catalog::Catalog;
use crate::plan::{BillingFamily, Fields, LocationRef, Plan, PlanCircuit, PlanLink, UNTITLED};
use crate::plan_file::error::{PlanFileError, shortened};
use crate::plan_file::{FORMAT, VERSION};
use crate::sku::{Cloud, Sku};
use serde_json::Value;

/// The plan in a document.
pub(super) fn plan(catalog: &Catalog, document: Value) -> Result<Plan, PlanFileError> {
    let mut top = match document {
        Value::Object(fields) => Object { pointer: String::new(), fields },
        other => return Err(PlanFileError::NotAPlan { pointer: "", value: shown(&other) }),
    };
    check_format(&mut top)?;
    check_version(&mut top)?;
    let name = top.text("name")?.unwrap_or_else(|| UNTITLED.to_owned());
    let mut data = top.object("data")?;
    let cloud = data.word("cloud", Cloud::ALL, Cloud::as_str)?.unwrap_or(Cloud::Public);
    let data_version = data.text("version")?.unwrap_or_default();
    let circuits = circuits(catalog, top.objects("circuits")?)?;
    let links = top.objects("global_reach_links")?.into_iter().map(link).collect::<Result<_, _>>()?;
    // A report is made anew from the plan whenever one is wanted.
    top.fields.remove("report");
    Ok(Plan { name, cloud, data_version, circuits, links, data_rest: data.fields, rest: top.fields })
}

fn check_format(top: &mut Object) -> Result<(), PlanFileError> {
    let value = match top.fields.remove("format") {
        Some(Value::String(word)) if word == FORMAT => return Ok(()),
        Some(other) => shown(&other),
        None => "nothing".to_owned(),
    };
    Err(PlanFileError::NotAPlan { pointer: "/format", value })
}

fn check_version(top: &mut Object) -> Result<(), PlanFileError> {
    let value = top.required("version", || format!("\"version\": {VERSION}"))?;
    match value.as_u64() {
        Some(number) if (1..=VERSION).contains(&number) => Ok(()),
        Some(number) if number > VERSION => Err(PlanFileError::NewerVersion { value: number }),
        Some(_) | None => Err(top.wrong("version", &value, format!("a whole number from 1 to {VERSION}"))),
    }
}

fn circuits(catalog: &Catalog, objects: Vec<Object>) -> Result<Vec<PlanCircuit>, PlanFileError> {
    let mut circuits: Vec<PlanCircuit> = Vec::with_capacity(objects.len());
    let mut taken = Fields::new();
    for (at, object) in objects.into_iter().enumerate() {
        let pointer = object.pointer.clone();
        let circuit = circuit(catalog, object)?;
        if let Some(first) = taken.insert(circuit.id.clone(), Value::from(at)) {
            return Err(PlanFileError::DuplicateId {
                pointer: format!("{pointer}/id"),
                value: shown(&Value::String(circuit.id)),
                first: format!("/circuits/{first}"),
            });
        }
        circuits.push(circuit);
    }
    Ok(circuits)
}

fn circuit(catalog: &Catalog, mut object: Object) -> Result<PlanCircuit, PlanFileError> {
    Ok(PlanCircuit {
        id: object.required_text("id", "an id of its own, such as \"c1\"")?,
        location: LocationRef::from_slug(
            catalog,
            &object.required_text("location", "the slug of a peering location, such as \"amsterdam\"")?,
        ),
        tier: object.word("tier", Sku::ALL, Sku::as_str)?,
        family: object.word("family", BillingFamily::ALL, BillingFamily::as_str)?,
        bandwidth_mbps: object.whole("bandwidth_mbps")?,
        provider: object.text("provider")?,
        extra: object.fields,
    })
}

fn link(mut object: Object) -> Result<PlanLink, PlanFileError> {
    Ok(PlanLink {
        from: object.required_text("from", "the id of a circuit")?,
        to: object.required_text("to", "the id of a circuit")?,
        extra: object.fields,
    })
}

/// An object of the document with its place. Reading a field takes it out; null reads as absent.
struct Object {
    pointer: String,
    fields: Fields,
}

impl Object {
    fn take(&mut self, field: &str) -> Option<Value> {
        self.fields.remove(field).filter(|it| !it.is_null())
    }

    fn required(&mut self, field: &'static str, remedy: impl FnOnce() -> String) -> Result<Value, PlanFileError> {
        self.take(field).ok_or_else(|| PlanFileError::Missing {
            pointer: self.pointer.clone(),
            field,
            remedy: remedy(),
        })
    }

    /// A text that must be there and not be empty.
    fn required_text(&mut self, field: &'static str, remedy: &str) -> Result<String, PlanFileError> {
        match self.required(field, || remedy.to_owned())? {
            Value::String(text) if !text.is_empty() => Ok(text),
            other => Err(self.wrong(field, &other, remedy.to_owned())),
        }
    }

    fn text(&mut self, field: &str) -> Result<Option<String>, PlanFileError> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(field, &other, "text in quotes".to_owned())),
        }
    }

    fn whole(&mut self, field: &str) -> Result<Option<u32>, PlanFileError> {
        let Some(value) = self.take(field) else { return Ok(None) };
        match value.as_u64().map(u32::try_from) {
            Some(Ok(number)) => Ok(Some(number)),
            Some(Err(_)) | None => Err(self.wrong(field, &value, format!("a whole number from 0 to {}", u32::MAX))),
        }
    }

    fn word<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        as_str: fn(T) -> &'static str,
    ) -> Result<Option<T>, PlanFileError> {
        let Some(value) = self.take(field) else { return Ok(None) };
        if let Some(found) = all.iter().find(|it| value.as_str() == Some(as_str(**it))) {
            return Ok(Some(*found));
        }
        let words: Vec<String> = all.iter().map(|it| format!("{:?}", as_str(*it))).collect();
        Err(self.wrong(field, &value, format!("one of {}", words.join(", "))))
    }

    /// The object in a field; an empty one when the field is absent.
    fn object(&mut self, field: &str) -> Result<Object, PlanFileError> {
        let value = self.take(field).unwrap_or_else(|| Value::Object(Fields::new()));
        opened(self.place_of(field), value)
    }

    /// The objects in a list; none when the field is absent.
    fn objects(&mut self, field: &str) -> Result<Vec<Object>, PlanFileError> {
        let place = self.place_of(field);
        match self.take(field) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => {
                list.into_iter().enumerate().map(|(at, value)| opened(format!("{place}/{at}"), value)).collect()
            }
            Some(other) => Err(self.wrong(field, &other, "a list in brackets, [ ]".to_owned())),
        }
    }

    fn place_of(&self, field: &str) -> String {
        format!("{}/{field}", self.pointer)
    }

    fn wrong(&self, field: &str, value: &Value, remedy: String) -> PlanFileError {
        PlanFileError::Wrong { pointer: self.place_of(field), value: shown(value), remedy }
    }
}

fn opened(pointer: String, value: Value) -> Result<Object, PlanFileError> {
    match value {
        Value::Object(fields) => Ok(Object { pointer, fields }),
        other => {
            Err(PlanFileError::Wrong { pointer, value: shown(&other), remedy: "an object in braces, { }".to_owned() })
        }
    }
}

fn shown(value: &Value) -> String {
    shortened(&value.to_string())
}

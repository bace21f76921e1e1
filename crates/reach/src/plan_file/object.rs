//! An object of the document, and the values in its fields.

use crate::catalog::Catalog;
use crate::phrase::phrase;
use crate::plan::words::{
    BgpBy, BillingFamily, ConnectionRole, ConnectivityModel, Encapsulation, GatewayKind, GatewaySku, GatewayZones,
    Resiliency, WorkloadKind,
};
use crate::plan::{Fields, LocationRef, RegionRef};
use crate::plan_file::error::{PlanFileError, Remedy, shortened};
use crate::sku::{Cloud, Peering, Sku};
use serde_json::{Number, Value};

/// An object of the document with its place. Reading a field takes it out; null reads as absent.
pub(super) struct Object<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) pointer: String,
    pub(super) fields: Fields,
}

impl<'a> Object<'a> {
    pub(super) fn opened(catalog: &'a Catalog, pointer: String, value: Value) -> Result<Object<'a>, PlanFileError> {
        match value {
            Value::Object(fields) => Ok(Object { catalog, pointer, fields }),
            other => {
                let remedy = Remedy::Words(phrase("an object in braces, { }"));
                Err(PlanFileError::Wrong { pointer, value: shown(&other), remedy })
            }
        }
    }

    pub(super) fn take(&mut self, field: &str) -> Option<Value> {
        self.fields.remove(field).filter(|it| !it.is_null())
    }

    pub(super) fn required(&mut self, field: &'static str, remedy: Remedy) -> Result<Value, PlanFileError> {
        self.take(field).ok_or_else(|| PlanFileError::Missing { pointer: self.pointer.clone(), field, remedy })
    }

    /// A text that must be there and not be empty.
    fn required_text(&mut self, field: &'static str, remedy: &'static str) -> Result<String, PlanFileError> {
        match self.required(field, Remedy::Words(remedy))? {
            Value::String(text) if !text.is_empty() => Ok(text),
            other => Err(self.wrong(field, &other, Remedy::Words(remedy))),
        }
    }

    /// The object in a field; an empty one when the field is absent.
    pub(super) fn object(&mut self, field: &str) -> Result<Object<'a>, PlanFileError> {
        let value = self.take(field).unwrap_or_else(|| Value::Object(Fields::new()));
        Object::opened(self.catalog, self.place_of(field), value)
    }

    /// The entries of a list with their places; none when the field is absent. An empty list stays where it is, so that
    /// it is written again.
    fn entries(&mut self, field: &str) -> Result<Vec<(String, Value)>, PlanFileError> {
        let place = self.place_of(field);
        match self.take(field) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => {
                if list.is_empty() {
                    self.fields.insert(field.to_owned(), Value::Array(list));
                    return Ok(Vec::new());
                }
                Ok(list.into_iter().enumerate().map(|(at, value)| (format!("{place}/{at}"), value)).collect())
            }
            Some(other) => Err(self.wrong(field, &other, Remedy::Words(phrase("a list in brackets, [ ]")))),
        }
    }

    fn place_of(&self, field: &str) -> String {
        format!("{}/{field}", self.pointer)
    }

    pub(super) fn wrong(&self, field: &str, value: &Value, remedy: Remedy) -> PlanFileError {
        PlanFileError::Wrong { pointer: self.place_of(field), value: shown(value), remedy }
    }
}

const TEXT: &str = phrase("text in quotes");

pub(super) fn shown(value: &Value) -> String {
    shortened(&value.to_string())
}

/// What can stand in a field. `remedy` says what to put where a required one is missing or wrong.
pub(super) trait FieldValue: Sized {
    fn read(object: &mut Object<'_>, field: &'static str, remedy: &'static str) -> Result<Self, PlanFileError>;
    /// The value to write; none to leave the field out.
    fn written(&self, catalog: &Catalog) -> Option<Value>;
}

/// A part of a plan: an object whose known fields are values.
pub(super) trait PlanPart: Sized {
    fn read(object: Object<'_>) -> Result<Self, PlanFileError>;
    fn written(&self, catalog: &Catalog) -> Fields;
}

/// How a part is read and written, one line a field: its name, and for a required one what to put there.
macro_rules! plan_part {
    ($part:ident { $($field:ident $(: $remedy:expr)?),+ $(,)? }) => {
        impl PlanPart for $part {
            fn read(mut object: Object<'_>) -> Result<$part, PlanFileError> {
                Ok($part {
                    $($field: FieldValue::read(&mut object, stringify!($field), plan_part!(@ $($remedy)?))?,)+
                    extra: object.fields,
                })
            }

            fn written(&self, catalog: &Catalog) -> Fields {
                let mut fields = self.extra.clone();
                $(if let Some(value) = FieldValue::written(&self.$field, catalog) {
                    fields.insert(stringify!($field).to_owned(), value);
                })+
                fields
            }
        }
    };
    (@) => { "" };
    (@ $remedy:expr) => { $remedy };
}
pub(super) use plan_part;

impl FieldValue for String {
    fn read(object: &mut Object<'_>, field: &'static str, remedy: &'static str) -> Result<String, PlanFileError> {
        object.required_text(field, remedy)
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        Some(Value::from(self.as_str()))
    }
}

impl FieldValue for Option<String> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        match object.take(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(object.wrong(field, &other, Remedy::Words(TEXT))),
        }
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        self.as_deref().map(Value::from)
    }
}

impl FieldValue for Option<u32> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        let Some(value) = object.take(field) else { return Ok(None) };
        match value.as_u64().map(u32::try_from) {
            Some(Ok(number)) => Ok(Some(number)),
            Some(Err(_)) | None => Err(object.wrong(field, &value, Remedy::Whole(0, u32::MAX.into()))),
        }
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        self.map(Value::from)
    }
}

impl FieldValue for Option<bool> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        match object.take(field) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(other) => Err(object.wrong(field, &other, Remedy::Words(phrase("true or false")))),
        }
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        self.map(Value::from)
    }
}

impl FieldValue for Option<Number> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        match object.take(field) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(Some(number)),
            Some(other) => Err(object.wrong(field, &other, Remedy::Words(phrase("a number, such as 52.37")))),
        }
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        self.clone().map(Value::Number)
    }
}

impl FieldValue for Vec<String> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        let text = |(pointer, value)| match value {
            Value::String(text) => Ok(text),
            other => Err(PlanFileError::Wrong { pointer, value: shown(&other), remedy: Remedy::Words(TEXT) }),
        };
        object.entries(field)?.into_iter().map(text).collect()
    }

    fn written(&self, _: &Catalog) -> Option<Value> {
        (!self.is_empty()).then(|| Value::from(self.as_slice()))
    }
}

impl FieldValue for LocationRef {
    fn read(object: &mut Object<'_>, field: &'static str, remedy: &'static str) -> Result<Self, PlanFileError> {
        Ok(LocationRef::from_slug(object.catalog, &object.required_text(field, remedy)?))
    }

    fn written(&self, catalog: &Catalog) -> Option<Value> {
        Some(Value::from(self.slug(catalog)))
    }
}

impl FieldValue for RegionRef {
    fn read(object: &mut Object<'_>, field: &'static str, remedy: &'static str) -> Result<Self, PlanFileError> {
        Ok(RegionRef::from_slug(object.catalog, &object.required_text(field, remedy)?))
    }

    fn written(&self, catalog: &Catalog) -> Option<Value> {
        Some(Value::from(self.slug(catalog)))
    }
}

impl FieldValue for Option<RegionRef> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        let slug: Option<String> = FieldValue::read(object, field, "")?;
        Ok(slug.map(|slug| RegionRef::from_slug(object.catalog, &slug)))
    }

    fn written(&self, catalog: &Catalog) -> Option<Value> {
        self.as_ref().map(|it| Value::from(it.slug(catalog)))
    }
}

impl<T: PlanPart> FieldValue for Vec<T> {
    fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
        let catalog = object.catalog;
        let part = |(pointer, value)| T::read(Object::opened(catalog, pointer, value)?);
        object.entries(field)?.into_iter().map(part).collect()
    }

    fn written(&self, catalog: &Catalog) -> Option<Value> {
        let part = |it: &T| Value::Object(it.written(catalog));
        (!self.is_empty()).then(|| self.iter().map(part).collect())
    }
}

/// An object that may be absent.
pub(super) fn read_object<T: PlanPart>(
    object: &mut Object<'_>,
    field: &'static str,
) -> Result<Option<T>, PlanFileError> {
    let Some(value) = object.take(field) else { return Ok(None) };
    T::read(Object::opened(object.catalog, object.place_of(field), value)?).map(Some)
}

/// The word of a closed set in a field.
pub(super) fn read_word<T: Copy>(
    object: &mut Object<'_>,
    field: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<Option<T>, PlanFileError> {
    let Some(value) = object.take(field) else { return Ok(None) };
    if let Some(found) = all.iter().find(|it| value.as_str() == Some(as_str(**it))) {
        return Ok(Some(*found));
    }
    Err(object.wrong(field, &value, Remedy::OneOf(all.iter().map(|it| as_str(*it)).collect())))
}

macro_rules! words {
    ($($set:ident),+) => { $(
        impl FieldValue for Option<$set> {
            fn read(object: &mut Object<'_>, field: &'static str, _: &'static str) -> Result<Self, PlanFileError> {
                read_word(object, field, $set::ALL, $set::as_str)
            }

            fn written(&self, _: &Catalog) -> Option<Value> {
                self.map(|it| Value::from(it.as_str()))
            }
        }

        impl FieldValue for $set {
            fn read(object: &mut Object<'_>, field: &'static str, remedy: &'static str) -> Result<Self, PlanFileError> {
                let found: Option<$set> = FieldValue::read(object, field, remedy)?;
                found.ok_or_else(|| PlanFileError::Missing {
                    pointer: object.pointer.clone(),
                    field,
                    remedy: Remedy::Words(remedy),
                })
            }

            fn written(&self, _: &Catalog) -> Option<Value> {
                Some(Value::from(self.as_str()))
            }
        }
    )+ };
}
words!(
    BgpBy,
    BillingFamily,
    Cloud,
    ConnectionRole,
    ConnectivityModel,
    Encapsulation,
    GatewayKind,
    GatewaySku,
    GatewayZones,
    Peering,
    Resiliency,
    Sku,
    WorkloadKind
);

//! The last argument of every question: a plain object whose fields are all optional.

use crate::failure::{misused, thrown};
use js_sys::{Object, Reflect};
use reach::question::QuestionError;
use reach::sku::{Cloud, Peering, UnknownWord};
use std::str::FromStr;
use wasm_bindgen::JsValue;

/// Options as given; a field that is absent, undefined or null is not set.
pub struct Options(Option<Object>);

impl Options {
    /// Takes an object that has no other fields than `known`: a misspelled option would otherwise be ignored.
    pub fn read(given: &JsValue, known: &[&str]) -> Result<Options, JsValue> {
        if given.is_undefined() || given.is_null() {
            return Ok(Options(None));
        }
        if !given.is_object() {
            return Err(misused("options must be an object", &shown(given), &owned(known)));
        }
        let object = Object::from(given.clone());
        for key in Object::keys(&object).iter().map(|key| shown(&key)) {
            if !known.contains(&key.as_str()) {
                let message = format!("unknown option {key:?}: use one of {}", known.join(", "));
                return Err(misused(&message, &key, &owned(known)));
            }
        }
        Ok(Options(Some(object)))
    }

    /// The cloud to look in.
    pub fn cloud(&self) -> Result<Cloud, JsValue> {
        Ok(self.word("cloud")?.unwrap_or(Cloud::Public))
    }

    /// The peering asked about.
    pub fn peering(&self) -> Result<Peering, JsValue> {
        Ok(self.word("peering")?.unwrap_or(Peering::Private))
    }

    /// A word out of a closed set.
    pub fn word<T: FromStr<Err = UnknownWord>>(&self, key: &str) -> Result<Option<T>, JsValue> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        text.parse().map(Some).map_err(|error: UnknownWord| thrown(QuestionError::from(error)))
    }

    /// A text.
    pub fn text(&self, key: &str) -> Result<Option<String>, JsValue> {
        self.field(key, "a string", |it| it.as_string())
    }

    /// A number.
    pub fn number(&self, key: &str) -> Result<Option<f64>, JsValue> {
        self.field(key, "a number", |it| it.as_f64())
    }

    /// True or false.
    pub fn flag(&self, key: &str) -> Result<Option<bool>, JsValue> {
        self.field(key, "true or false", |it| it.as_bool())
    }

    fn field<T>(&self, key: &str, kind: &str, read: impl Fn(&JsValue) -> Option<T>) -> Result<Option<T>, JsValue> {
        let Some(object) = &self.0 else { return Ok(None) };
        let given = Reflect::get(object, &JsValue::from_str(key))?;
        if given.is_undefined() || given.is_null() {
            return Ok(None);
        }
        let wrong = || misused(&format!("option {key} must be {kind}"), &shown(&given), &[]);
        read(&given).map(Some).ok_or_else(wrong)
    }
}

fn shown(value: &JsValue) -> String {
    value.as_string().or_else(|| value.as_f64().map(|it| it.to_string())).unwrap_or_else(|| format!("{value:?}"))
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|it| (*it).to_owned()).collect()
}

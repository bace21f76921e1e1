//! Errors as JavaScript throws them: an `Error` with our message and the fields of the command line's error object.

use js_sys::{Array, Error, Reflect};
use reach::question::QuestionError;
use wasm_bindgen::JsValue;

/// The `Error` for a question that cannot be asked.
pub fn thrown(error: QuestionError) -> JsValue {
    built(error.code(), &error.to_string(), error.value(), &error.near())
}

/// The `Error` for an argument of a wrong kind.
pub fn misused(message: &str, value: &str, near: &[String]) -> JsValue {
    built("usage", message, value, near)
}

/// The `Error` for a package put together from parts of different versions.
pub fn broken(message: &str) -> JsValue {
    built("broken_build", message, "", &[])
}

fn built(code: &str, message: &str, value: &str, near: &[String]) -> JsValue {
    let error = Error::new(message);
    let near: Array = near.iter().map(|it| JsValue::from_str(it)).collect();
    for (key, field) in [("code", JsValue::from_str(code)), ("value", JsValue::from_str(value)), ("near", near.into())]
    {
        // A fresh error is extensible, so setting a field on it succeeds.
        let _ = Reflect::set(&error, &JsValue::from_str(key), &field);
    }
    error.into()
}

//! The clock, in the time of the place where the browser is.

use crate::written;
use wasm_bindgen::JsValue;

/// A time in milliseconds since 1970 as local time, such as `24 Nov 2026, 09:05`.
pub fn local(ms: u64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(ms as f64));
    written::time(date.get_full_year(), date.get_month(), date.get_date(), date.get_hours(), date.get_minutes())
}

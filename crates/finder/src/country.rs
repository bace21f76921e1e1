//! What countries are called, by the browser's own list.

use crate::dom::document;
use find::cities::Cities;
use js_sys::{Array, Intl, Object, Reflect};

/// Gives every country of the list its name in the page's language; in English the list has them.
pub fn rename(cities: &mut Cities) {
    // Tests run without a browser, in English.
    if cfg!(not(target_family = "wasm")) {
        return;
    }
    let language = document().document_element().and_then(|it| it.get_attribute("lang")).unwrap_or_default();
    if language.is_empty() || language == "en" {
        return;
    }
    let options = Object::new();
    // Setting a property of a plain object does not fail.
    let _ = Reflect::set(&options, &"type".into(), &"region".into());
    let names = Intl::DisplayNames::new(&Array::of1(&language.into()), &options);
    for country in &mut cities.countries {
        if let Some(name) = names.of(&country.area.code) {
            country.area.name = name.into();
        }
    }
}

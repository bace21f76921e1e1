//! What countries are called, by the browser's own list: it has all of them, and no download has to.

use js_sys::{Array, Intl, JsString, Object, Reflect};
use leptos::prelude::document;

/// A text in capitals; only the browser knows those of every language.
pub fn capitals(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

/// The names of countries in the page's language.
pub struct Countries(Intl::DisplayNames);

impl Countries {
    /// The browser's list.
    pub fn of_the_page() -> Countries {
        let language = document().document_element().and_then(|it| it.get_attribute("lang"));
        let options = Object::new();
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&options, &"type".into(), &"region".into());
        Countries(Intl::DisplayNames::new(&Array::of1(&language.into()), &options))
    }

    /// The name of a country by its ISO 3166 code of two letters.
    pub fn name(&self, code: &str) -> String {
        self.0.of(code).map_or_else(String::new, String::from)
    }

    /// The same in capitals, without what stands in brackets after it.
    pub fn in_capitals(&self, [first, second]: [u8; 2]) -> String {
        let code = String::from_iter([char::from(first), char::from(second)]);
        let name = self.0.of(&code).map_or_else(String::new, |it| it.to_upper_case().into());
        name.split('(').next().unwrap_or_default().trim_end().to_owned()
    }
}

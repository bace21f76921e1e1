//! The page's own say about its language. Every wasm of a page asks the same functions of it, which stand in
//! assets/theme.js and assets/loader.js. Without a page there is English alone.

#[cfg(not(target_family = "wasm"))]
use crate::reading::Reading;

#[cfg(target_family = "wasm")]
mod page {
    use crate::reading::Reading;
    use std::sync::atomic::{AtomicU32, Ordering};
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = atlasReading)]
        fn atlas_reading() -> u32;
        #[wasm_bindgen(js_name = atlasText)]
        fn atlas_text(english: &str) -> String;
        #[wasm_bindgen(js_name = atlasTextScale)]
        fn atlas_text_scale() -> f64;
    }

    /// Asked once: a page is loaded again for another language. No reading is 0, as every language has a sign in its
    /// numbers.
    static READING: AtomicU32 = AtomicU32::new(0);

    pub fn reading() -> Reading {
        let known = READING.load(Ordering::Relaxed);
        if known != 0 {
            return Reading(known);
        }
        let asked = atlas_reading();
        READING.store(asked, Ordering::Relaxed);
        Reading(asked)
    }

    pub fn translated(english: &str) -> String {
        atlas_text(english)
    }

    pub fn date(iso: &str) -> String {
        atlas_text(iso)
    }

    pub fn text_scale() -> f64 {
        atlas_text_scale()
    }
}

#[cfg(target_family = "wasm")]
pub use page::{date, reading, text_scale, translated};

/// English.
#[cfg(not(target_family = "wasm"))]
pub fn reading() -> Reading {
    Reading::ENGLISH
}

/// The English text itself.
#[cfg(not(target_family = "wasm"))]
pub fn translated(english: &str) -> String {
    english.to_owned()
}

/// An ISO date in English; other text as it stands.
#[cfg(not(target_family = "wasm"))]
pub fn date(iso: &str) -> String {
    reach::written::date(iso)
}

/// Text of the usual size.
#[cfg(not(target_family = "wasm"))]
pub fn text_scale() -> f64 {
    1.0
}

//! The browser's storage as the place where plans lie.

use crate::browser::address;
use crate::shelf::OPEN;
use crate::shelf::place::{Place, Refused};
use leptos::prelude::window;
use web_sys::Storage;

/// The storage of this browser: shared by all windows of the page, but for which plan is open in which.
#[derive(Clone, Copy, Debug)]
pub struct Kept;

impl Place for Kept {
    fn get(&self, name: &str) -> Option<String> {
        storage()?.get_item(name).ok().flatten()
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Refused> {
        // A browser that lets nothing be kept has no storage, or refuses even to look into it.
        let storage = storage().filter(|it| it.length().is_ok()).ok_or(Refused::Off)?;
        storage.set_item(name, text).map_err(|_| Refused::Full)
    }

    fn remove(&self, name: &str) {
        if let Some(storage) = storage() {
            // Fails only where nothing can be kept.
            let _ = storage.remove_item(name);
        }
    }

    fn names(&self) -> Vec<String> {
        let Some(storage) = storage() else { return Vec::new() };
        let count = storage.length().unwrap_or_default();
        (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect()
    }

    fn note_open(&self, key: Option<&str>) {
        match key {
            // The text that says which plan is open is short: where it does not fit, the plan before is opened next.
            Some(key) => drop(self.set(OPEN, key)),
            None => self.remove(OPEN),
        }
        if let Some(session) = window().session_storage().ok().flatten() {
            // As above.
            let _ = match key {
                Some(key) => session.set_item(OPEN, key),
                None => session.remove_item(OPEN),
            };
        }
    }

    fn was_open(&self) -> Option<String> {
        let here = window().session_storage().ok().flatten().and_then(|it| it.get_item(OPEN).ok().flatten());
        here.or_else(|| self.get(OPEN))
    }

    fn forget_shared(&self) {
        address::drop_plan();
    }

    fn now_ms(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    fn unique(&self) -> String {
        const SIGNS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
        let sign = |_| char::from(SIGNS.get((js_sys::Math::random() * 36.0) as usize).copied().unwrap_or(b'a'));
        (0..8).map(sign).collect()
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

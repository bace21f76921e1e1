//! A place for tests: a map that several windows share, with a clock that goes on by a second a look, and a limit.

use crate::shelf::OPEN;
use crate::shelf::place::{Place, Refused};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What all windows of a browser share.
#[derive(Debug, Default)]
pub struct Browser {
    /// The kept texts.
    pub texts: Mutex<BTreeMap<String, String>>,
    /// So many characters fit; 0 for any number.
    pub room: AtomicUsize,
    ticks: AtomicU64,
}

/// One window of it.
#[derive(Debug)]
pub struct Window {
    /// The browser.
    pub browser: Arc<Browser>,
    open: Mutex<Option<String>>,
}

impl Window {
    /// A new window, which lives as long as the tests.
    pub fn of(browser: &Arc<Browser>) -> &'static Window {
        Box::leak(Box::new(Window { browser: Arc::clone(browser), open: Mutex::new(None) }))
    }
}

impl Place for Window {
    fn get(&self, name: &str) -> Option<String> {
        self.browser.texts.lock().unwrap().get(name).cloned()
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Refused> {
        let mut texts = self.browser.texts.lock().unwrap();
        let others: usize = texts.iter().filter(|it| it.0 != name).map(|it| it.0.len() + it.1.len()).sum();
        let room = self.browser.room.load(Ordering::Relaxed);
        if room > 0 && others + name.len() + text.len() > room {
            return Err(Refused::Full);
        }
        texts.insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) {
        self.browser.texts.lock().unwrap().remove(name);
    }

    fn names(&self) -> Vec<String> {
        self.browser.texts.lock().unwrap().keys().cloned().collect()
    }

    fn note_open(&self, key: Option<&str>) {
        *self.open.lock().unwrap() = key.map(str::to_owned);
        match key {
            Some(key) => drop(self.set(OPEN, key)),
            None => self.remove(OPEN),
        }
    }

    fn was_open(&self) -> Option<String> {
        self.open.lock().unwrap().clone().or_else(|| self.get(OPEN))
    }

    fn forget_shared(&self) {}

    fn now_ms(&self) -> u64 {
        1_790_000_000_000 + 1_000 * self.browser.ticks.fetch_add(1, Ordering::Relaxed)
    }

    fn unique(&self) -> String {
        format!("k{:07}", self.browser.ticks.fetch_add(1, Ordering::Relaxed))
    }
}

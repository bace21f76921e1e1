//! Browsers between two tests: to start one takes longer than most tests do.

use std::sync::{Mutex, PoisonError};

use crate::driver::{Driver, Engine};
use crate::taste::Taste;

/// As many as tests run at once; those of a rare taste give way.
const MOST: usize = 2;

static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// The browser of this taste that was given back last.
pub fn take(engine: Engine, taste: Taste) -> Option<Driver> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let at = idle.iter().rposition(|it| it.engine == engine && it.taste == taste)?;
    Some(idle.remove(at))
}

/// Keeps a browser; gives the one that was idle longest when there are too many now.
pub fn keep(driver: Driver) -> Option<Driver> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    idle.push(driver);
    (idle.len() > MOST).then(|| idle.remove(0))
}

//! What a screen reader hears of a list, once nothing more is typed.

use crate::dom::{Line, later};
use js_sys::Date;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long nothing is typed until it is said, in milliseconds.
const PAUSE_MS: i32 = 300;

/// The line that is said.
#[derive(Clone)]
pub struct Status(Rc<Parts>);

struct Parts {
    line: Line,
    /// What it is about to say.
    next: RefCell<String>,
    /// When that was told, in milliseconds.
    told: Cell<f64>,
    /// Whether it waits already. The wait goes on where it was too short: calling one off at every key takes longer.
    waits: Cell<bool>,
}

impl Status {
    /// A line that is still silent.
    pub fn new(line: Line) -> Status {
        Status(Rc::new(Parts { line, next: RefCell::default(), told: Cell::default(), waits: Cell::default() }))
    }

    /// Says a text after a pause, unless it is told another one before.
    pub fn tell(&self, text: &str) {
        text.clone_into(&mut self.0.next.borrow_mut());
        self.0.told.set(Date::now());
        if !self.0.waits.replace(true) {
            self.wait(PAUSE_MS);
        }
    }

    fn wait(&self, ms: i32) {
        let it = self.clone();
        later(ms, move || {
            // The clock may have been set meanwhile.
            let passed = (Date::now() - it.0.told.get()).clamp(0.0, f64::from(PAUSE_MS)) as i32;
            if passed < PAUSE_MS {
                return it.wait(PAUSE_MS - passed);
            }
            it.0.waits.set(false);
            it.0.line.say(&it.0.next.borrow());
        });
    }
}

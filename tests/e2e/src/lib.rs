//! Drives the built page in a real browser, in the words of the person who uses it: click, wheel, press, look.
//!
//! Errors are sentences: they end up in the output of a test, where a person reads them.
#![deny(missing_docs)]

pub mod announced;
pub mod atlas;
pub mod audit;
pub mod download;
pub mod driver;
pub mod finder;
pub mod folder;
pub mod input;
pub mod look;
pub mod page;
pub mod person;
pub mod picture;
pub mod pixels;
pub mod planner;
pub mod plans;
pub mod select;
pub mod site;
pub mod states;
pub mod taste;
pub mod tutorial;
pub mod views;
pub mod walk;

/// What every action gives: its value, or a sentence that says what went wrong.
pub type Outcome<T> = Result<T, String>;

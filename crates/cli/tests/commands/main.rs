//! The built program over its fixed forms: what it prints, where, and with which exit code.
//!
//! Expectations were typed by hand from the documents behind the tables.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

mod data_check;
mod errors;
mod forms;
mod latency;
mod link;
mod locate;
mod names;
mod nearest;
mod plan;
mod reach;
mod run;

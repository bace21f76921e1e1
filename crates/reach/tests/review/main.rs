//! Findings and coverage of plans, over the real data.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

mod cases;
mod comparing;
mod example;
mod large;
mod worked;
mod world;

//! Findings and coverage of plans, over the real data.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

mod cases;
mod example;
mod world;

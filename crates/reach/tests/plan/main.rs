//! Plans: editing them, and the file that holds them.
#![allow(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

mod any_plan;
mod editing;
mod keeping;
mod parts;
mod properties;
mod refusing;
mod world;

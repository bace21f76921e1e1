//! The ExpressRoute Atlas app: a map of peering locations and Azure regions. The planner beside it is crates/planner.

pub mod app;
pub mod browser;
pub mod components;
pub mod state;
pub mod verdict_words;

//! The planner of ExpressRoute Atlas: every part of a plan, what is found in it and what it covers, around the map.
//!
//! It is a wasm of its own beside the map's, so that nobody waits for it who only asks what a circuit reaches.

pub mod bridge;
pub mod browser;
pub mod comparing;
pub mod components;
pub mod judge;
pub mod keeping;
pub mod layout;
pub mod matrix;
pub mod mesh;
pub mod numbers;
pub mod overlay;
pub mod pack;
pub mod parts;
pub mod planning;
pub mod sharing;
pub mod shelf;
pub mod start;
pub mod state;
pub mod template_form;
pub mod written;

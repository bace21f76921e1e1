//! Search and nearest over the real tables and the cities of the world.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

// The short name that every other crate of the workspace gives it.
extern crate expressroute_find as find;

mod city_names;
mod coordinates;
mod first_hits;
mod german;
mod nearest;
mod twin;
mod world;

//! The rules of docs/rules.md as sentences about the network, held against the real data and a tiny world.
//!
//! Every expectation was typed from the documents, none was copied from output.
#![allow(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

// The short name that every other crate of the workspace gives it.
extern crate expressroute_reach as reach;

mod beside;
mod latency;
mod links;
mod locating;
mod metros;
mod naming;
mod nearest;
mod properties;
mod regions;
mod reverse;
mod services;
mod shape;
mod tiny;
mod wording;
mod world;

//! What the built page does in a browser, one module a place of the page.
//!
//! One program runs them all: its threads are busy to the end, while a program for each file would wait for its last test.

mod accessibility;
mod address;
mod announcing;
mod behind;
mod cards;
mod everyone;
mod filter;
mod filters;
mod finding;
mod gestures;
mod global_reach;
mod globe;
mod here;
mod keyboard;
mod language;
mod pictures;
mod plan_import;
mod plan_keeping;
mod plan_map;
mod plan_sharing;
mod plan_templates;
mod plan_tour;
mod plan_tour_far;
mod planner;
mod planner_edit;
mod reach;
mod reverse;
mod security;
mod sheet;
mod small_page;
mod smoke;
mod table;
mod tasks;
mod themes;

//! One facility of the browser a file: plain values in and out.

pub mod canvas;
pub mod country;
pub mod events;
pub mod frames;
pub mod land;
pub mod link;
pub mod marks;
pub mod media;
pub mod planner;

//! One facility of the browser a file: plain values in and out.

pub mod download;
pub mod focus;
pub mod kept;
pub mod screen;

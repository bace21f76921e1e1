//! One facility of the browser a file: plain values in and out.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod download;
pub mod dropped;
pub mod focus;
pub mod kept;
pub mod screen;
pub mod windows;

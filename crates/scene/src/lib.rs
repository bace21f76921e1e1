//! The coverage map as data: where things lie on the plane and on the screen, what is near what, and which names fit.
//! No web dependency.
#![deny(missing_docs)]

pub mod arc;
pub mod basemap;
mod boxes;
pub mod camera;
pub mod font;
pub mod graticule;
pub mod hand;
pub mod kind;
pub mod label;
pub mod labels;
pub mod layout;
pub mod names;
pub mod panels;
pub mod pick;
pub mod place;
pub mod projection;
pub mod scene;
pub mod theme;
pub mod viewport;

//! The finder of ExpressRoute Atlas: the list under the search box, and the answer about what was chosen from it.
//!
//! It is a wasm of its own beside the map's, so that nobody waits for it who only looks at the map. It knows the page by
//! its elements and its address, and changes the page by the address alone: `address.rs`.

pub mod address;
pub mod answer;
pub mod card;
pub mod copying;
pub mod country;
pub mod data;
pub mod dom;
pub mod edit;
pub mod editing;
pub mod glyph;
pub mod here;
pub mod label;
pub mod list;
pub mod listbox;
pub mod named;
pub mod only;
pub mod overlay;
pub mod panel;
pub mod patch;
pub mod picker;
pub mod question;
pub mod search_box;
pub mod several;
pub mod start;
pub mod starts;
pub mod status;
pub mod table;
pub mod table_view;
pub mod view;

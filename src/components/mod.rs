//! What the page is made of, one component a file.

pub mod dom;
pub mod glyph;
pub mod header;
pub mod hover_card;
pub mod inspector;
pub mod legend;
pub mod link_list;
pub mod map;
pub mod reach_list;
pub mod sheet;
pub mod sku_control;
pub mod start;
pub mod verdict_row;

//! What the planner is made of, one component a file.

pub mod add_circuit;
pub mod bring_sites;
pub mod circuit_row;
pub mod circuits;
pub mod files;
pub mod import_preview;
pub mod import_sites;
pub mod link_form;
pub mod link_row;
pub mod links;
pub mod notice_line;
pub mod panel;
pub mod undo_redo;

//! What the planner is made of, one component a file.

pub mod add_circuit;
pub mod circuit_row;
pub mod circuits;
pub mod compare;
pub mod files;
pub mod keeping_lines;
pub mod link_form;
pub mod link_row;
pub mod links;
pub mod notice_line;
pub mod panel;
pub mod plans;
pub mod plans_shelf;
pub mod plans_snapshots;
pub mod templates;
pub mod undo_redo;

//! What the planner is made of, one component a file.

pub mod below;
pub mod bring_sites;
pub mod compare;
pub mod files;
pub mod findings;
pub mod form;
pub mod import_preview;
pub mod import_sites;
pub mod keeping_lines;
pub mod notice_line;
pub mod outline;
pub mod panel;
pub mod plans;
pub mod plans_shelf;
pub mod plans_snapshots;
pub mod severity;
pub mod tabs;
pub mod templates;
pub mod undo_redo;

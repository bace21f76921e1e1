//! What the planner is made of, one component a file.

pub mod below;
pub mod bring_sites;
pub mod files;
pub mod findings;
pub mod form;
pub mod import_preview;
pub mod import_sites;
pub mod notice_line;
pub mod outline;
pub mod panel;
pub mod severity;
pub mod tabs;
pub mod undo_redo;

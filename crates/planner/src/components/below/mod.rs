//! What stands below the map: the matrix of what is covered, the mesh of Global Reach and the scores.

pub mod cell_mark;
pub mod coverage;
pub mod mesh;
pub mod reach;
pub mod scores;
pub mod ways;

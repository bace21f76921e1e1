//! The plan file: a plan as JSON, described in docs/plan-file.md.
//!
//! Reading keeps every field that it does not know, and writing puts it back, so that a plan made by hand, by another
//! tool or by a later release of the same version survives being opened and saved.

pub mod error;

mod keys;
mod object;
mod parts;
mod read;
mod text;
mod write;

use crate::catalog::Catalog;
use crate::plan::{Fields, Plan};
use crate::plan_file::error::PlanFileError;

/// The word in the field `format` of every plan file.
pub const FORMAT: &str = "expressroute-atlas-plan";

/// The newest version of the format: the one that is written.
pub const VERSION: u64 = 1;

/// The size of the largest file that is read, in bytes.
pub const MAX_BYTES: usize = 10_000_000;

/// The plan in a file: UTF-8 JSON, with or without a byte order mark.
///
/// A location slug that `catalog` does not have stays in the plan as it stands.
///
/// # Errors
/// The first thing that keeps the text from being a plan, with its place, its value and what to do.
pub fn from_json(catalog: &Catalog, json: impl AsRef<[u8]>) -> Result<Plan, PlanFileError> {
    let document = text::parse(json.as_ref())?;
    read::plan(catalog, document)
}

/// The file of a plan: two spaces of indentation, a newline at the end, fields in a fixed order.
///
/// Equal plans under one catalog are equal bytes. The file names the version of `catalog`.
pub fn to_json(catalog: &Catalog, plan: &Plan) -> String {
    write::document(to_fields(catalog, plan))
}

/// The top level of the file of a plan.
pub fn to_fields(catalog: &Catalog, plan: &Plan) -> Fields {
    write::fields(catalog, plan)
}

//! Why a text is not a plan that can be opened.

use crate::plan_file::{FORMAT, MAX_BYTES, VERSION};

/// Why a text is not a plan that can be opened: the place, the value and what to do.
///
/// Lines and columns count from 1, columns in characters. Pointers are JSON pointers (RFC 6901); the empty one is the
/// whole document. Values are JSON, shortened to about 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileError {
    /// More than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, a plan at most {MAX_BYTES}: open a smaller file, or remove its report")]
    TooLarge {
        /// The size of the file.
        bytes: usize,
    },
    /// Not UTF-8.
    #[error("byte {offset}: 0x{byte:02X} is not UTF-8 text: save the file in UTF-8")]
    NotUtf8 {
        /// How many bytes stand before the first wrong one.
        offset: usize,
        /// The first wrong byte.
        byte: u8,
    },
    /// Not JSON.
    #[error("line {line}, column {column}: {problem} at {value}: correct the JSON there")]
    Syntax {
        /// The line of the problem.
        line: usize,
        /// The column of the problem.
        column: usize,
        /// What is wrong.
        problem: String,
        /// The text at the place.
        value: String,
    },
    /// Objects and lists in one another beyond what can be read.
    #[error("line {line}, column {column}: {value} is nested too deeply: keep it under 128 levels")]
    TooDeep {
        /// The line where it becomes too deep.
        line: usize,
        /// The column where it becomes too deep.
        column: usize,
        /// The text at the place.
        value: String,
    },
    /// A field stands twice in an object. Keeping one would lose the other.
    #[error("line {line}, column {column}: the field {value} stands twice in one object: keep one of them")]
    DuplicateField {
        /// The line of the second.
        line: usize,
        /// The column of the second.
        column: usize,
        /// The name of the field.
        value: String,
    },
    /// A field with a name that the JSON library keeps for itself.
    #[error("line {line}, column {column}: the field name {value} is reserved: give the field another name")]
    ReservedField {
        /// The line of the name.
        line: usize,
        /// The column of the name.
        column: usize,
        /// The name of the field.
        value: String,
    },
    /// JSON, but no plan.
    #[error(
        "{}: {value} stands where {FORMAT:?} is expected: open a file that ExpressRoute Atlas saved",
        place(pointer)
    )]
    NotAPlan {
        /// The place of the format, or the whole document when it is no object.
        pointer: &'static str,
        /// What stands there; `nothing` when the field is missing.
        value: String,
    },
    /// A plan of a later version of the format.
    #[error("/version: this plan is of version {value}; this Atlas reads up to {VERSION}: open it with a newer Atlas")]
    NewerVersion {
        /// The version of the plan.
        value: u64,
    },
    /// A field is missing.
    #[error("{}: the field {field:?} is missing: add {remedy}", place(pointer))]
    Missing {
        /// The object that lacks it.
        pointer: String,
        /// The name of the field.
        field: &'static str,
        /// What to add.
        remedy: String,
    },
    /// A field holds something else than it should.
    #[error("{}: {value} does not fit: use {remedy}", place(pointer))]
    Wrong {
        /// The place of the field.
        pointer: String,
        /// What stands there.
        value: String,
        /// What fits.
        remedy: String,
    },
    /// Two parts of one kind with one id.
    #[error("{pointer}: {value} is already the id of {first}: give each an id of its own")]
    DuplicateId {
        /// The place of the second id.
        pointer: String,
        /// The id.
        value: String,
        /// The place of the part that has it.
        first: String,
    },
}

impl PlanFileError {
    /// The stable code in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            PlanFileError::TooLarge { .. } => "plan_too_large",
            PlanFileError::NotUtf8 { .. } => "plan_not_utf8",
            PlanFileError::Syntax { .. } => "plan_syntax",
            PlanFileError::TooDeep { .. } => "plan_too_deep",
            PlanFileError::DuplicateField { .. } => "plan_duplicate_field",
            PlanFileError::ReservedField { .. } => "plan_reserved_field",
            PlanFileError::NotAPlan { .. } => "plan_format",
            PlanFileError::NewerVersion { .. } => "plan_newer_version",
            PlanFileError::Missing { .. } => "plan_missing_field",
            PlanFileError::Wrong { .. } => "plan_wrong_value",
            PlanFileError::DuplicateId { .. } => "plan_duplicate_id",
        }
    }

    /// The value in question, as text.
    pub fn value(&self) -> String {
        match self {
            PlanFileError::TooLarge { bytes } => format!("{bytes} bytes"),
            PlanFileError::NotUtf8 { byte, .. } => format!("0x{byte:02X}"),
            PlanFileError::NewerVersion { value } => value.to_string(),
            PlanFileError::Missing { field, .. } => (*field).to_owned(),
            PlanFileError::Syntax { value, .. }
            | PlanFileError::TooDeep { value, .. }
            | PlanFileError::DuplicateField { value, .. }
            | PlanFileError::ReservedField { value, .. }
            | PlanFileError::NotAPlan { value, .. }
            | PlanFileError::Wrong { value, .. }
            | PlanFileError::DuplicateId { value, .. } => value.clone(),
        }
    }
}

fn place(pointer: &str) -> &str {
    match pointer {
        "" => "the whole document",
        pointer => pointer,
    }
}

/// The first 60 characters of `text`, with a mark when there are more.
pub(super) fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(60).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

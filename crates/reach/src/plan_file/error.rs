//! Why a text is not a plan that can be opened.

use crate::parsers::problem_in;
use crate::phrase::{Say, english, phrase};
use crate::plan_file::{FORMAT, MAX_BYTES, VERSION};

/// Why a text is not a plan that can be opened: the place, the value and what to do.
///
/// Lines and columns count from 1, columns in characters. Pointers are JSON pointers (RFC 6901); the empty one is the
/// whole document. Values are JSON, shortened to about 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub enum PlanFileError {
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// The size of the file.
        bytes: usize,
    },
    /// Not UTF-8.
    NotUtf8 {
        /// How many bytes stand before the first wrong one.
        offset: usize,
        /// The first wrong byte.
        byte: u8,
    },
    /// Not JSON.
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
    TooDeep {
        /// The line where it becomes too deep.
        line: usize,
        /// The column where it becomes too deep.
        column: usize,
        /// The text at the place.
        value: String,
    },
    /// A field stands twice in an object. Keeping one would lose the other.
    DuplicateField {
        /// The line of the second.
        line: usize,
        /// The column of the second.
        column: usize,
        /// The name of the field.
        value: String,
    },
    /// A field with a name that the JSON library keeps for itself.
    ReservedField {
        /// The line of the name.
        line: usize,
        /// The column of the name.
        column: usize,
        /// The name of the field.
        value: String,
    },
    /// JSON, but no plan.
    NotAPlan {
        /// The place of the format, or the whole document when it is no object.
        pointer: &'static str,
        /// What stands there; `nothing` when the field is missing.
        value: String,
    },
    /// A plan of a later version of the format.
    NewerVersion {
        /// The version of the plan.
        value: u64,
    },
    /// A field is missing.
    Missing {
        /// The object that lacks it.
        pointer: String,
        /// The name of the field.
        field: &'static str,
        /// What to add.
        remedy: Remedy,
    },
    /// A field holds something else than it should.
    Wrong {
        /// The place of the field.
        pointer: String,
        /// What stands there.
        value: String,
        /// What fits.
        remedy: Remedy,
    },
    /// Two parts of one kind with one id.
    DuplicateId {
        /// The place of the second id.
        pointer: String,
        /// The id.
        value: String,
        /// The place of the part that has it.
        first: String,
    },
}

/// What fits in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// In words, a phrase.
    Words(&'static str),
    /// A whole number within these, both included.
    Whole(u64, u64),
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// The version of the format.
    Version,
}

impl Remedy {
    fn told_in(&self, say: Say) -> String {
        match self {
            Remedy::Words(words) => say(words, &[]),
            Remedy::Whole(from, to) => say(
                phrase("a whole number from {from} to {to}"),
                &[("from", &from.to_string()), ("to", &to.to_string())],
            ),
            Remedy::OneOf(words) => {
                let quoted: Vec<String> = words.iter().map(|it| format!("{it:?}")).collect();
                say(phrase("one of {words}"), &[("words", &quoted.join(", "))])
            }
            Remedy::Version => format!("\"version\": {VERSION}"),
        }
    }
}

impl PlanFileError {
    /// The place, the value and what to do, said by `say`.
    pub fn told_in(&self, say: Say) -> String {
        let (format, version, most) = (format!("{FORMAT:?}"), VERSION.to_string(), MAX_BYTES.to_string());
        let own = self.values_in(say);
        let mut values: Vec<(&str, &str)> = own.iter().map(|(place, value)| (*place, value.as_str())).collect();
        values.extend([("format", format.as_str()), ("version", &version), ("most", &most)]);
        say(self.text(), &values)
    }

    /// What stands at the places of the sentence.
    fn values_in(&self, say: Say) -> Vec<(&'static str, String)> {
        let shown = |value: &String| match [NOTHING, LINE_END].contains(&value.as_str()) {
            true => say(value, &[]),
            false => value.clone(),
        };
        let place = |pointer: &str| match pointer {
            "" => say(phrase("the whole document"), &[]),
            pointer => pointer.to_owned(),
        };
        match self {
            PlanFileError::TooLarge { bytes } => vec![("value", bytes.to_string())],
            PlanFileError::NotUtf8 { offset, .. } => vec![("offset", offset.to_string()), ("value", self.value())],
            PlanFileError::Syntax { line, column, problem, value } => vec![
                ("line", line.to_string()),
                ("column", column.to_string()),
                ("problem", problem_in(problem, say)),
                ("value", shown(value)),
            ],
            PlanFileError::TooDeep { line, column, value }
            | PlanFileError::DuplicateField { line, column, value }
            | PlanFileError::ReservedField { line, column, value } => {
                vec![("line", line.to_string()), ("column", column.to_string()), ("value", shown(value))]
            }
            PlanFileError::NotAPlan { pointer, value } => vec![("place", place(pointer)), ("value", shown(value))],
            PlanFileError::NewerVersion { value } => vec![("value", value.to_string())],
            PlanFileError::Missing { pointer, field, remedy } => {
                vec![("place", place(pointer)), ("value", format!("{field:?}")), ("remedy", remedy.told_in(say))]
            }
            PlanFileError::Wrong { pointer, value, remedy } => {
                vec![("place", place(pointer)), ("value", value.clone()), ("remedy", remedy.told_in(say))]
            }
            PlanFileError::DuplicateId { pointer, value, first } => {
                vec![("place", place(pointer)), ("value", value.clone()), ("first", first.clone())]
            }
        }
    }

    /// The sentence with its places.
    fn text(&self) -> &'static str {
        match self {
            PlanFileError::TooLarge { .. } => {
                phrase("the file has {value} bytes, a plan at most {most}: open a smaller file, or remove its report")
            }
            PlanFileError::NotUtf8 { .. } => phrase("byte {offset}: {value} is not UTF-8 text: save the file in UTF-8"),
            PlanFileError::Syntax { .. } => {
                phrase("line {line}, column {column}: {problem} at {value}: correct the JSON there")
            }
            PlanFileError::TooDeep { .. } => {
                phrase("line {line}, column {column}: {value} is nested too deeply: keep it under 128 levels")
            }
            PlanFileError::DuplicateField { .. } => {
                phrase("line {line}, column {column}: the field {value} stands twice in one object: keep one of them")
            }
            PlanFileError::ReservedField { .. } => {
                phrase("line {line}, column {column}: the field name {value} is reserved: give the field another name")
            }
            PlanFileError::NotAPlan { .. } => {
                phrase("{place}: {value} stands where {format} is expected: open a file that ExpressRoute Atlas saved")
            }
            PlanFileError::NewerVersion { .. } => phrase(
                "/version: this plan is of version {value}; this Atlas reads up to {version}: open it with a newer Atlas",
            ),
            PlanFileError::Missing { .. } => phrase("{place}: the field {value} is missing: add {remedy}"),
            PlanFileError::Wrong { .. } => phrase("{place}: {value} does not fit: use {remedy}"),
            PlanFileError::DuplicateId { .. } => {
                phrase("{place}: {value} is already the id of {first}: give each an id of its own")
            }
        }
    }

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

/// What stands for a field that is not there.
pub(super) const NOTHING: &str = phrase("nothing");
/// What stands for a value that begins where a line ends.
pub(super) const LINE_END: &str = phrase("the end of the line");

/// The first 60 characters of `text`, with a mark when there are more.
pub(super) fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(60).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

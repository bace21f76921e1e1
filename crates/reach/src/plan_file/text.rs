//! Bytes → JSON, with the line and column of what is wrong.

use crate::parsers::json_problem;
use crate::plan_file::MAX_BYTES;
use crate::plan_file::error::{LINE_END, PlanFileError, shortened};
use crate::plan_file::keys;
use serde_json::Value;

/// The JSON in a file.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, PlanFileError> {
    if bytes.len() > MAX_BYTES {
        return Err(PlanFileError::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        PlanFileError::NotUtf8 { offset, byte: bytes.get(offset).copied().unwrap_or_default() }
    })?;
    // Some editors put a byte order mark before UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = serde_json::from_str(text).map_err(|error| syntax_error(text, &error))?;
    keys::check(text)?;
    Ok(value)
}

fn syntax_error(text: &str, error: &serde_json::Error) -> PlanFileError {
    let line = error.line().max(1);
    let line_text = text.split('\n').nth(line - 1).unwrap_or_default();
    // The parser counts bytes; people count characters.
    let start = line_text.floor_char_boundary(error.column().saturating_sub(1));
    let (before, rest) = line_text.split_at_checked(start).unwrap_or((line_text, ""));
    let column = before.chars().count() + 1;
    let value = match rest.trim_end() {
        "" => LINE_END.to_owned(),
        rest => format!("{:?}", shortened(rest)),
    };
    let problem = json_problem(error);
    if problem == "recursion limit exceeded" {
        return PlanFileError::TooDeep { line, column, value };
    }
    PlanFileError::Syntax { line, column, problem, value }
}

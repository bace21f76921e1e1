//! Names that stand twice in an object: JSON leaves their meaning open, and the parser keeps the last silently.

use crate::plan::Fields;
use crate::plan_file::error::{PlanFileError, shortened};
use serde_json::Value;

/// With this name the parser takes an object for a number.
const RESERVED: &str = "$serde_json::private::Number";

/// Checks the names in `json`, which must be valid JSON.
pub(super) fn check(json: &str) -> Result<(), PlanFileError> {
    // One entry for each object or list around the current place: the names so far; none for a list.
    let mut open: Vec<Option<Names<'_>>> = Vec::new();
    let mut name_follows = false;
    let bytes = json.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' => {
                open.push(Some(Names::default()));
                name_follows = true;
            }
            b'[' => {
                open.push(None);
                name_follows = false;
            }
            b'}' | b']' => {
                open.pop();
            }
            b',' => name_follows = matches!(open.last(), Some(Some(_))),
            b'"' => {
                let end = string_end(bytes, at);
                if name_follows && let Some(Some(names)) = open.last_mut() {
                    check_name(json, at, end, names)?;
                }
                name_follows = false;
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

/// The place after the string that starts at `start`.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'\\') => at += 2,
            Some(b'"') | None => return at + 1,
            Some(_) => at += 1,
        }
    }
}

/// So many names of an object are compared one by one.
const FEW: usize = 24;

/// The names of an object so far.
#[derive(Default)]
struct Names<'a> {
    /// The first ones, if they are spelled without escapes.
    few: Vec<&'a str>,
    /// All others, in the map that the parser uses anyway: another kind of set would add its code to the download.
    others: Fields,
}

impl<'a> Names<'a> {
    /// Whether the name, in quotes, is new.
    fn insert(&mut self, quoted: &'a str) -> bool {
        let plain = quoted.get(1..quoted.len() - 1).unwrap_or_default();
        if !plain.contains('\\') {
            if self.few.contains(&plain) || self.others.contains_key(plain) {
                return false;
            }
            if self.few.len() < FEW {
                self.few.push(plain);
                return true;
            }
        }
        // Two spellings of one name are one name: "a" and "\u0061".
        let name = serde_json::from_str::<String>(quoted).unwrap_or_else(|_| quoted.to_owned());
        !self.few.contains(&name.as_str()) && self.others.insert(name, Value::Null).is_none()
    }
}

/// Whether the name, in quotes, is the reserved one, however it is spelled.
fn is_reserved(quoted: &str) -> bool {
    // Escapes make a spelling longer, never shorter.
    quoted.len() > RESERVED.len() && serde_json::from_str::<String>(quoted).is_ok_and(|it| it == RESERVED)
}

fn check_name<'a>(json: &'a str, start: usize, end: usize, names: &mut Names<'a>) -> Result<(), PlanFileError> {
    let quoted = json.get(start..end).unwrap_or_default();
    let reserved = is_reserved(quoted);
    if !reserved && names.insert(quoted) {
        return Ok(());
    }
    let before = json.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|it| *it != '\n').count() + 1;
    let value = shortened(quoted);
    Err(match reserved {
        true => PlanFileError::ReservedField { line, column, value },
        false => PlanFileError::DuplicateField { line, column, value },
    })
}

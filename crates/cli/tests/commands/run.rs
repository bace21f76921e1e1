//! Runs the program and reads what it says.

use serde_json::Value;
use std::process::Command;

/// What one run of the program left behind.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it printed on the error stream.
    pub err: String,
}

/// Runs `atlas` with the words of `line`; a word in double quotes may hold spaces.
pub fn atlas(line: &str) -> Ran {
    let mut quoted = false;
    let parts = line.split(|letter: char| {
        quoted ^= letter == '"';
        letter == ' ' && !quoted
    });
    let words: Vec<String> = parts.filter(|part| !part.is_empty()).map(|part| part.replace('"', "")).collect();
    atlas_words(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Runs `atlas` with these words.
pub fn atlas_words(words: &[&str]) -> Ran {
    let ran = Command::new(env!("CARGO_BIN_EXE_atlas")).args(words).output().unwrap();
    Ran {
        code: ran.status.code().unwrap(),
        out: String::from_utf8(ran.stdout).unwrap(),
        err: String::from_utf8(ran.stderr).unwrap(),
    }
}

impl Ran {
    /// The one JSON object on the output.
    pub fn json(&self) -> Value {
        assert_eq!(self.err, "", "the error stream must be empty beside an answer");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {:?}", self.out))
    }

    /// The one JSON object of a failure.
    pub fn error(&self) -> Value {
        assert_eq!(self.code, 2, "bad input exits with 2: {}", self.err);
        assert_eq!(self.out, "", "the output must be empty beside an error");
        let whole: Value = serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error} in {:?}", self.err));
        assert_eq!(whole.as_object().unwrap().len(), 1);
        let error = whole["error"].clone();
        assert!(error["message"].as_str().is_some_and(|it| !it.is_empty()), "{error}");
        assert!(error["code"].is_string() && error["value"].is_string() && error["near"].is_array(), "{error}");
        error
    }
}

/// The texts of an array of texts.
pub fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

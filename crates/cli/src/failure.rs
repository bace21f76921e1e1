//! What went wrong, told to a person or to a program.

use clap::error::{ContextKind, ContextValue};
use reach::names::NameError;
use reach::question::QuestionError;
use serde::Serialize;
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// The exit code of every failure.
pub const BAD_INPUT: u8 = 2;

/// A question that could not be answered.
#[derive(Debug, Serialize)]
pub struct Failure {
    /// The stable code.
    pub code: &'static str,
    /// What is wrong and what would mend it, in a sentence.
    pub message: String,
    /// The value concerned; empty when there is none.
    pub value: String,
    /// What to give instead, best first.
    pub near: Vec<String>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    error: &'a Failure,
}

impl Failure {
    /// Tells the failure on the error stream: one JSON object, or a sentence.
    pub fn print(&self, json: bool) -> ExitCode {
        let text = match json {
            true => serde_json::to_string(&Envelope { error: self }).unwrap_or_default(),
            false => format!("error: {}", self.message),
        };
        // Nobody is left to tell when the error stream itself is closed.
        let _ = writeln!(anstream::stderr(), "{text}");
        ExitCode::from(BAD_INPUT)
    }

    /// An error in the arguments. Their own errors keep their code; the rest is `usage`.
    pub fn from_clap(error: &clap::Error) -> Failure {
        if let Some(own) = error.source().and_then(|it| it.downcast_ref::<QuestionError>()) {
            return own.clone().into();
        }
        // The first of these that says something.
        let texts = |kinds: &[ContextKind]| {
            let told = kinds.iter().filter_map(|kind| error.get(*kind)).map(strings);
            told.map(|it| it.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>())
                .find(|it| !it.is_empty())
                .unwrap_or_default()
        };
        Failure {
            code: "usage",
            message: first_paragraph(&error.to_string()),
            value: texts(&[ContextKind::InvalidSubcommand, ContextKind::InvalidValue, ContextKind::InvalidArg])
                .join(", "),
            near: texts(&[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]),
        }
    }
}

fn strings(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        _ => Vec::new(),
    }
}

/// What is wrong, without the usage lines that follow it.
fn first_paragraph(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.trim().is_empty());
    let joined: Vec<&str> = lines.map(str::trim).collect();
    joined.join(" ").trim_start_matches("error: ").to_owned()
}

impl From<QuestionError> for Failure {
    fn from(error: QuestionError) -> Failure {
        Failure { code: error.code(), message: error.to_string(), value: error.value().to_owned(), near: error.near() }
    }
}

impl From<NameError> for Failure {
    fn from(error: NameError) -> Failure {
        QuestionError::from(error).into()
    }
}

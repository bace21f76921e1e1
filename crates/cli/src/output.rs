//! An answer on its way out.

use crate::failure::Failure;
use serde::Serialize;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// An answer and the exit code that goes with it.
#[derive(Debug)]
pub struct Output {
    text: String,
    code: u8,
}

impl Output {
    /// Text for a person. Its styles are dropped where the output is no terminal or asks for none.
    pub fn text(text: String, good: bool) -> Output {
        Output { text, code: u8::from(!good) }
    }

    /// One line of JSON.
    ///
    /// # Errors
    /// Never for the answers of the core, whose keys are all strings.
    pub fn json(value: &impl Serialize, good: bool) -> Result<Output, Failure> {
        let text = serde_json::to_string(value).map_err(|error| writing(error.to_string()))?;
        Ok(Output { text: text + "\n", code: u8::from(!good) })
    }

    /// Prints it. A reader that has seen enough, such as `head`, is no failure.
    pub fn print(&self) -> ExitCode {
        let mut out = anstream::stdout();
        match out.write_all(self.text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => writing(error.to_string()).print(false),
            Ok(()) | Err(_) => ExitCode::from(self.code),
        }
    }
}

fn writing(message: String) -> Failure {
    let message = format!("cannot write the answer: {message}");
    Failure { code: "output", message, value: String::new(), near: Vec::new() }
}

//! Running a child program: to its end, for its first line, or while counting the tests it reports.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::tally::Tally;

/// Runs a program that writes to the terminal.
///
/// # Errors
/// When it cannot be started or does not end well: names the program and its arguments.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// The first line a program writes, such as its version; `None` when it cannot be run or fails.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// Runs a test program, passes its output on as it comes, and adds every `test result:` line to the tally.
///
/// # Errors
/// As `run`. The results counted before the failure stay in the tally.
pub fn run_tests(command: &mut Command, tally: &mut Tally) -> Result<(), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(output) = child.stdout.take() {
        pass_on(output, tally).map_err(|error| format!("cannot read the output of `{}`: {error}", shown(command)))?;
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

fn pass_on(output: impl io::Read, tally: &mut Tally) -> io::Result<()> {
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        let mut terminal = io::stdout().lock();
        terminal.write_all(&line)?;
        terminal.flush()?;
        tally.read_line(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!("cannot run `{}`: {error}", shown(command))
}

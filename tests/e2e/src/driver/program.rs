//! A program that runs beside the tests, and the number with which it says that it is ready.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::Outcome;
use crate::folder::Folder;

const PATIENCE: Duration = Duration::from_secs(20);

/// Runs a program until the input of this script ends, which is when its `Program` is dropped or the tests end, in whatever
/// way. Then it ends the program with the browsers that it started, and removes what they left in their folder.
const GUARD: &str = "folder=$1; shift
    \"$@\" </dev/null &
    exec >&-
    trap '' TERM
    read -r _
    kill 0
    wait
    sleep 1
    rm -rf \"$folder\"";

/// A running program; it ends when this is dropped.
pub struct Program {
    child: Child,
}

/// A program in a folder for what it leaves behind.
pub fn guarded(program: &Path, folder: &Folder) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", GUARD, "sh"]).arg(folder.path()).arg(program).env("TMPDIR", folder.path());
    // The guard ends all of its group, and is no part of that of the tests.
    command.process_group(0);
    command
}

impl Program {
    /// Starts a program and waits until it writes a number after one of these beginnings.
    pub async fn started(command: &mut Command, beginnings: &'static [&'static str]) -> Outcome<(Program, u16)> {
        let told = told(command);
        let mut program = Program::spawn(command.stdout(Stdio::piped()))?;
        let output = program.child.stdout.take().ok_or_else(|| format!("{told} has no output"))?;
        let (say, hear) = oneshot::channel();
        // A thread, for it outlives the test: a program whose output nobody reads would end, and this one may be kept.
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let _ = say.send(announced(&mut output, beginnings));
            let _ = io::copy(&mut output, &mut io::sink());
        });
        let number = timeout(PATIENCE, hear)
            .await
            .map_err(|_| format!("{told} did not say within {} s that it listens", PATIENCE.as_secs()))?
            .map_err(|error| format!("{told}: {error}"))?
            .map_err(|error| format!("{told}: {error}"))?;
        Ok((program, number))
    }

    /// Starts a program without waiting.
    pub fn spawn(command: &mut Command) -> Outcome<Program> {
        let child = command.stderr(Stdio::null()).stdin(Stdio::piped()).spawn();
        child.map(|child| Program { child }).map_err(|error| format!("cannot start {}: {error}", told(command)))
    }
}

/// The program behind the guard.
fn told(command: &Command) -> String {
    let program = command.get_args().nth(4).unwrap_or_default();
    format!("{}", program.display())
}

/// The path that a variable of the environment gives, else a name for the search path.
pub fn path_of(variable: &str, name: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| PathBuf::from(name), PathBuf::from)
}

fn announced(output: &mut impl BufRead, beginnings: &[&str]) -> Outcome<u16> {
    for line in output.lines() {
        let line = line.map_err(|error| format!("its output cannot be read: {error}"))?;
        let Some((_, rest)) = beginnings.iter().find_map(|it| line.split_once(it)) else { continue };
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        return digits.parse().map_err(|_| format!("it announced no number: {line}"));
    }
    Err("it ended before it was ready; `cargo xtask test` brings it if it is missing".to_owned())
}

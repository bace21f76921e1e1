//! A program that runs beside the tests, and the number with which it says that it is ready.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::Outcome;

const PATIENCE: Duration = Duration::from_secs(20);

/// A running program; it ends when this is dropped.
pub struct Program {
    _child: Child,
}

impl Program {
    /// Starts a driver program that writes `… port 1234` or `…:1234` once it listens; gives the port.
    ///
    /// `variable` may name its path in the environment, else `name` is looked for.
    pub async fn announcing(variable: &str, name: &str, arguments: &[&str]) -> Outcome<(Program, u16)> {
        let mut command = Command::new(path_of(variable, name));
        Program::started(command.args(arguments), &["successfully on port ", "Listening on 127.0.0.1:"]).await
    }

    /// Starts a program and waits until it writes a number after one of these beginnings.
    pub async fn started(command: &mut Command, beginnings: &[&str]) -> Outcome<(Program, u16)> {
        let told = format!("{:?}", command.as_std().get_program());
        let mut child = Program::spawn(command.stdout(Stdio::piped()))?;
        let output = child._child.stdout.take().ok_or_else(|| format!("{told} has no output"))?;
        let mut lines = BufReader::new(output).lines();
        let number = timeout(PATIENCE, announced(&mut lines, beginnings))
            .await
            .map_err(|_| format!("{told} did not say within {} s that it listens", PATIENCE.as_secs()))?
            .map_err(|error| format!("{told}: {error}"))?;
        // Its further output is read and dropped: a closed pipe would end it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok((child, number))
    }

    /// Starts a program without waiting.
    pub fn spawn(command: &mut Command) -> Outcome<Program> {
        let told = format!("{:?}", command.as_std().get_program());
        let child = command.stderr(Stdio::null()).stdin(Stdio::null()).kill_on_drop(true).spawn();
        child
            .map(|child| Program { _child: child })
            .map_err(|error| format!("cannot start {told}: {error}; `cargo xtask test` brings what is missing"))
    }
}

/// The path that a variable of the environment gives, else a name for the search path.
pub fn path_of(variable: &str, name: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| PathBuf::from(name), PathBuf::from)
}

async fn announced(lines: &mut Lines<BufReader<ChildStdout>>, beginnings: &[&str]) -> Outcome<u16> {
    while let Some(line) = lines.next_line().await.map_err(|error| format!("its output cannot be read: {error}"))? {
        let Some((_, rest)) = beginnings.iter().find_map(|it| line.split_once(it)) else { continue };
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        return digits.parse().map_err(|_| format!("it announced no number: {line}"));
    }
    Err("it ended before it was ready".to_owned())
}

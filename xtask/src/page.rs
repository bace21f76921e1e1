//! The page: built into dist/, or built and served.

use std::net::TcpListener;
use std::process::Command;

use crate::package;
use crate::run::run;
use crate::setup;
use crate::step::Step;
use crate::workspace::Workspace;

const REMEDY: &str =
    "read the compiler's message above; if it speaks of a tool, run the chore again with the network on";

/// Builds the JavaScript package and the page into dist/.
///
/// # Errors
/// When a tool cannot be installed or the build fails.
pub fn build(workspace: &Workspace) -> Result<(), String> {
    setup::prepare(workspace)?;
    package::build(workspace)?;
    let step = Step { title: "Build the page into dist/", usual_time: "2 min at first, 20 s after", remedy: REMEDY };
    step.run(|| run(&mut trunk(workspace, "build")))
}

/// Builds the page and serves it on this machine until interrupted.
///
/// # Errors
/// When a tool cannot be installed, the build fails, or no port is free.
pub fn serve(workspace: &Workspace, open: bool) -> Result<(), String> {
    setup::prepare(workspace)?;
    let port = free_port()?;
    println!(
        "\n==> Build the page and serve it at http://127.0.0.1:{port}/ (usually ready in 2 min at first, 20 s after)"
    );
    println!("    Ctrl+C ends it.");
    let mut command = trunk(workspace, "serve");
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    if open {
        command.arg("--open");
    }
    run(&mut command).map_err(|error| format!("{error}\n    Remedy: {REMEDY}"))
}

fn trunk(workspace: &Workspace, word: &str) -> Command {
    let mut command = workspace.command("trunk");
    // Trunk prints its own stack after a compiler's error when this is set: sixty lines below the one that matters.
    command.args([word, "--skip-version-check"]).env_remove("RUST_BACKTRACE");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", workspace.web_flags());
    command
}

fn free_port() -> Result<u16, String> {
    let mut ports = 8080..8180;
    let free = ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    free.ok_or_else(|| "no port from 8080 to 8179 is free: end another server and try again".to_owned())
}

//! The page in real browsers, and the second try of the few tests that a busy machine made too slow.
//!
//! Over a thousand times an end-to-end run asks a browser to be ready within seconds. A test that fails is run once more,
//! alone; when it passes then, it counts as passed and the run says so by name. A fault of the page fails twice.

use std::fs;
use std::process::Command;

use crate::browsers::{self, Engine};
use crate::left_out::left_out;
use crate::run::run_tests;
use crate::step::Step;
use crate::tally::Tally;
use crate::workspace::Workspace;

/// More failures than these in one engine are no chance: nothing is tried again.
const SECOND_TRIES: usize = 5;

/// The page in every engine, one after the other; a failure in one does not keep the others from running.
///
/// # Errors
/// When a test fails twice, or an engine does not start.
pub fn end_to_end(workspace: &Workspace, engines: &[Engine], tally: &mut Tally) -> Result<(), String> {
    let mut told = Vec::new();
    let mut outcome = Ok(());
    for engine in engines {
        let (counted, again, run) = in_engine(workspace, *engine);
        let left = left_out(*engine).count();
        let left = if left == 0 { String::new() } else { format!(", {left} left out") };
        let again = if again.is_empty() { String::new() } else { format!(" (second try: {})", again.join(", ")) };
        told.push(format!("{} {} passed{again}, {} failed{left}", engine.name(), counted.passed, counted.failed));
        tally.add(counted);
        outcome = outcome.and(run);
    }
    println!("\n    The page: {}.", told.join("; "));
    outcome
}

/// What was counted in one engine, the tests that passed only at the second try, and how the run ended.
fn in_engine(workspace: &Workspace, engine: Engine) -> (Tally, Vec<String>, Result<(), String>) {
    let step = Step {
        title: match engine {
            Engine::Chromium => "The built page in Chromium, as a person uses it",
            Engine::Firefox => "The built page in Firefox",
            Engine::Webkit => "The built page in WebKitGTK",
        },
        usual_time: match engine {
            Engine::Chromium => "9 min",
            Engine::Firefox => "9 min",
            Engine::Webkit => "11 min",
        },
        remedy: "the output above names the expectation; screenshots of failures are in target/e2e/",
    };
    let (mut tally, mut again) = (Tally::default(), Vec::new());
    let outcome = step.run(|| {
        let pictures = workspace.target().join("e2e");
        fs::create_dir_all(&pictures).map_err(|error| format!("cannot create {}: {error}", pictures.display()))?;
        let mut cargo = tests_in(workspace, engine, 2);
        for it in left_out(engine) {
            println!("    left out: {} ({})", it.test, it.reason);
            cargo.args(["--skip", it.test]);
        }
        run_tests(&mut cargo, &mut tally).or_else(|error| {
            let names = std::mem::take(&mut tally.names_of_failed);
            if names.len() as u64 != tally.failed || names.is_empty() || names.len() > SECOND_TRIES {
                return Err(error);
            }
            println!("\n    once more, alone: {}", names.join(", "));
            let mut second = Tally::default();
            let outcome = run_tests(tests_in(workspace, engine, 1).args(&names), &mut second);
            tally.passed += second.passed;
            tally.failed = second.failed;
            again = names.into_iter().filter(|it| !second.names_of_failed.contains(it)).collect();
            outcome
        })
    });
    (tally, again, outcome)
}

fn tests_in(workspace: &Workspace, engine: Engine, at_once: u8) -> Command {
    let mut cargo = workspace.cargo(&["test", "--no-fail-fast", "--package", "expressroute-e2e"]);
    cargo.env("CHROMEDRIVER", browsers::chromedriver()).env("ATLAS_DIST", workspace.root.join("dist"));
    cargo.env("ATLAS_BROWSER", engine.word());
    // More browsers at once than two would starve each other on a small machine.
    cargo.args(["--", &format!("--test-threads={at_once}"), "--exact"]);
    cargo
}

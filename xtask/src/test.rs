//! Every check and test, in the order of their cost; stops at the first step that fails.

use crate::browsers::{self, Engine};
use crate::check;
use crate::end_to_end::end_to_end;
use crate::page;
use crate::run::run_tests;
use crate::setup;
use crate::step::Step;
use crate::tally::Tally;
use crate::versions::WASM_TARGET;
use crate::workspace::Workspace;

const NAMED_ABOVE: &str = "the output above names the test and what it expected";

/// The native tests: rules, tables, files, pictures. No browser, and of the set-up only npm's packages, which hold the
/// shapes of the countries.
///
/// # Errors
/// When a test fails.
pub fn quick(workspace: &Workspace) -> Result<(), String> {
    let mut tally = Tally::default();
    let outcome = setup::npm_tools(workspace).and_then(|()| native(workspace, &mut tally));
    close(&mut tally, outcome)
}

/// Everything: lints, native tests, the web build, wasm in Node and in a browser, and the page in these browsers.
///
/// # Errors
/// When a tool cannot be installed, a lint finds something, or a test fails.
pub fn everything(workspace: &Workspace, engines: &[Engine]) -> Result<(), String> {
    let mut tally = Tally::default();
    let outcome = setup::prepare(workspace)
        .and_then(|()| browsers::prepare(workspace))
        .and_then(|()| browsers::prepare_all(workspace, engines))
        .and_then(|()| check::check(workspace))
        .and_then(|()| native(workspace, &mut tally))
        .and_then(|()| wasm(workspace, &mut tally))
        .and_then(|()| page::build(workspace))
        .and_then(|()| parity(workspace, &mut tally))
        .and_then(|()| end_to_end(workspace, engines, &mut tally));
    close(&mut tally, outcome)
}

// A step that stops before it can name a test counts as one failure: the closing line never hides it.
fn close(tally: &mut Tally, outcome: Result<(), String>) -> Result<(), String> {
    if outcome.is_err() && tally.failed == 0 {
        tally.failed = 1;
    }
    println!("\n{}", tally.line());
    outcome
}

fn native(workspace: &Workspace, tally: &mut Tally) -> Result<(), String> {
    let step = Step { title: "Native tests", usual_time: "3 min at first, 20 s after", remedy: NAMED_ABOVE };
    step.run(|| {
        run_tests(
            &mut workspace.cargo(&[
                "test",
                "--workspace",
                "--all-features",
                "--no-fail-fast",
                "--exclude",
                "expressroute-e2e",
            ]),
            tally,
        )
    })
}

fn wasm(workspace: &Workspace, tally: &mut Tally) -> Result<(), String> {
    let step = Step {
        title: "The wasm in Node and in a headless browser",
        usual_time: "2 min at first, 15 s after",
        remedy: "the output above names the test; if the browser did not start, try `chromedriver --version`",
    };
    step.run(|| {
        run_tests(&mut wasm_tests(workspace, &["--package", "expressroute-js"]), tally)?;
        if workspace.root.join("tests/web.rs").is_file() {
            run_tests(&mut wasm_tests(workspace, &["--package", "expressroute-atlas", "--test", "web"]), tally)?;
        }
        Ok(())
    })
}

fn wasm_tests(workspace: &Workspace, arguments: &[&str]) -> std::process::Command {
    let mut cargo = workspace.cargo(&["test", "--target", WASM_TARGET]);
    cargo
        .args(arguments)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browsers::chromedriver());
    cargo
}

fn parity(workspace: &Workspace, tally: &mut Tally) -> Result<(), String> {
    let script = "tests/parity.mjs";
    if !workspace.root.join(script).is_file() {
        return Ok(());
    }
    let step = Step {
        title: "The same bytes from the native program and from the wasm, over the whole data set",
        usual_time: "1 min at first, 10 s after",
        remedy: "the output above shows the first answer that differs",
    };
    step.run(|| run_tests(workspace.command("node").arg(script), tally))
}

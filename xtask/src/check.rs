//! Formatting and lints, warnings denied.

use crate::run::run;
use crate::setup;
use crate::step::Step;
use crate::versions::WASM_TARGET;
use crate::workspace::Workspace;

/// Checks the formatting, then lints every native target, then what runs in a page.
///
/// # Errors
/// At the first finding.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    setup::prepare(workspace)?;
    let format = Step { title: "Check the formatting", usual_time: "2 s", remedy: "run `cargo fmt --all`" };
    format.run(|| run(&mut workspace.cargo(&["fmt", "--all", "--check"])))?;
    let native = Step {
        title: "Lint the native targets",
        usual_time: "3 min at first, 20 s after",
        remedy: "mend what clippy names; `cargo clippy --workspace --all-targets --fix` mends some of it",
    };
    native.run(|| {
        run(workspace
            .cargo(&["clippy", "--workspace", "--all-targets", "--all-features"])
            .args(["--", "-D", "warnings"]))
    })?;
    let web = Step {
        title: "Lint what runs in a page",
        usual_time: "2 min at first, 10 s after",
        remedy: "mend what clippy names for the target wasm32-unknown-unknown",
    };
    web.run(|| {
        let mut clippy = workspace.cargo(&["clippy", "--target", WASM_TARGET]);
        clippy.args([
            "--package",
            "expressroute-atlas",
            "--package",
            "expressroute-planner",
            "--package",
            "expressroute-finder",
        ]);
        clippy.args(["--package", "expressroute-js"]);
        run(clippy.args(["--", "-D", "warnings"]))
    })
}

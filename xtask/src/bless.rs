//! Rewrites the expected outputs of the golden tests.

use crate::run::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// Runs the native tests with ATLAS_BLESS set: a golden test then writes its file instead of comparing it.
///
/// # Errors
/// When a test fails for another reason.
pub fn bless(workspace: &Workspace) -> Result<(), String> {
    let step = Step {
        title: "Rewrite the golden files",
        usual_time: "2 min at first, 20 s after",
        remedy: "mend the test that failed; golden tests cannot fail while they are rewritten",
    };
    step.run(|| {
        let mut cargo = workspace.cargo(&["test", "--workspace", "--all-features", "--exclude", "expressroute-e2e"]);
        run(cargo.env("ATLAS_BLESS", "1"))
    })?;
    println!("    Read the difference before committing it: git diff");
    Ok(())
}

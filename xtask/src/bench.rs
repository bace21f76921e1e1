//! Measures the built page: its download, its first draw, its answer to a click.

use crate::browsers;
use crate::page;
use crate::run::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// Builds the page and measures it in Chromium; `options` are the number of runs and the slowing of the processor.
///
/// # Errors
/// When the page cannot be built, or does not leave the marks that the measuring looks for.
pub fn bench(workspace: &Workspace, options: &[&str]) -> Result<(), String> {
    page::build(workspace)?;
    browsers::prepare(workspace)?;
    let step = Step {
        title: "Measure the page in a browser",
        usual_time: "1 min",
        remedy: "the page must put the marks atlas-first-draw and atlas-answer-drawn after painting",
    };
    step.run(|| {
        let mut cargo = workspace.cargo(&["run", "--quiet", "--package", "expressroute-e2e", "--bin", "bench", "--"]);
        cargo.env("CHROMEDRIVER", browsers::chromedriver()).env("ATLAS_DIST", workspace.root.join("dist"));
        run(cargo.args(options))
    })
}

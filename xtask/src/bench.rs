//! Measures the built page beside its peers: download, first draw, panning and zooming, answer to a click.

use crate::browsers;
use crate::page;
use crate::run::run;
use crate::setup;
use crate::step::Step;
use crate::workspace::Workspace;

/// Builds the page and measures it in Chromium; `options` say how often, what, and beside which peers.
///
/// # Errors
/// When the page cannot be built, or a page does not leave the marks that the measuring looks for.
pub fn bench(workspace: &Workspace, options: &[&str]) -> Result<(), String> {
    page::build(workspace)?;
    browsers::prepare(workspace)?;
    setup::npm_packages(workspace, "tests/peers", "Install the peers, and what drives the browser beside them")?;
    let step = Step {
        title: "Measure the page and its peers in a browser",
        usual_time: "5 min a round, 7 rounds",
        remedy: "every page must put its marks for the first draw and the answer in the frame that shows them; \
                 the machine must be Linux, and otherwise idle",
    };
    step.run(|| {
        let mut node = workspace.command("node");
        node.arg("tests/peers/bench.mjs").args(options).env("CHROMIUM", browsers::chromium()?);
        run(&mut node)
    })
}

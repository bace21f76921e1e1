//! Pictures of the page in its main states, to look at and to hold later pages against.

use std::path::Path;

use crate::browsers;
use crate::page;
use crate::run::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// Builds the page and takes a picture of every state, dark and light, into a folder (target/shots/ by default).
///
/// # Errors
/// When the page cannot be built or does not come into a state.
pub fn shots(workspace: &Workspace, folder: Option<&str>) -> Result<(), String> {
    let folder = match folder {
        // A relative folder is meant from where the person stands.
        Some(folder) => std::path::absolute(folder).map_err(|error| format!("no folder {folder}: {error}"))?,
        None => workspace.target().join("shots"),
    };
    take(workspace, "Take pictures of the page in every state", "2 min", &folder)?;
    println!("    They are in {}", folder.display());
    Ok(())
}

/// Takes the reviewed pictures again, which the tests hold the page against.
///
/// # Errors
/// As `shots`.
pub fn bless(workspace: &Workspace) -> Result<(), String> {
    take(workspace, "Take the reviewed pictures again", "30 s", Path::new("--bless"))?;
    println!("    Look at tests/e2e/pictures/ before committing it.");
    Ok(())
}

/// Takes the pictures of the tutorial again.
///
/// # Errors
/// As `shots`.
pub fn tutorial(workspace: &Workspace) -> Result<(), String> {
    take(workspace, "Take the pictures of the tutorial again", "30 s", Path::new("--tutorial"))?;
    println!("    Look at docs/pictures/plan-*.png before committing them.");
    Ok(())
}

fn take(workspace: &Workspace, title: &'static str, usual_time: &'static str, argument: &Path) -> Result<(), String> {
    page::build(workspace)?;
    browsers::prepare(workspace)?;
    let remedy = "the message names the state: open its address, which is in tests/e2e/src/states.rs, and look";
    Step { title, usual_time, remedy }.run(|| {
        let mut cargo = workspace.cargo(&["run", "--quiet", "--package", "expressroute-e2e", "--bin", "shots", "--"]);
        cargo.env("CHROMEDRIVER", browsers::chromedriver()).env("ATLAS_DIST", workspace.root.join("dist"));
        run(cargo.env_remove("ATLAS_BROWSER").arg(argument))
    })
}

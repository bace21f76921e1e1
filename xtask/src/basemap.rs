//! Packs the map's shapes from npm's world-atlas into the files that the page loads.

use std::fs;

use scene::basemap::pack::pack;

use crate::setup;
use crate::step::Step;
use crate::workspace::Workspace;

/// Writes assets/basemap-110m.bin and assets/basemap-50m.bin.
///
/// # Errors
/// When the shapes cannot be read, packed or written: names the file.
pub fn pack_all(workspace: &Workspace) -> Result<(), String> {
    setup::prepare(workspace)?;
    let step = Step {
        title: "Pack the base maps into assets/",
        usual_time: "2 s",
        remedy: "the shapes come with the npm package world-atlas: `npm ci --ignore-scripts` installs it",
    };
    // Far out a pixel is a quarter of a degree; the coarser grid there saves a quarter of the bytes.
    step.run(|| [("110m", 10), ("50m", 1)].into_iter().try_for_each(|(detail, side)| pack_one(workspace, detail, side)))
}

fn pack_one(workspace: &Workspace, detail: &str, side: u8) -> Result<(), String> {
    let source = workspace.root.join(format!("node_modules/world-atlas/countries-{detail}.json"));
    let target = workspace.root.join(format!("assets/basemap-{detail}.bin"));
    let shapes = fs::read_to_string(&source).map_err(|error| format!("cannot read {}: {error}", source.display()))?;
    let bytes = pack(&shapes, side).map_err(|error| format!("cannot pack {}: {error}", source.display()))?;
    println!("{:>8} bytes  {}", bytes.len(), target.display());
    fs::write(&target, bytes).map_err(|error| format!("cannot write {}: {error}", target.display()))
}

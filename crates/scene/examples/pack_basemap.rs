//! Packs a base map: `pack_basemap countries-110m.json basemap-110m.bin`.

use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let [_, source, target] = <[String; 3]>::try_from(env::args().collect::<Vec<_>>())
        .map_err(|_| "give a TopoJSON file and the file to write")?;
    fs::write(target, expressroute_scene::basemap::pack::pack(&fs::read_to_string(source)?)?)?;
    Ok(())
}

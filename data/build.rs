//! Checks the tables and packs them into one blob for each download group.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    // The folder itself: a table that comes or goes counts too.
    println!("cargo::rerun-if-changed=.");
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Writes core.bin, providers.bin, latency.bin, limits.bin and details.bin, or gives everything that is wrong, one error a line.
fn pack() -> Result<(), Vec<String>> {
    let tables = reach::table::read_tables(Path::new("."));
    let tables = tables.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    write("core.bin", postcard::to_allocvec(&tables.core)).map_err(|error| vec![error])?;
    write("providers.bin", postcard::to_allocvec(&tables.providers)).map_err(|error| vec![error])?;
    write("latency.bin", postcard::to_allocvec(&tables.latency)).map_err(|error| vec![error])?;
    write("limits.bin", postcard::to_allocvec(&tables.limits)).map_err(|error| vec![error])?;
    write("details.bin", postcard::to_allocvec(&tables.details)).map_err(|error| vec![error])
}

fn write(name: &str, blob: postcard::Result<Vec<u8>>) -> Result<(), String> {
    let folder = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let blob = blob.map_err(|error| format!("{name}: {error}"))?;
    std::fs::write(Path::new(&folder).join(name), blob).map_err(|error| format!("{name}: {error}"))
}

//! What a page has downloaded so far, as it is and under brotli at its highest level.

use crate::Outcome;
use crate::page::Page;
use crate::site::{built_page, project};
use std::process::Command;

/// A file of the built page that was asked for.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its name in the built page.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its size in bytes under brotli 11.
    pub packed_bytes: u64,
}

/// Every file that the page has asked for, each once, by name.
///
/// # Errors
/// When Node, which measures the files, cannot be run.
pub fn downloads(page: &Page) -> Outcome<Vec<Download>> {
    let mut paths = page.site.requests();
    paths.sort();
    paths.dedup();
    let dist = built_page();
    let file = |path: &String| dist.join(if path == "/" { "index.html" } else { path.trim_start_matches('/') });
    let output = Command::new("node")
        .arg(project().join("tools/brotli-sizes.mjs"))
        .args(paths.iter().map(file).filter(|it| it.is_file()))
        .output()
        .map_err(|error| format!("cannot run node: {error}"))?;
    if !output.status.success() {
        return Err(format!("cannot measure the files: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let measured = |line: &str| {
        let words: Vec<&str> = line.splitn(3, ' ').collect();
        let [bytes, packed, name] = words.as_slice() else { return None };
        let name = name.rsplit('/').next().unwrap_or(name).to_owned();
        Some(Download { name, bytes: bytes.parse().ok()?, packed_bytes: packed.parse().ok()? })
    };
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(measured).collect())
}

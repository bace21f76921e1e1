//! The texts of the page, kept together for translators: the list of the English ones, and a catalog for each language.

mod lexer;
mod po;
mod scan;
#[cfg(test)]
mod tests;

use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};

/// The list of the English texts.
const LIST: &str = "texts/atlas.pot";

/// Writes the list of the English texts again, and brings every language's catalog to it: what is new there is empty,
/// what nobody says any more goes.
///
/// # Errors
/// When a source or a catalog cannot be read, or a file not be written.
pub fn run(workspace: &Workspace) -> Result<(), String> {
    let texts = scan::project(&workspace.root)?;
    let write =
        |path: &Path, text: String| fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()));
    write(&workspace.root.join(LIST), po::written(&texts, None))?;
    println!("{} texts in {LIST}", texts.len());
    for (language, path) in catalogs(&workspace.root)? {
        let (known, _) = po::read(&path)?;
        write(&path, po::written(&texts, Some((&language, &known))))?;
        let translated = |it: &&String| known.get(*it).is_some_and(|it| it.forms.iter().all(|it| !it.is_empty()));
        println!("{language}: {} of them translated", texts.keys().filter(translated).count());
    }
    Ok(())
}

/// The languages that there are, with their catalogs.
fn catalogs(root: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let entries = fs::read_dir(root.join("texts")).map_err(|error| format!("texts: {error}"))?;
    let paths = entries.flatten().map(|it| it.path()).filter(|it| it.extension().is_some_and(|it| it == "po"));
    let named = |path: PathBuf| Some((path.file_stem()?.to_string_lossy().into_owned(), path));
    let mut found: Vec<(String, PathBuf)> = paths.filter_map(named).collect();
    found.sort();
    Ok(found)
}

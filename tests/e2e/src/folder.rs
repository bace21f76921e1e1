//! A folder of its own for what a browser saves and a test gives it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::Outcome;

/// A folder that is removed with everything in it when this is dropped.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// An empty folder in the system's place for temporary files.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new() -> Outcome<Folder> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("atlas-e2e-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).map_err(|error| format!("cannot create {}: {error}", path.display()))?;
        Ok(Folder { path })
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts a file here, in a folder within if its name has one, and gives its path.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, name: &str, text: &str) -> Outcome<PathBuf> {
        let path = self.path.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        Ok(path)
    }

    /// Removes the files of this folder; folders in it are of the browser's start and stay.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn empty(&self) -> Outcome<()> {
        let failed = |error: std::io::Error| format!("cannot empty {}: {error}", self.path.display());
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_file() {
                fs::remove_file(&path).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// Where the file of this name is, or would be.
    pub fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind lies in the system's folder for such files.
        let _ = fs::remove_dir_all(&self.path);
    }
}

//! Where things are: the project, its build output, and the cache of tools that outlives both.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::versions::{GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_TARGET};

/// The folders that the chores read and write.
pub struct Workspace {
    /// The project's root, where Cargo.lock is.
    pub root: PathBuf,
    cache: PathBuf,
}

impl Workspace {
    /// Finds the project from the running program, and the cache from the environment.
    ///
    /// # Errors
    /// When neither XDG_CACHE_HOME nor HOME says where a cache may be.
    pub fn find() -> Result<Workspace, String> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest_dir).parent().map(Path::to_path_buf).ok_or("xtask has no parent folder")?;
        let caches = match env::var_os("XDG_CACHE_HOME").filter(|it| !it.is_empty()) {
            Some(folder) => PathBuf::from(folder),
            None => {
                let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
                PathBuf::from(home.ok_or("neither XDG_CACHE_HOME nor HOME is set: no place to keep the tools")?)
                    .join(".cache")
            }
        };
        Ok(Workspace { root, cache: caches.join("expressroute-atlas") })
    }

    /// The folder of one installed tool, named with its version; its programs are in `bin`.
    pub fn tool_home(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// A folder for building one tool, removed after the installation.
    pub fn tool_build(&self, name: &str) -> PathBuf {
        self.cache.join("build").join(name)
    }

    /// Cargo's output folder.
    pub fn target(&self) -> PathBuf {
        let folder = env::var_os("CARGO_TARGET_DIR").filter(|it| !it.is_empty()).unwrap_or_else(|| "target".into());
        self.root.join(folder)
    }

    /// The wasm that `cargo build --profile web` leaves for a crate.
    pub fn web_wasm(&self, crate_name: &str) -> PathBuf {
        self.target().join(WASM_TARGET).join("web").join(format!("{crate_name}.wasm"))
    }

    /// The compiler's flags for what is published: without this machine's folders in it. A panic names its source file,
    /// and the path of a crate's file on the machine that built it is of no use to anyone, and is downloaded by everyone.
    pub fn web_flags(&self) -> String {
        let homes = [env::var_os("CARGO_HOME").map(PathBuf::from), env::home_dir().map(|it| it.join(".cargo"))];
        let home = homes.into_iter().flatten().next().unwrap_or_default();
        let folders = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        let registries = folders.map(|it| format!("--remap-path-prefix={}/=", it.path().display()));
        let version = Command::new("rustc").arg("-vV").output().map(|it| it.stdout).unwrap_or_default();
        let version = String::from_utf8_lossy(&version);
        let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
        let library = hash.map(|hash| format!("--remap-path-prefix=/rustc/{hash}/library/="));
        registries.chain(library).collect::<Vec<_>>().join(" ")
    }

    /// A command of the project: runs in the root, finds the pinned tools first.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        // Trunk 0.21.14 takes only `true` or `false` here and stops at the usual `1`.
        if env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// A cargo command of the project, with the cargo that started this program.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let program = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = self.command(&program);
        command.args(arguments);
        command
    }

    fn search_path(&self) -> OsString {
        let ours = [
            self.root.join("node_modules/.bin"),
            self.tool_home("trunk", TRUNK).join("bin"),
            self.tool_home("wasm-bindgen", WASM_BINDGEN).join("bin"),
            self.tool_home("geckodriver", GECKODRIVER).join("bin"),
        ];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = ours.into_iter().filter(|it| it.is_dir()).chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited.clone())
    }
}

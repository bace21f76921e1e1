//! Brings the build tools to a new machine. Each tool that is already there costs a fraction of a second.

use std::fs;
use std::path::Path;

use crate::run::{first_line, run};
use crate::step::Step;
use crate::versions::{GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_TARGET};
use crate::workspace::Workspace;

/// Everything a build of the page needs. Asks for no administrator rights and no browser.
///
/// # Errors
/// When a tool is missing and cannot be installed.
pub fn prepare(workspace: &Workspace) -> Result<(), String> {
    wasm_target(workspace)?;
    npm_tools(workspace)?;
    wasm_bindgen(workspace)?;
    trunk(workspace)
}

fn wasm_target(workspace: &Workspace) -> Result<(), String> {
    let sysroot = first_line(workspace.command("rustc").args(["--print", "sysroot"]))
        .ok_or("rustc cannot be run: install Rust from https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    let step = Step {
        title: "Add the WebAssembly target to the compiler",
        usual_time: "10 s",
        remedy: "run `rustup target add wasm32-unknown-unknown` by hand; without rustup, install your system's \
                 package of Rust's standard library for that target",
    };
    step.run(|| run(workspace.command("rustup").args(["target", "add", WASM_TARGET])))
}

/// The pinned npm packages of the build.
///
/// # Errors
/// When npm cannot be run or the registry cannot be reached.
pub fn npm_tools(workspace: &Workspace) -> Result<(), String> {
    let title = "Install the pinned npm packages (wasm optimizer, minifier, map shapes, accessibility rules)";
    npm_packages(workspace, ".", title)
}

/// The npm packages that a folder of the project pins.
///
/// # Errors
/// As `npm_tools`.
pub fn npm_packages(workspace: &Workspace, folder: &str, title: &'static str) -> Result<(), String> {
    let folder = workspace.root.join(folder);
    let read = |path: &str| fs::read_to_string(folder.join(path));
    let wanted = read("package-lock.json").map_err(|error| format!("cannot read package-lock.json: {error}"))?;
    // The lock file itself is the stamp: no digest to keep, and it says what is installed.
    let stamp = "node_modules/.installed-package-lock.json";
    if read(stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let step = Step {
        title,
        usual_time: "10 s",
        remedy: "install Node.js 20 or newer with npm, check that the npm registry can be reached, and try again",
    };
    step.run(|| {
        let mut npm = workspace.command("npm");
        run(npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        fs::write(folder.join(stamp), &wanted).map_err(|error| format!("cannot write {stamp}: {error}"))
    })
}

fn wasm_bindgen(workspace: &Workspace) -> Result<(), String> {
    let answers = |program: &str, version: &str| {
        first_line(workspace.command(program).arg("--version")).is_some_and(|it| it == version)
    };
    let version = format!("wasm-bindgen {WASM_BINDGEN}");
    // The test runner has no version of its own to ask for, so it is taken from the same place.
    let runner = which(workspace, "wasm-bindgen-test-runner");
    if answers("wasm-bindgen", &version) && runner {
        return Ok(());
    }
    let step = Step {
        title: "Build wasm-bindgen's command line, once for this machine",
        usual_time: "2 min",
        remedy: "check that crates.io can be reached and that a C compiler is installed, and try again",
    };
    step.run(|| {
        let build = workspace.tool_build("wasm-bindgen");
        let mut cargo = workspace.cargo(&["build", "--release", "--locked", "--quiet"]);
        cargo.args(["--manifest-path", "tools/wasm-bindgen/Cargo.toml"]).env("CARGO_TARGET_DIR", &build);
        run(&mut cargo)?;
        let home = workspace.tool_home("wasm-bindgen", WASM_BINDGEN).join("bin");
        for program in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
            install(&build.join("release"), &home, program)?;
        }
        remove(&build)
    })
}

fn trunk(workspace: &Workspace) -> Result<(), String> {
    let wanted = format!("trunk {TRUNK}");
    if first_line(workspace.command("trunk").arg("--version")).is_some_and(|it| it == wanted) {
        return Ok(());
    }
    let step = Step {
        title: "Build the bundler Trunk, once for this machine",
        usual_time: "3 min",
        remedy: "check that crates.io can be reached and that a C compiler is installed, and try again",
    };
    // Without its default features Trunk has no update check and no TLS: neither is needed to build or serve.
    step.run(|| cargo_install(workspace, "trunk", TRUNK, &["--no-default-features"]))
}

/// The driver of Firefox, which distributions do not pack.
///
/// # Errors
/// When it is missing and cannot be built.
pub fn geckodriver(workspace: &Workspace) -> Result<(), String> {
    let wanted = format!("geckodriver {GECKODRIVER}");
    // The line goes on with the revision that it was built from.
    let told = first_line(workspace.command("geckodriver").arg("--version"));
    if told.is_some_and(|it| it == wanted || it.starts_with(&format!("{wanted} "))) {
        return Ok(());
    }
    let step = Step {
        title: "Build the driver of Firefox, once for this machine",
        usual_time: "1 min",
        remedy: "check that crates.io can be reached and that a C compiler is installed, and try again; or leave \
                 Firefox out with `cargo xtask test --browsers chromium,webkit`",
    };
    step.run(|| cargo_install(workspace, "geckodriver", GECKODRIVER, &[]))
}

/// Builds a tool without optimization, which takes a fraction of the time, into the cache of tools.
fn cargo_install(workspace: &Workspace, name: &str, version: &str, options: &[&str]) -> Result<(), String> {
    let build = workspace.tool_build(name);
    let mut cargo = workspace.cargo(&["install", name, "--debug", "--locked", "--quiet", "--force"]);
    cargo.args(options).args(["--version", version, "--root"]).arg(workspace.tool_home(name, version));
    run(cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TARGET_DIR", &build))?;
    remove(&build)
}

/// Whether a program is on the search path that children get.
pub fn which(workspace: &Workspace, program: &str) -> bool {
    let path = workspace.command(program);
    let folders = path.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, value)| value);
    folders.is_some_and(|it| {
        std::env::split_paths(it)
            .any(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION).is_file())
    })
}

// Copies under another name first, so that a broken copy is never taken for the tool.
fn install(from: &Path, to: &Path, program: &str) -> Result<(), String> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let failed = |error| format!("cannot install {program} in {}: {error}", to.display());
    fs::create_dir_all(to).map_err(failed)?;
    let partial = to.join(format!("{name}.partial"));
    fs::copy(from.join(&name), &partial).map_err(failed)?;
    fs::rename(&partial, to.join(&name)).map_err(failed)
}

fn remove(folder: &Path) -> Result<(), String> {
    fs::remove_dir_all(folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()))
}

//! The JavaScript package: one wasm of its own, with glue for browsers and for Node.

use std::fs;
use std::path::Path;

use crate::run::run;
use crate::step::Step;
use crate::versions::WASM_TARGET;
use crate::workspace::Workspace;

/// Builds crates/js into crates/js/pkg/web and crates/js/pkg/node. Glue and optimizing are skipped when the compiler
/// changed nothing.
///
/// # Errors
/// When the compiler, wasm-bindgen or the optimizer fails.
pub fn build(workspace: &Workspace) -> Result<(), String> {
    let step = Step {
        title: "Build the JavaScript package into crates/js/pkg/",
        usual_time: "1 min at first, 1 s when nothing changed",
        remedy: "read the compiler's message above",
    };
    step.run(|| {
        let mut cargo = workspace.cargo(&["build", "--package", "expressroute-js", "--lib", "--profile", "web"]);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", workspace.web_flags());
        run(cargo.args(["--target", WASM_TARGET]))?;
        for (folder, target) in [("web", "web"), ("node", "nodejs")] {
            bind(workspace, folder, target)?;
        }
        Ok(())
    })
}

fn bind(workspace: &Workspace, folder: &str, target: &str) -> Result<(), String> {
    let compiled = workspace.web_wasm("expressroute_js");
    let out = workspace.root.join("crates/js/pkg").join(folder);
    let optimized = out.join("expressroute_js_bg.wasm");
    if is_newer(&optimized, &compiled) {
        return Ok(());
    }
    // A build that stops halfway must not look finished.
    let fresh = out.with_extension("partial");
    run(workspace.command("wasm-bindgen").args(["--target", target, "--out-dir"]).arg(&fresh).arg(&compiled))?;
    let wasm = fresh.join("expressroute_js_bg.wasm");
    run(workspace.command("wasm-opt").arg("-Oz").arg(&wasm).arg("--output").arg(&wasm))?;
    let failed = |error| format!("cannot write {}: {error}", out.display());
    if target == "nodejs" {
        // Node's glue is CommonJS, whatever the package around it says.
        fs::write(fresh.join("package.json"), "{ \"type\": \"commonjs\" }\n").map_err(failed)?;
    }
    if out.exists() {
        fs::remove_dir_all(&out).map_err(failed)?;
    }
    fs::rename(&fresh, &out).map_err(failed)
}

fn is_newer(made: &Path, source: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|it| it.modified()).ok();
    matches!((modified(made), modified(source)), (Some(made), Some(source)) if made > source)
}

//! The versions of the build tools, in one place. npm's are in package.json, the crates' in Cargo.toml.

/// The bundler. 0.22 asks for a newer compiler than this project does.
pub const TRUNK: &str = "0.21.14";

/// The command-line side of wasm-bindgen; must equal the crate's version in Cargo.toml.
pub const WASM_BINDGEN: &str = "0.2.130";

/// The driver of Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The compiler target of everything that runs in a page.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;
    use crate::workspace::Workspace;

    fn text_of(path: &str) -> String {
        std::fs::read_to_string(Workspace::find().unwrap().root.join(path)).unwrap()
    }

    #[test]
    fn the_crate_and_its_command_line_side_have_one_version() {
        let pin = format!("\"={WASM_BINDGEN}\"");
        assert!(text_of("Cargo.toml").contains(&format!("wasm-bindgen = {pin}")));
        assert!(text_of("tools/wasm-bindgen/Cargo.toml").contains(&format!("wasm-bindgen-cli = {pin}")));
    }

    #[test]
    fn trunk_accepts_only_the_optimizer_that_npm_installs() {
        let pin = "\"binaryen\": \"132.0.0\"";
        assert!(text_of("package.json").contains(pin));
        assert!(text_of("Trunk.toml").contains("wasm_opt = \"version_132\""));
    }
}

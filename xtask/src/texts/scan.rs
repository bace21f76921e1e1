//! Finds every text that the page says, in the sources.

use crate::texts::lexer::{self, Token};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Where texts stand: files, and folders with all that is in them.
const PLACES: [&str; 9] = [
    "src",
    "crates/find/src",
    "crates/finder/src",
    "crates/planner/src",
    "crates/reach/src",
    "crates/scene/src",
    "assets/loader.js",
    "assets/menu.js",
    "assets/theme.js",
];

/// The table whose names, its second column, people write in their own language.
const NAMES: &str = "data/geopolitical_regions.csv";

/// The properties of the planner's components that are texts.
const LABELS: [&str; 1] = ["label"];

/// The calls that say a text, with the first argument that is one and how many are.
const CALLS: [(&str, usize, usize); 6] =
    [("say", 0, 1), ("say_with", 0, 1), ("say_count", 1, 2), ("said", 0, 1), ("said_as", 1, 1), ("phrase", 0, 1)];

/// A text of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its form for more than one thing, where it counts.
    pub many: Option<String>,
    /// The files that say it.
    pub places: BTreeSet<String>,
}

/// Every text by its English.
pub type Texts = BTreeMap<String, Text>;

/// The texts of the project.
///
/// # Errors
/// When a source cannot be read, or a text is not a literal where it has to be.
pub fn project(root: &Path) -> Result<Texts, String> {
    let mut texts = Texts::new();
    for place in PLACES {
        let mut files = Vec::new();
        collect(&root.join(place), &mut files);
        for file in files {
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let source = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
            add(&mut texts, &name, &source)?;
        }
    }
    let table = fs::read_to_string(root.join(NAMES)).map_err(|error| format!("{NAMES}: {error}"))?;
    for name in table.lines().skip(1).filter_map(|it| it.split(',').nth(1)) {
        enter(&mut texts, NAMES, name, None)?;
    }
    Ok(texts)
}

fn collect(place: &Path, files: &mut Vec<std::path::PathBuf>) {
    if place.is_file() {
        files.push(place.to_owned());
    }
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut inside: Vec<_> = entries.map(|it| it.path()).collect();
    inside.sort();
    for path in inside {
        let is_source =
            path.extension().is_some_and(|it| it == "rs") && path.file_stem().is_some_and(|it| it != "tests");
        if path.is_dir() || is_source {
            collect(&path, files);
        }
    }
}

/// Adds the texts of one source.
///
/// # Errors
/// When a text that counts has not one literal for each form, or the same English counts in one place and not in another.
pub fn add(texts: &mut Texts, file: &str, source: &str) -> Result<(), String> {
    // A file's own tests stand at its end.
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let tokens = if file.ends_with(".js") { lexer::javascript(source) } else { lexer::rust(source) };
    let imports = source.contains("use words::");
    for (at, token) in tokens.iter().enumerate() {
        let Token::Word(name) = token else { continue };
        if let (true, [Token::Sign('='), Token::Text(label), ..]) = (LABELS.contains(&name.as_str()), &tokens[at + 1..])
        {
            enter(texts, file, label, None)?;
        }
        let Some((_, first, count)) = CALLS.iter().find(|it| it.0 == name) else { continue };
        // The core is given the way to say a text, and calls it by this name.
        let is_core = name == "say" && file.starts_with("crates/reach/");
        let is_ours = file.ends_with(".js") || name == "phrase" || is_core || is_of_words(&tokens[..at], imports);
        if !is_ours || tokens.get(at + 1) != Some(&Token::Sign('(')) {
            continue;
        }
        let given = arguments(&tokens[at + 2..]);
        let said: Vec<&[String]> = given.iter().skip(*first).take(*count).map(Vec::as_slice).collect();
        match said.as_slice() {
            // A method may have the name of a call.
            [one] if *count == 1 => one.iter().try_for_each(|it| enter(texts, file, it, None))?,
            [[one], [many]] => enter(texts, file, one, Some(many))?,
            // A name stands there: the literal stands where the name is given its value.
            [[], []] | [] => {}
            odd => return Err(format!("{file}: `{name}` wants one literal for each form, not {odd:?}")),
        }
    }
    Ok(())
}

/// Whether the name after these tokens is one of the crate's, such as `words::say`, or of an element, such as `.say`. A file
/// that imports from the crate uses its names alone, too.
fn is_of_words(before: &[Token], imports: bool) -> bool {
    let path = [Token::Word("words".to_owned()), Token::Sign(':'), Token::Sign(':')];
    // One colon stands before the value of a field, two in a path of something else.
    let alone = !before.ends_with(&path[1..]) && before.last() != Some(&Token::Word("fn".to_owned()));
    before.ends_with(&path) || before.last() == Some(&Token::Sign('.')) || (imports && alone)
}

fn enter(texts: &mut Texts, file: &str, one: &str, many: Option<&str>) -> Result<(), String> {
    if one.is_empty() {
        return Ok(());
    }
    let known = texts.get(one).map(|it| it.many.clone());
    if known.is_some_and(|it| it.as_deref() != many) {
        return Err(format!("{file}: {one:?} has another form for many here than elsewhere"));
    }
    let text = texts.entry(one.to_owned()).or_default();
    text.many = many.map(str::to_owned);
    text.places.insert(file.to_owned());
    Ok(())
}

/// For each argument of a call the literals in it, with those of every branch of an `if` or a `match`, but not those that
/// are given to another call.
fn arguments(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut given: Vec<Vec<String>> = vec![Vec::new()];
    let (mut depth, mut inner): (i32, Option<i32>) = (0, None);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(') if inner.is_none() && at > 0 && matches!(tokens[at - 1], Token::Word(_)) => {
                inner = Some(depth);
                depth += 1;
            }
            Token::Sign(')') if inner == Some(depth - 1) => {
                inner = None;
                depth -= 1;
            }
            Token::Text(_) if inner.is_some() => {}
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => break,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(',') if depth == 0 => given.push(Vec::new()),
            Token::Text(text) => given.last_mut().into_iter().for_each(|it| it.push(text.clone())),
            Token::Sign(_) | Token::Word(_) => {}
        }
    }
    given
}

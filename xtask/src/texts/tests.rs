//! What holds for the texts of the page, and how they are found.

use crate::texts::scan::{Texts, add, project};
use crate::texts::{LIST, catalogs, po};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The names of the places in a text, such as `count` of `{count} of {all}`.
fn places_of(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0).collect()
}

/// The texts of a source of one file, with the form for many behind a bar.
fn found(file: &str, source: &str) -> Vec<String> {
    let mut texts = Texts::new();
    add(&mut texts, file, source).unwrap();
    let told = |(one, text): (&String, &crate::texts::scan::Text)| match &text.many {
        Some(many) => format!("{one}|{many}"),
        None => one.clone(),
    };
    texts.iter().map(told).collect()
}

#[test]
fn a_text_is_a_literal_in_a_call_that_says_it() {
    let source = r#"
        fn say(english: &str) {}
        // say("in a comment")
        let open = '"';
        el("p").say("Close").said_as("aria-label", "Circuit SKU");
        words::say_with(
            "{count} of {all}", &[("count", &n)]);
        words::say_count(n, "{count} region", "{count} regions", &[("place", "x")]);
        words::say(if round { "Globe" } else { "Flat" });
        words::say(word);
        say("of another say");
        keeping.say(words::say_with("{name} is back.", &[("name", &name)]));
        let long = words::said("One line, \
            and the next.");
        #[cfg(test)]
mod tests { fn no() { say("in a test") } }
    "#;
    assert_eq!(
        found("a.rs", source),
        [
            "Circuit SKU",
            "Close",
            "Flat",
            "Globe",
            "One line, and the next.",
            "{count} of {all}",
            "{count} region|{count} regions",
            "{name} is back."
        ]
    );
    let field = r#"use words::say; Section { head: say("Facts"), other: plan::say("of another crate") }"#;
    assert_eq!(found("a.rs", field), ["Facts"]);
    let core = r#"fn told(say: Say) -> String { say("{first} and {second}", &[("first", "a")]) }"#;
    assert_eq!(found("crates/reach/src/a.rs", core), ["{first} and {second}"]);
    assert_eq!(found("a.js", "say('It’s there'); // say('no')\nsay(\"x\"); `${say}`;"), ["It’s there", "x"]);
}

#[test]
fn a_form_for_many_is_needed_everywhere_or_nowhere() {
    let mut texts = Texts::new();
    add(&mut texts, "a.rs", r#"words::say_count(n, "one", "many", &[])"#).unwrap();
    assert!(add(&mut texts, "b.rs", r#"words::say("one")"#).unwrap_err().contains("b.rs"));
    assert!(add(&mut Texts::new(), "c.rs", r#"words::say_count(n, "one", many, &[])"#).is_err());
}

#[test]
fn the_list_of_texts_is_up_to_date() {
    let texts = project(root()).unwrap();
    let list = fs::read_to_string(root().join(LIST)).unwrap();
    let (listed, _) = po::read(&root().join(LIST)).unwrap();
    let new: Vec<&String> = texts.keys().filter(|it| !listed.contains_key(*it)).collect();
    let gone: Vec<&String> = listed.keys().filter(|it| !texts.contains_key(*it)).collect();
    let up_to_date = list == po::written(&texts, None);
    assert!(up_to_date, "run `cargo xtask texts`: {LIST} lacks {new:#?}, and nobody says {gone:#?} any more");
}

#[test]
fn every_language_has_every_text_with_its_places() {
    let texts = project(root()).unwrap();
    let languages = catalogs(root()).unwrap();
    assert!(languages.iter().any(|it| it.0 == "de"), "German is there");
    let mut wrong = Vec::new();
    for (language, path) in languages {
        let (catalog, plurals) = po::read(&path).unwrap();
        assert_eq!(plurals.replace(' ', ""), po::PLURALS.replace(' ', ""), "{language}");
        wrong.extend(
            catalog.keys().filter(|it| !texts.contains_key(*it)).map(|it| format!("{language}: nobody says {it:?}")),
        );
        for (english, text) in &texts {
            let translation = catalog.get(english).cloned().unwrap_or_default();
            let forms = [Some(english), text.many.as_ref()].into_iter().flatten();
            for (at, form) in forms.enumerate() {
                let translated = translation.forms.get(at).map_or("", String::as_str);
                if translated.is_empty() || translation.fuzzy {
                    wrong.push(format!("{language}: lacks {form:?}"));
                } else if places_of(form) != places_of(translated) {
                    wrong.push(format!("{language}: {translated:?} has other places than {form:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} texts are not right in texts/:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_language_can_be_chosen() {
    let settings = fs::read_to_string(root().join("assets/menu.js")).unwrap();
    for (language, _) in catalogs(root()).unwrap() {
        assert!(settings.contains(&format!(", {language}: \"")), "the settings of assets/menu.js lack {language}");
    }
}

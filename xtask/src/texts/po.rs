//! Catalogs of texts as PO files, the format of gettext and of the tools of translators.

use crate::texts::scan::{Text, Texts};
use polib::message::MessageView;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// A text in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// Its forms: one, or that for one and that for many.
    pub forms: Vec<String>,
    /// What the translator wrote beside it.
    pub comments: String,
    /// Whether it awaits a second look.
    pub fuzzy: bool,
}

/// A catalog by the English of its texts.
pub type Catalog = BTreeMap<String, Translation>;

/// How English and German form their plurals, and every language that the page can speak so far.
pub const PLURALS: &str = "nplurals=2; plural=(n != 1);";

/// Reads a catalog, with the rule of its plurals.
///
/// # Errors
/// When it is not there, or no PO file.
pub fn read(path: &Path) -> Result<(Catalog, String), String> {
    let file = polib::po_file::parse(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let entry = |it: &dyn MessageView| {
        let one = it.msgstr().map(|it| vec![it.to_owned()]);
        let forms = one.or_else(|_| it.msgstr_plural().cloned()).unwrap_or_default();
        let comments = it.translator_comments().to_owned();
        (it.msgid().to_owned(), Translation { forms, comments, fuzzy: it.is_fuzzy() })
    };
    let rule = file.metadata.plural_rules.dump();
    Ok((file.messages().map(entry).collect(), rule))
}

/// The catalog of a language, or, without one, the one to begin a language from: every text, in the order of the English.
pub fn written(texts: &Texts, language: Option<(&str, &Catalog)>) -> String {
    let (name, known) = language.map_or(("", None), |(name, known)| (name, Some(known)));
    let mut file = "# The texts of ExpressRoute Atlas; docs/languages.md says how they are translated.\n\
        # `cargo xtask texts` keeps the list; only what stands after msgstr is written by hand.\n"
        .to_owned();
    file += "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: ExpressRoute Atlas\\n\"\n";
    for line in ["MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"] {
        put(&mut file, format_args!("\"{line}\\n\"\n"));
    }
    put(&mut file, format_args!("\"Language: {name}\\n\"\n\"Plural-Forms: {PLURALS}\\n\"\n"));
    for (english, text) in texts {
        let translation = known.and_then(|it| it.get(english)).cloned().unwrap_or_default();
        entry(&mut file, english, text, &translation);
    }
    file
}

fn entry(file: &mut String, english: &str, text: &Text, translation: &Translation) {
    file.push('\n');
    for line in translation.comments.lines() {
        put(file, format_args!("# {line}\n"));
    }
    for place in &text.places {
        put(file, format_args!("#: {place}\n"));
    }
    if translation.fuzzy {
        file.push_str("#, fuzzy\n");
    }
    put(file, format_args!("msgid {}\n", quoted(english)));
    let form = |at: usize| quoted(translation.forms.get(at).map_or("", String::as_str));
    match &text.many {
        None => put(file, format_args!("msgstr {}\n", form(0))),
        Some(many) => {
            put(file, format_args!("msgid_plural {}\nmsgstr[0] {}\nmsgstr[1] {}\n", quoted(many), form(0), form(1)));
        }
    }
}

/// Writing to a text does not fail.
fn put(file: &mut String, line: std::fmt::Arguments) {
    let _ = file.write_fmt(line);
}

fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"), "\""].concat()
}

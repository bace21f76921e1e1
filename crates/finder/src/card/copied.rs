//! A card as text and as Markdown, with its documents and their dates.

use crate::card::{Card, Conflict, Fact, Row, Section, dated};
use reach::details::Document;
use words::{say, say_with};

/// What stands at the end of everything that is copied.
pub struct Origin<'a> {
    /// The date of the location list, `YYYY-MM-DD`: the version of the data set.
    pub version: &'a str,
    /// The address of the answer.
    pub address: &'a str,
}

impl Origin<'_> {
    fn line(&self) -> String {
        let date = words::date(self.version);
        say_with("ExpressRoute Atlas, data of {date}. Unofficial, not affiliated with Microsoft.", &[("date", &date)])
    }
}

/// The card as plain text.
pub fn text(card: &Card, origin: &Origin) -> String {
    let mut lines = vec![card.title.clone(), card.told.clone()];
    for section in &card.sections {
        lines.extend([String::new(), headed(section)]);
        lines.extend(section.facts.iter().map(|it| {
            let of_its_own =
                if it.documents.is_empty() { String::new() } else { format!(" [{}]", keys(&it.documents)) };
            format!("- {}: {}{of_its_own}", it.name, it.text())
        }));
        lines.extend(section.rows.iter().map(|it| ["- ", &it.name, &row_told(it)].concat()));
        lines.extend(section.conflicts.iter().flat_map(conflict_lines));
        lines.extend(source_line(section));
    }
    lines.extend([String::new(), say("Sources").into_owned()]);
    lines.extend(
        card.documents()
            .iter()
            .map(|it| format!("- {}: {}, {}. {}", it.row.key, it.row.title, dated(it), it.row.reference)),
    );
    lines.extend([String::new(), origin.line(), origin.address.to_owned()]);
    lines.push(String::new());
    lines.join("\n")
}

/// The card as Markdown: facts and rows are tables.
pub fn markdown(card: &Card, origin: &Origin) -> String {
    let mut parts = vec![format!("# {}", safe(&card.title)), safe(&card.told)];
    for section in &card.sections {
        parts.push(format!("## {}", safe(&section.head)));
        parts.extend((!section.hint.is_empty()).then(|| safe(&section.hint)));
        parts.extend((!section.facts.is_empty()).then(|| fact_table(&section.facts, &section.documents)));
        parts.extend((!section.rows.is_empty()).then(|| row_table(&section.rows)));
        parts.extend((!section.conflicts.is_empty()).then(|| conflict_list(&section.conflicts)));
        parts.extend(source_line(section).map(|it| safe(&it)));
    }
    parts.push(format!("## {}", say("Sources")));
    let source = |it: &&Document| {
        let row = &it.row;
        format!("- **{}**: {}, {}. {}", safe(&row.key), safe(&row.title), dated(it), safe(&row.reference))
    };
    parts.push(card.documents().iter().map(source).collect::<Vec<_>>().join("\n"));
    parts.push(safe(&origin.line()));
    parts.push(format!("<{}>", origin.address));
    parts.join("\n\n") + "\n"
}

fn headed(section: &Section) -> String {
    if section.hint.is_empty() { section.head.clone() } else { [&section.head, ". ", &section.hint].concat() }
}

fn row_told(row: &Row) -> String {
    let told = (!row.told.is_empty()).then(|| row.told.clone());
    let km = (!row.km.is_empty()).then(|| [&row.km, " ", words::unit()].concat());
    let ms = (!row.ms.is_empty()).then(|| say_with("{ms} ms estimated", &[("ms", &row.ms)]));
    let parts: Vec<String> = [told, km, ms].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { [": ", &parts.join(", ")].concat() }
}

/// The documents of a section with their dates; none where its facts name their own.
fn source_line(section: &Section) -> Option<String> {
    let list = section.documents.iter().map(|it| format!("{}, {}", it.row.key, dated(it)));
    let list = list.collect::<Vec<_>>().join("; ");
    (!list.is_empty()).then(|| say_with("Sources: {list}", &[("list", &list)]))
}

/// Documents by their keys, each with its date.
fn keys(documents: &[&Document]) -> String {
    let list = documents.iter().map(|it| [&it.row.key, ", ", &dated(it)].concat());
    list.collect::<Vec<_>>().join("; ")
}

fn conflict_lines(conflict: &Conflict) -> Vec<String> {
    let side =
        |(document, says): &(&Document, String)| format!("  - {}, {}: {says}", document.row.key, dated(document));
    let mut lines = vec![["- ", &conflict.subject].concat()];
    lines.extend(conflict.sides.iter().map(side));
    if !conflict.seen.is_empty() {
        lines.push(format!("  - {} [{}]", conflict.seen, keys(&conflict.documents)));
    }
    lines.push(["  - ", &taken(conflict)].concat());
    lines
}

/// How the data set resolves a conflict.
pub fn taken(conflict: &Conflict) -> String {
    say_with("Taken: {resolution}", &[("resolution", &conflict.taken)])
}

fn fact_table(facts: &[Fact], documents: &[&'static Document]) -> String {
    let head = [say("Fact"), say("Value"), say("Source")].join(" | ");
    let line = |it: &Fact| {
        let own = if it.documents.is_empty() { documents } else { &it.documents };
        format!("| {} | {} | {} |", safe(&it.name), safe(&it.text()), safe(&keys(own)))
    };
    let lines = facts.iter().map(line).collect::<Vec<_>>().join("\n");
    format!("| {head} |\n| --- | --- | --- |\n{lines}")
}

/// What a column of a table of rows holds.
type Cell = fn(&Row) -> &String;

fn row_table(rows: &[Row]) -> String {
    let any = |of: Cell| rows.iter().any(|it| !of(it).is_empty());
    let columns: [(String, Cell, &str); 4] = [
        (say("Name").into_owned(), |it| &it.name, "---"),
        (say("Told").into_owned(), |it| &it.told, "---"),
        (words::unit().to_owned(), |it| &it.km, "---:"),
        (say("ms, est.").into_owned(), |it| &it.ms, "---:"),
    ];
    let shown: Vec<_> = columns.into_iter().filter(|it| any(it.1)).collect();
    let line = |cells: Vec<String>| ["| ", &cells.join(" | "), " |"].concat();
    let head = line(shown.iter().map(|it| it.0.clone()).collect());
    let rule = line(shown.iter().map(|it| it.2.to_owned()).collect());
    let rows = rows.iter().map(|row| line(shown.iter().map(|it| safe(it.1(row))).collect()));
    [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn conflict_list(conflicts: &[Conflict]) -> String {
    let lines = conflicts.iter().flat_map(conflict_lines);
    // Each line begins with the marks of the list, which stay.
    let escaped = lines.map(|line| match line.split_once("- ") {
        Some((indent, rest)) => [indent, "- ", &safe(rest)].concat(),
        None => safe(&line),
    });
    escaped.collect::<Vec<_>>().join("\n")
}

/// Text that Markdown leaves as it is.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            safe.push('\\');
        }
        safe.push(if letter == '\n' { ' ' } else { letter });
    }
    safe
}

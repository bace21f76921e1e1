//! A card as text and as Markdown, with its documents and their dates.

use crate::card::{Card, Conflict, Fact, Row, Section, Value, are_same, by_date, dated};
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
    /// Whose data of which date it is.
    pub fn line(&self) -> String {
        let date = words::date(self.version);
        say_with("ExpressRoute Atlas, data of {date}. Unofficial, not affiliated with Microsoft.", &[("date", &date)])
    }
}

/// The card as plain text.
pub fn text(card: &Card, origin: &Origin) -> String {
    let mut lines = vec![card.title.clone(), card.told.clone()];
    for section in &card.sections {
        lines.extend([String::new(), headed(section)]);
        lines.extend(section.facts.iter().map(|it| fact_lines(it, section)));
        let row = |it: &Row| ["- ", &it.name, &row_told(it), &in_brackets(&it.documents, section)].concat();
        lines.extend(section.rows.iter().map(row));
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
        parts.extend((!section.facts.is_empty()).then(|| fact_table(section)));
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

/// A fact in a line; values that belong to columns stand in a line each.
fn fact_lines(fact: &Fact, section: &Section) -> String {
    let own = in_brackets(&fact.documents, section);
    if section.columns.is_empty() {
        return format!("- {}: {}{own}", fact.name, fact.text());
    }
    let value = |(column, value): (&String, &Value)| format!("\n  - {column}: {}", value.text);
    let values: String = section.columns.iter().zip(&fact.values).map(value).collect();
    format!("- {}{own}{values}", fact.name)
}

/// The documents of what rests on others than its section; nothing where it does not.
fn in_brackets(documents: &[&Document], section: &Section) -> String {
    match documents.is_empty() || are_same(documents, &section.documents) {
        true => String::new(),
        false => format!(" [{}]", keys(documents)),
    }
}

fn headed(section: &Section) -> String {
    if section.hint.is_empty() { section.head.clone() } else { [&section.head, ". ", &section.hint].concat() }
}

/// What sets a row apart, and its second line.
fn told_of(row: &Row) -> String {
    let parts = [&row.told, &row.more].into_iter().filter(|it| !it.is_empty());
    parts.cloned().collect::<Vec<_>>().join("; ")
}

/// A published round trip in words.
pub fn measured(of: &[String; 2]) -> String {
    say_with("median {median} ms, 95th percentile {high} ms", &[("median", &of[0]), ("high", &of[1])])
}

/// The head of the column of medians.
pub fn median_head() -> String {
    say("median, ms").into_owned()
}

/// The head of the column of 95th percentiles.
pub fn high_head() -> String {
    say("95th pct., ms").into_owned()
}

/// What a copied row says behind its name.
pub fn row_told(row: &Row) -> String {
    let told = Some(told_of(row)).filter(|it| !it.is_empty());
    let km = (!row.km.is_empty()).then(|| [&row.km, " ", words::unit()].concat());
    let ms = (!row.ms.is_empty()).then(|| say_with("{ms} ms estimated", &[("ms", &row.ms)]));
    let parts: Vec<String> = [told, km, ms, row.measured.as_ref().map(measured)].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { [": ", &parts.join(", ")].concat() }
}

/// The documents of a section with their dates; none where its facts name their own.
fn source_line(section: &Section) -> Option<String> {
    let list = keys(&section.documents);
    (!list.is_empty()).then(|| say_with("Sources: {list}", &[("list", &list)]))
}

/// Documents by their keys, each with its date; those of one date share it.
fn keys(documents: &[&Document]) -> String {
    let list = by_date(documents).into_iter().map(|(date, these)| {
        let keys: Vec<&str> = these.iter().map(|it| it.row.key.as_str()).collect();
        [&keys.join(", "), ", ", &date].concat()
    });
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
    lines.push(["  - ", &taken(&conflict.taken)].concat());
    lines
}

/// How the data set resolves a conflict.
pub fn taken(resolution: &str) -> String {
    say_with("Taken: {quoted}", &[("quoted", resolution)])
}

/// A line of a table.
fn cells(cells: &[String]) -> String {
    ["| ", &cells.join(" | "), " |"].concat()
}

fn fact_table(section: &Section) -> String {
    let (fact, source) = (say("Fact").into_owned(), say("Source").into_owned());
    let columns = if section.columns.is_empty() { vec![say("Value").into_owned()] } else { section.columns.clone() };
    let head: Vec<String> = [fact].into_iter().chain(columns).chain([source]).collect();
    let line = |it: &Fact| {
        let values = match section.columns.is_empty() {
            true => vec![it.text()],
            false => it.values.iter().map(|it| it.text.clone()).collect(),
        };
        let line = [it.name.clone()].into_iter().chain(values).chain([keys(it.documents_in(section))]);
        cells(&line.map(|it| safe(&it)).collect::<Vec<_>>())
    };
    let rule = cells(&vec!["---".to_owned(); head.len()]);
    let head = cells(&head.iter().map(|it| safe(it)).collect::<Vec<_>>());
    [head, rule].into_iter().chain(section.facts.iter().map(line)).collect::<Vec<_>>().join("\n")
}

/// What a column of a table of rows holds.
type Cell = fn(&Row) -> String;

fn row_table(rows: &[Row]) -> String {
    let any = |of: Cell| rows.iter().any(|it| !of(it).is_empty());
    let columns: [(String, Cell, &str); 7] = [
        (say("Name").into_owned(), |it| it.name.clone(), "---"),
        (say("Told").into_owned(), told_of, "---"),
        (words::unit().to_owned(), |it| it.km.clone(), "---:"),
        (say("ms, est.").into_owned(), |it| it.ms.clone(), "---:"),
        (median_head(), |it| it.measured.as_ref().map_or_else(String::new, |it| it[0].clone()), "---:"),
        (high_head(), |it| it.measured.as_ref().map_or_else(String::new, |it| it[1].clone()), "---:"),
        (say("Source").into_owned(), |it| keys(&it.documents), "---"),
    ];
    let shown: Vec<_> = columns.into_iter().filter(|it| any(it.1)).collect();
    let head = cells(&shown.iter().map(|it| it.0.clone()).collect::<Vec<_>>());
    let rule = cells(&shown.iter().map(|it| it.2.to_owned()).collect::<Vec<_>>());
    let rows = rows.iter().map(|row| cells(&shown.iter().map(|it| safe(&it.1(row))).collect::<Vec<_>>()));
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

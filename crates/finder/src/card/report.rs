//! A report of an error in a fact, filled in as far as the page knows it: what CONTRIBUTING.md asks for.

use crate::answer::rows::method;
use crate::card::copied::Origin;
use crate::card::{Card, Conflict, Fact, Row, Section, copied, dated};
use reach::details::Document;
use words::{say, say_with};

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A section as a whole, from which something may be missing.
    Whole,
    /// The fact at this place.
    Fact(usize),
    /// Of the fact at this place the value in the column at this place.
    Value(usize, usize),
    /// The row at this place.
    Row(usize),
    /// The disagreement at this place.
    Conflict(usize),
}

/// How a button names what it reports: the place of the section, and the part, such as `0 fact 3`.
pub fn key(section: usize, part: Part) -> String {
    match part {
        Part::Whole => section.to_string(),
        Part::Fact(at) => format!("{section} fact {at}"),
        Part::Value(at, column) => format!("{section} fact {at} {column}"),
        Part::Row(at) => format!("{section} row {at}"),
        Part::Conflict(at) => format!("{section} conflict {at}"),
    }
}

/// What a key means; none for a text that is no key.
fn read(key: &str) -> Option<(usize, Part)> {
    let words: Vec<&str> = key.split(' ').collect();
    let part = match words.as_slice() {
        [_] => Part::Whole,
        [_, "fact", at] => Part::Fact(at.parse().ok()?),
        [_, "fact", at, column] => Part::Value(at.parse().ok()?, column.parse().ok()?),
        [_, "row", at] => Part::Row(at.parse().ok()?),
        [_, "conflict", at] => Part::Conflict(at.parse().ok()?),
        _ => return None,
    };
    Some((words.first()?.parse().ok()?, part))
}

/// The report that a key asks for; none where the card has no such part. Whoever sends it fills in the rest.
pub fn text(card: &Card, key: &str, origin: &Origin) -> Option<String> {
    let (at, part) = read(key)?;
    let section = card.sections.get(at)?;
    let (fact, now) = match part {
        Part::Whole => {
            let alone = Card { sections: vec![section.clone()], ..card.clone() };
            (section.about.clone(), copied::text(&alone, origin))
        }
        Part::Fact(at) => {
            let fact = section.facts.get(at)?;
            (fact.name.clone(), of_fact(card, section, fact, origin))
        }
        Part::Value(at, column) => {
            let (fact, name) = (section.facts.get(at)?, section.columns.get(column)?);
            let value = vec![(name.clone(), fact.values.get(column)?.text.clone())];
            let said = [vec![(say("Fact").into_owned(), fact.name.clone())], value].concat();
            ([&fact.name, ", ", name].concat(), lines(card, said, fact.documents_in(section), origin))
        }
        Part::Row(at) => {
            let row = section.rows.get(at)?;
            (row.name.clone(), of_row(card, section, row, origin))
        }
        Part::Conflict(at) => {
            let conflict = section.conflicts.get(at)?;
            (conflict.subject.clone(), of_conflict(card, conflict, origin))
        }
    };
    Some([asked(&fact), now].join("\n"))
}

/// The head of a report, with the lines to be filled in.
fn asked(fact: &str) -> String {
    let title = say_with("Error in: {fact}", &[("fact", fact)]);
    let what = say("What is wrong, and what it should say:").into_owned();
    let by = say("The document that says so, with its title, address and date:").into_owned();
    let says = say("What it says now:").into_owned();
    let blank = String::new;
    [title, blank(), what, blank(), by, blank(), says].join("\n")
}

/// The lines about one thing of a card: where it stands, what it says, by which documents, at which address.
fn lines(card: &Card, said: Vec<(String, String)>, documents: &[&'static Document], origin: &Origin) -> String {
    let line = |name: &str, value: &str| say_with("{name}: {value}", &[("name", name), ("value", value)]);
    let mut lines = vec![line(&say("Card"), &[&card.title, ", ", &card.told].concat())];
    lines.extend(said.iter().map(|(name, value)| line(name, value)));
    let source = |it: &&Document| [&it.row.title, ", ", &dated(it), ". ", &it.row.reference].concat();
    lines.extend(documents.iter().map(|it| line(&say("Source"), &source(it))));
    lines.push(line(&say("Address"), origin.address));
    lines.extend([origin.line(), String::new()]);
    lines.join("\n")
}

fn of_fact(card: &Card, section: &Section, fact: &Fact, origin: &Origin) -> String {
    let mut said = vec![(say("Fact").into_owned(), fact.name.clone())];
    match section.columns.is_empty() {
        true => said.push((say("Value").into_owned(), fact.text())),
        false => said.extend(section.columns.iter().cloned().zip(fact.values.iter().map(|it| it.text.clone()))),
    }
    lines(card, said, fact.documents_in(section), origin)
}

fn of_row(card: &Card, section: &Section, row: &Row, origin: &Origin) -> String {
    let list =
        if section.hint.is_empty() { section.head.clone() } else { [&section.head, ". ", &section.hint].concat() };
    let value = [&row.name, copied::row_told(row).as_str()].concat();
    let mut said = vec![(say("List").into_owned(), list), (say("Value").into_owned(), value)];
    said.extend((!row.ms.is_empty()).then(|| (say("Method").into_owned(), method())));
    lines(card, said, row.documents_in(section), origin)
}

fn of_conflict(card: &Card, conflict: &Conflict, origin: &Origin) -> String {
    let side = |(document, says): &(&'static Document, String)| (document.row.key.clone(), says.clone());
    let mut said = vec![(say("Fact").into_owned(), conflict.subject.clone())];
    said.extend(conflict.sides.iter().map(side));
    said.extend((!conflict.seen.is_empty()).then(|| (say("Value").into_owned(), conflict.seen.clone())));
    said.push((say("Taken").into_owned(), conflict.taken.clone()));
    lines(card, said, &conflict.documents, origin)
}

/// What to do with a report.
pub fn how_to_send() -> String {
    say("Report copied. Send it as the project’s file CONTRIBUTING.md says.").into_owned()
}

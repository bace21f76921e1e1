//! Where documents disagree: both sides beside each other, each with its date, and what the data set takes.

use crate::card::{Conflict, Section, own_documents};
use crate::data::Data;
use reach::details::{ConflictDetail, Document};
use reach::tables::ConflictRow;
use words::{say_count, say_with};

/// What a document is called in the notes of conflicts, by its key.
const CALLED: [(&str, &str); 4] = [
    ("GEO", "the geopolitical table"),
    ("LOC", "the location list"),
    ("METRO", "the Metro page"),
    ("PROV", "the provider list"),
];

/// The conflicts about something called `name`; without a row when there is none.
pub fn section(data: &Data, name: &str, concerns: impl Fn(&ConflictDetail) -> bool) -> Section {
    let rows = data.details.conflicts.iter().filter(|it| concerns(it));
    let found: Vec<Conflict> = rows.map(|it| conflict(data, &it.row)).collect();
    let count = found.len();
    let head = say_count(count, "{count} disagreement in the sources", "{count} disagreements in the sources", &[]);
    let about = say_with("Disagreements about {name}", &[("name", name)]);
    Section { head, about, conflicts: found, ..Section::default() }
}

fn conflict(data: &Data, row: &ConflictRow) -> Conflict {
    let documents = own_documents(data, &row.sources);
    let sides = sides(&row.seen, &documents).unwrap_or_default();
    let seen = if sides.is_empty() { row.seen.clone() } else { String::new() };
    Conflict { subject: row.subject.clone(), sides, seen, taken: row.resolution.clone(), documents }
}

/// What each document says: the part of the note, between commas, that names it. None unless every document has one part
/// to itself, and no part is left.
fn sides(seen: &str, documents: &[&'static Document]) -> Option<Vec<(&'static Document, String)>> {
    let parts: Vec<&str> = seen.split(", ").collect();
    let part_of = |document: &&'static Document| {
        let called = CALLED.iter().find(|it| it.0 == document.row.key)?.1;
        let mut named = parts.iter().filter(|it| it.contains(called));
        let part = named.next().filter(|_| named.next().is_none())?;
        Some((*document, (*part).to_owned()))
    };
    let mut sides: Vec<(&Document, String)> = documents.iter().map(part_of).collect::<Option<_>>()?;
    // The newer document first.
    sides.sort_by(|a, b| b.0.row.date.cmp(&a.0.row.date));
    (sides.len() > 1 && sides.len() == parts.len()).then_some(sides)
}

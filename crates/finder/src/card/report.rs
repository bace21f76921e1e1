//! A report of an error in a fact, filled in as far as the page knows it: what CONTRIBUTING.md asks for.

use crate::card::copied::Origin;
use crate::card::{Card, Section, copied, dated};
use words::{say, say_with};

/// What a report says of a section of a card; whoever sends it fills in the rest.
pub fn text(card: &Card, section: &Section, origin: &Origin) -> String {
    let title = say_with("Error in: {fact}", &[("fact", &section.about)]);
    let this = Card { sections: vec![section.clone()], ..card.clone() };
    let documents = section.all_documents();
    let named = documents.iter().map(|it| format!("{} ({})", it.row.title, dated(it)));
    let named = named.collect::<Vec<_>>().join("; ");
    let what = say("What is wrong, and what it should say:");
    let by = say("The document that says so, with its title, address and date:");
    let says = say_with("What it says now, by {documents}:", &[("documents", &named)]);
    let blank = String::new;
    let lines = [title, blank(), what.into_owned(), blank(), by.into_owned(), blank(), says, blank()];
    [lines.join("\n"), copied::text(&this, origin)].join("\n")
}

/// What to do with a report.
pub fn how_to_send() -> String {
    say("Report copied. Send it as the project’s file CONTRIBUTING.md says.").into_owned()
}

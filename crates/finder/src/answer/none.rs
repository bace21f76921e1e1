//! A question that cannot be answered: what is not known, and what is like it.

use crate::answer::Answer;
use crate::answer::rows;
use crate::data::Data;
use crate::dom::{El, el};
use crate::named::{self, Missing};
use crate::question::Question;
use find::item::Found;
use words::{say, say_with};

/// The answer that there is none, or none yet.
pub fn answer(data: &Data, missing: &Missing) -> Answer {
    match missing {
        Missing::Cities if data.cities_failed() => {
            let told = say("The list of cities could not be loaded. Check the connection and reload the page.");
            plain(&say("No list of cities"), &told, Vec::new())
        }
        Missing::Cities => plain(&say("Looking it up…"), &say("The list of cities is on its way."), Vec::new()),
        Missing::Unknown(name) if name.is_empty() => plain(
            &say("Nothing known there"),
            &say("The address names a point where the list has no city."),
            Vec::new(),
        ),
        Missing::Unknown(name) => {
            let told = say_with("Nothing is called “{name}” in this data set.", &[("name", name)]);
            plain(&say("Not known"), &told, near(data, name))
        }
    }
}

/// The answer to an address that makes no sense.
pub fn nonsense() -> Answer {
    plain(&say("Not understood"), &say("The address asks for something that this page does not know."), Vec::new())
}

fn plain(title: &str, told: &str, body: Vec<El>) -> Answer {
    Answer { title: title.to_owned(), told: told.to_owned(), body, ..Answer::default() }
}

/// Up to two things whose names are like it.
fn near(data: &Data, name: &str) -> Vec<El> {
    let shown = data.shown();
    let line = |found: &Found| {
        let question = Question::about(named::about(data, *found)?);
        let (name, told) = (shown.name(*found), shown.kind(*found));
        let line = rows::link("row-line", &question)
            .child(crate::glyph::glyph(data.catalog, *found))
            .child(rows::label(&name, told, None));
        Some(el("li").class("row").child(line))
    };
    let lines: Vec<El> = shown.near(name).iter().filter_map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let name = say("Names like it");
    vec![el("h3").class("rows-head").text(&name), rows::list(&name, None, lines)]
}

//! A card as the panel shows it.

use crate::answer::{Answer, rows};
use crate::card::{Card, Conflict, Fact, Row, Section, copied, dated};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::glyph::glyph;
use find::item::Found;
use reach::details::Document;
use words::{say, say_with};

/// The answer that a card is.
pub fn answer(data: &Data, card: Card, foot: Vec<El>) -> Answer {
    let mut body = vec![acts(data, &card)];
    body.extend(card.sections.iter().enumerate().map(|(at, it)| section(data, at, it)));
    body.push(folded_documents(&card.documents()));
    let (title, told, places) = (card.title.clone(), card.told.clone(), card.places.clone());
    Answer { title, told, body, foot, places, card: Some(card), ..Answer::default() }
}

/// What can be done with a card as a whole.
pub fn acts(data: &Data, card: &Card) -> El {
    let acts = el("div").class("acts card-acts");
    let acts = match card.on_map {
        Some(id) => {
            let slug = &data.catalog.location(id).slug;
            acts.child(button("word", "data-choose", slug).text(&say("Show on the map")))
        }
        None => acts,
    };
    let further = card.further.iter().map(|(says, question)| rows::link("word", question).text(says));
    let acts = acts.children(further);
    acts.child(button("word", "data-copy", "text").text(&say("Copy as text")))
        .child(button("word", "data-copy", "markdown").text(&say("Copy as Markdown")))
        .child(el("p").class("acts-told").attr("role", "status"))
}

fn section(data: &Data, at: usize, section: &Section) -> El {
    let foot = section_foot(at, section);
    if section.rows.is_empty() && section.conflicts.is_empty() {
        let head = el("h3").class("rows-head").text(&section.head);
        let facts = section.facts.iter().map(|it| fact(it, &section.documents));
        return el("section")
            .class("card-section")
            .child(head)
            .child(el("dl").class("facts").children(facts))
            .child(foot);
    }
    let title = el("h3").text(&section.head);
    let summary = el("summary").child(title).child(el("span").class("group-hint").text(&section.hint));
    let details = el("details").class("group");
    let details = if section.folded { details } else { details.attr("open", "") }.child(summary);
    let details = match section.conflicts.is_empty() {
        true => {
            let with_numbers = section.rows.iter().any(|it| !it.km.is_empty());
            let lines = section.rows.iter().map(|it| row(data, it));
            details.child(rows::list(&section.head, with_numbers, lines))
        }
        false => details.class("group conflicts").child(el("ul").children(section.conflicts.iter().map(conflict))),
    };
    details.child(foot)
}

/// The documents of a section, and the way to report an error in it.
fn section_foot(at: usize, section: &Section) -> El {
    let name = say_with("Report an error in: {fact}", &[("fact", &section.about)]);
    let report = button("word", "data-report", &at.to_string()).attr("aria-label", &name).text(&say("Report an error"));
    let documents = el("ul").class("section-sources").children(section.documents.iter().map(|it| cited(it)));
    let acts = el("div").class("acts").child(report).child(el("p").class("acts-told").attr("role", "status"));
    let foot = el("div").class("section-foot quiet");
    let foot = if section.documents.is_empty() { foot } else { foot.child(documents) };
    foot.child(acts)
}

fn cited(document: &Document) -> El {
    el("li").child(el("cite").text(&document.row.title)).text(&[", ", &dated(document)].concat())
}

fn fact(fact: &Fact, documents: &[&'static Document]) -> El {
    let mut value = el("dd");
    for (at, it) in fact.values.iter().enumerate() {
        value = if at > 0 { value.text(", ") } else { value };
        value = match &it.goes {
            Some(question) => value.child(rows::link("word", question).text(&it.text)),
            None => value.text(&it.text),
        };
    }
    let own = if fact.documents.is_empty() { documents } else { &fact.documents };
    let newest = own.first().map_or_else(String::new, |it| dated(it));
    let date = el("dd").class("fact-date").text(&newest);
    el("div").child(el("dt").text(&fact.name)).child(value).child(date)
}

fn row(data: &Data, row: &Row) -> El {
    match (row.found, &row.goes) {
        (Found::Location(location), _) => {
            let (sku, told, km, ms) = (row.sku, row.told.as_str(), row.km.as_str(), row.ms.as_str());
            rows::location(data, &rows::Row { location, sku, told, km, ms, more: "" })
        }
        (found, Some(question)) => {
            let line = rows::link("row-line", question).child(glyph(data.catalog, found));
            el("li").class("row").child(line.child(rows::label(&row.name, &row.told)))
        }
        (_, None) => el("li").class("row").text(&row.name),
    }
}

fn conflict(conflict: &Conflict) -> El {
    let item = el("li").child(el("p").child(el("b").text(&conflict.subject)));
    let item = match conflict.sides.is_empty() {
        true => {
            let documents =
                el("ul").class("section-sources quiet").children(conflict.documents.iter().map(|it| cited(it)));
            item.child(el("p").text(&conflict.seen)).child(documents)
        }
        false => {
            let side = |(document, says): &(&'static Document, String)| {
                let name = el("dt").text(&document.row.title).text(" ");
                let name = name.child(el("span").class("fact-date").text(&dated(document)));
                el("div").child(name).child(el("dd").text(says))
            };
            item.child(el("dl").class("sides").children(conflict.sides.iter().map(side)))
        }
    };
    item.child(el("p").class("quiet").text(&copied::taken(conflict)))
}

/// Every document with where it stands, in a group of its own, closed at first.
fn folded_documents(documents: &[&'static Document]) -> El {
    let summary = el("summary").child(el("h3").text(&say("Sources and where they stand")));
    let line = |it: &&'static Document| {
        let read = say_with(", read {date} ", &[("date", &words::date(&it.read))]);
        let read = if it.row.date.is_empty() { " ".to_owned() } else { read };
        cited(it).text(&read).child(el("span").class("reference").text(&it.row.reference))
    };
    let list = el("ul").class("sources quiet").attr("aria-label", &say("Sources")).children(documents.iter().map(line));
    el("details").class("group").child(summary).child(el("div").class("rows-sources").child(list))
}

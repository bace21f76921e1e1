//! A card as the panel shows it.

use crate::answer::{Answer, rows};
use crate::card::report::{self, Part};
use crate::card::{Card, Conflict, Fact, Row, Section, by_date, copied, dated};
use crate::data::Data;
use crate::dom::{El, button, el, svg_el};
use crate::glyph::{glyph, reached};
use find::item::Found;
use reach::details::Document;
use words::{say, say_with};

/// A speech bubble with an exclamation mark in it.
const REPORT: &str = "M2.500 3h11v8H8l-3 2.500V11H2.500zM8 5.200v2.400M8 9.200v.2";

/// The answer that a card is.
pub fn answer(data: &Data, card: Card, foot: Vec<El>) -> Answer {
    let mut body = vec![acts(data, &card, None)];
    body.extend(card.sections.iter().enumerate().map(|(at, it)| section(data, at, it, |_, made| made)));
    body.push(folded_documents(&card.documents()));
    let (title, told, places) = (card.title.clone(), card.told.clone(), card.places.clone());
    Answer { title, told, body, foot, places, card: Some(card), ..Answer::default() }
}

/// What can be done with a card as a whole; `also` is what only its answer can do.
pub fn acts(data: &Data, card: &Card, also: Option<El>) -> El {
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
        .children(also)
        .child(el("p").class("acts-told").attr("role", "status"))
}

/// A section, the one at this place of its card; `more` adds to the rows what only its answer has.
pub fn section(data: &Data, at: usize, section: &Section, more: impl Fn(&Row, El) -> El) -> El {
    let all = section.all_documents();
    if section.rows.is_empty() && section.conflicts.is_empty() {
        let head = el("h3").class("rows-head").text(&section.head);
        let facts = section.facts.iter().enumerate().map(|(place, it)| {
            let key = report::key(at, Part::Fact(place));
            fact(it, dates(it.documents_in(section), &all), &key)
        });
        let facts = el("dl").class("facts").children(facts);
        return el("section").class("card-section").child(head).child(facts).child(foot(at, section, &all));
    }
    let title = counted(&section.head);
    let summary = el("summary").child(title).child(el("span").class("group-hint").text(&section.hint));
    let details = el("details").class("group");
    let details = if section.folded { details } else { details.attr("open", "") }.child(summary);
    let details = match section.conflicts.is_empty() {
        true => {
            let heads = if section.rows.iter().any(|it| it.measured.is_some()) {
                Some(rows::measured(el("div"), &[copied::median_head(), copied::high_head()]))
            } else {
                section.rows.iter().any(|it| !it.km.is_empty()).then(rows::heads)
            };
            let lines = section.rows.iter().enumerate().map(|(place, it)| {
                let flag = flag(&report::key(at, Part::Row(place)), &it.name);
                more(it, row(data, it, behind(it, section, &all))).attr("data-acts", "div").child(flag)
            });
            details.child(rows::list(&section.head, heads, lines))
        }
        false => {
            let lines = section.conflicts.iter().enumerate().map(|(place, it)| {
                let flag = flag(&report::key(at, Part::Conflict(place)), &it.subject);
                conflict(it).attr("data-acts", "div").child(flag)
            });
            details.class("group conflicts").child(el("ul").children(lines))
        }
    };
    details.child(foot(at, section, &all))
}

/// A heading whose count stands out, if it begins with one.
fn counted(head: &str) -> El {
    match head.split_once(' ') {
        Some((count, rest)) if count.starts_with(|it: char| it.is_ascii_digit()) => {
            el("h3").child(el("span").class("group-count").text(count)).text(" ").text(rest)
        }
        _ => el("h3").text(head),
    }
}

/// The documents of a section. A list has the way to report an error in it, too: it shows the marks of its rows for those
/// who have no pointer to hover with, and without them the list stays calm and short to walk through.
fn foot(at: usize, section: &Section, all: &[&'static Document]) -> El {
    let documents = numbered(all);
    let foot = el("div").class("section-foot quiet").child(documents);
    if section.rows.is_empty() {
        return foot;
    }
    let about = [("fact", section.about.as_str())];
    let report = button("word", "data-reporting", "").attr("aria-expanded", "false").text(&say("Report an error"));
    let report = report.attr("aria-label", &say_with("Report an error in: {fact}", &about));
    let whole = button("word", "data-report", &report::key(at, Part::Whole)).attr("hidden", "");
    let whole = whole.text(&say("Report the whole list"));
    let acts = el("div").class("acts").child(report).child(whole);
    foot.child(acts.child(el("p").class("acts-told").attr("role", "status")))
}

/// The small button that reports an error in one thing. What becomes of it is told where the element around it says by
/// `data-acts`: in an element of that name.
pub fn flag(key: &str, fact: &str) -> El {
    let name = say_with("Report an error in: {fact}", &[("fact", fact)]);
    let picture = svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    button("report", "data-report", key)
        .attr("aria-label", &name)
        .attr("title", &say("Report an error"))
        .child(picture.child(svg_el("path").attr("d", REPORT)))
}

/// The documents of a section. The numbers of several are those that its facts and rows name them by.
pub fn numbered(all: &[&'static Document]) -> El {
    let list = if all.len() > 1 { "ol" } else { "ul" };
    el(list).class("section-sources").children(all.iter().map(|it| cited(it)))
}

/// The date of each of some documents, with their numbers among all of the section.
pub fn dates(documents: &[&'static Document], all: &[&'static Document]) -> Vec<El> {
    let line = |(date, these): (String, Vec<&Document>)| {
        let titles: Vec<&str> = these.iter().map(|it| it.row.title.as_str()).collect();
        let date = el("span").class("dated").attr("title", &titles.join("; ")).text(&date);
        date.children(numbers(&these, all))
    };
    by_date(documents).into_iter().map(line).collect()
}

/// The numbers of documents among all of a section; none where there is only one to mean.
fn numbers(these: &[&Document], all: &[&Document]) -> Option<El> {
    let number = |it: &&Document| all.iter().position(|other| std::ptr::eq(*it, *other)).map(|at| (at + 1).to_string());
    let numbers: Vec<String> = these.iter().filter_map(number).collect();
    (all.len() > 1).then(|| el("sup").text(&numbers.join(" ")))
}

/// The numbers of those documents of a row that not every row of its section rests on; none where there is no such.
fn behind(row: &Row, section: &Section, all: &[&'static Document]) -> Option<El> {
    let is_in = |it: &Document, row: &Row| row.documents_in(section).iter().any(|other| std::ptr::eq(*other, it));
    let own: Vec<&Document> =
        row.documents.iter().copied().filter(|it| !section.rows.iter().all(|row| is_in(it, row))).collect();
    if own.is_empty() { None } else { numbers(&own, all) }
}

fn cited(document: &Document) -> El {
    el("li").child(el("cite").text(&document.row.title)).text(&[", ", &dated(document)].concat())
}

fn fact(fact: &Fact, dates: Vec<El>, key: &str) -> El {
    let mut value = el("dd");
    for (at, it) in fact.values.iter().enumerate() {
        value = if at > 0 { value.text(", ") } else { value };
        value = match &it.goes {
            Some(question) => value.child(rows::link("word", question).text(&it.text)),
            None => value.text(&it.text),
        };
    }
    let date = el("dd").class("fact-date").children(dates).child(flag(key, &fact.name));
    el("div").attr("data-acts", "dd").child(el("dt").text(&fact.name)).child(value).child(date)
}

fn row(data: &Data, row: &Row, behind: Option<El>) -> El {
    match (row.found, &row.goes) {
        (Found::Location(location), _) => {
            let (told, km, ms, more) = (&row.told, &row.km, &row.ms, &row.more);
            rows::location(data, rows::Row { location, sku: row.sku, told, behind, km, ms, more })
        }
        (found, Some(question)) => {
            let mark = match row.sku {
                Some(sku) => reached(data.catalog, found, sku),
                None => glyph(data.catalog, found),
            };
            let line = rows::link("row-line", question).child(mark).child(rows::label(&row.name, &row.told, behind));
            // Each number says what it is: the heads of the columns are for the eye alone.
            let line = match &row.measured {
                Some(it) => {
                    let name = [&row.name, ", ", &copied::measured(it)].concat();
                    rows::measured(line.attr("aria-label", &name), it)
                }
                None => rows::numbers(line, &row.km, &row.ms),
            };
            el("li").class("row").child(line)
        }
        (_, None) => el("li").class("row").text(&row.name),
    }
}

fn conflict(conflict: &Conflict) -> El {
    let item = el("li").child(el("p").child(el("b").attr("lang", "en").text(&conflict.subject)));
    let item = match conflict.sides.is_empty() {
        true => {
            let documents =
                el("ul").class("section-sources quiet").children(conflict.documents.iter().map(|it| cited(it)));
            item.child(el("p").attr("lang", "en").text(&conflict.seen)).child(documents)
        }
        false => {
            let side = |(document, says): &(&'static Document, String)| {
                let name = el("dt").text(&document.row.title).text(" ");
                let name = name.child(el("span").class("fact-date").text(&dated(document)));
                el("div").child(name).child(el("dd").attr("lang", "en").text(says))
            };
            item.child(el("dl").class("sides").children(conflict.sides.iter().map(side)))
        }
    };
    item.child(el("p").class("quiet").text(&copied::taken(&conflict.taken)))
}

/// Every document with where it stands, in a group of its own, closed at first.
pub fn folded_documents(documents: &[&'static Document]) -> El {
    let summary = el("summary").child(el("h3").text(&say("Sources and where they stand")));
    let line = |it: &&'static Document| {
        let read = say_with("read {date}", &[("date", &words::date(&it.read))]);
        let read = if it.row.date.is_empty() { " ".to_owned() } else { [", ", &read, " "].concat() };
        cited(it).text(&read).child(el("span").class("reference").text(&it.row.reference))
    };
    let list = el("ul").class("sources quiet").attr("aria-label", &say("Sources")).children(documents.iter().map(line));
    el("details").class("group").child(summary).child(el("div").class("rows-sources").child(list))
}

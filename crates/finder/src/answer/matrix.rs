//! The matrix: circuits at some locations against some regions, a verdict in every cell. A cell opens to its reason.

use crate::answer::{Answer, editor, rows};
use crate::card::report::{self, Part};
use crate::card::{Card, Fact, Section, documents, drawn, each_once};
use crate::data::Data;
use crate::dom::{El, button, el};
use crate::glyph;
use crate::named;
use crate::question::{About, Question};
use crate::several::End;
use reach::explain;
use reach::id::RegionId;
use reach::latency::estimate;
use reach::link::LinkEnd;
use reach::reachable::{self, Circuit, Destination, Verdict, reach};
use reach::region_list::RegionList;
use reach::sku::{Cloud, Peering, Sku};
use reach::written;
use words::{say, say_with};

/// What a matrix is made of.
pub struct Matrix {
    /// Its rows.
    pub ends: Vec<LinkEnd>,
    /// Its columns, and the names that are none.
    pub list: RegionList,
}

/// The answer about a matrix.
pub fn answer(data: &Data, matrix: &Matrix) -> Answer {
    let catalog = data.catalog;
    let (ends, regions) = (matrix.ends.as_slice(), matrix.list.regions.as_slice());
    let mut places: Vec<_> = ends.iter().map(|it| catalog.location_point(it.location)).collect();
    places.extend(regions.iter().map(|id| catalog.region_point(*id)));
    let card = card(data, matrix);
    let add = el("div").class("editor").child(editor::field("location", &say("Add a location")));
    let add = add.child(editor::field("region", &say("Add a region or a geopolitical region"))).child(editor::paste());
    let live = el("div").attr("data-live", "matrix").class("wide-answer").children(editor::unread(&matrix.list.unread));
    Answer {
        title: card.title.clone(),
        told: card.told.clone(),
        body: vec![add, live.children(body(data, matrix, &card))],
        card: Some(card),
        foot: vec![rows::about_numbers(), rows::credit(data)],
        places,
        cloud: ends.first().map(|it| catalog.location(it.location).cloud),
        ..Answer::default()
    }
}

fn body(data: &Data, matrix: &Matrix, card: &Card) -> Vec<El> {
    if matrix.ends.is_empty() || matrix.list.regions.is_empty() {
        let first = say("Add at least one location and one region.");
        return vec![table(data, matrix), el("p").class("note").text(&first)];
    }
    let opened = el("div").class("cell-why").attr("aria-live", "polite").attr("data-acts", "div");
    let copy = button("word", "data-tsv", "").text(&say("Copy as a table"));
    let (acts, sources) = (drawn::acts(data, card, Some(copy)), drawn::folded_documents(&card.documents()));
    vec![el("div").class("matrix-frame").child(table(data, matrix)), opened, acts, sources]
}

/// The matrix as data, to be copied: a fact for each circuit, with the documents behind its cells.
pub fn card(data: &Data, matrix: &Matrix) -> Card {
    let (catalog, regions) = (data.catalog, &matrix.list.regions);
    let (rows, columns) = (words::number(matrix.ends.len()), words::number(regions.len()));
    let fact = |end: &LinkEnd| {
        let values = [("name", catalog.location(end.location).name.as_str()), ("sku", end.sku.name())];
        let answers: Vec<reachable::Answer> = regions.iter().map(|id| cell_answer(data, *end, *id)).collect();
        let sources = answers.iter().flat_map(|it| documents(data, &explain::sources(catalog, it)));
        let sources = each_once(sources.collect::<Vec<_>>());
        Fact::beside(say_with("{name}, {sku}", &values), answers.iter().map(cell_words), sources)
    };
    let verdicts = Section {
        head: say("Verdict for each circuit and region").into_owned(),
        about: say("Verdict for each circuit and region").into_owned(),
        columns: regions.iter().map(|id| catalog.region(*id).name.clone()).collect(),
        facts: matrix.ends.iter().map(fact).collect(),
        ..Section::default()
    };
    let any = !matrix.ends.is_empty() && !regions.is_empty();
    Card {
        title: say("Locations against regions").into_owned(),
        told: say_with("Circuits: {circuits}. Regions: {regions}.", &[("circuits", &rows), ("regions", &columns)]),
        sections: any.then_some(verdicts).into_iter().collect(),
        ..Card::default()
    }
}

/// What a cell says, in words.
fn cell_words(answer: &reachable::Answer) -> String {
    [verdict_word(answer.judgement.verdict), smallest_word(answer)].join(", ")
}

fn table(data: &Data, matrix: &Matrix) -> El {
    let corner = el("th").attr("scope", "col").child(el("span").class("unseen").text(&say("Circuit")));
    let heads = matrix.list.regions.iter().map(|id| column_head(data, matrix, *id));
    let head = el("thead").child(el("tr").child(corner).children(heads));
    let lines = matrix.ends.iter().enumerate().map(|(row, end)| {
        let cells = matrix.list.regions.iter().enumerate();
        let cells = cells.map(|(column, id)| cell(data, *end, *id, row == 0 && column == 0));
        el("tr").child(row_head(data, matrix, row, *end)).children(cells)
    });
    let table = el("table").class("matrix").attr("role", "grid");
    let table = table.attr("aria-label", &say("Verdict for each circuit and region"));
    table.child(head).child(el("tbody").children(lines))
}

fn column_head(data: &Data, matrix: &Matrix, id: RegionId) -> El {
    let row = data.catalog.region(id);
    let rest = matrix.list.regions.iter().filter(|it| **it != id).copied().collect();
    let list = RegionList { regions: rest, unread: Vec::new() };
    let without = question(data, &Matrix { ends: matrix.ends.clone(), list });
    let name = el("span").text(&row.name);
    el("th").attr("scope", "col").child(name).child(editor::out(&row.name, &without))
}

fn row_head(data: &Data, matrix: &Matrix, at: usize, end: LinkEnd) -> El {
    let row = data.catalog.location(end.location);
    let rest = matrix.ends.iter().filter(|it| **it != end).copied().collect();
    let without = question(data, &Matrix { ends: rest, list: matrix.list.clone() });
    let choose = button("word", "data-choose", &row.slug).attr("data-sku", end.sku.as_str()).text(&row.name);
    let label = say_with("SKU at {location}", &[("location", &row.name)]);
    let sku = editor::sku(&["end-", &at.to_string()].concat(), &label, end.sku);
    let name = el("span").class("matrix-name").child(choose).child(editor::out(&row.name, &without));
    el("th").attr("scope", "row").child(name).child(sku)
}

/// One cell; `first` is the one that the keyboard comes to.
fn cell(data: &Data, end: LinkEnd, id: RegionId, first: bool) -> El {
    let answer = cell_answer(data, end, id);
    let catalog = data.catalog;
    let key =
        [catalog.location(end.location).slug.as_str(), ".", end.sku.as_str(), " ", &catalog.region(id).slug].concat();
    let line = el("span").class("cell-line").child(glyph::answered(&answer));
    let line = line.child(el("span").text(&verdict_word(answer.judgement.verdict)));
    el("td")
        .attr("role", "gridcell")
        .attr("tabindex", if first { "0" } else { "-1" })
        .attr("data-cell", &key)
        .child(line)
        .child(el("span").class("cell-told").text(&smallest_word(&answer)))
}

fn cell_answer(data: &Data, end: LinkEnd, id: RegionId) -> reachable::Answer {
    let circuit = Circuit { location: end.location, sku: end.sku, peering: Peering::Private };
    reach(data.catalog, circuit, Destination::Region(id))
}

/// A verdict in a few words.
pub fn verdict_word(verdict: Verdict) -> String {
    let said = match verdict {
        Verdict::Reachable => say("reached"),
        Verdict::NeedsStandard => say("needs Standard"),
        Verdict::NeedsPremium => say("needs Premium"),
        Verdict::LocalNotOffered => say("no Local here"),
        Verdict::Unreachable => say("another cloud"),
        Verdict::DataConflict => say("sources disagree"),
        Verdict::NotDocumented => say("not documented"),
    };
    said.into_owned()
}

/// The smallest SKU that reaches, in a few words.
pub fn smallest_word(answer: &reachable::Answer) -> String {
    match (answer.smallest_sku, answer.likely_smallest_sku) {
        (Some(sku), Some(likely)) if likely != sku => {
            say_with("smallest {sku}, likely {likely}", &[("sku", sku.name()), ("likely", likely.name())])
        }
        (Some(sku), _) => say_with("smallest {sku}", &[("sku", sku.name())]),
        (None, Some(likely)) => say_with("likely {sku}", &[("sku", likely.name())]),
        (None, None) => say("no SKU").into_owned(),
    }
}

/// What stands behind the cell of this key: its verdict, the reason, the way, and the documents.
pub fn opened(data: &Data, matrix: &Matrix, key: &str) -> Option<Vec<El>> {
    let catalog = data.catalog;
    let (end, region) = key.split_once(' ')?;
    let (location, sku) = end.split_once('.')?;
    let end = LinkEnd { location: catalog.location_by_slug(location)?, sku: sku.parse::<Sku>().ok()? };
    let id = catalog.region_by_slug(region)?;
    let answer = cell_answer(data, end, id);
    let values = [
        ("location", catalog.location(end.location).name.as_str()),
        ("sku", end.sku.name()),
        ("region", catalog.region(id).name.as_str()),
    ];
    let head = el("h3").class("rows-head").child(glyph::answered(&answer));
    let name = say_with("{location}, {sku}, to {region}", &values);
    let row = matrix.ends.iter().position(|it| *it == end)?;
    let column = matrix.list.regions.iter().position(|it| *it == id)?;
    let flag = drawn::flag(&report::key(0, Part::Value(row, column)), &name);
    let head = head.text(&name);
    let far = answer.distance.map(|(far, basis)| {
        let (km, ms) = (words::distance(far.whole(), basis), written::round_trip(&estimate(far.whole())));
        let values = [("distance", km.as_str()), ("unit", words::unit()), ("ms", &ms)];
        el("p").text(&say_with("{distance} {unit}, {ms} ms estimated", &values))
    });
    let verdict = cell_words(&answer);
    let made = [head, el("p").text(&verdict), el("p").text(&explain::reason_in(catalog, &answer, say_with))];
    let sources = rows::sources(data, explain::sources(catalog, &answer));
    Some(made.into_iter().chain(far).chain([sources, flag]).collect())
}

/// The matrix as lines of tab-separated cells, heads included.
pub fn tab_separated(data: &Data, matrix: &Matrix) -> String {
    let catalog = data.catalog;
    let regions = matrix.list.regions.iter().map(|id| catalog.region(*id).name.clone());
    let mut lines =
        vec![[say("Location").into_owned(), say("SKU").into_owned()].into_iter().chain(regions).collect::<Vec<_>>()];
    for end in &matrix.ends {
        let cells = matrix.list.regions.iter().map(|id| {
            let answer = cell_answer(data, *end, *id);
            cell_words(&answer)
        });
        let head = [catalog.location(end.location).name.clone(), end.sku.name().to_owned()];
        lines.push(head.into_iter().chain(cells).collect());
    }
    lines.iter().map(|it| it.join("\t")).collect::<Vec<_>>().join("\n")
}

/// The matrix that a question is about.
pub fn of_question(data: &Data, question: &Question, cloud: Cloud) -> Option<Matrix> {
    let About::Matrix(ends) = &question.about else { return None };
    let ends = named::ends(data, ends, cloud).ok()?;
    Some(Matrix { ends, list: data.read_regions(&question.wishes.regions.join("\n"), cloud) })
}

/// The question about a matrix.
pub fn question(data: &Data, matrix: &Matrix) -> Question {
    let ends = matrix.ends.iter().map(|it| end(data, *it)).collect();
    let mut question = Question::about(About::Matrix(ends));
    question.wishes.regions = matrix.list.regions.iter().map(|id| data.catalog.region(*id).slug.clone()).collect();
    question
}

/// A circuit as a question names it.
pub fn end(data: &Data, end: LinkEnd) -> End {
    End { location: data.catalog.location(end.location).slug.clone(), sku: end.sku }
}

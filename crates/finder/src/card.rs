//! Cards: what the tables hold of one thing, as data. They are drawn (`drawn`), copied as text or Markdown (`copied`), and
//! reported about (`report`) from the same sections, so all three say the same.

pub mod area;
pub mod conflicts;
pub mod copied;
pub mod country;
pub mod drawn;
pub mod facility;
pub mod facts;
pub mod location;
pub mod location_reach;
pub mod location_row;
pub mod provider;
pub mod region;
pub mod report;
pub mod sheet;

use crate::data::Data;
use crate::question::{About, Question};
use find::item::Found;
use reach::details::Document;
use reach::geo::LonLat;
use reach::id::{GeopoliticalRegionId, PeeringLocationId, RegionId, SourceId};
use reach::sku::Sku;
use words::{say, say_with};

/// Everything about one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Its name.
    pub title: String,
    /// One line about it.
    pub told: String,
    /// What is known.
    pub sections: Vec<Section>,
    /// What the map shows.
    pub places: Vec<LonLat>,
    /// The location whose answer on the map it leads to.
    pub on_map: Option<PeeringLocationId>,
    /// Questions that it leads on to, each with what its link says.
    pub further: Vec<(String, Question)>,
}

/// Facts or rows that rest on the same documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its heading, such as `65 providers`.
    pub head: String,
    /// What it is called in a report of an error, such as `Providers of Amsterdam`.
    pub about: String,
    /// The common reason of its rows; may be empty.
    pub hint: String,
    /// Whether it is folded at first.
    pub folded: bool,
    /// What each value of its facts belongs to, such as one of two circuits: the values stand in columns then, as many as
    /// there are names here. Empty where the values of a fact are one list.
    pub columns: Vec<String>,
    /// Facts with names.
    pub facts: Vec<Fact>,
    /// Rows that lead on.
    pub rows: Vec<Row>,
    /// Where documents disagree.
    pub conflicts: Vec<Conflict>,
    /// What it rests on where a fact or row does not name documents of its own.
    pub documents: Vec<&'static Document>,
}

/// A fact with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its name, such as `Facility`.
    pub name: String,
    /// Its value, with links to what it names; several stand beside each other.
    pub values: Vec<Value>,
    /// Documents of its own; empty where it rests on those of its section.
    pub documents: Vec<&'static Document>,
}

/// A value, or one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// How it reads.
    pub text: String,
    /// The question about it, if it is a thing.
    pub goes: Option<Question>,
}

/// A row that leads on.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it leads to, and whose mark it has.
    pub found: Found,
    /// How that reads.
    pub name: String,
    /// Where it leads; a location is chosen on the map instead.
    pub goes: Option<Question>,
    /// The SKU that goes with a location.
    pub sku: Option<Sku>,
    /// What sets it apart; may be empty.
    pub told: String,
    /// A second line of it; may be empty.
    pub more: String,
    /// Kilometers as written; empty where there is no distance.
    pub km: String,
    /// Milliseconds as written; empty where there are none.
    pub ms: String,
    /// Median and 95th percentile of a published round trip in milliseconds, as written; none where it is about none.
    pub measured: Option<[String; 2]>,
    /// Documents of its own; empty where it rests on those of its section.
    pub documents: Vec<&'static Document>,
}

/// A place where documents disagree, or one is at odds with itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub subject: String,
    /// What each document says, where that can be told apart.
    pub sides: Vec<(&'static Document, String)>,
    /// What was seen in all, where it cannot.
    pub seen: String,
    /// How the data set resolves it.
    pub taken: String,
    /// The documents that disagree.
    pub documents: Vec<&'static Document>,
}

impl Value {
    /// A value that leads nowhere.
    pub fn plain(text: impl Into<String>) -> Value {
        Value { text: text.into(), goes: None }
    }

    /// The name of a location that leads to its card.
    pub fn location(data: &Data, id: PeeringLocationId) -> Value {
        let row = data.catalog.location(id);
        Value { text: row.name.clone(), goes: Some(Question::about(About::Location(row.slug.clone()))) }
    }

    /// The name of a region that leads to its card.
    pub fn region(data: &Data, id: RegionId) -> Value {
        let row = data.catalog.region(id);
        Value { text: row.name.clone(), goes: Some(Question::about(About::Region(row.slug.clone()))) }
    }

    /// The name of a geopolitical region that leads to its card.
    pub fn area(data: &Data, id: GeopoliticalRegionId) -> Value {
        let row = data.catalog.geopolitical_region(id);
        Value { text: row.name.clone(), goes: Some(Question::about(About::Area(row.slug.clone()))) }
    }

    /// The name of a country that leads to its card.
    pub fn country(data: &Data, code: &str) -> Value {
        Value { text: data.country_name(code).to_owned(), goes: Some(Question::about(About::Country(code.to_owned()))) }
    }
}

impl Fact {
    /// A fact of one value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Fact {
        Fact { name: name.into(), values: vec![Value::plain(value)], documents: Vec::new() }
    }

    /// A fact of several values, or of the words for none.
    pub fn of(name: impl Into<String>, values: Vec<Value>, none: impl Into<String>) -> Fact {
        let values = if values.is_empty() { vec![Value::plain(none)] } else { values };
        Fact { name: name.into(), values, documents: Vec::new() }
    }

    /// The fact as it stands in other documents than the rest of its section.
    #[must_use]
    pub fn from(self, documents: Vec<&'static Document>) -> Fact {
        Fact { documents, ..self }
    }

    /// A fact of several things, each value in a column of its own, as it stands in these documents.
    pub fn beside(
        name: impl Into<String>,
        values: impl IntoIterator<Item = String>,
        documents: Vec<&'static Document>,
    ) -> Fact {
        Fact { name: name.into(), values: values.into_iter().map(Value::plain).collect(), documents }
    }

    /// The values as one text.
    pub fn text(&self) -> String {
        self.values.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Fact {
    /// What it rests on, in its section.
    pub fn documents_in<'a>(&'a self, section: &'a Section) -> &'a [&'static Document] {
        if self.documents.is_empty() { &section.documents } else { &self.documents }
    }
}

impl Row {
    /// What it rests on, in its section.
    pub fn documents_in<'a>(&'a self, section: &'a Section) -> &'a [&'static Document] {
        if self.documents.is_empty() { &section.documents } else { &self.documents }
    }
}

impl Section {
    /// The facts about something called `name`.
    pub fn of_facts(name: &str, facts: Vec<Fact>, documents: Vec<&'static Document>) -> Section {
        let about = say_with("Facts about {name}", &[("name", name)]);
        Section { head: say("Facts").into_owned(), about, facts, documents, ..Section::default() }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.rows.is_empty() && self.conflicts.is_empty()
    }

    /// Every document behind it, each once, in the order of their mention: their places are the numbers that facts and
    /// rows name them by.
    pub fn all_documents(&self) -> Vec<&'static Document> {
        let own = self.facts.iter().flat_map(|it| &it.documents);
        let own = own.chain(self.rows.iter().flat_map(|it| &it.documents));
        let own = own.chain(self.conflicts.iter().flat_map(|it| &it.documents));
        each_once(self.documents.iter().chain(own).copied())
    }
}

impl Card {
    /// Every document behind it, each once, in the order of their mention.
    pub fn documents(&self) -> Vec<&'static Document> {
        each_once(self.sections.iter().flat_map(Section::all_documents))
    }
}

/// Documents, each once, in the order of their first mention.
pub fn each_once(documents: impl IntoIterator<Item = &'static Document>) -> Vec<&'static Document> {
    let mut known: Vec<&'static Document> = Vec::new();
    for document in documents {
        if !known.iter().any(|it| std::ptr::eq(*it, document)) {
            known.push(document);
        }
    }
    known
}

/// Documents that the catalog's rows name.
pub fn documents(data: &Data, ids: &[SourceId]) -> Vec<&'static Document> {
    ids.iter().filter_map(|id| data.details.document_of(&data.catalog.source(*id).key)).collect()
}

/// Documents that the rows of the details name.
pub fn own_documents(data: &Data, ids: &[SourceId]) -> Vec<&'static Document> {
    ids.iter().filter_map(|id| data.details.document(*id)).collect()
}

/// Whether two lists name the same documents, in any order.
pub fn are_same(one: &[&Document], other: &[&Document]) -> bool {
    let is_in = |it: &&Document, list: &[&Document]| list.iter().any(|other| std::ptr::eq(*it, *other));
    one.iter().all(|it| is_in(it, other)) && other.iter().all(|it| is_in(it, one))
}

/// Documents by their dates, each date once, in the order of their first mention.
pub fn by_date<'a>(documents: &[&'a Document]) -> Vec<(String, Vec<&'a Document>)> {
    let mut dates: Vec<(String, Vec<&Document>)> = Vec::new();
    for document in documents {
        let date = dated(document);
        match dates.iter_mut().find(|it| it.0 == date) {
            Some(known) => known.1.push(document),
            None => dates.push((date, vec![document])),
        }
    }
    dates
}

/// The date of a document as people read it; of an undated one the day it was read.
pub fn dated(document: &Document) -> String {
    match document.row.date.as_str() {
        "" => say_with("read {date}", &[("date", &words::date(&document.read))]),
        date => words::date(date),
    }
}

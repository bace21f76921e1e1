//! The reverse question: which locations reach all of some regions, and with which smallest SKU.

use crate::answer::matrix::{self, Matrix};
use crate::answer::{Answer, editor, reached_by, rows};
use crate::card::{Card, Fact, Section, documents, drawn, each_once};
use crate::data::Data;
use crate::dom::{El, el};
use crate::question::{About, Question};
use reach::explain;
use reach::id::RegionId;
use reach::link::LinkEnd;
use reach::locate::{Located, locate};
use reach::region_list::RegionList;
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;
use words::{say, say_with};

/// How many places of an answer the map is to show: the first ones, or it would show the whole world.
const SHOWN: usize = 3;
/// How many locations a matrix begins with.
const IN_MATRIX: usize = 4;

/// The answer about the regions of a list.
pub fn answer(data: &Data, list: &RegionList) -> Answer {
    let catalog = data.catalog;
    let regions = list.regions.as_slice();
    let found = locate(catalog, regions, Peering::Private);
    let mut places: Vec<_> = regions.iter().map(|id| catalog.region_point(*id)).collect();
    places.extend(found.iter().take(SHOWN).map(|it| catalog.location_point(it.location)));
    let chips = editor::chips(data, &say("Chosen regions"), regions, |others| question(data, others));
    let chosen = el("div").attr("data-live", "chosen").child(chips).children(editor::unread(&list.unread));
    let add = editor::field("region", &say("Add a region or a geopolitical region"));
    let editor = el("div").class("editor").child(chosen).child(add).child(editor::paste());
    let card = card(data, regions, &found);
    let result = el("div").attr("data-live", "reached-by").children(result(data, regions, &found, &card));
    Answer {
        title: card.title.clone(),
        told: card.told.clone(),
        card: Some(card),
        body: vec![editor, result],
        foot: vec![rows::about_numbers(), rows::credit(data)],
        // From the best location to each of them.
        lines: found.first().map(|it| {
            let to = regions.iter().map(|id| catalog.region_point(*id)).collect();
            (catalog.location_point(it.location), to)
        }),
        places,
        spoken: None,
        cloud: regions.first().map(|id| catalog.region(*id).cloud),
    }
}

/// The question which locations reach all of some regions.
pub fn question(data: &Data, regions: &[RegionId]) -> Question {
    Question::about(About::Regions(regions.iter().map(|id| data.catalog.region(*id).slug.clone()).collect()))
}

/// What each region of a question needs from one location, as its row opens to it.
pub fn needs(data: &Data, question: &Question, cloud: Cloud, slug: &str) -> Option<El> {
    let slugs = match &question.about {
        About::Regions(slugs) => slugs,
        _ => &question.wishes.toward,
    };
    let regions = data.read_regions(&slugs.join("\n"), cloud).regions;
    let location = data.catalog.location_by_slug(slug)?;
    let found = locate(data.catalog, &regions, Peering::Private);
    found.iter().find(|it| it.location == location).map(|it| reached_by::needs(data, it))
}

/// The question that holds the first locations of the answer against all of its regions.
fn matrix(data: &Data, regions: &[RegionId], found: &[Located]) -> Question {
    let ends = found.iter().take(IN_MATRIX).map(|it| LinkEnd { location: it.location, sku: it.smallest_sku }).collect();
    matrix::question(data, &Matrix { ends, list: RegionList { regions: regions.to_vec(), unread: Vec::new() } })
}

fn title(data: &Data, regions: &[RegionId]) -> String {
    match regions {
        [] => say("Reach several regions").into_owned(),
        [one] => say_with("Reach {region}", &[("region", &data.catalog.region(*one).name)]),
        more => say_with("Reach all of {count} regions", &[("count", &words::number(more.len()))]),
    }
}

fn told(regions: &[RegionId], found: &[Located]) -> String {
    let of = |sku: Sku| found.iter().filter(|it| it.smallest_sku == sku).count();
    let all = words::number(found.len());
    let counts = [("all", all.as_str())];
    match (regions.is_empty(), found.is_empty()) {
        (true, _) => say("Choose the regions that circuits are to reach.").into_owned(),
        (false, true) => say("No peering location reaches all of them.").into_owned(),
        (false, false) => {
            let [local, standard, premium] = [Sku::Local, Sku::Standard, Sku::Premium].map(|it| words::number(of(it)));
            let parts = [("local", local.as_str()), ("standard", &standard), ("premium", &premium)];
            let values: Vec<_> = counts.into_iter().chain(parts).collect();
            say_with("{all} locations: {local} with Local, {standard} with Standard, {premium} with Premium.", &values)
        }
    }
}

/// The answer about the regions of a list as data.
pub fn card_of(data: &Data, list: &RegionList) -> Card {
    card(data, &list.regions, &locate(data.catalog, &list.regions, Peering::Private))
}

/// The answer as data, to be copied.
fn card(data: &Data, regions: &[RegionId], found: &[Located]) -> Card {
    let names: Vec<&str> = regions.iter().map(|id| data.catalog.region(*id).name.as_str()).collect();
    let mut facts = vec![Fact::new(say("Regions"), names.join(", "))];
    if !regions.is_empty() {
        let why = why_none(data, regions, found).into_iter().map(|it| Fact::new(say("Why"), it));
        facts.extend(why);
    }
    let of_regions = regions.iter().flat_map(|id| documents(data, &data.catalog.region(*id).sources));
    let chosen = Section {
        head: say("Chosen regions").into_owned(),
        facts,
        documents: each_once(of_regions.collect::<Vec<_>>()),
        ..Section::default()
    };
    let groups = Sku::ALL.iter().filter_map(|sku| reached_by::section(data, *sku, found));
    let further = if found.is_empty() {
        Vec::new()
    } else {
        vec![(say("Show the first ones as a matrix").into_owned(), matrix(data, regions, found))]
    };
    Card {
        title: title(data, regions),
        told: told(regions, found),
        sections: [chosen].into_iter().chain(groups).collect(),
        further,
        ..Card::default()
    }
}

fn result(data: &Data, regions: &[RegionId], found: &[Located], card: &Card) -> Vec<El> {
    if regions.is_empty() {
        return Vec::new();
    }
    let mut made = vec![drawn::acts(data, card, None)];
    made.extend(why_none(data, regions, found).into_iter().map(|it| el("p").class("note").text(&it)));
    made.extend(reached_by::drawn(data, &card.sections, regions.len() > 1));
    made.push(drawn::folded_documents(&card.documents()));
    made
}

/// What keeps every location from reaching all of the regions; nothing where one does.
fn why_none(data: &Data, regions: &[RegionId], found: &[Located]) -> Vec<String> {
    let catalog = data.catalog;
    let mut why = Vec::new();
    if !found.is_empty() {
        return why;
    }
    let clouds: Vec<_> = regions.iter().map(|id| catalog.region(*id).cloud).collect();
    if clouds.windows(2).any(|pair| pair[0] != pair[1]) {
        why.push(say("The regions belong to different clouds, and no circuit leaves its cloud.").into_owned());
    }
    for id in regions.iter().filter(|id| catalog.region(**id).status != RegionStatus::Live) {
        let row = catalog.region(*id);
        let status = say_with(explain::status_words(row.status), &[]);
        let values = [("region", row.name.as_str()), ("status", &status)];
        why.push(say_with("{region} is {status}: no document says that a circuit reaches it.", &values));
    }
    if why.is_empty() {
        why.push(say("No document says that one circuit reaches all of them.").into_owned());
    }
    why
}

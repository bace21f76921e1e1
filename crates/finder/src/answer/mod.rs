//! The answers, one kind of thing a file.

pub mod compare;
pub mod country;
pub mod editor;
pub mod facts_beside;
pub mod filters;
pub mod matrix;
pub mod nearest;
pub mod none;
pub mod reached_by;
pub mod regions;
pub mod rows;

use crate::card::{Card, area, drawn, facility, location, provider, region};
use crate::data::Data;
use crate::dom::El;
use crate::named;
use crate::only::in_force;
use crate::question::{About, Question};
use find::cities::Cities;
use find::filters::Filters;
use find::item::Found;
use reach::geo::LonLat;
use reach::id::RegionId;
use reach::link::LinkEnd;
use reach::region_list::regions_within;
use reach::sku::{Cloud, Sku};
use words::say;

/// What is asked: about something found, with what is wished beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What was found.
    pub found: Found,
    /// The cloud that is on.
    pub cloud: Cloud,
    /// The regions to go on to from the nearest location; empty for none.
    pub toward: Vec<RegionId>,
    /// What its locations must meet.
    pub filters: Filters,
    /// The largest SKU.
    pub sku: Option<Sku>,
}

/// An answer as the panel shows it. What follows its own controls stands in elements with `data-live`: only those are made
/// anew when a control changes, so that the control keeps the focus.
#[derive(Default)]
pub struct Answer {
    /// What it is about.
    pub title: String,
    /// One line about that.
    pub told: String,
    /// What is announced of it, where the line about what it is about does not answer.
    pub spoken: Option<String>,
    /// The answer itself.
    pub body: Vec<El>,
    /// What the documents and figures are.
    pub foot: Vec<El>,
    /// What the map shows.
    pub places: Vec<LonLat>,
    /// The cloud that it is an answer in; none where the one that is on stays.
    pub cloud: Option<Cloud>,
    /// The point from which lines lead over the map, and where they lead.
    pub lines: Option<(LonLat, Vec<LonLat>)>,
    /// What of it can be copied and reported about; none of an answer that is no card.
    pub card: Option<Card>,
}

/// The answer to a question, while `cloud` is on. One that cannot be answered is told so.
pub fn answer(data: &Data, question: &Question, cloud: Cloud) -> Answer {
    if let Some(answer) = several(data, question, cloud) {
        return answer;
    }
    if let About::Country(code) = &question.about
        && (data.details.country(code).is_some() || !data.index().cities.is_empty())
    {
        return country::answer(data, code, cloud);
    }
    let found = match named::found(data, &question.about) {
        Ok(found) => found,
        Err(missing) => return none::answer(data, &missing),
    };
    let own = cloud_of(data, found);
    let wishes = &question.wishes;
    let asked = Asked {
        found,
        cloud: own.unwrap_or(cloud),
        toward: wishes.toward.iter().filter_map(|it| data.catalog.region_by_slug(it)).collect(),
        filters: in_force(data),
        sku: wishes.sku,
    };
    Answer { cloud: own, ..about(data, &asked) }
}

/// The answer to a question about several things; none for another question.
fn several(data: &Data, question: &Question, cloud: Cloud) -> Option<Answer> {
    let answered = match &question.about {
        About::Regions(slugs) => return Some(regions::answer(data, &data.read_regions(&slugs.join("\n"), cloud))),
        About::Matrix(ends) => named::ends(data, ends, cloud).map(|ends| {
            let list = data.read_regions(&question.wishes.regions.join("\n"), cloud);
            matrix::answer(data, &matrix::Matrix { ends, list })
        }),
        About::Compare(ends) => named::ends(data, ends, cloud).map(|ends| compare::answer(data, &ends)),
        About::Location(_) | About::Region(_) | About::Provider(_) | About::Area(_) | About::Country(_) => return None,
        About::Facility(_) | About::City(_) | About::Point(_) | About::Table(_) => return None,
        About::Filters(_) => return Some(filters::answer(data, cloud)),
    };
    Some(answered.unwrap_or_else(|missing| none::answer(data, &missing)))
}

fn about(data: &Data, asked: &Asked) -> Answer {
    let card = match asked.found {
        Found::City(_) | Found::Coordinates(_) => return nearest::answer(data, asked),
        Found::Country(_) => return none::nonsense(),
        Found::Location(id) => location::card(data, id),
        Found::Facility(at) => facility::card(data, at),
        Found::Region(id) => region::card(data, id),
        Found::GeopoliticalRegion(id) => area::card(data, id),
        Found::Provider(at) => provider::card(data, at),
    };
    let card = Card { further: further(data, asked.found), ..card };
    let numbers = matches!(asked.found, Found::Region(_)).then(rows::about_numbers);
    drawn::answer(data, card, numbers.into_iter().chain([rows::credit(data)]).collect())
}

/// Questions about several things that begin with this one.
fn further(data: &Data, found: Found) -> Vec<(String, Question)> {
    match found {
        Found::Location(location) => {
            let end = LinkEnd { location, sku: Sku::Standard };
            vec![(say("Compare").into_owned(), compare::beside_other_sku(data, end))]
        }
        Found::Region(id) => vec![(say("Reach it with others").into_owned(), regions::question(data, &[id]))],
        Found::GeopoliticalRegion(id) => {
            vec![(
                say("Reach all of its regions").into_owned(),
                regions::question(data, &regions_within(data.catalog, id)),
            )]
        }
        Found::Facility(_) | Found::Provider(_) | Found::Country(_) | Found::City(_) | Found::Coordinates(_) => {
            Vec::new()
        }
    }
}

/// The cloud of what was found; none where the one that is on stays.
pub fn cloud_of(data: &Data, found: Found) -> Option<Cloud> {
    match found {
        Found::Location(id) => Some(data.catalog.location(id).cloud),
        Found::Region(id) => Some(data.catalog.region(id).cloud),
        Found::GeopoliticalRegion(id) => Some(data.catalog.geopolitical_region(id).cloud),
        Found::Provider(at) => {
            let mut places = data.providers.offers.iter().filter(|it| it.provider == at);
            let first = places.next().map(|it| data.catalog.location(it.location).cloud)?;
            places.all(|it| data.catalog.location(it.location).cloud == first).then_some(first)
        }
        Found::Facility(_) | Found::Country(_) | Found::City(_) | Found::Coordinates(_) => None,
    }
}

/// Where a country is shown when nothing else is known of it: its capital, else its largest city.
pub fn seat(cities: &Cities, country: u8) -> Option<u32> {
    let country = cities.countries.get(usize::from(country))?;
    let size = |at: &u32| cities.city(*at).map_or(0, |it| it.size);
    country.capital.or_else(|| (country.start..country.end).max_by_key(size))
}

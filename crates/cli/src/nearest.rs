//! `atlas nearest`: the peering locations nearest to a point.

use crate::args::{Args, NearestArgs};
use crate::data_set::{self, DataSet};
use crate::failure::Failure;
use crate::list::{self, ids, numbers, words as column};
use crate::output::Output;
use crate::words;
use reach::catalog::Catalog;
use reach::id::PeeringLocationId;
use reach::index::{self, Filter, Near, SiteIndex};
use reach::json::nearest_json;
use reach::latency;
use reach::names::{NameError, folded};
use reach::question;
use reach::tables::ProviderTables;
use reach::written;

/// The best and three alternatives.
const USUAL_COUNT: usize = 4;

/// Answers with the locations that meet the filters, nearest first.
///
/// # Errors
/// When the provider is not known.
pub fn answer(data: &DataSet, question: &NearestArgs, args: &Args) -> Result<Output, Failure> {
    let catalog = &data.catalog;
    let at = question::point(question.lat, question.lon)?;
    let offering = question.provider.as_deref().map(|name| offering(name, question.include_coming_soon)).transpose()?;
    let filter = Filter {
        cloud: args.cloud,
        among: offering.as_deref(),
        direct: question.direct,
        metro: match (question.metro, question.no_metro) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        },
        zone: question.zone,
        local: question.local,
    };
    let found = match question.within {
        Some(radius) => {
            let mut found = SiteIndex::new(catalog).within(catalog, at, radius, &filter);
            found.truncate(question.count.unwrap_or(usize::MAX));
            found
        }
        None => index::nearest(catalog, at, question.count.unwrap_or(USUAL_COUNT), &filter),
    };
    match args.json {
        true => Output::json(&nearest_json(catalog, &found), true),
        false => Ok(Output::text(shown(catalog, question, &found), true)),
    }
}

/// The locations where the provider called `name` is available, sorted.
fn offering(name: &str, with_coming_soon: bool) -> Result<Vec<PeeringLocationId>, Failure> {
    let tables = data_set::load_providers()?;
    let key = folded(name);
    let provider = tables.providers.iter().position(|it| folded(it) == key);
    let provider = provider.ok_or_else(|| unknown_provider(&tables, name, &key))?;
    let offers = tables.offers.iter().filter(|it| usize::from(it.provider) == provider);
    let mut found: Vec<PeeringLocationId> =
        offers.filter(|it| it.available || with_coming_soon).map(|it| it.location).collect();
    found.sort();
    found.dedup();
    Ok(found)
}

fn unknown_provider(tables: &ProviderTables, name: &str, key: &str) -> NameError {
    let near = reach::names::alike(tables.providers.iter().map(String::as_str), key);
    NameError::Unknown { what: "connectivity provider", value: name.to_owned(), near }
}

fn shown(catalog: &Catalog, question: &NearestArgs, found: &[Near]) -> String {
    let title = words::bold(&format!("Nearest to {}, {}", question.lat, question.lon));
    if found.is_empty() {
        return format!("{title}\n\nNone meets the conditions.\n{}", words::data_line(catalog));
    }
    let columns = [
        numbers("Distance"),
        numbers("ms, est."),
        column("Location"),
        ids("Id"),
        column("Geopolitical region"),
        column("Local regions"),
        column("Direct"),
        column("Zone"),
    ];
    let table = list::table(&columns, found.iter().map(|near| row(catalog, near)));
    let count = words::counted(found.len(), "location", "locations");
    format!("{title}\n\n{table}\n{count}.\n{}", words::data_line(catalog))
}

fn row(catalog: &Catalog, near: &Near) -> Vec<String> {
    let location = catalog.location(near.location);
    let local = match location.local_regions.as_deref() {
        None => "not documented".to_owned(),
        Some([]) => "none".to_owned(),
        Some(ids) => {
            let names: Vec<&str> = ids.iter().map(|id| catalog.region(*id).name.as_str()).collect();
            names.join(", ")
        }
    };
    let direct = match location.direct {
        None => "not documented",
        Some(true) => "yes",
        Some(false) => "no",
    };
    vec![
        words::distance(near.distance.whole(), location.precision),
        written::round_trip(&latency::estimate(near.distance.whole())),
        location.name.clone(),
        location.slug.clone(),
        catalog.geopolitical_region(location.geopolitical_region).name.clone(),
        local,
        direct.to_owned(),
        location.pricing_zone.map_or_else(String::new, |zone| zone.to_string()),
    ]
}

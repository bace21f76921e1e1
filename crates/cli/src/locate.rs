//! `atlas locate`: which peering locations reach a set of regions.

use crate::args::{Args, LocateArgs};
use crate::data_set::DataSet;
use crate::failure::Failure;
use crate::list::{self, ids, numbers, words as column};
use crate::output::Output;
use crate::words;
use reach::catalog::Catalog;
use reach::id::RegionId;
use reach::json::located_json;
use reach::latency;
use reach::locate::{self, Located};
use reach::names::NameError;
use reach::question;
use reach::sku::Sku;
use reach::written;

/// Answers with the locations, smallest SKU first, then by the distance to the farthest region.
///
/// # Errors
/// When a name is not one thing.
pub fn answer(data: &DataSet, question: &LocateArgs, args: &Args) -> Result<Output, Failure> {
    let DataSet { catalog, names } = data;
    let find = |name: &String| question::region(names, name, args.cloud, question.to_cloud);
    let regions: Vec<RegionId> = question.to.iter().map(find).collect::<Result<_, NameError>>()?;
    let found = locate::locate(catalog, &regions, question.peering);
    match args.json {
        true => Output::json(&located_json(catalog, &found), true),
        false => Ok(Output::text(shown(catalog, &regions, &found), true)),
    }
}

fn shown(catalog: &Catalog, regions: &[RegionId], found: &[Located]) -> String {
    let names: Vec<&str> = regions.iter().map(|id| catalog.region(*id).name.as_str()).collect();
    let title = words::bold(&format!("Peering locations that reach {}", names.join(" and ")));
    if found.is_empty() {
        return format!("{title}\n\nNone. {}\n{}", why_none(catalog, regions), words::data_line(catalog));
    }
    let columns =
        [column("Smallest SKU"), column("Location"), ids("Id"), numbers("Farthest region"), numbers("ms, est.")];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for group in found.chunk_by(|a, b| a.smallest_sku == b.smallest_sku) {
        if !rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.extend(group.iter().map(|it| row(catalog, it)));
    }
    let table = list::table(&columns, rows);
    format!("{title}\n\n{table}\n{}\n{}", counts(found), words::data_line(catalog))
}

fn row(catalog: &Catalog, found: &Located) -> Vec<String> {
    let location = catalog.location(found.location);
    let sku = match found.likely_smallest_sku == found.smallest_sku {
        true => found.smallest_sku.name().to_owned(),
        false => format!("{} (likely {})", found.smallest_sku.name(), found.likely_smallest_sku.name()),
    };
    let distance = words::distance(found.distance.0.whole(), found.distance.1);
    let round_trip = written::round_trip(&latency::estimate(found.distance.0.whole()));
    vec![sku, location.name.clone(), location.slug.clone(), distance, round_trip]
}

fn counts(found: &[Located]) -> String {
    let of = |sku: Sku| found.iter().filter(|it| it.smallest_sku == sku).count();
    let parts: Vec<String> = Sku::ALL
        .iter()
        .map(|sku| (of(*sku), sku))
        .filter(|(count, _)| *count > 0)
        .map(|(count, sku)| format!("{count} with {}", sku.name()))
        .collect();
    format!("{}: {}.", words::counted(found.len(), "location", "locations"), parts.join(", "))
}

fn why_none(catalog: &Catalog, regions: &[RegionId]) -> &'static str {
    let mut clouds = regions.iter().map(|id| catalog.region(*id).cloud);
    let first = clouds.next();
    match clouds.any(|cloud| Some(cloud) != first) {
        true => "The regions belong to different clouds, and no circuit leaves its cloud.",
        false => "No document says that a circuit reaches all of them; `atlas reach` gives the reason for one.",
    }
}

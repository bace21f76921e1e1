//! `atlas latency`: the round trip between two places.

use crate::args::{Args, LatencyArgs};
use crate::data_set::{self, DataSet};
use crate::failure::Failure;
use crate::output::Output;
use crate::words;
use reach::catalog::Catalog;
use reach::json::round_trip::latency_json;
use reach::latency::{self, Between, Place};
use reach::question;
use std::fmt::Write;

/// Answers for two regions, two locations, or one of each.
///
/// # Errors
/// When a name is not one thing.
pub fn answer(data: &DataSet, question: &LatencyArgs, args: &Args) -> Result<Output, Failure> {
    let DataSet { catalog, names } = data;
    let from = question::place(names, &question.from, args.cloud, None)?;
    let own = from.cloud(catalog);
    let to = question::place(names, &question.to, own, question.to_cloud)?;
    let published = data_set::load_latency()?;
    let answer = latency::between(catalog, &published, from, to);
    let good = answer.round_trip.is_some();
    match args.json {
        true => Output::json(&latency_json(catalog, &answer), good),
        false => Ok(Output::text(shown(catalog, &answer), good)),
    }
}

fn shown(catalog: &Catalog, answer: &Between) -> String {
    let json = latency_json(catalog, answer);
    let name = |place| match place {
        Place::Location(id) => &catalog.location(id).name,
        Place::Region(id) => &catalog.region(id).name,
    };
    let told = answer.round_trip.as_ref().map_or_else(|| "none".to_owned(), words::round_trip);
    let mut text = format!("{}  {} → {}\n\n", words::bold(&told), name(answer.from), name(answer.to));
    // Writing into a string cannot fail.
    let _ = writeln!(text, "  why        {}", json.reason);
    let _ = writeln!(text, "  distance   {}", words::distance(json.distance_km, json.distance_basis));
    text.push_str(&words::sources(&json.source));
    text.push('\n');
    text.push_str(&words::data_line(catalog));
    text
}

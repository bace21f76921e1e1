//! `atlas reach`: what a circuit reaches.

use crate::args::{Args, ReachArgs};
use crate::data_set::DataSet;
use crate::failure::Failure;
use crate::list::{self, ids, numbers, words as column};
use crate::output::Output;
use crate::words;
use reach::catalog::Catalog;
use reach::explain;
use reach::json::{reach_json, reach_list_json};
use reach::latency;
use reach::question::{self, Wanted};
use reach::reachable::{self, Answer, Circuit, Destination, Verdict, reach_of};
use reach::written;
use std::fmt::Write;

/// Answers for one destination, or for every live region of the cloud.
///
/// # Errors
/// When a name is not one thing.
pub fn answer(data: &DataSet, question: &ReachArgs, args: &Args) -> Result<Output, Failure> {
    let DataSet { catalog, names } = data;
    let location = names.location(&question.from, args.cloud)?;
    let circuit = Circuit { location, sku: question.sku, peering: question.peering };
    let Some(to) = &question.to else {
        return match args.json {
            true => Output::json(&reach_list_json(catalog, circuit), true),
            false => Ok(Output::text(list(catalog, circuit), true)),
        };
    };
    let wanted = Wanted { to, to_cloud: question.to_cloud, environment: question.environment.as_deref() };
    let to = question::destination(catalog, names, wanted, catalog.location(location).cloud)?;
    let answer = reachable::reach(catalog, circuit, to);
    let good = answer.judgement.verdict == Verdict::Reachable;
    match args.json {
        true => Output::json(&reach_json(catalog, &answer), good),
        false => Ok(Output::text(single(catalog, &answer), good)),
    }
}

fn single(catalog: &Catalog, answer: &Answer) -> String {
    let json = reach_json(catalog, answer);
    let verdict = words::styled(words::verdict_style(json.verdict), json.verdict.as_str());
    let from = &catalog.location(answer.circuit.location).name;
    let mut text = format!(
        "{}  {} → {}, {} ({})\n\n",
        words::with_likely(&verdict, json.likely.map(Verdict::as_str)),
        from,
        json.to_name,
        json.sku.name(),
        json.peering.name()
    );
    let smallest = smallest_sku(answer);
    // Writing into a string cannot fail.
    let _ = writeln!(text, "  why        {}", json.reason);
    let _ = writeln!(text, "  smallest   {smallest}");
    if let (Some(km), Some(basis)) = (json.distance_km, json.distance_basis) {
        let _ = writeln!(text, "  distance   {}", words::distance_to_region(km, basis, is_own_local(catalog, answer)));
    }
    if let Some(round_trip) = latency::of_answer(catalog, answer) {
        let _ = writeln!(text, "  round trip {}", words::round_trip(&round_trip));
    }
    text.push_str(&words::sources(&json.source));
    text.push('\n');
    text.push_str(&words::data_line(catalog));
    text
}

fn smallest_sku(answer: &Answer) -> String {
    match (answer.smallest_sku, answer.likely_smallest_sku) {
        (Some(sku), Some(likely)) if likely != sku => format!("{} (likely {})", sku.name(), likely.name()),
        (Some(sku), _) => sku.name().to_owned(),
        (None, Some(likely)) => format!("not documented (likely {})", likely.name()),
        (None, None) => "none".to_owned(),
    }
}

fn is_own_local(catalog: &Catalog, answer: &Answer) -> bool {
    let column = catalog.location(answer.circuit.location).local_regions.as_deref().unwrap_or_default();
    matches!(answer.to, Destination::Region(region) if column.contains(&region))
}

/// Grouped by verdict, nearest first.
fn list(catalog: &Catalog, circuit: Circuit) -> String {
    let mut answers = reach_of(catalog, circuit);
    let km = |answer: &Answer| answer.distance.map_or(f64::INFINITY, |(distance, _)| distance.0);
    answers.sort_by(|a, b| {
        let (one, other) = (a.judgement, b.judgement);
        one.verdict.cmp(&other.verdict).then(one.likely.cmp(&other.likely)).then(km(a).total_cmp(&km(b)))
    });
    let columns = [
        column("Verdict"),
        column("Region"),
        ids("Id"),
        column("Smallest SKU"),
        numbers("Distance"),
        numbers("ms, est."),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut before: Option<Verdict> = None;
    for answer in &answers {
        if before.is_some_and(|it| it != answer.judgement.verdict) {
            rows.push(Vec::new());
        }
        before = Some(answer.judgement.verdict);
        rows.push(row(catalog, answer));
    }
    let from = catalog.location(circuit.location);
    let title = format!("{}, {} ({})", from.name, circuit.sku.name(), circuit.peering.name());
    let table = list::table(&columns, rows);
    format!("{}\n\n{table}\n{}\n{}", words::bold(&title), counts(&answers), words::data_line(catalog))
}

fn row(catalog: &Catalog, answer: &Answer) -> Vec<String> {
    let json = reach_json(catalog, answer);
    let distance = match (json.distance_km, json.distance_basis) {
        (Some(km), Some(basis)) => words::distance_to_region(km, basis, is_own_local(catalog, answer)),
        _ => String::new(),
    };
    vec![
        words::with_likely(json.verdict.as_str(), json.likely.map(Verdict::as_str)),
        explain::destination_name(catalog, answer.to),
        json.to.to_owned(),
        smallest_sku(answer),
        distance,
        latency::of_answer(catalog, answer).as_ref().map(written::round_trip).unwrap_or_default(),
    ]
}

/// `17 reachable, 42 needs_premium, 3 not_documented; 62 live regions.`
fn counts(answers: &[Answer]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for group in answers.chunk_by(|a, b| a.judgement.verdict == b.judgement.verdict) {
        if let Some(first) = group.first() {
            parts.push(format!("{} {}", group.len(), first.judgement.verdict.as_str()));
        }
    }
    format!("{}; {}.", parts.join(", "), words::counted(answers.len(), "live region", "live regions"))
}

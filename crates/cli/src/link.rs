//! `atlas link`: whether two circuits can be linked by Global Reach.

use crate::args::{Args, LinkArgs};
use crate::data_set::DataSet;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;
use reach::catalog::Catalog;
use reach::json::link_json;
use reach::link::{self, LinkAnswer, LinkEnd, LinkTest, LinkVerdict};
use reach::question;
use std::fmt::Write;

/// Answers for two circuits.
///
/// # Errors
/// When a name is not one thing.
pub fn answer(data: &DataSet, question: &LinkArgs, args: &Args) -> Result<Output, Failure> {
    let DataSet { catalog, names } = data;
    let from = names.location(&question.from, args.cloud)?;
    let own = catalog.location(from).cloud;
    let to = question::location(names, &question.to, own, question.to_cloud)?;
    let answer = link::link(
        catalog,
        LinkEnd { location: from, sku: question.from_sku },
        LinkEnd { location: to, sku: question.to_sku },
    );
    let good = answer.verdict == LinkVerdict::Linkable;
    match args.json {
        true => Output::json(&link_json(catalog, &answer), good),
        false => Ok(Output::text(shown(catalog, &answer), good)),
    }
}

fn shown(catalog: &Catalog, answer: &LinkAnswer) -> String {
    let json = link_json(catalog, answer);
    let verdict = words::styled(words::link_style(json.verdict), json.verdict.as_str());
    let end = |end: LinkEnd| format!("{} {}", catalog.location(end.location).name, end.sku.name());
    let mut text = format!(
        "{}  {} ↔ {}\n\n  why        {}\n",
        words::with_likely(&verdict, json.likely.map(LinkVerdict::as_str)),
        end(answer.from),
        end(answer.to),
        json.reason
    );
    // Writing into a string cannot fail.
    if let Some(remedy) = json.remedy {
        let _ = writeln!(text, "  remedy     {remedy}");
    }
    if !json.failed_tests.is_empty() {
        let failed: Vec<&str> = json.failed_tests.iter().map(|it| LinkTest::as_str(*it)).collect();
        let _ = writeln!(text, "  failed     {}", failed.join(", "));
    }
    let _ = writeln!(text, "  distance   {}", words::distance(json.distance_km, json.distance_basis));
    text.push_str(&words::sources(&json.source));
    text.push('\n');
    text.push_str(&words::data_line(catalog));
    text
}

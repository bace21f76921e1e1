//! `atlas plan`: what is wrong in a plan, what it covers, how two differ.

use crate::args::{PlanCompareArgs, PlanFileArgs};
use crate::data_set::{DataSet, load_limits, load_providers};
use crate::failure::Failure;
use crate::list::{self, ids, words as column};
use crate::output::Output;
use crate::words;
use anstyle::{AnsiColor, Style};
use reach::compare::{self, ComparisonJson, CountsJson, StateJson};
use reach::limits::Limits;
use reach::plan::Plan;
use reach::plan_file::{self, MAX_BYTES};
use reach::plan_report::{CellJson, FindingJson, ReportJson, report};
use reach::planned::Facts;
use reach::tables::ProviderTables;
use serde_json::Value;
use std::fmt::Write;
use std::io::Read;
use std::path::Path;

/// The JSON Schema of plan files, as published in docs.
pub const SCHEMA: &str = include_str!("../../../docs/plan.schema.json");

/// The facts that plans are held against.
struct Loaded {
    data: DataSet,
    limits: Limits,
    providers: ProviderTables,
}

impl Loaded {
    fn load() -> Result<Loaded, Failure> {
        Ok(Loaded { data: DataSet::load()?, limits: load_limits()?, providers: load_providers()? })
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            catalog: &self.data.catalog,
            limits: &self.limits,
            providers: &self.providers,
            say: reach::phrase::english,
        }
    }

    fn open(&self, file: &Path) -> Result<Plan, Failure> {
        let name = file.display();
        let unreadable = |error: std::io::Error| Failure {
            code: "unreadable_file",
            message: format!("{name} cannot be read: {error}; name a plan file"),
            value: name.to_string(),
            near: Vec::new(),
        };
        let mut bytes = Vec::new();
        // One byte more than a plan may have is enough to say that it is too large.
        let most = MAX_BYTES as u64 + 1;
        let opened = std::fs::File::open(file).map_err(unreadable)?;
        opened.take(most).read_to_end(&mut bytes).map_err(unreadable)?;
        plan_file::from_json(&self.data.catalog, &bytes).map_err(|error| Failure {
            code: error.code(),
            message: format!("{name}: {error}"),
            value: error.value(),
            near: Vec::new(),
        })
    }
}

/// What is wrong in a plan, and what it covers.
///
/// # Errors
/// When the file is no plan.
pub fn check(args: &PlanFileArgs, json: bool) -> Result<Output, Failure> {
    let loaded = Loaded::load()?;
    let plan = loaded.open(&args.file)?;
    let report = report(loaded.facts(), &plan);
    let good = report.findings.iter().all(|it| it.severity != "error");
    match json {
        true => Output::json(&report, good),
        false => Ok(Output::text(shown(&loaded, &plan, &report), good)),
    }
}

/// What changed from one plan to another.
///
/// # Errors
/// When a file is no plan.
pub fn compare(args: &PlanCompareArgs, json: bool) -> Result<Output, Failure> {
    let loaded = Loaded::load()?;
    let (before, after) = (loaded.open(&args.before)?, loaded.open(&args.after)?);
    let comparison = compare::compare(loaded.facts(), &before, &after);
    match json {
        true => Output::json(&comparison, true),
        false => Ok(Output::text(shown_comparison(&loaded, &before, &after, &comparison), true)),
    }
}

fn severity_style(severity: &str) -> Style {
    match severity {
        "error" => AnsiColor::Red.on_default().bold(),
        "warning" => AnsiColor::Yellow.on_default().bold(),
        _ => AnsiColor::Cyan.on_default().bold(),
    }
}

fn shown(loaded: &Loaded, plan: &Plan, report: &ReportJson<'_>) -> String {
    let mut text = format!("{}\n\n", words::bold(&plan.name));
    for finding in &report.findings {
        show_finding(&mut text, finding);
    }
    text.push_str(&summary(&report.findings));
    if !report.coverage.is_empty() {
        let columns = [
            column("Site"),
            column("Workload"),
            column("State"),
            column("Resiliency"),
            column("Risks"),
            column("Through"),
        ];
        let rows = report.coverage.iter().map(coverage_row);
        let _ = write!(text, "\n{}\n\n{}", words::bold("Coverage"), list::table(&columns, rows));
    }
    mesh(&mut text, report);
    scores(&mut text, report);
    text.push('\n');
    text.push_str(&words::data_line(&loaded.data.catalog));
    text
}

fn show_finding(text: &mut String, finding: &FindingJson<'_>) {
    let severity = words::styled(severity_style(finding.severity), finding.severity);
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{severity}  {}  {}\n  {}", finding.code, finding.path, finding.message);
    if let Some(fix) = &finding.fix {
        let _ = writeln!(text, "  fix        {fix}");
    }
    for source in &finding.source {
        let date = if source.date.is_empty() { "undated" } else { source.date };
        let _ = writeln!(text, "  source     {}, {date}", source.title);
    }
    text.push('\n');
}

/// `3 errors, 1 warning, no advice.`
fn summary(findings: &[FindingJson<'_>]) -> String {
    let count = |severity: &str| findings.iter().filter(|it| it.severity == severity).count();
    let (errors, warnings) = (count("error"), count("warning"));
    format!(
        "{}, {}, {} of advice.\n",
        words::counted(errors, "error", "errors"),
        words::counted(warnings, "warning", "warnings"),
        words::counted(count("advice"), "piece", "pieces")
    )
}

fn coverage_row(cell: &CellJson<'_>) -> Vec<String> {
    let way = |it: &reach::plan_report::WayJson<'_>| {
        let km = |distance: &Option<reach::plan_report::DistanceJson>| {
            distance.as_ref().map_or_else(|| "?".to_owned(), |it| words::distance(it.km, it.basis))
        };
        format!("{} ({} + {})", it.circuit, km(&it.site_to_location), km(&it.location_to_region))
    };
    let resiliency = match (cell.computed, cell.intended) {
        (Some(computed), Some(intended)) if computed != intended => format!("{computed} of {intended}"),
        (Some(computed), _) => computed.to_owned(),
        (None, _) => String::new(),
    };
    vec![
        cell.site.unwrap_or("(no site)").to_owned(),
        cell.workload.to_owned(),
        cell.state.to_owned(),
        resiliency,
        cell.risks.join(", "),
        cell.ways.iter().map(way).collect::<Vec<_>>().join(", "),
    ]
}

fn mesh(text: &mut String, report: &ReportJson<'_>) {
    let mesh = &report.global_reach;
    if mesh.linked.is_empty() {
        return;
    }
    let linked = mesh.linked.iter().map(|it| vec![it.between.join(" - "), it.talks.to_owned()]);
    let missing = mesh.missing.iter().map(|it| vec![it.join(" - "), "no link".to_owned()]);
    let columns = [column("Sites"), column("Talk")];
    let _ = write!(text, "\n{}\n\n{}", words::bold("Global Reach"), list::table(&columns, linked.chain(missing)));
}

fn scores(text: &mut String, report: &ReportJson<'_>) {
    if report.resiliency_scores.is_empty() {
        return;
    }
    let range = |it: &reach::plan_report::RangeJson| {
        if it.low == it.high { it.low.to_string() } else { format!("{} to {}", it.low, it.high) }
    };
    let rows = report.resiliency_scores.iter().map(|it| {
        vec![it.gateway.to_owned(), range(&it.total), range(&it.route), range(&it.gateway_zones), range(&it.advisory)]
    });
    let columns = [
        ids("Gateway"),
        column("Index, of 100"),
        column("Routes, untested to tested"),
        column("Zones"),
        column("Advisory"),
    ];
    let title = words::bold("Estimate of Microsoft's resiliency index");
    let _ = write!(text, "\n{title}\n\n{}", list::table(&columns, rows));
}

fn shown_comparison(loaded: &Loaded, before: &Plan, after: &Plan, comparison: &ComparisonJson<'_>) -> String {
    let mut text = format!("{}\n\n", words::bold(&format!("{} → {}", before.name, after.name)));
    if comparison.changes.is_empty() {
        text.push_str("The plans say the same.\n");
    } else {
        let columns = [column("Change"), column("Part"), column("Field"), column("Before"), column("After")];
        let rows = comparison.changes.iter().map(|it| {
            let part = format!("{} {}", it.part, it.id);
            let field = it.field.clone().unwrap_or_default();
            vec![it.change.to_owned(), part.trim().to_owned(), field, value(&it.before), value(&it.after)]
        });
        text.push_str(&list::table(&columns, rows));
    }
    let counts = |it: &CountsJson| format!("{} errors, {} warnings, {} advice", it.error, it.warning, it.advice);
    let found = &comparison.findings;
    let _ = writeln!(text, "\nFindings: {} → {}.\n", counts(&found.before), counts(&found.after));
    for (title, findings) in
        [("Gone", &found.gone), ("New", &found.new), ("Cannot be changed once built", &comparison.one_way)]
    {
        if !findings.is_empty() {
            let _ = writeln!(text, "{}", words::bold(title));
            for it in findings {
                let severity = words::styled(severity_style(it.severity), it.severity);
                let _ = writeln!(text, "  {severity}  {}  {}  {}", it.code, it.path, it.message);
            }
            text.push('\n');
        }
    }
    if !comparison.coverage.is_empty() {
        let columns = [column("Site"), column("Workload"), column("Before"), column("After")];
        let rows = comparison.coverage.iter().map(|it| {
            let site = it.site.clone().unwrap_or_else(|| "(no site)".to_owned());
            vec![site, it.workload.clone(), state(&it.before), state(&it.after)]
        });
        let _ = write!(text, "{}\n\n{}\n", words::bold("Coverage"), list::table(&columns, rows));
    }
    text.push_str(&words::data_line(&loaded.data.catalog));
    text
}

/// A value in a table: nothing for none, and not the whole of a part.
fn value(value: &Value) -> String {
    const MOST: usize = 60;
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    };
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

fn state(state: &Option<StateJson>) -> String {
    let Some(state) = state else { return String::new() };
    let computed = state.computed.map(|it| format!(", {it}")).unwrap_or_default();
    let risks = if state.risks.is_empty() { String::new() } else { format!(" ({})", state.risks.join(", ")) };
    format!("{}{computed}{risks}", state.state)
}

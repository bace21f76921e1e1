//! How long plans of ten megabytes take, by what they are full of: `cargo run --release -p expressroute-reach --example
//! large_plans`. Every shape is a plan that opens; docs/plan-file.md has the figures.
#![allow(clippy::unwrap_used, reason = "a panic is how a run fails")]

use expressroute_reach::catalog::Catalog;
use expressroute_reach::coverage::coverage_of;
use expressroute_reach::limits::Limits;
use expressroute_reach::plan_file::{MAX_BYTES, from_json, to_json};
use expressroute_reach::plan_report::report;
use expressroute_reach::planned::{Facts, Planned};
use expressroute_reach::review::review_planned;
use expressroute_reach::tables::ProviderTables;
use std::time::Instant;

/// A list of a plan and the part of number `at`.
type List = (&'static str, fn(usize) -> String);

const SITES: List =
    ("sites", |at| format!(r#"{{"id":"s{at}","name":"Site {at}","latitude":{}.5,"longitude":4.{at}}}"#, at % 80));
const EMPTY_SITES: List = ("sites", |at| format!(r#"{{"id":"S {at}"}}"#));
const WORKLOADS: List = ("workloads", |at| format!(r#"{{"id":"w{at}","kind":"region","region":"uksouth"}}"#));
const CIRCUITS: List = ("circuits", |at| {
    format!(
        r#"{{"id":"c{at}","site":"s{at}","location":"london","tier":"local","family":"metered","bandwidth_mbps":7,"provider":"no{at}","peerings":[{{"kind":"private","asn":12076,"vlan":1,"primary_prefix":"10.0.0.0/8"}}]}}"#
    )
});
const CONNECTIONS: List =
    ("connections", |at| format!(r#"{{"circuit":"c{at}","workload":"w{at}","gateway":"g{at}"}}"#));
const ONE_GATEWAY: List = ("connections", |at| format!(r#"{{"circuit":"c{at}","gateway":"g0"}}"#));
const GATEWAYS: List =
    ("gateways", |at| format!(r#"{{"id":"g{at}","region":"uksouth","sku":"ergw1az","subnet_prefix":"10.0.0.0/29"}}"#));
const STAR: List = ("global_reach_links", |at| format!(r#"{{"from":"c0","to":"c{at}","prefix":"10.0.0.0/28"}}"#));
const NOWHERE: List = ("global_reach_links", |at| format!(r#"{{"from":"x{at}","to":"y"}}"#));

const SHAPES: &[(&str, &[List])] = &[
    ("good sites", &[SITES]),
    ("flawed sites", &[EMPTY_SITES]),
    ("workloads", &[WORKLOADS]),
    ("flawed circuits", &[SITES, CIRCUITS]),
    ("links to nowhere", &[NOWHERE]),
    ("a star of links", &[CIRCUITS, STAR]),
    ("everything once", &[SITES, WORKLOADS, CIRCUITS, GATEWAYS, CONNECTIONS, STAR]),
    ("everything at one gateway", &[SITES, WORKLOADS, CIRCUITS, GATEWAYS, ONE_GATEWAY]),
];

/// A plan that is almost as large as one may be.
fn file(lists: &[List]) -> String {
    let one: usize = lists.iter().map(|(_, part)| part(100_000).len() + 1).sum();
    let count = (MAX_BYTES - 1_000) / one;
    let texts = lists.iter().map(|(name, part)| {
        let parts: Vec<String> = (0..count).map(part).collect();
        format!(r#","{name}":[{}]"#, parts.join(","))
    });
    format!(r#"{{"format":"expressroute-atlas-plan","version":1{}}}"#, texts.collect::<String>())
}

fn main() {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let limits = Limits::from_packed(tables::LIMITS).unwrap();
    let providers = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
    let facts =
        Facts { catalog: &catalog, limits: &limits, providers: &providers, say: expressroute_reach::phrase::english };
    println!(
        "{:26} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9} {:>7}",
        "ms", "open", "look", "cover", "review", "write", "findings", "report"
    );
    for (name, lists) in SHAPES {
        let text = file(lists);
        let mut last = Instant::now();
        let mut lap = || {
            let took = last.elapsed().as_millis();
            last = Instant::now();
            took
        };
        let plan = from_json(&catalog, &text).unwrap();
        let opened = lap();
        let planned = Planned::new(facts, &plan);
        let looked = lap();
        let coverage = coverage_of(&planned);
        let covered = lap();
        let findings = review_planned(&planned, &coverage);
        let reviewed = lap();
        let count = findings.len();
        drop((coverage, findings));
        lap();
        let written = to_json(&catalog, &plan).len();
        let wrote = lap();
        let reported = serde_json::to_string(&report(facts, &plan)).unwrap().len();
        let report = lap();
        println!(
            "{name:26} {opened:7} {looked:7} {covered:7} {reviewed:7} {wrote:7} {count:9} {report:7}   {written} bytes, report {reported}"
        );
    }
}

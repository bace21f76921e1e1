//! Damages plan files and opens what comes out: `cargo run --release -p expressroute-reach --example fuzz_plans -- 300 1`
//! for 300 seconds from seed 1.
//!
//! The corpus is every plan of tests/fixtures. It is not guided by coverage: such fuzzers need a nightly compiler, which
//! the project does not use. The same seed makes the same files in the same order. A file that opens must be saved,
//! opened and saved again as the same bytes, be reviewed, take every fix, and still open; one that does not must name its
//! place. Anything else stops the run with the file's text.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a run fails")]

use expressroute_reach::catalog::Catalog;
use expressroute_reach::limits::Limits;
use expressroute_reach::plan_file::{from_json, to_json};
use expressroute_reach::plan_report::report;
use expressroute_reach::planned::Facts;
use expressroute_reach::review::review;
use std::path::Path;
use std::time::{Duration, Instant};

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number below `end`; 0 for 0.
    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }
}

/// What is put in: pieces of JSON, names of the format, and values at the edges of their types.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-1",
    "0",
    "4294967295",
    "4294967296",
    "1e400",
    "-0.0",
    "18446744073709551616",
    "\"\"",
    "\"id\"",
    "\"c1\"",
    "\"local\"",
    "\"premium\"",
    "\"amsterdam\"",
    "\"westeurope\"",
    "\"usgov-chicago\"",
    "\"azure-vmware-solution\"",
    "\"direct_port\"",
    "\"gateway\"",
    "\"peerings\":[{\"kind\":\"private\"}]",
    "\"built\":{\"tier\":\"premium\"}",
    "\"residency\":{\"countries\":[\"\"]}",
    "\"prefix\":\"0.0.0.0/0\"",
    "\"vlan\":70000",
    "\"asn\":12076",
    "\"scale_units\":41",
    "\u{feff}",
    "\u{0}",
    "é",
    "\"\\ud800\"",
    "[[[[[[[[",
];

fn damaged(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(6) {
        let (at, other) = (random.below(bytes.len() + 1), random.below(bytes.len() + 1));
        let (start, end) = (at.min(other), at.max(other).min(at.min(other) + 64));
        match random.below(7) {
            0 if at < bytes.len() => bytes[at] = random.next() as u8,
            1 => drop(bytes.drain(start..end)),
            2 => {
                let copy = bytes[start..end].to_vec();
                bytes.splice(other..other, copy);
            }
            3 => {
                let from = &corpus[random.below(corpus.len())];
                let start = random.below(from.len());
                let end = (start + random.below(200)).min(from.len());
                bytes.splice(at..at, from[start..end].iter().copied());
            }
            4 => bytes.truncate(at),
            // A value of another part: strings change places, so that references lead elsewhere.
            5 => swap_strings(random, &mut bytes),
            _ => {
                let piece = PIECES[random.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

/// Puts one quoted text of the file in the place of another.
fn swap_strings(random: &mut Random, bytes: &mut Vec<u8>) {
    let quotes: Vec<usize> = bytes.iter().enumerate().filter(|(_, it)| **it == b'"').map(|it| it.0).collect();
    let texts = quotes.len() / 2;
    let text = |at: usize| quotes.get(2 * at).copied().zip(quotes.get(2 * at + 1).copied());
    let (Some((a, b)), Some((c, d))) = (text(random.below(texts)), text(random.below(texts))) else { return };
    let copy = bytes[c..=d].to_vec();
    bytes.splice(a..=b, copy);
}

/// Whether it opened.
fn open(facts: Facts<'_>, bytes: &[u8]) -> bool {
    let catalog = facts.catalog;
    let plan = match from_json(catalog, bytes) {
        Ok(plan) => plan,
        Err(error) => {
            assert!(error.to_string().contains(": "), "{error}");
            return false;
        }
    };
    let saved = to_json(catalog, &plan);
    let again = from_json(catalog, &saved).unwrap();
    assert_eq!(to_json(catalog, &again), saved);
    serde_json::to_string(&report(facts, &plan)).unwrap();
    for fix in review(facts, &plan).into_iter().filter_map(|it| it.fix) {
        let mended = to_json(catalog, &plan.with(catalog, fix.edit));
        review(facts, &from_json(catalog, &mended).unwrap());
    }
    true
}

fn corpus() -> Vec<Vec<u8>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let folders = ["plans", "versions"].map(|it| std::fs::read_dir(fixtures.join(it)).unwrap());
    let mut paths: Vec<_> = folders.into_iter().flatten().map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|it| std::fs::read(it).unwrap()).collect()
}

fn main() {
    let mut words = std::env::args().skip(1);
    let mut number = |otherwise: u64| words.next().map_or(otherwise, |it| it.parse().unwrap());
    let (seconds, seed) = (number(10), number(1));
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let limits = Limits::from_packed(tables::LIMITS).unwrap();
    let providers = postcard::from_bytes(tables::PROVIDERS).unwrap();
    let facts =
        Facts { catalog: &catalog, limits: &limits, providers: &providers, say: expressroute_reach::phrase::english };
    let corpus = corpus();
    let (mut random, start) = (Random(seed), Instant::now());
    let (mut files, mut opened, mut slowest) = (0u64, 0u64, Duration::ZERO);
    while start.elapsed() < Duration::from_secs(seconds) {
        let bytes = damaged(&mut random, &corpus);
        let begun = Instant::now();
        let result = std::panic::catch_unwind(|| open(facts, &bytes));
        slowest = slowest.max(begun.elapsed());
        match result {
            Ok(good) => opened += u64::from(good),
            Err(_) => panic!("file {files} of seed {seed}: {}", String::from_utf8_lossy(&bytes)),
        }
        files += 1;
    }
    println!("{files} files from seed {seed}, {opened} of them plans; the slowest took {slowest:?}; nothing broke");
}

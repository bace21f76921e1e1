//! One search, as a key asks for it, over all tables and all cities.
//!
//! `cargo bench -p expressroute-find`. Figures: docs/search.md.
#![allow(clippy::unwrap_used, reason = "a benchmark may stop")]

// The short name that every other crate of the workspace gives it.
extern crate expressroute_find as find;

use divan::{Bencher, black_box};
use find::cities::Cities;
use find::index::SearchIndex;
use reach::catalog::Catalog;
use reach::sku::Cloud;

const CITIES: &[u8] = include_bytes!("../../../assets/cities.bin");

fn main() {
    divan::main();
}

fn index() -> SearchIndex {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let providers = reach::tables::ProviderTables::from_packed(tables::PROVIDERS).unwrap();
    SearchIndex::new(&catalog, &providers, Cities::unpack(CITIES).unwrap())
}

/// Beginnings of a name, slips, several words, and what no name holds.
#[divan::bench(args = ["s", "sa", "san", "san f", "frankfrut", "constantinopel", "jp east", "frankfurt am main de", "xqzw"])]
fn a_key(bencher: Bencher, text: &str) {
    let index = index();
    bencher.bench_local(|| black_box(&index).search(black_box(text), Cloud::Public, 20));
}

#[divan::bench]
fn making_the_index(bencher: Bencher) {
    bencher.bench_local(index);
}

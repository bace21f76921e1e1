//! The nearest of the public locations and of 200 random points: a plain scan against an R-tree.
//!
//! `cargo bench -p expressroute-reach`. Figures and their reading: docs/rules.md, "Nearest".
#![allow(clippy::unwrap_used, reason = "a benchmark may stop")]

// The short name that every other crate of the workspace gives it.
extern crate expressroute_reach as reach;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use reach::catalog::Catalog;
use reach::geo::{LonLat, UnitVector};
use reach::index::nearest_of;
use reach::sku::Cloud;
use rstar::RTree;
use rstar::primitives::GeomWithData;

fn main() {
    divan::main();
}

/// Asked one after the other in one iteration: a thousandth of its time is the time of a question.
const QUESTIONS: usize = 1000;

mod public_locations {
    use super::{Bencher, locations, scan, tree};

    #[divan::bench]
    fn by_scan(bencher: Bencher) {
        scan(bencher, &locations());
    }

    #[divan::bench]
    fn by_tree(bencher: Bencher) {
        tree(bencher, &locations());
    }
}

mod random_200 {
    use super::{Bencher, random, scan, tree};

    #[divan::bench]
    fn by_scan(bencher: Bencher) {
        scan(bencher, &random(200, 1));
    }

    #[divan::bench]
    fn by_tree(bencher: Bencher) {
        tree(bencher, &random(200, 1));
    }
}

fn scan(bencher: Bencher, points: &[UnitVector]) {
    let questions = random(QUESTIONS, 2);
    bencher.counter(ItemsCount::new(QUESTIONS)).bench_local(|| {
        let nearest = |at: &UnitVector| nearest_of(black_box(points), *at);
        questions.iter().filter_map(nearest).map(black_box).sum::<usize>()
    });
}

fn tree(bencher: Bencher, points: &[UnitVector]) {
    let places = points.iter().enumerate().map(|(place, point)| GeomWithData::new(point.coordinates(), place));
    let tree = RTree::bulk_load(places.collect());
    let questions = random(QUESTIONS, 2);
    bencher.counter(ItemsCount::new(QUESTIONS)).bench_local(|| {
        let nearest = |at: &UnitVector| black_box(&tree).nearest_neighbor(at.coordinates()).map(|it| it.data);
        questions.iter().filter_map(nearest).map(black_box).sum::<usize>()
    });
}

fn locations() -> Vec<UnitVector> {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let public = catalog.location_ids().filter(|id| catalog.location(*id).cloud == Cloud::Public);
    public.map(|id| catalog.location_vector(id)).collect()
}

/// Points spread evenly over the sphere, the same in every run.
fn random(count: usize, seed: u64) -> Vec<UnitVector> {
    let mut state = seed;
    let mut next = move || {
        // SplitMix64 by Steele, Lea and Flood.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let point = |lon: f64, height: f64| LonLat::new(lon * 360.0 - 180.0, (height * 2.0 - 1.0).asin().to_degrees());
    (0..count).map(|_| point(next(), next()).unwrap().unit_vector()).collect()
}

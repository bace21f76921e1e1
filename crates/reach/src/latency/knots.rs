//! Made by `cargo xtask latency` from data/latency.csv; docs/latency.md says how. Not edited by hand.

use crate::latency::Knot;

pub(super) const DATE: &str = "2026-07-30";

pub(super) const KNOTS: [Knot; 9] = [
    Knot { km: 0, low: 30, mid: 50, high: 68 },
    Knot { km: 250, low: 55, mid: 92, high: 125 },
    Knot { km: 750, low: 132, mid: 189, high: 235 },
    Knot { km: 1500, low: 181, mid: 322, high: 410 },
    Knot { km: 3000, low: 376, mid: 550, high: 714 },
    Knot { km: 6000, low: 740, mid: 1030, high: 1484 },
    Knot { km: 10000, low: 1208, mid: 1640, high: 2689 },
    Knot { km: 16008, low: 1856, mid: 2427, high: 3086 },
    Knot { km: 20016, low: 2313, mid: 3024, high: 3845 },
];

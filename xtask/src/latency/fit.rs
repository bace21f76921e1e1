//! The fit itself: quantiles of what a round trip takes beyond light in fiber, band by band, in whole numbers only.

use reach::latency::Knot;

use crate::latency::RoundTrip;

/// Where the bands of distance begin and end, in kilometers; the last is half way round the Earth.
pub const EDGES: [u32; 8] = [0, 500, 1_000, 2_000, 4_000, 8_000, 12_000, 20_016];

/// Below this many round trips a band says nothing of its own, and its neighbors speak for it.
const FEWEST: usize = 8;

/// How many in a thousand lie below the low end, and above the high end, of what the fit has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tails {
    pub low: usize,
    pub high: usize,
}

/// The yardstick: 3 ms, the smallest median published, and light in fiber there and back along the great circle,
/// 10 µs a kilometer. Round trips are fitted as multiples of it, since those change little within a band.
pub fn yardstick_us(km: u32) -> u64 {
    3_000 + 10 * u64::from(km)
}

/// What a fit has seen, ready for any tails: the middle of every band that has enough of its own, and its multiples of
/// the yardstick, sorted.
pub struct Bands(Vec<(u32, Vec<u64>)>);

impl Bands {
    pub fn of(seen: &[RoundTrip]) -> Bands {
        let band = |edges: &[u32]| {
            let of_band = seen.iter().filter(|it| (edges[0]..edges[1]).contains(&it.km));
            let mut multiples: Vec<u64> = of_band.map(multiple).collect();
            multiples.sort_unstable();
            ((edges[0] + edges[1]) / 2, multiples)
        };
        Bands(EDGES.windows(2).map(band).filter(|(_, multiples)| multiples.len() >= FEWEST).collect())
    }

    /// The knots: at the middle of every band the quantiles of its multiples, and at either end those of the outermost
    /// band. A knot below the one before it is raised to it, so that no value falls with distance.
    pub fn knots(&self, tails: Tails) -> Vec<Knot> {
        let mut places: Vec<(u32, [u64; 3])> =
            self.0.iter().map(|(km, multiples)| (*km, quantiles(multiples, tails))).collect();
        let (Some((_, first)), Some((_, last))) = (places.first().copied(), places.last().copied()) else {
            return Vec::new();
        };
        places.insert(0, (0, first));
        places.push((EDGES[EDGES.len() - 1], last));
        let mut highest = [0; 3];
        places.into_iter().map(|(km, multiples)| knot(km, multiples, &mut highest)).collect()
    }
}

/// A round trip as millionths of the yardstick.
fn multiple(it: &RoundTrip) -> u64 {
    u64::from(it.ms) * 1_000_000_000 / yardstick_us(it.km)
}

fn quantiles(sorted: &[u64], tails: Tails) -> [u64; 3] {
    let count = sorted.len();
    [sorted[count * tails.low / 1000], sorted[count / 2], sorted[count - 1 - count * tails.high / 1000]]
}

/// Rounded to tenths of a millisecond, the ends outward.
fn knot(km: u32, multiples: [u64; 3], highest: &mut [u64; 3]) -> Knot {
    let [low, mid, high] = multiples.map(|it| it * yardstick_us(km) / 1_000_000);
    let tenths = [low / 100, (mid + 50) / 100, high.div_ceil(100)];
    for (highest, it) in highest.iter_mut().zip(tenths) {
        *highest = it.max(*highest);
    }
    // A round trip stays far below the 6 s that fit into these.
    let [low, mid, high] = highest.map(|it| it as u16);
    Knot { km: km as u16, low, mid, high }
}

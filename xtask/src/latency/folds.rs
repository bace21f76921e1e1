//! Cross-validation: every country is held out once, with every round trip that starts or ends there.
//!
//! Two regions of a country share their cables and neighbors, so that a held-out pair, or even a held-out region,
//! would still be known to the fit by its twin.

use std::collections::BTreeSet;

use reach::latency::interpolated;

use crate::latency::RoundTrip;
use crate::latency::fit::{Bands, Tails};

/// What the printed ranges must hold of the round trips that the fit has not seen, in thousandths.
pub const PROMISE: usize = 900;

const LOW_TAILS: [usize; 6] = [0, 5, 10, 20, 30, 50];
const HIGH_TAILS: [usize; 7] = [20, 30, 40, 50, 60, 70, 80];

/// A round trip that was held out, with what the fit without it says: low, mid and high in tenths of a millisecond.
#[derive(Clone, Copy, Debug)]
pub struct HeldOut {
    pub seen: RoundTrip,
    pub range: [u32; 3],
}

impl HeldOut {
    pub fn holds(&self) -> bool {
        (self.range[0]..=self.range[2]).contains(&(self.seen.ms * 10))
    }

    /// The width of the range in thousandths of its middle.
    pub fn relative_width(&self) -> u64 {
        u64::from(self.range[2] - self.range[0]) * 1000 / u64::from(self.range[1].max(1))
    }
}

/// A country held out: what was seen without it, and its own round trips.
pub struct Fold {
    seen: Bands,
    out: Vec<RoundTrip>,
}

impl Fold {
    pub fn without(country: u16, round_trips: &[RoundTrip]) -> Fold {
        let (out, seen): (Vec<RoundTrip>, Vec<RoundTrip>) =
            round_trips.iter().partition(|it| it.countries.contains(&country));
        Fold { seen: Bands::of(&seen), out }
    }

    /// What the fit without the country says about its round trips.
    pub fn judged(&self, tails: Tails) -> Vec<HeldOut> {
        let knots = self.seen.knots(tails);
        self.out.iter().map(|it| HeldOut { seen: *it, range: interpolated(&knots, it.km) }).collect()
    }
}

/// Every country that the round trips touch, held out in turn. A round trip between two countries is held out twice.
pub fn folds(round_trips: &[RoundTrip]) -> Vec<Fold> {
    let countries: BTreeSet<u16> = round_trips.iter().flat_map(|it| it.countries).collect();
    countries.into_iter().map(|country| Fold::without(country, round_trips)).collect()
}

/// What all folds say together.
pub fn judged(folds: &[Fold], tails: Tails) -> Vec<HeldOut> {
    folds.iter().flat_map(|fold| fold.judged(tails)).collect()
}

/// The share that lies in its range, in thousandths, rounded down.
pub fn coverage(held_out: &[HeldOut]) -> usize {
    held_out.iter().filter(|it| it.holds()).count() * 1000 / held_out.len().max(1)
}

/// The tails with the narrowest ranges, relative to their middles, that keep the promise; none when none do.
pub fn chosen_tails(folds: &[Fold]) -> Option<Tails> {
    let tails = LOW_TAILS.iter().flat_map(|low| HIGH_TAILS.iter().map(|high| Tails { low: *low, high: *high }));
    let all = tails.map(|tails| (judged(folds, tails), tails));
    let kept = all.filter(|(held_out, _)| coverage(held_out) >= PROMISE);
    let width = |held_out: &[HeldOut]| held_out.iter().map(HeldOut::relative_width).sum::<u64>();
    kept.min_by_key(|(held_out, _)| width(held_out)).map(|(_, tails)| tails)
}

/// As [`judged`] with the tails chosen anew for every country, without it: what the choice of the tails itself adds.
/// None when for some country no tails keep the promise.
pub fn nested(round_trips: &[RoundTrip]) -> Option<Vec<HeldOut>> {
    let countries: BTreeSet<u16> = round_trips.iter().flat_map(|it| it.countries).collect();
    let of = |country: u16| {
        let seen: Vec<RoundTrip> = round_trips.iter().copied().filter(|it| !it.countries.contains(&country)).collect();
        Some(Fold::without(country, round_trips).judged(chosen_tails(&folds(&seen))?))
    };
    let all: Option<Vec<Vec<HeldOut>>> = countries.into_iter().map(of).collect();
    Some(all?.concat())
}

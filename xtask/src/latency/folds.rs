//! Cross-validation: every country is held out once, with every round trip that starts or ends there.
//!
//! Two regions of a country share their cables and neighbors, so that a held-out pair, or even a held-out region,
//! would still be known to the fit by its twin.

use reach::latency::interpolated;

use crate::latency::fit::{Tails, fit};
use crate::latency::{Published, RoundTrip};

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

/// What the fit without `country` says about the round trips that start or end there.
pub fn without(round_trips: &[RoundTrip], country: u16, tails: Tails) -> Vec<HeldOut> {
    let (out, seen): (Vec<RoundTrip>, Vec<RoundTrip>) =
        round_trips.iter().partition(|it| it.countries.contains(&country));
    let knots = fit(&seen, tails);
    out.iter().map(|it| HeldOut { seen: *it, range: interpolated(&knots, it.km) }).collect()
}

/// Every country held out in turn. A round trip between two countries is held out twice.
pub fn all(round_trips: &[RoundTrip], countries: impl Iterator<Item = u16>, tails: Tails) -> Vec<HeldOut> {
    countries.flat_map(|country| without(round_trips, country, tails)).collect()
}

/// The share that lies in its range, in thousandths, rounded down.
pub fn coverage(held_out: &[HeldOut]) -> usize {
    held_out.iter().filter(|it| it.holds()).count() * 1000 / held_out.len().max(1)
}

/// The tails with the narrowest ranges, relative to their middles, that keep the promise.
pub fn chosen_tails(published: &Published) -> Result<Tails, String> {
    let countries = 0..published.countries.len() as u16;
    narrowest(&published.round_trips, countries).ok_or_else(|| "no tails keep the promise of the ranges".to_owned())
}

fn narrowest(round_trips: &[RoundTrip], countries: impl Iterator<Item = u16> + Clone) -> Option<Tails> {
    let tails = LOW_TAILS.iter().flat_map(|low| HIGH_TAILS.iter().map(|high| Tails { low: *low, high: *high }));
    let judged = tails.map(|tails| (all(round_trips, countries.clone(), tails), tails));
    let kept = judged.filter(|(held_out, _)| coverage(held_out) >= PROMISE);
    let width = |held_out: &[HeldOut]| held_out.iter().map(HeldOut::relative_width).sum::<u64>();
    kept.min_by_key(|(held_out, _)| width(held_out)).map(|(_, tails)| tails)
}

/// As [`all`] with the tails chosen anew for every country, without it: what the choice of the tails itself adds.
pub fn nested(published: &Published) -> Vec<HeldOut> {
    let countries = 0..published.countries.len() as u16;
    let of = |country: u16| {
        let seen: Vec<RoundTrip> =
            published.round_trips.iter().copied().filter(|it| !it.countries.contains(&country)).collect();
        let others = countries.clone().filter(|it| *it != country);
        narrowest(&seen, others).map_or_else(Vec::new, |tails| without(&published.round_trips, country, tails))
    };
    countries.clone().flat_map(of).collect()
}

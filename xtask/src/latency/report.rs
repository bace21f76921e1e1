//! What `cargo xtask latency` prints: the figures of docs/latency.md.

use reach::latency::Knot;

use crate::latency::Published;
use crate::latency::fit::{EDGES, Tails};
use crate::latency::folds::{self, Fold, HeldOut};

/// The knots, how they hold for held-out countries by band of distance, and the countries where they hold least.
///
/// # Errors
/// When no tails keep the promise without some country.
pub fn text(published: &Published, tails: Tails, knots: &[Knot]) -> Result<String, String> {
    let countries = published.countries.len();
    let held_out = folds::judged(&folds::folds(&published.round_trips), tails);
    let mut text = format!(
        "{} round trips of {}, {countries} countries, tails {} and {} of 1,000\n\n",
        published.round_trips.len(),
        published.date,
        tails.low,
        tails.high
    );
    text += &format!("{:>7} {:>7} {:>7} {:>7}   knots, ms\n", "km", "low", "mid", "high");
    for knot in knots {
        let [low, mid, high] = [knot.low, knot.mid, knot.high].map(|it| tenths(u32::from(it)));
        text += &format!("{:>7} {low:>7} {mid:>7} {high:>7}\n", knot.km);
    }
    text += "\nheld out by country\n";
    text +=
        &format!("{:>15} {:>7} {:>7} {:>12} {:>9} {:>7}\n", "km", "pairs", "held", "median error", "median %", "width");
    for edges in EDGES.windows(2) {
        let band = |it: &&HeldOut| (edges[0]..edges[1]).contains(&it.seen.km);
        text += &line(&format!("{}–{}", edges[0], edges[1]), held_out.iter().filter(band));
    }
    text += &line("all", held_out.iter());
    let again = folds::nested(&published.round_trips).ok_or("no tails keep the promise without some country")?;
    text += &format!(
        "\nheld {} with the tails chosen anew for every country, without it\n",
        share(folds::coverage(&again))
    );
    text += "\nheld least:";
    for (share_held, name) in weakest(published, tails).iter().take(6) {
        text += &format!(" {name} {}", share(*share_held));
    }
    Ok(text + "\n")
}

fn line<'a>(name: &str, held_out: impl Iterator<Item = &'a HeldOut>) -> String {
    let all: Vec<HeldOut> = held_out.copied().collect();
    let error = |it: &HeldOut| (it.seen.ms * 10).abs_diff(it.range[1]);
    let errors = all.iter().map(error).collect();
    let relative = all.iter().map(|it| error(it) * 100 / it.seen.ms).collect();
    let widths = all.iter().map(|it| it.range[2] - it.range[0]).collect();
    let [error, relative, width] = [errors, relative, widths].map(median).map(tenths);
    let (pairs, held) = (all.len(), share(folds::coverage(&all)));
    format!("{name:>15} {pairs:>7} {held:>7} {error:>9} ms {relative:>8}% {width:>4} ms\n")
}

fn weakest(published: &Published, tails: Tails) -> Vec<(usize, &str)> {
    let of = |(at, name)| (folds::coverage(&Fold::without(at as u16, &published.round_trips).judged(tails)), name);
    let mut all: Vec<(usize, &str)> = published.countries.iter().map(String::as_str).enumerate().map(of).collect();
    all.sort_unstable();
    all
}

fn median(mut values: Vec<u32>) -> u32 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn tenths(value: u32) -> String {
    format!("{}.{}", value / 10, value % 10)
}

fn share(thousandths: usize) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

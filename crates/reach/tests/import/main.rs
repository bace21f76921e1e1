//! Sites from text, as docs/import.md describes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

mod geojson;
mod hostile;
mod kml;
mod lines;

use expressroute_reach::catalog::Catalog;
use expressroute_reach::import::cities::LocationCities;
use expressroute_reach::import::error::ImportError;
use expressroute_reach::import::{Imported, read};

fn try_read(text: &str) -> Result<Imported, ImportError> {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let cities = LocationCities::new(&catalog);
    read(text.as_bytes(), &|city, country| cities.find(city, country))
}

/// What a text holds: each site as `id "name" latitude longitude`, then each problem.
fn told(text: &str) -> (Vec<String>, Vec<String>) {
    let read = try_read(text).unwrap();
    let site = |it: &expressroute_reach::plan::Site| {
        let degrees = |it: &Option<serde_json::Number>| it.as_ref().unwrap().to_string();
        format!(
            "{} {:?} {} {}",
            it.id,
            it.name.clone().unwrap_or_default(),
            degrees(&it.latitude),
            degrees(&it.longitude)
        )
    };
    assert_eq!(read.problem_count, read.problems.len(), "these texts have few problems");
    (read.sites.iter().map(site).collect(), read.problems.iter().map(ToString::to_string).collect())
}

/// A text whose every part is a site.
fn check(text: &str, sites: &[&str]) {
    let (read, problems) = told(text);
    assert_eq!(problems, Vec::<String>::new(), "{text}");
    assert_eq!(read, sites, "{text}");
}

/// A text with these sites, and these problems.
fn check_with(text: &str, sites: &[&str], problems: &[&str]) {
    let (read, wrong) = told(text);
    assert_eq!(wrong, problems, "{text}");
    assert_eq!(read, sites, "{text}");
}

/// A text of which nothing can be read.
fn check_refused(text: &str, message: &str) {
    assert_eq!(try_read(text).unwrap_err().to_string(), message, "{text}");
}

//! The estimate of the core against the published medians, row by row of latency.csv.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in test functions only")]

use reach::catalog::Catalog;
use reach::geo::great_circle_distance;
use reach::latency::estimate;
use std::path::Path;

#[test]
fn at_least_nine_of_ten_published_medians_lie_in_the_range_for_their_distance() {
    let catalog = Catalog::from_packed(expressroute_tables::CORE).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("latency.csv");
    let (mut held, mut pairs) = (0, 0);
    for row in csv::Reader::from_path(path).unwrap().records().map(Result::unwrap) {
        let [from, to] = [&row[0], &row[1]].map(|it| catalog.region_vector(catalog.region_by_slug(it).unwrap()));
        let range = estimate(great_circle_distance(from, to).whole());
        let tenths = row[2].parse::<u32>().unwrap() * 10;
        held += u32::from((range.low..=range.high).contains(&tenths));
        pairs += 1;
    }
    assert_eq!(pairs, 54 * 53);
    assert!(held * 10 >= pairs * 9, "{held} of {pairs}");
}

//! The real data, and the one way in which a sentence is checked against it.

use reach::catalog::Catalog;
use reach::id::{PeeringLocationId, RegionId};
use reach::link::{LinkAnswer, LinkEnd, LinkTest, Side, link};
use reach::names::Names;
use reach::reachable::{Answer, Circuit, Destination, Verdict, reach, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::from_packed(tables::CORE).unwrap());
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(catalog()));

pub fn catalog() -> &'static Catalog {
    &CATALOG
}

pub fn names() -> &'static Names {
    &NAMES
}

/// A peering location by name (public cloud) or by id (any cloud).
pub fn location(name: &str) -> PeeringLocationId {
    names().location(name, Cloud::Public).unwrap()
}

/// A circuit from words: "Amsterdam standard", or "Amsterdam premium microsoft" for Microsoft peering.
pub fn circuit(words: &str) -> Circuit {
    let (words, peering) = match words.strip_suffix(" microsoft") {
        Some(rest) => (rest, Peering::Microsoft),
        None => (words, Peering::Private),
    };
    let (name, sku) = words.rsplit_once(' ').unwrap();
    Circuit { location: location(name), sku: sku.parse().unwrap(), peering }
}

/// A destination from words, looked up from the circuit's cloud: a region, "microsoft-365", "dynamics-365", or
/// "dynamics-365 in North America".
pub fn destination(circuit: Circuit, words: &str) -> Destination {
    let cloud = catalog().location(circuit.location).cloud;
    match words {
        "microsoft-365" => Destination::Microsoft365(cloud),
        "dynamics-365" => Destination::Dynamics365(None),
        _ => match words.strip_prefix("dynamics-365 in ") {
            Some(place) => Destination::Dynamics365(Some(names().geopolitical_region(place, cloud).unwrap())),
            None => Destination::Region(names().region(words, cloud).unwrap()),
        },
    }
}

pub fn ask(from: &str, to: &str) -> Answer {
    let circuit = circuit(from);
    reach(catalog(), circuit, destination(circuit, to))
}

/// Checks one sentence: the circuit `from`, asked for `to`, answers `expected`, a verdict or
/// "not_documented, likely …".
#[track_caller]
pub fn check(from: &str, to: &str, expected: &str) {
    let judgement = ask(from, to).judgement;
    let likely = judgement.likely.map_or(String::new(), |likely| format!(", likely {}", likely.as_str()));
    assert_eq!(format!("{}{likely}", judgement.verdict.as_str()), expected, "{from} -> {to}");
}

/// Checks the smallest SKU at a location, and the smallest likely one: "standard" when both are one,
/// "premium, likely standard" otherwise, "none" when none is documented.
#[track_caller]
pub fn check_smallest(from: &str, to: &str, expected: &str) {
    let answer = ask(&format!("{from} local"), to);
    let word = |sku: Option<Sku>| sku.map_or("none", Sku::as_str);
    let found = match answer.smallest_sku == answer.likely_smallest_sku {
        true => word(answer.smallest_sku).to_owned(),
        false => format!("{}, likely {}", word(answer.smallest_sku), word(answer.likely_smallest_sku)),
    };
    assert_eq!(found, expected, "{from} -> {to}");
}

/// Checks a link: a verdict, then as far as they apply ", likely …", "; lacking …" and "; fails …".
#[track_caller]
pub fn check_link(from: &str, to: &str, expected: &str) {
    let answer = ask_link(from, to);
    let mut found = answer.verdict.as_str().to_owned();
    if let Some(likely) = answer.likely {
        found += &format!(", likely {}", likely.as_str());
    }
    let sides = |side: &Side| match side {
        Side::From => "from",
        Side::To => "to",
    };
    if !answer.lacking.is_empty() {
        found += &format!("; lacking {}", answer.lacking.iter().map(sides).collect::<Vec<_>>().join(", "));
    }
    if !answer.failed.is_empty() {
        let failed: Vec<&str> = answer.failed.iter().map(|it| LinkTest::as_str(*it)).collect();
        found += &format!("; fails {}", failed.join(", "));
    }
    assert_eq!(found, expected, "{from} - {to}");
}

pub fn ask_link(from: &str, to: &str) -> LinkAnswer {
    let end = |words: &str| {
        let circuit = circuit(words);
        LinkEnd { location: circuit.location, sku: circuit.sku }
    };
    link(catalog(), end(from), end(to))
}

/// The names of the live regions that answer `verdict`, in id order.
pub fn regions_with(from: &str, verdict: Verdict, likely: Option<Verdict>) -> Vec<&'static str> {
    let answers = reach_of(catalog(), circuit(from)).into_iter();
    let matching = answers.filter(|it| it.judgement.verdict == verdict && it.judgement.likely == likely);
    matching.map(|it| region_name(it.to)).collect()
}

pub fn region_name(to: Destination) -> &'static str {
    match to {
        Destination::Region(id) => &catalog().region(id).name,
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => "a service",
    }
}

/// A region by name, of the public cloud unless only another has it.
pub fn region(name: &str) -> RegionId {
    names().region(name, Cloud::Public).unwrap()
}

//! The regions: under a chosen circuit with their verdicts, else with their facts.

use crate::data::Data;
use crate::table::{About, Cell, Column, Key, Row, Table, place_of};
use reach::explain;
use reach::geo::DistanceBasis;
use reach::id::{PeeringLocationId, RegionId, SourceId};
use reach::latency::estimate;
use reach::order::{number_of, sort_by_number};
use reach::reachable::{Answer, Circuit, Destination, Verdict, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::{RegionAccess, RegionStatus};
use reach::written;
use words::{say, say_with};

/// What a circuit at `location` with `sku` reaches over private peering: the answers that the map shows.
pub fn reached(data: &Data, location: PeeringLocationId, sku: Sku) -> Table {
    let catalog = data.catalog;
    let row = catalog.location(location);
    let mut answers = reach_of(catalog, Circuit { location, sku, peering: Peering::Private });
    sort_by_number(&mut answers, |it| number_of(it.distance.map_or(f64::INFINITY, |it| it.0.0)));
    let mut sources: Vec<SourceId> = answers.iter().flat_map(|it| explain::sources(catalog, it)).collect();
    sources.sort();
    sources.dedup();
    let [reached, all] =
        [answers.iter().filter(|it| it.judgement.verdict == Verdict::Reachable).count(), answers.len()]
            .map(|it| it.to_string());
    Table {
        caption: say_with(
            "What a {sku} circuit at {location} reaches: {count} of {all} regions",
            &[("sku", sku.name()), ("location", &row.name), ("count", &reached), ("all", &all)],
        ),
        note: String::new(),
        columns: vec![
            Column::text(say("Region")),
            Column::words(say("Verdict")),
            Column::words(say("Smallest SKU")),
            Column::distances(),
            Column::number(say("ms, est.")),
            Column::lines(say("Why")),
        ],
        rows: answers.iter().filter_map(|it| answer_row(data, it)).collect(),
        sources,
        sorted_by: 1,
    }
}

fn answer_row(data: &Data, answer: &Answer) -> Option<Row> {
    let catalog = data.catalog;
    let Destination::Region(id) = answer.to else { return None };
    let (distance, basis) = answer.distance?;
    let local = catalog.location(answer.circuit.location).local_regions.as_ref().is_some_and(|it| it.contains(&id));
    let whole = distance.whole();
    // As on the page: between a location and a state's middle the number would say too much.
    let near = local && basis == DistanceBasis::State;
    let (km, ms) = match near {
        true => (Cell::text(say("in or near the metro")).by(0), Cell::empty().by(0)),
        false => {
            let trip = estimate(whole);
            (Cell::number(words::distance(whole, basis), whole), Cell::text(written::round_trip(&trip)).by(trip.mid))
        }
    };
    Some(Row {
        about: About::Region(id),
        cells: vec![
            Cell::text(&catalog.region(id).name),
            verdict(answer),
            smallest(answer),
            km,
            ms,
            Cell::text(explain::reason_in(catalog, answer, say_with)),
        ],
    })
}

/// The verdict, with what is likely where nothing is documented. It is copied as the core's word.
fn verdict(answer: &Answer) -> Cell {
    let word = verdict_word(answer.judgement.verdict);
    let text = match answer.judgement.likely {
        Some(likely) => {
            say_with("{verdict}, likely {likely}", &[("verdict", &word), ("likely", &verdict_word(likely))])
        }
        None => word.into_owned(),
    };
    Cell::text(text).by(answer.judgement.verdict as u32).copied_as(answer.judgement.verdict.as_str())
}

/// The core's verdicts in the words of the page.
pub fn verdict_word(verdict: Verdict) -> std::borrow::Cow<'static, str> {
    match verdict {
        Verdict::Reachable => say("reachable"),
        Verdict::NeedsStandard => say("needs Standard"),
        Verdict::NeedsPremium => say("needs Premium"),
        Verdict::LocalNotOffered => say("Local not offered"),
        Verdict::Unreachable => say("unreachable"),
        Verdict::DataConflict => say("data conflict"),
        Verdict::NotDocumented => say("not documented"),
    }
}

fn smallest(answer: &Answer) -> Cell {
    match (answer.smallest_sku, answer.likely_smallest_sku) {
        (Some(sure), Some(likely)) if likely != sure => {
            let text = say_with("{sku}, likely {likely}", &[("sku", sure.name()), ("likely", likely.name())]);
            Cell::text(text).by(sure as u32).copied_as(sure.as_str())
        }
        (Some(sure), _) => Cell::text(sure.name()).by(sure as u32).copied_as(sure.as_str()),
        (None, Some(likely)) => {
            let text = say_with("not documented, likely {sku}", &[("sku", likely.name())]);
            Cell { key: Key::Nothing, ..Cell::text(text) }
        }
        (None, None) => Cell::not_documented(),
    }
}

/// The regions of a cloud, those not in use among them, as the map shows them.
pub fn facts(data: &Data, cloud: Cloud) -> Table {
    let catalog = data.catalog;
    let own = catalog.region_ids().filter(|id| {
        let row = catalog.region(*id);
        row.cloud == cloud && matches!(row.status, RegionStatus::Live | RegionStatus::Announced)
    });
    let rows: Vec<Row> = own.map(|id| fact_row(data, id)).collect();
    let mut sources: Vec<SourceId> = rows.iter().filter_map(|it| source_of(data, it.about)).collect();
    sources.push(catalog.rule_sources().geopolitical);
    sources.sort();
    sources.dedup();
    Table {
        caption: say_with("Azure regions of the {cloud} cloud", &[("cloud", &say(cloud.name()))]),
        note: say("Choose a location on the map to see what a circuit there reaches.").into_owned(),
        columns: vec![
            Column::text(say("Region")),
            Column::text(say("Id")),
            Column::lines(say("Place")),
            Column::text(say("Country")),
            Column::text(say("Geopolitical region")),
            Column::text(say("Status")),
            Column::text(say("Zones")),
            Column::text(say("Pair")),
        ],
        rows,
        sources,
        sorted_by: 0,
    }
}

fn source_of(data: &Data, about: About) -> Option<SourceId> {
    match about {
        About::Region(id) => data.catalog.region(id).sources.first().copied(),
        About::Location(_) | About::Provider(_) => None,
    }
}

fn fact_row(data: &Data, id: RegionId) -> Row {
    let catalog = data.catalog;
    let row = catalog.region(id);
    let status = match (row.status, row.access) {
        (RegionStatus::Live, RegionAccess::Open) => say("in use"),
        (RegionStatus::Live, RegionAccess::Restricted) => say("in use, restricted"),
        (RegionStatus::Live, RegionAccess::Unknown) => say("in use, access not documented"),
        (RegionStatus::Announced, _) => say("announced"),
        (RegionStatus::Canary, _) => say("for early updates only"),
        (RegionStatus::Retired, _) => say("retired"),
    };
    let pair = match row.pair {
        Some(pair) => Cell::text(&catalog.region(pair).name),
        None => Cell { key: Key::Nothing, ..Cell::text(say("none documented")) },
    };
    Row {
        about: About::Region(id),
        cells: vec![
            Cell::text(&row.name),
            Cell::text(&row.slug),
            Cell::known(&row.place),
            Cell::text(data.shown().country(&row.country)),
            place_of(catalog, row),
            Cell::text(status),
            Cell::yes_no(row.zones),
            pair,
        ],
    }
}

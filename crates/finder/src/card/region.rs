//! The card of an Azure region: its facts, the locations that reach it, and the published round trips from it.

use crate::answer::reached_by;
use crate::card::facts::{
    cloud, geopolitical_table, keyed, listed_by, not_documented, or_not_documented, place, point, pointed_by,
    spellings, yes_no,
};
use crate::card::{Card, Fact, Row, Section, Value, conflicts, documents, each_once, location_reach, location_row};
use crate::data::Data;
use reach::explain;
use reach::id::RegionId;
use reach::locate::{Located, locate};
use reach::sku::{Peering, Sku};
use reach::tables::{AliasTarget, RegionAccess, RegionStatus};
use words::{say, say_with};

/// How many places of an answer the map is to show: the nearest ones, or it would show the whole world.
const SHOWN: usize = 6;

/// Everything the tables hold of a region.
pub fn card(data: &Data, id: RegionId) -> Card {
    let catalog = data.catalog;
    let row = catalog.region(id);
    let found = locate(catalog, &[id], Peering::Private);
    let mut places = vec![catalog.region_point(id)];
    places.extend(found.iter().take(SHOWN).map(|it| catalog.location_point(it.location)));
    let mut sections = vec![facts(data, id, &found)];
    let about = say_with("Reach of {name}", &[("name", &row.name)]);
    let reached = Sku::ALL.iter().filter_map(|sku| reached_by::section(data, *sku, &found));
    sections.extend(reached.map(|it| Section { about: about.clone(), ..it }));
    let spelled = spellings(data, &row.name, AliasTarget::Region(id));
    let disagree = conflicts::section(data, &row.name, |it| it.row.regions.contains(&id));
    sections.extend([round_trips(data, id), spelled, disagree]);
    sections.retain(|it| !it.is_empty());
    let told = say_with("Azure region in {place}", &[("place", &place(data, &row.country, row.cloud))]);
    Card { title: row.name.clone(), told, sections, places, ..Card::default() }
}

fn facts(data: &Data, id: RegionId, found: &[Located]) -> Section {
    let row = data.catalog.region(id);
    let detail = data.details.regions.get(id.index()).cloned().unwrap_or_default();
    let placed = match (row.geopolitical_region, row.likely_geopolitical_region) {
        (Some(sure), _) => Fact::of(say("Belongs to"), vec![Value::area(data, sure)], ""),
        (None, likely) => {
            let likely = likely.map(|it| Value::area(data, it)).into_iter().map(|it| {
                let text = say_with("likely {name}", &[("name", &it.text)]);
                Value { text, ..it }
            });
            let all = [Value::plain(not_documented())].into_iter().chain(likely);
            Fact::of(say("Belongs to"), all.collect(), "")
        }
    };
    let zones = match detail.zone_count {
        Some(count) => say_with("yes, {count}", &[("count", &count.to_string())]),
        None => yes_no(row.zones),
    };
    let documents = documents(data, &row.sources);
    // What is only likely is read off the country, which the older table has.
    let by_country = keyed(&documents, &["GEO-2024"]);
    let placed = placed.from(each_once(geopolitical_table(data).into_iter().chain(by_country)));
    let pair = row.pair.map(|it| Value::region(data, it));
    // What it is chosen by stands first.
    let mut facts = vec![
        Fact::new(say("Place"), or_not_documented(&row.place)),
        Fact::of(say("Country"), vec![Value::country(data, &row.country)], ""),
        placed,
        reached_from(data, found),
        Fact::new(say("Status"), status(row.status)),
        Fact::new(say("Access"), access(row.access)),
        Fact::new(say("Zones"), zones),
        Fact::of(say("Pair"), pair.into_iter().collect(), say("none documented")),
        Fact::new(say("Name in Azure"), row.slug.clone()),
        Fact::new(say("Geography"), or_not_documented(&row.geography)),
        Fact::new(say("Cloud"), cloud(row.cloud)),
        Fact::new(say("Point"), point(data.catalog.region_point(id), row.precision)).from(pointed_by(&documents)),
    ];
    let list = listed_by(&documents);
    let note = Some(&detail.note).filter(|it| !it.is_empty()).map(|it| words::foreign(it)).unwrap_or_default();
    let rest = [(say("Azure’s own point"), detail.metadata_point, list.clone()), (say("Note"), note, documents)];
    let rest = rest.into_iter().filter(|it| !it.1.is_empty());
    facts.extend(rest.map(|(name, value, documents)| Fact::new(name, value).from(documents)));
    Section::of_facts(&row.name, facts, list)
}

/// From how many locations it is reached under each SKU.
fn reached_from(data: &Data, found: &[Located]) -> Fact {
    let name = say("Reached from");
    if found.is_empty() {
        return Fact::new(name, say("No document says that a circuit reaches it: it is not in use."));
    }
    let sources = found.iter().flat_map(|it| &it.answers);
    let sources = sources.flat_map(|it| documents(data, &explain::sources(data.catalog, it)));
    let counts = location_reach::by_sku(found.iter().map(|it| it.smallest_sku));
    Fact::new(name, counts).from(each_once(sources.collect::<Vec<_>>()))
}

fn status(status: RegionStatus) -> String {
    match status {
        RegionStatus::Live => say("in use").into_owned(),
        RegionStatus::Announced | RegionStatus::Canary | RegionStatus::Retired => location_row::status(status),
    }
}

fn access(access: RegionAccess) -> String {
    match access {
        RegionAccess::Open => say("open").into_owned(),
        RegionAccess::Restricted => say("restricted to some customers").into_owned(),
        RegionAccess::Unknown => not_documented(),
    }
}

/// The published round trips to every other region that was measured, the shortest first.
fn round_trips(data: &Data, id: RegionId) -> Section {
    let table = data.latency;
    let Some(from) = table.regions.iter().position(|it| *it == id) else { return Section::default() };
    let cell = |values: &[u16], to: usize| values.get(from * table.regions.len() + to).copied().unwrap_or_default();
    let mut found: Vec<(u16, u16, RegionId)> = Vec::new();
    for (to, region) in table.regions.iter().enumerate().filter(|it| it.0 != from) {
        found.push((cell(&table.median_ms, to), cell(&data.details.p95_ms, to), *region));
    }
    found.sort_by_key(|it| (it.0, it.2));
    let row = |it: &(u16, u16, RegionId)| Row {
        measured: Some([it.0, it.1].map(|ms| words::number(usize::from(ms)))),
        ..location_row::region(data, it.2, String::new())
    };
    let sources = ["LATENCY-P50", "LATENCY-P95"].iter().filter_map(|key| data.details.document_of(key));
    Section {
        head: say_with("{count} published round trips", &[("count", &found.len().to_string())]),
        about: say_with("Round trips from {name}", &[("name", &data.catalog.region(id).name)]),
        hint: say("Medians between regions, measured by Microsoft over thirty days.").into_owned(),
        folded: true,
        rows: found.iter().map(row).collect(),
        documents: sources.collect(),
        ..Section::default()
    }
}

//! conflicts.csv: where the documents disagree, as rows that name the locations and regions concerned.

use crate::cells;
use crate::data::facts::{Facts, Record};
use crate::data::markdown::{self, iso_dates, replace_tags, tags};
use crate::data::sources::Sources;
use crate::data::world::{Place, World, slug};
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeSet;

/// Subjects whose locations or regions are named by half words, with what they mean.
const NAMED_BY_HALF_WORDS: &[(&str, &[&str], &[&str])] = &[
    ("India West / Central / South", &[], &["centralindia", "southindia", "westindia"]),
    ("Johannesburg, Toronto and Taipei Metro", &["johannesburg-metro", "taipei-metro", "toronto-metro"], &[]),
    ("Global Reach: Brazil South", &["campinas", "rio-de-janeiro", "sao-paulo", "sao-paulo2"], &["brazilsouth"]),
];

/// Documents that a subject names in words instead of a tag.
const NAMED_IN_WORDS: &[(&str, &[&str])] = &[
    ("Copenhagen Metro, Johannesburg Metro", &["METRO"]),
    ("Hamburg, Slough", &["LOC"]),
    ("US Gov Iowa", &["GEO", "GEO-2024"]),
    ("Chile Central", &["GEO"]),
    ("Belgium Central", &["GEO", "LOC", "METRO"]),
    ("China East2", &["GEO"]),
    ("Canda Central", &["METRO"]),
    ("Central Korea", &["FP"]),
    ("MTU", &["FAQ", "DIR"]),
    ("Learned routes", &["LIM", "GW"]),
];

/// How a tag reads in a sentence.
const LABELS: &[(&str, &str)] = &[
    ("CIRC", "the circuit page"),
    ("DIR", "the Direct page"),
    ("FP", "the FastPath page"),
    ("GEO", "the geopolitical table"),
    ("GW", "the gateway page"),
    ("LIM", "the limits"),
    ("LOC", "the location list"),
    ("METRO", "the Metro page"),
    ("PROV", "the provider list"),
    ("SCALE", "the scalable gateway page"),
];

/// Pairs of section 4 that are one company under two names.
const RENAMED: &[(&str, &str)] = &[
    ("los-angeles", "NTT DOCOMO BUSINESS"),
    ("queretaro", "Transtelco"),
    ("sao-paulo", "Flo Networks"),
    ("sao-paulo", "Neutrona Networks"),
];

/// One row before it is written.
#[derive(Default)]
struct Conflict {
    section: &'static str,
    subject: String,
    locations: BTreeSet<String>,
    regions: BTreeSet<String>,
    provider: String,
    seen: String,
    resolution: String,
    keys: Vec<String>,
}

impl Conflict {
    /// The section and the first words of the subject: the table refuses two rows with the same ones.
    fn id(&self) -> String {
        let subject = slug(&self.subject);
        let words: Vec<&str> = subject.split('-').take(8).collect();
        let section = self.section.replace('_', "-");
        format!("{section}-{}", words.join("-"))
    }
}

/// conflicts.csv.
pub fn table(facts: &Facts, world: &World, sources: &Sources) -> Result<Table, String> {
    let text = facts.text("expressroute/discrepancies.md")?;
    let mut found = Vec::new();
    for (heading, section) in
        [("## 1.", "locations"), ("## 2.", "regions"), ("## 3.", "metro_rows"), ("## 6.", "rules")]
    {
        let mut above = String::new();
        for row in markdown::table(text, heading)? {
            let conflict = of_row(section, &row, &above, world, sources)?;
            above.clone_from(&conflict.resolution);
            found.push(conflict);
        }
    }
    found.extend(of_providers(text, world)?);
    found.extend(of_local_columns(facts, world)?);
    let rows = found.iter().map(|it| {
        let id = it.id();
        let [source, date] = sources.cite(&it.keys).map_err(|error| format!("conflict {:?}: {error}", it.subject))?;
        let (locations, regions) = (join(&it.locations), join(&it.regions));
        Ok(cells![id, it.section, it.subject, locations, regions, it.provider, it.seen, it.resolution, source, date])
    });
    Table::new(&spec::CONFLICTS, rows.collect::<Result<_, String>>()?)
}

fn join(ids: &BTreeSet<String>) -> String {
    ids.iter().map(String::as_str).collect::<Vec<_>>().join(";")
}

/// A row of a table of discrepancies. `above` is the resolution of the row before, for "as above".
fn of_row(
    section: &'static str,
    row: &[String],
    above: &str,
    world: &World,
    sources: &Sources,
) -> Result<Conflict, String> {
    let (subject, seen, resolution) = match row {
        [seen, resolution] => (seen, seen, resolution),
        [subject, seen, resolution] => (subject, seen, resolution),
        _ => return Err(format!("discrepancies.md, {section}: {row:?}")),
    };
    let mut conflict = Conflict { section, subject: readable(subject), seen: readable(seen), ..Conflict::default() };
    conflict.resolution = if resolution == "as above" { above.to_owned() } else { readable(resolution) };
    let half_words = NAMED_BY_HALF_WORDS.iter().find(|(start, _, _)| subject.starts_with(start));
    if let Some((_, locations, regions)) = half_words {
        conflict.locations = locations.iter().map(|id| (*id).to_owned()).collect();
        conflict.regions = regions.iter().map(|id| (*id).to_owned()).collect();
    } else {
        conflict.locations = locations_in(section, subject, world);
        conflict.regions = if section == "rules" { BTreeSet::new() } else { regions_in(seen, world) };
    }
    conflict.keys = keys(section, subject, &format!("{seen} {resolution}"), sources);
    Ok(conflict)
}

/// The documents of a row: its tags, those it names in words, or those of its section.
fn keys(section: &str, subject: &str, text: &str, sources: &Sources) -> Vec<String> {
    let own = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let named = NAMED_IN_WORDS.iter().find(|(start, _)| subject.starts_with(start));
    let mut keys = named.map(|(_, keys)| own(keys)).unwrap_or_default();
    if subject.starts_with("Global Reach") {
        keys.push("GR".to_owned());
    }
    for (word, key) in [("FAQ", "FAQ"), ("introduction", "INTRO"), ("DIR-OLD", "DIR-OLD")] {
        if text.contains(word) {
            keys.push(key.to_owned());
        }
    }
    keys.extend(tags(text).into_iter().filter(|tag| sources.has(tag)));
    if section == "metro_rows" {
        keys.extend(own(&["METRO", "LOC"]));
    }
    keys
}

/// The text with labels in place of tags.
fn readable(text: &str) -> String {
    let label = |tag: &str| LABELS.iter().find(|(it, _)| *it == tag).map_or("", |(_, label)| *label).to_owned();
    let text = text.replace("geopolitical table [GEO]", "geopolitical table");
    let text = text.replace("[METRO] page", "[METRO]").replace("newest [METRO] text", "newest text of [METRO]");
    iso_dates(&replace_tags(&text, label).replace("the the ", "the ").replace('`', ""))
}

/// The public locations that a subject names. In the sections about Metro rows and rules a city means all its rows.
fn locations_in(section: &str, subject: &str, world: &World) -> BTreeSet<String> {
    let public: Vec<&Place> = world.locations.iter().filter(|it| it.cloud == "public").collect();
    if let Some(cities) = subject.strip_prefix("Metro rows for ") {
        let metros = public.iter().filter(|it| it.metro);
        return mentioned(cities, metros.map(|it| (it.city.as_str(), it.id.as_str())));
    }
    let by_name = mentioned(subject, public.iter().map(|it| (it.name.as_str(), it.id.as_str())));
    let by_city = mentioned(subject, public.iter().map(|it| (it.city.as_str(), it.id.as_str())));
    let whole_cities = section == "metro_rows" && !subject.contains(" Metro") || subject.starts_with("Global Reach:");
    if whole_cities { by_city } else { by_name }
}

/// The regions that a text names, by Azure's name or another spelling.
fn regions_in(text: &str, world: &World) -> BTreeSet<String> {
    let names = world.regions.iter().map(|it| (it.name.as_str(), it.id.as_str()));
    let other = crate::data::curated::ALIASES.iter().filter(|it| it.0 == "region").map(|it| (it.1, it.2));
    mentioned(text, names.chain(other))
}

/// The ids of the names that stand in `text` as whole words; the longest name wins where several fit.
fn mentioned<'a>(text: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeSet<String> {
    let mut names: Vec<(&str, &str)> = names.collect();
    names.sort_by_key(|(name, _)| (std::cmp::Reverse(name.len()), *name));
    let mut rest = text.to_owned();
    let mut found = BTreeSet::new();
    for group in names.chunk_by(|a, b| a.0 == b.0) {
        let name = group[0].0;
        while let Some(start) = whole_word(&rest, name) {
            rest.replace_range(start..start + name.len(), &"|".repeat(name.len()));
            found.extend(group.iter().map(|(_, id)| (*id).to_owned()));
        }
    }
    found
}

fn whole_word(text: &str, name: &str) -> Option<usize> {
    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let starts = text.match_indices(name).map(|(start, _)| start);
    let mut whole = starts.filter(|start| {
        !letter(text[..*start].chars().next_back()) && !letter(text[*start + name.len()..].chars().next())
    });
    whole.next()
}

/// One row for each location and provider that only one of the two provider tables has.
fn of_providers(text: &str, world: &World) -> Result<Vec<Conflict>, String> {
    let tables = markdown::tables(text, "## 4.")?;
    let [only_loc, only_prov] = &tables[..] else {
        return Err("discrepancies.md, section 4: two tables expected".to_owned());
    };
    let mut found = Vec::new();
    for (table, seen, kept) in [
        (only_loc, "only in the location list of 2026-04-28, not in the provider list of 2025-11-09", "kept"),
        (only_prov, "only in the provider list of 2025-11-09, not in the location list of 2026-04-28", "left out"),
    ] {
        for row in table {
            let [location, providers] = &row[..] else { return Err(format!("discrepancies.md, section 4: {row:?}")) };
            let name = world.locations.iter().find(|it| it.id == *location).map(|it| it.name.as_str());
            let name = name.ok_or_else(|| format!("discrepancies.md, section 4: no location {location:?}"))?;
            for provider in providers.split("; ") {
                let renamed = RENAMED.contains(&(location.as_str(), provider));
                let why = if renamed {
                    ": a company renamed or merged rather than a real difference"
                } else {
                    ": the location list is newer"
                };
                found.push(Conflict {
                    section: "providers",
                    subject: format!("{provider} at {name}"),
                    locations: BTreeSet::from([location.clone()]),
                    provider: provider.to_owned(),
                    seen: seen.to_owned(),
                    resolution: format!("{kept}{why}"),
                    keys: vec!["LOC".to_owned(), "PROV".to_owned()],
                    ..Conflict::default()
                });
            }
        }
    }
    Ok(found)
}

/// One row for each site whose Local column differs from that of its Metro location.
fn of_local_columns(facts: &Facts, world: &World) -> Result<Vec<Conflict>, String> {
    let records = facts.records("expressroute/peering_locations.csv")?;
    let mut found = Vec::new();
    for metro in records.iter().filter(|it| !it.get("site_ids").is_empty()) {
        let sites: Vec<&str> = metro.get("site_ids").split(';').collect();
        // A site without a row in the provider tables has no Local column to differ.
        let documented = |it: &&Record| sites.contains(&it.get("id")) && !it.get("er_direct").is_empty();
        for site in records.iter().filter(documented) {
            if site.get("local_regions") != metro.get("local_regions") {
                found.push(local_conflict(site, metro, world).map_err(|error| site.error(error))?);
            }
        }
    }
    Ok(found)
}

fn local_conflict(site: &Record, metro: &Record, world: &World) -> Result<Conflict, String> {
    let regions = |row: &Record| -> Result<BTreeSet<String>, String> {
        let names = row.get("local_regions").split(';').filter(|name| !name.is_empty());
        names.map(|name| world.region(row.get("cloud"), name.trim()).map(str::to_owned)).collect()
    };
    let words = |row: &Record| match row.get("local_regions") {
        "" => "no Local region".to_owned(),
        names => format!("Local to {names}"),
    };
    Ok(Conflict {
        section: "local",
        subject: format!("{}: Local column", site.get("name")),
        locations: BTreeSet::from([site.get("id").to_owned(), metro.get("id").to_owned()]),
        regions: regions(site)?.symmetric_difference(&regions(metro)?).cloned().collect(),
        seen: format!(
            "{} in the location list, {} in the row of {} on the Metro page",
            words(site),
            words(metro),
            metro.get("name")
        ),
        resolution: "each row kept as printed; both are shown".to_owned(),
        keys: vec!["LOC".to_owned(), "METRO".to_owned()],
        ..Conflict::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_whole_name_is_meant() {
        let names = [("Vienna", "vienna"), ("Vienna2", "vienna2"), ("Vienna Metro", "vienna-metro"), ("Enna", "enna")];
        let ids = |text: &str| join(&mentioned(text, names.iter().copied()));
        assert_eq!(ids("Vienna2 and Vienna Metro"), "vienna-metro;vienna2");
        assert_eq!(ids("Vienna"), "vienna");
        assert_eq!(ids("Viennas"), "");
    }
}

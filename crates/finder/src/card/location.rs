//! The card of a peering location or a Metro location.

use crate::card::facts::{
    cloud, geopolitical_table, global_reach, listed_by, local, not_documented, or_not_documented, place, point,
    pointed_by, reach_lines, spellings,
};
use crate::card::{Card, Fact, Section, Value, conflicts, documents, location_reach, location_row, own_documents};
use crate::data::Data;
use crate::question::{About, Question};
use find::fold::slug_of;
use find::item::without_brackets;
use reach::details::Document;
use reach::id::PeeringLocationId;
use reach::tables::AliasTarget;
use words::{say, say_count, say_with};

/// Everything the tables hold of a location.
pub fn card(data: &Data, id: PeeringLocationId) -> Card {
    let row = data.catalog.location(id);
    let place = place(data, &row.country, row.cloud);
    let told = match row.metro {
        true => say_with("Metro location in {place}", &[("place", &place)]),
        false => say_with("Peering location in {place}", &[("place", &place)]),
    };
    let disagree = conflicts::section(data, &row.name, |it| it.row.locations.contains(&id));
    let mut sections = vec![facts(data, id)];
    sections.extend(location_reach::sections(data, id));
    sections.extend(providers(data, id));
    sections.extend([reach(data, id), spellings(data, &row.name, AliasTarget::Location(id)), disagree]);
    sections.retain(|it| !it.is_empty());
    let places = vec![data.catalog.location_point(id)];
    Card { title: row.name.clone(), told, sections, places, on_map: Some(id), ..Card::default() }
}

fn facts(data: &Data, id: PeeringLocationId) -> Section {
    let row = data.catalog.location(id);
    let zone = row.pricing_zone.map_or_else(not_documented, |it| it.to_string());
    let direct = match row.direct {
        Some(true) => say("offered; port speeds not documented").into_owned(),
        Some(false) => say("not offered").into_owned(),
        None => not_documented(),
    };
    let city = Fact::new(say("City"), or_not_documented(&row.city));
    let documents = documents(data, &row.sources);
    // What a circuit is chosen by stands first.
    let mut facts = vec![
        facility(data, id),
        location_reach::counted(data, id),
        local(data, row.local_regions.as_deref()),
        provider_count(data, id),
        Fact::new(say("Direct"), direct),
    ];
    facts.extend(metro(data, id));
    facts.extend([
        Fact::new(say("Pricing zone"), zone),
        Fact::of(say("Belongs to"), vec![Value::area(data, row.geopolitical_region)], "")
            .from(geopolitical_table(data)),
        Fact::of(say("Country"), vec![Value::country(data, &row.country)], ""),
        city,
        Fact::new(say("Cloud"), cloud(row.cloud)),
        Fact::new(say("Point"), point(data.catalog.location_point(id), row.precision)).from(pointed_by(&documents)),
    ]);
    let note = data.details.location_notes.get(id.index()).filter(|it| !it.is_empty());
    facts.extend(note.map(|it| Fact::new(say("Note"), words::foreign(it)).from(documents.clone())));
    Section::of_facts(&row.name, facts, listed_by(&documents))
}

/// The buildings as printed, each with the way to its own card.
fn facility(data: &Data, id: PeeringLocationId) -> Fact {
    let printed = data.catalog.location(id).facility.split(['+', ';']).map(str::trim).filter(|it| !it.is_empty());
    // One building is printed with and without a former name in brackets.
    let plain = |name: &str| slug_of(&without_brackets(name));
    let value = |name: &str| {
        let mut here = data.index().facilities.iter().filter(|it| it.locations.contains(&id));
        let known = here.find(|it| plain(&it.name) == plain(name));
        let goes = known.map(|it| Question::about(About::Facility(slug_of(&it.name))));
        Value { text: name.to_owned(), goes }
    };
    Fact::of(say("Facility"), printed.map(value).collect(), not_documented())
}

/// What it has to do with Metro locations.
fn metro(data: &Data, id: PeeringLocationId) -> Vec<Fact> {
    let row = data.catalog.location(id);
    let name = |id: &PeeringLocationId| Value::location(data, *id);
    if row.metro {
        let mut sites: Vec<Value> = row.sites.iter().map(name).collect();
        if sites.len() < 2 {
            sites.push(Value::plain(say("a site without a row of its own")));
        }
        return vec![Fact::of(say("One circuit over"), sites, "")];
    }
    let page = || documents(data, &[data.catalog.rule_sources().metro]);
    let metros = data.catalog.metros_of(id);
    let own: Vec<Value> = metros.iter().map(name).collect();
    if own.is_empty() {
        return vec![Fact::new(say("Metro"), say("part of no Metro location")).from(page())];
    }
    let others = metros.iter().flat_map(|it| &data.catalog.location(*it).sites).filter(|it| **it != id);
    let pairs: Vec<Value> = others.map(name).collect();
    let pair = Fact::of(say("Metro pair"), pairs, say("a site without a row of its own"));
    vec![Fact::of(say("Metro"), own, "").from(page()), pair.from(page())]
}

/// Who offers circuits there, those who already do first.
fn providers(data: &Data, id: PeeringLocationId) -> Vec<Section> {
    let name = &data.catalog.location(id).name;
    let offers = data.providers.offers.iter().zip(&data.details.offers).filter(|it| it.0.location == id);
    let offers: Vec<_> = offers.collect();
    let section = |available: bool| {
        let these = offers.iter().filter(|it| it.0.available == available);
        let count = these.clone().count();
        let head = match available {
            true => say_count(count, "{count} provider, available", "{count} providers, available", &[]),
            false => say_count(count, "{count} provider, coming soon", "{count} providers, coming soon", &[]),
        };
        let hint = if available { say("Circuits can be created here.") } else { say("Not yet: creation fails.") };
        let sources: Vec<_> = these.clone().flat_map(|it| own_documents(data, &it.1.sources)).collect();
        Section {
            head,
            about: say_with("Providers of {name}", &[("name", name)]),
            hint: hint.into_owned(),
            rows: these.map(|it| location_row::provider(data, it.0.provider, &it.1.listed)).collect(),
            documents: super::each_once(sources),
            ..Section::default()
        }
    };
    vec![section(true), section(false)]
}

/// How many offer circuits there, and how many will.
fn provider_count(data: &Data, id: PeeringLocationId) -> Fact {
    let row = data.catalog.location(id);
    let now = words::number(usize::from(row.providers_available));
    let coming = words::number(usize::from(row.providers_coming));
    let told = match (row.providers_available, row.providers_coming) {
        (0, 0) => say("no document names one here").into_owned(),
        (_, 0) => now,
        (_, _) => say_with("{now}, {coming} coming soon", &[("now", &now), ("coming", &coming)]),
    };
    Fact::new(say("Providers"), told).from(provider_documents(data, id))
}

/// The documents that name the providers of a location; of one without any the list that names none.
pub fn provider_documents(data: &Data, id: PeeringLocationId) -> Vec<&'static Document> {
    let offers = data.providers.offers.iter().zip(&data.details.offers).filter(|it| it.0.location == id);
    let named = super::each_once(offers.flat_map(|it| own_documents(data, &it.1.sources)).collect::<Vec<_>>());
    if named.is_empty() { documents(data, &[data.catalog.rule_sources().locations]) } else { named }
}

fn reach(data: &Data, id: PeeringLocationId) -> Section {
    let name = &data.catalog.location(id).name;
    let mut facts: Vec<Fact> = reach_lines(data, id).flat_map(|line| global_reach(data, line)).collect();
    if facts.is_empty() {
        let list = documents(data, &[data.catalog.rule_sources().global_reach]);
        facts.push(Fact::new(say("On the list"), not_documented()).from(list));
    }
    Section {
        head: say("Global Reach").into_owned(),
        about: say_with("Global Reach at {name}", &[("name", name)]),
        facts,
        ..Section::default()
    }
}

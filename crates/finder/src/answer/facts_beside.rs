//! The facts of two circuits, each fact of one beside that of the other, with the documents behind both.

use crate::card::facts::{not_documented, or_not_documented, yes_no};
use crate::card::location::provider_documents;
use crate::card::{Fact, documents, each_once};
use crate::data::Data;
use reach::beside::Beside;
use reach::details::Document;
use reach::explain;
use reach::id::{PeeringLocationId, SourceId};
use reach::link::LinkEnd;
use reach::reachable::{Circuit, reach_of};
use reach::sku::Peering;
use words::{say, say_with};

/// All of them, counts first: the values of a fact are those of the first and the second circuit.
pub fn facts(data: &Data, ends: [LinkEnd; 2], found: &Beside) -> Vec<Fact> {
    let catalog = data.catalog;
    let rows = ends.map(|it| catalog.location(it.location));
    let counted = |at: usize| {
        let reached = found.reached[at];
        let (sure, likely) = (words::number(reached.sure), words::number(reached.likely));
        match reached.likely {
            0 => sure,
            _ => say_with("{sure}, and {likely} likely", &[("sure", &sure), ("likely", &likely)]),
        }
    };
    let number = |it: u16| words::number(usize::from(it));
    let place = rows.map(|it| say_with(&catalog.geopolitical_region(it.geopolitical_region).name, &[]));
    let zone = rows.map(|it| it.pricing_zone.map_or_else(not_documented, |it| it.to_string()));
    let only = [0, 1].map(|at| words::number(found.only[at].len()));
    let rules = catalog.rule_sources();
    let reached = || behind_reach(data, ends);
    let listed = || own(data, ends);
    let providers = || each_once(ends.iter().flat_map(|it| provider_documents(data, it.location)).collect::<Vec<_>>());
    let (partners, placed) = (documents(data, &[rules.global_reach]), documents(data, &[rules.geopolitical]));
    vec![
        Fact::beside(say("Regions reached"), [counted(0), counted(1)], reached()),
        Fact::beside(say("Only this one reaches"), only, reached()),
        Fact::beside(say("Global Reach partners"), found.partners.map(words::number), partners),
        Fact::beside(say("Geopolitical region"), place, placed),
        Fact::beside(say("Facility"), rows.map(|it| or_not_documented(&it.facility)), listed()),
        Fact::beside(say("Providers"), rows.map(|it| number(it.providers_available)), providers()),
        Fact::beside(say("Providers coming soon"), rows.map(|it| number(it.providers_coming)), providers()),
        Fact::beside(say("Pricing zone"), zone, listed()),
        Fact::beside(say("ExpressRoute Direct"), rows.map(|it| yes_no(it.direct)), listed()),
        Fact::beside(say("Local regions"), ends.map(|it| local(data, it.location)), listed()),
        Fact::beside(say("Metro"), ends.map(|it| metro(data, it.location)), documents(data, &[rules.metro])),
    ]
}

/// The documents behind what two circuits reach.
fn behind_reach(data: &Data, ends: [LinkEnd; 2]) -> Vec<&'static Document> {
    let circuits = ends.map(|it| Circuit { location: it.location, sku: it.sku, peering: Peering::Private });
    let answers = circuits.into_iter().flat_map(|it| reach_of(data.catalog, it));
    let ids: Vec<SourceId> = answers.flat_map(|it| explain::sources(data.catalog, &it)).collect();
    each_once(documents(data, &ids))
}

/// The list in which the row of each location stands: the first document of the row.
fn own(data: &Data, ends: [LinkEnd; 2]) -> Vec<&'static Document> {
    let first = ends.iter().filter_map(|it| data.catalog.location(it.location).sources.first().copied());
    each_once(documents(data, &first.collect::<Vec<_>>()))
}

fn local(data: &Data, id: PeeringLocationId) -> String {
    match &data.catalog.location(id).local_regions {
        None => not_documented(),
        Some(column) if column.is_empty() => say("none").into_owned(),
        Some(column) => {
            let names: Vec<&str> = column.iter().map(|it| data.catalog.region(*it).name.as_str()).collect();
            names.join(", ")
        }
    }
}

fn metro(data: &Data, id: PeeringLocationId) -> String {
    let row = data.catalog.location(id);
    let ids = if row.metro { row.sites.as_slice() } else { data.catalog.metros_of(id) };
    let names: Vec<&str> = ids.iter().map(|it| data.catalog.location(*it).name.as_str()).collect();
    match (row.metro, names.is_empty()) {
        (_, true) => say("none").into_owned(),
        (true, false) => say_with("over {sites}", &[("sites", &names.join(", "))]),
        (false, false) => say_with("in {metros}", &[("metros", &names.join(", "))]),
    }
}

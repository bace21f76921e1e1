//! The sentence and the documents behind a verdict.

use crate::catalog::Catalog;
use crate::id::{PeeringLocationId, RegionId, SourceId};
use crate::latency::{Between, Ground, Place};
use crate::link::{LinkAnswer, LinkTest, LinkVerdict, Side};
use crate::phrase::{Say, english, phrase};
use crate::reachable::{Answer, Because, Destination, Verdict};
use crate::sku::{Peering, Sku};
use crate::tables::RegionStatus;

/// Why the verdict of `answer` is what it is, in one or two sentences, in English.
pub fn reason(catalog: &Catalog, answer: &Answer) -> String {
    reason_in(catalog, answer, english)
}

/// The same, said by `say`.
pub fn reason_in(catalog: &Catalog, answer: &Answer, say: Say) -> String {
    let from = catalog.location(answer.circuit.location);
    let own_place = say(&catalog.geopolitical_region(from.geopolitical_region).name, &[]);
    let (to, cloud) = (destination_name(catalog, answer.to), say(from.cloud.name(), &[]));
    let template = match answer.judgement.because {
        Because::PremiumReceivesListedRegions => {
            phrase("Premium also receives the prefixes of other geopolitical regions, {to} among them.")
        }
        Because::NotPlaced if answer.circuit.peering == Peering::Microsoft => {
            return no_prefixes(catalog, answer, &own_place, say);
        }
        Because::Microsoft365Premium => phrase(
            "Premium reaches Microsoft 365 once Microsoft has authorized the tenant; Microsoft advises it in specific cases only.",
        ),
        Because::Microsoft365NeedsPremium => {
            phrase("Microsoft 365 needs Premium, and Microsoft's authorization of the tenant.")
        }
        Because::Microsoft365OtherCloud => {
            phrase("No source says how a circuit of the {cloud} cloud reaches Microsoft 365.")
        }
        Because::Dynamics365InReach if answer.circuit.sku == Sku::Premium => {
            phrase("Premium reaches Dynamics 365 environments of every geopolitical region.")
        }
        Because::Dynamics365InReach => phrase("A Dynamics 365 environment in {place} needs no Premium."),
        Because::Dynamics365Elsewhere => {
            phrase("The environment lies outside {place}, the geopolitical region of {from}.")
        }
        Because::Dynamics365Local => phrase("No source says whether a Local circuit reaches Dynamics 365."),
        Because::NotLive(_)
        | Because::AnotherCloud
        | Because::PremiumReachesTheCloud
        | Because::InLocalColumn
        | Because::LocalRowsDisagree(_)
        | Because::LocalNotOffered
        | Because::LocalUnknown
        | Because::SameGeopoliticalRegion
        | Because::OtherGeopoliticalRegion
        | Because::NotPlaced => return region_reason(catalog, answer, say),
    };
    let values = [("to", to.as_str()), ("from", &from.name), ("place", &own_place), ("cloud", &cloud)];
    with_region_note(catalog, answer, say(template, &values), say)
}

/// The same for what can be said of a region and private peering; empty for another answer. A page that asks for no more
/// carries no more.
pub fn region_reason(catalog: &Catalog, answer: &Answer, say: Say) -> String {
    let from = catalog.location(answer.circuit.location);
    let own_place = say(&catalog.geopolitical_region(from.geopolitical_region).name, &[]);
    let (to, cloud) = (destination_name(catalog, answer.to), say(from.cloud.name(), &[]));
    let (mut local, mut status) = (String::new(), String::new());
    let template = match answer.judgement.because {
        Because::NotLive(it) => {
            status = say(status_words(it), &[]);
            phrase("{to} is {status}; no circuit reaches it today by any document.")
        }
        Because::AnotherCloud => return another_cloud(catalog, answer, &to, say),
        Because::LocalRowsDisagree(other) => return local_rows_disagree(catalog, answer, other, &to, say),
        Because::OtherGeopoliticalRegion => return other_place(catalog, answer, &own_place, &to, say),
        Because::NotPlaced => return not_placed(catalog, answer, &own_place, &to, say),
        Because::PremiumReachesTheCloud => phrase("Premium reaches every region of the {cloud} cloud."),
        Because::InLocalColumn if answer.circuit.sku == Sku::Local => phrase("{to} is a Local region of {from}."),
        Because::InLocalColumn => phrase("{to} is a Local region of {from}, so Local is enough."),
        Because::LocalNotOffered => phrase("No Local circuits are offered at {from}."),
        Because::LocalUnknown => phrase("No table lists {from} with its Local regions."),
        Because::SameGeopoliticalRegion if answer.judgement.verdict == Verdict::NeedsStandard => {
            local = local_list_in(catalog, answer.circuit.location, say);
            phrase("Local at {from} reaches {local} only; {to} lies in the same geopolitical region, {place}.")
        }
        Because::SameGeopoliticalRegion => phrase("{to} lies in the same geopolitical region as {from}, {place}."),
        Because::PremiumReceivesListedRegions
        | Because::Microsoft365Premium
        | Because::Microsoft365NeedsPremium
        | Because::Microsoft365OtherCloud
        | Because::Dynamics365InReach
        | Because::Dynamics365Elsewhere
        | Because::Dynamics365Local => return String::new(),
    };
    let values = [
        ("to", to.as_str()),
        ("from", &from.name),
        ("place", &own_place),
        ("cloud", &cloud),
        ("local", &local),
        ("status", &status),
    ];
    with_region_note(catalog, answer, say(template, &values), say)
}

/// The documents behind the verdict of `answer`, the most telling first.
pub fn sources(catalog: &Catalog, answer: &Answer) -> Vec<SourceId> {
    let rules = catalog.rule_sources();
    let column_of = |id: PeeringLocationId| if catalog.location(id).metro { rules.metro } else { rules.locations };
    let own_column = column_of(answer.circuit.location);
    match answer.judgement.because {
        Because::NotLive(_) => region_of(answer.to).map_or(Vec::new(), |it| catalog.region(it).sources.clone()),
        Because::AnotherCloud => vec![rules.locations],
        Because::PremiumReachesTheCloud => vec![rules.introduction, rules.faq],
        Because::PremiumReceivesListedRegions => vec![rules.faq, rules.geopolitical],
        Because::InLocalColumn => vec![own_column, rules.faq],
        Because::LocalRowsDisagree(other) => {
            let mut both = vec![own_column, column_of(other)];
            // The newer document is read first.
            if catalog.source(both[0]).date < catalog.source(both[1]).date {
                both.reverse();
            }
            both
        }
        Because::LocalNotOffered => vec![own_column],
        Because::LocalUnknown => vec![rules.geopolitical, rules.locations],
        // Under Local the answer rests on the Local column too.
        Because::SameGeopoliticalRegion | Because::OtherGeopoliticalRegion if answer.circuit.sku == Sku::Local => {
            vec![own_column, rules.geopolitical, rules.faq]
        }
        Because::SameGeopoliticalRegion | Because::OtherGeopoliticalRegion => vec![rules.geopolitical, rules.faq],
        Because::NotPlaced => vec![rules.geopolitical],
        Because::Microsoft365Premium
        | Because::Microsoft365NeedsPremium
        | Because::Microsoft365OtherCloud
        | Because::Dynamics365InReach
        | Because::Dynamics365Elsewhere
        | Because::Dynamics365Local => vec![rules.faq],
    }
}

/// The name of a destination as people write it.
pub fn destination_name(catalog: &Catalog, to: Destination) -> String {
    match to {
        Destination::Region(region) => catalog.region(region).name.clone(),
        Destination::Microsoft365(_) => "Microsoft 365".to_owned(),
        Destination::Dynamics365(_) => "Dynamics 365".to_owned(),
    }
}

fn region_of(to: Destination) -> Option<RegionId> {
    match to {
        Destination::Region(region) => Some(region),
        Destination::Microsoft365(_) | Destination::Dynamics365(_) => None,
    }
}

/// What becomes of a region, in words.
pub fn status_words(status: RegionStatus) -> &'static str {
    match status {
        RegionStatus::Live => phrase("in use"),
        RegionStatus::Announced => phrase("announced and not in use yet"),
        RegionStatus::Canary => phrase("a canary region for early updates"),
        RegionStatus::Retired => phrase("retired"),
    }
}

fn another_cloud(catalog: &Catalog, answer: &Answer, to: &str, say: Say) -> String {
    let own = catalog.location(answer.circuit.location);
    let other = match answer.to {
        Destination::Region(region) => catalog.region(region).cloud,
        Destination::Microsoft365(cloud) => cloud,
        Destination::Dynamics365(place) => place.map_or(own.cloud, |it| catalog.geopolitical_region(it).cloud),
    };
    let (other, cloud) = (say(other.name(), &[]), say(own.cloud.name(), &[]));
    let values = [("to", to), ("cloud", &other), ("from", &own.name), ("own", &cloud)];
    say("{to} belongs to the {cloud} cloud and {from} to the {own} cloud; no SKU crosses clouds.", &values)
}

/// The Local regions of a location, as "East US and East US 2", in English.
pub fn local_list(catalog: &Catalog, location: PeeringLocationId) -> String {
    local_list_in(catalog, location, english)
}

/// The same, said by `say`.
pub fn local_list_in(catalog: &Catalog, location: PeeringLocationId, say: Say) -> String {
    let column = catalog.location(location).local_regions.as_deref().unwrap_or_default();
    let mut names = column.iter().map(|id| catalog.region(*id).name.as_str());
    let Some(first) = names.next() else { return say("no region", &[]) };
    names.fold(first.to_owned(), |list, name| say("{first} and {second}", &[("first", &list), ("second", name)]))
}

fn local_rows_disagree(catalog: &Catalog, answer: &Answer, other: PeeringLocationId, to: &str, say: Say) -> String {
    let rules = catalog.rule_sources();
    let dated = |id: PeeringLocationId| {
        let row = catalog.location(id);
        (row, &catalog.source(if row.metro { rules.metro } else { rules.locations }).date)
    };
    let (own, own_date) = dated(answer.circuit.location);
    let (kin, kin_date) = dated(other);
    let values =
        [("date", kin_date.as_str()), ("kin", &kin.name), ("to", to), ("own_date", own_date), ("from", &own.name)];
    say("The sources disagree. {date}: {kin} has Local to {to}. {own_date}: {from} has no Local.", &values)
}

fn other_place(catalog: &Catalog, answer: &Answer, own_place: &str, to: &str, say: Say) -> String {
    let from = &catalog.location(answer.circuit.location).name;
    let place = region_of(answer.to).and_then(|it| catalog.region(it).geopolitical_region);
    // A region of another geopolitical region is always placed.
    let place = place.map(|it| say(&catalog.geopolitical_region(it).name, &[])).unwrap_or_default();
    let values = [("to", to), ("place", &place), ("from", from), ("own_place", own_place)];
    say("{to} lies in {place} and {from} in {own_place}; crossing geopolitical regions needs Premium.", &values)
}

fn not_placed(catalog: &Catalog, answer: &Answer, own_place: &str, to: &str, say: Say) -> String {
    let likely = likely_place(catalog, answer, say);
    let template = match likely.as_str() {
        "" => phrase("The geopolitical table does not place {to}, and nothing hints at a place."),
        place if place == own_place => phrase(
            "The geopolitical table does not place {to}; by where it lies it is likely {place}, like this location.",
        ),
        _ => phrase(
            "The geopolitical table does not place {to}; by where it lies it is likely {place}, not {own_place}.",
        ),
    };
    say(template, &[("to", to), ("place", &likely), ("own_place", own_place)])
}

/// As `not_placed`, by Microsoft peering.
fn no_prefixes(catalog: &Catalog, answer: &Answer, own_place: &str, say: Say) -> String {
    let likely = likely_place(catalog, answer, say);
    let template = match likely.as_str() {
        "" => phrase(
            "The geopolitical table does not place {to}, so no source says who receives its prefixes, and nothing hints at a place.",
        ),
        place if place == own_place => phrase(
            "The geopolitical table does not place {to}, so no source says who receives its prefixes; by where it lies it is likely {place}, like this location.",
        ),
        _ => phrase(
            "The geopolitical table does not place {to}, so no source says who receives its prefixes; by where it lies it is likely {place}, not {own_place}.",
        ),
    };
    say(template, &[("to", &destination_name(catalog, answer.to)), ("place", &likely), ("own_place", own_place)])
}

/// The likely geopolitical region of a region that no table places; empty where nothing hints at one.
fn likely_place(catalog: &Catalog, answer: &Answer, say: Say) -> String {
    let likely = region_of(answer.to).and_then(|it| catalog.region(it).likely_geopolitical_region);
    likely.map(|it| say(&catalog.geopolitical_region(it).name, &[])).unwrap_or_default()
}

/// Restricted access is worth a word wherever a region is reached.
fn with_region_note(catalog: &Catalog, answer: &Answer, sentence: String, say: Say) -> String {
    let restricted = region_of(answer.to).map(|it| catalog.region(it)).is_some_and(|region| {
        region.access == crate::tables::RegionAccess::Restricted && region.cloud == crate::sku::Cloud::Public
    });
    match restricted && answer.judgement.verdict == Verdict::Reachable {
        true => [&sentence, " ", &say("Access to the region itself is restricted.", &[])].concat(),
        false => sentence,
    }
}

/// Why the verdict of `answer` is what it is, in one or two sentences, in English.
pub fn link_reason(catalog: &Catalog, answer: &LinkAnswer) -> String {
    link_reason_in(catalog, answer, english)
}

/// The same, said by `say`.
pub fn link_reason_in(catalog: &Catalog, answer: &LinkAnswer, say: Say) -> String {
    let (from, to) = (catalog.location(answer.from.location), catalog.location(answer.to.location));
    let place = |row: &crate::tables::LocationRow| say(&catalog.geopolitical_region(row.geopolitical_region).name, &[]);
    let missing = not_listed(catalog, answer);
    let template = match answer.failed.first() {
        None if from.geopolitical_region == to.geopolitical_region => {
            phrase("Both lie in {place}, in places on the list of Global Reach.")
        }
        None => phrase("Both circuits are Premium, in places on the list of Global Reach."),
        Some(LinkTest::OtherCloud) => {
            phrase("{from} belongs to the {cloud} cloud and {to} to the {other} cloud; clouds are never joined.")
        }
        Some(LinkTest::LocalSku) => phrase("A Local circuit cannot use Global Reach; Standard can."),
        Some(LinkTest::SameLocation) => phrase("Both circuits peer at {from}; Global Reach joins different locations."),
        Some(LinkTest::PlaceNotListed) => phrase("Not on the list of Global Reach: {missing}."),
        Some(LinkTest::NotDocumented) => link_not_documented(answer, from.metro || to.metro),
        Some(LinkTest::NeedsPremium) => phrase(
            "{from} lies in {place} and {to} in {to_place}; across geopolitical regions both circuits must be Premium.",
        ),
    };
    let values = [
        ("from", from.name.as_str()),
        ("to", &to.name),
        ("place", &place(from)),
        ("to_place", &place(to)),
        ("cloud", &say(from.cloud.name(), &[])),
        ("other", &say(to.cloud.name(), &[])),
        ("missing", &missing),
    ];
    with_list_notes(catalog, answer, say(template, &values), say)
}

/// The ends that the list of Global Reach leaves out, where it speaks of their cloud.
fn not_listed(catalog: &Catalog, answer: &LinkAnswer) -> String {
    let ends = [answer.from.location, answer.to.location];
    let missing = ends.iter().map(|id| (catalog.location(*id), catalog.global_reach_line(*id)));
    let missing = missing.filter(|(row, line)| row.cloud == crate::sku::Cloud::Public && line.is_none());
    missing.map(|it| it.0.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn link_not_documented(answer: &LinkAnswer, metro: bool) -> &'static str {
    match (metro, answer.likely) {
        (true, Some(LinkVerdict::NeedsPremium)) => {
            phrase("No source says whether Metro locations take part; if they do, both circuits must be Premium.")
        }
        (true, _) => phrase("No source says whether Metro locations take part in Global Reach."),
        (false, _) => phrase("The list of Global Reach does not speak of the national clouds."),
    }
}

fn with_list_notes(catalog: &Catalog, answer: &LinkAnswer, mut sentence: String, say: Say) -> String {
    for location in [answer.from.location, answer.to.location] {
        if let Some(line) = catalog.global_reach_line(location).filter(|line| !line.confirmed) {
            let values = [("place", catalog.location(location).name.as_str()), ("quoted", &line.note)];
            sentence.push(' ');
            sentence.push_str(&say("Unconfirmed for {place}: {quoted}.", &values));
        }
    }
    sentence
}

/// The documents behind a link's verdict, the most telling first.
pub fn link_sources(catalog: &Catalog, answer: &LinkAnswer) -> Vec<SourceId> {
    let rules = catalog.rule_sources();
    match answer.failed.first() {
        Some(LinkTest::OtherCloud) => vec![rules.locations],
        Some(LinkTest::LocalSku | LinkTest::SameLocation) => vec![rules.faq],
        Some(LinkTest::PlaceNotListed) => vec![rules.global_reach],
        Some(LinkTest::NeedsPremium) => vec![rules.faq, rules.geopolitical, rules.global_reach],
        None | Some(LinkTest::NotDocumented) => vec![rules.global_reach, rules.faq],
    }
}

/// What would make a link possible, where something would; none where nothing does or nothing need.
pub fn link_remedy(answer: &LinkAnswer) -> Option<&'static str> {
    let fails = |test: LinkTest| answer.failed.contains(&test);
    // No change of SKU mends these, whatever else fails.
    if fails(LinkTest::OtherCloud) || fails(LinkTest::PlaceNotListed) || fails(LinkTest::NotDocumented) {
        return None;
    }
    match (answer.failed.first(), answer.lacking.as_slice()) {
        (Some(LinkTest::NeedsPremium), [Side::From]) => Some(phrase("Make the first circuit Premium.")),
        (Some(LinkTest::NeedsPremium), [Side::To]) => Some(phrase("Make the second circuit Premium.")),
        (Some(LinkTest::NeedsPremium), _) => Some(phrase("Make both circuits Premium.")),
        (_, _) if fails(LinkTest::SameLocation) && fails(LinkTest::LocalSku) => {
            Some(phrase("Use Standard or Premium circuits, and peer one of them at another location."))
        }
        (Some(LinkTest::LocalSku), _) if fails(LinkTest::NeedsPremium) => Some(phrase("Make both circuits Premium.")),
        (Some(LinkTest::LocalSku), _) => Some(phrase("Use Standard or Premium circuits.")),
        (Some(LinkTest::SameLocation), _) => {
            Some(phrase("Peer one circuit at another location; where the metro has a second site, that will do."))
        }
        (None | Some(LinkTest::OtherCloud | LinkTest::PlaceNotListed | LinkTest::NotDocumented), _) => None,
    }
}

/// Whether another row of the same city lists Local regions where this location's own is silent.
pub fn local_regions_of_kin(catalog: &Catalog, location: PeeringLocationId) -> bool {
    let kin = catalog.metros_of(location).iter().chain(&catalog.location(location).sites);
    let lists = |id: &PeeringLocationId| catalog.location(*id).local_regions.as_ref().is_some_and(|it| !it.is_empty());
    kin.into_iter().any(lists)
}

/// What settles a round trip, or why there is none, in a sentence.
pub fn round_trip_reason(catalog: &Catalog, answer: &Between) -> String {
    let end = |place| match place {
        Place::Location(id) => (&catalog.location(id).name, catalog.location(id).cloud),
        Place::Region(id) => (&catalog.region(id).name, catalog.region(id).cloud),
    };
    let ((from, own), (to, other)) = (end(answer.from), end(answer.to));
    match answer.ground {
        Ground::Published => format!("The published median of 30 days from {from} to {to}."),
        Ground::Distance => {
            "Estimated from the distance; at least nine of ten published medians lie in the range for theirs."
                .to_owned()
        }
        Ground::SamePlace => format!("Both ends are {from}."),
        Ground::AnotherCloud => format!(
            "{from} belongs to the {} cloud and {to} to the {} cloud; no path between clouds is documented.",
            own.name(),
            other.name()
        ),
        Ground::NotInUse(id) => {
            let region = catalog.region(id);
            format!("{} is {}; there is nothing to measure.", region.name, status_words(region.status))
        }
    }
}

/// The documents behind a round trip, or behind there being none.
pub fn round_trip_sources(catalog: &Catalog, answer: &Between) -> Vec<SourceId> {
    let rules = catalog.rule_sources();
    match answer.ground {
        Ground::Published | Ground::Distance | Ground::SamePlace => vec![rules.latency],
        Ground::AnotherCloud => vec![rules.locations],
        Ground::NotInUse(id) => catalog.region(id).sources.clone(),
    }
}

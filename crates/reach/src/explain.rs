//! The sentence and the documents behind a verdict.

use crate::catalog::Catalog;
use crate::id::{PeeringLocationId, RegionId, SourceId};
use crate::latency::{Between, Ground, Place};
use crate::link::{LinkAnswer, LinkTest, LinkVerdict, Side};
use crate::reachable::{Answer, Because, Destination, Verdict};
use crate::sku::{Peering, Sku};
use crate::tables::RegionStatus;

/// Why the verdict of `answer` is what it is, in one or two sentences.
pub fn reason(catalog: &Catalog, answer: &Answer) -> String {
    let from = catalog.location(answer.circuit.location);
    let own_place = &catalog.geopolitical_region(from.geopolitical_region).name;
    let to = destination_name(catalog, answer.to);
    let because = answer.judgement.because;
    let sentence = match because {
        Because::NotLive(status) => format!("{to} is {}; no circuit reaches it today by any document.", status_words(status)),
        Because::AnotherCloud => another_cloud(catalog, answer, &to),
        Because::PremiumReachesTheCloud => {
            format!("Premium reaches every region of the {} cloud.", from.cloud.name())
        }
        Because::PremiumReceivesListedRegions => {
            format!("Premium also receives the prefixes of other geopolitical regions, {to} among them.")
        }
        Because::InLocalColumn => in_local_column(catalog, answer, &to),
        Because::LocalRowsDisagree(other) => local_rows_disagree(catalog, answer, other, &to),
        Because::LocalNotOffered => format!("No Local circuits are offered at {}.", from.name),
        Because::LocalUnknown => format!("No table lists {} with its Local regions.", from.name),
        Because::SameGeopoliticalRegion if answer.judgement.verdict == Verdict::NeedsStandard => {
            format!("Local at {} reaches {} only; {to} lies in the same geopolitical region, {own_place}.", from.name, local_list(catalog, answer.circuit.location))
        }
        Because::SameGeopoliticalRegion => {
            format!("{to} lies in the same geopolitical region as {}, {own_place}.", from.name)
        }
        Because::OtherGeopoliticalRegion => other_place(catalog, answer, own_place, &to),
        Because::NotPlaced => not_placed(catalog, answer, own_place, &to),
        Because::Microsoft365Premium => "Premium reaches Microsoft 365 once Microsoft has authorized the tenant; Microsoft advises it in specific cases only.".to_owned(),
        Because::Microsoft365NeedsPremium => "Microsoft 365 needs Premium, and Microsoft's authorization of the tenant.".to_owned(),
        Because::Microsoft365OtherCloud => {
            format!("No source says how a circuit of the {} cloud reaches Microsoft 365.", from.cloud.name())
        }
        Because::Dynamics365InReach if answer.circuit.sku == Sku::Premium => {
            "Premium reaches Dynamics 365 environments of every geopolitical region.".to_owned()
        }
        Because::Dynamics365InReach => format!("A Dynamics 365 environment in {own_place} needs no Premium."),
        Because::Dynamics365Elsewhere => {
            format!("The environment lies outside {own_place}, the geopolitical region of {}.", from.name)
        }
        Because::Dynamics365Local => "No source says whether a Local circuit reaches Dynamics 365.".to_owned(),
    };
    with_region_note(catalog, answer, sentence)
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
        RegionStatus::Live => "in use",
        RegionStatus::Announced => "announced and not in use yet",
        RegionStatus::Canary => "a canary region for early updates",
        RegionStatus::Retired => "retired",
    }
}

fn another_cloud(catalog: &Catalog, answer: &Answer, to: &str) -> String {
    let own = catalog.location(answer.circuit.location);
    let other = match answer.to {
        Destination::Region(region) => catalog.region(region).cloud,
        Destination::Microsoft365(cloud) => cloud,
        Destination::Dynamics365(place) => place.map_or(own.cloud, |it| catalog.geopolitical_region(it).cloud),
    };
    format!(
        "{to} belongs to the {} cloud and {} to the {} cloud; no SKU crosses clouds.",
        other.name(),
        own.name,
        own.cloud.name()
    )
}

/// The Local regions of a location, as "East US and East US 2".
pub fn local_list(catalog: &Catalog, location: PeeringLocationId) -> String {
    let column = catalog.location(location).local_regions.as_deref().unwrap_or_default();
    let names: Vec<&str> = column.iter().map(|id| catalog.region(*id).name.as_str()).collect();
    match names.as_slice() {
        [] => "no region".to_owned(),
        names => names.join(" and "),
    }
}

fn in_local_column(catalog: &Catalog, answer: &Answer, to: &str) -> String {
    let from = &catalog.location(answer.circuit.location).name;
    match answer.circuit.sku {
        Sku::Local => format!("{to} is a Local region of {from}."),
        Sku::Standard | Sku::Premium => format!("{to} is a Local region of {from}, so Local is enough."),
    }
}

fn local_rows_disagree(catalog: &Catalog, answer: &Answer, other: PeeringLocationId, to: &str) -> String {
    let rules = catalog.rule_sources();
    let dated = |id: PeeringLocationId| {
        let row = catalog.location(id);
        (row, &catalog.source(if row.metro { rules.metro } else { rules.locations }).date)
    };
    let (own, own_date) = dated(answer.circuit.location);
    let (kin, kin_date) = dated(other);
    format!("The sources disagree. {kin_date}: {} has Local to {to}. {own_date}: {} has no Local.", kin.name, own.name)
}

fn other_place(catalog: &Catalog, answer: &Answer, own_place: &str, to: &str) -> String {
    let from = &catalog.location(answer.circuit.location).name;
    let place = region_of(answer.to).and_then(|it| catalog.region(it).geopolitical_region);
    let place = place.map_or("another geopolitical region", |it| &catalog.geopolitical_region(it).name);
    format!("{to} lies in {place} and {from} in {own_place}; crossing geopolitical regions needs Premium.")
}

fn not_placed(catalog: &Catalog, answer: &Answer, own_place: &str, to: &str) -> String {
    let likely = region_of(answer.to).and_then(|it| catalog.region(it).likely_geopolitical_region);
    let likely = likely.map(|it| &catalog.geopolitical_region(it).name);
    let receives = match answer.circuit.peering {
        Peering::Private => "",
        Peering::Microsoft => ", so no source says who receives its prefixes",
    };
    match likely {
        Some(place) if place == own_place => {
            format!(
                "The geopolitical table does not place {to}{receives}; by where it lies it is likely {place}, like this location."
            )
        }
        Some(place) => format!(
            "The geopolitical table does not place {to}{receives}; by where it lies it is likely {place}, not {own_place}."
        ),
        None => format!("The geopolitical table does not place {to}{receives}, and nothing hints at a place."),
    }
}

/// Restricted access is worth a word wherever a region is reached.
fn with_region_note(catalog: &Catalog, answer: &Answer, sentence: String) -> String {
    let restricted = region_of(answer.to).map(|it| catalog.region(it)).is_some_and(|region| {
        region.access == crate::tables::RegionAccess::Restricted && region.cloud == crate::sku::Cloud::Public
    });
    match restricted && answer.judgement.verdict == Verdict::Reachable {
        true => format!("{sentence} Access to the region itself is restricted."),
        false => sentence,
    }
}

/// Why the verdict of `answer` is what it is, in one or two sentences.
pub fn link_reason(catalog: &Catalog, answer: &LinkAnswer) -> String {
    let (from, to) = (catalog.location(answer.from.location), catalog.location(answer.to.location));
    let place = |row: &crate::tables::LocationRow| catalog.geopolitical_region(row.geopolitical_region).name.clone();
    let sentence = match answer.failed.first() {
        None if from.geopolitical_region == to.geopolitical_region => {
            format!("Both lie in {}, in places on the list of Global Reach.", place(from))
        }
        None => "Both circuits are Premium, in places on the list of Global Reach.".to_owned(),
        Some(LinkTest::OtherCloud) => {
            format!(
                "{} belongs to the {} cloud and {} to the {} cloud; clouds are never joined.",
                from.name,
                from.cloud.name(),
                to.name,
                to.cloud.name()
            )
        }
        Some(LinkTest::LocalSku) => "A Local circuit cannot use Global Reach; Standard can.".to_owned(),
        Some(LinkTest::SameLocation) => {
            format!("Both circuits peer at {}; Global Reach joins different locations.", from.name)
        }
        Some(LinkTest::PlaceNotListed) => {
            let rows = [answer.from.location, answer.to.location];
            let missing = rows.iter().filter(|id| {
                catalog.location(**id).cloud == crate::sku::Cloud::Public && catalog.global_reach_line(**id).is_none()
            });
            let names: Vec<&str> = missing.map(|id| catalog.location(*id).name.as_str()).collect();
            format!("Not on the list of Global Reach: {}.", names.join(", "))
        }
        Some(LinkTest::NotDocumented) => link_not_documented(answer, from.metro || to.metro),
        Some(LinkTest::NeedsPremium) => {
            format!(
                "{} lies in {} and {} in {}; across geopolitical regions both circuits must be Premium.",
                from.name,
                place(from),
                to.name,
                place(to)
            )
        }
    };
    with_list_notes(catalog, answer, sentence)
}

fn link_not_documented(answer: &LinkAnswer, metro: bool) -> String {
    match (metro, answer.likely) {
        (true, Some(LinkVerdict::NeedsPremium)) => {
            "No source says whether Metro locations take part; if they do, both circuits must be Premium.".to_owned()
        }
        (true, _) => "No source says whether Metro locations take part in Global Reach.".to_owned(),
        (false, _) => "The list of Global Reach does not speak of the national clouds.".to_owned(),
    }
}

fn with_list_notes(catalog: &Catalog, answer: &LinkAnswer, mut sentence: String) -> String {
    for location in [answer.from.location, answer.to.location] {
        if let Some(line) = catalog.global_reach_line(location).filter(|line| !line.confirmed) {
            sentence.push_str(" Unconfirmed for ");
            sentence.push_str(&catalog.location(location).name);
            sentence.push_str(": ");
            sentence.push_str(&line.note);
            sentence.push('.');
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
        (Some(LinkTest::NeedsPremium), [Side::From]) => Some("Make the first circuit Premium."),
        (Some(LinkTest::NeedsPremium), [Side::To]) => Some("Make the second circuit Premium."),
        (Some(LinkTest::NeedsPremium), _) => Some("Make both circuits Premium."),
        (_, _) if fails(LinkTest::SameLocation) && fails(LinkTest::LocalSku) => {
            Some("Use Standard or Premium circuits, and peer one of them at another location.")
        }
        (Some(LinkTest::LocalSku), _) if fails(LinkTest::NeedsPremium) => Some("Make both circuits Premium."),
        (Some(LinkTest::LocalSku), _) => Some("Use Standard or Premium circuits."),
        (Some(LinkTest::SameLocation), _) => {
            Some("Peer one circuit at another location; where the metro has a second site, that will do.")
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

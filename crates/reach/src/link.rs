//! The tests of Global Reach: whether two circuits can be linked, and what would have to change.

use crate::catalog::Catalog;
use crate::geo::{DistanceBasis, Kilometers};
use crate::id::PeeringLocationId;
use crate::sku::{Cloud, Sku};
use serde::{Deserialize, Serialize};

/// The answer to "can these two circuits be linked?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkVerdict {
    /// As they are.
    Linkable,
    /// Once both circuits are Premium.
    NeedsPremium,
    /// Not between these places or SKUs.
    NotLinkable,
    /// No source says; the likely answer stands apart.
    NotDocumented,
}

impl LinkVerdict {
    /// The word in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkVerdict::Linkable => "linkable",
            LinkVerdict::NeedsPremium => "needs_premium",
            LinkVerdict::NotLinkable => "not_linkable",
            LinkVerdict::NotDocumented => "not_documented",
        }
    }
}

/// The tests, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkTest {
    /// Clouds are never joined.
    OtherCloud,
    /// A Local circuit takes no part.
    LocalSku,
    /// The two circuits must peer at different locations.
    SameLocation,
    /// The list names countries and, in some, single places.
    PlaceNotListed,
    /// Metro locations and national clouds are not mentioned.
    NotDocumented,
    /// Across geopolitical regions both circuits must be Premium.
    NeedsPremium,
}

impl LinkTest {
    /// The word in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkTest::OtherCloud => "other_cloud",
            LinkTest::LocalSku => "local_sku",
            LinkTest::SameLocation => "same_location",
            LinkTest::PlaceNotListed => "place_not_listed",
            LinkTest::NotDocumented => "not_documented",
            LinkTest::NeedsPremium => "needs_premium",
        }
    }
}

/// One end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinkEnd {
    /// Where the circuit peers.
    pub location: PeeringLocationId,
    /// Its SKU tier.
    pub sku: Sku,
}

/// Which end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The first circuit named.
    From,
    /// The second.
    To,
}

/// Whether two circuits can be linked.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkAnswer {
    /// The first circuit.
    pub from: LinkEnd,
    /// The second circuit.
    pub to: LinkEnd,
    /// What is documented.
    pub verdict: LinkVerdict,
    /// What is likely where the verdict is `not_documented`.
    pub likely: Option<LinkVerdict>,
    /// The circuits that would have to become Premium.
    pub lacking: Vec<Side>,
    /// Every test that fails, in order; the first settles the verdict.
    pub failed: Vec<LinkTest>,
    /// How far apart the locations are, and how exact that is.
    pub distance: (Kilometers, DistanceBasis),
}

/// Whether two circuits can be linked by Global Reach: the tests of docs/rules.md, "Link", in their order.
pub fn link(catalog: &Catalog, from: LinkEnd, to: LinkEnd) -> LinkAnswer {
    let tests = [
        LinkTest::OtherCloud,
        LinkTest::LocalSku,
        LinkTest::SameLocation,
        LinkTest::PlaceNotListed,
        LinkTest::NotDocumented,
        LinkTest::NeedsPremium,
    ];
    let failed: Vec<LinkTest> = tests.into_iter().filter(|test| fails(catalog, *test, from, to)).collect();
    let verdict = failed.first().map_or(LinkVerdict::Linkable, |test| settles(*test));
    let likely = match verdict {
        LinkVerdict::NotDocumented => likely(catalog, from, &failed),
        LinkVerdict::Linkable | LinkVerdict::NeedsPremium | LinkVerdict::NotLinkable => None,
    };
    let premium_mends = [Some(verdict), likely].contains(&Some(LinkVerdict::NeedsPremium));
    let ends = [(Side::From, from.sku), (Side::To, to.sku)];
    let lacking = ends.into_iter().filter(|(_, sku)| premium_mends && *sku != Sku::Premium).map(|(side, _)| side);
    LinkAnswer {
        from,
        to,
        verdict,
        likely,
        lacking: lacking.collect(),
        failed,
        distance: catalog.distance_between(from.location, to.location),
    }
}

/// Every location of `from`'s cloud but its own, each as a circuit with `sku`, in slug order.
pub fn links_of(catalog: &Catalog, from: LinkEnd, sku: Sku) -> Vec<LinkAnswer> {
    let cloud = catalog.location(from.location).cloud;
    let others = catalog.location_ids().filter(|id| *id != from.location && catalog.location(*id).cloud == cloud);
    others.map(|location| link(catalog, from, LinkEnd { location, sku })).collect()
}

fn settles(test: LinkTest) -> LinkVerdict {
    match test {
        LinkTest::OtherCloud | LinkTest::LocalSku | LinkTest::SameLocation | LinkTest::PlaceNotListed => {
            LinkVerdict::NotLinkable
        }
        LinkTest::NotDocumented => LinkVerdict::NotDocumented,
        LinkTest::NeedsPremium => LinkVerdict::NeedsPremium,
    }
}

fn fails(catalog: &Catalog, test: LinkTest, from: LinkEnd, to: LinkEnd) -> bool {
    let (a, b) = (catalog.location(from.location), catalog.location(to.location));
    match test {
        LinkTest::OtherCloud => a.cloud != b.cloud,
        LinkTest::LocalSku => from.sku == Sku::Local || to.sku == Sku::Local,
        LinkTest::SameLocation => from.location == to.location,
        LinkTest::PlaceNotListed => [from, to].iter().any(|end| is_unlisted(catalog, end.location)),
        LinkTest::NotDocumented => a.metro || b.metro || (a.cloud == b.cloud && a.cloud != Cloud::Public),
        LinkTest::NeedsPremium => {
            a.geopolitical_region != b.geopolitical_region && [from, to].iter().any(|end| end.sku != Sku::Premium)
        }
    }
}

/// The list speaks of the public cloud only, so it can leave out no location of a national cloud.
fn is_unlisted(catalog: &Catalog, location: PeeringLocationId) -> bool {
    catalog.location(location).cloud == Cloud::Public && catalog.global_reach_line(location).is_none()
}

/// What is likely at a Metro location: the answer of its city. For the national clouds nothing points either way.
fn likely(catalog: &Catalog, from: LinkEnd, failed: &[LinkTest]) -> Option<LinkVerdict> {
    if catalog.location(from.location).cloud != Cloud::Public {
        return None;
    }
    let undocumented = |test: &&LinkTest| **test != LinkTest::NotDocumented;
    Some(failed.iter().find(undocumented).map_or(LinkVerdict::Linkable, |test| settles(*test)))
}

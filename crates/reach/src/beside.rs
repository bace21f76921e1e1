//! Two circuits side by side: what only one of them reaches or can be linked to, and how the other could.

use crate::catalog::Catalog;
use crate::id::PeeringLocationId;
use crate::link::{LinkAnswer, LinkEnd, LinkVerdict, link, links_of};
use crate::reachable::{Answer, Circuit, Destination, Verdict, reach};
use crate::sku::Cloud;
use crate::tables::RegionStatus;

/// Two circuits side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// How many regions both reach.
    pub both: usize,
    /// What each reaches.
    pub reached: [Reached; 2],
    /// For each the regions that it reaches and the other does not: the answers of the other, in slug order.
    pub only: [Vec<Answer>; 2],
    /// For each how many locations it can be linked to by Global Reach, if the circuit there has its SKU.
    pub partners: [usize; 2],
    /// For each the locations that it can be linked to so and the other cannot: the answers of the other, in slug order.
    /// The location of the other itself is not among them.
    pub only_partners: [Vec<LinkAnswer>; 2],
}

/// How much a circuit reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Regions that it reaches by the documents.
    pub sure: usize,
    /// Regions that no document speaks of, and that it is likely to reach.
    pub likely: usize,
}

/// Holds two circuits beside each other, over the regions in use of the clouds that they belong to.
pub fn beside(catalog: &Catalog, circuits: [Circuit; 2]) -> Beside {
    let mut both = 0;
    let mut reached = [Reached::default(); 2];
    let mut only = [Vec::new(), Vec::new()];
    let clouds: [Cloud; 2] = circuits.map(|it| catalog.location(it.location).cloud);
    let regions = catalog.region_ids().filter(|id| {
        let row = catalog.region(*id);
        clouds.contains(&row.cloud) && row.status == RegionStatus::Live
    });
    for region in regions {
        let answers = circuits.map(|it| reach(catalog, it, Destination::Region(region)));
        for (count, answer) in reached.iter_mut().zip(&answers) {
            count.sure += usize::from(is_reached(answer));
            count.likely += usize::from(answer.judgement.likely == Some(Verdict::Reachable));
        }
        match answers.map(|it| is_reached(&it)) {
            [true, true] => both += 1,
            [true, false] => only[0].push(answers[1]),
            [false, true] => only[1].push(answers[0]),
            [false, false] => {}
        }
    }
    let ends = circuits.map(|it| LinkEnd { location: it.location, sku: it.sku });
    let linked = ends.map(|from| {
        let links = links_of(catalog, from, from.sku).into_iter().filter(is_linked);
        links.map(|it| it.to.location).collect::<Vec<PeeringLocationId>>()
    });
    let only_partners = [only_partners(catalog, &linked[0], ends[1]), only_partners(catalog, &linked[1], ends[0])];
    Beside { both, reached, only, partners: linked.each_ref().map(Vec::len), only_partners }
}

/// What `other` says of the partners of a circuit where it has no link of its own.
fn only_partners(catalog: &Catalog, partners: &[PeeringLocationId], other: LinkEnd) -> Vec<LinkAnswer> {
    let answers = partners
        .iter()
        .filter(|it| **it != other.location)
        .map(|location| link(catalog, other, LinkEnd { location: *location, sku: other.sku }));
    answers.filter(|it| !is_linked(it)).collect()
}

fn is_reached(answer: &Answer) -> bool {
    answer.judgement.verdict == Verdict::Reachable
}

fn is_linked(answer: &LinkAnswer) -> bool {
    answer.verdict == LinkVerdict::Linkable
}

//! What follows from the choices, computed once however many panels read it.

use crate::state::choices::Choices;
use leptos::prelude::{Get, Memo};
use reach::catalog::Catalog;
use reach::link::{LinkAnswer, LinkEnd, LinkVerdict, links_of};
use reach::reachable::{Answer, Circuit, Verdict, reach_of};
use reach::sku::{Peering, Sku};

/// How many regions a SKU reaches from the chosen location.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReachCount {
    /// Reachable by the documents.
    pub sure: usize,
    /// Not documented and likely reachable.
    pub likely: usize,
    /// Where the sources disagree.
    pub conflicts: usize,
    /// Whether this SKU is offered there at all; only Local is ever not.
    pub offered: bool,
}

/// How many locations a circuit at the chosen location can be linked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinkCount {
    /// With both circuits of the chosen SKU.
    pub as_is: usize,
    /// With Premium on both.
    pub with_premium: usize,
    /// Whether no source says that a circuit here takes part at all: Metro locations and the national clouds.
    pub undocumented: bool,
}

/// Memos over the choices.
#[derive(Clone, Copy)]
pub struct Derived {
    /// What a circuit of the chosen SKU at the chosen location reaches; empty while nothing is chosen.
    pub answers: Memo<Vec<Answer>>,
    /// The counts under each SKU, in the order of [`Sku::ALL`].
    pub reach_counts: Memo<[ReachCount; 3]>,
    /// Whom the circuit can be linked to, as it is; empty while nothing is chosen or the switch is off.
    pub links: Memo<Vec<LinkAnswer>>,
    /// How many those are; none under Local, which takes no part.
    pub link_count: Memo<Option<LinkCount>>,
}

impl Derived {
    /// The memos of `choices`. Call inside a reactive owner.
    pub fn new(catalog: &'static Catalog, choices: Choices) -> Derived {
        let reached = move |sku: Sku| match choices.selected.get() {
            Some(location) => reach_of(catalog, Circuit { location, sku, peering: Peering::Private }),
            None => Vec::new(),
        };
        let answers = Memo::new(move |_| reached(choices.sku.get()));
        let reach_counts =
            Memo::new(move |_| [Sku::Local, Sku::Standard, Sku::Premium].map(|sku| count(&reached(sku))));
        let linked = move |sku: Sku| match choices.selected.get() {
            Some(location) => links_of(catalog, LinkEnd { location, sku }, sku),
            None => Vec::new(),
        };
        let links = Memo::new(move |_| match choices.global_reach.get() {
            true => linked(choices.sku.get()),
            false => Vec::new(),
        });
        let link_count = Memo::new(move |_| match choices.sku.get() {
            Sku::Local => None,
            sku @ (Sku::Standard | Sku::Premium) => {
                let of = |links: &[LinkAnswer], verdict| links.iter().filter(|it| it.verdict == verdict).count();
                let (as_is, premium) = (linked(sku), linked(Sku::Premium));
                let with_premium = of(&premium, LinkVerdict::Linkable);
                Some(LinkCount {
                    as_is: of(&as_is, LinkVerdict::Linkable),
                    with_premium,
                    undocumented: with_premium == 0 && of(&premium, LinkVerdict::NotDocumented) > 0,
                })
            }
        });
        Derived { answers, reach_counts, links, link_count }
    }
}

fn count(answers: &[Answer]) -> ReachCount {
    let of = |verdict: Verdict| answers.iter().filter(|it| it.judgement.verdict == verdict).count();
    ReachCount {
        sure: of(Verdict::Reachable),
        likely: answers.iter().filter(|it| it.judgement.likely == Some(Verdict::Reachable)).count(),
        conflicts: of(Verdict::DataConflict),
        offered: of(Verdict::LocalNotOffered) + of(Verdict::DataConflict) < answers.len(),
    }
}

//! What kind of thing each mark is, and which kinds are shown: the legend that is also the filter.

use crate::layout::{Layout, Target};
use crate::scene::Choice;
use reach::catalog::Catalog;
use reach::link::LinkVerdict;
use reach::phrase::phrase;
use reach::reachable::{Answer, Destination, Verdict};
use reach::sku::{Cloud, Sku};
use reach::tables::{RegionAccess, RegionStatus};

/// What a mark says, the one thing that the legend can hide it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A peering location.
    Location,
    /// A Metro location.
    Metro,
    /// A region open to everyone; any live one while Global Reach is asked.
    Region,
    /// A region for some customers only.
    Restricted,
    /// Reached, and Local is enough.
    Local,
    /// Reached, and Standard is enough.
    Standard,
    /// Reached by Premium alone.
    Premium,
    /// Not reached: Standard would.
    NeedsStandard,
    /// Not reached: Premium would.
    NeedsPremium,
    /// No source says whether it is reached.
    NotDocumented,
    /// The sources disagree.
    InConflict,
    /// Can be linked as the circuits are.
    Linkable,
    /// Can be linked with Premium.
    LinkNeedsPremium,
    /// No source says whether it can be linked.
    LinkNotDocumented,
    /// Cannot be linked.
    NotLinkable,
    /// A region made public and not in use yet.
    Announced,
}

impl Kind {
    /// Every kind with its word in the legend and in an address, in the legend's order.
    pub const ALL: [(Kind, &str, &str); 16] = [
        (Kind::Location, phrase("Location"), "location"),
        (Kind::Metro, phrase("Metro"), "metro"),
        (Kind::Region, phrase("Region"), "region"),
        (Kind::Restricted, phrase("Restricted"), "restricted"),
        (Kind::Local, phrase("Local"), "local"),
        (Kind::Standard, phrase("Standard"), "standard"),
        (Kind::Premium, phrase("Premium"), "premium"),
        (Kind::NeedsStandard, phrase("Needs Standard"), "needs-standard"),
        (Kind::NeedsPremium, phrase("Needs Premium"), "needs-premium"),
        (Kind::NotDocumented, phrase("Not documented"), "not-documented"),
        (Kind::InConflict, phrase("In conflict"), "in-conflict"),
        (Kind::Linkable, phrase("Linkable"), "linkable"),
        (Kind::LinkNeedsPremium, phrase("Link needs Premium"), "link-needs-premium"),
        (Kind::LinkNotDocumented, phrase("Link not documented"), "link-not-documented"),
        (Kind::NotLinkable, phrase("Not linkable"), "not-linkable"),
        (Kind::Announced, phrase("Announced"), "announced"),
    ];

    /// The kind of a mark under this choice. The chosen place has none: nothing hides it.
    pub fn of(catalog: &Catalog, choice: &Choice, target: Target) -> Option<Kind> {
        match target {
            Target::Location(id) if choice.chosen.is_some_and(|(chosen, _)| chosen == id) => None,
            Target::Location(id) => {
                let link = choice.links.and_then(|links| links.iter().find(|it| it.to.location == id));
                Some(match link.map(|it| it.verdict) {
                    Some(LinkVerdict::Linkable) => Kind::Linkable,
                    Some(LinkVerdict::NeedsPremium) => Kind::LinkNeedsPremium,
                    Some(LinkVerdict::NotDocumented) => Kind::LinkNotDocumented,
                    Some(LinkVerdict::NotLinkable) => Kind::NotLinkable,
                    None if catalog.location(id).metro => Kind::Metro,
                    None => Kind::Location,
                })
            }
            Target::Region(id) => {
                let row = catalog.region(id);
                let answers = choice.chosen.map(|(_, answers)| answers).filter(|_| choice.links.is_none());
                let answer = answers.and_then(|it| it.iter().find(|it| it.to == Destination::Region(id)));
                Some(match (row.status, answer) {
                    (RegionStatus::Live, Some(answer)) => Kind::of_answer(answer),
                    // In the national clouds every region is for their customers only, so the word would say nothing.
                    (RegionStatus::Live, None)
                        if choice.links.is_none()
                            && row.access == RegionAccess::Restricted
                            && row.cloud == Cloud::Public =>
                    {
                        Kind::Restricted
                    }
                    (RegionStatus::Live, None) => Kind::Region,
                    (RegionStatus::Announced | RegionStatus::Canary | RegionStatus::Retired, _) => Kind::Announced,
                })
            }
        }
    }

    fn of_answer(answer: &Answer) -> Kind {
        let smallest = answer.smallest_sku;
        match answer.judgement.verdict {
            Verdict::Reachable => match smallest {
                Some(Sku::Local) => Kind::Local,
                Some(Sku::Standard) => Kind::Standard,
                Some(Sku::Premium) | None => Kind::Premium,
            },
            Verdict::DataConflict => Kind::InConflict,
            Verdict::NotDocumented => Kind::NotDocumented,
            Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::LocalNotOffered | Verdict::Unreachable => {
                if smallest == Some(Sku::Standard) {
                    Kind::NeedsStandard
                } else {
                    Kind::NeedsPremium
                }
            }
        }
    }
}

/// A set of kinds: a bit for each, in the order of [`Kind`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub u32);

impl Kinds {
    /// Whether the set has this kind.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }

    /// The set with this kind put in, or taken out if it was there.
    #[must_use]
    pub fn toggled(self, kind: Kind) -> Kinds {
        Kinds(self.0 ^ 1 << kind as u32)
    }

    /// The kinds of a list of words such as `metro,needs-premium`; other words are left out.
    pub fn parse(words: &str) -> Kinds {
        let mut found = Kinds::default();
        for word in words.split(',') {
            if let Some((kind, _, _)) = Kind::ALL.iter().find(|it| it.2 == word) {
                found.0 |= 1 << *kind as u32;
            }
        }
        found
    }

    /// The words of the kinds in the set, between commas.
    pub fn words(self) -> String {
        let mut words = String::new();
        for (_, _, word) in Kind::ALL.iter().filter(|it| self.has(it.0)) {
            if !words.is_empty() {
                words.push(',');
            }
            words.push_str(word);
        }
        words
    }
}

impl Layout {
    /// Takes away what `shown` does not say yes to; the rest stays where it is. Where a site goes and its Metro location
    /// stays, the disc stands for the Metro location.
    pub fn keep(&mut self, shown: impl Fn(Target) -> bool) {
        let metro = |id| shown(Target::Location(id));
        self.bars.retain(|bar| metro(bar.metro));
        self.squares.retain(|spot| shown(spot.target));
        for city in &mut self.cities {
            city.locations.retain(|id| metro(*id));
        }
        self.cities.retain(|city| !city.locations.is_empty());
        let bars = &self.bars;
        self.discs.retain_mut(|disc| {
            if !shown(disc.target) {
                let end = |bar: &&crate::layout::Bar| [bar.from, bar.to].contains(&(disc.at, disc.offset));
                let Some(bar) = bars.iter().find(end) else { return false };
                disc.target = Target::Location(bar.metro);
            }
            true
        });
    }
}

//! The filters in force, as a value: docs/table.md, "Filters".
//!
//! Choices of one facet widen each other, facets narrow each other. What no document settles is neither taken nor denied:
//! it is counted apart, unless the choice "not documented" of the facet is made too.

use crate::facets::{Facet, Facts, Offers};
use reach::sku::Cloud;

const OFFERS: &str = "offers";

/// Whether a location meets the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// By the documents.
    Met,
    /// It would if what no document settles were so.
    Open,
    /// Not.
    NotMet,
}

/// How many locations meet some filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By the documents.
    pub met: usize,
    /// More that would if what no document settles were so.
    pub open: usize,
}

impl Tally {
    fn add(&mut self, standing: Standing) {
        match standing {
            Standing::Met => self.met += 1,
            Standing::Open => self.open += 1,
            Standing::NotMet => {}
        }
    }
}

/// The choices made in each facet. The default takes every location.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Sorted, each once, in the order of [`Facet::ALL`].
    chosen: [Vec<u16>; Facet::ALL.len()],
    /// [`Offers::Available`] while no provider is chosen.
    offers: Offers,
}

impl Filters {
    /// Reads the value of `only=` in an address, such as `provider:equinix,megaport;offers:any;direct:yes`. What it does
    /// not understand it leaves out.
    pub fn parse(facts: &Facts, text: &str) -> Filters {
        let mut filters = Filters::default();
        let mut offers = Offers::default();
        for (word, values) in text.split(';').filter_map(|it| it.split_once(':')) {
            if word == OFFERS {
                offers = Offers::ALL.into_iter().find(|it| it.word() == values).unwrap_or(offers);
            }
            let Some(facet) = Facet::ALL.into_iter().find(|it| it.word() == word) else { continue };
            for choice in values.split(',').filter_map(|slug| facts.choice(facet, slug)) {
                filters.set(facet, choice, true);
            }
        }
        filters.with_offers(offers)
    }

    /// The value of `only=`; empty while no filter is in force.
    pub fn write(&self, facts: &Facts) -> String {
        let mut parts = Vec::new();
        for facet in Facet::ALL {
            let slug = |at: &u16| facts.choices(facet).get(usize::from(*at)).map(|it| it.slug.as_str());
            let slugs: Vec<&str> = self.chosen(facet).iter().filter_map(slug).collect();
            if !slugs.is_empty() {
                parts.push([facet.word(), ":", &slugs.join(",")].concat());
            }
            if facet == Facet::Provider && self.offers != Offers::default() {
                parts.push([OFFERS, ":", self.offers.word()].concat());
            }
        }
        parts.join(";")
    }

    /// Whether no filter is in force.
    pub fn is_empty(&self) -> bool {
        self.chosen.iter().all(Vec::is_empty)
    }

    /// The choices made in a facet, sorted.
    pub fn chosen(&self, facet: Facet) -> &[u16] {
        self.chosen.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// Which offers of a provider count.
    pub fn offers(&self) -> Offers {
        self.offers
    }

    /// With this choice made, or taken back if it was.
    #[must_use]
    pub fn toggled(&self, facet: Facet, choice: u16) -> Filters {
        let mut filters = self.clone();
        filters.set(facet, choice, !self.chosen(facet).contains(&choice));
        let offers = filters.offers;
        filters.with_offers(offers)
    }

    /// With these choices alone in a facet, whatever was chosen there.
    #[must_use]
    pub fn with_choices(&self, facet: Facet, choices: &[u16]) -> Filters {
        let mut filters = self.clone();
        if let Some(chosen) = filters.chosen.get_mut(facet as usize) {
            chosen.clear();
        }
        for choice in choices {
            filters.set(facet, *choice, true);
        }
        let offers = filters.offers;
        filters.with_offers(offers)
    }

    /// With these offers of the chosen providers; without a provider there is nothing to choose.
    #[must_use]
    pub fn with_offers(mut self, offers: Offers) -> Filters {
        self.offers = if self.chosen(Facet::Provider).is_empty() { Offers::default() } else { offers };
        self
    }

    fn set(&mut self, facet: Facet, choice: u16, on: bool) {
        let Some(chosen) = self.chosen.get_mut(facet as usize) else { return };
        match (chosen.binary_search(&choice), on) {
            (Ok(at), false) => drop(chosen.remove(at)),
            (Err(at), true) => chosen.insert(at, choice),
            (Ok(_), true) | (Err(_), false) => {}
        }
    }

    /// Whether the location at this place meets all of them. Its cloud is no filter: the page shows one at a time.
    pub fn standing(&self, facts: &Facts, location: usize) -> Standing {
        let all = Facet::ALL.iter().map(|facet| self.standing_in(facts, *facet, location));
        all.max().unwrap_or(Standing::Met)
    }

    /// Whether the location at this place meets all of them by the documents.
    pub fn takes(&self, facts: &Facts, location: usize) -> bool {
        self.standing(facts, location) == Standing::Met
    }

    fn standing_in(&self, facts: &Facts, facet: Facet, location: usize) -> Standing {
        let chosen = self.chosen(facet);
        if chosen.is_empty() {
            return Standing::Met;
        }
        let unknown = facts.unknown(facet);
        let mut found = Standing::NotMet;
        facts.each_value(facet, self.offers, location, |value| {
            let standing = match (chosen.binary_search(&value).is_ok(), Some(value) == unknown) {
                (true, _) => Standing::Met,
                (false, true) => Standing::Open,
                (false, false) => Standing::NotMet,
            };
            found = found.min(standing);
        });
        found
    }

    /// How many locations of a cloud meet all of them.
    pub fn tally(&self, facts: &Facts, cloud: Cloud) -> Tally {
        let mut tally = Tally::default();
        facts.of_cloud(cloud).for_each(|at| tally.add(self.standing(facts, at)));
        tally
    }

    /// For each choice of a facet how many locations of a cloud would meet them, were it the only choice of that facet
    /// and all other facets as they are.
    pub fn tallies(&self, facts: &Facts, facet: Facet, cloud: Cloud) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); facts.choices(facet).len()];
        let unknown = facts.unknown(facet);
        let others = self.with_choices(facet, &[]);
        for location in facts.of_cloud(cloud) {
            let around = others.standing(facts, location);
            if around == Standing::NotMet {
                continue;
            }
            let mut is_unknown = false;
            let mut own = Vec::new();
            facts.each_value(facet, self.offers, location, |value| {
                is_unknown |= Some(value) == unknown;
                own.push(value);
            });
            own.sort_unstable();
            own.dedup();
            for value in &own {
                if let Some(tally) = tallies.get_mut(usize::from(*value)) {
                    tally.add(around);
                }
            }
            if is_unknown {
                let rest = tallies.iter_mut().enumerate().filter(|(at, _)| own.binary_search(&(*at as u16)).is_err());
                rest.for_each(|(_, tally)| tally.add(Standing::Open));
            }
        }
        tallies
    }

    /// For each location, whatever its cloud, 1 if it meets all of them, else 0: what the map shows.
    pub fn mask(&self, facts: &Facts) -> Vec<u8> {
        (0..facts.locations()).map(|at| u8::from(self.takes(facts, at))).collect()
    }
}

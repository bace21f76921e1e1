//! The order of hits: docs/search.md, "Which hit comes first".

use crate::item::{Item, Spelling};
use crate::vocabulary::Fit;
use reach::sku::Cloud;

/// How a name holds what was typed; the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// It is the name.
    Whole,
    /// It is all words of the name in another order.
    WholeInAnotherOrder,
    /// The name begins with it.
    Begins,
    /// Its words stand somewhere in the name.
    Contains,
    /// Some of its words stand only around the name: the country, the city.
    WithContext,
}

/// The place of a hit in the order; the smaller, the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Slips in all words together.
    pub slips: u8,
    /// How the name holds the words.
    pub holds: Holds,
    /// The kind, [`crate::item::Found::rank`].
    pub kind: u8,
    /// Whether the last word is only the beginning of one.
    pub unfinished: bool,
    /// Whether it was found by another name than the one that is shown.
    pub alias: bool,
    /// Whether it belongs to another cloud than the one that is on.
    pub other_cloud: bool,
    /// The smaller half of two equal names last.
    pub smallness: u16,
    /// The order of the tables decides what is left.
    pub item: u32,
}

/// How well every word of the vocabulary fits each typed word: none where it does not.
pub trait Fits {
    /// The fit of the vocabulary's word with this number to the typed word at this place.
    fn fit(&self, typed: usize, word: u32) -> Option<Fit>;
    /// How many words were typed.
    fn typed(&self) -> usize;
}

/// The names and contexts that items refer to, as numbers of words.
#[derive(Debug)]
pub struct Names<'a> {
    /// The spellings.
    pub spellings: &'a [Spelling],
    /// The words of all spellings.
    pub words: &'a [u32],
    /// The words of each context.
    pub contexts: &'a [Vec<u32>],
}

/// The score of an item; none when it does not hold every typed word.
pub fn score(names: &Names, at: u32, item: &Item, cloud: Cloud, fits: &impl Fits) -> Option<Score> {
    let spellings = names.spellings.get(item.first as usize..item.end as usize)?;
    let scored = spellings.iter().filter_map(|spelling| {
        let (slips, holds, unfinished) = held(names, item, *spelling, fits)?;
        Some(Score {
            slips,
            holds,
            kind: item.found.rank(),
            unfinished,
            alias: spelling.alias,
            other_cloud: item.cloud.is_some_and(|it| it != cloud),
            smallness: u16::MAX - item.size,
            item: at,
        })
    });
    scored.min()
}

/// How one spelling holds the typed words. Each word in turn takes the best of the spelling's words that is left, else the
/// best of the contexts; at least one must stand in the spelling itself.
fn held(names: &Names, item: &Item, spelling: Spelling, fits: &impl Fits) -> Option<(u8, Holds, bool)> {
    let words = names.words.get(spelling.start as usize..spelling.end as usize)?;
    let (mut used, mut slips, mut unfinished) = (0_u64, 0_u8, false);
    let (mut in_name, mut in_order) = (0, true);
    for typed in 0..fits.typed() {
        let free = |place: &usize| used & (1 << place) == 0;
        let own = words.iter().enumerate().take(64).filter(|(place, _)| free(place));
        let own = own.filter_map(|(place, word)| Some((fits.fit(typed, *word)?, place))).min();
        let fit = match own {
            Some((fit, place)) => {
                used |= 1 << place;
                in_order &= place == in_name;
                in_name += 1;
                fit
            }
            None => around(names, item, typed, fits)?,
        };
        slips += fit.slips;
        unfinished |= fit.unfinished;
    }
    let holds = match (in_name == fits.typed(), in_name == words.len() && !unfinished, in_order) {
        _ if in_name == 0 => return None,
        (false, _, _) => Holds::WithContext,
        (true, true, true) => Holds::Whole,
        (true, true, false) => Holds::WholeInAnotherOrder,
        (true, false, true) => Holds::Begins,
        (true, false, false) => Holds::Contains,
    };
    Some((slips, holds, unfinished))
}

/// The best fit among the words around an item.
fn around(names: &Names, item: &Item, typed: usize, fits: &impl Fits) -> Option<Fit> {
    let contexts = item.contexts.iter().filter_map(|it| names.contexts.get(usize::from(it.checked_sub(1)?)));
    contexts.flatten().filter_map(|word| fits.fit(typed, *word)).min()
}

//! Which items have a word: items in a row as one run, since those of a country stand together.

use crate::item::{Collection, Item};

/// For each word the runs of items that have it.
#[derive(Debug)]
pub struct Runs {
    /// For each word where its first run stands in `runs`, and one more.
    first: Vec<u32>,
    /// The first item of a run, and the first behind it.
    runs: Vec<(u32, u32)>,
}

impl Runs {
    /// The items with a word in one of their names. `words` are the numbers of [`Collection::words`], of `count` words.
    pub fn of_names(all: &Collection, words: &[u32], count: usize) -> Runs {
        let mut found = Vec::new();
        for (at, item) in all.items.iter().enumerate() {
            let spellings = all.spellings.get(item.first as usize..item.end as usize).unwrap_or_default();
            let own = spellings.iter().flat_map(|it| words.get(it.start as usize..it.end as usize).unwrap_or_default());
            found.extend(own.map(|word| (*word, at as u32, at as u32 + 1)));
        }
        Runs::new(found, count)
    }

    /// The items with a word around them. `contexts` are the numbers of [`Collection::contexts`], of `count` words.
    pub fn of_contexts(all: &Collection, contexts: &[Vec<u32>], count: usize) -> Runs {
        let has = |item: Option<&Item>, place: usize| item.is_some_and(|it| places(it).any(|it| it == place));
        let mut open: Vec<Option<u32>> = vec![None; contexts.len()];
        let mut found = Vec::new();
        for (at, item) in all.items.iter().enumerate() {
            for place in places(item) {
                let (Some(words), Some(open)) = (contexts.get(place), open.get_mut(place)) else { continue };
                let start = *open.get_or_insert(at as u32);
                if !has(all.items.get(at + 1), place) {
                    *open = None;
                    found.extend(words.iter().map(|word| (*word, start, at as u32 + 1)));
                }
            }
        }
        Runs::new(found, count)
    }

    fn new(mut found: Vec<(u32, u32, u32)>, count: usize) -> Runs {
        found.sort_unstable();
        found.dedup();
        let mut first = vec![0_u32; count + 1];
        for (word, ..) in &found {
            if let Some(next) = first.get_mut(*word as usize + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for place in &mut first {
            sum += *place;
            *place = sum;
        }
        Runs { first, runs: found.into_iter().map(|(_, start, end)| (start, end)).collect() }
    }

    /// The runs of a word.
    pub fn of(&self, word: u32) -> &[(u32, u32)] {
        let place = |at: u32| self.first.get(at as usize).map_or(0, |it| *it as usize);
        self.runs.get(place(word)..place(word + 1)).unwrap_or_default()
    }
}

/// The contexts of an item as places in the list, from 0.
fn places(item: &Item) -> impl Iterator<Item = usize> {
    item.contexts.into_iter().filter_map(|it| usize::from(it).checked_sub(1))
}

//! The search: from a text to hits, best first.

use crate::cities::Cities;
use crate::coordinates;
use crate::item::{Collection, Facility, Found, Item, Spelling};
use crate::query::Query;
use crate::runs::Runs;
use crate::score::{Fits, Names, Score, score};
use crate::vocabulary::{Fit, Vocabulary};
use reach::catalog::Catalog;
use reach::sku::Cloud;
use reach::tables::ProviderTables;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub found: Found,
    /// Its place in the order; none for typed coordinates, which come first.
    pub score: Option<Score>,
}

/// Everything that can be found, made once.
#[derive(Debug)]
pub struct SearchIndex {
    /// The cities of the world; empty before they are there.
    pub cities: Cities,
    /// The buildings of the location list.
    pub facilities: Vec<Facility>,
    vocabulary: Vocabulary,
    items: Vec<Item>,
    spellings: Vec<Spelling>,
    words: Vec<u32>,
    contexts: Vec<Vec<u32>>,
    /// Which items have a word in a name.
    named: Runs,
    /// Which items have a word around them.
    around: Runs,
}

impl SearchIndex {
    /// The index of the tables and a list of cities.
    pub fn new(catalog: &Catalog, providers: &ProviderTables, cities: Cities) -> SearchIndex {
        let all = Collection::new(catalog, providers, &cities);
        let every = all.words.iter().chain(all.contexts.iter().flatten()).cloned();
        let vocabulary = Vocabulary::new(every.collect());
        let numbers = |words: &Vec<Box<str>>| -> Vec<u32> {
            words.iter().map(|word| vocabulary.number(word).unwrap_or_default()).collect()
        };
        let words = numbers(&all.words);
        let contexts: Vec<Vec<u32>> = all.contexts.iter().map(numbers).collect();
        let named = Runs::of_names(&all, &words, vocabulary.len());
        let around = Runs::of_contexts(&all, &contexts, vocabulary.len());
        let Collection { items, spellings, facilities, .. } = all;
        SearchIndex { cities, facilities, vocabulary, items, spellings, words, contexts, named, around }
    }

    /// The `count` best hits for a text, best first; nothing for a text without a letter or digit. Among equal names those
    /// of `cloud` come first.
    pub fn search(&self, text: &str, cloud: Cloud, count: usize) -> Vec<Hit> {
        let point = coordinates::parse(text).map(|it| Hit { found: Found::Coordinates(it), score: None });
        let mut hits: Vec<Hit> = point.into_iter().collect();
        let query = Query::new(text);
        if query.words.is_empty() {
            return hits;
        }
        let table = FitTable::new(&self.vocabulary, &query);
        let mut scores = self.candidates(&table, cloud);
        let wanted = count.saturating_sub(hits.len());
        if scores.len() > wanted && wanted > 0 {
            scores.select_nth_unstable(wanted - 1);
        }
        scores.truncate(wanted);
        scores.sort_unstable();
        let hit = |score: &Score| Some(Hit { found: self.items.get(score.item as usize)?.found, score: Some(*score) });
        hits.extend(scores.iter().filter_map(hit));
        hits
    }

    /// The scores of all items that hold every typed word, in any order.
    ///
    /// Every such item has a word that fits the rarest of the typed words, so only those items are looked at. One word
    /// alone must stand in a name, so that what has it only around it is not looked at: the code of a country is around
    /// thousands of cities.
    fn candidates(&self, table: &FitTable, cloud: Cloud) -> Vec<Score> {
        let of_word = |word: &u32| {
            let around = if table.typed() > 1 { self.around.of(*word) } else { &[] };
            self.named.of(*word).iter().chain(around)
        };
        let weight = |words: &Vec<u32>| {
            let of_runs = |it: &(u32, u32)| (it.1 - it.0) as usize;
            words.iter().flat_map(of_word).map(of_runs).sum::<usize>()
        };
        let Some(rarest) = table.fitting.iter().min_by_key(|it| weight(it)) else { return Vec::new() };
        let mut seen = vec![false; self.items.len()];
        let names = self.names();
        let mut scores = Vec::new();
        for (start, end) in rarest.iter().flat_map(of_word) {
            for at in *start..*end {
                let (Some(seen), Some(item)) = (seen.get_mut(at as usize), self.items.get(at as usize)) else {
                    continue;
                };
                if !std::mem::replace(seen, true) {
                    scores.extend(score(&names, at, item, cloud, table));
                }
            }
        }
        scores
    }

    fn names(&self) -> Names<'_> {
        Names { spellings: &self.spellings, words: &self.words, contexts: &self.contexts }
    }
}

/// The fits of every word to every typed word, looked up by number.
struct FitTable {
    /// For each typed word one byte a word: 0 for no fit.
    codes: Vec<Vec<u8>>,
    /// For each typed word the words that fit it.
    fitting: Vec<Vec<u32>>,
}

impl FitTable {
    fn new(vocabulary: &Vocabulary, query: &Query) -> FitTable {
        let mut table = FitTable { codes: Vec::new(), fitting: Vec::new() };
        for (typed, begins) in &query.words {
            let (mut codes, mut fitting) = (vec![0; vocabulary.len()], Vec::new());
            vocabulary.fits(typed, *begins, |word, fit| {
                codes[word as usize] = 1 + fit.slips * 2 + u8::from(fit.unfinished);
                fitting.push(word);
            });
            table.codes.push(codes);
            table.fitting.push(fitting);
        }
        table
    }
}

impl Fits for FitTable {
    fn fit(&self, typed: usize, word: u32) -> Option<Fit> {
        let code = self.codes.get(typed)?.get(word as usize)?.checked_sub(1)?;
        Some(Fit { slips: code / 2, unfinished: code % 2 == 1 })
    }

    fn typed(&self) -> usize {
        self.codes.len()
    }
}

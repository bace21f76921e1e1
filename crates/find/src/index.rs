//! The search: from a text to hits, best first.

use crate::cities::Cities;
use crate::coordinates;
use crate::item::{Collection, Facility, Found, Item, Spelling};
use crate::query::Query;
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
    /// For each word where its first run of items stands in `runs`, and one more.
    first_runs: Vec<u32>,
    /// Items in a row that have the word in a name or around it: the first, and the first behind.
    runs: Vec<(u32, u32)>,
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
        let (first_runs, runs) = runs(&all, vocabulary.len(), &words, &contexts);
        let Collection { items, spellings, facilities, .. } = all;
        SearchIndex { cities, facilities, vocabulary, items, spellings, words, contexts, first_runs, runs }
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
    /// Every such item has a word that fits the rarest of the typed words, so only those items are looked at.
    fn candidates(&self, table: &FitTable, cloud: Cloud) -> Vec<Score> {
        let of_word = |word: u32| {
            let place = |at: u32| self.first_runs.get(at as usize).map_or(0, |it| *it as usize);
            self.runs.get(place(word)..place(word + 1)).unwrap_or_default()
        };
        let weight = |words: &Vec<u32>| {
            let of_runs = |it: &(u32, u32)| (it.1 - it.0) as usize;
            words.iter().flat_map(|word| of_word(*word)).map(of_runs).sum::<usize>()
        };
        let Some(rarest) = table.fitting.iter().min_by_key(|it| weight(it)) else { return Vec::new() };
        let mut seen = vec![false; self.items.len()];
        let names = self.names();
        let mut scores = Vec::new();
        for (start, end) in rarest.iter().flat_map(|word| of_word(*word)) {
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

/// For each word the runs of items that have it, sorted by word.
fn runs(all: &Collection, count: usize, words: &[u32], contexts: &[Vec<u32>]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut found: Vec<(u32, u32, u32)> = Vec::new();
    for (at, item) in all.items.iter().enumerate() {
        let spellings = all.spellings.get(item.first as usize..item.end as usize).unwrap_or_default();
        let own = spellings.iter().flat_map(|it| words.get(it.start as usize..it.end as usize).unwrap_or_default());
        found.extend(own.map(|word| (*word, at as u32, at as u32 + 1)));
    }
    let has = |item: &Item, context: usize| item.contexts.iter().any(|it| usize::from(*it) == context + 1);
    let mut open: Vec<Option<u32>> = vec![None; contexts.len()];
    for (at, item) in all.items.iter().enumerate() {
        for context in item.contexts.iter().filter_map(|it| usize::from(*it).checked_sub(1)) {
            let begun = at > 0 && all.items.get(at - 1).is_some_and(|it| has(it, context));
            if !begun {
                open[context] = Some(at as u32);
            }
            if !all.items.get(at + 1).is_some_and(|it| has(it, context)) {
                let start = open[context].take().unwrap_or(at as u32);
                found.extend(contexts[context].iter().map(|word| (*word, start, at as u32 + 1)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    let mut first_runs = vec![0_u32; count + 1];
    for (word, ..) in &found {
        first_runs[*word as usize + 1] += 1;
    }
    for at in 1..first_runs.len() {
        first_runs[at] += first_runs[at - 1];
    }
    (first_runs, found.into_iter().map(|(_, start, end)| (start, end)).collect())
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

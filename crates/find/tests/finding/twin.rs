//! The index against a plain scan: every item is looked at, and every word compared by the whole table of distances.

use crate::world::WORLD;
use find::cities::Cities;
use find::item::Collection;
use find::query::Query;
use find::score::{Fits, Names, Score, score};
use find::vocabulary::{Fit, Vocabulary, slips_allowed};
use proptest::prelude::*;
use reach::sku::Cloud;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The least number of letters added, left out, changed, or exchanged with their neighbor, no part twice: the table as
/// the textbooks have it.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

/// The fit of one word to another by its definition.
fn plain_fit(typed: &str, word: &str, begins: bool) -> Option<Fit> {
    let (typed_letters, letters) = (typed.as_bytes(), word.as_bytes());
    let fit = |slips: usize, unfinished| Fit { slips: slips as u8, unfinished };
    let whole = fit(distance(typed_letters, letters), false);
    // The letters of a beginning: one at least.
    let beginnings = (1..=letters.len()).map(|end| fit(distance(typed_letters, &letters[..end]), true));
    let all = [whole].into_iter().chain(beginnings.filter(|_| begins));
    all.filter(|it| it.slips <= slips_allowed(typed)).min()
}

/// Everything with its words numbered in the order in which they come.
struct Twin {
    all: Collection,
    numbered: Vec<u32>,
    contexts: Vec<Vec<u32>>,
    words: Vec<Box<str>>,
}

static TWIN: LazyLock<Twin> = LazyLock::new(|| {
    let cities = Cities::unpack(crate::world::CITIES).unwrap();
    let all = Collection::new(&WORLD.catalog, &WORLD.providers, &cities);
    let mut numbers: BTreeMap<Box<str>, u32> = BTreeMap::new();
    let mut words = Vec::new();
    let mut number = |word: &str| {
        *numbers.entry(word.into()).or_insert_with(|| {
            words.push(word.into());
            words.len() as u32 - 1
        })
    };
    let numbered = all.words.iter().map(|it| number(it)).collect();
    let contexts = all.contexts.iter().map(|it| it.iter().map(|it| number(it)).collect()).collect();
    Twin { all, numbered, contexts, words }
});

struct Scan {
    fits: Vec<Vec<Option<Fit>>>,
}

impl Fits for Scan {
    fn fit(&self, typed: usize, word: u32) -> Option<Fit> {
        self.fits[typed][word as usize]
    }

    fn typed(&self) -> usize {
        self.fits.len()
    }
}

/// The scores of the best hits by the scan.
fn scan(text: &str, cloud: Cloud, count: usize) -> Vec<Score> {
    let query = Query::new(text);
    let of = |typed: &(String, bool)| TWIN.words.iter().map(|word| plain_fit(&typed.0, word, typed.1)).collect();
    let scan = Scan { fits: query.words.iter().map(of).collect() };
    let names = Names { spellings: &TWIN.all.spellings, words: &TWIN.numbered, contexts: &TWIN.contexts };
    let items = TWIN.all.items.iter().enumerate();
    let mut scores: Vec<Score> = items.filter_map(|(at, item)| score(&names, at as u32, item, cloud, &scan)).collect();
    scores.sort();
    scores.truncate(count);
    scores
}

fn indexed(text: &str, cloud: Cloud, count: usize) -> Vec<Score> {
    WORLD.index.search(text, cloud, count).into_iter().filter_map(|it| it.score).collect()
}

/// A name of the world with what a hasty hand does to it.
fn hasty() -> impl Strategy<Value = String> {
    let slip = (any::<prop::sample::Index>(), 0..5_u8, prop::char::range('a', 'z'));
    let cut = 1..30_usize;
    (any::<prop::sample::Index>(), prop::collection::vec(slip, 0..3), cut).prop_map(|(item, slips, cut)| {
        let item = &TWIN.all.items[item.index(TWIN.all.items.len())];
        let spelling = TWIN.all.spellings[item.first as usize];
        let words = &TWIN.all.words[spelling.start as usize..spelling.end as usize];
        let words: Vec<&str> = words.iter().map(|it| it.as_ref()).collect();
        let mut letters: Vec<char> = words.join(" ").chars().collect();
        for (at, deed, letter) in slips {
            let at = at.index(letters.len().max(1)).min(letters.len().saturating_sub(1));
            match deed {
                0 if !letters.is_empty() => drop(letters.remove(at)),
                1 => letters.insert(at, letter),
                2 if !letters.is_empty() => letters[at] = letter,
                3 if at + 1 < letters.len() => letters.swap(at, at + 1),
                _ => letters.truncate(cut),
            }
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_the_scan_finds_in_the_same_order(text in hasty()) {
        prop_assume!(find::coordinates::parse(&text).is_none());
        prop_assert_eq!(indexed(&text, Cloud::Public, 50), scan(&text, Cloud::Public, 50), "{}", text);
    }
}

proptest! {
    #[test]
    fn the_walk_over_the_words_gives_what_the_table_gives(
        words in prop::collection::vec("[a-d0]{1,12}", 1..40), typed in "[a-d0]{1,12}", begins: bool,
    ) {
        let vocabulary = Vocabulary::new(words.into_iter().map(String::into_boxed_str).collect());
        let mut walked = Vec::new();
        vocabulary.fits(&typed, begins, |word, fit| walked.push((word, fit)));
        let all = (0..vocabulary.len() as u32).filter_map(|it| Some((it, plain_fit(&typed, vocabulary.word(it), begins)?)));
        prop_assert_eq!(walked, all.collect::<Vec<_>>());
    }
}

#[test]
fn every_query_of_a_hand_gives_the_same_by_both() {
    for text in ["s", "san", "new york", "frankfrut", "sao paolo", "jp east", "de", "us", "equinix", "constantinopel"] {
        for cloud in [Cloud::Public, Cloud::China] {
            assert_eq!(indexed(text, cloud, 60), scan(text, cloud, 60), "{text}");
        }
    }
}

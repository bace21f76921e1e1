//! Every word of every name, once and sorted, and which of them a typed word means: the word itself, a word that it
//! begins, or one that is a few slips away.

/// Words longer than this are matched as they stand: nobody types them with slips and means another.
const LONGEST: usize = 24;

/// How well a word of the list fits a typed one; the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// Slips: a letter too many, too few, another, or two neighbors exchanged.
    pub slips: u8,
    /// Whether the typed word is only the beginning.
    pub unfinished: bool,
}

/// How many slips a typed word may have: none up to three letters or with a digit in it, since `LD4` is not `LD5`; one
/// up to seven letters; two beyond.
pub fn slips_allowed(word: &str) -> u8 {
    let has_digit = word.bytes().any(|it| it.is_ascii_digit());
    match word.len() {
        _ if has_digit => 0,
        0..=3 => 0,
        4..=7 => 1,
        8..=LONGEST => 2,
        _ => 0,
    }
}

/// The words.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Box<str>>,
    /// For each word how many of its first bytes are those of the word before.
    shared: Vec<u8>,
}

impl Vocabulary {
    /// The vocabulary of these words, which may repeat.
    pub fn new(mut words: Vec<Box<str>>) -> Vocabulary {
        words.sort_unstable();
        words.dedup();
        let mut shared = Vec::with_capacity(words.len());
        let mut before: &[u8] = &[];
        for word in &words {
            let same = before.iter().zip(word.bytes()).take_while(|(a, b)| **a == *b).count();
            shared.push(same.min(usize::from(u8::MAX)) as u8);
            before = word.as_bytes();
        }
        Vocabulary { words, shared }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// A word by its number; empty behind the end.
    pub fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", |it| it)
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|it| it.as_ref().cmp(word)).ok().map(|it| it as u32)
    }

    /// Tells `on_fit` every word that `typed` means, in the order of the list. A word that `begins` may go on behind what
    /// is typed.
    ///
    /// The list is walked as a tree: words that begin alike share the rows of the table of distances, and a branch that
    /// has gone too far is not looked at again.
    pub fn fits(&self, typed: &str, begins: bool, mut on_fit: impl FnMut(u32, Fit)) {
        let mut walk = Walk::new(typed, begins);
        for (number, (word, shared)) in self.words.iter().zip(&self.shared).enumerate() {
            if let Some(fit) = walk.step(word.as_bytes(), usize::from(*shared)) {
                on_fit(number as u32, fit);
            }
        }
    }
}

/// The way through the sorted words, with a row of distances for each letter of the present one.
struct Walk<'a> {
    typed: &'a [u8],
    allowed: u8,
    begins: bool,
    /// Row `d` holds the distances of the first `d` letters of the present word to the beginnings of the typed one.
    rows: Vec<Vec<u8>>,
    /// The least distance of the whole typed word to the first letters, up to each depth.
    least: Vec<u8>,
    /// How many rows hold for the present word.
    depth: usize,
    /// The depth below which nothing can fit any more.
    dead: Option<usize>,
}

impl<'a> Walk<'a> {
    fn new(typed: &'a str, begins: bool) -> Walk<'a> {
        let typed = typed.as_bytes();
        let first = (0..=typed.len().min(usize::from(u8::MAX))).map(|it| it as u8).collect();
        let allowed = slips_allowed(std::str::from_utf8(typed).unwrap_or_default());
        Walk { typed, allowed, begins, rows: vec![first], least: vec![u8::MAX], depth: 0, dead: None }
    }

    fn step(&mut self, word: &[u8], shared: usize) -> Option<Fit> {
        if self.dead.is_some_and(|dead| shared >= dead) {
            return self.unfinished(self.depth);
        }
        self.dead = None;
        self.depth = self.depth.min(shared);
        while self.depth < word.len() {
            let lowest = self.push(word);
            if lowest > self.allowed {
                self.dead = Some(self.depth);
                return self.unfinished(self.depth);
            }
        }
        let whole = self.rows[self.depth].last().copied().filter(|it| *it <= self.allowed);
        let whole = whole.map(|slips| Fit { slips, unfinished: false });
        match (whole, self.unfinished(self.depth)) {
            (Some(whole), Some(unfinished)) => Some(whole.min(unfinished)),
            (whole, unfinished) => whole.or(unfinished),
        }
    }

    /// The fit of a word that goes on behind what is typed.
    fn unfinished(&self, depth: usize) -> Option<Fit> {
        let slips = self.least[depth];
        (self.begins && slips <= self.allowed).then_some(Fit { slips, unfinished: true })
    }

    /// Adds the row of the next letter; gives the least distance from which one could still come back.
    fn push(&mut self, word: &[u8]) -> u8 {
        let depth = self.depth + 1;
        if self.rows.len() == depth {
            self.rows.push(vec![0; self.typed.len() + 1]);
            self.least.push(u8::MAX);
        }
        let (before, after) = self.rows.split_at_mut(depth);
        let (row, above) = (&mut after[0], &before[depth - 1]);
        row[0] = depth.min(usize::from(u8::MAX)) as u8;
        let letter = word[depth - 1];
        let mut lowest = row[0];
        for at in 1..=self.typed.len() {
            let other = u8::from(self.typed[at - 1] != letter);
            let mut value = (above[at - 1].saturating_add(other))
                .min(above[at].saturating_add(1))
                .min(row[at - 1].saturating_add(1));
            let exchanged =
                at > 1 && depth > 1 && self.typed[at - 2] == letter && self.typed[at - 1] == word[depth - 2];
            if exchanged {
                value = value.min(before[depth - 2][at - 2].saturating_add(1));
            }
            row[at] = value;
            lowest = lowest.min(value);
        }
        // An exchange reaches back over one row, and adds one.
        let reaching_back = above.iter().copied().min().unwrap_or(u8::MAX).saturating_add(1);
        self.least[depth] = self.least[depth - 1].min(row[self.typed.len()]);
        self.depth = depth;
        lowest.min(reaching_back)
    }
}

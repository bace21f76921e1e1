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
        if slips_allowed(typed) == 0 {
            return self.begun(typed, begins, on_fit);
        }
        let mut walk = Walk::new(typed, begins);
        for (number, (word, shared)) in self.words.iter().zip(&self.shared).enumerate() {
            if let Some(fit) = walk.step(word.as_bytes(), usize::from(*shared)) {
                on_fit(number as u32, fit);
            }
        }
    }

    /// The word itself and, if `typed` is a beginning, those that go on behind it: they stand in a row.
    fn begun(&self, typed: &str, begins: bool, mut on_fit: impl FnMut(u32, Fit)) {
        let first = self.words.partition_point(|it| it.as_ref() < typed);
        let begun = self.words.iter().enumerate().skip(first).take_while(|it| it.1.starts_with(typed));
        for (number, word) in begun {
            let unfinished = word.len() > typed.len();
            if unfinished && !begins {
                break;
            }
            on_fit(number as u32, Fit { slips: 0, unfinished });
        }
    }
}

/// The way through the sorted words, with a row of distances for each letter of the present one.
struct Walk<'a> {
    typed: &'a [u8],
    allowed: u8,
    begins: bool,
    /// Row `d` belongs to the first `d` letters of the present word.
    rows: Vec<Row>,
    /// How many rows hold for the present word.
    depth: usize,
    /// The depth below which nothing can fit any more.
    dead: Option<usize>,
}

/// The distances of the first letters of a word to the beginnings of the typed one.
///
/// A letter too many or too few leads one place off the diagonal of the table. Distances that lie further off than slips
/// are allowed are thus too great, whatever they are: they stay [`FAR`] and are never worked out.
struct Row {
    distances: Vec<u8>,
    /// The least of them.
    lowest: u8,
    /// The least distance of the whole typed word to the first letters, up to here.
    least: u8,
}

/// A distance that nobody asks for.
const FAR: u8 = u8::MAX;

impl<'a> Walk<'a> {
    fn new(typed: &'a str, begins: bool) -> Walk<'a> {
        let allowed = slips_allowed(typed);
        let typed = typed.as_bytes();
        let distances = (0..=typed.len().min(usize::from(FAR))).map(|it| it as u8).collect();
        let rows = vec![Row { distances, lowest: 0, least: FAR }];
        Walk { typed, allowed, begins, rows, depth: 0, dead: None }
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
        let whole = self.rows[self.depth].distances.last().copied().filter(|it| *it <= self.allowed);
        let whole = whole.map(|slips| Fit { slips, unfinished: false });
        match (whole, self.unfinished(self.depth)) {
            (Some(whole), Some(unfinished)) => Some(whole.min(unfinished)),
            (whole, unfinished) => whole.or(unfinished),
        }
    }

    /// The fit of a word that goes on behind what is typed.
    fn unfinished(&self, depth: usize) -> Option<Fit> {
        let slips = self.rows[depth].least;
        (self.begins && slips <= self.allowed).then_some(Fit { slips, unfinished: true })
    }

    /// Adds the row of the next letter; gives the least distance from which one could still come back.
    fn push(&mut self, word: &[u8]) -> u8 {
        let depth = self.depth + 1;
        if self.rows.len() == depth {
            self.rows.push(Row { distances: vec![FAR; self.typed.len() + 1], lowest: FAR, least: FAR });
        }
        let (before, after) = self.rows.split_at_mut(depth);
        let (row, above) = (&mut after[0], &before[depth - 1]);
        let (letter, allowed) = (word[depth - 1], usize::from(self.allowed));
        row.lowest = FAR;
        if depth <= allowed {
            row.distances[0] = depth as u8;
            row.lowest = depth as u8;
        }
        for at in depth.saturating_sub(allowed).max(1)..=(depth + allowed).min(self.typed.len()) {
            let other = u8::from(self.typed[at - 1] != letter);
            let mut value = (above.distances[at - 1].saturating_add(other))
                .min(above.distances[at].saturating_add(1))
                .min(row.distances[at - 1].saturating_add(1));
            let exchanged =
                at > 1 && depth > 1 && self.typed[at - 2] == letter && self.typed[at - 1] == word[depth - 2];
            if exchanged {
                value = value.min(before[depth - 2].distances[at - 2].saturating_add(1));
            }
            row.distances[at] = value;
            row.lowest = row.lowest.min(value);
        }
        row.least = above.least.min(row.distances[self.typed.len()]);
        self.depth = depth;
        // An exchange reaches back over one row, and adds one.
        row.lowest.min(above.lowest.saturating_add(1))
    }
}

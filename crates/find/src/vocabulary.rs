//! Every word of every name, once and sorted, and which of them a typed word means: the word itself, a word that it
//! begins, or one that is a few slips away.

/// Words longer than this are matched as they stand: nobody types them with slips and means another.
const LONGEST: usize = 24;
/// The most slips that any word may have.
const MOST_SLIPS: usize = 2;

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
        8..=LONGEST => MOST_SLIPS as u8,
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
    /// The list is walked as a tree: words that begin alike share their steps, and a branch that has gone too far is not
    /// looked at again. A step goes over all beginnings of the typed word at once, as bits of a number (Wu and Manber,
    /// "Fast text searching allowing errors", 1992), here with the exchange of two neighbors.
    pub fn fits(&self, typed: &str, begins: bool, mut on_fit: impl FnMut(u32, Fit)) {
        if slips_allowed(typed) == 0 {
            return self.begun(typed, begins, on_fit);
        }
        let mut walk = Walk::new(typed, begins);
        let mut at = 0;
        while let Some((word, shared)) = self.words.get(at).zip(self.shared.get(at)) {
            let (fit, dead) = walk.word(word.as_bytes(), usize::from(*shared));
            // Words that go on in a dead branch all fit as this one does.
            let alike = self.shared.iter().skip(at + 1).take_while(|it| usize::from(**it) >= dead).count();
            let behind = at + 1 + alike;
            if let Some(fit) = fit {
                (at..behind).for_each(|it| on_fit(it as u32, fit));
            }
            at = behind;
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

/// The way through the sorted words, with a step for each letter of the present one.
struct Walk {
    /// For each letter the places at which it is typed: bit `i` for the letter number `i`, from 1.
    places: [Places; 256],
    /// The place of the last typed letter.
    end: Places,
    allowed: usize,
    begins: bool,
    /// Step `d` belongs to the first `d` letters of the present word.
    steps: Vec<Step>,
    /// How many letters of the present word have been gone.
    depth: usize,
}

/// A bit for each beginning of the typed word, by its length.
type Places = u32;

/// Which beginnings of the typed word the first letters of a word can be meant for.
#[derive(Clone, Copy)]
struct Step {
    /// Those with at most as many slips as the place in this row says.
    within: [Places; MOST_SLIPS + 1],
    /// The fewest slips with which the whole typed word was met up to here, if it was.
    met: Option<u8>,
}

impl Walk {
    fn new(typed: &str, begins: bool) -> Walk {
        let mut places = [0; 256];
        for (at, letter) in typed.bytes().enumerate() {
            places[usize::from(letter)] |= 2 << at;
        }
        // Before the first letter of a word as many typed ones are too many as there are.
        let within = std::array::from_fn(|slips| (2 << slips) - 1);
        let steps = vec![Step { within, met: None }];
        let allowed = usize::from(slips_allowed(typed));
        Walk { places, end: 1 << typed.len(), allowed, begins, steps, depth: 0 }
    }

    /// How a word fits that shares its first letters with the one before; and how many of its letters lead to where
    /// nothing more can fit, more than any word has when none do.
    fn word(&mut self, word: &[u8], shared: usize) -> (Option<Fit>, usize) {
        self.depth = self.depth.min(shared);
        while self.depth < word.len() {
            if !self.step(word) {
                return (self.unfinished(), self.depth);
            }
        }
        let whole = self.slips_to_end(&self.steps[self.depth].within).map(|slips| Fit { slips, unfinished: false });
        (whole.into_iter().chain(self.unfinished()).min(), usize::MAX)
    }

    /// The fit of a word that goes on behind what is typed.
    fn unfinished(&self) -> Option<Fit> {
        self.steps[self.depth].met.filter(|_| self.begins).map(|slips| Fit { slips, unfinished: true })
    }

    fn slips_to_end(&self, within: &[Places]) -> Option<u8> {
        within.iter().take(self.allowed + 1).position(|it| it & self.end != 0).map(|it| it as u8)
    }

    /// Goes over the next letter; tells whether what follows may still fit.
    fn step(&mut self, word: &[u8]) -> bool {
        let at = self.depth;
        let before = self.steps[at];
        let here = self.places[usize::from(word[at])];
        // Two letters exchanged: this one is typed first, and the one before it now.
        let (exchanged, two_before) = match at.checked_sub(1) {
            Some(last) => ((here << 1) & self.places[usize::from(word[last])], self.steps[last].within),
            None => (0, [0; MOST_SLIPS + 1]),
        };
        let mut within = [0; MOST_SLIPS + 1];
        within[0] = (before.within[0] << 1) & here;
        for slips in 1..=self.allowed {
            let fewer = slips - 1;
            let same = (before.within[slips] << 1) & here;
            let other_or_left_out = (before.within[fewer] | within[fewer]) << 1;
            let too_many = before.within[fewer];
            let exchanged = (two_before[fewer] << 2) & exchanged;
            within[slips] = (same | other_or_left_out | too_many | exchanged) & (self.end * 2 - 1);
        }
        let met = [before.met, self.slips_to_end(&within)].into_iter().flatten().min();
        self.depth = at + 1;
        let step = Step { within, met };
        match self.steps.get_mut(self.depth) {
            Some(place) => *place = step,
            None => self.steps.push(step),
        }
        // An exchange with the letter that follows goes on from before this one.
        within[self.allowed] != 0 || before.within[self.allowed - 1] != 0
    }
}

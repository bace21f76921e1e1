//! What was typed, as words.

use crate::fold;

/// Words beyond this are not looked at; a pasted page is no question.
const MOST_WORDS: usize = 8;
/// Letters of a word beyond this are not looked at.
const MOST_LETTERS: usize = 48;

/// The typed words, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Each word, and whether it may be only the beginning of one: the last, as long as nothing stands behind it.
    pub words: Vec<(String, bool)>,
}

impl Query {
    /// The words of a text.
    pub fn new(text: &str) -> Query {
        let mut words = fold::words(text);
        words.truncate(MOST_WORDS);
        let last = words.len().saturating_sub(1);
        let typing = text.ends_with(char::is_alphanumeric);
        let word = |(at, word): (usize, String)| {
            let end = word.char_indices().map(|it| it.0).find(|it| *it >= MOST_LETTERS).unwrap_or(word.len());
            (word[..end].to_owned(), typing && at == last)
        };
        Query { words: words.into_iter().enumerate().map(word).collect() }
    }
}

//! Which letters of a shown name are what was typed.

use crate::fold;
use crate::query::Query;
use crate::vocabulary::Vocabulary;

/// A name in parts, each with whether it is what was typed; together they are the name.
///
/// A word with slips counts as a whole. A code of letters and digits is one word here, spaces or not.
pub fn marked<'a>(name: &'a str, query: &Query) -> Vec<(&'a str, bool)> {
    let mut parts: Vec<(&str, bool)> = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let word_end = rest.find(|it: char| !is_letter(it)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(word_end);
        let gap_end = behind.find(is_letter).unwrap_or(behind.len());
        let (gap, next) = behind.split_at(gap_end);
        let (strong, weak) = word.split_at(typed_letters(word, query));
        parts.extend([(strong, true), (weak, false), (gap, false)].into_iter().filter(|it| !it.0.is_empty()));
        rest = next;
    }
    parts
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '\'' | '’' | '&')
}

/// How many bytes at the beginning of a word of a name are what was typed.
fn typed_letters(word: &str, query: &Query) -> usize {
    // `Amsterdam2` is two words to the search.
    let words = fold::words(word);
    let folded = words.concat();
    let is_typed = |it: &str| query.words.iter().any(|(typed, _)| typed == it);
    if is_typed(&folded) || (!words.is_empty() && words.iter().all(|it| is_typed(it))) {
        return word.len();
    }
    if let Some(first) = words.first().filter(|it| is_typed(it)) {
        return cut(word, first.len());
    }
    let begun = query.words.iter().filter(|(typed, begins)| *begins && folded.starts_with(typed.as_str()));
    if let Some(letters) = begun.map(|it| it.0.len()).max() {
        return cut(word, letters);
    }
    let slipped = query.words.iter().any(|(typed, _)| words.iter().any(|it| is_slip_of(typed, it)));
    if slipped { word.len() } else { 0 }
}

/// How many bytes of a word its first `count` folded letters take.
fn cut(word: &str, count: usize) -> usize {
    let ends = word.char_indices().map(|(at, it)| at + it.len_utf8());
    let mut ends = ends.filter(|end| fold::words(&word[..*end]).concat().len() >= count);
    ends.next().unwrap_or(word.len())
}

/// Whether a typed word is another with slips.
fn is_slip_of(typed: &str, word: &str) -> bool {
    let mut found = false;
    Vocabulary::new(vec![word.into()]).fits(typed, false, |_, _| found = true);
    found
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::query::Query;

    /// The name with what was typed in brackets.
    fn shown(name: &str, typed: &str) -> String {
        let parts = marked(name, &Query::new(typed));
        parts.into_iter().map(|(part, strong)| if strong { format!("[{part}]") } else { part.to_owned() }).collect()
    }

    #[test]
    fn what_was_typed_is_strong_and_nothing_else() {
        assert_eq!(shown("Frankfurt am Main", "fra"), "[Fra]nkfurt am Main");
        assert_eq!(shown("Frankfurt am Main", "main frank"), "[Frank]furt am [Main]");
        assert_eq!(shown("Frankfurt", "frankfrut"), "[Frankfurt]");
        assert_eq!(shown("São Paulo", "sao p"), "[São] [P]aulo");
        assert_eq!(shown("Amsterdam2", "amsterdam"), "[Amsterdam]2");
        assert_eq!(shown("Amsterdam2", "amsterdam 2"), "[Amsterdam2]");
        assert_eq!(shown("AT&T NetBond", "at&t"), "[AT&T] NetBond");
        assert_eq!(shown("Washington DC", "wdc"), "Washington DC");
    }
}

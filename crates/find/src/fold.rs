//! Text as words that can be compared: folded, and cut the same way in names and in what is typed.

use reach::names::folded;

/// Letters that stand before digits in one word up to this length, as in `LD5` and `US 2`; longer ones stand apart, as
/// in `London 2` and `London2`.
const CODE_LETTERS: usize = 3;
/// Digits of a code, as in `FRA11`.
const CODE_DIGITS: usize = 2;

/// The words of a text: letters and digits without case and diacritics, parted at everything else.
///
/// A point, an apostrophe or `&` between letters does not part (`D.C.`, `L'Aquila`, `AT&T`). A short word of letters
/// and the short number behind it are one word whether a space stands between them or not; a longer word and its number
/// are two.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for chunk in text.split(parts).map(fold).filter(|it| !it.is_empty()) {
        let (letters, digits) = letters_and_digits(&chunk);
        if !letters.is_empty() && !digits.is_empty() && letters.len() > CODE_LETTERS {
            words.push(letters.to_owned());
            words.push(digits.to_owned());
        } else if letters.is_empty() && digits.len() <= CODE_DIGITS && words.last().is_some_and(|it| is_code_head(it)) {
            if let Some(head) = words.last_mut() {
                head.push_str(digits);
            }
        } else {
            words.push(chunk);
        }
    }
    words
}

/// The slug of a name that has none in the tables: its letters and digits without case and diacritics, parted by hyphens.
pub fn slug_of(name: &str) -> String {
    let words = name.split(|it: char| !it.is_alphanumeric()).map(folded).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn parts(letter: char) -> bool {
    !(letter.is_alphanumeric() || matches!(letter, '.' | '\'' | '’' | '‘' | 'ʻ' | '`' | '&') || is_mark(letter))
}

/// A mark on the letter before it, which folding takes away.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// [`folded`], with a short way for plain letters, which most names have alone.
fn fold(chunk: &str) -> String {
    if chunk.is_ascii() {
        return chunk.bytes().filter(u8::is_ascii_alphanumeric).map(|it| char::from(it.to_ascii_lowercase())).collect();
    }
    folded(chunk)
}

/// A word that is letters and then digits, as both; otherwise the word and nothing.
fn letters_and_digits(word: &str) -> (&str, &str) {
    let at = word.find(|it: char| it.is_ascii_digit()).unwrap_or(word.len());
    let (letters, digits) = word.split_at(at);
    if digits.bytes().all(|it| it.is_ascii_digit()) { (letters, digits) } else { (word, "") }
}

fn is_code_head(word: &str) -> bool {
    word.len() <= CODE_LETTERS && word.bytes().all(|it| it.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{slug_of, words};

    #[test]
    fn names_are_cut_where_people_hear_them_cut() {
        let cases: [(&str, &[&str]); 14] = [
            ("Frankfurt am Main", &["frankfurt", "am", "main"]),
            ("São Paulo", &["sao", "paulo"]),
            ("Washington, D.C.", &["washington", "dc"]),
            ("AT&T NetBond", &["att", "netbond"]),
            ("L’Aquila", &["laquila"]),
            ("St. Gallen", &["st", "gallen"]),
            ("London2", &["london", "2"]),
            ("London 2", &["london", "2"]),
            ("Equinix LD5", &["equinix", "ld5"]),
            ("ld 5", &["ld5"]),
            ("West US 2", &["west", "us2"]),
            ("westus2", &["westus", "2"]),
            ("Digital Realty (Interxion) FRA11", &["digital", "realty", "interxion", "fra11"]),
            ("  ", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn names_without_a_slug_get_one() {
        assert_eq!(slug_of("Equinix AM5"), "equinix-am5");
        assert_eq!(slug_of("AT&T NetBond"), "at-t-netbond");
        assert_eq!(slug_of("GÉANT"), "geant");
        assert_eq!(slug_of("Digital Realty (Interxion) AMS8"), "digital-realty-interxion-ams8");
    }

    #[test]
    fn marks_written_apart_from_their_letter_do_not_part_a_word() {
        assert_eq!(words("Que\u{301}bec"), ["quebec"]);
    }
}

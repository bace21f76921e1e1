//! Sentences with places, for pages that say them in another language. Programs say them in English.

/// Marks an English text that pages say in the language of their reader: by this call it is found for translators.
pub const fn phrase(english: &'static str) -> &'static str {
    english
}

/// Says a text with values at its places, such as `{count} of {all}`, in some language.
pub type Say = fn(&str, &[(&str, &str)]) -> String;

/// Says it in English.
pub fn english(text: &str, values: &[(&str, &str)]) -> String {
    filled(text, values)
}

/// A text with values at its places; a place without a value stays as it is.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut parts = text.split('{');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        match values.iter().find(|it| it.0 == name) {
            Some((_, value)) => whole += value,
            None => whole += &["{", name, "}"].concat(),
        }
        whole += rest;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::english;

    #[test]
    fn values_stand_where_the_text_wants_them() {
        assert_eq!(english("{count} of {all}", &[("all", "62"), ("count", "17")]), "17 of 62");
        assert_eq!(english("{count} of {all}", &[("all", "62")]), "{count} of 62");
        assert_eq!(english("{a}{a}.", &[("a", "x")]), "xx.");
    }

    #[test]
    fn a_value_that_looks_like_a_place_stays_a_value() {
        assert_eq!(english("{a} {b}", &[("a", "{b}"), ("b", "c")]), "{b} c");
    }
}

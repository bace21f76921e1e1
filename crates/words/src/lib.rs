//! What the page says, in the language that it is read in. The English text is the key, as in gettext: it stands where it
//! is used, and a translation stands beside it in a catalog of its language.

use std::borrow::Cow;

/// A text in the page's language; the English one where the catalog has none.
pub fn say(english: &'static str) -> Cow<'static, str> {
    Cow::Borrowed(english)
}

/// A text with values at its places, such as `{count} of {all}`. A place without a value stays as it is.
pub fn say_with(english: &'static str, values: &[(&str, &str)]) -> String {
    let mut text = say(english).into_owned();
    for (name, value) in values {
        text = text.replace(&["{", name, "}"].concat(), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::say_with;

    #[test]
    fn values_stand_where_the_text_wants_them() {
        assert_eq!(say_with("{count} of {all}", &[("all", "62"), ("count", "17")]), "17 of 62");
        assert_eq!(say_with("{count} of {all}", &[("all", "62")]), "{count} of 62");
    }
}

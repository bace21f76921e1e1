//! What the page says, in the language that it is read in. The English text is the key, as in gettext: it stands where it
//! is used, as a literal, and its translations stand in texts/, one file a language: docs/languages.md.

mod browser;
mod reading;

use browser::{reading, translated};
use reach::geo::DistanceBasis;
use reach::phrase::filled;
use std::borrow::Cow;

/// A text in the page's language; the English one where the catalog has none.
pub fn say(english: &'static str) -> Cow<'static, str> {
    match reading().is_english() {
        true => Cow::Borrowed(english),
        false => Cow::Owned(translated(english)),
    }
}

/// The same, to be kept.
pub fn said(english: &str) -> String {
    say_with(english, &[])
}

/// A text with values at its places, such as `{count} of {all}`. A place without a value stays as it is.
pub fn say_with(english: &str, values: &[(&str, &str)]) -> String {
    match reading().is_english() {
        true => filled(english, values),
        false => filled(&translated(english), values),
    }
}

/// An English text as a page of any language shows it: between the signs with which Unicode sets such a text apart
/// (U+2068 and U+2069), by which the page marks it as English. In English it is one of its own. Within a sentence the place
/// `{quoted}` does the same.
pub fn foreign(english: &str) -> String {
    match english.is_empty() || reading().is_english() {
        true => english.to_owned(),
        false => ["\u{2068}", english, "\u{2069}"].concat(),
    }
}

/// The parts of a text, by turns in the page's language and in English: see [`foreign`].
pub fn by_language(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let parts = text.split(['\u{2068}', '\u{2069}']).enumerate();
    parts.map(|(at, part)| (part, at % 2 == 1)).filter(|it| !it.0.is_empty())
}

/// A text that has a form for one and a form for any other number. Its place `{count}` is the number.
pub fn say_count(count: usize, one: &'static str, many: &'static str, values: &[(&str, &str)]) -> String {
    let number = number(count);
    let mut all = vec![("count", number.as_str())];
    all.extend_from_slice(values);
    say_with(if count == 1 { one } else { many }, &all)
}

/// A whole number as the page's language writes it: `1,476` or `1.476`.
pub fn number(whole: usize) -> String {
    reading().number(whole)
}

/// A number of tenths as the page's language writes it: `12.5` or `12,5`.
pub fn tenths(tenths: usize) -> String {
    reading().tenths(tenths)
}

/// Whole kilometers as the reader wants them, in kilometers or miles, without the unit; marked as approximate where an end
/// is known only to its state or country.
pub fn distance(whole_km: u32, basis: DistanceBasis) -> String {
    reading().distance(whole_km, basis)
}

/// How much larger than usual the reader has text, by the browser's settings: panels and the widths at which the page
/// changes follow it.
pub fn text_scale() -> f64 {
    browser::text_scale()
}

/// The unit of distances: `km` or `mi`.
pub fn unit() -> &'static str {
    reading().unit()
}

/// A date such as `2026-04-28` as the page's language writes it: `28 Apr 2026` or `28. Apr. 2026`; other text as it
/// stands. The browser writes it, in English too: it knows every language's months.
pub fn date(iso: &str) -> String {
    browser::date(iso)
}

#[cfg(test)]
mod tests {
    use super::{by_language, say_count};

    #[test]
    fn what_is_set_apart_is_english() {
        let parts = |text| by_language(text).collect::<Vec<_>>();
        assert_eq!(parts("Nicht geöffnet."), [("Nicht geöffnet.", false)]);
        assert_eq!(
            parts("Nicht geöffnet: \u{2068}line 1 is wrong\u{2069}. Wählen Sie neu."),
            [("Nicht geöffnet: ", false), ("line 1 is wrong", true), (". Wählen Sie neu.", false)]
        );
        assert_eq!(parts("\u{2068}it is damaged\u{2069}"), [("it is damaged", true)]);
    }

    #[test]
    fn one_is_another_form_than_many() {
        let told =
            |count| say_count(count, "{count} region in {place}", "{count} regions in {place}", &[("place", "Asia")]);
        assert_eq!(told(0), "0 regions in Asia");
        assert_eq!(told(1), "1 region in Asia");
        assert_eq!(told(1_476), "1,476 regions in Asia");
    }
}

//! Degrees as people write them: decimal, with a decimal comma, with minutes and seconds, with letters of direction.

use crate::import::error::{Wrong, shortened};
use serde_json::Number;

/// Longer text is no number of degrees.
const LONGEST: usize = 48;

/// Which way degrees are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// North positive, up to 90.
    Latitude,
    /// East positive, up to 180.
    Longitude,
}

impl Axis {
    pub(super) fn word(self) -> &'static str {
        match self {
            Axis::Latitude => "latitude",
            Axis::Longitude => "longitude",
        }
    }

    fn most(self) -> f64 {
        match self {
            Axis::Latitude => 90.0,
            Axis::Longitude => 180.0,
        }
    }

    /// Whether a letter means this axis, and its negative half.
    fn direction(self, letter: char) -> Option<bool> {
        match (self, letter.to_ascii_uppercase()) {
            (Axis::Latitude, 'N') | (Axis::Longitude, 'E') => Some(false),
            (Axis::Latitude, 'S') | (Axis::Longitude, 'W') => Some(true),
            _ => None,
        }
    }
}

/// The degrees in a text; plain decimals keep the digits that they were typed with.
///
/// # Errors
/// When it is no number of degrees, or one beyond the Earth.
pub(super) fn degrees(text: &str, axis: Axis) -> Result<Number, Wrong> {
    let value = || shortened(text.trim());
    let not_degrees = || Wrong::NotDegrees { axis: axis.word(), value: value() };
    if text.len() > LONGEST {
        return Err(not_degrees());
    }
    let (typed, negative) = parsed(text.trim(), axis).ok_or_else(not_degrees)?;
    let size: f64 = typed.parse().map_err(|_| not_degrees())?;
    if size > axis.most() {
        return Err(Wrong::OutOfRange { axis: axis.word(), value: value() });
    }
    let sign = if negative && size > 0.0 { "-" } else { "" };
    format!("{sign}{typed}").parse().map_err(|_| not_degrees())
}

/// Latitude and longitude in one text, such as `52.37, 4.90` or `52°22'12"N 4°54'0"E`; longitude may come first where
/// letters say so. None when it is no such pair.
pub(super) fn pair(text: &str) -> Option<(Number, Number)> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']);
    if text.len() > 2 * LONGEST {
        return None;
    }
    let parts = text.char_indices().filter(|(_, it)| matches!(it, ',' | ';' | '/' | ' ' | '\t' | '\u{a0}'));
    let lettered = |text: &str| text.contains(['N', 'S', 'E', 'W', 'n', 's', 'e', 'w']);
    parts.filter_map(|(at, mark)| Some((text.get(..at)?, text.get(at + mark.len_utf8()..)?))).find_map(|(a, b)| {
        let in_order = degrees(a, Axis::Latitude).and_then(|lat| Ok((lat, degrees(b, Axis::Longitude)?)));
        let swapped = || {
            let both = degrees(b, Axis::Latitude).and_then(|lat| Ok((lat, degrees(a, Axis::Longitude)?)));
            both.ok().filter(|_| lettered(a) && lettered(b))
        };
        in_order.ok().or_else(swapped)
    })
}

/// The digits of a size, and whether it is negative.
fn parsed(text: &str, axis: Axis) -> Option<(String, bool)> {
    let (text, letter) = without_letter(text, axis);
    let (text, minus) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let negative = minus || letter == Some(true);
    let digits = text.trim_end_matches(['°', 'º', '˚']).trim_end();
    if let Some(plain) = decimal(digits) {
        return Some((plain, negative));
    }
    let marked = letter.is_some() || text.contains(['°', 'º', '˚']);
    let size = sexagesimal(text).filter(|_| marked)?;
    let typed = format!("{size:.6}");
    Some((typed.trim_end_matches('0').trim_end_matches('.').to_owned(), negative))
}

/// A letter of direction before or behind, taken off.
fn without_letter(text: &str, axis: Axis) -> (&str, Option<bool>) {
    let before = text.chars().next().and_then(|it| Some((axis.direction(it)?, text.get(it.len_utf8()..)?)));
    let behind = text.chars().next_back().and_then(|it| Some((axis.direction(it)?, text.strip_suffix(it)?)));
    match before.or(behind) {
        Some((negative, rest)) => (rest.trim(), Some(negative)),
        None => (text, None),
    }
}

/// Digits with at most one point or comma, as JSON writes a number.
fn decimal(text: &str) -> Option<String> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let all_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
}

/// Degrees, minutes and seconds: two or three numbers, the last with a fraction at most.
fn sexagesimal(text: &str) -> Option<f64> {
    let marks = |it: char| !it.is_ascii_digit() && it != '.' && it != ',';
    let known = |it: char| {
        matches!(it, '°' | 'º' | '˚' | '\'' | '′' | '’' | '"' | '″' | '”' | ':' | ' ' | '\u{a0}' | 'd' | 'm' | 's')
    };
    if text.chars().any(|it| marks(it) && !known(it)) {
        return None;
    }
    let numbers: Vec<&str> = text.split(marks).filter(|it| !it.is_empty()).collect();
    let (last, first) = numbers.split_last()?;
    if !(1..=2).contains(&first.len()) || first.iter().any(|it| it.contains(['.', ','])) {
        return None;
    }
    let mut size = 0.0;
    for (number, unit) in first.iter().chain([last]).zip([1.0, 60.0, 3600.0]) {
        let value: f64 = decimal(number)?.parse().ok()?;
        if unit > 1.0 && value >= 60.0 {
            return None;
        }
        size += value / unit;
    }
    Some(size)
}

#[cfg(test)]
mod tests {
    use super::{Axis, degrees, pair};
    use crate::import::error::Wrong;
    use proptest::prelude::*;

    fn check(text: &str, axis: Axis, expected: &str) {
        let read = degrees(text, axis).map(|it| it.to_string());
        assert_eq!(read, Ok(expected.to_owned()), "{text}");
    }

    #[test]
    fn degrees_are_read_as_people_write_them() {
        check("52.37", Axis::Latitude, "52.37");
        check(" 52.370 ", Axis::Latitude, "52.370");
        check("-4.9", Axis::Longitude, "-4.9");
        check("−4.9", Axis::Longitude, "-4.9");
        check("+052,5", Axis::Latitude, "52.5");
        check(".5", Axis::Latitude, "0.5");
        check("180", Axis::Longitude, "180");
        check("52.37° N", Axis::Latitude, "52.37");
        check("S 33.9", Axis::Latitude, "-33.9");
        check("74.17w", Axis::Longitude, "-74.17");
        check("52°30'N", Axis::Latitude, "52.5");
        check("4° 54' 0\" E", Axis::Longitude, "4.9");
        check("33°52′08″S", Axis::Latitude, "-33.868889");
        check("33 30 00 S", Axis::Latitude, "-33.5");
        check("52:15:00N", Axis::Latitude, "52.25");
        check("0° S", Axis::Latitude, "0");
    }

    #[test]
    fn anything_else_is_told() {
        for text in ["", "abc", "1e3", "52.3.7", "52 30", "52°61'N", "NaN", "4.9E9", "52,3,7", "--5", &"5".repeat(99)]
        {
            let told = degrees(text, Axis::Latitude);
            assert!(matches!(told, Err(Wrong::NotDegrees { axis: "latitude", .. })), "{text}: {told:?}");
        }
        let out = |text, axis: Axis| assert!(matches!(degrees(text, axis), Err(Wrong::OutOfRange { .. })), "{text}");
        out("90.1", Axis::Latitude);
        out("-200", Axis::Longitude);
        assert!(degrees("5 E", Axis::Latitude).is_err(), "an eastern latitude");
    }

    #[test]
    fn two_values_in_one_text_are_a_pair() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let read = pair(text).map(|(lat, lon)| (lat.to_string(), lon.to_string()));
            assert_eq!(read, expected.map(|(lat, lon)| (lat.to_owned(), lon.to_owned())), "{text}");
        };
        check("52.37, 4.90", Some(("52.37", "4.90")));
        check("(52.37 4.90)", Some(("52.37", "4.90")));
        check("52,37 4,90", Some(("52.37", "4.90")));
        check("52,37,4,90", Some(("52.37", "4.90")));
        check("52°30'N 4°54'E", Some(("52.5", "4.9")));
        check("4°54'E, 52°30'N", Some(("52.5", "4.9")));
        check("52 30 00 N 4 54 00 E", Some(("52.5", "4.9")));
        check("52.37", None);
        check("Amsterdam 52.37 4.90", None);
        check("151.2 -33.9", None);
    }

    proptest! {
        #[test]
        fn what_is_written_with_a_letter_is_read_back(degrees_in in 0u32..90, minutes in 0u32..60, seconds in 0u32..60) {
            let text = format!("{degrees_in}°{minutes}'{seconds}\"S");
            let read = degrees(&text, Axis::Latitude).unwrap().as_f64().unwrap();
            let meant = -(f64::from(degrees_in) + f64::from(minutes) / 60.0 + f64::from(seconds) / 3600.0);
            prop_assert!((read - meant).abs() < 1e-6, "{text}: {read}");
        }

        #[test]
        fn no_text_brings_it_down(text in ".{0,60}") {
            let _ = (degrees(&text, Axis::Longitude), pair(&text));
        }
    }
}

//! Numbers as people type them.

use serde_json::Number;

/// A whole number; none for an empty field.
///
/// # Errors
/// When it is something else: says what is expected.
pub fn whole(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let digits: String = text.chars().filter(|it| !it.is_whitespace() && *it != ',').collect();
    digits
        .parse()
        .map(Some)
        .map_err(|_| words::say_with("{text} is not a whole number from 0 to 4294967295.", &[("text", text)]))
}

/// Degrees with the digits that were typed: `52.37`, `52,37`, `+4.9°`, `33.9 S`; none for an empty field. `letters` are
/// those of the positive and the negative half.
///
/// # Errors
/// When it is something else, or lies outside of `limit`: says what is expected.
pub fn degrees(text: &str, limit: f64, letters: [char; 2]) -> Result<Option<Number>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let expected = || {
        words::say_with(
            "{text} is not a number of degrees from -{limit} to {limit}, such as 52.37.",
            &[("text", text), ("limit", &limit.to_string())],
        )
    };
    let upper = text.to_uppercase();
    let (body, negative) = match upper.chars().next_back() {
        Some(letter) if letter == letters[0] => (upper.trim_end_matches(letter), false),
        Some(letter) if letter == letters[1] => (upper.trim_end_matches(letter), true),
        Some(_) | None => (upper.as_str(), false),
    };
    let body = body.trim().trim_end_matches('°').trim().replace(',', ".").replace('\u{2212}', "-");
    let unsigned = body.strip_prefix(['+', '-']).unwrap_or(&body);
    let minus = body.starts_with('-') != negative;
    let whole = if unsigned.starts_with('.') { format!("0{unsigned}") } else { unsigned.to_owned() };
    let whole = whole.trim_end_matches('.');
    let plain = whole.chars().all(|it| it.is_ascii_digit() || it == '.');
    let trimmed = whole.trim_start_matches('0');
    let digits =
        if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_owned() };
    let signed = if minus { format!("-{digits}") } else { digits };
    let number: Number = signed.parse().map_err(|_| expected())?;
    match number.as_f64() {
        Some(value) if plain && value.abs() <= limit => Ok(Some(number)),
        Some(_) | None => Err(expected()),
    }
}

/// A latitude and a longitude in one field: `52.37, 4.9`, `52.37 4.9`, `52.37N 4.9E`; none when it is something else.
pub fn coordinates(text: &str) -> Option<(Number, Number)> {
    let (north, east) = text.split_once(", ").or_else(|| text.split_once([',', ';', ' ']))?;
    let north = degrees(north, 90.0, ['N', 'S']).ok().flatten()?;
    let east = degrees(east, 180.0, ['E', 'W']).ok().flatten()?;
    Some((north, east))
}

#[cfg(test)]
mod tests {
    use super::{coordinates, degrees, whole};

    fn north(text: &str) -> Option<String> {
        degrees(text, 90.0, ['N', 'S']).ok().flatten().map(|it| it.to_string())
    }

    #[test]
    fn degrees_keep_the_digits_that_were_typed() {
        for (typed, kept) in [
            ("52.370", "52.370"),
            (" 52,37 ", "52.37"),
            ("+4.9°", "4.9"),
            ("33.9 S", "-33.9"),
            ("33.9s", "-33.9"),
            ("-33.9", "-33.9"),
            ("\u{2212}33.9", "-33.9"),
            (".5", "0.5"),
            ("007", "7"),
            ("0", "0"),
            ("90", "90"),
        ] {
            assert_eq!(north(typed).as_deref(), Some(kept), "{typed}");
        }
    }

    #[test]
    fn what_is_no_latitude_is_told() {
        for typed in ["north", "91", "52.3.7", "1e1", "5 2", "--5", "NaN"] {
            let error = degrees(typed, 90.0, ['N', 'S']).unwrap_err();
            assert!(error.starts_with(typed) && error.contains("-90 to 90"), "{error}");
        }
        assert_eq!(degrees("  ", 90.0, ['N', 'S']), Ok(None));
    }

    #[test]
    fn a_whole_number_may_be_grouped() {
        assert_eq!(whole("10 000"), Ok(Some(10_000)));
        assert_eq!(whole("4,000"), Ok(Some(4_000)));
        assert_eq!(whole(""), Ok(None));
        assert!(whole("1.5").is_err() && whole("-1").is_err() && whole("4294967296").is_err());
    }

    #[test]
    fn coordinates_fit_into_one_field() {
        let told = |text: &str| coordinates(text).map(|(north, east)| format!("{north} {east}"));
        assert_eq!(told("52.37, 4.9").as_deref(), Some("52.37 4.9"));
        assert_eq!(told("52.37,4.9").as_deref(), Some("52.37 4.9"));
        assert_eq!(told("52,37 4,9").as_deref(), None, "which comma parts the two is not clear");
        assert_eq!(told("33.9S 18.4E").as_deref(), Some("-33.9 18.4"));
        assert_eq!(told("Amsterdam HQ"), None);
        assert_eq!(told("52.37"), None);
    }
}

//! Numbers of coordinates in ten-millionths of a degree, read without floats so that every target reads the same.

/// Ten-millionths in a whole.
pub const ONE: i64 = 10_000_000;
const DECIMALS: usize = 7;

/// A number such as `52`, `52.37` or `-4.9` in ten-millionths; further decimals are cut. None for anything else, and for
/// more than three digits before the point, which no coordinate has.
pub fn decimal(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let mut value: i64 = whole.parse().ok()?;
    for place in 0..DECIMALS {
        let digit = decimals.as_bytes().get(place).map_or(0, |it| i64::from(it - b'0'));
        value = value * 10 + digit;
    }
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_read_to_the_centimeter() {
        assert_eq!(decimal("52.37"), Some(523_700_000));
        assert_eq!(decimal("-4.9"), Some(-49_000_000));
        assert_eq!(decimal("−4.9"), Some(-49_000_000));
        assert_eq!(decimal("+7"), Some(70_000_000));
        assert_eq!(decimal("0.12345678"), Some(1_234_567));
        assert_eq!(decimal("-0.5"), Some(-5_000_000));
    }

    #[test]
    fn other_text_is_no_number() {
        for text in ["", "-", ".5", "1e3", "52.3.7", "1000", "5a", "NaN"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}

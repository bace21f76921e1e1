//! How the page is read: its language, its unit of distance, and the signs in its numbers.

use reach::geo::DistanceBasis;

/// What assets/theme.js settles before anything is drawn.
#[derive(Clone, Copy)]
pub struct Reading(pub u32);

const FOREIGN: u32 = 1;
const MILES: u32 = 2;
const DECIMAL_COMMA: u32 = 4;
/// Above these bits stands the sign between groups of three digits.
const GROUP_SHIFT: u32 = 3;

const METERS_A_MILE: f64 = 1609.344;

impl Reading {
    /// English with kilometers: the language of the keys, and of every program without a page.
    #[cfg_attr(target_family = "wasm", expect(dead_code, reason = "a page always says how it is read"))]
    pub const ENGLISH: Reading = Reading((',' as u32) << GROUP_SHIFT);

    pub fn is_english(self) -> bool {
        self.0 & FOREIGN == 0
    }

    pub fn number(self, whole: usize) -> String {
        let digits = whole.to_string();
        let group = char::from_u32(self.0 >> GROUP_SHIFT).unwrap_or(',');
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        text
    }

    pub fn tenths(self, tenths: usize) -> String {
        let sign = if self.0 & DECIMAL_COMMA == 0 { "." } else { "," };
        [&self.number(tenths / 10), sign, &(tenths % 10).to_string()].concat()
    }

    pub fn distance(self, whole_km: u32, basis: DistanceBasis) -> String {
        let whole = match self.0 & MILES {
            0 => whole_km,
            _ => (f64::from(whole_km) * 1000.0 / METERS_A_MILE + 0.5) as u32,
        };
        let number = match whole {
            0 => "<\u{2009}1".to_owned(),
            more => self.number(more as usize),
        };
        match basis {
            DistanceBasis::Site | DistanceBasis::City => number,
            DistanceBasis::State => ["≈\u{2009}", &number].concat(),
        }
    }

    pub fn unit(self) -> &'static str {
        if self.0 & MILES == 0 { "km" } else { "mi" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As assets/theme.js says it for a reader of German.
    const GERMAN: Reading = Reading(('.' as u32) << GROUP_SHIFT | DECIMAL_COMMA | FOREIGN);
    const AMERICAN: Reading = Reading(Reading::ENGLISH.0 | MILES);

    #[test]
    fn thousands_stand_apart_as_the_language_has_it() {
        assert_eq!(Reading::ENGLISH.number(999), "999");
        assert_eq!(Reading::ENGLISH.number(1_476), "1,476");
        assert_eq!(GERMAN.number(12_345_678), "12.345.678");
    }

    #[test]
    fn tenths_follow_the_sign_of_the_language() {
        assert_eq!(Reading::ENGLISH.tenths(12_345), "1,234.5");
        assert_eq!(GERMAN.tenths(12_345), "1.234,5");
        assert_eq!(GERMAN.tenths(4), "0,4");
    }

    #[test]
    fn a_distance_says_how_exact_it_is() {
        assert_eq!(Reading::ENGLISH.distance(359, DistanceBasis::City), "359");
        assert_eq!(Reading::ENGLISH.distance(0, DistanceBasis::Site), "<\u{2009}1");
        assert_eq!(Reading::ENGLISH.distance(2_319, DistanceBasis::State), "≈\u{2009}2,319");
        assert_eq!(GERMAN.distance(2_319, DistanceBasis::State), "≈\u{2009}2.319");
    }

    #[test]
    fn miles_are_rounded_to_the_nearest() {
        // 8 km are 4.97 miles, 100 km 62.14, 1609 km 999.8, and 20 004 km, from pole to pole, 12 429.9.
        for (km, miles) in [(0, "<\u{2009}1"), (1, "1"), (8, "5"), (100, "62"), (1_609, "1,000"), (20_004, "12,430")] {
            assert_eq!(AMERICAN.distance(km, DistanceBasis::Site), miles, "{km} km");
        }
        assert_eq!((AMERICAN.unit(), GERMAN.unit()), ("mi", "km"));
    }
}

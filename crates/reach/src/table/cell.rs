//! Cells → typed values. Each reader reports a bad cell and gives none.

use crate::id::{GeopoliticalRegionId, PeeringLocationId, RegionId, SourceId};
use crate::table::error::Problem;
use crate::table::sheet::{Row, Sheet};
use crate::tables::PackedPoint;
use std::str::FromStr;

/// The words of a closed set and what each means.
pub(crate) type Words<T> = &'static [(&'static str, T)];

/// `yes` and `no`.
pub(crate) const YES_NO: Words<bool> = &[("yes", true), ("no", false)];

impl<'a> Row<'a> {
    /// The cell, which must not be empty.
    pub(crate) fn required(self, column: &'static str) -> Option<String> {
        let text = self.text(column);
        if text.trim().is_empty() {
            self.wrong(column, text, Problem::Missing);
            return None;
        }
        Some(text.to_owned())
    }

    /// A word of a closed set that parses itself.
    pub(crate) fn parsed<T: FromStr>(self, column: &'static str, choices: &'static [&'static str]) -> Option<T> {
        let text = self.text(column);
        // Files hold the words exactly as they are; only people may write them in capitals.
        let found = choices.contains(&text).then(|| text.parse().ok()).flatten();
        if found.is_none() {
            self.wrong(column, text, Problem::Word { choices });
        }
        found
    }

    /// One of `words`.
    pub(crate) fn word<T: Copy>(
        self,
        column: &'static str,
        words: Words<T>,
        choices: &'static [&'static str],
    ) -> Option<T> {
        let text = self.text(column);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            self.wrong(column, text, Problem::Word { choices });
        }
        found
    }

    /// `yes` or `no`.
    pub(crate) fn yes_no(self, column: &'static str) -> Option<bool> {
        self.word(column, YES_NO, &["yes", "no"])
    }

    /// `yes`, `no` or nothing; the outer option is none for anything else.
    pub(crate) fn yes_no_or_empty(self, column: &'static str) -> Option<Option<bool>> {
        if self.text(column).is_empty() { Some(None) } else { self.yes_no(column).map(Some) }
    }

    /// A whole number from `low` to `high`.
    pub(crate) fn whole(self, column: &'static str, low: u32, high: u32) -> Option<u32> {
        let text = self.text(column);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let found = text.parse().ok().filter(|_| digits).filter(|number| (low..=high).contains(number));
        if found.is_none() {
            self.wrong(column, text, Problem::Whole { low, high });
        }
        found
    }

    /// Degrees in `latitude_column` and `longitude_column`.
    pub(crate) fn point(self, latitude_column: &'static str, longitude_column: &'static str) -> Option<PackedPoint> {
        let lat_e7 = self.degrees(latitude_column, 90);
        let lon_e7 = self.degrees(longitude_column, 180);
        Some(PackedPoint { lon_e7: lon_e7?, lat_e7: lat_e7? })
    }

    fn degrees(self, column: &'static str, limit: u16) -> Option<i32> {
        let text = self.text(column);
        let found = ten_millionths(text).filter(|value| value.unsigned_abs() <= u32::from(limit) * 10_000_000);
        if found.is_none() {
            self.wrong(column, text, Problem::Decimal { limit });
        }
        found
    }

    /// A date, `YYYY-MM-DD`.
    pub(crate) fn date(self, column: &'static str) -> Option<String> {
        let text = self.text(column);
        if !is_date(text) {
            self.wrong(column, text, Problem::Date);
            return None;
        }
        Some(text.to_owned())
    }

    /// A reference into `keys`.
    pub(crate) fn reference<Id: RowId>(self, column: &'static str, keys: &Keys) -> Option<Id> {
        self.entry(column, self.text(column), keys)
    }

    /// A reference into `keys`, or nothing; the outer option is none for an unknown key.
    pub(crate) fn reference_or_empty<Id: RowId>(self, column: &'static str, keys: &Keys) -> Option<Option<Id>> {
        if self.text(column).is_empty() { Some(None) } else { self.reference(column, keys).map(Some) }
    }

    /// A list of references into `keys`, each once.
    pub(crate) fn references<Id: RowId>(self, column: &'static str, keys: &Keys) -> Option<Vec<Id>> {
        let mut found = Vec::new();
        let mut whole = true;
        for text in self.list(column) {
            match self.entry(column, text, keys) {
                Some(id) if found.contains(&id) => {
                    self.wrong(column, text, Problem::Duplicate { first_line: self.line() });
                    whole = false;
                }
                Some(id) => found.push(id),
                None => whole = false,
            }
        }
        whole.then_some(found)
    }

    fn entry<Id: RowId>(self, column: &'static str, text: &str, keys: &Keys) -> Option<Id> {
        let found = keys.find(text);
        if found.is_none() {
            self.wrong(column, text, Problem::Unknown { what: keys.what, table: keys.table });
        }
        found.map(Id::from_place)
    }

    /// The documents of the row. Unknown keys are reported by the check that every table goes through.
    pub(crate) fn sources(self, keys: &Keys) -> Vec<SourceId> {
        self.list("source").filter_map(|key| keys.find(key)).map(SourceId).collect()
    }
}

/// An id made of a place in a sorted table.
pub(crate) trait RowId: PartialEq {
    fn from_place(place: u16) -> Self;
}

macro_rules! row_ids {
    ($($id:ident),+) => { $(impl RowId for $id { fn from_place(place: u16) -> Self { $id(place) } })+ };
}
row_ids!(CountryCode, GeopoliticalRegionId, PeeringLocationId, RegionId);

/// A row of countries.csv: rows keep the code itself, so this is only a sign that the country is known.
#[derive(PartialEq)]
pub(crate) struct CountryCode(u16);

/// The keys of a table, sorted, so that a key's place is its row's.
pub(crate) struct Keys<'a> {
    what: &'static str,
    table: &'static str,
    keys: Vec<&'a str>,
}

impl<'a> Keys<'a> {
    /// The first column of every row, taken before the rows are read: a bad row must not make others look bad.
    pub(crate) fn of(what: &'static str, sheet: &'a Sheet) -> Keys<'a> {
        let keys = sheet.rows.iter().filter_map(|row| row.cells.first()).map(String::as_str).collect();
        Keys { what, table: sheet.spec.name, keys }
    }

    pub(crate) fn find(&self, key: &str) -> Option<u16> {
        self.keys.binary_search(&key).ok().and_then(|place| u16::try_from(place).ok())
    }
}

/// A decimal number in ten-millionths: at most seven decimals, an optional minus and no other sign.
pub(crate) fn ten_millionths(text: &str) -> Option<i32> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(decimals) || decimals.len() > 7 || whole.len() > 3 {
        return None;
    }
    let value: i64 = format!("{whole}{decimals:0<7}").parse().ok()?;
    i32::try_from(if negative { -value } else { value }).ok()
}

/// Whether `text` is a day of the calendar as `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, width: usize| {
        let plain = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_exactly() {
        assert_eq!(ten_millionths("-0.0028934"), Some(-28_934));
        assert_eq!(ten_millionths("52.3667"), Some(523_667_000));
        assert_eq!(ten_millionths("180"), Some(1_800_000_000));
        for bad in ["", "-", ".5", "5.", "+5", "1e3", "1.12345678", "NaN", "9999", " 5"] {
            assert_eq!(ten_millionths(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        for good in ["2026-04-28", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in
            ["", "28.04.2026", "2026-4-28", "2026-02-30", "2023-02-29", "2026-13-01", "2026-00-10", "2026-04-28-1"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}

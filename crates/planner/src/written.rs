//! Times and sizes as the planner writes them.

/// A local time, such as `24 Nov 2026, 09:05`. `month` counts from 0.
pub fn time(year: u32, month: u32, day: u32, hour: u32, minute: u32) -> String {
    let date = words::date(&format!("{year:04}-{:02}-{day:02}", month + 1));
    format!("{date}, {hour:02}:{minute:02}")
}

/// A number of characters as the space they take, such as `12 kB`.
pub fn size(characters: usize) -> String {
    match characters.div_ceil(1_000) {
        few @ 0..1_000 => format!("{few} kB"),
        many => format!("{} MB", words::tenths(many / 100)),
    }
}

#[cfg(test)]
mod tests {
    use super::{size, time};

    #[test]
    fn times_and_sizes_are_short() {
        assert_eq!(time(2026, 10, 24, 9, 5), "24 Nov 2026, 09:05");
        assert_eq!((size(1), size(1_000), size(12_001)), ("1 kB".to_owned(), "1 kB".to_owned(), "13 kB".to_owned()));
        assert_eq!(size(1_250_000), "1.2 MB");
    }
}

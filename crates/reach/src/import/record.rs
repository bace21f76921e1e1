//! Text → records of cells: commas, semicolons, tabs or bars between them, quotation marks around them.

use std::borrow::Cow;

/// So many cells of a record are read: no table of sites has more.
const MOST_CELLS: usize = 200;

/// A cell and the byte of the text where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    pub(super) offset: usize,
    pub(super) text: Cow<'a, str>,
}

/// The records of a text.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    mark: u8,
    /// After a quotation mark that is never closed, quotation marks hold no line together any more.
    open_quote: Option<usize>,
}

/// What parts the cells: a tab, semicolon or bar when the first line has one, else a comma.
pub(super) fn mark_of(text: &str) -> u8 {
    let line = text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let mut found = b',';
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        match byte {
            b'\t' if !quoted => return b'\t',
            b';' | b'|' if !quoted && found == b',' => found = byte,
            _ => {}
        }
    }
    found
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, mark: u8) -> Records<'a> {
        Records { text, at: 0, mark, open_quote: None }
    }

    /// Where a quotation mark begins that is never closed.
    pub(super) fn open_quote(&self) -> Option<usize> {
        self.open_quote
    }

    fn cell(&mut self) -> Cell<'a> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let start = self.at + spaces;
        if rest.as_bytes().get(spaces) == Some(&b'"')
            && let Some((text, end)) = self.quoted(start)
        {
            self.at = end;
            return Cell { offset: start, text: Cow::Owned(text) };
        }
        let length = rest.bytes().position(|it| it == self.mark || it == b'\n').unwrap_or(rest.len());
        self.at += length;
        let text = rest.get(..length).unwrap_or_default().trim();
        Cell { offset: start, text: Cow::Borrowed(text) }
    }

    /// The text between the quotation mark at `start` and its second, and where the cell ends.
    fn quoted(&mut self, start: usize) -> Option<(String, usize)> {
        let line_end = |from: usize| {
            let rest = self.text.get(from..).unwrap_or_default();
            from + rest.bytes().position(|it| it == b'\n').unwrap_or(rest.len())
        };
        let limit = if self.open_quote.is_some() { line_end(start) } else { self.text.len() };
        let mut text = String::new();
        let mut from = start + 1;
        loop {
            let rest = self.text.get(from..limit)?;
            let Some(close) = rest.bytes().position(|it| it == b'"') else {
                self.open_quote.get_or_insert(start);
                return None;
            };
            text.push_str(rest.get(..close)?);
            from += close + 1;
            if self.text.as_bytes().get(from) != Some(&b'"') {
                break;
            }
            text.push('"');
            from += 1;
        }
        // What stands between the second mark and the end of the cell belongs to it.
        let rest = self.text.get(from..)?;
        let length = rest.bytes().position(|it| it == self.mark || it == b'\n').unwrap_or(rest.len());
        text.push_str(rest.get(..length)?.trim_end());
        Some((text, from + length))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Vec<Cell<'a>>;

    /// The next record that is not blank.
    fn next(&mut self) -> Option<Vec<Cell<'a>>> {
        while self.at < self.text.len() {
            let mut cells = Vec::new();
            loop {
                let cell = self.cell();
                if cells.len() < MOST_CELLS {
                    cells.push(cell);
                }
                let ends = self.text.as_bytes().get(self.at) != Some(&self.mark);
                self.at += 1;
                if ends {
                    break;
                }
            }
            if cells.iter().any(|it| !it.text.is_empty()) {
                return Some(cells);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Records, mark_of};
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        Records::new(text, mark_of(text)).map(|it| it.into_iter().map(|it| it.text.into_owned()).collect()).collect()
    }

    #[test]
    fn the_first_line_says_what_parts_cells() {
        assert_eq!(cells("a,b\nc,d"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells("a;b,5\r\nc;d\r\n"), [["a", "b,5"], ["c", "d"]]);
        assert_eq!(cells("a\tb;c"), [["a", "b;c"]]);
        assert_eq!(cells("\"a;b\",c"), [["a;b", "c"]]);
        assert_eq!(cells("\n \na|b\n\n\nc|d"), [["a", "b"], ["c", "d"]]);
    }

    #[test]
    fn quotation_marks_hold_marks_lines_and_themselves() {
        assert_eq!(cells("\"a, b\",\"say \"\"x\"\"\",\"two\nlines\",d"), [["a, b", "say \"x\"", "two\nlines", "d"]]);
        assert_eq!(cells("5\" pipe,b"), [["5\" pipe", "b"]]);
    }

    #[test]
    fn an_open_quotation_mark_costs_its_line_only() {
        let mut records = Records::new("a,\"b\nc,d\n\"e,f", b',');
        let read: Vec<Vec<String>> =
            records.by_ref().map(|it| it.into_iter().map(|it| it.text.into_owned()).collect()).collect();
        assert_eq!(records.open_quote(), None, "the second one closes it");
        assert_eq!(read, [vec!["a", "b\nc,d\ne", "f"]]);
        let mut records = Records::new("a,\"b\nc,d", b',');
        assert_eq!(records.by_ref().count(), 2);
        assert_eq!(records.open_quote(), Some(2));
    }

    proptest! {
        #[test]
        fn a_quoted_cell_comes_back(text in "[a-z\",;\n ]{1,20}") {
            prop_assume!(!text.trim().is_empty());
            let line = format!("\"{}\",b", text.replace('"', "\"\""));
            prop_assert_eq!(&Records::new(&line, b',').next().unwrap()[0].text, &text);
        }

        #[test]
        fn every_text_ends(text in "[a\",\n]{0,60}") {
            prop_assert!(Records::new(&text, b',').count() <= text.len() + 1);
        }
    }
}

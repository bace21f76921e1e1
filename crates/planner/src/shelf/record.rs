//! A kept plan or snapshot as the text that lies on the shelf: a few lines about it, then the packed file.

use crate::shelf::stamp::Stamp;

/// The first line of every record; another form gets another number.
const FORM: &str = "expressroute-atlas-kept 1";

/// So many earlier revisions are remembered.
const LONGEST_LINE: usize = 16;

/// A kept plan or snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its revision.
    pub stamp: Stamp,
    /// The revisions that it was made from, newest first.
    pub line: Vec<Stamp>,
    /// When it was written, in milliseconds since 1970, UTC.
    pub changed_ms: u64,
    /// The plan's name, or the snapshot's.
    pub name: String,
    /// The plan's file, packed.
    pub packed: String,
}

impl Record {
    /// The stamps of the record that follows this one, written by `writer`.
    pub fn next(&self, writer: &str) -> (Stamp, Vec<Stamp>) {
        let earlier = self.line.iter().take(LONGEST_LINE - 1);
        let line = std::iter::once(&self.stamp).chain(earlier).cloned().collect();
        (Stamp { revision: self.stamp.revision.saturating_add(1), writer: writer.to_owned() }, line)
    }

    /// The text that lies on the shelf.
    pub fn text(&self) -> String {
        let stamps = std::iter::once(&self.stamp).chain(&self.line);
        let stamps: Vec<String> = stamps.map(|it| format!("{}.{}", it.revision, it.writer)).collect();
        // A name is one line here; in the plan it stays what it is.
        let name = self.name.replace(['\n', '\r'], " ");
        [FORM, "\n", &self.changed_ms.to_string(), "\n", &stamps.join(" "), "\n", &name, "\n", &self.packed].concat()
    }

    /// What a text on the shelf says; none when it is no record.
    pub fn parse(text: &str) -> Option<Record> {
        let mut lines = text.splitn(5, '\n');
        if lines.next()? != FORM {
            return None;
        }
        let changed_ms = lines.next()?.parse().ok()?;
        let mut stamps = lines.next()?.split(' ').map(parse_stamp);
        let stamp = stamps.next()??;
        let line = stamps.collect::<Option<Vec<Stamp>>>()?;
        let name = lines.next()?.to_owned();
        Some(Record { stamp, line, changed_ms, name, packed: lines.next()?.to_owned() })
    }
}

fn parse_stamp(text: &str) -> Option<Stamp> {
    let (revision, writer) = text.split_once('.')?;
    Some(Stamp { revision: revision.parse().ok()?, writer: writer.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::shelf::stamp::Stamp;

    fn record(name: &str) -> Record {
        let stamp = |revision| Stamp { revision, writer: "k3x".to_owned() };
        Record {
            stamp: stamp(3),
            line: vec![stamp(2)],
            changed_ms: 1_790_000_000_000,
            name: name.to_owned(),
            packed: "abc".to_owned(),
        }
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        assert_eq!(Record::parse(&record("Two sites").text()), Some(record("Two sites")));
        assert_eq!(Record::parse(&record("").text()), Some(record("")));
        assert_eq!(Record::parse(&record("two\nlines").text()), Some(record("two lines")));
    }

    #[test]
    fn a_text_that_is_no_record_is_none() {
        let text = record("Two sites").text();
        for broken in
            ["", "{}", &text[1..], &text[..30], &text.replace("3.k3x", "x.k3x"), &text.replace("1790000000000", "-")]
        {
            assert_eq!(Record::parse(broken), None, "{broken}");
        }
    }

    #[test]
    fn the_line_of_revisions_grows_to_an_end() {
        let mut it = record("Two sites");
        for _ in 0..40 {
            (it.stamp, it.line) = it.next("k3x");
        }
        assert_eq!(it.stamp.revision, 43);
        assert_eq!(it.line.len(), 16);
        assert_eq!((it.line[0].revision, it.line[15].revision), (42, 27));
    }
}

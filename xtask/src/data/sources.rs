//! sources.csv: every document that a fact was read from, and how rows name them.

use crate::cells;
use crate::data::curated::{COPY_COMMIT, DATE_READ, OTHER_SOURCES, READ_ANOTHER_DAY, TITLES};
use crate::data::facts::Facts;
use crate::data::markdown;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeMap;

/// The documents by key.
pub struct Sources {
    by_key: BTreeMap<String, Source>,
}

struct Source {
    title: String,
    /// `YYYY-MM-DD`; empty when the document carries no date.
    date: String,
    reference: String,
}

impl Sources {
    /// The tags of rules.md, and the sources of the region and coordinate files.
    pub fn of(facts: &Facts) -> Result<Sources, String> {
        let mut by_key = BTreeMap::new();
        let mut last_path = String::new();
        for row in markdown::table(facts.text("expressroute/rules.md")?, "## Sources")? {
            let [key, path, date, commit] = &row[..] else { return Err(format!("rules.md, sources: {row:?}")) };
            if !path.starts_with("same path") {
                last_path = path.split(" (").next().unwrap_or(path).to_owned();
            }
            let title = TITLES.iter().find(|(tag, _)| tag == key).map(|(_, title)| *title);
            let title = title.ok_or_else(|| format!("rules.md, sources: no title for {key:?} in curated.rs"))?;
            let source = Source { title: title.to_owned(), date: iso(date)?, reference: reference(&last_path, commit) };
            by_key.insert(key.clone(), source);
        }
        for (key, title, date, reference) in OTHER_SOURCES {
            let source = Source { title: title.to_string(), date: date.to_string(), reference: reference.to_string() };
            by_key.insert(key.to_string(), source);
        }
        Ok(Sources { by_key })
    }

    /// The cells `source` and `source_date` for these keys; each key once, in the order given.
    pub fn cite<Key: AsRef<str>>(&self, keys: &[Key]) -> Result<[String; 2], String> {
        let mut cited: Vec<&str> = Vec::new();
        let mut dates: Vec<&str> = Vec::new();
        for key in keys.iter().map(Key::as_ref) {
            let source = self.by_key.get(key).ok_or_else(|| format!("unknown source {key:?}"))?;
            if !cited.contains(&key) {
                cited.push(key);
                dates.push(if source.date.is_empty() { DATE_READ } else { &source.date });
            }
        }
        if cited.is_empty() { Err("no source".to_owned()) } else { Ok([cited.join(";"), dates.join(";")]) }
    }

    /// Whether there is a document with this key.
    pub fn has(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// sources.csv.
    pub fn table(&self) -> Table {
        let read = |key: &str| READ_ANOTHER_DAY.iter().find(|it| it.0 == key).map_or(DATE_READ, |it| it.1);
        let row = |(key, it): (&String, &Source)| cells![key, it.title, it.date, read(key), it.reference];
        Table { spec: &spec::SOURCES, rows: self.by_key.iter().map(row).collect() }
    }
}

/// `04/28/2026` → `2026-04-28`; `none` → nothing.
fn iso(date: &str) -> Result<String, String> {
    match date.split('/').collect::<Vec<_>>()[..] {
        [month, day, year] => Ok(format!("{year}-{month}-{day}")),
        _ if date == "none" => Ok(String::new()),
        _ => Err(format!("not a date: {date:?}")),
    }
}

/// Repository, path and commit in one line.
fn reference(path: &str, commit: &str) -> String {
    let original = "MicrosoftDocs/azure-docs";
    if let Some(fork) = commit.strip_prefix("fork ") {
        let (repository, commit) = fork.split_once(' ').unwrap_or((fork, ""));
        format!("{repository} (fork of {original}), {path}, commit {commit}")
    } else if commit.starts_with("copy") {
        format!("{original}, {path}, read in a public rendered copy pinned to commit {COPY_COMMIT}")
    } else if commit.starts_with("stored text") {
        format!("{original}, {path}, the version of this date; commit not known")
    } else if let Some((repository, commit)) = commit.split_once(' ') {
        format!("{repository}, {path}, commit {commit}")
    } else {
        format!("{original}, {path}, commit {commit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_references_are_rewritten() {
        assert_eq!(iso("04/28/2026"), Ok("2026-04-28".to_owned()));
        assert_eq!(iso("none"), Ok(String::new()));
        assert!(iso("soon").is_err());
        assert_eq!(reference("a.md", "fork x/y 12ab"), "x/y (fork of MicrosoftDocs/azure-docs), a.md, commit 12ab");
        assert_eq!(reference("a.ps1", "Azure-Samples/z 34"), "Azure-Samples/z, a.ps1, commit 34");
        assert_eq!(reference("a.md", "56"), "MicrosoftDocs/azure-docs, a.md, commit 56");
    }
}

//! What a reading has found so far.

use crate::import::error::{Problem, Where, Wrong};
use crate::import::named::Ids;
use crate::import::{Imported, MAX_SITES, MAX_TOLD};
use crate::plan::{Fields, Site};
use serde_json::Number;

/// Beyond so many bytes of a line, columns are counted in bytes: nobody looks there, and counting costs.
const COUNTED: usize = 20_000;

/// Sites and problems, as they come.
pub(super) struct Report<'a> {
    text: &'a str,
    /// Where the lines begin.
    starts: Vec<usize>,
    sites: Vec<Site>,
    ids: Ids,
    problems: Vec<Problem>,
    count: usize,
    full: bool,
}

impl<'a> Report<'a> {
    pub(super) fn new(text: &'a str) -> Report<'a> {
        let after = text.bytes().enumerate().filter(|(_, it)| *it == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after).collect();
        Report { text, starts, sites: Vec::new(), ids: Ids::default(), problems: Vec::new(), count: 0, full: false }
    }

    /// The line and the column of a byte of the text.
    pub(super) fn line_of(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        let column = if before.len() > COUNTED { before.len() } else { before.chars().count() };
        (line, column + 1)
    }

    /// Notes what is wrong at a byte of the text.
    pub(super) fn wrong_at(&mut self, offset: usize, wrong: Wrong) {
        if self.problems.len() < MAX_TOLD {
            let (line, column) = self.line_of(offset);
            self.problems.push(Problem { place: Where::Line { line, column }, wrong });
        }
        self.count += 1;
    }

    /// Notes what is wrong at a place of JSON.
    pub(super) fn wrong_in(&mut self, pointer: String, wrong: Wrong) {
        if self.problems.len() < MAX_TOLD {
            self.problems.push(Problem { place: Where::Pointer(pointer), wrong });
        }
        self.count += 1;
    }

    /// Whether no more sites are read.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Adds a site; false when there are too many, which the caller tells once, with the place.
    pub(super) fn add(&mut self, id: Option<&str>, name: &str, latitude: Number, longitude: Number) -> bool {
        if self.sites.len() >= MAX_SITES {
            self.full = true;
            return false;
        }
        let name = name.trim();
        let id = self.ids.take(id.filter(|it| !it.trim().is_empty()).unwrap_or(name));
        let name = (!name.is_empty()).then(|| name.to_owned());
        let (latitude, longitude) = (Some(latitude), Some(longitude));
        self.sites.push(Site { id, name, latitude, longitude, extra: Fields::new() });
        true
    }

    pub(super) fn finish(self) -> Imported {
        Imported { sites: self.sites, problems: self.problems, problem_count: self.count }
    }
}

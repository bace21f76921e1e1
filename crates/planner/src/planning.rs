//! The plan on screen: edits, undo and redo, its file, and the last word about it.

use leptos::prelude::{Read, ReadUntracked, RwSignal, Set, Update};
use reach::catalog::Catalog;
use reach::history::History;
use reach::plan::Plan;
use reach::plan::edit::Edit;
use reach::plan_file;

/// A word to the user about the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something went well.
    Done(String),
    /// Something went wrong; the plan on screen is as it was.
    Failed(String),
}

/// The plan with its history, and the last word about it.
#[derive(Clone, Copy)]
pub struct Planning {
    /// The plan and every step to it.
    pub history: RwSignal<History>,
    /// The last word to the user.
    pub notice: RwSignal<Option<Notice>>,
}

impl Planning {
    /// A new plan. Call inside a reactive owner.
    pub fn new(catalog: &Catalog) -> Planning {
        Planning { history: RwSignal::new(History::new(Plan::new(catalog))), notice: RwSignal::new(None) }
    }

    /// Changes the plan; a step that can be undone.
    pub fn edit(self, catalog: &Catalog, edit: Edit) {
        self.history.update(|history| *history = history.with(catalog, edit));
        self.notice.set(None);
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.history.update(|history| *history = history.undo());
        self.notice.set(None);
    }

    /// Takes a step again.
    pub fn redo(self) {
        self.history.update(|history| *history = history.redo());
        self.notice.set(None);
    }

    /// The plan as the text of its file. Follows the plan when read in a reactive place.
    pub fn json(self, catalog: &Catalog) -> String {
        plan_file::to_json(catalog, self.history.read().present())
    }

    /// The name of the plan's file, made from the plan's own.
    pub fn file_name(self) -> String {
        format!("{}.json", file_stem(&self.history.read_untracked().present().name))
    }

    /// Notes that something went well.
    pub fn note_done(self, said: String) {
        self.notice.set(Some(Notice::Done(said)));
    }

    /// Notes that something went wrong, and what to do.
    pub fn note_failed(self, said: String) {
        self.notice.set(Some(Notice::Failed(said)));
    }

    /// Notes that a chosen file is larger than any plan.
    pub fn note_too_large(self, file_name: &str, bytes: u64) {
        self.note_failed(words::say_with("{file_name} was not opened: the file has {bytes} bytes, a plan at most {most}: open a smaller file, or remove its report. The plan on screen is unchanged.", &[("file_name", file_name), ("bytes", &bytes.to_string()), ("most", &plan_file::MAX_BYTES.to_string())]));
    }

    /// Notes that the plan was offered as a file.
    pub fn note_saved(self, file_name: &str) {
        self.notice.set(Some(Notice::Done(words::say_with("Saved as {file_name}.", &[("file_name", file_name)]))));
    }

    /// Notes that the browser could not hand over a chosen file.
    pub fn note_unreadable(self, file_name: &str) {
        let said =
            words::say_with("The browser could not read {file_name}. Choose it again.", &[("file_name", file_name)]);
        self.notice.set(Some(Notice::Failed(said)));
    }

    /// The plan in a file; one that cannot be read changes nothing but the notice.
    pub fn read_file(self, catalog: &Catalog, file_name: &str, bytes: &[u8]) -> Option<Plan> {
        match plan_file::from_json(catalog, bytes) {
            Ok(plan) => Some(plan),
            Err(error) => {
                let said = words::say_with(
                    "{file_name} was not opened: {error}. The plan on screen is unchanged.",
                    &[("file_name", file_name), ("error", &error.told_in(words::say_with))],
                );
                self.notice.set(Some(Notice::Failed(said)));
                None
            }
        }
    }
}

/// A plan's name as a file's: letters and digits of any script, hyphens between.
fn file_stem(plan_name: &str) -> String {
    let words: Vec<String> = plan_name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "plan".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::{Notice, Planning, file_stem};
    use leptos::prelude::{GetUntracked, Owner, ReadUntracked};
    use reach::catalog::Catalog;
    use reach::plan::edit::Edit;

    /// A new plan over the real data.
    fn with_new(check: impl FnOnce(&Catalog, Planning)) {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        Owner::new().with(|| check(&catalog, Planning::new(&catalog)));
    }

    fn name(planning: Planning) -> String {
        planning.history.read_untracked().present().name.clone()
    }

    fn failure(planning: Planning) -> String {
        match planning.notice.get_untracked() {
            Some(Notice::Failed(said)) => said,
            other => panic!("no failure is told, but {other:?}"),
        }
    }

    #[test]
    fn a_file_is_named_after_its_plan() {
        assert_eq!(file_stem("Two sites, one region"), "two-sites-one-region");
        assert_eq!(file_stem("../São Paulo / 2"), "são-paulo-2");
        assert_eq!(file_stem("…"), "plan");
    }

    #[test]
    fn a_broken_file_leaves_the_plan_on_screen() {
        with_new(|catalog, planning| {
            planning.edit(catalog, Edit::Rename("Mine".to_owned()));
            assert_eq!(planning.read_file(catalog, "broken.json", b"{ \"format\": \n nothing }"), None);
            assert_eq!(name(planning), "Mine");
            let told = failure(planning);
            assert!(told.starts_with("broken.json was not opened:") && told.contains("line 2"), "{told}");
        });
    }
}

//! The plan on screen: edits, undo and redo, its file, and the last word about it.

use leptos::prelude::{GetUntracked, Read, ReadUntracked, RwSignal, Set, Update};
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
    /// The plan kept from the last visit, or a new one. Call inside a reactive owner.
    pub fn new(catalog: &Catalog, kept: Option<String>) -> Planning {
        let (plan, notice) = match kept.map(|json| plan_file::from_json(catalog, json)) {
            Some(Ok(plan)) => (plan, None),
            Some(Err(error)) => {
                let said = format!("The plan kept in this browser could not be read: {error}.");
                (Plan::new(catalog), Some(Notice::Failed(said)))
            }
            None => (Plan::new(catalog), None),
        };
        Planning { history: RwSignal::new(History::new(plan)), notice: RwSignal::new(notice) }
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

    /// Notes that the plan was offered as a file.
    pub fn note_saved(self, file_name: &str) {
        self.notice.set(Some(Notice::Done(format!("Saved as {file_name}."))));
    }

    /// Notes that the browser does not keep the plan, unless there is another word to read.
    pub fn note_not_kept(self) {
        if self.notice.get_untracked().is_none() {
            let said = "This browser does not keep the plan over a reload. Save it as a file.";
            self.notice.set(Some(Notice::Failed(said.to_owned())));
        }
    }

    /// Notes that the browser could not hand over a chosen file.
    pub fn note_unreadable(self, file_name: &str, error: &str) {
        let said = format!("{file_name} could not be read: {error}. Choose it again.");
        self.notice.set(Some(Notice::Failed(said)));
    }

    /// Takes over a plan file; one that cannot be read changes nothing but the notice.
    pub fn open(self, catalog: &Catalog, file_name: &str, bytes: &[u8]) {
        let notice = match plan_file::from_json(catalog, bytes) {
            Ok(plan) => {
                let said = format!("Opened {} from {file_name}. Undo brings back the plan before.", plan.name);
                self.history.update(|history| *history = history.then(plan));
                Notice::Done(said)
            }
            Err(error) => {
                Notice::Failed(format!("{file_name} was not opened: {error}. The plan on screen is unchanged."))
            }
        };
        self.notice.set(Some(notice));
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
    use reach::plan::UNTITLED;
    use reach::plan::edit::Edit;

    /// A planner over the real data, with the text that the browser kept.
    fn with_kept(kept: Option<&str>, check: impl FnOnce(&Catalog, Planning)) {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        Owner::new().with(|| check(&catalog, Planning::new(&catalog, kept.map(str::to_owned))));
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
    fn a_kept_plan_comes_back_as_it_was() {
        with_kept(None, |catalog, first| {
            first.edit(catalog, Edit::Rename("Two sites".to_owned()));
            let kept = first.json(catalog);
            with_kept(Some(&kept), |catalog, second| {
                assert_eq!(name(second), "Two sites");
                assert_eq!(second.json(catalog), kept);
                assert_eq!(second.notice.get_untracked(), None);
            });
        });
    }

    #[test]
    fn a_kept_text_that_is_no_plan_is_told_with_its_place() {
        with_kept(Some("{ \"format\": "), |_, planning| {
            assert_eq!(name(planning), UNTITLED);
            assert!(failure(planning).contains("line 1"), "{}", failure(planning));
        });
    }

    #[test]
    fn a_broken_file_leaves_the_plan_on_screen() {
        with_kept(None, |catalog, planning| {
            planning.edit(catalog, Edit::Rename("Mine".to_owned()));
            planning.open(catalog, "broken.json", b"{ \"format\": \n nothing }");
            assert_eq!(name(planning), "Mine");
            let told = failure(planning);
            assert!(told.starts_with("broken.json was not opened:") && told.contains("line 2"), "{told}");
        });
    }

    #[test]
    fn an_opened_plan_can_be_taken_back() {
        with_kept(None, |catalog, planning| {
            planning.edit(catalog, Edit::Rename("Theirs".to_owned()));
            let file = planning.json(catalog);
            planning.edit(catalog, Edit::Rename("Mine".to_owned()));
            planning.open(catalog, "theirs.json", file.as_bytes());
            assert_eq!(name(planning), "Theirs");
            planning.undo();
            assert_eq!(name(planning), "Mine");
            assert_eq!(planning.notice.get_untracked(), None, "what was opened is no longer on screen");
            planning.redo();
            assert_eq!(name(planning), "Theirs");
        });
    }
}

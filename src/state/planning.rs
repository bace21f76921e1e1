//! The plan: edits, undo and redo, saving and opening, and keeping it over a reload.

use crate::browser::download;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::{GetUntracked, ReadUntracked, RwSignal, Set, Update};
use reach::catalog::Catalog;
use reach::history::History;
use reach::plan::{Edit, Plan};
use reach::plan_file;

/// Where the browser keeps the plan between visits.
const KEPT_AS: &str = "expressroute-atlas-plan";

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
    /// The plan kept from the last visit, or a new one.
    pub fn new(catalog: &Catalog) -> Planning {
        let kept = LocalStorage::raw().get_item(KEPT_AS).ok().flatten();
        let (plan, notice) = match kept.map(|json| plan_file::from_json(catalog, json)) {
            Some(Ok(plan)) => (plan, None),
            Some(Err(error)) => {
                let said = format!("The plan kept in this browser could not be read: {error}");
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
        self.keep(catalog);
    }

    /// Takes the last step back.
    pub fn undo(self, catalog: &Catalog) {
        self.history.update(|history| *history = history.undo());
        self.keep(catalog);
    }

    /// Takes a step again.
    pub fn redo(self, catalog: &Catalog) {
        self.history.update(|history| *history = history.redo());
        self.keep(catalog);
    }

    /// Offers the plan as a file.
    pub fn save(self, catalog: &Catalog) {
        let plan = self.history.read_untracked().present().clone();
        let name = format!("{}.json", file_name(&plan.name));
        download::save_text(&name, &plan_file::to_json(catalog, &plan), "application/json");
        self.notice.set(Some(Notice::Done(format!("Saved as {name}."))));
    }

    /// Takes over a plan file; one that cannot be read changes nothing but the notice.
    pub fn open(self, catalog: &Catalog, file_name: &str, bytes: &[u8]) {
        match plan_file::from_json(catalog, bytes) {
            Ok(plan) => {
                let name = plan.name.clone();
                self.history.update(|history| *history = history.then(plan));
                self.notice.set(Some(Notice::Done(format!("Opened {name} from {file_name}. Undo brings back the plan before."))));
                self.keep(catalog);
            }
            Err(error) => {
                self.notice.set(Some(Notice::Failed(format!("{file_name} was not opened: {error} The plan on screen is unchanged."))));
            }
        }
    }

    fn keep(self, catalog: &Catalog) {
        let json = plan_file::to_json(catalog, self.history.read_untracked().present());
        let kept = LocalStorage::raw().set_item(KEPT_AS, &json);
        if kept.is_err() && self.notice.get_untracked().is_none() {
            let said = "This browser does not keep the plan over a reload. Save it as a file.";
            self.notice.set(Some(Notice::Failed(said.to_owned())));
        }
    }
}

/// A plan's name as a file's: letters and digits of any script, hyphens between.
fn file_name(plan_name: &str) -> String {
    let words: Vec<String> = plan_name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "plan".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_its_plan() {
        assert_eq!(file_name("Two sites, one region"), "two-sites-one-region");
        assert_eq!(file_name("../São Paulo / 2"), "são-paulo-2");
        assert_eq!(file_name("…"), "plan");
    }
}

//! What people do with the plans of the shelf and their snapshots.

use crate::keeping::{Choice, Keeping};
use crate::shelf::place::Refused;
use crate::shelf::stamp::{Saving, Stamp};
use crate::shelf::{self, Unreadable, copy_of};
use leptos::prelude::{GetUntracked, GetValue, Set, Update, WithValue};
use reach::history::History;
use reach::phrase::phrase;
use reach::plan::Plan;
use reach::plan::edit::Edit;
use std::sync::Arc;

impl Keeping {
    /// Brings a plan of the shelf on screen, with the steps it had earlier in this visit.
    pub fn open(self, key: &str) {
        if self.is_on_screen(key) || !self.leave() {
            return;
        }
        match shelf::open(self.place, self.catalog, key) {
            Err(error) => self.say_failed(words::say_with(
                "The plan was not opened: {error}. The plan on screen is unchanged.",
                &[("error", &error.to_string())],
            )),
            Ok((plan, stamp)) => {
                self.drop_shared();
                let history = self.history_of(key, &stamp).unwrap_or_else(|| History::new(plan));
                self.show(history, Some((key.to_owned(), stamp)));
                self.planning.notice.set(None);
            }
        }
    }

    fn is_on_screen(self, key: &str) -> bool {
        self.held.get_untracked().is_some_and(|it| it.0 == key)
    }

    /// The address no longer stands for what is on screen.
    fn drop_shared(self) {
        if matches!(self.choice.get_untracked(), Some(Choice::Shared { .. })) {
            self.place.forget_shared();
        }
    }

    /// The steps that led to this revision.
    fn history_of(self, key: &str, stamp: &Stamp) -> Option<History> {
        self.histories.with_value(|it| it.get(key).filter(|(led_to, _)| led_to == stamp).map(|it| it.1.clone()))
    }

    /// Begins an empty plan. It comes onto the shelf with its first change.
    pub fn begin(self) {
        if self.leave() {
            self.drop_shared();
            self.show_new(Arc::new(Plan::new(self.catalog)));
            self.planning.notice.set(None);
        }
    }

    pub(super) fn show_new(self, plan: Arc<Plan>) {
        self.show(History::new((*plan).clone()), None);
    }

    /// Puts a plan on the shelf and on screen, beside those that are there. `said` is told when that went well.
    pub fn add(self, plan: Plan, said: String) {
        if self.leave() {
            self.drop_shared();
            self.show_new(Arc::new(plan));
            if self.save_anyway() {
                self.say(said);
            }
        }
    }

    /// Puts a copy of a plan on the shelf.
    pub fn duplicate(self, key: &str) {
        self.save();
        let opened = shelf::open(self.place, self.catalog, key).map(|it| copy_of(&it.0));
        let plan = match opened {
            Ok(plan) => plan,
            Err(error) => {
                return self.say_failed(words::say_with(
                    "The plan was not copied: {error}.",
                    &[("error", &error.to_string())],
                ));
            }
        };
        match shelf::put_new(self.place, self.catalog, &self.writer.get_value(), &plan, Saving::Write) {
            Ok(_) => self.say(words::say_with("{name} is on the shelf.", &[("name", &plan.name.to_string())])),
            Err(refused) => self.say_failed(words::say_with(
                "The plan was not copied: {refused}",
                &[("refused", &words::said(no_room(refused)))],
            )),
        }
        self.shelf_changed();
    }

    /// Gives a plan of the shelf another name.
    pub fn rename(self, key: &str, name: &str) {
        if self.is_on_screen(key) {
            self.planning.edit(self.catalog, Edit::Rename(name.to_owned()));
            self.save();
            return;
        }
        let renamed = shelf::open(self.place, self.catalog, key).map(|(plan, stamp)| {
            let plan = plan.with(self.catalog, Edit::Rename(name.to_owned()));
            shelf::save(self.place, self.catalog, &self.writer.get_value(), Some((key, &stamp)), &plan)
        });
        match renamed {
            Err(error) => {
                self.say_failed(words::say_with("The plan was not renamed: {error}.", &[("error", &error.to_string())]))
            }
            Ok(Err(refused)) => self.say_failed(words::say_with(
                "The plan was not renamed: {refused}",
                &[("refused", &words::said(no_room(refused)))],
            )),
            Ok(Ok(_)) => {}
        }
        self.shelf_changed();
    }

    /// Takes a plan off the shelf; it can be put back. When it is on screen, the next one comes in its place.
    pub fn delete(self, key: &str) {
        let on_screen = self.is_on_screen(key);
        if on_screen {
            self.save();
        }
        let name = shelf::plans(self.place).into_iter().find(|it| it.key == key).and_then(|it| it.name);
        let removed = shelf::remove(self.place, key);
        self.removed.set(Some((name.unwrap_or_else(|| words::said("The unreadable plan")), removed)));
        self.planning.notice.set(None);
        if on_screen {
            self.show_new(Arc::new(Plan::new(self.catalog)));
            if let Some(next) = shelf::plans(self.place).iter().find(|it| it.name.is_some()) {
                self.open(&next.key.clone());
            }
        }
        self.shelf_changed();
        self.try_again();
    }

    /// Puts back what was deleted last.
    pub fn undo_delete(self) {
        let Some((name, removed)) = self.removed.get_untracked() else { return };
        match shelf::put_back(self.place, &removed) {
            Ok(()) => {
                self.removed.set(None);
                self.say(words::say_with("{name} is back.", &[("name", &name.to_string())]));
            }
            Err(refused) => self.say_failed(words::say_with(
                "{name} was not put back: {refused}",
                &[("name", &name.to_string()), ("refused", &words::said(no_room(refused)))],
            )),
        }
        self.shelf_changed();
    }

    /// Room was made: what did not fit may fit now.
    fn try_again(self) {
        if self.refused.get_untracked().is_some() {
            self.save_anyway();
        }
    }

    /// Takes a snapshot of the plan on screen.
    pub fn take_snapshot(self, name: &str) {
        let name = name.trim();
        let kept = if self.held.get_untracked().is_some() { self.save() } else { self.save_anyway() };
        let Some((key, _)) = self.held.get_untracked().filter(|_| kept) else { return };
        match shelf::take_snapshot(self.place, self.catalog, &key, name, &self.present()) {
            Ok(()) => self.say(words::say_with("Snapshot {name} is taken.", &[("name", name)])),
            Err(refused) => self.say_failed(words::say_with(
                "The snapshot was not taken: {refused}",
                &[("refused", &words::said(no_room(refused)))],
            )),
        }
        self.shelf_changed();
    }

    /// The plan of a snapshot of the plan on screen.
    ///
    /// # Errors
    /// When it is gone, or cannot be read.
    pub fn snapshot(self, id: &str) -> Result<Plan, Unreadable> {
        let (key, _) = self.held.get_untracked().ok_or(Unreadable::Gone)?;
        shelf::open_snapshot(self.place, self.catalog, &key, id)
    }

    /// Puts a snapshot in the place of the plan on screen: a step that can be undone.
    pub fn restore(self, id: &str, name: &str) {
        match self.snapshot(id) {
            Err(error) => self.say_failed(words::say_with(
                "The snapshot was not restored: {error}. The plan on screen is unchanged.",
                &[("error", &error.to_string())],
            )),
            Ok(plan) => {
                self.planning.history.update(|history| *history = history.then(plan));
                self.save();
                self.say(words::say_with(
                    "The plan is as in {name} again. Undo brings back the plan before.",
                    &[("name", name)],
                ));
            }
        }
    }

    /// Deletes a snapshot of the plan on screen; it can be put back.
    pub fn delete_snapshot(self, id: &str, name: &str) {
        let Some((key, _)) = self.held.get_untracked() else { return };
        let removed = shelf::remove_snapshot(self.place, &key, id);
        self.removed.set(Some((words::say_with("Snapshot {name}", &[("name", name)]), removed)));
        self.planning.notice.set(None);
        self.shelf_changed();
        self.try_again();
    }
}

/// What to do about a refusal.
pub fn no_room(refused: Refused) -> &'static str {
    match refused {
        Refused::Full => {
            phrase("this browser has no more room for plans. Delete plans or snapshots, or save some as files first.")
        }
        Refused::TooLarge => phrase(
            "the plan is larger than a file that opens again, 10,000,000 bytes. Remove parts, or make two of it.",
        ),
        Refused::Off => phrase("this browser keeps nothing for this page. Save the plan as a file."),
    }
}

//! The answers to what waits for a choice.

use crate::keeping::{Choice, Held, Keeping};
use crate::shelf::{self, copy_of};
use leptos::prelude::{GetUntracked, Set, SetValue, Update};
use reach::plan::Plan;
use reach::plan::edit::Edit;
use std::sync::Arc;

impl Keeping {
    /// Shows what the other window saved. Undo brings back what was on screen.
    pub fn take_theirs(self) {
        // What is on screen and not saved yet goes into the copy first, so that a failure below loses nothing.
        self.save();
        let Some(Choice::Elsewhere { copy, .. }) = self.choice.get_untracked() else { return };
        let Some((key, _)) = self.held.get_untracked() else { return };
        match shelf::open(self.place, self.catalog, &key) {
            Err(error) => self.say_failed(words::say_with(
                "What the other window saved could not be read: {error}. Keep yours as a copy.",
                &[("error", &error.to_string())],
            )),
            Ok((plan, stamp)) => {
                self.planning.history.update(|history| *history = history.then(plan));
                self.saved.set_value(self.present());
                self.choice.set(None);
                self.note_held(Some((key, stamp)));
                if let Some((copy, _)) = copy {
                    shelf::remove(self.place, &copy);
                }
                self.shelf_changed();
                self.say(words::said("This is what the other window saved. Undo brings back yours."));
            }
        }
    }

    /// Leaves the plan to the other window, and goes on with what is on screen as a plan of its own.
    pub fn keep_mine(self) {
        self.save();
        let Some(Choice::Elsewhere { copy, .. }) = self.choice.get_untracked() else { return };
        if let Some(copy) = copy.or_else(|| self.put_copy()) {
            self.go_on_with(copy);
        }
    }

    /// The copy becomes the plan on screen, and bears its own name.
    pub(super) fn go_on_with(self, copy: Held) {
        let name = copy_of(&self.present()).name;
        self.choice.set(None);
        self.note_held(Some(copy));
        self.planning.edit(self.catalog, Edit::Rename(name.clone()));
        self.save();
        self.say(words::say_with(
            "Yours is kept as {name}. The other window's is under Plans.",
            &[("name", &name.to_string())],
        ));
    }

    /// Keeps the plan on screen again that was deleted elsewhere.
    pub fn keep_again(self) {
        if self.choice.get_untracked() == Some(Choice::DeletedElsewhere) {
            self.save_anyway();
        }
    }

    /// Keeps the shared plan on screen as a new plan.
    pub fn keep_shared(self) {
        if !matches!(self.choice.get_untracked(), Some(Choice::Shared { .. })) {
            return;
        }
        if self.save_anyway() {
            self.say(words::say_with("{name} is kept as a new plan.", &[("name", &self.present().name.to_string())]));
        }
    }

    pub(super) fn keep_shared_at(self, lies: Held) {
        self.choice.set(None);
        self.note_held(Some(lies));
        self.place.forget_shared();
    }

    /// Puts the shared plan away, for the plan that was on screen before it.
    pub fn put_shared_away(self) {
        let Some(Choice::Shared { before }) = self.choice.get_untracked() else { return };
        self.place.forget_shared();
        // Nothing is lost: it was not changed, and the address that brought it still does.
        self.saved.set_value(self.present());
        match before {
            Some(key) => self.open(&key),
            None => self.show_new(Arc::new(Plan::new(self.catalog))),
        }
    }
}

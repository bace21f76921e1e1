//! Keeping: the plan on screen is saved where it lies on the shelf, and nothing on the shelf is lost by it.
//!
//! Edits know nothing of this. What is on screen is compared with what was saved last; what differs is saved.

mod acts;
mod choices;

#[cfg(test)]
mod tests;

use crate::planning::Planning;
use crate::sharing;
use crate::shelf::place::{Place, Refused};
use crate::shelf::stamp::{Heard, Saving, Stamp, heard};
use crate::shelf::{self, Removed, Unreadable};
use leptos::prelude::{
    GetUntracked, GetValue, ReadUntracked, RwSignal, Set, SetValue, StoredValue, Update, UpdateValue, WithValue,
};
use reach::catalog::Catalog;
use reach::history::History;
use reach::plan::Plan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a plan lies on the shelf: its key, and the revision that this window has seen last.
pub type Held = (String, Stamp);

/// Something about keeping that waits for a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Another window changed the plan on screen.
    Elsewhere {
        /// When, in milliseconds since 1970.
        changed_ms: u64,
        /// Where this window's own changes lie; none while it has none.
        copy: Option<Held>,
    },
    /// Another window deleted the plan on screen.
    DeletedElsewhere,
    /// The plan on screen came with the address, and lies nowhere.
    Shared {
        /// The plan that was on screen before; none when it lay nowhere.
        before: Option<String>,
    },
}

/// The plan on screen and the shelf.
#[derive(Clone, Copy)]
pub struct Keeping {
    place: &'static dyn Place,
    catalog: &'static Catalog,
    planning: Planning,
    /// This window, among those that write.
    writer: StoredValue<String>,
    /// Where the plan on screen lies; none for a plan that nobody has changed yet.
    pub held: RwSignal<Option<Held>>,
    /// What waits for a choice.
    pub choice: RwSignal<Option<Choice>>,
    /// Why the plan on screen is not kept; none while it is.
    pub refused: RwSignal<Option<Refused>>,
    /// What was deleted last, with its name: it can be put back.
    pub removed: RwSignal<Option<(String, Removed)>>,
    /// Goes up whenever the shelf changes, here or elsewhere.
    pub shelf_changes: RwSignal<u32>,
    /// The plan as it was saved, opened or begun last.
    saved: StoredValue<Arc<Plan>>,
    /// The plan as it was last saved to a file.
    in_file: StoredValue<Option<Arc<Plan>>>,
    /// The steps of plans that were on screen earlier in this visit, with the revisions they led to.
    histories: StoredValue<BTreeMap<String, (Stamp, History)>>,
}

impl Keeping {
    /// Brings the plan of the last visit on screen, or the one in the address. Call inside a reactive owner.
    ///
    /// `planning` is to hold a new plan; `shared` is the packed plan of the address.
    pub fn start(
        place: &'static dyn Place,
        catalog: &'static Catalog,
        planning: Planning,
        shared: Option<&str>,
    ) -> Keeping {
        let begun = Arc::clone(planning.history.read_untracked().shared());
        let keeping = Keeping {
            place,
            catalog,
            planning,
            writer: StoredValue::new(place.unique()),
            held: RwSignal::new(None),
            choice: RwSignal::new(None),
            refused: RwSignal::new(None),
            removed: RwSignal::new(None),
            shelf_changes: RwSignal::new(0),
            saved: StoredValue::new(begun),
            in_file: StoredValue::new(None),
            histories: StoredValue::new(BTreeMap::new()),
        };
        keeping.reopen();
        if let Some(packed) = shared {
            keeping.show_shared(packed);
        }
        keeping
    }

    /// The place of the shelf, for those who list it.
    pub fn place(self) -> &'static dyn Place {
        self.place
    }

    /// Brings the plan of the last visit on screen.
    fn reopen(self) {
        if let Err(refused) = shelf::take_over_old(self.place, self.catalog, &self.writer.get_value()) {
            self.refused.set(Some(refused));
            return self.show_old();
        }
        let Some(key) = self.place.was_open() else { return };
        match shelf::open(self.place, self.catalog, &key) {
            Ok((plan, stamp)) => self.show(History::new(plan), Some((key, stamp))),
            Err(Unreadable::Gone) => {
                // Another window deleted it: the next best one, rather than an empty page.
                if let Some(entry) = shelf::plans(self.place).first() {
                    self.open(&entry.key.clone());
                }
            }
            Err(error) => self.say_failed(words::say_with(
                "The plan kept in this browser could not be read: {error}. It stays under Plans, where its text can be saved or deleted.",
                &[("error", &error.to_string())],
            )),
        }
    }

    /// Shows the plan of an earlier release that the shelf has no room for; it stays where it is.
    fn show_old(self) {
        let old = self.place.get(shelf::OPEN).map(|text| reach::plan_file::from_json(self.catalog, text));
        if let Some(Ok(plan)) = old {
            self.show(History::new(plan), None);
        }
    }

    /// Puts a plan on screen that lies at `held`.
    fn show(self, history: History, held: Option<Held>) {
        self.saved.set_value(Arc::clone(history.shared()));
        self.planning.history.set(history);
        self.choice.set(None);
        self.note_held(held);
    }

    fn note_held(self, held: Option<Held>) {
        self.place.note_open(held.as_ref().map(|it| it.0.as_str()));
        self.held.set(held);
    }

    fn present(self) -> Arc<Plan> {
        Arc::clone(self.planning.history.read_untracked().shared())
    }

    fn say(self, said: String) {
        self.planning.note_done(said);
    }

    fn say_failed(self, said: String) {
        self.planning.note_failed(said);
    }

    fn shelf_changed(self) {
        self.shelf_changes.update(|it| *it = it.wrapping_add(1));
    }

    /// Whether the plan on screen differs from what was saved.
    pub fn is_changed(self) -> bool {
        let present = self.present();
        self.saved.with_value(|saved| !Arc::ptr_eq(saved, &present) && **saved != *present)
    }

    /// Saves the plan on screen if it was changed. Tells whether it is now kept.
    pub fn save(self) -> bool {
        !self.is_changed() || self.save_anyway()
    }

    /// Saves the plan on screen, changed or not.
    fn save_anyway(self) -> bool {
        let plan = self.present();
        let (choice, held) = (self.choice.get_untracked(), self.held.get_untracked());
        let copy = match &choice {
            Some(Choice::Elsewhere { copy, .. }) => copy.clone(),
            Some(Choice::DeletedElsewhere | Choice::Shared { .. }) | None => None,
        };
        let mine = copy.as_ref().or(held.as_ref()).map(|(key, stamp)| (key.as_str(), stamp));
        let named = if copy.is_some() { shelf::copy_of(&plan) } else { (*plan).clone() };
        let saved = shelf::save(self.place, self.catalog, &self.writer.get_value(), mine, &named);
        self.refused.set(saved.as_ref().err().copied());
        let Ok(saved) = saved else { return false };
        self.saved.set_value(plan);
        self.shelf_changed();
        let lies = (saved.key, saved.stamp);
        match (saved.how, choice) {
            (Saving::Aside, _) => self.choose_between(Some(lies)),
            (Saving::Write | Saving::WriteAgain, Some(Choice::Elsewhere { changed_ms, copy: Some(_) })) => {
                self.choice.set(Some(Choice::Elsewhere { changed_ms, copy: Some(lies) }));
            }
            (Saving::Write, Some(Choice::Shared { .. })) => {
                self.keep_shared_at(lies);
                self.say("The shared plan is kept as a new plan now, since you changed it.".to_owned());
            }
            (Saving::WriteAgain, _) => {
                self.choice.set(None);
                self.note_held(Some(lies));
                self.say("The plan was deleted in another window. It is kept again, since you changed it.".to_owned());
            }
            (Saving::Write, Some(Choice::Elsewhere { .. } | Choice::DeletedElsewhere) | None) => {
                self.choice.set(None);
                self.note_held(Some(lies));
            }
        }
        true
    }

    /// Notes that a name of the place was written or removed by another window; none: all of them.
    pub fn hear(self, name: Option<&str>) {
        self.shelf_changed();
        let Some((key, stamp)) = self.held.get_untracked() else { return };
        if name.is_some_and(|name| !shelf::is_of(name, &key)) {
            return;
        }
        let copy = match self.choice.get_untracked() {
            Some(Choice::Elsewhere { copy, .. }) => copy,
            Some(Choice::DeletedElsewhere | Choice::Shared { .. }) | None => None,
        };
        match shelf::lies(self.place, &key, |there| heard(&stamp, there)) {
            // Deleted and put back, at most.
            Heard::Nothing => self.choice.update(|it| drop(it.take_if(|it| *it == Choice::DeletedElsewhere))),
            Heard::WentOn => self.choose_between(copy),
            // What this window had saved is gone from the shelf: it comes back as a copy before anything is asked.
            Heard::WroteOver => self.choose_between(copy.or_else(|| self.put_copy())),
            Heard::Deleted => match copy {
                Some(copy) => self.go_on_with(copy),
                None => self.choice.set(Some(Choice::DeletedElsewhere)),
            },
        }
    }

    fn choose_between(self, copy: Option<Held>) {
        let changed_ms = self
            .held
            .get_untracked()
            .and_then(|(key, _)| shelf::plans(self.place).into_iter().find(|it| it.key == key).map(|it| it.changed_ms));
        self.choice.set(Some(Choice::Elsewhere { changed_ms: changed_ms.unwrap_or_default(), copy }));
    }

    /// Puts the plan on screen on the shelf as a copy.
    fn put_copy(self) -> Option<Held> {
        let plan = self.present();
        let put =
            shelf::put_new(self.place, self.catalog, &self.writer.get_value(), &shelf::copy_of(&plan), Saving::Aside);
        self.refused.set(put.as_ref().err().copied());
        let put = put.ok()?;
        self.saved.set_value(plan);
        self.shelf_changed();
        Some((put.key, put.stamp))
    }

    /// Saves the plan on screen before another comes in its place; tells whether that may be.
    fn leave(self) -> bool {
        let plan = self.present();
        let in_file = self.in_file.with_value(|it| it.as_ref().is_some_and(|it| *it == plan));
        if !self.save() && !in_file {
            let name = &plan.name;
            self.say_failed(format!(
                "{name} is not kept in this browser yet: save it as a file first, or make room under Plans."
            ));
            return false;
        }
        if let Some((key, stamp)) = self.held.get_untracked() {
            let history = self.planning.history.get_untracked();
            self.histories.update_value(|it| drop(it.insert(key, (stamp, history))));
        }
        true
    }

    /// Notes that the plan on screen was saved as a file.
    pub fn note_in_file(self) {
        self.in_file.set_value(Some(self.present()));
    }

    /// Shows the plan of an address as a copy that is not kept; what cannot be shown is told and changes nothing.
    pub fn show_shared(self, packed: &str) {
        match sharing::plan_of(self.catalog, packed) {
            Err(error) => {
                self.place.forget_shared();
                self.say_failed(words::say_with(
                    "The shared plan was not opened: {error}. The plan on screen is unchanged.",
                    &[("error", &error.to_string())],
                ));
            }
            Ok(plan) => {
                if self.leave() {
                    let before = self.held.get_untracked().map(|it| it.0);
                    let planned = History::new(plan);
                    self.saved.set_value(Arc::clone(planned.shared()));
                    self.planning.history.set(planned);
                    self.planning.notice.set(None);
                    // The plan before stays noted as the open one: loading the page again without the address shows it.
                    self.held.set(None);
                    self.choice.set(Some(Choice::Shared { before }));
                }
            }
        }
    }
}

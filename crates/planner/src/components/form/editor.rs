//! What a form reads of its part and writes back.

use crate::parts::PartAt;
use crate::state::PlannerState;
use leptos::prelude::*;
use reach::plan::Plan;
use reach::plan::edit::Edit;

/// A part as it is now, and the edit that replaces it.
pub struct Editor<T: Send + Sync + 'static> {
    /// The state of the planner.
    pub state: PlannerState,
    /// The place of the part.
    pub at: PartAt,
    part: Memo<Option<T>>,
    replace: fn(PartAt, T) -> Edit,
}

impl<T: Send + Sync + 'static> Copy for Editor<T> {}

impl<T: Send + Sync + 'static> Clone for Editor<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Editor<T> {
    /// The editor of the part at `at`: found by `find`, written by `replace`. Call inside a component.
    pub fn new(at: PartAt, find: fn(&Plan, usize) -> Option<&T>, replace: fn(PartAt, T) -> Edit) -> Editor<T> {
        let state: PlannerState = expect_context();
        let part = Memo::new(move |_| find(state.planning.history.read().present(), at.at).cloned());
        Editor { state, at, part, replace }
    }

    /// The part now; none once it is gone.
    pub fn now(self) -> Option<T> {
        self.part.get_untracked()
    }

    /// What the part has, kept up to date; nothing once it is gone.
    pub fn get<U: Default + PartialEq + Send + Sync + 'static>(
        self,
        get: impl Fn(&T) -> U + Send + Sync + 'static,
    ) -> Signal<U> {
        Memo::new(move |_| self.part.read().as_ref().map(&get).unwrap_or_default()).into()
    }

    /// Changes the part; a step that can be undone.
    pub fn put(self, change: impl FnOnce(&mut T)) {
        if let Some(mut part) = self.now() {
            change(&mut part);
            self.state.edit((self.replace)(self.at, part));
        }
    }

    /// Takes a text that may be empty into the part.
    pub fn put_text(self, set: fn(&mut T, Option<String>)) -> impl Fn(String) -> Result<(), String> + Send + Sync {
        move |text| {
            let text = text.trim();
            self.put(|it| set(it, (!text.is_empty()).then(|| text.to_owned())));
            Ok(())
        }
    }

    /// Takes a whole number that may be missing into the part.
    pub fn put_number(self, set: fn(&mut T, Option<u32>)) -> impl Fn(String) -> Result<(), String> + Send + Sync {
        move |text| {
            let number = crate::numbers::whole(&text)?;
            self.put(|it| set(it, number));
            Ok(())
        }
    }

    /// Takes a word of a closed set, or nothing for another word, into the part.
    pub fn put_word<W>(self, set: fn(&mut T, Option<W>)) -> impl Fn(String) + Send + Sync
    where
        W: std::str::FromStr + 'static,
    {
        move |word| self.put(|it| set(it, word.parse().ok()))
    }
}

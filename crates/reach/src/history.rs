//! Undo and redo: a stack of plans, without limit.

use crate::catalog::Catalog;
use crate::plan::Plan;
use crate::plan::edit::Edit;
use std::sync::Arc;

/// A plan with its past and its undone future.
///
/// Steps share their plans, so a copy costs a pointer a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    past: Vec<Arc<Plan>>,
    present: Arc<Plan>,
    future: Vec<Arc<Plan>>,
}

impl History {
    /// A history that starts with `plan`.
    pub fn new(plan: Plan) -> History {
        History { past: Vec::new(), present: Arc::new(plan), future: Vec::new() }
    }

    /// The plan as it is now.
    pub fn present(&self) -> &Plan {
        &self.present
    }

    /// The plan as it is now, to hold on to without a copy.
    pub fn shared(&self) -> &Arc<Plan> {
        &self.present
    }

    /// One step further: `plan` is the present, and what was undone is forgotten. An equal plan is no step.
    #[must_use]
    pub fn then(&self, plan: Plan) -> History {
        if plan == *self.present {
            return self.clone();
        }
        let mut past = self.past.clone();
        past.push(Arc::clone(&self.present));
        History { past, present: Arc::new(plan), future: Vec::new() }
    }

    /// One step further by an edit. An edit that changes nothing is no step.
    #[must_use]
    pub fn with(&self, catalog: &Catalog, edit: Edit) -> History {
        self.then(self.present.with(catalog, edit))
    }

    /// One step back; the same history when there is none.
    #[must_use]
    pub fn undo(&self) -> History {
        let mut next = self.clone();
        if let Some(plan) = next.past.pop() {
            next.future.push(std::mem::replace(&mut next.present, plan));
        }
        next
    }

    /// The last undone step again; the same history when there is none.
    #[must_use]
    pub fn redo(&self) -> History {
        let mut next = self.clone();
        if let Some(plan) = next.future.pop() {
            next.past.push(std::mem::replace(&mut next.present, plan));
        }
        next
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an undone step to take again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

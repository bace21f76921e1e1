//! What every part of the planner shares.

use crate::bridge::Chosen;
use crate::browser::focus;
use crate::judge::Judged;
use crate::keeping::Keeping;
use crate::layout::{Layout, Pane};
use crate::parts::PartAt;
use crate::planning::Planning;
use crate::shelf::place::Place;
use leptos::prelude::{Memo, Read, RwSignal, Set};
use reach::catalog::Catalog;
use reach::plan::edit::Edit;
use reach::planned::Facts;
use std::sync::Arc;

/// Given to every component through the context. The data lives as long as the page, so it is borrowed for ever.
#[derive(Clone, Copy)]
pub struct PlannerState {
    /// The data set.
    pub catalog: &'static Catalog,
    /// The data set with limits and providers: what plans are held against.
    pub facts: Facts<'static>,
    /// The plan.
    pub planning: Planning,
    /// Where it is kept.
    pub keeping: Keeping,
    /// The plan held against the rules: once a change, for every part of the planner.
    pub judged: Memo<Arc<Judged>>,
    /// What is chosen on the map, for the next circuit. Written by `bridge` alone.
    pub chosen: RwSignal<Option<Chosen>>,
    /// The JSON pointer of the part, such as `/circuits/1`, that is hovered or focused in a list, the matrix or the map:
    /// all of them light it.
    pub lit: RwSignal<Option<String>>,
    /// The JSON pointer of the part whose form is open.
    pub opened: RwSignal<Option<String>>,
    /// How much room the window has.
    pub layout: RwSignal<Layout>,
    /// The pane that was last chosen from the tabs.
    pub pane: RwSignal<Pane>,
}

impl PlannerState {
    /// The state of a planner just opened, with the plan kept in `place` from the last visit, or the one that the address
    /// brought, packed. Call inside a reactive owner.
    pub fn new(
        facts: Facts<'static>,
        place: &'static dyn Place,
        shared: Option<&str>,
        layout: RwSignal<Layout>,
    ) -> PlannerState {
        let planning = Planning::new(facts.catalog);
        let keeping = Keeping::start(place, facts.catalog, planning, shared);
        let judge = move |_: Option<&Arc<Judged>>| {
            let plan = Arc::clone(planning.history.read().shared());
            Arc::new(Judged::new(facts, plan))
        };
        let changed = |old: Option<&Arc<Judged>>, new: Option<&Arc<Judged>>| match (old, new) {
            (Some(old), Some(new)) => !Arc::ptr_eq(&old.plan, &new.plan),
            (None, None) => false,
            (Some(_), None) | (None, Some(_)) => true,
        };
        PlannerState {
            catalog: facts.catalog,
            facts,
            planning,
            keeping,
            judged: Memo::new_with_compare(judge, changed),
            chosen: RwSignal::new(None),
            lit: RwSignal::new(None),
            opened: RwSignal::new(None),
            layout,
            pane: RwSignal::new(Pane::Outline),
        }
    }
    /// Opens the form of the part that a JSON pointer leads into, and gives it the keyboard.
    pub fn show_part(self, pointer: &str) {
        let Some(part) = PartAt::of(pointer) else { return };
        self.pane.set(Pane::Outline);
        self.opened.set(Some(part.pointer()));
        focus::move_to(format!("#{} .part-line", part.element_id()));
    }

    /// Lights the part that a JSON pointer leads into, everywhere.
    pub fn light(self, pointer: &str) {
        self.lit.set(PartAt::of(pointer).map(PartAt::pointer));
    }

    /// Lights nothing.
    pub fn light_none(self) {
        self.lit.set(None);
    }

    /// Changes the plan; a step that can be undone.
    pub fn edit(self, edit: Edit) {
        self.planning.edit(self.catalog, edit);
    }
}

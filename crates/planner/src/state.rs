//! What every part of the planner shares.

use crate::bridge::Chosen;
use crate::browser::focus;
use crate::judge::Judged;
use crate::keeping::Keeping;
use crate::layout::{Layout, Pane};
use crate::parts::PartAt;
use crate::planning::Planning;
use crate::shelf::place::Place;
use find::city_names::CityNames;
use leptos::prelude::{
    Effect, Get, GetUntracked, Memo, Read, ReadUntracked, RwSignal, Set, request_animation_frame, set_timeout,
};
use reach::catalog::Catalog;
use reach::import::cities::{Found, LocationCities};
use reach::plan::Plan;
use reach::plan::edit::Edit;
use reach::planned::Facts;
use std::sync::Arc;
use std::time::Duration;

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
    /// A large plan held against the rules: after the frame that shows the change.
    later: RwSignal<Option<Arc<Judged>>>,
    /// What is chosen on the map, for the next circuit. Written by `bridge` alone.
    pub chosen: RwSignal<Option<Chosen>>,
    /// The cities of the world, once they are there; written by `bridge` alone.
    pub cities: RwSignal<Option<Arc<CityNames>>>,
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
        let later = RwSignal::new(None);
        let judge = move |before: Option<&Arc<Judged>>| {
            let plan = Arc::clone(planning.history.read().shared());
            let kept = if is_large(&plan) { later.get().or_else(|| before.cloned()) } else { None };
            kept.unwrap_or_else(|| Arc::new(Judged::new(facts, plan)))
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
            later,
            chosen: RwSignal::new(None),
            cities: RwSignal::new(None),
            lit: RwSignal::new(None),
            opened: RwSignal::new(None),
            layout,
            pane: RwSignal::new(Pane::Outline),
        }
    }
    /// Where a city is: of the cities of the world once they are there, else of those with a peering location.
    pub fn find_city(self) -> impl Fn(&str, Option<&str>) -> Found {
        let (world, near) = (self.cities.get_untracked(), LocationCities::new(self.catalog));
        move |city, country| match world.as_ref().map(|it| it.find(city, country)) {
            None | Some(Found::Nothing) => near.find(city, country),
            Some(found) => found,
        }
    }

    /// Holds each change of a large plan against the rules once the change itself is on the screen: the rules take a
    /// tenth of a second over ten thousand sites, and typing goes on meanwhile. Call inside a reactive owner.
    pub fn judge_large_plans(self) {
        let present = move || Arc::clone(self.planning.history.read_untracked().shared());
        Effect::new(move |_| {
            let plan = Arc::clone(self.planning.history.read().shared());
            if !is_large(&plan) {
                return;
            }
            let judge = move || {
                // A later change has its own turn.
                if Arc::ptr_eq(&plan, &present()) {
                    self.later.set(Some(Arc::new(Judged::new(self.facts, plan))));
                }
            };
            request_animation_frame(move || set_timeout(judge, Duration::ZERO));
        });
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

/// Whether the rules take longer over the plan than a frame lasts.
fn is_large(plan: &Plan) -> bool {
    let cells = plan.sites.len().saturating_mul(plan.workloads.len());
    cells > LARGE_CELLS || plan.sites.len() + plan.circuits.len() + plan.connections.len() > LARGE_PARTS
}

/// From so many cells of the matrix, or parts, a plan is large.
const LARGE_CELLS: usize = 5_000;
const LARGE_PARTS: usize = 2_000;

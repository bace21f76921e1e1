//! The state of the page: the data, what the user chose, and what follows from both.

pub mod address;
pub mod choices;
pub mod commands;
pub mod derived;

use crate::browser::planner::Planner;
use crate::state::address::View;
use crate::state::choices::{Choices, Page};
use crate::state::derived::Derived;
use leptos::prelude::{GetUntracked, RwSignal, StoredValue, WithValue};
use reach::catalog::Catalog;
use reach::sku::{Cloud, Sku};
use scene::basemap::BaseMap;
use scene::layout::Target;

/// Handed to every component. The data lives as long as the page, so it is borrowed for ever.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The data set.
    pub catalog: &'static Catalog,
    /// Land and borders.
    pub base_map: &'static BaseMap,
    /// What the user chose.
    pub choices: Choices,
    /// What follows from the choices.
    pub derived: Derived,
    /// The planner, whether it is there already or not.
    pub planner: Planner,
    /// What meets the filters in force: a byte for each location, 0 for one that does not; no bytes while none is.
    pub only: StoredValue<Vec<u8>>,
    /// How often `only` was another one.
    pub filtered: RwSignal<u32>,
    /// How often it was asked to show all of an answer.
    pub fit_asked: RwSignal<u32>,
    /// The view that the address asked for when it was last read.
    pub asked_view: StoredValue<Option<View>>,
}

impl AppState {
    /// Whether the legend or a filter hides anything.
    pub fn hides(self) -> bool {
        self.choices.hidden.get_untracked() != 0 || !self.only.with_value(Vec::is_empty)
    }

    /// Whether a place does not meet the filters in force.
    pub fn is_filtered_out(self, target: Target) -> bool {
        matches!(target, Target::Location(id) if self.only.with_value(|it| it.get(id.index()) == Some(&0)))
    }

    /// The state of a page just opened. Call inside a reactive owner.
    pub fn new(catalog: &'static Catalog, base_map: &'static BaseMap) -> AppState {
        let choices = Choices {
            cloud: RwSignal::new(Cloud::Public),
            selected: RwSignal::new(None),
            sku: RwSignal::new(Sku::Standard),
            global_reach: RwSignal::new(false),
            globe: RwSignal::new(false),
            page: RwSignal::new(Page::Map),
            hovered: RwSignal::new(None),
            opened: RwSignal::new(None),
            hidden: RwSignal::new(0),
            view: RwSignal::new(None),
        };
        AppState {
            catalog,
            base_map,
            choices,
            derived: Derived::new(catalog, choices),
            planner: Planner::default(),
            only: StoredValue::new(Vec::new()),
            filtered: RwSignal::new(0),
            fit_asked: RwSignal::new(0),
            asked_view: StoredValue::new(None),
        }
    }
}

//! The state of the page: the data, what the user chose, and what follows from both.

pub mod address;
pub mod choices;
pub mod commands;
pub mod derived;

use crate::browser::planner::Planner;
use crate::state::address::View;
use crate::state::choices::{Choices, Page};
use crate::state::derived::Derived;
use leptos::prelude::{RwSignal, StoredValue};
use reach::catalog::Catalog;
use reach::sku::{Cloud, Sku};
use scene::basemap::BaseMap;

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
    /// How often it was asked to show all of an answer.
    pub fit_asked: RwSignal<u32>,
    /// The view that the address asked for when it was last read.
    pub asked_view: StoredValue<Option<View>>,
}

impl AppState {
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
            fit_asked: RwSignal::new(0),
            asked_view: StoredValue::new(None),
        }
    }
}

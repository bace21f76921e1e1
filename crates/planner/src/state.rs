//! What every part of the planner shares.

use crate::bridge::Chosen;
use crate::planning::Planning;
use leptos::prelude::RwSignal;
use reach::catalog::Catalog;

/// Given to every component through the context. The data lives as long as the page, so it is borrowed for ever.
#[derive(Clone, Copy)]
pub struct PlannerState {
    /// The data set.
    pub catalog: &'static Catalog,
    /// The plan.
    pub planning: Planning,
    /// What is chosen on the map, for the next circuit. Written by `bridge` alone.
    pub chosen: RwSignal<Option<Chosen>>,
}

impl PlannerState {
    /// The state of a planner just opened, with the plan kept from the last visit. Call inside a reactive owner.
    pub fn new(catalog: &'static Catalog, kept: Option<String>) -> PlannerState {
        PlannerState { catalog, planning: Planning::new(catalog, kept), chosen: RwSignal::new(None) }
    }
}

//! What the user chose. Written by `state::commands` alone.

use leptos::prelude::RwSignal;
use reach::id::PeeringLocationId;
use reach::sku::{Cloud, Sku};
use scene::layout::Target;
use scene::viewport::{ScreenPoint, Viewport};

/// Which page stands beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The inspector of the chosen location.
    Map,
    /// The plan.
    Planner,
}

/// What is under the pointer, and where its mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hover {
    /// What it is.
    pub target: Target,
    /// The middle of its mark on the map.
    pub at: ScreenPoint,
}

/// Every choice, each a signal of its own so that a panel listens only to what it shows.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The world that is on.
    pub cloud: RwSignal<Cloud>,
    /// The chosen location.
    pub selected: RwSignal<Option<PeeringLocationId>>,
    /// The chosen SKU.
    pub sku: RwSignal<Sku>,
    /// Whether the question is whom a circuit here can be linked to.
    pub global_reach: RwSignal<bool>,
    /// Whether the world is a globe.
    pub globe: RwSignal<bool>,
    /// Which page stands beside the map.
    pub page: RwSignal<Page>,
    /// What is under the pointer, or has the keyboard's ring on the map.
    pub hovered: RwSignal<Option<Hover>>,
    /// The row that stands open in the inspector.
    pub opened: RwSignal<Option<Target>>,
    /// What the legend hides, as the bits of `Kinds`: a signal of another type brings its own copy of all its code.
    pub hidden: RwSignal<u32>,
    /// The view at rest: it lags behind while a gesture lasts.
    pub view: RwSignal<Option<Viewport>>,
}

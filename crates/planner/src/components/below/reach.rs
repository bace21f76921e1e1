//! The mesh of Global Reach beside the estimate of the resiliency score.

use crate::components::below::mesh::MeshList;
use crate::components::below::scores::Scores;
use leptos::prelude::*;

/// Both.
#[component]
pub fn ReachPane() -> impl IntoView {
    view! { <div class="reach-pane"><MeshList/><Scores/></div> }
}

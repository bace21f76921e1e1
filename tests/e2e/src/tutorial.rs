//! The pictures of the tutorial, docs/tutorial.md: its plans as they stand at the end, a line a picture.

use std::path::PathBuf;

use crate::Outcome;
use crate::atlas::Atlas;
use crate::picture::Picture;
use crate::site::project;
use crate::states::picture_at_rest;
use crate::taste::Taste;

/// What is shown below the map.
#[derive(Clone, Copy, Debug)]
pub enum Below {
    /// The matrix.
    Matrix,
    /// The matrix, with the ways of a cell: its row and column, counted from 0.
    Ways(usize, usize),
    /// The mesh and the score.
    Mesh,
}

/// A picture of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// The plan's file in tests/fixtures/plans, and the picture's name after `plan-`.
    pub plan: &'static str,
    /// Latitude, longitude and scale of the map.
    pub view: &'static str,
    /// What is shown below the map.
    pub below: Below,
}

/// Every picture.
pub const SHOTS: [Shot; 5] = [
    Shot { plan: "single-site", view: "41,-92,1100", below: Below::Ways(0, 0) },
    Shot { plan: "metro", view: "47.2,8.5,4200", below: Below::Ways(0, 0) },
    Shot { plan: "maximum-two-geographies", view: "40,-38,420", below: Below::Matrix },
    Shot { plan: "global-reach-mesh-of-four", view: "32,70,330", below: Below::Mesh },
    Shot { plan: "direct-with-local", view: "39,-83,1500", below: Below::Ways(0, 1) },
];

impl Shot {
    /// Where the picture is kept.
    pub fn file(&self) -> PathBuf {
        project().join(format!("docs/pictures/plan-{}.png", self.plan))
    }

    /// Opens the plan and takes its picture, in a dark window of a desktop.
    ///
    /// # Errors
    /// When the page does not come into the state.
    pub async fn take(&self) -> Outcome<Picture> {
        let taste = Taste { reduced_motion: true, ..Taste::default() };
        let atlas = Atlas::open_as(&format!("#page=planner&view={}", self.view), taste).await?;
        atlas.open_fixture(&format!("{}.json", self.plan)).await?;
        // The page does not speak of the file any more.
        atlas.reload().await?;
        let there = async || Ok((!atlas.circuits().await?.is_empty()).then_some(()));
        atlas.page.until("the plan is there again", there).await?;
        match self.below {
            Below::Matrix => {}
            Below::Ways(row, column) => {
                let cell = format!("return document.getElementById('cell-{row}-{column}').click();");
                atlas.page.script(&cell, Vec::new()).await?;
            }
            Below::Mesh => atlas.page.click("tab", "Mesh and score").await?,
        }
        // No row and no mark is pointed at.
        atlas.page.move_to(720, 30).await?;
        let picture = picture_at_rest(&atlas).await?;
        atlas.close().await?;
        Ok(picture)
    }
}

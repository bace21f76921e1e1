//! Where the parts of the planner stand: beside the map, or one at a time in tabs.

use reach::phrase::phrase;
use scene::panels::NARROW_PX;

/// How much room the window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The outline, the findings and what is covered stand around the map.
    Wide,
    /// The findings take turns with what is covered.
    Middle,
    /// One part at a time, in the sheet below the map.
    Narrow,
}

impl Layout {
    /// The layout of a window of this width in CSS pixels for text of the usual size; the style sheets change at the same
    /// widths, in rem.
    pub fn of_width(width_px: f64) -> Layout {
        match width_px {
            width if width < NARROW_PX => Layout::Narrow,
            width if width < 1100.0 => Layout::Middle,
            _ => Layout::Wide,
        }
    }

    /// The panes that take turns, in the order of their tabs.
    pub fn tabs(self) -> &'static [Pane] {
        match self {
            Layout::Wide => &[Pane::Coverage, Pane::GlobalReach],
            Layout::Middle => &[Pane::Coverage, Pane::GlobalReach, Pane::Findings],
            Layout::Narrow => &[Pane::Outline, Pane::Findings, Pane::Coverage, Pane::GlobalReach],
        }
    }

    /// Whether the pane is on the screen while `chosen` is the tab.
    pub fn shows(self, pane: Pane, chosen: Pane) -> bool {
        !self.tabs().contains(&pane) || self.tab(chosen) == pane
    }

    /// The tab that is on: the chosen pane, or the first where that one has a place of its own.
    pub fn tab(self, chosen: Pane) -> Pane {
        let tabs = self.tabs();
        let first = tabs.first().copied().unwrap_or(Pane::Coverage);
        if tabs.contains(&chosen) { chosen } else { first }
    }
}

/// A part of the planner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The plan, part by part.
    Outline,
    /// What is found in it.
    Findings,
    /// Which site reaches which workload.
    Coverage,
    /// Which sites talk, and the estimate of the resiliency score.
    GlobalReach,
}

impl Pane {
    /// Its name on a tab.
    pub fn name(self) -> &'static str {
        match self {
            Pane::Outline => phrase("Plan"),
            Pane::Findings => phrase("Findings"),
            Pane::Coverage => phrase("Coverage"),
            Pane::GlobalReach => phrase("Mesh and score"),
        }
    }

    /// The id of its element.
    pub fn id(self) -> &'static str {
        match self {
            Pane::Outline => "plan-outline",
            Pane::Findings => "plan-findings",
            Pane::Coverage => "plan-coverage",
            Pane::GlobalReach => "plan-reach",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Pane};

    #[test]
    fn a_wide_window_shows_plan_and_findings_beside_the_tab() {
        let layout = Layout::of_width(1440.0);
        let shown = |pane, chosen| layout.shows(pane, chosen);
        assert!(shown(Pane::Outline, Pane::GlobalReach) && shown(Pane::Findings, Pane::GlobalReach));
        assert!(shown(Pane::GlobalReach, Pane::GlobalReach) && !shown(Pane::Coverage, Pane::GlobalReach));
    }

    #[test]
    fn a_pane_with_a_place_of_its_own_is_no_tab() {
        assert_eq!(Layout::of_width(1100.0).tab(Pane::Findings), Pane::Coverage);
        assert_eq!(Layout::of_width(1024.0).tab(Pane::Findings), Pane::Findings);
        assert_eq!(Layout::of_width(1024.0).tab(Pane::Outline), Pane::Coverage);
    }

    #[test]
    fn a_phone_shows_one_pane_at_a_time() {
        let layout = Layout::of_width(390.0);
        for chosen in layout.tabs() {
            let shown: Vec<Pane> = layout.tabs().iter().copied().filter(|it| layout.shows(*it, *chosen)).collect();
            assert_eq!(shown, [*chosen]);
        }
    }
}

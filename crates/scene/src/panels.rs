//! What panels cover of the map: the page draws by it, and the finder chooses its views by it.
//!
//! The widths and heights stand in assets/styles as well: tokens.css, screens.css, answer-edit.css.

/// Below this width of the screen panels lie over the lower part of the map, in CSS pixels. These and all below are for text
/// of the usual size; the styles say them in rem.
pub const NARROW_PX: f64 = 720.0;
/// From this width on a panel has its full width.
const ROOMY_PX: f64 = 1100.0;
/// The words of the start on a narrow screen.
const START_PX: f64 = 264.0;
/// The lowest sheet of a narrow screen.
const LOW_PX: f64 = 96.0;

/// What stands beside the map, or over it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Panels<'a> {
    /// The planner: around the map of a wide screen, over that of a narrow one.
    pub planner: bool,
    /// The sheet of a chosen location.
    pub chosen: bool,
    /// The question in the address, such as `region:westeurope`; its answer stands in a panel.
    pub question: Option<&'a str>,
    /// Whether the sheet of a narrow screen is drawn down.
    pub low: bool,
}

impl Panels<'_> {
    /// How many CSS pixels are covered to the right and below of a map of this height, on a screen of this width, where
    /// text is so many times as large as usual: panels are as much larger.
    pub fn insets(self, screen_px: f64, height_px: f64, text_scale: f64) -> (f64, f64) {
        let (right, below) = self.usual(screen_px / text_scale, height_px / text_scale);
        (right * text_scale, below * text_scale)
    }

    /// The same for text of the usual size.
    fn usual(self, screen_px: f64, height_px: f64) -> (f64, f64) {
        // A table is a sheet of its own, over the map as a whole.
        let question = self.question.filter(|it| !it.starts_with("table"));
        if screen_px < NARROW_PX {
            return (0.0, self.below(question.is_some(), height_px));
        }
        let has_columns = question.is_some_and(|it| it.starts_with("matrix") || it.starts_with("compare"));
        let right = match (self.chosen && !self.planner) || question.is_some() {
            false => 0.0,
            true if has_columns => (screen_px - 320.0).min(720.0),
            true if screen_px < ROOMY_PX => 352.0,
            true => 400.0,
        };
        (right, 0.0)
    }

    /// Under a full sheet only a strip is left: the map keeps what it showed beside half a sheet.
    fn below(self, asked: bool, height_px: f64) -> f64 {
        match (self.planner || self.chosen || asked, self.low) {
            (false, _) => START_PX,
            (true, true) => LOW_PX,
            (true, false) => height_px / 2.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Panels;

    #[test]
    fn each_panel_covers_what_it_has_of_the_screen() {
        let (nothing, chosen) = (Panels::default(), Panels { chosen: true, ..Panels::default() });
        let asked = |question| Panels { question: Some(question), ..Panels::default() };
        let planner = Panels { planner: true, ..Panels::default() };
        for (panels, screen_px, expected) in [
            (nothing, 1440.0, (0.0, 0.0)),
            (chosen, 1440.0, (400.0, 0.0)),
            (chosen, 1024.0, (352.0, 0.0)),
            (asked("region:westeurope"), 1440.0, (400.0, 0.0)),
            (asked("matrix:;regions:uksouth"), 1440.0, (720.0, 0.0)),
            (asked("compare:amsterdam.standard"), 900.0, (580.0, 0.0)),
            (asked("table:locations"), 1440.0, (0.0, 0.0)),
            (planner, 1440.0, (0.0, 0.0)),
            (Panels { chosen: true, ..planner }, 1440.0, (0.0, 0.0)),
            (Panels { question: Some("country:NL"), ..planner }, 1440.0, (400.0, 0.0)),
            (nothing, 390.0, (0.0, 264.0)),
            (chosen, 390.0, (0.0, 400.0)),
            (asked("country:NL"), 390.0, (0.0, 400.0)),
            (Panels { low: true, ..chosen }, 390.0, (0.0, 96.0)),
            (planner, 390.0, (0.0, 400.0)),
        ] {
            assert_eq!(panels.insets(screen_px, 800.0, 1.0), expected, "{panels:?} on {screen_px}");
        }
    }

    #[test]
    fn larger_text_has_larger_panels_and_finds_a_screen_narrow_sooner() {
        let chosen = Panels { chosen: true, ..Panels::default() };
        // As 1600 and 720 pixels are with text of the usual size, and 719.5.
        assert_eq!(chosen.insets(3200.0, 800.0, 2.0), (800.0, 0.0));
        assert_eq!(chosen.insets(1440.0, 800.0, 2.0), (704.0, 0.0));
        assert_eq!(chosen.insets(1439.0, 800.0, 2.0), (0.0, 400.0));
    }
}

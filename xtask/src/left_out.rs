//! The tests of the page that an engine cannot do. Each line has its reason; docs/testing.md tells them to people.

use crate::browsers::Engine;

/// A test that is not run in an engine.
pub struct LeftOut {
    /// The engine.
    pub engine: Engine,
    /// The test as the runner names it: its file in tests/e2e/tests and its function.
    pub test: &'static str,
    /// Why the engine, or its driver, cannot do it.
    pub reason: &'static str,
}

const NO_TOUCH: &str = "WebKitGTK's driver turns fingers into one mouse";

const NO_TOUCH_SCROLL: &str = "Firefox's driver gives fingers to the page, but no page scrolls under them";

const PICTURES: &str =
    "pictures are compared in Chromium alone: every engine draws text and scroll bars in its own way";

const COARSE: &str =
    "WebKitGTK paints so slowly here that a dragged map is coarse, and its letters lose their ink's color";

const LANGUAGE: &str = "WebKitGTK asks pages for the system's language alone; German is chosen in the settings there";

const AXE: &str = "axe-core reads the same document in every engine; the dark page and the phone are tried here, too";

const SYSTEM_COLORS: &str = "only Chromium can be made to show the colors of a system";

const TEXT_SIZE: &str = "WebKitGTK's MiniBrowser does not start with another size of text";

const HOVER: &str = "WebKitGTK's driver presses nothing that shows only under the mouse";

const LIST: [LeftOut; 35] = [
    LeftOut {
        engine: Engine::Webkit,
        test: "cards::an_error_is_reported_in_one_fact_by_mouse_and_by_keys",
        reason: HOVER,
    },
    LeftOut { engine: Engine::Webkit, test: "cards::an_error_is_reported_in_a_row_of_the_nearest", reason: HOVER },
    LeftOut {
        engine: Engine::Webkit,
        test: "cards::a_list_shows_the_marks_of_its_rows_when_an_error_in_it_is_to_be_reported",
        reason: HOVER,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "reverse::answers_about_several_things_are_copied_with_the_sources_of_each_fact",
        reason: HOVER,
    },
    LeftOut { engine: Engine::Webkit, test: "language::a_country_is_found_by_its_german_name", reason: LANGUAGE },
    LeftOut {
        engine: Engine::Webkit,
        test: "language::errors_of_files_and_of_pasted_sites_are_german",
        reason: LANGUAGE,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "language::a_note_of_a_source_is_marked_as_english_within_a_german_reason",
        reason: LANGUAGE,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "everyone::text_of_twice_the_size_by_the_browsers_settings_loses_nothing",
        reason: TEXT_SIZE,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "everyone::text_is_as_large_as_the_reader_has_it_in_the_browsers_settings",
        reason: TEXT_SIZE,
    },
    LeftOut { engine: Engine::Webkit, test: "language::findings_and_their_fixes_are_german", reason: LANGUAGE },
    LeftOut { engine: Engine::Webkit, test: "language::no_sentence_stays_english_unmarked", reason: LANGUAGE },
    LeftOut { engine: Engine::Webkit, test: "everyone::fingers_hit_every_control", reason: NO_TOUCH },
    LeftOut {
        engine: Engine::Firefox,
        test: "everyone::where_the_system_chooses_the_colors_lines_say_what_colors_said",
        reason: SYSTEM_COLORS,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "everyone::where_the_system_chooses_the_colors_lines_say_what_colors_said",
        reason: SYSTEM_COLORS,
    },
    LeftOut { engine: Engine::Firefox, test: "accessibility::in_the_light", reason: AXE },
    LeftOut { engine: Engine::Firefox, test: "accessibility::in_high_contrast", reason: AXE },
    LeftOut { engine: Engine::Firefox, test: "accessibility::in_german", reason: AXE },
    LeftOut { engine: Engine::Webkit, test: "accessibility::in_the_light", reason: AXE },
    LeftOut { engine: Engine::Webkit, test: "accessibility::in_high_contrast", reason: AXE },
    LeftOut { engine: Engine::Webkit, test: "accessibility::in_german", reason: AXE },
    LeftOut {
        engine: Engine::Webkit,
        test: "gestures::a_tap_on_a_phone_opens_the_sheet_below_the_map",
        reason: NO_TOUCH,
    },
    LeftOut { engine: Engine::Webkit, test: "sheet::a_finger_drags_the_sheet_to_its_three_heights", reason: NO_TOUCH },
    LeftOut { engine: Engine::Webkit, test: "sheet::a_full_sheet_scrolls_before_it_is_drawn_down", reason: NO_TOUCH },
    LeftOut {
        engine: Engine::Webkit,
        test: "gestures::two_fingers_apart_make_the_map_larger_between_them",
        reason: NO_TOUCH,
    },
    LeftOut {
        engine: Engine::Webkit,
        test: "gestures::a_name_in_sight_before_and_after_a_drag_is_there_in_every_frame",
        reason: COARSE,
    },
    LeftOut { engine: Engine::Webkit, test: "language::a_german_browser_gets_the_answer_in_german", reason: LANGUAGE },
    LeftOut { engine: Engine::Webkit, test: "language::no_control_keeps_an_english_name", reason: LANGUAGE },
    LeftOut { engine: Engine::Webkit, test: "language::the_reason_of_an_answer_is_german_too", reason: LANGUAGE },
    LeftOut { engine: Engine::Webkit, test: "language::the_search_and_the_planner_speak_german", reason: LANGUAGE },
    LeftOut {
        engine: Engine::Webkit,
        test: "language::the_sheet_of_a_location_lies_over_a_german_answer_too",
        reason: LANGUAGE,
    },
    LeftOut {
        engine: Engine::Firefox,
        test: "sheet::a_full_sheet_scrolls_before_it_is_drawn_down",
        reason: NO_TOUCH_SCROLL,
    },
    LeftOut { engine: Engine::Firefox, test: "pictures::the_page_looks_as_it_was_reviewed", reason: PICTURES },
    LeftOut {
        engine: Engine::Firefox,
        test: "pictures::a_picture_that_lacks_a_mark_or_a_piece_of_an_arc_is_refused",
        reason: PICTURES,
    },
    LeftOut { engine: Engine::Webkit, test: "pictures::the_page_looks_as_it_was_reviewed", reason: PICTURES },
    LeftOut {
        engine: Engine::Webkit,
        test: "pictures::a_picture_that_lacks_a_mark_or_a_piece_of_an_arc_is_refused",
        reason: PICTURES,
    },
];

/// What is left out in an engine.
pub fn left_out(engine: Engine) -> impl Iterator<Item = &'static LeftOut> {
    LIST.iter().filter(move |it| it.engine == engine)
}

#[cfg(test)]
mod tests {
    use super::LIST;
    use crate::workspace::Workspace;

    #[test]
    fn every_test_that_is_left_out_exists() {
        let folder = Workspace::find().unwrap().root.join("tests/e2e/tests");
        for it in &LIST {
            let (file, test) = it.test.split_once("::").unwrap();
            let text = std::fs::read_to_string(folder.join(file).with_extension("rs")).unwrap();
            assert!(text.contains(&format!("async fn {test}()")), "{} is no test", it.test);
        }
    }

    #[test]
    fn every_file_of_tests_is_in_the_program_that_runs_them() {
        let folder = Workspace::find().unwrap().root.join("tests/e2e/tests");
        let program = std::fs::read_to_string(folder.join("page.rs")).unwrap();
        for file in std::fs::read_dir(folder).unwrap() {
            let name = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            assert!(name == "page" || program.contains(&format!("\nmod {name};")), "page.rs lacks `mod {name};`");
        }
    }
}

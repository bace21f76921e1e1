//! Counts tests from the lines that cargo and the wasm test runner print.

/// Tests counted so far.
#[derive(Default)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, and steps that failed without naming a test.
    pub failed: u64,
    /// The names of the tests that failed, as far as the output told them.
    pub names_of_failed: Vec<String>,
}

impl Tally {
    /// Adds one line of output; lines of other kinds count nothing.
    pub fn read_line(&mut self, line: &str) {
        let plain = without_colors(line);
        let plain = plain.trim();
        if let Some(name) = plain.strip_prefix("test ").and_then(|it| it.strip_suffix(" ... FAILED")) {
            self.names_of_failed.push(name.to_owned());
        }
        let Some((_, counts)) = plain.split_once("test result: ") else { return };
        self.passed += number_before(counts, " passed");
        self.failed += number_before(counts, " failed");
    }

    /// Adds what another tally counted.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.names_of_failed.extend(other.names_of_failed);
    }

    /// The closing line of a run.
    pub fn line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(counts: &str, word: &str) -> u64 {
    let Some((before, _)) = counts.split_once(word) else { return 0 };
    before.rsplit(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0)
}

fn without_colors(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = code.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn counted(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read_line(line));
        tally
    }

    #[test]
    fn results_of_several_programs_are_summed() {
        let cargo = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        let wasm = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out\n";
        assert_eq!(counted(&[cargo, "running 5 tests\n", wasm]).line(), "15 passed, 2 failed");
    }

    #[test]
    fn colors_do_not_hide_a_result() {
        let line = "test result: \u{1b}[32mok\u{1b}[m. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counted(&[line]).line(), "4 passed, 0 failed");
    }

    #[test]
    fn a_test_that_failed_is_known_by_its_name() {
        let tally = counted(&[
            "test with_the_mouse::t01_what_amsterdam_reaches ... FAILED\n",
            "test a_name_that_is_none_is_told ... ok\n",
            "test a_chosen_theme_stays ... \u{1b}[31mFAILED\u{1b}[m\n",
        ]);
        assert_eq!(tally.names_of_failed, ["with_the_mouse::t01_what_amsterdam_reaches", "a_chosen_theme_stays"]);
    }
}

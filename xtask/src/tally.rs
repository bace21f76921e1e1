//! Counts tests from the `test result:` lines that cargo and the wasm test runner print.

/// Tests counted so far.
#[derive(Default)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, and steps that failed without naming a test.
    pub failed: u64,
}

impl Tally {
    /// Adds one line of output; lines of other kinds count nothing.
    pub fn read_line(&mut self, line: &str) {
        let plain = without_colors(line);
        let Some((_, counts)) = plain.trim().split_once("test result: ") else { return };
        self.passed += number_before(counts, " passed");
        self.failed += number_before(counts, " failed");
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

    fn counted(lines: &[&str]) -> String {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read_line(line));
        tally.line()
    }

    #[test]
    fn results_of_several_programs_are_summed() {
        let cargo = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        let wasm = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out\n";
        assert_eq!(counted(&[cargo, "running 5 tests\n", wasm]), "15 passed, 2 failed");
    }

    #[test]
    fn colors_do_not_hide_a_result() {
        let line = "test result: \u{1b}[32mok\u{1b}[m. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counted(&[line]), "4 passed, 0 failed");
    }
}

//! One step of a chore: says what it does and how long it is likely to take, and what to do when it fails.

use std::time::Instant;

/// What a person reads about a step.
pub struct Step {
    /// What the step does, as an order: "Build the page".
    pub title: &'static str,
    /// How long it is likely to take on a machine with two cores.
    pub usual_time: &'static str,
    /// What to try when it fails.
    pub remedy: &'static str,
}

impl Step {
    /// Does the work between the announcement and the time taken.
    ///
    /// # Errors
    /// The work's own, with the step's title before it and the remedy after it.
    pub fn run<T>(&self, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
        println!("\n==> {} (usually {})", self.title, self.usual_time);
        let start = Instant::now();
        let outcome = work();
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(value) => {
                println!("    done in {seconds:.1} s");
                Ok(value)
            }
            Err(error) => {
                Err(format!("{} failed after {seconds:.1} s: {error}\n    Remedy: {}", self.title, self.remedy))
            }
        }
    }
}

//! What was read of a text of sites, before it is added.

use crate::components::import_sites::{Reading, sites};
use crate::components::notice_line;
use leptos::prelude::*;
use reach::import::Imported;
use reach::import::error::ImportError;
use reach::plan::Site;

/// So many sites are shown.
const SHOWN: usize = 4;

/// Reads what was read; writes nothing.
#[component]
pub fn ImportPreview(
    /// What was read last.
    reading: RwSignal<Reading>,
) -> impl IntoView {
    let told = move || {
        let reading = reading.read();
        let said = |error: &ImportError| notice_line::told(&error.told_in(words::say_with));
        reading.as_ref().map(|it| it.as_ref().map_or_else(said, |read| vec![summary(read).into_any()]))
    };
    let failed = move || reading.read().as_ref().is_some_and(Result::is_err);
    let shown = move || {
        let reading = reading.read();
        let read = reading.as_ref().and_then(|it| it.as_ref().ok());
        let sites = read.map(|it| it.sites.as_slice()).unwrap_or_default();
        let more = sites.len().saturating_sub(SHOWN);
        let more = (more > 0).then(
            || view! { <li class="quiet">{words::say_with("and {more} more", &[("more", &more.to_string())])}</li> },
        );
        let row = |it: &Site| view! { <li>{it.title().to_owned()} <span class="quiet">{degrees(it)}</span></li> };
        (sites.iter().take(SHOWN).map(row).collect_view(), more)
    };
    let wrong = move || {
        let reading = reading.read();
        let read = reading.as_ref().and_then(|it| it.as_ref().ok());
        let problems = read.map(|it| it.problems.as_slice()).unwrap_or_default();
        problems.iter().map(|it| view! { <li>{notice_line::told(&it.told_in(words::say_with))}</li> }).collect_view()
    };
    let none_wrong =
        move || !reading.read().as_ref().is_some_and(|it| it.as_ref().is_ok_and(|it| it.problem_count > 0));
    view! {
        <p role="status" class="import-told" class:failed=failed>{told}</p>
        <ul class="import-sites" aria-label=words::say("Sites read")>{shown}</ul>
        <ul class="import-wrong" aria-label=words::say("What was not read") tabindex="0" hidden=none_wrong>{wrong}</ul>
    }
}

/// How much was read, and how much was not.
fn summary(read: &Imported) -> String {
    let sites = sites(read.sites.len());
    let told = words::number(read.problems.len());
    match (read.problem_count, read.problems.len()) {
        (0, _) => words::say_with("{sites} read, nothing else.", &[("sites", &sites)]),
        (count, listed) if count > listed => words::say_with(
            "{sites} read, {count} problems, of which these are the first {told}.",
            &[("sites", &sites), ("count", &words::number(count)), ("told", &told)],
        ),
        (count, _) => words::say_count(
            count,
            "{sites} read, {count} problem.",
            "{sites} read, {count} problems.",
            &[("sites", &sites)],
        ),
    }
}

fn degrees(site: &Site) -> String {
    match (&site.latitude, &site.longitude) {
        (Some(latitude), Some(longitude)) => format!("{latitude}, {longitude}"),
        (None, _) | (_, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;
    use reach::import::cities::Found;
    use reach::import::read;

    #[test]
    fn a_reading_is_summed_up() {
        let told = |text: &str| summary(&read(text.as_bytes(), &|_, _| Found::Nothing).unwrap());
        assert_eq!(told("1,2"), "1 site read, nothing else.");
        assert_eq!(told("1,2\n3,x\n5,6"), "2 sites read, 1 problem.");
        let many = "Nowhere\n".repeat(120);
        assert_eq!(told(&many), "0 sites read, 120 problems, of which these are the first 100.");
    }
}

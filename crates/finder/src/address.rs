//! The page's address: what the finder asks of the page it asks by an address, as a person who follows a link does. The
//! page's side is src/state/address.rs of the app.

use crate::dom::{next_frame, on, window};
use crate::question::Question;
use reach::sku::{Cloud, Sku};
use wasm_bindgen::JsValue;
use web_sys::Event;

/// The key of the question.
pub const FIND: &str = "find";

/// The key of the filters in force.
pub const ONLY: &str = "only";

/// What the page says when the address is another one, without an event of the history (src/browser/events.rs of the app).
const CHANGED: &str = "atlas-address";

/// The present fragment as keys and values.
pub fn parts() -> Vec<(String, String)> {
    let fragment = window().location().hash().unwrap_or_default();
    let pairs = fragment.trim_start_matches('#').split('&').filter_map(|it| it.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// The value of a key.
pub fn part(key: &str) -> Option<String> {
    parts().into_iter().find(|it| it.0 == key).map(|it| it.1)
}

/// Chooses a location, and a SKU with it where one is named; the page shows all of the answer. The question that stands
/// in the address stays: the sheet about the location lies over it.
pub fn choose(slug: &str, sku: Option<Sku>) {
    let sku = sku.map(|it| ("sku", it.as_str().to_owned()));
    go(Step::New, &["at", "view", "cloud"], [Some(("at", slug.to_owned())), sku].into_iter().flatten());
}

/// Chooses a location, and takes the question away.
pub fn choose_alone(slug: &str) {
    go(Step::New, &["at", "view", "cloud", FIND], [("at", slug.to_owned())]);
}

/// Asks a question: chooses nothing, and shows a view of a cloud, such as `52.37,4.9,900`, where the answer has one.
pub fn ask(question: &Question, view: Option<String>, cloud: Cloud) {
    let without: &[&str] = if view.is_some() { &["at", "view", "cloud"] } else { &["at", "cloud"] };
    go(Step::New, without, with_view(Some(question), view, cloud));
}

/// Asks the same question with other wishes: no new step.
pub fn ask_instead(question: &Question) {
    go(Step::Same, &[], [(FIND, question.written())]);
}

/// Asks a question among what meets these filters: no new step.
pub fn ask_among(question: &Question, only: String) {
    let only = (!only.is_empty()).then_some((ONLY, only));
    go(Step::Same, &[ONLY], [Some((FIND, question.written())), only].into_iter().flatten());
}

/// Shows a view of a cloud: no new step.
pub fn settle(view: Option<String>, cloud: Cloud) {
    go(Step::Same, &["cloud"], with_view(None, view, cloud));
}

/// Asks a question; whatever is chosen and shown stays.
pub fn ask_beside(question: &Question) {
    go(Step::New, &[FIND], [(FIND, question.written())]);
}

/// Takes the question away.
pub fn ask_nothing() {
    go(Step::New, &[FIND], []);
}

/// Puts filters in force, as `provider:equinix;direct:yes`; none with an empty text.
pub fn filter(only: String) {
    go(Step::New, &[ONLY], (!only.is_empty()).then_some((ONLY, only)));
}

/// Calls `act` whenever the address has changed, for as long as the page lives. Where the page changed it in the middle of
/// something, before the next frame.
pub fn on_change(act: impl Fn() + Clone + 'static) {
    let later = act.clone();
    on(&window(), "popstate", move |_| act());
    on(&window(), CHANGED, move |_| next_frame(later.clone()));
}

/// The public cloud is not written, as the page does not write it.
fn with_view(
    question: Option<&Question>,
    view: Option<String>,
    cloud: Cloud,
) -> impl Iterator<Item = (&'static str, String)> {
    let cloud = (cloud != Cloud::Public).then(|| ("cloud", cloud.as_str().to_owned()));
    let question = question.map(|it| (FIND, it.written()));
    [question, view.map(|it| ("view", it)), cloud].into_iter().flatten()
}

/// Whether the history takes a new step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    New,
    Same,
}

/// Changes the address and has the page read it, and the finder.
fn go(step: Step, without: &[&str], with: impl IntoIterator<Item = (&'static str, String)>) {
    let with: Vec<(&str, String)> = with.into_iter().collect();
    let stays = |it: &(String, String)| !without.contains(&it.0.as_str()) && !with.iter().any(|new| new.0 == it.0);
    let kept = parts().into_iter().filter(stays).map(|(key, value)| [key, value].join("="));
    let new = with.iter().map(|(key, value)| [key, "=", value].concat());
    let fragment = kept.chain(new).collect::<Vec<_>>().join("&");
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let address = if fragment.is_empty() { path } else { [&path, "#", &fragment].concat() };
    let Ok(history) = window().history() else { return };
    let done = match step {
        Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
    // A browser that refuses (too many changes in a short time) leaves the page as it is; asking again mends it.
    if done.is_ok()
        && let Ok(event) = Event::new("popstate")
    {
        let _ = window().dispatch_event(&event);
    }
}

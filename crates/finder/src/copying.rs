//! Copying an answer, or a report of an error in it, to the clipboard. It is said to eye and ear; where the browser
//! refuses, the text stands in a field to be copied by hand.

use crate::address::{self, ONLY};
use crate::card::copied::{self, Origin};
use crate::card::{Card, report, sheet};
use crate::data::Data;
use crate::dom::{all, at, document, el, focus, is_plain_click, on, set, soon, window};
use crate::question::{About, Question};
use crate::search_box::cloud;
use js_sys::Reflect;
use reach::sku::{Cloud, Sku};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlTextAreaElement};
use words::say;

/// Copies what a button of a card asks for; `question` is what the card answers, as it is written.
pub fn clicked(data: &Data, event: &Event, card: &Card, question: &str) {
    let address = address_of(data, question);
    let origin = Origin { version: data.catalog.version(), address: &address };
    if let Some(button) = at(event, "[data-copy]") {
        let as_markdown = button.get_attribute("data-copy").as_deref() == Some("markdown");
        copy(&button, written(card, &origin, as_markdown), &say("Copied"));
    } else if let Some(button) = at(event, "[data-report]") {
        let key = button.get_attribute("data-report").unwrap_or_default();
        if let Some(text) = report::text(card, &key, &origin) {
            copy(&button, text, &report::how_to_send());
        }
    } else if let Some(button) = at(event, "[data-reporting]") {
        show_flags(&button);
    }
}

/// Shows the buttons that report single rows of a list, or hides them again.
fn show_flags(button: &Element) {
    let Some(list) = button.closest("details").ok().flatten() else { return };
    let shown = list.toggle_attribute("data-flagged").unwrap_or_default();
    set(button, "aria-expanded", if shown { "true" } else { "false" });
    list.query_selector(".section-foot [data-report]").ok().flatten().iter().for_each(|whole| {
        let _ = whole.toggle_attribute_with_force("hidden", !shown);
    });
    let told = shown.then(|| say("Press the mark at the end of the row that is wrong, or report the whole list."));
    let place = list.query_selector(".section-foot [role=status]").ok().flatten();
    place.iter().for_each(|it| it.set_text_content(told.as_deref()));
}

/// Copies what the page's own sheet says about the chosen location.
pub fn copy_sheet(data: &Data, button: &Element, as_markdown: bool) {
    let chosen = address::part("at").and_then(|it| data.catalog.location_by_slug(&it));
    let Some(location) = chosen else { return };
    let sku = address::part("sku").and_then(|it| it.parse().ok()).unwrap_or(Sku::Standard);
    let global_reach = address::part("global-reach").as_deref() == Some("on");
    let address = window().location().href().unwrap_or_default();
    let origin = Origin { version: data.catalog.version(), address: &address };
    copy(button, written(&sheet::card(data, location, sku, global_reach), &origin, as_markdown), &say("Copied"));
}

fn written(card: &Card, origin: &Origin, as_markdown: bool) -> String {
    if as_markdown { copied::markdown(card, origin) } else { copied::text(card, origin) }
}

/// The address of an answer alone, in the cloud that is on, with the filters that narrow it.
fn address_of(data: &Data, question: &str) -> String {
    let location = window().location();
    let page = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    let address = match cloud(data) {
        Cloud::Public => [&page, "#find=", question].concat(),
        other => [&page, "#cloud=", other.as_str(), "&find=", question].concat(),
    };
    // What is nearest depends on the filters in force.
    let is_nearest = Question::parse(question)
        .is_some_and(|it| matches!(it.about, About::City(_) | About::Point(_) | About::Country(_)));
    match address::part(ONLY).filter(|_| is_nearest) {
        Some(only) => [&address, "&", ONLY, "=", &only].concat(),
        None => address,
    }
}

/// Puts a text into the clipboard, and says `done` beside the button.
pub fn copy(button: &Element, text: String, done: &str) {
    let Some(acts) = acts_of(button) else { return };
    let told = status_of(&acts);
    told.set_text_content(None);
    acts.query_selector("textarea").ok().flatten().iter().for_each(Element::remove);
    // A plain text marks no language.
    let text: String = words::by_language(&text).map(|it| it.0).collect();
    let navigator = window().navigator();
    // A page without a secure origin has no clipboard.
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|it| it.is_object()) {
        return offer(&acts, &told, &text);
    }
    let promise = navigator.clipboard().write_text(&text);
    let (done, saying) = (done.to_owned(), told.clone());
    let copied = Closure::once(move |_: JsValue| saying.set_text_content(Some(&done)));
    let refused = Closure::once(move |_: JsValue| offer(&acts, &told, &text));
    let _ = promise.then2(&copied, &refused);
    // One of the two is called once, later than this.
    copied.forget();
    refused.forget();
}

/// The element with what can be done, in which the outcome is told. The button of a single fact has one for as long as
/// nothing else is reported.
fn acts_of(button: &Element) -> Option<Element> {
    if let Some(acts) = button.closest(".acts").ok().flatten() {
        return Some(acts);
    }
    let around = button.closest("[data-acts]").ok().flatten()?;
    if let Some(acts) = around.query_selector(".acts").ok().flatten() {
        return Some(acts);
    }
    all(document().document_element().as_ref()?, "[data-acts] > .acts").iter().for_each(Element::remove);
    let acts = el(&around.get_attribute("data-acts")?).class("acts fact-acts").node().clone();
    around.append_child(&acts).ok()?;
    Some(acts)
}

/// Where the button's outcome is said; the page's own sheet has no such line before it is needed.
fn status_of(acts: &Element) -> Element {
    if let Some(told) = acts.query_selector("[role=status]").ok().flatten() {
        return told;
    }
    let told = el("p").class("acts-told").attr("role", "status");
    let _ = acts.append_child(told.node());
    told.node().clone()
}

/// The text in a field, selected, to be copied by hand.
fn offer(acts: &Element, told: &Element, text: &str) {
    told.set_text_content(Some(&say("The browser refuses to copy. Copy this text by hand:")));
    let field = el("textarea").class("acts-text").attr("readonly", "").attr("rows", "8");
    let field = field.attr("aria-label", &say("The text to copy")).text(text).node().clone();
    let _ = acts.append_child(&field);
    soon(move || {
        focus(&field);
        field.dyn_ref::<HtmlTextAreaElement>().iter().for_each(|it| it.select());
    });
}

/// Takes over the buttons of the page's own sheet, for as long as the page lives; the loader presses one again that was
/// pressed before this program was there.
pub fn listen(data: Rc<Data>, ask_card: impl Fn(&str) + 'static) {
    on(&window(), "click", move |event| {
        let Some(button) = at(event, "[data-finder]") else { return };
        match button.get_attribute("data-finder").as_deref() {
            Some("card") if is_plain_click(event) => {
                event.prevent_default();
                if let Some(slug) = address::part("at") {
                    ask_card(&slug);
                }
            }
            Some("text") => copy_sheet(&data, &button, false),
            Some("markdown") => copy_sheet(&data, &button, true),
            _ => {}
        }
    });
}

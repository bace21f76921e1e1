//! Elements, made once. What is shown changes by making it anew; only the list under the search box keeps its elements.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, MouseEvent, Window};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page.
#[derive(Clone)]
pub struct El(Element);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    made(DOCUMENT.with(|it| it.create_element(tag)))
}

/// A new SVG element.
pub fn svg_el(tag: &str) -> El {
    made(DOCUMENT.with(|it| it.create_element_ns(Some(SVG), tag)))
}

/// A button that says by an attribute what it does: its panel listens for all of them.
pub fn button(class: &str, does: &str, value: &str) -> El {
    el("button").attr("type", "button").attr("class", class).attr(does, value)
}

/// Only an invalid tag name fails, and every name here is a literal of this crate.
fn made(element: Result<Element, JsValue>) -> El {
    El(element.unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

impl El {
    /// The element itself.
    pub fn node(&self) -> &Element {
        &self.0
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: &str) -> El {
        self.attr("class", class)
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> El {
        set(&self.0, name, value);
        self
    }

    /// Adds text, with what is English in another language marked so. It is text whatever it holds, never markup.
    #[must_use]
    pub fn text(self, text: &str) -> El {
        words::by_language(text).fold(self, |it, (part, english)| {
            if english {
                return it.child(el("span").attr("lang", "en").text(part));
            }
            let _ = it.0.append_with_str_1(part);
            it
        })
    }

    /// Adds a child.
    #[must_use]
    pub fn child(self, child: El) -> El {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds children, or none.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    // Only an invalid name fails, and every name here is a literal of this crate.
    let _ = element.set_attribute(name, value);
}

/// Puts these in the place of everything in an element.
pub fn fill(element: &Element, children: impl IntoIterator<Item = El>) {
    element.set_text_content(None);
    for child in children {
        let _ = element.append_child(child.node());
    }
}

/// An element that says a text, and is left alone while that stays the same.
pub struct Line {
    element: Element,
    said: RefCell<String>,
}

impl Line {
    /// A line that says nothing yet.
    pub fn new(element: El) -> Line {
        Line { element: element.0, said: RefCell::default() }
    }

    /// The element itself.
    pub fn node(&self) -> &Element {
        &self.element
    }

    /// Says another text.
    pub fn say(&self, text: &str) {
        if *self.said.borrow() != text {
            self.element.set_text_content(Some(text));
            self.said.replace(text.to_owned());
        }
    }
}

/// Moves everything in one element into another, in place of what is there.
pub fn move_children(from: &Element, to: &Element) {
    to.set_text_content(None);
    while let Some(child) = from.first_child() {
        let _ = to.append_child(&child);
    }
}

/// Whether an event is a click without a key held down, which a link takes another meaning from.
pub fn is_plain_click(event: &Event) -> bool {
    let click = event.dyn_ref::<MouseEvent>();
    click.is_none_or(|it| !(it.ctrl_key() || it.meta_key() || it.shift_key() || it.alt_key()))
}

/// Calls `act` once what runs now is done: an event must not be sent from where it is heard.
pub fn soon(act: impl FnOnce() + 'static) {
    window().queue_microtask(Closure::once_into_js(act).unchecked_ref());
}

/// The browser's window. A page without one runs no wasm of this kind.
pub fn window() -> Window {
    web_sys::window().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

thread_local! {
    /// The page, asked for once: every element is made by it.
    static DOCUMENT: Document = window().document().unwrap_or_else(|| JsValue::NULL.unchecked_into());
}

/// The page.
pub fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// Calls `act` before the next frame is drawn.
pub fn next_frame(act: impl FnOnce() + 'static) {
    // A page that is not shown draws no frames, and nobody misses one.
    let _ = window().request_animation_frame(Closure::once_into_js(act).unchecked_ref());
}

/// Calls `act` after some milliseconds; gives the number by which that is called off.
pub fn later(ms: i32, act: impl FnOnce() + 'static) -> Option<i32> {
    let act = Closure::once_into_js(act);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), ms).ok()
}

/// Calls off what was to come later.
pub fn cancel(due: &Cell<Option<i32>>) {
    if let Some(id) = due.take() {
        window().clear_timeout_with_handle(id);
    }
}

/// The first element of the page that a selector names.
pub fn query(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element inside of another that a selector names.
pub fn all(inside: &Element, selector: &str) -> Vec<Element> {
    let found = inside.query_selector_all(selector).ok();
    let found = found.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
    found.filter_map(|it| it.dyn_into().ok()).collect()
}

/// Gives the focus to an element, if it can have it.
pub fn focus(element: &Element) {
    let _ = element.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
}

/// The element, or the one around it, at which an event happened and that a selector names.
pub fn at(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Calls `act` on an event before it reaches what it is meant for, for as long as the page lives.
pub fn before(target: &EventTarget, event: &'static str, act: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(target, event, options, act).forget();
}

/// Calls `act` on an event, for as long as the page lives.
pub fn on(target: &EventTarget, event: &'static str, act: impl FnMut(&Event) + 'static) {
    EventListener::new_with_options(target, event, EventListenerOptions::enable_prevent_default(), act).forget();
}

//! Elements of one type, for every component: built at once, kept up by effects.
//!
//! The `view!` macro gives each element a type of its own, and each type its own copy of the code that builds,
//! rebuilds and mounts it. For this page that measured more than half of the wasm (docs/decisions/0002-one-element-type.md).

use crate::browser::frames::after_next_frame;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{
    AddAnyAttr, Get, Render, RenderEffect, RenderHtml, RwSignal, Set, document, on_cleanup, untrack,
};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use std::any::Any;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page.
pub struct El(SendWrapper<Element>);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    made(document().create_element(tag))
}

/// A new SVG element.
pub fn svg_el(tag: &str) -> El {
    made(document().create_element_ns(Some(SVG), tag))
}

/// A picture of one stroked path, hidden from those who hear the page: a word stands beside it.
pub fn icon(class: &str, view_box: &str, path: &str) -> El {
    let picture = svg_el("svg").class(class).attr("viewBox", view_box).attr("aria-hidden", "true");
    picture.child(svg_el("path").attr("d", path))
}

/// A button that does something on this page.
pub fn button(class: &str, act: impl FnMut(Event) + 'static) -> El {
    el("button").attr("type", "button").class(class).on("click", act)
}

/// Only an invalid tag name fails, and every name here is a literal of this crate.
fn made(element: Result<Element, wasm_bindgen::JsValue>) -> El {
    let element = element.unwrap_or_else(|_| wasm_bindgen::JsValue::NULL.unchecked_into());
    El(SendWrapper::new(element))
}

impl El {
    /// The element itself.
    pub fn node(&self) -> &Element {
        &self.0
    }

    /// Sets the classes; none for an empty text.
    pub fn class(self, class: &str) -> El {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> El {
        // Only an invalid name fails, and every name here is a literal of this crate.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds text, with what is English in another language marked so. It is text whatever it holds, never markup.
    pub fn text(self, text: &str) -> El {
        words::by_language(text).fold(self, |it, (part, english)| {
            if english {
                return it.child(el("span").attr("lang", "en").text(part));
            }
            let _ = it.0.append_with_str_1(part);
            it
        })
    }

    /// Adds a text in the page's language.
    pub fn say(self, english: &'static str) -> El {
        self.text(&words::said(english))
    }

    /// Sets an attribute to a text in the page's language.
    pub fn said_as(self, name: &str, english: &'static str) -> El {
        self.attr(name, &words::said(english))
    }

    /// Adds a sentence with elements at its places, such as `pairs with {site}`.
    pub fn around(self, sentence: &str, elements: &[(&str, El)]) -> El {
        let mut parts = sentence.split('{');
        let mut whole = self.text(parts.next().unwrap_or_default());
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or_default();
            if let Some((_, element)) = elements.iter().find(|it| it.0 == name) {
                let _ = whole.0.append_child(element.node());
            }
            whole = whole.text(rest);
        }
        whole
    }

    /// Adds a child.
    pub fn child(self, child: El) -> El {
        let _ = self.0.append_child(child.node());
        self
    }

    /// Adds children, or none.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Calls `act` on an event, for as long as the surrounding owner lives.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> El {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Runs `update` on the element now, and again whenever a signal that it read changes.
    pub fn live_with(self, update: impl Fn(&Element) + 'static) -> El {
        let element = (*self.0).clone();
        rerun(Box::new(move || update(&element)));
        self
    }

    /// Keeps an attribute as `value` says; none takes it away.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        let value: Box<dyn Fn() -> Option<String>> = Box::new(value);
        self.live_with(move |element| {
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        })
    }

    /// Keeps an attribute at `true` or `false`.
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.live_attr(name, move || Some(if value() { "true" } else { "false" }.to_owned()))
    }

    /// Keeps the text as `text` says.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> El {
        let text: Box<dyn Fn() -> String> = Box::new(text);
        self.live_with(move |element| element.set_text_content(Some(&text())))
    }

    /// Keeps the children as `children` says; they are made anew when a signal that it read changes.
    pub fn live(self, children: impl Fn() -> Vec<El> + 'static) -> El {
        let children: Box<dyn Fn() -> Vec<El>> = Box::new(children);
        self.live_with(move |element| {
            let children = children();
            element.set_text_content(None);
            for child in children {
                let _ = element.append_child(child.node());
            }
        })
    }

    /// Keeps the children as `children` says, but lets the map go first: when something changes that `follows` reads,
    /// they are made anew right after the next frame. The first ones are there at once, or come after a frame, too.
    pub fn live_later(
        self,
        at_once: bool,
        follows: impl Fn() + 'static,
        children: impl Fn() -> Vec<El> + 'static,
    ) -> El {
        let (changed, stands) = (RwSignal::new(at_once), Cell::new(at_once));
        effect(move || {
            follows();
            if !stands.take() {
                // By then the element may be gone, and its signal with it.
                after_next_frame(move || {
                    changed.try_set(true);
                });
            }
        });
        self.live(move || if changed.get() { untrack(&children) } else { Vec::new() })
    }
}

fn listen(element: &Element, event: &'static str, mut act: Box<dyn FnMut(Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(Box::new(EventListener::new_with_options(element, event, options, move |event| act(event.clone()))));
}

/// Runs `update` now, and again whenever a signal that it read changes: for what lies outside the page's elements.
pub fn effect(update: impl Fn() + 'static) {
    rerun(Box::new(update));
}

fn rerun(update: Box<dyn Fn()>) {
    keep(Box::new(RenderEffect::new(move |_: Option<()>| update())));
}

/// Keeps something until the surrounding owner is cleaned up.
fn keep(thing: Box<dyn Any>) {
    let held = SendWrapper::new(thing);
    on_cleanup(move || drop(held));
}

// What Leptos asks of a view. This page is never rendered on a server, so the parts that write HTML have nothing to say.

impl Render for El {
    type State = Element;

    fn build(self) -> Element {
        self.0.take()
    }

    fn rebuild(self, state: &mut Element) {
        let element = self.0.take();
        let _ = state.replace_with_with_node_1(&element);
        *state = element;
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = El;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> El {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = El;
    type Owned = El;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> El {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Element {
        self.build()
    }

    fn into_owned(self) -> El {
        self
    }
}

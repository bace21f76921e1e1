//! The panel beside the map with the answer about what was found. The page's own sheet about a chosen location lies over
//! it, and when that is closed the answer shows again.

use crate::answer::{self, Answer, Asked};
use crate::data::Data;
use crate::dom::{El, at, button, document, el, fill, focus, on, query, svg_el};
use crate::overlay::Overlay;
use crate::search_box::cloud;
use crate::{address, view};
use find::item::Found;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};

const ID: &str = "answer";
const CLOSE: &str = "M3 3l10 10M13 3L3 13";

/// The panel, open or not.
pub struct Panel {
    data: Rc<Data>,
    /// What it answers; none while it is closed.
    asked: RefCell<Option<Asked>>,
    overlay: Overlay,
}

impl Panel {
    /// A closed panel.
    pub fn new(data: Rc<Data>) -> Panel {
        let overlay = Overlay::default();
        overlay.listen();
        Panel { data, asked: RefCell::default(), overlay }
    }

    /// Answers about `found`, shows it on the map, and leads the keyboard there.
    pub fn show(self: &Rc<Self>, found: Found) {
        let cloud = answer::cloud_of(&self.data, found).unwrap_or_else(|| cloud(&self.data));
        let asked = Asked { found, cloud, toward: None, provider: None, sku: None };
        *self.asked.borrow_mut() = Some(asked);
        let answer = answer::answer(&self.data, &asked);
        self.draw(&asked);
        if let Some(view) = view::around(&answer.places) {
            address::show(view, cloud);
        }
        let Some(aside) = self.place() else { return };
        fill(&aside, content(answer));
        if let Some(head) = aside.query_selector("h2").ok().flatten() {
            focus(&head);
        }
    }

    /// Draws the ways to the nearest locations, where the answer has them.
    fn draw(&self, asked: &Asked) {
        let point = answer::nearest::is_about(asked.found).then(|| answer::nearest::point_of(&self.data, asked.found));
        let to = point.map(|_| answer::nearest::points(&self.data, asked)).unwrap_or_default();
        self.overlay.show(point.flatten(), &to);
    }

    /// Closes it.
    pub fn close(&self) {
        *self.asked.borrow_mut() = None;
        self.overlay.clear();
        query(&["#", ID].concat()).iter().for_each(Element::remove);
    }

    /// The panel's element, made when it is not in the page.
    fn place(self: &Rc<Self>) -> Option<Element> {
        if let Some(aside) = query(&["#", ID, " aside"].concat()) {
            return Some(aside);
        }
        let handle = el("button").attr("type", "button").class("sheet-handle");
        let handle = handle.attr("aria-label", "Change the height of the sheet");
        let aside = el("aside").class("panel").attr("aria-label", "Answer");
        let sheet = el("div").class("sheet").attr("id", ID).child(handle).child(aside.clone());
        query("main")?.append_child(sheet.node()).ok()?;
        self.listen(aside.node());
        Some(aside.node().clone())
    }

    fn listen(self: &Rc<Self>, aside: &Element) {
        let panel = self.clone();
        on(aside, "click", move |event| panel.clicked(event));
        let panel = self.clone();
        on(aside, "change", move |event| panel.changed(event));
        let panel = self.clone();
        on(aside, "keydown", move |event| {
            let is_select = at(event, "select").is_some();
            if !is_select && event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape") {
                panel.leave();
            }
        });
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        if at(event, "[data-close]").is_some() {
            return self.leave();
        }
        if let Some(slug) = at(event, "[data-region]").and_then(|it| it.get_attribute("data-region")) {
            if let Some(id) = self.data.catalog.region_by_slug(&slug) {
                self.show(Found::Region(id));
            }
            return;
        }
        let Some(row) = at(event, "[data-choose]") else { return };
        let sku = row.get_attribute("data-sku").and_then(|it| it.parse().ok());
        if let Some(slug) = row.get_attribute("data-choose") {
            address::choose(&slug, sku);
        }
    }

    /// Answers anew after a wish was changed; the control keeps the focus, as only what lies below it is made anew.
    fn changed(&self, event: &Event) {
        let Some(select) = at(event, "select").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) else { return };
        let Some(mut asked) = *self.asked.borrow() else { return };
        let value = select.value();
        match select.name().as_str() {
            "toward" => asked.toward = self.data.catalog.region_by_slug(&value),
            "provider" => asked.provider = value.parse().ok(),
            "sku" => asked.sku = value.parse().ok(),
            _ => return,
        }
        *self.asked.borrow_mut() = Some(asked);
        self.draw(&asked);
        if let Some(place) = query(&["#", ID, " .nearest"].concat()) {
            fill(&place, answer::nearest::rows(&self.data, &asked));
        }
    }

    /// Closes it; the keyboard goes on from the map.
    fn leave(&self) {
        self.close();
        query(".map").iter().for_each(focus);
    }
}

fn content(answer: Answer) -> Vec<El> {
    let close = button("icon", "data-close", "").attr("aria-label", "Close");
    let close = close.child(
        svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(svg_el("path").attr("d", CLOSE)),
    );
    let head = el("div").class("panel-head").child(el("h2").attr("tabindex", "-1").text(&answer.title));
    let head = head.child(close).child(el("p").text(&answer.told));
    let credit = "Unofficial, not affiliated with Microsoft";
    let foot = el("div").class("panel-foot").children(answer.foot).child(el("p").class("quiet credit").text(credit));
    document().set_title(&[&answer.title, " · ExpressRoute Atlas"].concat());
    [head].into_iter().chain(answer.body).chain([foot]).collect()
}

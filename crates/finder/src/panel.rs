//! The panel beside the map with the answer to the question that stands in the address. The page's own sheet about a chosen
//! location lies over it, and when that is closed the answer shows again.

use crate::address::{self, FIND};
use crate::answer::{self, Answer};
use crate::card::Card;
use crate::copying;
use crate::data::Data;
use crate::dom::{
    El, all, at, button, document, el, fill, focus, is_plain_click, move_children, next_frame, on, query, set, soon,
    svg_el,
};
use crate::editing;
use crate::overlay::Overlay;
use crate::patch;
use crate::question::{About, Question};
use crate::search_box::cloud;
use crate::view;
use reach::sku::Cloud;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};

const ID: &str = "answer";
/// The attribute of the panel while it lies over the sheet of a chosen location: the slug of that, empty for none.
const LIES_OVER: &str = "data-over";
/// The button on the map that opens the filters.
const OPENS_FILTERS: &str = ".map-asks [value=filters]";
/// The cross of the buttons that close.
pub const CLOSE: &str = "M3 3l10 10M13 3L3 13";
/// How many frames the answer may take to come into sight.
const FRAMES_OF_PATIENCE: u8 = 20;
const PAGE: &str = "ExpressRoute Atlas";

/// The panel, open or not.
pub struct Panel {
    data: Rc<Data>,
    /// The question that it answers, as it is written, and the cloud that was on; none while it is closed.
    shown: RefCell<Option<(String, Cloud)>>,
    /// An answer made already to a question that is about to stand in the address.
    ready: RefCell<Option<(String, Answer)>>,
    /// The card that is shown.
    card: RefCell<Option<Card>>,
    overlay: Overlay,
}

impl Panel {
    /// A closed panel.
    pub fn new(data: Rc<Data>) -> Panel {
        let overlay = Overlay::default();
        overlay.listen();
        Panel { data, shown: RefCell::default(), ready: RefCell::default(), card: RefCell::default(), overlay }
    }

    /// Asks a question: the address takes a new step, the map shows the answer, and the keyboard goes there.
    pub fn ask(self: &Rc<Self>, question: &Question) {
        let before = cloud(&self.data);
        let answer = answer::answer(&self.data, question, before);
        let (cloud, view) = (answer.cloud.unwrap_or(before), view::around(&answer.places, &question.written()));
        *self.ready.borrow_mut() = Some((question.written(), answer));
        address::ask(question, view, cloud);
        lead_to_head(FRAMES_OF_PATIENCE);
    }

    /// Shows what the address asks for, if that has changed, in the cloud that is on.
    pub fn follow(self: &Rc<Self>) {
        let ready = self.ready.take();
        let Some(text) = address::part(FIND) else { return self.close() };
        // A table stands in a sheet of its own.
        let asked = Question::parse(&text);
        if asked.as_ref().is_some_and(|it| matches!(it.about, About::Table(_))) {
            return self.close();
        }
        let cloud = cloud(&self.data);
        let before = self.shown.borrow().clone();
        if before.as_ref().is_some_and(|it| it.0 == text && it.1 == cloud) {
            return stay_over_chosen();
        }
        let are_filters = matches!(asked.as_ref().map(|it| &it.about), Some(About::Filters(_)));
        let answer = match (ready, asked) {
            (Some((question, answer)), _) if question == text => answer,
            (_, Some(question)) => answer::answer(&self.data, &question, cloud),
            (_, None) => answer::none::nonsense(),
        };
        // Who switches the cloud while an answer stands wants to see the other cloud.
        let is_new = before.is_none_or(|it| it.0 != text);
        let own = answer.cloud.filter(|_| is_new && address::part("at").is_none()).unwrap_or(cloud);
        let view = view::around(&answer.places, &text).filter(|_| address::part("view").is_none());
        *self.shown.borrow_mut() = Some((text, own));
        self.draw(answer);
        lie_over_chosen(are_filters);
        if is_new
            && are_filters
            && document().active_element().is_some_and(|it| it.matches(OPENS_FILTERS).unwrap_or(false))
        {
            lead_to_head(FRAMES_OF_PATIENCE);
        }
        if is_new && address::part("at").is_none() && (view.is_some() || own != cloud) {
            soon(move || address::settle(view, own));
        }
    }

    /// Answers again what it shows: the data has grown. What does not change by that stays as it is, with what was opened,
    /// read to and focused.
    pub fn refresh(self: &Rc<Self>) {
        // What does not rest on the list of cities stays as it is, with whatever is typed in its fields.
        let about = self.question().map(|it| it.about);
        if matches!(about, Some(About::Regions(_) | About::Matrix(_) | About::Compare(_) | About::Point(_))) {
            return;
        }
        let shown = self.shown.borrow().clone();
        let asked = shown.and_then(|(text, cloud)| Some((Question::parse(&text)?, cloud)));
        let aside = query(&["#", ID, " aside"].concat());
        let (Some((question, cloud)), Some(aside)) = (asked, aside) else { return };
        let answer = answer::answer(&self.data, &question, cloud);
        self.overlay.show(&answer.title, answer.lines.clone());
        name_page(Some(&answer.title));
        let places = answer.places.clone();
        *self.card.borrow_mut() = answer.card.clone();
        patch::children(&aside, content(answer));
        let view = view::around(&places, &question.written()).filter(|_| address::part("view").is_none());
        if address::part("at").is_none() && view.is_some() {
            soon(move || address::settle(view, cloud));
        }
    }

    fn draw(self: &Rc<Self>, answer: Answer) {
        announce(&answer);
        self.overlay.show(&answer.title, answer.lines.clone());
        let Some(aside) = self.place() else { return };
        let was_there = document().active_element().is_some_and(|it| aside.contains(Some(&it)));
        name_page(Some(&answer.title));
        aside.set_scroll_top(0);
        *self.card.borrow_mut() = answer.card.clone();
        fill(&aside, content(answer));
        if let Some(head) = aside.query_selector("h2").ok().flatten().filter(|_| was_there) {
            focus(&head);
        }
    }

    /// Closes it, as the address asks for nothing.
    fn close(&self) {
        if self.shown.take().is_some() {
            self.overlay.clear();
            query(&["#", ID].concat()).iter().for_each(Element::remove);
            name_page(None);
        }
    }

    /// The panel's element, made when it is not in the page.
    fn place(self: &Rc<Self>) -> Option<Element> {
        if let Some(aside) = query(&["#", ID, " aside"].concat()) {
            return Some(aside);
        }
        let handle = el("button").attr("type", "button").class("sheet-handle");
        let handle = handle.attr("aria-label", &words::say("Change the height of the sheet"));
        let aside = el("aside").class("panel").attr("aria-label", &words::say("Answer"));
        let sheet = el("div").class("sheet").attr("id", ID).child(handle).child(aside.clone());
        query("main")?.append_child(sheet.node()).ok()?;
        self.listen(aside.node());
        editing::listen(&self.data, self, aside.node());
        Some(aside.node().clone())
    }

    fn listen(self: &Rc<Self>, aside: &Element) {
        let panel = self.clone();
        on(aside, "click", move |event| panel.clicked(event));
        let panel = self.clone();
        on(aside, "change", move |event| panel.changed(event));
        on(aside, "input", answer::filters::narrowed);
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
        if answer::filters::clicked(&self.data, event) {
            return;
        }
        if let Some(text) = at(event, "[data-ask]").and_then(|it| it.get_attribute("data-ask")) {
            // A link may be opened elsewhere, too.
            if let Some(question) = Question::parse(&text).filter(|_| is_plain_click(event)) {
                event.prevent_default();
                self.ask(&question);
            }
            return;
        }
        if let (Some(card), Some(question)) = (&*self.card.borrow(), self.shown.borrow().as_ref()) {
            copying::clicked(&self.data, event, card, &question.0);
        }
        let Some(row) = at(event, "[data-choose]") else { return };
        let sku = row.get_attribute("data-sku").and_then(|it| it.parse().ok());
        if let Some(slug) = row.get_attribute("data-choose") {
            address::choose(&slug, sku);
        }
    }

    /// Answers anew after a control was changed.
    fn changed(&self, event: &Event) {
        if answer::filters::changed(&self.data, event) {
            return;
        }
        let Some(select) = at(event, "select").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) else { return };
        if let Some(question) = self.question().and_then(|it| it.with(&select.name(), &select.value())) {
            self.answer_in_place(&question, || address::ask_instead(&question));
        }
    }

    /// Asks another question of the same kind, which takes a new step, and leaves the map where it is.
    pub fn edit(&self, question: &Question) {
        let cloud = cloud(&self.data);
        self.answer_in_place(question, || address::ask(question, None, cloud));
    }

    /// Asks what is nearest to a point of the map, which stays where it is if it shows the answer. By a key the keyboard
    /// goes to the answer.
    pub fn ask_from_map(self: &Rc<Self>, question: &Question, by_key: bool) {
        let before = cloud(&self.data);
        let answer = answer::answer(&self.data, question, before);
        let (written, best) = (question.written(), answer.places.get(..2).unwrap_or_default());
        let view = if view::shows(best, &written) { None } else { view::around(&answer.places, &written) };
        *self.ready.borrow_mut() = Some((written, answer));
        address::ask(question, view, before);
        if by_key {
            lead_to_head(FRAMES_OF_PATIENCE);
        }
    }

    /// The question that stands in the panel.
    pub fn question(&self) -> Option<Question> {
        self.shown.borrow().as_ref().and_then(|it| Question::parse(&it.0))
    }

    /// Shows the answer to another question of the same kind. What was changed keeps the focus, as only what follows it is
    /// made anew.
    fn answer_in_place(&self, question: &Question, write: impl FnOnce()) {
        let cloud = cloud(&self.data);
        *self.shown.borrow_mut() = Some((question.written(), cloud));
        write();
        self.answer_again(question, cloud);
    }

    /// Other filters are in force: what follows from them is made anew.
    pub fn filters_changed(&self) {
        let Some((text, cloud)) = self.shown.borrow().clone() else { return };
        let Some(question) = Question::parse(&text) else { return };
        match (matches!(question.about, About::Filters(_)), query(&["#", ID].concat())) {
            (true, Some(panel)) => answer::filters::update(&self.data, &panel, cloud),
            (_, _) => self.answer_again(&question, cloud),
        }
    }

    fn answer_again(&self, question: &Question, cloud: Cloud) {
        let answer = answer::answer(&self.data, question, cloud);
        announce(&answer);
        *self.card.borrow_mut() = answer.card;
        self.overlay.show(&answer.title, answer.lines);
        for (place, text) in [(" h2", &answer.title), (" .panel-head p", &answer.told)] {
            query(&["#", ID, place].concat()).iter().for_each(|it| it.set_text_content(Some(text)));
        }
        name_page(Some(&answer.title));
        let name = document().active_element().and_then(|it| it.get_attribute("name"));
        let fresh = el("div").children(answer.body);
        for made in all(fresh.node(), "[data-live]") {
            let name = made.get_attribute("data-live").unwrap_or_default();
            if let Some(place) = query(&["#", ID, " [data-live=", &name, "]"].concat()) {
                move_children(&made, &place);
            }
        }
        // A control that stood in what was made anew has the focus again.
        let control = name.and_then(|it| query(&["#", ID, " [name=\"", &it, "\"]"].concat()));
        control.iter().for_each(focus);
    }

    /// Takes the question away; the keyboard goes on from the map. What filters lay over is asked again, and has the
    /// keyboard where nothing else lies over it.
    fn leave(&self) {
        query(".map").iter().for_each(focus);
        match self.question().map(|it| it.about) {
            Some(About::Filters(Some(over))) => {
                address::ask_beside(&over);
                query("#table h2, #answer h2").iter().for_each(focus);
            }
            _ => address::ask_nothing(),
        }
    }
}

/// The sheet of a chosen location lies over the answer, but the filters are opened beside what is chosen, which stays.
/// They lie over its sheet for as long as it is the one that they were opened over.
fn lie_over_chosen(do_they: bool) {
    let Some(panel) = query(&["#", ID].concat()) else { return };
    match do_they {
        true => set(&panel, LIES_OVER, &address::part("at").unwrap_or_default()),
        false => drop(panel.remove_attribute(LIES_OVER)),
    }
}

/// Another location was chosen: its sheet is wanted more.
fn stay_over_chosen() {
    let panel = query(&["#", ID, "[", LIES_OVER, "]"].concat());
    let is_other = |it: &Element| it.get_attribute(LIES_OVER) != Some(address::part("at").unwrap_or_default());
    panel.filter(is_other).iter().for_each(|it| drop(it.remove_attribute(LIES_OVER)));
}

/// Says the answer in a line to those who hear the page, unless a chosen location lies over it. The line stands in the page
/// before it says anything: what comes with its words is not heard.
fn announce(answer: &Answer) {
    const SAID: &str = "answer-said";
    if query(&["#", SAID].concat()).is_none() {
        let line = el("p").class("unseen").attr("id", SAID).attr("role", "status");
        query("main").iter().for_each(|it| drop(it.append_child(line.node())));
    }
    let said = match address::part("at") {
        Some(_) => String::new(),
        None => answer.spoken.clone().unwrap_or_else(|| answer.told.clone()),
    };
    next_frame(move || query(&["#", SAID].concat()).iter().for_each(|it| it.set_text_content(Some(&said))));
}

/// Leads the keyboard to the answer. The sheet that lay over it goes with one of the next frames; until then it cannot have
/// the focus.
fn lead_to_head(frames: u8) {
    let Some(head) = query(&["#", ID, " h2"].concat()) else { return };
    focus(&head);
    if frames > 0 && document().active_element().is_none_or(|it| it != head) {
        next_frame(move || lead_to_head(frames - 1));
    }
}

/// Names the page after the answer, for tabs and the history. While a location is chosen, its sheet lies over the answer
/// and names the page; when it is closed, the page takes the name from the body (`name_page` in src/app.rs of the app).
pub fn name_page(title: Option<&str>) {
    if address::part("at").is_none() {
        let title = title.map_or_else(|| PAGE.to_owned(), |it| [it, " · ", PAGE].concat());
        document().set_title(&title);
    }
}

fn content(answer: Answer) -> Vec<El> {
    let close = button("icon", "data-close", "").attr("aria-label", &words::say("Close"));
    let close = close.child(
        svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(svg_el("path").attr("d", CLOSE)),
    );
    let head = el("div").class("panel-head").child(el("h2").attr("tabindex", "-1").text(&answer.title));
    let head = head.child(close).child(el("p").text(&answer.told));
    let credit = words::say("Unofficial, not affiliated with Microsoft");
    let foot = el("div").class("panel-foot").children(answer.foot).child(el("p").class("quiet credit").text(&credit));
    [head].into_iter().chain(answer.body).chain([foot]).collect()
}

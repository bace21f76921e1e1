//! The list under the search box as elements. They are made when they are first needed, and kept: at a key only those
//! texts, marks and places in the order change that are others than before.

use crate::dom::{before, el, set};
use crate::glyph::Look;
use crate::label::Label;
use crate::list::{Choice, Entry, Section};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The list.
pub struct Listbox {
    element: Element,
    /// Every group there has been.
    groups: RefCell<Vec<Group>>,
    /// The kinds of those that are shown, in their order.
    order: RefCell<Vec<u8>>,
    /// The option that Enter takes, if any, with its place.
    active: RefCell<Option<(usize, Element)>>,
    /// Whether it may stand elsewhere than at its top: to ask it would lay out the page.
    scrolled: Rc<Cell<bool>>,
}

/// The options of a kind, under its name.
struct Group {
    kind: u8,
    element: Element,
    /// Every row there has been.
    rows: Vec<Row>,
    /// How many of them are shown.
    shown: usize,
}

/// An option, and what it says.
struct Row {
    element: Element,
    picture: Element,
    name: Label,
    told: Label,
    choice: Choice,
    look: Look,
}

impl Listbox {
    /// An empty list with an id.
    pub fn new(id: &str) -> Listbox {
        let list = el("div").class("found-list").attr("id", id).attr("role", "listbox");
        let element = list.attr("aria-label", &words::say("Found")).node().clone();
        let scrolled = Rc::new(Cell::new(false));
        let heard = scrolled.clone();
        before(&element, "scroll", move |_| heard.set(true));
        Listbox { element, groups: RefCell::default(), order: RefCell::default(), active: RefCell::default(), scrolled }
    }

    /// The list's element.
    pub fn node(&self) -> &Element {
        &self.element
    }

    /// Makes the elements of sections such as will be shown.
    pub fn prepare(&self, sections: &[Section]) {
        for section in sections {
            group(&mut self.groups.borrow_mut(), section);
        }
    }

    /// Shows these sections, in this order.
    pub fn show(&self, sections: &[Section]) {
        let mut groups = self.groups.borrow_mut();
        let mut order = self.order.borrow_mut();
        let wanted = |kind: u8| sections.iter().any(|it| it.kind == kind);
        groups.iter().filter(|it| order.contains(&it.kind) && !wanted(it.kind)).for_each(|it| it.element.remove());
        order.retain(|it| wanted(*it));
        for (at, section) in sections.iter().enumerate() {
            let element = group(&mut groups, section);
            if order.get(at) != Some(&section.kind) {
                order.retain(|it| *it != section.kind);
                let next = order.get(at).and_then(|kind| groups.iter().find(|it| it.kind == *kind));
                let _ = self.element.insert_before(&element, next.map(|it| it.element.as_ref()));
                order.insert(at, section.kind);
            }
        }
    }

    /// What the options stand for, from above.
    pub fn choices(&self) -> Vec<Choice> {
        self.rows(|row| row.choice)
    }

    /// What an element of the list stands for.
    pub fn choice_of(&self, option: &Element) -> Option<Choice> {
        self.rows(|row| (row.element == *option).then_some(row.choice)).into_iter().flatten().next()
    }

    /// The place of the option that Enter takes.
    pub fn active(&self) -> Option<usize> {
        self.active.borrow().as_ref().map(|it| it.0)
    }

    /// Makes the option at a place the one that Enter takes, or none; gives its element.
    pub fn activate(&self, place: Option<usize>) -> Option<Element> {
        let option = place.and_then(|at| Some((at, self.rows(|row| row.element.clone()).into_iter().nth(at)?)));
        let before = self.active.replace(option.clone()).map(|it| it.1);
        let option = option.map(|it| it.1);
        if before != option {
            before.iter().for_each(|it| set(it, "aria-selected", "false"));
            option.iter().for_each(|it| set(it, "aria-selected", "true"));
        }
        option
    }

    /// Brings the option that Enter takes into sight.
    pub fn look_at_active(&self) {
        let near = ScrollIntoViewOptions::new();
        near.set_block(ScrollLogicalPosition::Nearest);
        let active = self.active.borrow();
        active.iter().for_each(|it| it.1.scroll_into_view_with_scroll_into_view_options(&near));
    }

    /// Goes back to the top of the list.
    pub fn look_at_top(&self) {
        if self.scrolled.take() {
            self.element.set_scroll_top(0);
        }
    }

    /// Something of every option that is shown, from above.
    fn rows<T>(&self, of: impl Fn(&Row) -> T) -> Vec<T> {
        let (groups, order) = (self.groups.borrow(), self.order.borrow());
        let shown = order.iter().filter_map(|kind| groups.iter().find(|it| it.kind == *kind));
        shown.flat_map(|it| it.rows.iter().take(it.shown)).map(of).collect()
    }
}

/// The element of a section's group, which shows it from now on.
fn group(groups: &mut Vec<Group>, section: &Section) -> Element {
    let place = groups.iter().position(|it| it.kind == section.kind);
    let group = match place.and_then(|at| groups.get_mut(at)) {
        Some(group) => group,
        None => groups.push_mut(Group::new(section)),
    };
    group.show(&section.entries);
    group.element.clone()
}

impl Group {
    fn new(section: &Section) -> Group {
        let head = format!("found-kind-{}", section.kind);
        let name = el("div").class("found-kind").attr("id", &head).attr("role", "presentation").text(&section.name);
        let group = el("div").attr("role", "group").attr("aria-labelledby", &head).child(name);
        Group { kind: section.kind, element: group.node().clone(), rows: Vec::new(), shown: 0 }
    }

    fn show(&mut self, entries: &[Entry]) {
        for (at, entry) in entries.iter().enumerate() {
            match self.rows.get_mut(at) {
                Some(row) => row.say(entry),
                None => self.rows.push(Row::new(&format!("found-{}-{at}", self.kind), entry)),
            }
        }
        for row in self.rows.iter().take(self.shown).skip(entries.len()) {
            row.element.remove();
        }
        for row in self.rows.iter().take(entries.len()).skip(self.shown) {
            let _ = self.element.append_child(&row.element);
        }
        self.shown = entries.len();
    }
}

impl Row {
    fn new(id: &str, entry: &Entry) -> Row {
        let (picture, name, told) =
            (entry.look.picture(), el("span").class("found-name"), el("span").class("found-told"));
        let option = el("div").attr("role", "option").attr("id", id).attr("aria-selected", "false");
        let option = option.children([picture.clone(), name.clone(), told.clone()]);
        let [element, picture] = [option, picture].map(|it| it.node().clone());
        let (name, told) = (Label::new(name), Label::new(told));
        let mut row = Row { element, picture, name, told, choice: entry.choice, look: entry.look };
        row.say(entry);
        row
    }

    fn say(&mut self, entry: &Entry) {
        if self.look != entry.look {
            let picture = entry.look.picture().node().clone();
            let _ = self.element.replace_child(&picture, &self.picture);
            (self.picture, self.look) = (picture, entry.look);
        }
        self.name.say(entry.name.iter().map(|(part, strong)| (part.as_str(), *strong)));
        self.told.say([(entry.told.as_str(), false)]);
        self.choice = entry.choice;
    }
}

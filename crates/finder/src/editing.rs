//! What hands and keys do inside of an answer beside following its links: its fields, what is taken out, pasted lists, rows
//! that open, and the cells of a matrix.

use crate::answer::matrix;
use crate::answer::{editor, regions};
use crate::copying;
use crate::data::Data;
use crate::dom::{all, at, before, el, fill, focus, on, query, set};
use crate::edit;
use crate::here;
use crate::panel::Panel;
use crate::picker::{self, Taken};
use crate::search_box::cloud;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement, KeyboardEvent};
use words::say;

/// Listens to everything in the panel for as long as it is there.
pub fn listen(data: &Rc<Data>, panel: &Rc<Panel>, aside: &Element) {
    let editing = Rc::new(Editing { data: data.clone(), panel: panel.clone() });
    let it = editing.clone();
    on(aside, "input", move |event| it.open(event));
    let it = editing.clone();
    on(aside, "focusin", move |event| it.open(event));
    on(aside, "focusout", |event| picker::field_of(event).iter().for_each(picker::close));
    // A field keeps the focus while its list is used.
    for name in ["pointerdown", "mousedown"] {
        on(aside, name, |event| {
            if at(event, ".picks").is_some() {
                event.prevent_default();
            }
        });
    }
    let it = editing.clone();
    on(aside, "click", move |event| it.clicked(event));
    // Before the panel hears it: Escape closes a list first.
    before(aside, "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            editing.pressed(event);
        }
    });
}

struct Editing {
    data: Rc<Data>,
    panel: Rc<Panel>,
}

impl Editing {
    fn open(&self, event: &Event) {
        if let Some(field) = picker::field_of(event) {
            picker::open(&self.data, &field, cloud(&self.data));
        }
    }

    fn pressed(&self, event: &KeyboardEvent) {
        if let Some(field) = picker::field_of(event) {
            let taken = picker::press(&self.data, &field, event, cloud(&self.data));
            return taken.iter().for_each(|it| self.take(it));
        }
        if let Some(cell) = at(event, "[data-cell]") {
            match event.key().as_str() {
                "Enter" | " " => self.open_cell(&cell),
                key => match neighbor(&cell, key) {
                    Some(next) => go_to(&cell, &next),
                    None => return,
                },
            }
            event.prevent_default();
        }
    }

    fn clicked(&self, event: &Event) {
        if let Some(taken) = picker::clicked(event) {
            self.take(&taken);
        } else if let Some(button) = at(event, "[data-edit]") {
            self.take_out(&button);
        } else if at(event, "[data-paste]").is_some() {
            self.paste();
        } else if let Some(button) = at(event, "[data-needs]") {
            self.open_row(&button);
        } else if let Some(cell) = at(event, "[data-cell]") {
            go_to(&cell, &cell);
            self.open_cell(&cell);
        } else if let Some(button) = at(event, "[data-tsv]") {
            self.copy_table(&button);
        } else if at(event, "[data-locate]").is_some() {
            here::locate(&self.panel, |told| {
                query("#answer .locate-told").iter().for_each(|it| it.set_text_content(Some(told)));
            });
        }
    }

    /// Adds what was taken from the list of a field.
    fn take(&self, taken: &Taken) {
        let Some(question) = self.panel.question() else { return };
        if let Some(next) = edit::taken(&self.data, &question, cloud(&self.data), &taken.kind, &taken.slug) {
            self.panel.edit(&next);
        }
        // After the first of two circuits the second is wanted.
        let wants_second = query("#answer .two-sides .side + .side:not(:has(select))").is_some();
        picker::done(if wants_second { "end-1" } else { &taken.kind });
    }

    /// Takes out what a button belongs to; the keyboard goes on to the next such button, or to the field.
    fn take_out(&self, button: &Element) {
        let buttons = || query("#answer").map(|it| all(&it, "[data-edit]")).unwrap_or_default();
        let place = buttons().iter().position(|it| it == button).unwrap_or_default();
        let question = button.get_attribute("data-edit").and_then(|it| crate::question::Question::parse(&it));
        let Some(question) = question else { return };
        self.panel.edit(&question);
        let left = buttons();
        let next = left.get(place).or(left.last()).cloned().or_else(|| query("#answer [data-pick]"));
        next.iter().for_each(focus);
    }

    /// Adds the regions of the pasted list. What is not known stays in the field, to be mended there.
    fn paste(&self) {
        let field = query("#answer .paste textarea").and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
        let (Some(field), Some(question)) = (field, self.panel.question()) else { return };
        let (next, unread) = edit::pasted(&self.data, &question, cloud(&self.data), &field.value());
        if next != question {
            self.panel.edit(&next);
        }
        let rest: Vec<&str> = unread.iter().map(|it| it.error.value()).collect();
        field.set_value(&rest.join("\n"));
        query("#answer .paste .unread").iter().for_each(|it| fill(it, editor::notes(&unread, true)));
    }

    /// Copies the matrix for a spreadsheet.
    fn copy_table(&self, button: &Element) {
        let question = self.panel.question();
        let matrix = question.and_then(|it| matrix::of_question(&self.data, &it, cloud(&self.data)));
        if let Some(matrix) = matrix {
            copying::copy(button, matrix::tab_separated(&self.data, &matrix), &say("Copied"));
        }
    }

    /// Opens a row to what each region needs, or closes it.
    fn open_row(&self, button: &Element) {
        let Some(row) = button.parent_element() else { return };
        if let Some(needs) = row.query_selector(".needs").ok().flatten() {
            needs.remove();
            return set(button, "aria-expanded", "false");
        }
        let slug = button.get_attribute("data-needs").unwrap_or_default();
        let question = self.panel.question();
        let needs = question.and_then(|it| regions::needs(&self.data, &it, cloud(&self.data), &slug));
        if let Some(needs) = needs {
            let _ = row.append_child(needs.node());
            set(button, "aria-expanded", "true");
        }
    }

    /// Shows what stands behind a cell, below the table; again takes it away.
    fn open_cell(&self, cell: &Element) {
        let Some(place) = query("#answer .cell-why") else { return };
        let was_open = cell.get_attribute("aria-selected").as_deref() == Some("true");
        query("#answer [data-cell][aria-selected=true]").iter().for_each(|it| set(it, "aria-selected", "false"));
        let key = cell.get_attribute("data-cell").unwrap_or_default();
        let question = self.panel.question().filter(|_| !was_open);
        let matrix = question.and_then(|it| matrix::of_question(&self.data, &it, cloud(&self.data)));
        let opened = matrix.and_then(|it| matrix::opened(&self.data, &it, &key));
        if opened.is_some() {
            set(cell, "aria-selected", "true");
        }
        fill(&place, opened.unwrap_or_else(|| vec![el("span")]));
    }
}

/// The keyboard goes from one cell to another.
fn go_to(from: &Element, to: &Element) {
    if let Some(table) = from.closest("table").ok().flatten() {
        all(&table, "[data-cell][tabindex=\"0\"]").iter().for_each(|it| set(it, "tabindex", "-1"));
    }
    set(to, "tabindex", "0");
    focus(to);
}

/// The cell that a key leads to; none for another key, and at the edge.
fn neighbor(cell: &Element, key: &str) -> Option<Element> {
    let table = cell.closest("table").ok().flatten()?;
    let cells = all(&table, "[data-cell]");
    let columns = all(&table, "thead th").len().saturating_sub(1).max(1);
    let at = cells.iter().position(|it| it == cell)?;
    cells.get(moved(at, key, columns, cells.len())?).cloned()
}

/// The place that a key leads to from a place in a table of so many columns and cells.
fn moved(at: usize, key: &str, columns: usize, count: usize) -> Option<usize> {
    let (row, column) = (at / columns, at % columns);
    let next = match key {
        "ArrowLeft" if column > 0 => at - 1,
        "ArrowRight" if column + 1 < columns => at + 1,
        "ArrowUp" if row > 0 => at - columns,
        "ArrowDown" => at + columns,
        "Home" => row * columns,
        "End" => row * columns + columns - 1,
        _ => return None,
    };
    (next < count).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn arrow_keys_stay_inside_of_the_table() {
        // Two rows of three.
        let check = |at, key, expected| assert_eq!(moved(at, key, 3, 6), expected, "{key} at {at}");
        check(0, "ArrowRight", Some(1));
        check(2, "ArrowRight", None);
        check(3, "ArrowLeft", None);
        check(1, "ArrowDown", Some(4));
        check(4, "ArrowDown", None);
        check(1, "ArrowUp", None);
        check(5, "ArrowUp", Some(2));
        check(4, "Home", Some(3));
        check(0, "End", Some(2));
        check(0, "x", None);
    }
}

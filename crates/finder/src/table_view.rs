//! The tables on the page: a sheet over the map with the table that the address asks for.

use crate::address::{self, FIND};
use crate::copying::copy;
use crate::data::Data;
use crate::dom::{El, at, button, document, el, fill, focus, is_plain_click, on, query, set, svg_el, window};
use crate::only::{filtered, in_force};
use crate::panel::{CLOSE, name_page};
use crate::question::{About, Question};
use crate::search_box::cloud;
use crate::table::window::{LONG, rows_in_page};
use crate::table::{self, Row, Sorting, Table, Which, links, locations, offers, regions};
use reach::sku::Sku;
use scene::panels::NARROW_PX;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};
use words::{say, say_count, say_with};

const ID: &str = "table";

/// The sheet, open or not.
pub struct TableView {
    data: Rc<Data>,
    open: RefCell<Option<Open>>,
    /// The rows that are in the page now.
    in_page: RefCell<Range<usize>>,
    row_px: Cell<f64>,
}

/// What the sheet shows.
struct Open {
    /// All that the table depends on.
    made_for: String,
    which: Which,
    table: Table,
    sorting: Sorting,
    wanted: String,
    /// The places of the rows that are shown, sorted.
    shown: Vec<usize>,
}

impl TableView {
    /// A closed sheet.
    pub fn new(data: Rc<Data>) -> TableView {
        TableView { data, open: RefCell::default(), in_page: RefCell::default(), row_px: Cell::new(0.0) }
    }

    /// Shows the table that the address asks for, or none.
    pub fn follow(self: &Rc<Self>) {
        let asked = address::part(FIND).and_then(|it| Question::parse(&it));
        let Some(About::Table(which)) = asked.map(|it| it.about) else { return self.close() };
        let part = |key: &str| address::part(key).unwrap_or_default();
        let made_for = [&part(FIND), "&", &part("at"), "&", &part("cloud"), "&", &part("sku"), "&", &part("only"), "&"];
        let made_for = made_for.map(str::to_owned).concat() + &part("global-reach");
        if self.open.borrow().as_ref().is_some_and(|it| it.made_for == made_for) {
            return;
        }
        let (shown_as, table) = self.make(which);
        let before = self.open.take();
        let kept = before.as_ref().filter(|it| it.table.columns == table.columns);
        let sorting = kept.map(|it| it.sorting).unwrap_or(Sorting { column: table.sorted_by, descending: false });
        let wanted = kept.map(|it| it.wanted.clone()).unwrap_or_default();
        let shown = table.shown(&wanted, sorting);
        name_page(Some(&table.caption));
        *self.open.borrow_mut() = Some(Open { made_for, which: shown_as, table, sorting, wanted, shown });
        self.draw(before.is_none());
    }

    /// Makes the table again: the data has grown.
    pub fn refresh(self: &Rc<Self>) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.made_for.clear();
        }
        self.follow();
    }

    /// The table, and which one it is in the end.
    fn make(&self, which: Which) -> (Which, Table) {
        let data = &*self.data;
        let filters = in_force(data);
        let cloud = cloud(data);
        let at = address::part("at").and_then(|it| data.catalog.location_by_slug(&it));
        let sku = address::part("sku").and_then(|it| it.parse().ok()).unwrap_or(Sku::Standard);
        let links_shown = address::part("global-reach").is_some();
        let which = match (which, at) {
            (Which::View, None) => Which::Locations,
            (Which::View, Some(_)) if links_shown => Which::Links,
            (Which::View, Some(_)) => Which::Regions,
            (named, _) => named,
        };
        let mut table = match (which, at) {
            (Which::Regions, Some(at)) => regions::reached(data, at, sku),
            (Which::Regions, None) => regions::facts(data, cloud),
            (Which::Links, Some(at)) => links::table(data, at, sku, &filters),
            (Which::Links, None) => links::without_location(),
            (Which::Providers, _) => offers::table(data, cloud, &filters),
            (Which::Locations | Which::View, _) => locations::table(data, cloud, &filters),
        };
        // A table that waits for a location says so instead.
        let is_filtered = which != Which::Regions && !(which == Which::Links && at.is_none());
        if is_filtered && !filters.is_empty() {
            table.note = filtered(data, &filters, cloud);
        }
        (which, table)
    }

    fn close(&self) {
        if self.open.take().is_some() {
            query("#table").iter().for_each(Element::remove);
            query(".map-frame").iter().for_each(|it| drop(it.remove_attribute("inert")));
            if address::part(FIND).is_none() {
                name_page(None);
            }
        }
    }

    /// Closes it by taking the question away; the keyboard goes on from the button that opens it.
    fn leave(&self) {
        address::ask_nothing();
        query(".map-asks [value=table]").iter().for_each(focus);
    }

    /// Makes the sheet anew. What had the focus in it by name has it again.
    fn draw(self: &Rc<Self>, is_new: bool) {
        let Some(sheet) = self.place() else { return };
        let active = document().active_element();
        let asked = active.as_ref().is_some_and(|it| it.get_attribute("name").as_deref() == Some(FIND));
        let inside = active.filter(|it| sheet.contains(Some(it)));
        let inside = inside.map(|it| it.get_attribute("data-part").unwrap_or_default());
        let open = self.open.borrow();
        let Some(open) = open.as_ref() else { return };
        fill(&sheet, [head(open), tools(open), self.scroller(open), foot(&self.data, &open.table)]);
        query(".map-frame").iter().for_each(|it| set(it, "inert", ""));
        self.fill_rows(open);
        let heading = || query("#table h2");
        let target = match inside {
            Some(part) => query(&["#table [data-part='", &part, "']"].concat()).or_else(heading),
            None if is_new && asked => heading(),
            None => None,
        };
        target.iter().for_each(focus);
    }

    fn place(self: &Rc<Self>) -> Option<Element> {
        if let Some(sheet) = query("#table") {
            return Some(sheet);
        }
        let sheet = el("section").class("table-sheet").attr("id", ID).attr("aria-label", &say("Table"));
        query("main")?.append_child(sheet.node()).ok()?;
        let (it, node) = (self.clone(), sheet.node());
        on(node, "click", move |event| it.clicked(event));
        let it = self.clone();
        on(node, "input", move |event| it.wanted(event));
        let it = self.clone();
        on(node, "keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape") && !it.empties(event) {
                it.leave();
            }
        });
        Some(node.clone())
    }

    fn scroller(self: &Rc<Self>, open: &Open) -> El {
        let long = open.shown.len() > LONG;
        let table = el("table").attr("class", if long { "long" } else { "" });
        let table = if long { table.attr("aria-rowcount", &(open.shown.len() + 1).to_string()) } else { table };
        let caption = el("caption").class("unseen").text(&open.table.caption);
        let column = |(at, it): (usize, &table::Column)| {
            let sorted = match (open.sorting.column == at, open.sorting.descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            };
            let press = button("", "data-sort", &at.to_string()).attr("data-part", &["sort", &at.to_string()].concat());
            el("th")
                .attr("scope", "col")
                .attr("aria-sort", sorted)
                .attr("class", it.class())
                .child(press.text(&it.head))
        };
        let heads = el("tr").children(open.table.columns.iter().enumerate().map(column));
        let table = table.child(caption).child(el("thead").child(heads)).child(el("tbody"));
        let scroller = el("div").class("table-scroll").attr("tabindex", "0").attr("role", "region");
        let scroller = scroller.attr("aria-label", &open.table.caption).child(table);
        let it = self.clone();
        on(scroller.node(), "scroll", move |_| {
            if let Some(open) = it.open.borrow().as_ref() {
                it.scrolled(open);
            }
        });
        scroller
    }

    /// Puts the rows in sight into the page; all of them where there are not many.
    fn fill_rows(&self, open: &Open) {
        self.row_px.set(0.0);
        let first = if open.shown.len() > LONG { 0..1 } else { 0..open.shown.len() };
        self.put_rows(open, first);
        if open.shown.len() > LONG {
            let row = query("#table tbody tr").and_then(|it| it.dyn_into::<HtmlElement>().ok());
            self.row_px.set(row.map_or(0.0, |it| f64::from(it.offset_height())));
            self.scrolled(open);
        }
    }

    fn scrolled(&self, open: &Open) {
        let Some(scroller) = query(".table-scroll") else { return };
        let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        let rows = rows_in_page(open.shown.len(), self.row_px.get(), top, height);
        if rows != *self.in_page.borrow() {
            self.put_rows(open, rows);
        }
    }

    fn put_rows(&self, open: &Open, rows: Range<usize>) {
        let Some(body) = query("#table tbody") else { return };
        let count = open.shown.len();
        let gap = |rows: usize| {
            let px = self.row_px.get() * rows as f64;
            (px > 0.0).then(|| {
                let cell = el("td").attr("colspan", &open.table.columns.len().to_string());
                if let Some(cell) = cell.node().dyn_ref::<HtmlElement>() {
                    let _ = cell.style().set_property("height", &[&(px as u32).to_string(), "px"].concat());
                }
                el("tr").class("gap").attr("aria-hidden", "true").child(cell)
            })
        };
        let line = |place: usize| {
            let row = open.shown.get(place).and_then(|at| open.table.rows.get(*at))?;
            let line = self.line(&open.table, row);
            Some(if count > LONG { line.attr("aria-rowindex", &(place + 2).to_string()) } else { line })
        };
        let lines: Vec<El> = rows.clone().filter_map(line).collect();
        let (above, below) = (gap(rows.start), gap(count.saturating_sub(rows.end)));
        fill(&body, above.into_iter().chain(lines).chain(below));
        *self.in_page.borrow_mut() = rows;
    }

    fn line(&self, table: &Table, row: &Row) -> El {
        let cells = row.cells.iter().zip(&table.columns).enumerate().map(|(at, (cell, column))| match at {
            0 => el("th").attr("scope", "row").child(self.opener(row, &cell.text)),
            _ => el("td").attr("class", column.class()).text(&cell.text),
        });
        el("tr").children(cells)
    }

    /// The name of a row, which leads to the answer about it.
    fn opener(&self, row: &Row, name: &str) -> El {
        let question = match row.about {
            table::About::Location(id) => {
                return button("word", "data-choose", &self.data.catalog.location(id).slug).text(name);
            }
            table::About::Region(id) => About::Region(self.data.catalog.region(id).slug.clone()),
            table::About::Provider(at) => {
                let name = self.data.providers.providers.get(usize::from(at)).map_or("", String::as_str);
                About::Provider(find::fold::slug_of(name))
            }
        };
        crate::answer::rows::link("word", &Question::about(question)).text(name)
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let value = |name: &str| at(event, &["[", name, "]"].concat()).and_then(|it| it.get_attribute(name));
        if value("data-close").is_some() {
            return self.leave();
        }
        if let Some(column) = value("data-sort").and_then(|it| it.parse().ok()) {
            return self.sort(column);
        }
        if let Some(button) = at(event, "[data-copy]") {
            return self.copy(&button);
        }
        if let Some(slug) = value("data-choose") {
            // On a phone the sheet about the location would stand below this one.
            return if is_narrow() { address::choose_alone(&slug) } else { address::choose(&slug, None) };
        }
        let asked = value("data-ask").and_then(|it| Question::parse(&it)).filter(|_| is_plain_click(event));
        if let Some(question) = asked {
            event.prevent_default();
            match question.about {
                About::Table(_) => address::ask_beside(&question),
                About::Filters(_) => {
                    let over =
                        address::part(FIND).and_then(|it| Question::parse(&it)).and_then(Question::below_filters);
                    address::ask_beside(&Question::about(About::Filters(over)));
                }
                // The sheet of a chosen location would lie over the answer.
                _ => address::ask(&question, None, cloud(&self.data)),
            }
            query("#table h2, #answer h2").iter().for_each(focus);
        }
    }

    fn sort(self: &Rc<Self>, column: usize) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.sorting = open.sorting.pressed(column);
            open.shown = open.table.shown(&open.wanted, open.sorting);
        }
        self.draw(false);
    }

    /// Shows the rows that hold what is typed; the field keeps the focus.
    fn wanted(&self, event: &Event) {
        let Some(field) = at(event, "[data-wanted]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let mut open = self.open.borrow_mut();
        let Some(open) = open.as_mut() else { return };
        open.wanted = field.value();
        open.shown = open.table.shown(&open.wanted, open.sorting);
        query(".table-scroll").iter().for_each(|it| it.set_scroll_top(0));
        self.fill_rows(open);
        query(".table-count").iter().for_each(|it| it.set_text_content(Some(&counted(open))));
    }

    /// Escape empties the field first.
    fn empties(&self, event: &Event) -> bool {
        let field = at(event, "[data-wanted]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field.filter(|it| !it.value().is_empty()) else { return false };
        event.prevent_default();
        field.set_value("");
        self.wanted(event);
        true
    }

    fn copy(&self, button: &Element) {
        let open = self.open.borrow();
        let Some(open) = open.as_ref() else { return };
        let address = window().location().href().unwrap_or_default();
        let table = &open.table;
        let told = [table.caption.clone(), table.note.clone(), dated(&self.data), sources(&self.data, table), address];
        let done = say_count(open.shown.len(), "{count} row copied", "{count} rows copied", &[]);
        copy(button, open.table.tsv(&open.shown, &told), &done);
    }
}

fn is_narrow() -> bool {
    window().inner_width().ok().and_then(|it| it.as_f64()).is_some_and(|it| it < NARROW_PX * words::text_scale())
}

fn head(open: &Open) -> El {
    let tab = |(which, name): (Which, std::borrow::Cow<'static, str>)| {
        let question = Question::about(About::Table(which));
        let tab = crate::answer::rows::link("tab", &question).attr("data-part", &question.written());
        let tab = if which == open.which { tab.attr("aria-current", "page") } else { tab };
        tab.text(&name)
    };
    let tabs = [
        (Which::Locations, say("Locations")),
        (Which::Regions, say("Regions")),
        (Which::Links, say("Links")),
        (Which::Providers, say("Providers")),
    ];
    let cross = svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    let close = button("icon", "data-close", "").attr("aria-label", &say("Close the table"));
    el("div")
        .class("table-head")
        .child(el("h2").attr("tabindex", "-1").text(&open.table.caption))
        .child(el("nav").attr("aria-label", &say("Tables")).children(tabs.map(tab)))
        .child(close.child(cross.child(svg_el("path").attr("d", CLOSE))))
}

fn tools(open: &Open) -> El {
    let label = say("Find in the table");
    let field = el("input").attr("type", "search").attr("data-wanted", "").attr("data-part", "wanted");
    let field = field.attr("autocomplete", "off").attr("aria-label", &label).attr("placeholder", &label);
    if let Some(field) = field.node().dyn_ref::<HtmlInputElement>() {
        field.set_value(&open.wanted);
    }
    let copy = button("act", "data-copy", "").attr("data-part", "copy").text(&say("Copy as TSV"));
    let count = el("p").class("table-count").attr("role", "status").text(&counted(open));
    let note = (!open.table.note.is_empty()).then(|| el("p").class("table-note").text(&open.table.note));
    let filters = crate::answer::rows::link("word", &Question::about(About::Filters(None))).text(&say("Filters"));
    el("div")
        .class("table-tools")
        .child(field)
        .child(count)
        .child(filters)
        .child(el("div").class("acts").child(copy))
        .children(note)
}

fn counted(open: &Open) -> String {
    let (shown, all) = (open.shown.len(), open.table.rows.len());
    match shown == all {
        true => say_count(all, "{count} row", "{count} rows", &[]),
        false => {
            say_count(all, "{shown} of {count} row", "{shown} of {count} rows", &[("shown", &words::number(shown))])
        }
    }
}

fn dated(data: &Data) -> String {
    say_with("Data of {date}", &[("date", &words::date(data.catalog.version()))])
}

/// The documents behind a table, with their dates.
fn sources(data: &Data, table: &Table) -> String {
    let source = |id: &reach::id::SourceId| {
        let row = data.catalog.source(*id);
        [&row.title, ", ", &words::date(&row.date)].concat()
    };
    let listed = table.sources.iter().map(source).collect::<Vec<_>>().join("; ");
    say_with("Sources: {list}", &[("list", &listed)])
}

/// How old the data is, and behind that the documents.
fn foot(data: &Data, table: &Table) -> El {
    let summary = el("summary").text(&dated(data)).text(" · ").text(&say("Sources and their dates"));
    el("details").class("table-foot quiet").child(summary).child(el("p").text(&sources(data, table)))
}

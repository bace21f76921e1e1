//! The start: takes over the search box, shows what the address asks for, then waits for the cities.
//!
//! | event | from, to | detail |
//! |---|---|---|
//! | `atlas-finder-ready` | finder, loader | none: it listens from now on |
//! | `atlas-point` | page, finder | a longitude and a latitude, a `Float64Array`: here.rs |
//! | `atlas-cities` | loader, finder | the packed cities, a `Uint8Array` |
//!
//! The loader is assets/loader.js.

use crate::address;
use crate::copying;
use crate::country;
use crate::data::Data;
use crate::dom::{on, window};
use crate::here;
use crate::only::{Only, take_in_older};
use crate::panel::Panel;
use crate::question::{About, Question};
use crate::search_box::SearchBox;
use crate::table_view::TableView;
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

/// Takes over the search box for as long as the page lives. Where the page has none, or the data is damaged, the page's
/// own search stays.
pub fn start() {
    let Some(data) = Data::packed().map(Rc::new) else { return };
    let panel = Rc::new(Panel::new(data.clone()));
    let Some(search) = SearchBox::take_over(data.clone(), panel.clone()) else { return };
    let (only, table) = (Rc::new(Only::new(data.clone())), Rc::new(TableView::new(data.clone())));
    crate::only::prepare();
    follow_address(&data, &panel, &only, &table);
    let it = panel.clone();
    copying::listen(data.clone(), move |slug| it.ask(&Question::about(About::Location(slug.to_owned()))));
    here::listen(&panel);
    on(&window(), "atlas-cities", move |event| {
        let bytes = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().dyn_into::<Uint8Array>().ok());
        if let Some(bytes) = bytes {
            data.add_cities(&bytes.to_vec(), country::rename);
            search.data_has_grown();
            panel.refresh();
            table.refresh();
        }
    });
    if let Ok(event) = Event::new("atlas-finder-ready") {
        let _ = window().dispatch_event(&event);
    }
}

/// Shows what the address asks for, now and whenever it changes.
fn follow_address(data: &Rc<Data>, panel: &Rc<Panel>, only: &Rc<Only>, table: &Rc<TableView>) {
    let (data, panel, only, table) = (data.clone(), panel.clone(), only.clone(), table.clone());
    let follow = move || {
        take_in_older(&data);
        let filters_changed = only.follow();
        panel.follow();
        if filters_changed {
            panel.filters_changed();
        }
        table.follow();
    };
    follow();
    address::on_change(follow);
}

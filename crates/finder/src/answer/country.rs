//! A country: its card, and the nearest locations to its capital where it has none.

use crate::answer::{Answer, Asked, nearest, none, rows};
use crate::card::{country, drawn};
use crate::data::Data;
use crate::dom::el;
use crate::named::Missing;
use crate::only::in_force;
use find::item::Found;
use reach::sku::Cloud;
use words::say;

/// The answer about a country that the tables or the list of cities know.
pub fn answer(data: &Data, code: &str, cloud: Cloud) -> Answer {
    let cities = &data.index().cities;
    let at = cities.countries.iter().position(|it| it.area.code == code);
    if at.is_none() && data.details.country(code).is_none() {
        return none::answer(data, &Missing::Unknown(code.to_owned()));
    }
    let mut answer = drawn::answer(data, country::card(data, code, cloud), vec![rows::credit(data)]);
    let any = data.catalog.location_ids().map(|id| data.catalog.location(id));
    if any.filter(|it| it.cloud == cloud).all(|it| it.country != code) {
        let told = match at {
            Some(_) => say("No peering location of this cloud lies here. Nearest to the capital or the largest city:"),
            None => say("No peering location of this cloud lies here."),
        };
        answer.body.push(el("p").class("note").text(&told));
        if let Some(at) = at {
            let found = Found::Country(at as u8);
            let asked = Asked { found, cloud, toward: Vec::new(), filters: in_force(data), sku: None };
            answer.places.extend(nearest::point_of(data, found));
            let (sections, first) =
                (nearest::sections(data, &asked), answer.card.as_ref().map_or(0, |it| it.sections.len()));
            let narrowed = el("div").class("among").children(nearest::narrowed(data, &asked));
            let made = [narrowed].into_iter().chain(nearest::drawn(data, &asked, &sections, first));
            answer.body.push(el("div").class("nearest").attr("data-live", "nearest").children(made));
            // What is copied and reported says it, too.
            answer.card.iter_mut().for_each(|it| it.sections.extend(sections.iter().cloned()));
        }
    }
    answer
}

//! The locations that reach every one of some regions, grouped by the smallest SKU that does: one region or several.

use crate::card::{self, Section, documents, drawn, each_once, location_row};
use crate::data::Data;
use crate::dom::{El, button, el, svg_el};
use crate::glyph::reached;
use find::item::Found;
use reach::explain;
use reach::id::PeeringLocationId;
use reach::latency::estimate;
use reach::locate::Located;
use reach::reachable::{Answer, Circuit, Destination, reach};
use reach::sku::Sku;
use reach::written;
use words::{say, say_with};

const DOWN: &str = "M3.500 5.500L8 10l4.500-4.500";

/// The sections of the answer as the panel shows them. Where several regions are asked for, a row opens to what each of
/// them needs. Those of `sections` that hold no rows are left out.
pub fn drawn(data: &Data, sections: &[Section], several: bool) -> Vec<El> {
    let line = |row: &card::Row, made: El| match row.found {
        Found::Location(id) if several => with_needs(data, id, made),
        _ => made,
    };
    let lists = sections.iter().enumerate().filter(|it| !it.1.rows.is_empty());
    lists.map(|(at, it)| drawn::section(data, at, it, line)).collect()
}

/// The locations from which one SKU is the smallest that reaches all; none without one. In the order of the answer.
pub fn section(data: &Data, sku: Sku, found: &[Located]) -> Option<Section> {
    let own: Vec<&Located> = found.iter().filter(|it| it.smallest_sku == sku).collect();
    let several = own.first()?.answers.len() > 1;
    let first = found.iter().all(|it| it.smallest_sku >= sku);
    let answers = own.iter().flat_map(|it| &it.answers);
    let sources = answers.flat_map(|it| documents(data, &explain::sources(data.catalog, it)));
    let line = |it: &&Located| {
        let (far, basis) = it.distance;
        card::Row {
            sku: Some(sku),
            km: words::distance(far.whole(), basis),
            ms: written::round_trip(&estimate(far.whole())),
            ..location_row::location(data, it.location, likely(it))
        }
    };
    Some(Section {
        head: [&words::number(own.len()), " ", &head(sku, several, first)].concat(),
        about: say_with("Reach with {sku}", &[("sku", sku.name())]),
        hint: hint(sku, several),
        folded: sku == Sku::Premium && found.iter().any(|it| it.smallest_sku != sku),
        rows: own.iter().map(line).collect(),
        documents: each_once(sources.collect::<Vec<_>>()),
        ..Section::default()
    })
}

/// What a SKU does for so many; `first` when no smaller one does anything.
fn head(sku: Sku, several: bool, first: bool) -> String {
    match several {
        _ if !first => say_with("more with {sku}", &[("sku", sku.name())]),
        true => say_with("reach them all with {sku}", &[("sku", sku.name())]),
        false => say_with("reach it with {sku}", &[("sku", sku.name())]),
    }
}

/// The SKU that is likely to do where the documents promise a larger one only; empty where they agree.
fn likely(found: &Located) -> String {
    match found.likely_smallest_sku == found.smallest_sku {
        true => String::new(),
        false => say_with("likely {sku}", &[("sku", found.likely_smallest_sku.name())]),
    }
}

fn hint(sku: Sku, several: bool) -> String {
    let said = match (sku, several) {
        (Sku::Local, false) => say("The region stands in their Local column."),
        (Sku::Local, true) => say("All of the regions stand in their Local column."),
        (Sku::Standard, false) => say("In the same geopolitical region."),
        (Sku::Standard, true) => say("In the same geopolitical region, or in the Local column."),
        (Sku::Premium, _) => say("Every other location of the cloud."),
    };
    said.into_owned()
}

/// A row with a button that opens it to what each region needs from its location.
pub fn with_needs(data: &Data, location: PeeringLocationId, row: El) -> El {
    let location = data.catalog.location(location);
    let name = say_with("What each region needs from {location}", &[("location", &location.name)]);
    let opens = button("row-opens", "data-needs", &location.slug).attr("aria-expanded", "false");
    let arrow = svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    let opens = opens.attr("aria-label", &name).child(arrow.child(svg_el("path").attr("d", DOWN)));
    row.class("row row-with-more").child(opens)
}

/// What each region needs from a location, as a row opens to it: the SKU, the way and why.
pub fn needs(data: &Data, found: &Located) -> El {
    let line = |answer: &Answer| {
        let Destination::Region(id) = answer.to else { return el("li") };
        let sku = answer.smallest_sku.unwrap_or(found.smallest_sku);
        let own = reach(data.catalog, Circuit { sku, ..answer.circuit }, answer.to);
        let far = answer.distance.map(|(far, basis)| (far.whole(), basis));
        let way = far.map(|(km, basis)| {
            let (far, ms) = (words::distance(km, basis), written::round_trip(&estimate(km)));
            say_with("{distance} {unit}, {ms} ms", &[("distance", &far), ("unit", words::unit()), ("ms", &ms)])
        });
        let head = el("p").child(reached(data.catalog, Found::Region(id), sku));
        let head = head.child(el("span").class("need-name").text(&data.catalog.region(id).name));
        let head = head.child(el("b").text(sku.name())).child(el("span").text(&way.unwrap_or_default()));
        el("li").child(head).child(el("p").class("need-why").text(&explain::reason_in(data.catalog, &own, say_with)))
    };
    let name = &data.catalog.location(found.location).name;
    let list = el("ul").class("needs").children(found.answers.iter().map(line));
    list.attr("aria-label", &say_with("What each region needs from {location}", &[("location", name)]))
}

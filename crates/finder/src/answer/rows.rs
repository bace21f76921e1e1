//! Rows and groups, in the look of the page's own lists, and the documents behind them.

use crate::data::Data;
use crate::dom::{El, button, el};
use crate::glyph::{glyph, reached};
use crate::question::Question;
use find::item::Found;
use reach::id::{PeeringLocationId, SourceId};
use reach::latency::FITTED_TO;
use reach::sku::Sku;

/// A row that leads to a location.
pub struct Row<'a> {
    /// Where it leads.
    pub location: PeeringLocationId,
    /// The SKU that goes with it.
    pub sku: Option<Sku>,
    /// What sets it apart; may be empty.
    pub told: &'a str,
    /// The numbers of its documents, where it has some of its own.
    pub behind: Option<El>,
    /// Kilometers as written; empty where there is no distance.
    pub km: &'a str,
    /// Milliseconds as written; empty where there are none.
    pub ms: &'a str,
    /// A second line; may be empty.
    pub more: &'a str,
}

/// The row as an element.
pub fn location(data: &Data, row: Row) -> El {
    let (slug, found) = (&data.catalog.location(row.location).slug, Found::Location(row.location));
    let mark = match row.sku {
        Some(sku) => reached(data.catalog, found, sku),
        None => glyph(data.catalog, found),
    };
    let line = button("row-line", "data-choose", slug);
    let line = match row.sku {
        Some(sku) => line.attr("data-sku", sku.as_str()),
        None => line,
    };
    let label = label(&data.catalog.location(row.location).name, row.told, row.behind);
    let line = numbers(line.child(mark).child(label), row.km, row.ms);
    let item = el("li").class("row").child(line);
    if row.more.is_empty() { item } else { item.child(el("p").class("row-more").text(row.more)) }
}

/// A link to the answer to a question.
pub fn link(class: &str, question: &Question) -> El {
    let written = question.written();
    el("a").class(class).attr("href", &["#find=", &written].concat()).attr("data-ask", &written)
}

/// A name with the numbers of its documents, if it has some of its own, and what sets it apart.
pub fn label(name: &str, told: &str, behind: Option<El>) -> El {
    let label = el("span").class("row-name").text(name).children(behind).text(" ");
    if told.is_empty() { label } else { label.child(el("span").class("row-exception").text(told)) }
}

/// A line with its numbers at the end, where it has any.
pub fn numbers(line: El, km: &str, ms: &str) -> El {
    match (km.is_empty(), ms.is_empty()) {
        (true, _) => line,
        (false, true) => line.child(el("span").class("row-km").text(km)),
        (false, false) => line.child(el("span").class("row-km").text(km)).child(el("span").class("row-ms").text(ms)),
    }
}

/// The heads of distance and round trip.
pub fn heads() -> El {
    numbers(el("div"), words::unit(), &words::say("ms, est."))
}

/// A line with a measured round trip at its end: median and 95th percentile, or the heads of the two.
pub fn measured(line: El, of: &[String; 2]) -> El {
    of.iter().fold(line, |line, it| line.child(el("span").class("row-measured").text(it)))
}

/// The rows under the heads of their columns.
pub fn list(name: &str, heads: Option<El>, rows: impl IntoIterator<Item = El>) -> El {
    let heads = heads.map(|it| it.class("row-heads").attr("aria-hidden", "true"));
    let list = el("ul").attr("aria-label", name).children(rows);
    el("div").class("rows").children(heads).child(list)
}

/// The documents behind an answer, each once.
pub fn sources(data: &Data, ids: impl IntoIterator<Item = SourceId>) -> El {
    let mut known: Vec<SourceId> = ids.into_iter().collect();
    known.sort();
    known.dedup();
    let source = |id: SourceId| {
        let row = data.catalog.source(id);
        let dated = [", ", &words::date(&row.date), " "].concat();
        let named = el("li").child(el("cite").text(&row.title)).text(&dated);
        named.child(el("span").class("reference").text(&row.reference))
    };
    el("ul").class("sources quiet").attr("aria-label", &words::say("Sources")).children(known.into_iter().map(source))
}

/// What distances and milliseconds rest on, as an element.
pub fn about_numbers() -> El {
    el("p").class("quiet").text(&method())
}

/// What distances and milliseconds rest on.
pub fn method() -> String {
    words::say_with(
        "Distances are along great circles. Round trips are estimated from them, by medians of {date}.",
        &[("date", &words::date(FITTED_TO))],
    )
}

/// Where the points come from.
pub fn credit(data: &Data) -> El {
    let cities = &data.index().cities.source;
    let text = match cities.is_empty() {
        true => words::said("Points of locations and regions: GeoNames (CC BY 4.0) and PeeringDB."),
        false => words::say_with(
            "Points of locations and regions: GeoNames (CC BY 4.0) and PeeringDB. Cities: {quoted}.",
            &[("quoted", cities)],
        ),
    };
    el("p").class("quiet").text(&text)
}

//! The filters as a panel: what is in force, and every choice with the number of locations that it would leave.

use crate::answer::{Answer, rows};
use crate::card::{Fact, Value};
use crate::data::Data;
use crate::dom::{El, all, at, button, el, fill, focus, query, set};
use crate::only::{in_force, put_in_force, told};
use crate::question::{About, Question};
use crate::table::Which;
use find::facets::{Choice, Facet, Offers, UNKNOWN};
use find::filters::{Filters, Tally};
use reach::names::folded;
use reach::sku::Cloud;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};
use words::{say, say_with};

/// Facets with more choices than this have a field to find one.
const FEW: usize = 12;
const SUMMARY: &str = ".filters-told";

/// The panel, while `cloud` is on.
pub fn answer(data: &Data, cloud: Cloud) -> Answer {
    let filters = in_force(data);
    let facets = Facet::ALL.into_iter().map(|facet| group(data, &filters, facet, cloud));
    let how = say(
        "Choices of one group widen each other, groups narrow each other. A number says how many locations a choice would \
         leave. What no document says is not shown unless “Not documented” is chosen.",
    );
    let summary = el("div").class("filters-told").children(summary(data, &filters, cloud));
    Answer {
        title: say("Filters").into_owned(),
        told: say_with(
            "Peering locations of the {cloud} cloud, on the map, in the tables and among the nearest",
            &[("cloud", cloud.name())],
        ),
        body: [summary].into_iter().chain(facets).collect(),
        foot: vec![el("p").class("quiet").text(&how)],
        ..Answer::default()
    }
}

/// How many locations are left, and each choice in force as a button that takes it back.
fn summary(data: &Data, filters: &Filters, cloud: Cloud) -> Vec<El> {
    let facts = data.facts();
    let count = told(filters.tally(facts, cloud), facts.of_cloud(cloud).count());
    let count = el("p").class("filters-count").text(&count);
    let table = rows::link("word", &Question::about(About::Table(Which::Locations)));
    let table = el("p").child(table.text(&say("Show them as a table")));
    [count].into_iter().chain(in_force_as_chips(data, filters)).chain([table]).collect()
}

/// Each choice in force as a button that takes it back, and one that takes back all; nothing while none is.
pub fn in_force_as_chips(data: &Data, filters: &Filters) -> Vec<El> {
    if filters.is_empty() {
        return Vec::new();
    }
    let facts = data.facts();
    let chip = |(facet, place): (Facet, u16)| {
        let choice = facts.choices(facet).get(usize::from(place))?;
        let name = [facet_name(facet).as_ref(), ": ", &choice_name(data, facet, choice)].concat();
        let drop = button("chip", "data-drop", &choice.slug).attr("data-facet", facet.word());
        let drop = drop.attr("aria-label", &say_with("Take back {choice}", &[("choice", &name)]));
        Some(el("li").child(drop.text(&name).child(el("span").attr("aria-hidden", "true").text(" ×"))))
    };
    let chosen = Facet::ALL.into_iter().flat_map(|facet| filters.chosen(facet).iter().map(move |it| (facet, *it)));
    let chips: Vec<El> = chosen.filter_map(chip).collect();
    let list = el("ul").class("chips").attr("aria-label", &say("Filters in force")).children(chips);
    vec![list, button("word", "data-clear", "").text(&say("Clear all"))]
}

/// The choices in force as facts, each facet with its own.
pub fn in_force_as_facts(data: &Data, filters: &Filters) -> Vec<Fact> {
    let fact = |facet: Facet| {
        let choices = filters.chosen(facet).iter().filter_map(|at| data.facts().choices(facet).get(usize::from(*at)));
        let names: Vec<Value> = choices.map(|it| Value::plain(choice_name(data, facet, it))).collect();
        (!names.is_empty()).then(|| Fact::of(facet_name(facet), names, ""))
    };
    let offers = filters.offers();
    let circuits = (offers != Offers::default()).then(|| Fact::new(say("Circuits"), offers_name(offers)));
    Facet::ALL.into_iter().filter_map(fact).chain(circuits).collect()
}

fn group(data: &Data, filters: &Filters, facet: Facet, cloud: Cloud) -> El {
    let facts = data.facts();
    let whole = Filters::default().tallies(facts, facet, cloud);
    let there = |at: usize| whole.get(at).is_some_and(|it| it.met > 0) || filters.chosen(facet).contains(&(at as u16));
    let mut shown: Vec<(usize, String)> = facts
        .choices(facet)
        .iter()
        .enumerate()
        .filter(|(at, _)| there(*at))
        .map(|(at, choice)| (at, choice_name(data, facet, choice)))
        .collect();
    if matches!(facet, Facet::Country | Facet::Facility | Facet::Provider | Facet::Area) {
        let last = |at: usize| facts.unknown(facet) == Some(at as u16);
        shown.sort_by_cached_key(|(at, name)| (last(*at), folded(name)));
    }
    let few = shown.len() <= FEW;
    let tallies = filters.tallies(facts, facet, cloud);
    let item = |(at, name): (usize, String)| {
        let choice = facts.choices(facet).get(at)?;
        let chosen = filters.chosen(facet).contains(&(at as u16));
        Some(checkbox(facet, choice, &name, chosen, tallies.get(at).copied().unwrap_or_default()))
    };
    let list = el("ul").class("choices").attr("aria-label", &facet_name(facet));
    let list = list.children(shown.into_iter().filter_map(item));
    let summary = el("summary").child(el("h3").text(&facet_name(facet)));
    let details = el("details").class("group");
    let open = few || !filters.chosen(facet).is_empty();
    let details = if open { details.attr("open", "") } else { details };
    let offers = (facet == Facet::Provider).then(|| offers(filters));
    details.child(summary).children(offers).children((!few).then(|| narrow(facet))).child(list)
}

fn checkbox(facet: Facet, choice: &Choice, name: &str, chosen: bool, tally: Tally) -> El {
    let input = el("input").attr("type", "checkbox").attr("name", facet.word()).attr("value", &choice.slug);
    let input = if chosen { input.attr("checked", "") } else { input };
    let count = el("b").text(&tally.met.to_string());
    let label = el("label").child(input).child(el("span").text(name)).text(" ").child(count);
    el("li").attr("class", if tally.met == 0 { "none" } else { "" }).child(label)
}

/// The field that finds a choice among many.
fn narrow(facet: Facet) -> El {
    let label = say_with("Find in {list}", &[("list", &facet_name(facet))]);
    let field = el("input").attr("type", "search").attr("data-narrow", "").attr("autocomplete", "off");
    el("p").class("narrow").child(field.attr("aria-label", &label).attr("placeholder", &label))
}

/// Which offers of a provider count.
fn offers(filters: &Filters) -> El {
    let option = |it: Offers| {
        let option = el("option").attr("value", it.word()).text(&offers_name(it));
        if it == filters.offers() { option.attr("selected", "") } else { option }
    };
    let select = el("select").attr("name", "offers").attr("aria-label", &say("Circuits of the provider"));
    let select = match filters.chosen(Facet::Provider).is_empty() {
        true => select.attr("disabled", ""),
        false => select,
    };
    let label = el("label").child(el("span").text(&say("Circuits")));
    el("div").class("wishes").child(label.child(select.children(Offers::ALL.map(option))))
}

fn offers_name(offers: Offers) -> std::borrow::Cow<'static, str> {
    match offers {
        Offers::Available => say("available"),
        Offers::ComingSoon => say("coming soon"),
        Offers::Any => say("available or coming soon"),
    }
}

/// Puts a changed control in force; tells whether it was one of these.
pub fn changed(data: &Data, event: &Event) -> bool {
    let filters = in_force(data);
    if let Some(select) = at(event, "[name=offers]").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) {
        let offers = Offers::ALL.into_iter().find(|it| it.word() == select.value());
        put_in_force(data, &filters.with_offers(offers.unwrap_or_default()));
        return true;
    }
    let Some(input) = at(event, ".choices input").and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    if let Some((facet, choice)) = named(data, &input.name(), &input.value()) {
        put_in_force(data, &filters.toggled(facet, choice));
    }
    true
}

/// Takes back a choice whose button was pressed, or all; tells whether it was one of these.
pub fn clicked(data: &Data, event: &Event) -> bool {
    let value = |it: &Element, name: &str| it.get_attribute(name).unwrap_or_default();
    if at(event, "[data-clear]").is_some() {
        put_in_force(data, &Filters::default());
    } else if let Some(chip) = at(event, "[data-drop]") {
        if let Some((facet, choice)) = named(data, &value(&chip, "data-facet"), &value(&chip, "data-drop")) {
            put_in_force(data, &in_force(data).toggled(facet, choice));
        }
    } else {
        return false;
    }
    // The pressed button is gone with what it stood for.
    query("#answer h2").iter().for_each(focus);
    true
}

/// Shows only the choices of a group whose names hold what its field does.
pub fn narrowed(event: &Event) {
    let Some(field) = at(event, "[data-narrow]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
    let wanted = folded(&field.value());
    let Some(group) = field.closest("details").ok().flatten() else { return };
    for item in all(&group, ".choices li") {
        let name = item.query_selector("span").ok().flatten().and_then(|it| it.text_content()).unwrap_or_default();
        let _ = item.toggle_attribute_with_force("hidden", !folded(&name).contains(&wanted));
    }
}

/// Brings the controls of an open panel to what is in force; the one that was used keeps the focus.
pub fn update(data: &Data, panel: &Element, cloud: Cloud) {
    let filters = in_force(data);
    if let Some(place) = panel.query_selector(SUMMARY).ok().flatten() {
        fill(&place, summary(data, &filters, cloud));
    }
    for facet in Facet::ALL {
        let tallies = filters.tallies(data.facts(), facet, cloud);
        for input in all(panel, &[".choices input[name=", facet.word(), "]"].concat()) {
            let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
            let Some(at) = data.facts().choice(facet, &input.value()) else { continue };
            input.set_checked(filters.chosen(facet).contains(&at));
            let met = tallies.get(usize::from(at)).map_or(0, |it| it.met);
            if let Some(count) = input.parent_element().and_then(|it| it.query_selector("b").ok().flatten()) {
                count.set_text_content(Some(&met.to_string()));
            }
            if let Some(item) = input.closest("li").ok().flatten() {
                set(&item, "class", if met == 0 { "none" } else { "" });
            }
        }
    }
    let select = panel.query_selector("[name=offers]").ok().flatten();
    if let Some(select) = select.and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_disabled(filters.chosen(Facet::Provider).is_empty());
        select.set_value(filters.offers().word());
    }
}

fn named(data: &Data, facet: &str, choice: &str) -> Option<(Facet, u16)> {
    let facet = Facet::ALL.into_iter().find(|it| it.word() == facet)?;
    Some((facet, data.facts().choice(facet, choice)?))
}

fn facet_name(facet: Facet) -> std::borrow::Cow<'static, str> {
    match facet {
        Facet::Provider => say("Provider"),
        Facet::Direct => say("ExpressRoute Direct"),
        Facet::Metro => say("Metro location"),
        Facet::Zone => say("Pricing zone"),
        Facet::Sku => say("SKU offered"),
        Facet::GlobalReach => say("Global Reach"),
        Facet::Area => say("Geopolitical region"),
        Facet::Country => say("Country"),
        Facet::Facility => say("Facility"),
    }
}

fn choice_name(data: &Data, facet: Facet, choice: &Choice) -> String {
    match (facet, choice.slug.as_str()) {
        (Facet::Sku, UNKNOWN) => say("Local not documented, or in conflict").into_owned(),
        (_, UNKNOWN) => say("Not documented").into_owned(),
        (Facet::Direct | Facet::Metro | Facet::GlobalReach, "yes") => say("Yes").into_owned(),
        (Facet::Direct | Facet::Metro | Facet::GlobalReach, _) => say("No").into_owned(),
        (Facet::Zone, zone) => say_with("Zone {zone}", &[("zone", zone)]),
        (Facet::Sku, sku) => sku.parse().map_or_else(|_| String::new(), |it: reach::sku::Sku| it.name().to_owned()),
        (Facet::Country, code) => data.shown().country(code).to_owned(),
        (Facet::Area, slug) => {
            let id = crate::named::area(data, slug);
            id.map_or_else(String::new, |id| say(&data.catalog.geopolitical_region(id).name).into_owned())
        }
        (Facet::Provider | Facet::Facility, _) => choice.name.clone(),
    }
}

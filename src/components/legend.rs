//! The foot of the page: what the marks mean, how many there are, which are shown; how old the data is, and whose page
//! this is not.

use crate::components::dom::{El, button, el, icon};
use crate::components::glyph::{glyph, link_mark};
use crate::state::AppState;
use crate::state::commands;
use leptos::prelude::{Get, GetUntracked, Read, Track};
use reach::link::LinkVerdict;
use reach::sku::Cloud;
use reach::tables::RegionStatus;
use scene::kind::{Kind, Kinds};
use scene::layout::Target;
use scene::scene::{Choice, Glyph as Mark, Inside, Outline};
use scene::theme::Ink;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

/// Two discs and a bar.
const METRO: &str = "M5 3.5a3.5 3.5 0 0 1 3.3 2.4h3.4a3.5 3.5 0 1 1 0 2.2h-3.4a3.5 3.5 0 1 1-3.3-4.6z";

/// Reads what there is to hide; writes what is hidden.
pub fn legend(state: AppState) -> El {
    el("footer").class("foot").child(filter(state)).child(credit(state, "credit"))
}

/// Every kind of mark with its number, as a button that hides and shows it.
pub fn filter(state: AppState) -> El {
    let AppState { choices, derived, .. } = state;
    let follows = move || {
        choices.cloud.track();
        choices.global_reach.track();
        state.filtered.track();
        derived.answers.track();
        derived.links.track();
    };
    let list = el("ul").class("legend").said_as("aria-label", "Marks on the map");
    list.live_later(false, follows, move || entries(state))
}

/// How old the data is, and whose page this is not. It stands at the end of an open panel, else in the foot.
pub fn credit(state: AppState, class: &str) -> El {
    let dated = words::say_with("Data {date}", &[("date", &words::date(state.catalog.version()))]);
    let told = el("p").class(class).child(el("span").text(&dated)).text(" ");
    told.child(el("span").say("Unofficial, not affiliated with Microsoft"))
}

fn entries(state: AppState) -> Vec<El> {
    let counts = counts(state);
    let all = Kind::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
    let present: Vec<Kind> = all.clone().map(|(kind, _)| kind.0).collect();
    let entry = |((kind, word, _), count): (&(Kind, &'static str, &'static str), usize)| {
        let (kind, present) = (*kind, present.clone());
        let press = move |event: Event| {
            let alone = event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key);
            let hidden = Kinds(state.choices.hidden.get_untracked());
            let others = present.iter().filter(|it| **it != kind).fold(Kinds::default(), |set, it| set.toggled(*it));
            commands::hide(
                state,
                match alone {
                    true if hidden == others => Kinds::default(),
                    true => others,
                    false => hidden.toggled(kind),
                },
            );
        };
        let pressed = button("", press)
            .said_as("title", word)
            .live_flag("aria-pressed", move || !Kinds(state.choices.hidden.get()).has(kind));
        let word = el("span").say(word).text(" ");
        el("li").child(
            pressed.child(picture(kind, state.choices.cloud.get())).child(word).child(el("b").text(&count.to_string())),
        )
    };
    all.map(entry).collect()
}

/// A kind's mark as it stands on the map.
fn picture(kind: Kind, cloud: Cloud) -> El {
    let (place, outline) = match cloud {
        Cloud::Public => (Mark::Disc, Outline::Plain),
        Cloud::UsGov => (Mark::TriangleUp, Outline::PointUp),
        Cloud::China => (Mark::TriangleDown, Outline::PointDown),
    };
    let square = |inside, ink| glyph(Mark::Square { inside, outline }, ink);
    let link = |verdict| {
        let (mark, ink) = link_mark(verdict);
        glyph(mark, ink)
    };
    match kind {
        Kind::Location => glyph(place, Ink::Text),
        Kind::Metro => icon("glyph wide metro", "0 0 20 14", METRO),
        Kind::Region => square(Inside::Solid, Ink::RegionIdle),
        Kind::Restricted => glyph(Mark::Square { inside: Inside::Solid, outline: Outline::Cut }, Ink::RegionIdle),
        Kind::Local => square(Inside::Hole, Ink::Local),
        Kind::Standard => square(Inside::Solid, Ink::Standard),
        Kind::Premium => square(Inside::Frame, Ink::Premium),
        Kind::NeedsStandard => square(Inside::Hollow, Ink::Standard),
        Kind::NeedsPremium => square(Inside::Hollow, Ink::Premium),
        Kind::Linkable => link(LinkVerdict::Linkable),
        Kind::LinkNeedsPremium => link(LinkVerdict::NeedsPremium),
        Kind::LinkNotDocumented => link(LinkVerdict::NotDocumented),
        Kind::NotLinkable => link(LinkVerdict::NotLinkable),
        Kind::NotDocumented => square(Inside::Hatch, Ink::Caution),
        Kind::InConflict => square(Inside::Half, Ink::Caution),
        Kind::Announced => square(Inside::Dotted, Ink::RegionIdle),
    }
}

/// How many marks of each kind there are under the present choice and the filters in force.
fn counts(state: AppState) -> [usize; Kind::ALL.len()] {
    let AppState { catalog, choices, derived, .. } = state;
    let (cloud, answers, links) = (choices.cloud.get(), derived.answers.read(), derived.links.read());
    let choice = Choice {
        cloud,
        chosen: choices.selected.get().map(|it| (it, answers.as_slice())),
        links: choices.global_reach.get().then_some(links.as_slice()),
        partner: None,
    };
    let locations = catalog.location_ids().filter(|id| catalog.location(*id).cloud == cloud).map(Target::Location);
    let locations = locations.filter(|it| !state.is_filtered_out(*it));
    let regions = catalog.region_ids().filter(|id| {
        let row = catalog.region(*id);
        row.cloud == cloud && matches!(row.status, RegionStatus::Live | RegionStatus::Announced)
    });
    let mut counts = [0; Kind::ALL.len()];
    for target in locations.chain(regions.map(Target::Region)) {
        if let Some(kind) = Kind::of(catalog, &choice, target) {
            counts[kind as usize] += 1;
        }
    }
    counts
}

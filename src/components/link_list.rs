//! Whom a circuit here can be linked to by Global Reach, and why not the others.

use crate::components::dom::{El, el};
use crate::components::glyph::link_mark;
use crate::components::verdict_row::{Detail, Group, Line, group, verdict_row};
use crate::state::AppState;
use crate::verdict_words::link_test;
use leptos::prelude::{Get, Read};
use reach::explain;
use reach::link::{LinkAnswer, LinkVerdict};
use reach::order::{number_of, sort_by_number};
use reach::phrase::phrase;
use reach::sku::Sku;
use scene::layout::Target;
use std::rc::Rc;

const WHAT_IT_JOINS: &str = phrase(
    "Global Reach joins the two on-premises sides. It gives no way to the other circuit's VNets, and links do not add up: \
        every pair needs its own.",
);

/// Reads the links and which row stands open; writes the latter.
pub fn link_list(state: AppState) -> El {
    let groups = move || {
        let (links, sku) = (state.derived.links.read(), state.choices.sku.get());
        let verdicts =
            [LinkVerdict::Linkable, LinkVerdict::NeedsPremium, LinkVerdict::NotDocumented, LinkVerdict::NotLinkable];
        verdicts.into_iter().filter_map(|verdict| group_view(state, verdict, &links, sku)).collect()
    };
    el("section")
        .class("answers")
        .attr("aria-label", "Global Reach")
        .child(el("p").class("note").say(WHAT_IT_JOINS))
        .child(el("div").live(groups))
}

fn group_view(state: AppState, verdict: LinkVerdict, links: &[LinkAnswer], sku: Sku) -> Option<El> {
    let mut taken: Vec<LinkAnswer> = links.iter().filter(|it| it.verdict == verdict).cloned().collect();
    let why = taken.first()?.failed.first().copied();
    let same = taken.iter().all(|it| it.failed.first().copied() == why);
    let (head, hint) = match verdict {
        LinkVerdict::Linkable => (phrase("{count} can be linked at {sku}"), ""),
        LinkVerdict::NeedsPremium => {
            (phrase("{count} need Premium on both"), phrase("In another geopolitical region."))
        }
        LinkVerdict::NotDocumented => {
            (phrase("{count} not documented"), phrase("No source says whether they take part."))
        }
        LinkVerdict::NotLinkable => (phrase("{count} cannot be linked"), why.filter(|_| same).map_or("", link_test)),
    };
    sort_by_number(&mut taken, |it| number_of(it.distance.0.0));
    let targets = taken.iter().map(|it| Target::Location(it.to.location)).collect();
    let about = Group {
        count: taken.len(),
        head: words::say_with(head, &[("sku", sku.name())]),
        hint: words::said(hint),
        round_trip: String::new(),
        open: verdict == LinkVerdict::Linkable,
        targets,
    };
    let taken: Vec<Rc<LinkAnswer>> = taken.into_iter().map(Rc::new).collect();
    Some(group(state, about, Box::new(move || taken.iter().map(|it| row_view(state, it.clone(), same)).collect())))
}

fn row_view(state: AppState, answer: Rc<LinkAnswer>, same: bool) -> El {
    let catalog = state.catalog;
    let (row, own) = (catalog.location(answer.to.location), catalog.location(answer.from.location));
    let (mark, ink) = link_mark(answer.verdict);
    let failed = answer.failed.first().filter(|_| !same).map(|it| link_test(*it));
    let metro = (row.city == own.city).then_some(phrase("same metro"));
    let line = Line {
        target: Target::Location(answer.to.location),
        mark,
        ink,
        name: row.name.clone(),
        exception: words::said(failed.or(metro).unwrap_or_default()),
        distance: Some((answer.distance.0.whole(), answer.distance.1)),
        round_trip: String::new(),
        near: false,
    };
    let detail = move || Detail {
        reason: explain::link_reason_in(catalog, &answer, words::say_with),
        remedy: explain::link_remedy(&answer).map(words::said),
        sources: explain::link_sources(catalog, &answer),
    };
    verdict_row(state, line, Box::new(detail))
}

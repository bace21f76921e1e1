//! Whom a circuit here can be linked to by Global Reach, and why not the others.

use crate::components::glyph::link_mark;
use crate::components::verdict_row::{Detail, Group, Line, VerdictRow};
use crate::state::AppState;
use crate::words;
use leptos::prelude::*;
use reach::catalog::Catalog;
use reach::explain;
use reach::link::{LinkAnswer, LinkVerdict};
use reach::sku::Sku;
use scene::layout::Target;

/// Reads the links and which row stands open; writes the latter.
#[component]
pub fn LinkList() -> impl IntoView {
    let state = expect_context::<AppState>();
    let groups = move || {
        let (links, sku) = (state.derived.links.get(), state.choices.sku.get());
        let verdicts = [LinkVerdict::Linkable, LinkVerdict::NeedsPremium, LinkVerdict::NotDocumented, LinkVerdict::NotLinkable];
        verdicts.map(|verdict| group_view(state.catalog, verdict, &links, sku)).into_iter().flatten().collect_view()
    };
    view! {
        <section class="answers" aria-label="Global Reach">
            <p class="note">"Global Reach joins the two on-premises sides. It gives no way to the other circuit's VNets, and links do not add up: every pair needs its own."</p>
            {groups}
        </section>
    }
}

fn group_view(catalog: &'static Catalog, verdict: LinkVerdict, links: &[LinkAnswer], sku: Sku) -> Option<AnyView> {
    let mut taken: Vec<LinkAnswer> = links.iter().filter(|it| it.verdict == verdict).cloned().collect();
    let first = taken.first()?;
    let why = first.failed.first().copied();
    let same = taken.iter().all(|it| it.failed.first().copied() == why);
    let (head, hint) = match verdict {
        LinkVerdict::Linkable => (format!("can be linked at {}", sku.name()), None),
        LinkVerdict::NeedsPremium => {
            ("need Premium on both".to_owned(), Some("In another geopolitical region.".to_owned()))
        }
        LinkVerdict::NotDocumented => {
            ("not documented".to_owned(), Some("No source says whether they take part.".to_owned()))
        }
        LinkVerdict::NotLinkable => ("cannot be linked".to_owned(), why.filter(|_| same).map(|it| words::link_test(it).to_owned())),
    };
    taken.sort_by(|a, b| a.distance.0.0.total_cmp(&b.distance.0.0));
    let (count, open) = (taken.len(), verdict == LinkVerdict::Linkable);
    let rows = move || taken.iter().map(|it| row_view(catalog, it.clone(), same)).collect_view().into_any();
    Some(view! { <Group count head hint open rows/> }.into_any())
}

fn row_view(catalog: &'static Catalog, answer: LinkAnswer, same: bool) -> AnyView {
    let (row, own) = (catalog.location(answer.to.location), catalog.location(answer.from.location));
    let (mark, ink) = link_mark(answer.verdict);
    let failed = answer.failed.first().filter(|_| !same).map(|it| words::link_test(*it));
    let metro = (row.city == own.city).then_some("same metro");
    let line = Line {
        target: Target::Location(answer.to.location),
        mark,
        ink,
        name: row.name.clone(),
        exception: failed.or(metro).map(str::to_owned),
        distance: Some((answer.distance.0.whole(), answer.distance.1)),
    };
    let answer = StoredValue::new(answer);
    let detail = move || {
        answer.with_value(|it| Detail {
            reason: explain::link_reason(catalog, it),
            remedy: explain::link_remedy(it).map(str::to_owned),
            sources: explain::link_sources(catalog, it),
        })
    };
    view! { <VerdictRow line detail/> }.into_any()
}

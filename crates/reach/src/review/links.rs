//! Global Reach links, and pairs that a mesh lacks.

use crate::coverage::mesh::{Ends, mesh_of};
use crate::explain;
use crate::link::{LinkAnswer, LinkTest, LinkVerdict};
use crate::phrase::phrase;
use crate::plan::PlanLink;
use crate::plan::edit::Edit;
use crate::planned::Planned;
use crate::review::circuits::size;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use crate::sku::Sku;
use std::collections::BTreeMap;

/// The tests of Global Reach.
pub fn tests(planned: &Planned<'_>, found: &mut Found) {
    let catalog = planned.facts.catalog;
    for (at, link) in planned.plan.links.iter().enumerate() {
        let Some(answer) = planned.link(link) else { continue };
        let code = match answer.failed.first() {
            None => continue,
            Some(LinkTest::OtherCloud) => Code::OtherCloud,
            Some(LinkTest::LocalSku) => Code::LocalSku,
            Some(LinkTest::SameLocation) => Code::SameLocation,
            Some(LinkTest::PlaceNotListed) => Code::PlaceNotListed,
            Some(LinkTest::NotDocumented) => Code::LinkNotDocumented,
            Some(LinkTest::NeedsPremium) => Code::LinkNeedsPremium,
        };
        if !found.takes(code, || format!("/global_reach_links/{at}")) {
            continue;
        }
        let finding = Finding::new(
            code,
            format!("/global_reach_links/{at}"),
            explain::link_reason_in(catalog, &answer, planned.facts.say),
        );
        let finding = finding.citing(planned, &explain::link_sources(catalog, &answer));
        found.add(finding.fixed_if(fix(planned, link, &answer)));
    }
}

/// Other tiers that make a link possible, where they do.
fn fix(planned: &Planned<'_>, of: &PlanLink, answer: &LinkAnswer) -> Option<(String, Edit)> {
    let (_, from) = planned.circuit(&of.from)?;
    let (_, to) = planned.circuit(&of.to)?;
    let (label, sku): (&str, fn(Sku) -> Sku) = match answer.failed.as_slice() {
        [LinkTest::LocalSku] => {
            (phrase("Make Local circuits Standard"), |sku| if sku == Sku::Local { Sku::Standard } else { sku })
        }
        [LinkTest::NeedsPremium] | [LinkTest::LocalSku, LinkTest::NeedsPremium] => {
            (phrase("Make both Premium"), |_| Sku::Premium)
        }
        _ => return None,
    };
    let changed = [from, to].into_iter().filter_map(|it| {
        let now = it.tier?;
        (sku(now) != now).then(|| Edit::SetSku { circuit: it.id.clone(), sku: sku(now) })
    });
    Some((planned.say(label, &[]), Edit::All(changed.collect())))
}

/// Links that say what another says.
pub fn twice(planned: &Planned<'_>, found: &mut Found) {
    let mut seen: BTreeMap<[&str; 2], usize> = BTreeMap::new();
    for (at, link) in planned.plan.links.iter().enumerate() {
        let mut ends = [link.from.as_str(), link.to.as_str()];
        ends.sort_unstable();
        match seen.get(&ends) {
            Some(first) => {
                let message = planned.say(
                    phrase("{from} and {to} are linked by /global_reach_links/{first} already."),
                    &[("from", &link.from), ("to", &link.to), ("first", &first.to_string())],
                );
                let finding = Finding::new(Code::LinkTwice, format!("/global_reach_links/{at}"), message);
                found.add(finding.fixed(planned.say(phrase("Remove the second"), &[]), Edit::RemoveLinkAt { at }));
            }
            None => {
                seen.insert(ends, at);
            }
        }
    }
}

/// The smaller circuit sets the pace.
pub fn throughput(planned: &Planned<'_>, found: &mut Found) {
    for (at, link) in planned.plan.links.iter().enumerate() {
        let (Some((_, from)), Some((_, to))) = (planned.circuit(&link.from), planned.circuit(&link.to)) else {
            continue;
        };
        let (Some(a), Some(b)) = (from.bandwidth_mbps, to.bandwidth_mbps) else { continue };
        if a != b {
            let slow = if a < b { from } else { to };
            let message = planned.say(
                phrase("The link carries at most the {size} of {circuit}, shared with its traffic to Azure."),
                &[("size", &size(a.min(b))), ("circuit", &slow.id)],
            );
            found.add(Finding::new(Code::LinkThroughput, format!("/global_reach_links/{at}"), message));
        }
    }
}

/// So many missing pairs are told one by one.
const MOST_PAIRS: usize = 200;

/// Global Reach is not transitive: sites in one web of links do not all talk.
pub fn missing_pairs(planned: &Planned<'_>, found: &mut Found) {
    let mesh = mesh_of(planned, MOST_PAIRS);
    for pair in &mesh.missing {
        let message = planned.say(
            phrase("{site} and {other} are linked to others but not to each other; Global Reach is not transitive."),
            &[("site", &pair.names[0]), ("other", &pair.names[1])],
        );
        let fix = linkable(planned, pair);
        found.add(Finding::new(Code::MissingMeshPair, "/global_reach_links".to_owned(), message).fixed_if(fix));
    }
    if mesh.missing_left_out > 0 {
        let message = planned.say(
            phrase("{count} more pairs of sites are linked to others but not to each other."),
            &[("count", &mesh.missing_left_out.to_string())],
        );
        found.add(Finding::new(Code::MissingMeshPair, "/global_reach_links".to_owned(), message));
    }
}

/// A link between the two ends that works as they are, where there is one.
fn linkable(planned: &Planned<'_>, pair: &Ends) -> Option<(String, Edit)> {
    let circuit = |at: &usize| planned.plan.circuits.get(*at);
    let pairs = pair.circuits[0].iter().flat_map(|a| pair.circuits[1].iter().map(move |b| (a, b)));
    let works = |from, to| planned.link_between(from, to).is_some_and(|it| it.verdict == LinkVerdict::Linkable);
    let (from, to) =
        pairs.filter_map(|(a, b)| Some((circuit(a)?, circuit(b)?))).find(|(from, to)| works(*from, *to))?;
    let edit = Edit::AddLink { from: from.id.clone(), to: to.id.clone() };
    Some((planned.say(phrase("Link {from} and {to}"), &[("from", &from.id), ("to", &to.id)]), edit))
}

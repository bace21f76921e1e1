//! What holds for every row. Where the choices are finite, all of them are asked.

use crate::world::catalog;
use reach::id::PeeringLocationId;
use reach::link::{LinkEnd, LinkTest, LinkVerdict, Side, link};
use reach::reachable::{Because, Circuit, Destination, Judgement, Verdict, judge, reach, reach_of};
use reach::sku::{Cloud, Peering, Sku};
use reach::tables::RegionStatus;

/// Every region of every cloud and status, and every service.
fn destinations() -> Vec<Destination> {
    let regions = catalog().region_ids().map(Destination::Region);
    let office = Cloud::ALL.iter().map(|cloud| Destination::Microsoft365(*cloud));
    let environments = catalog().geopolitical_region_ids().map(|id| Destination::Dynamics365(Some(id)));
    regions.chain(office).chain(environments).chain([Destination::Dynamics365(None)]).collect()
}

fn for_every_question(mut ask: impl FnMut(PeeringLocationId, Peering, Destination, [Judgement; 3])) {
    let destinations = destinations();
    for location in catalog().location_ids() {
        for peering in Peering::ALL {
            for to in &destinations {
                let under = |sku: Sku| judge(catalog(), Circuit { location, sku, peering: *peering }, *to);
                ask(location, *peering, *to, [under(Sku::Local), under(Sku::Standard), under(Sku::Premium)]);
            }
        }
    }
}

#[test]
fn a_larger_sku_never_reaches_less() {
    let reaches = |it: Judgement| it.verdict == Verdict::Reachable;
    let likely = |it: Judgement| reaches(it) || it.likely == Some(Verdict::Reachable);
    for_every_question(|location, peering, to, [local, standard, premium]| {
        let place = &catalog().location(location).slug;
        for (smaller, larger) in [(local, standard), (standard, premium), (local, premium)] {
            assert!(!reaches(smaller) || reaches(larger), "{place} {peering:?} {to:?}");
            assert!(!likely(smaller) || likely(larger), "{place} {peering:?} {to:?}");
        }
    });
}

#[test]
fn the_sku_that_a_verdict_names_does_reach() {
    for_every_question(|location, peering, to, [local, standard, premium]| {
        let place = &catalog().location(location).slug;
        for judgement in [local, standard, premium] {
            match judgement.verdict {
                Verdict::NeedsStandard => {
                    assert_eq!(standard.verdict, Verdict::Reachable, "{place} {peering:?} {to:?}")
                }
                Verdict::NeedsPremium => assert_eq!(premium.verdict, Verdict::Reachable, "{place} {peering:?} {to:?}"),
                Verdict::Reachable
                | Verdict::LocalNotOffered
                | Verdict::Unreachable
                | Verdict::DataConflict
                | Verdict::NotDocumented => {}
            }
        }
        assert!(!matches!(standard.verdict, Verdict::NeedsStandard | Verdict::LocalNotOffered | Verdict::DataConflict));
        assert!(matches!(premium.verdict, Verdict::Reachable | Verdict::Unreachable | Verdict::NotDocumented));
    });
}

#[test]
fn likely_stands_only_beside_not_documented() {
    for_every_question(|location, _, to, judgements| {
        for judgement in judgements {
            let fits = judgement.likely.is_none() || judgement.verdict == Verdict::NotDocumented;
            assert!(fits, "{} {to:?}", catalog().location(location).slug);
            let vague = [Verdict::NotDocumented, Verdict::DataConflict, Verdict::Unreachable];
            assert!(judgement.likely.is_none_or(|it| !vague.contains(&it)));
        }
    });
}

#[test]
fn the_smallest_sku_is_the_first_that_reaches() {
    for_every_question(|location, peering, to, judgements| {
        let answer = reach(catalog(), Circuit { location, sku: Sku::Standard, peering }, to);
        let first = |fits: fn(&Judgement) -> bool| judgements.iter().position(fits).map(|at| Sku::ALL[at]);
        assert_eq!(answer.smallest_sku, first(|it| it.verdict == Verdict::Reachable));
        let likely = first(|it| it.verdict == Verdict::Reachable || it.likely == Some(Verdict::Reachable));
        assert_eq!(answer.likely_smallest_sku, likely);
        assert!(answer.smallest_sku.is_none() || answer.likely_smallest_sku <= answer.smallest_sku);
        assert_eq!(answer.judgement, judgements[1]);
    });
}

#[test]
fn no_circuit_leaves_its_cloud_nor_reaches_a_region_that_is_not_in_use() {
    for_every_question(|location, _, to, judgements| {
        let Destination::Region(region) = to else { return };
        let row = catalog().region(region);
        for judgement in judgements {
            if row.cloud != catalog().location(location).cloud {
                assert_eq!(judgement, Judgement { likely: None, ..judgement });
                assert_eq!((judgement.verdict, judgement.because), (Verdict::Unreachable, Because::AnotherCloud));
            } else if row.status != RegionStatus::Live {
                let words = [Verdict::NotDocumented, Verdict::LocalNotOffered];
                assert!(words.contains(&judgement.verdict) && judgement.likely.is_none(), "{}", row.slug);
            }
        }
    });
}

#[test]
fn a_circuit_is_answered_for_exactly_the_live_regions_of_its_cloud_in_id_order() {
    for location in catalog().location_ids() {
        let cloud = catalog().location(location).cloud;
        let mut live: Vec<&str> = catalog()
            .tables()
            .regions
            .iter()
            .filter(|row| row.cloud == cloud && row.status == RegionStatus::Live)
            .map(|row| row.slug.as_str())
            .collect();
        live.sort_unstable();
        for sku in Sku::ALL {
            let circuit = Circuit { location, sku: *sku, peering: Peering::Private };
            let answers = reach_of(catalog(), circuit);
            let slugs: Vec<&str> = answers
                .iter()
                .map(|it| match it.to {
                    Destination::Region(id) => catalog().region(id).slug.as_str(),
                    Destination::Microsoft365(_) | Destination::Dynamics365(_) => "a service",
                })
                .collect();
            assert_eq!(slugs, live);
            assert!(answers.iter().all(|it| it.circuit == circuit));
        }
    }
}

#[test]
fn a_link_is_the_same_from_both_ends() {
    let mirrored = |side: &Side| match side {
        Side::From => Side::To,
        Side::To => Side::From,
    };
    for_every_pair(|from, to| {
        let (there, back) = (link(catalog(), from, to), link(catalog(), to, from));
        assert_eq!(there.verdict, back.verdict);
        assert_eq!(there.likely, back.likely);
        assert_eq!(there.failed, back.failed);
        assert_eq!(there.distance, back.distance);
        let mut turned: Vec<Side> = back.lacking.iter().map(mirrored).collect();
        turned.sort_unstable();
        assert_eq!(there.lacking, turned);
    });
}

#[test]
fn a_link_that_passes_every_test_is_linkable_and_premium_never_makes_one_worse() {
    for_every_pair(|from, to| {
        let answer = link(catalog(), from, to);
        assert_eq!(answer.verdict == LinkVerdict::Linkable, answer.failed.is_empty());
        assert!(answer.failed.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(
            answer.verdict == LinkVerdict::NotDocumented,
            answer.failed.first() == Some(&LinkTest::NotDocumented)
        );
        let premium = |end: LinkEnd| LinkEnd { sku: Sku::Premium, ..end };
        let best = link(catalog(), premium(from), premium(to));
        assert!(best.failed.iter().all(|test| answer.failed.contains(test)));
        if answer.verdict == LinkVerdict::NeedsPremium {
            assert_eq!(best.verdict, LinkVerdict::Linkable);
            assert!(!answer.lacking.is_empty());
        }
    });
}

fn for_every_pair(mut ask: impl FnMut(LinkEnd, LinkEnd)) {
    for here in catalog().location_ids() {
        for there in catalog().location_ids() {
            for (a, b) in [
                (Sku::Local, Sku::Standard),
                (Sku::Standard, Sku::Standard),
                (Sku::Standard, Sku::Premium),
                (Sku::Premium, Sku::Premium),
            ] {
                ask(LinkEnd { location: here, sku: a }, LinkEnd { location: there, sku: b });
            }
        }
    }
}

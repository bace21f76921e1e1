//! Whether connections reach what they are for.

use crate::explain;
use crate::id::RegionId;
use crate::phrase::phrase;
use crate::plan::edit::Edit;
use crate::plan::{CircuitPeering, PlanCircuit, RegionRef, Residency};
use crate::planned::outcome::{Outcome, Vmware, reason};
use crate::planned::{Judged, Planned, region_of};
use crate::reachable::{Answer, Because, Destination, Verdict};
use crate::review::code::Code;
use crate::review::peering_words;
use crate::review::{Finding, Found};
use crate::sku::{Cloud, Peering, Sku};
use crate::tables::{RegionAccess, RegionStatus};
use std::collections::BTreeSet;

/// The connections with a verdict of reach.
fn answers<'p>(planned: &'p Planned<'_>) -> impl Iterator<Item = (&'p Judged, &'p Answer)> {
    planned.judged.iter().filter_map(|it| match &it.outcome {
        Outcome::Reach(answer) | Outcome::Behind(answer) => Some((it, answer)),
        Outcome::Vmware(_) | Outcome::Undecided => None,
    })
}

fn path(judged: &Judged) -> String {
    format!("/connections/{}", judged.connection)
}

/// Giving the circuit of a connection another tier.
fn larger(planned: &Planned<'_>, judged: &Judged, sku: Option<Sku>) -> Option<(String, Edit)> {
    let circuit = planned.plan.circuits.get(judged.circuit)?;
    let sku = sku.filter(|it| circuit.tier.is_some_and(|now| now < *it))?;
    Some((
        planned.say(phrase("Make {circuit} {sku}"), &[("circuit", &circuit.id), ("sku", sku.name())]),
        Edit::SetSku { circuit: circuit.id.clone(), sku },
    ))
}

/// A larger SKU would reach it.
pub fn sku_too_small(planned: &Planned<'_>, found: &mut Found) {
    for (judged, answer) in answers(planned) {
        match answer.judgement.verdict {
            Verdict::NeedsStandard | Verdict::NeedsPremium => {}
            Verdict::Reachable
            | Verdict::LocalNotOffered
            | Verdict::Unreachable
            | Verdict::DataConflict
            | Verdict::NotDocumented => continue,
        }
        let microsoft_365 = matches!(answer.to, Destination::Microsoft365(_));
        let code = if microsoft_365 { Code::Microsoft365NeedsPremium } else { Code::SkuTooSmall };
        if !found.takes(code, || path(judged)) {
            continue;
        }
        let mut message = reason(planned, judged);
        if let Some(sku) = answer.smallest_sku {
            message = [message, planned.say(phrase("{sku} would do."), &[("sku", sku.name())])].join(" ");
        }
        let finding = Finding::new(code, path(judged), message);
        let finding = finding.citing(planned, &explain::sources(planned.facts.catalog, answer));
        found.add(finding.fixed_if(larger(planned, judged, answer.smallest_sku)));
    }
}

/// Clouds are worlds of their own.
pub fn other_cloud(planned: &Planned<'_>, found: &mut Found) {
    let (catalog, plan) = (planned.facts.catalog, planned.plan);
    let cloud = |it: Cloud| planned.say(it.name(), &[]);
    for (judged, _) in answers(planned).filter(|(_, it)| it.judgement.verdict == Verdict::Unreachable) {
        found.add(Finding::new(Code::OtherCloud, path(judged), reason(planned, judged)));
    }
    let clouds: BTreeSet<Cloud> =
        plan.circuits.iter().filter_map(|it| it.location.known()).map(|id| catalog.location(id).cloud).collect();
    // With all circuits in one other cloud, it is the plan's cloud that is wrong.
    let moved = clouds.first().filter(|_| clouds.len() == 1).copied();
    for (at, circuit) in plan.circuits.iter().enumerate() {
        let Some(row) = circuit.location.known().map(|id| catalog.location(id)) else { continue };
        if row.cloud != plan.cloud {
            let message = planned.say(
                phrase("{name} belongs to the {cloud} cloud, the plan to the {other} cloud."),
                &[("name", &row.name), ("cloud", &cloud(row.cloud)), ("other", &cloud(plan.cloud))],
            );
            let fix = moved.map(|it| {
                (
                    planned.say(phrase("Move the plan to the {cloud} cloud"), &[("cloud", &cloud(it))]),
                    Edit::SetCloud(it),
                )
            });
            found.add(Finding::new(Code::OtherCloud, format!("/circuits/{at}/location"), message).fixed_if(fix));
        }
    }
    for (path, region) in regions(planned) {
        let row = catalog.region(region);
        if row.cloud != plan.cloud {
            let message = planned.say(
                phrase("{name} belongs to the {cloud} cloud, the plan to the {other} cloud."),
                &[("name", &row.name), ("cloud", &cloud(row.cloud)), ("other", &cloud(plan.cloud))],
            );
            found.add(Finding::new(Code::OtherCloud, path, message));
        }
    }
}

/// Every region that the plan names, with its place.
fn regions(planned: &Planned<'_>) -> Vec<(String, RegionId)> {
    let workloads = planned.plan.workloads.iter().map(region_of).enumerate().map(|it| ("workloads", it));
    let gateways = planned.plan.gateways.iter().map(|it| RegionRef::known(&it.region)).enumerate();
    let all = workloads.chain(gateways.map(|it| ("gateways", it)));
    all.filter_map(|(list, (at, region))| Some((format!("/{list}/{at}/region"), region?))).collect()
}

/// What documents leave open, and what is not assessed.
pub fn not_settled(planned: &Planned<'_>, found: &mut Found) {
    for (judged, answer) in answers(planned) {
        let code = match (answer.judgement.verdict, answer.judgement.because) {
            // The region itself has a finding.
            (_, Because::NotLive(_)) => continue,
            (Verdict::NotDocumented, _) => Code::ReachNotDocumented,
            (Verdict::DataConflict, _) => Code::LocalDataConflict,
            (Verdict::Reachable, _) if matches!(judged.outcome, Outcome::Behind(_)) => {
                found.add(Finding::new(Code::NotAssessed, path(judged), reason(planned, judged)));
                continue;
            }
            (
                Verdict::Reachable
                | Verdict::NeedsStandard
                | Verdict::NeedsPremium
                | Verdict::LocalNotOffered
                | Verdict::Unreachable,
                _,
            ) => continue,
        };
        let finding = Finding::new(code, path(judged), reason(planned, judged));
        let finding = finding.citing(planned, &explain::sources(planned.facts.catalog, answer));
        // Premium is often documented where Standard is not.
        found.add(finding.fixed_if(larger(planned, judged, answer.smallest_sku)));
    }
}

/// Microsoft advises Microsoft 365 over ExpressRoute in specific cases only.
pub fn microsoft_365(planned: &Planned<'_>, found: &mut Found) {
    for (judged, answer) in answers(planned) {
        if matches!(answer.to, Destination::Microsoft365(_)) && answer.judgement.verdict == Verdict::Reachable {
            let text = phrase(
                "Microsoft advises Microsoft 365 over ExpressRoute in specific cases only, and authorizes each tenant.",
            );
            found.add(Finding::new(Code::Microsoft365AdvisedRarely, path(judged), planned.say(text, &[])));
        }
    }
}

/// Azure VMware Solution hangs on Global Reach.
pub fn vmware(planned: &Planned<'_>, found: &mut Found) {
    for judged in &planned.judged {
        let Outcome::Vmware(answer) = judged.outcome else { continue };
        let (code, sku) = match answer {
            Vmware::LocalSku => (Code::VmwareNeedsGlobalReach, Some(Sku::Standard)),
            Vmware::PlaceNotListed => (Code::VmwarePlaceNotListed, None),
            Vmware::OtherCloud => (Code::OtherCloud, None),
            Vmware::NotDocumented => (Code::VmwareNotDocumented, None),
        };
        let finding = Finding::new(code, path(judged), reason(planned, judged));
        found.add(finding.fixed_if(larger(planned, judged, sku)));
    }
}

/// Regions that are not in use, or not open to everyone.
pub fn region_status(planned: &Planned<'_>, found: &mut Found) {
    for (path, region) in regions(planned) {
        let row = planned.facts.catalog.region(region);
        let (code, message) = match (row.status, row.access) {
            (RegionStatus::Announced, _) => (
                Code::RegionNotLive,
                planned.say(phrase("{name} is announced, not in use yet."), &[("name", &row.name)]),
            ),
            (RegionStatus::Canary, _) => (
                Code::RegionNotLive,
                planned.say(
                    phrase("{name} is for early updates only; customers do not choose it."),
                    &[("name", &row.name)],
                ),
            ),
            (RegionStatus::Retired, _) => {
                (Code::RegionNotLive, planned.say(phrase("{name} is no longer listed."), &[("name", &row.name)]))
            }
            (RegionStatus::Live, RegionAccess::Restricted) => (
                Code::RegionRestricted,
                planned.say(phrase("{name} is open to some customers only; ask for access."), &[("name", &row.name)]),
            ),
            (RegionStatus::Live, RegionAccess::Open | RegionAccess::Unknown) => continue,
        };
        found.add(Finding::new(code, path, message).citing(planned, &row.sources));
    }
}

/// Circuits whose peerings are listed need the one that a connection or link uses.
pub fn peering_missing(planned: &Planned<'_>, found: &mut Found) {
    let mut wanted: BTreeSet<(usize, Peering, String)> = BTreeSet::new();
    for judged in &planned.judged {
        let peering = match &judged.outcome {
            Outcome::Reach(answer) | Outcome::Behind(answer) => answer.circuit.peering,
            Outcome::Vmware(_) => Peering::Private,
            Outcome::Undecided => continue,
        };
        wanted.insert((judged.circuit, peering, path(judged)));
    }
    for (at, link) in planned.plan.links.iter().enumerate() {
        for id in [&link.from, &link.to] {
            if let Some((circuit, _)) = planned.circuit(id) {
                wanted.insert((circuit, Peering::Private, format!("/global_reach_links/{at}")));
            }
        }
    }
    for (at, peering, path) in wanted {
        let Some(circuit) = planned.plan.circuits.get(at) else { continue };
        if circuit.peerings.is_empty() || circuit.peerings.iter().any(|it| it.kind == peering) {
            continue;
        }
        let name = planned.say(peering_words(peering), &[]);
        let message = planned.say(
            phrase("{circuit} lists its peerings, and {peering} is not among them; this needs it."),
            &[("circuit", &circuit.id), ("peering", &name)],
        );
        let edit = Edit::AddPeering { circuit: circuit.id.clone(), peering: CircuitPeering::new(peering) };
        let finding = Finding::new(Code::PeeringMissing, path, message);
        found.add(finding.fixed(
            planned.say(phrase("Add {peering} to {circuit}"), &[("peering", &name), ("circuit", &circuit.id)]),
            edit,
        ));
    }
}

/// Data stays where the circuit says that it may go.
pub fn outside_residency(planned: &Planned<'_>, found: &mut Found) {
    let catalog = planned.facts.catalog;
    let place = |slug: &str| catalog.geopolitical_region_ids().find(|id| catalog.geopolitical_region(*id).slug == slug);
    let outside = |limit: &Residency, country: &str, geopolitical: Option<crate::id::GeopoliticalRegionId>| {
        let country_fits =
            limit.countries.is_empty() || limit.countries.iter().any(|it| it.eq_ignore_ascii_case(country));
        // An unknown slug has a finding of its own.
        let wanted = limit.geopolitical_region.as_deref().and_then(place);
        !country_fits || wanted.is_some_and(|it| geopolitical != Some(it))
    };
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let (Some(limit), Some(id)) = (&circuit.residency, circuit.location.known()) else { continue };
        let row = catalog.location(id);
        if outside(limit, &row.country, Some(row.geopolitical_region)) {
            let message = planned.say(
                phrase("{name} lies outside where the data of {circuit} may go."),
                &[("name", &row.name), ("circuit", &circuit.id)],
            );
            found.add(Finding::new(Code::OutsideResidency, format!("/circuits/{at}/location"), message));
        }
    }
    for judged in &planned.judged {
        let Some((circuit, limit)) = limited(planned, judged) else { continue };
        for region in judged.workloads.iter().filter_map(|at| planned.plan.workloads.get(*at)).filter_map(region_of) {
            let row = catalog.region(region);
            if outside(limit, &row.country, row.geopolitical_region.or(row.likely_geopolitical_region)) {
                let message = planned.say(
                    phrase("{name} lies outside where the data of {circuit} may go."),
                    &[("name", &row.name), ("circuit", &circuit.id)],
                );
                found.add(Finding::new(Code::OutsideResidency, path(judged), message));
            }
        }
    }
}

fn limited<'p>(planned: &Planned<'p>, judged: &Judged) -> Option<(&'p PlanCircuit, &'p Residency)> {
    let circuit = planned.plan.circuits.get(judged.circuit)?;
    circuit.residency.as_ref().map(|limit| (circuit, limit))
}

//! Circuits by themselves: tier, family, size, provider, and what may still be changed.

use crate::explain::local_regions_of_kin;
use crate::limits::Bandwidth;
use crate::names::{alike, folded};
use crate::phrase::phrase;
use crate::plan::edit::Edit;
use crate::plan::words::BillingFamily;
use crate::plan::{CircuitPeering, PlanCircuit};
use crate::planned::Planned;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use crate::sku::Sku;
use crate::tables::OfferRow;
use std::collections::BTreeMap;

fn with(circuit: &PlanCircuit, change: impl FnOnce(&mut PlanCircuit)) -> Edit {
    let mut changed = circuit.clone();
    change(&mut changed);
    Edit::PutCircuit(Box::new(changed))
}

/// A size as people say it.
pub fn size(mbps: u32) -> String {
    if mbps >= 1_000 && mbps.is_multiple_of(1_000) { format!("{} Gbps", mbps / 1_000) } else { format!("{mbps} Mbps") }
}

/// The tier is not sold there at all.
pub fn local_not_offered(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate().filter(|(_, it)| it.tier == Some(Sku::Local)) {
        let Some(location) = circuit.location.known() else { continue };
        let row = planned.facts.catalog.location(location);
        let none = row.local_regions.as_ref().is_some_and(Vec::is_empty);
        // Where another row of the city lists a region, the documents disagree: that is told at the connection.
        if none && !local_regions_of_kin(planned.facts.catalog, location) {
            let message = planned.say(phrase("Local circuits are not offered at {name}."), &[("name", &row.name)]);
            let finding = Finding::new(Code::LocalNotOffered, format!("/circuits/{at}/tier"), message);
            let edit = Edit::SetSku { circuit: circuit.id.clone(), sku: Sku::Standard };
            found.add(
                finding
                    .citing(planned, &row.sources)
                    .fixed(planned.say(phrase("Make {circuit} Standard"), &[("circuit", &circuit.id)]), edit),
            );
        }
    }
}

/// Local is always unlimited.
pub fn local_metered(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        if (circuit.tier, circuit.family) == (Some(Sku::Local), Some(BillingFamily::Metered)) {
            let message = planned.say(
                phrase("{circuit} is Local and metered; Local circuits are always unlimited."),
                &[("circuit", &circuit.id)],
            );
            let finding = Finding::new(Code::LocalMetered, format!("/circuits/{at}/family"), message);
            let edit = Edit::SetFamily { circuit: circuit.id.clone(), family: BillingFamily::Unlimited };
            found
                .add(finding.fixed(planned.say(phrase("Make {circuit} unlimited"), &[("circuit", &circuit.id)]), edit));
        }
    }
}

/// Local is said to start at 1 Gbps.
pub fn local_bandwidth(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate().filter(|(_, it)| it.tier == Some(Sku::Local)) {
        if let Some(mbps) = circuit.bandwidth_mbps.filter(|it| *it < 1_000) {
            let message = planned.say(phrase("{circuit} is Local with {size}; a connectivity provider's help page gives 1 Gbps as the smallest Local circuit."), &[("circuit", &circuit.id), ("size", &size(mbps))]);
            let finding = Finding::new(Code::LocalBandwidth, format!("/circuits/{at}/bandwidth_mbps"), message);
            let edit = Edit::SetBandwidth { circuit: circuit.id.clone(), bandwidth_mbps: Some(1_000) };
            found.add(finding.fixed(
                planned.say(phrase("Give {circuit} {size}"), &[("circuit", &circuit.id), ("size", &size(1_000))]),
                edit,
            ));
        }
    }
}

/// Circuits come in listed sizes. Whether a provider offers all of them is not known.
pub fn bandwidth_not_listed(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let Some(mbps) = circuit.bandwidth_mbps else { continue };
        let (text, listed): (&str, fn(&Bandwidth) -> bool) = match (&circuit.direct_port, &circuit.provider) {
            (Some(_), _) => {
                (phrase("{size} is no listed size; circuits on ExpressRoute Direct come with {sizes}."), |it| it.direct)
            }
            (None, Some(_)) => {
                (phrase("{size} is no listed size; circuits through providers come with {sizes}."), |it| it.provider)
            }
            (None, None) => (phrase("{size} is no listed size; circuits of any kind come with {sizes}."), |it| {
                it.provider || it.direct
            }),
        };
        let sizes: Vec<u32> =
            planned.facts.limits.bandwidths.iter().filter(|it| listed(it)).map(|it| it.mbps).collect();
        let path = || format!("/circuits/{at}/bandwidth_mbps");
        if sizes.contains(&mbps) || !found.takes(Code::BandwidthNotListed, path) {
            continue;
        }
        let words: Vec<String> = sizes.iter().map(|it| size(*it)).collect();
        let message = planned.say(text, &[("size", &size(mbps)), ("sizes", &words.join(", "))]);
        let next = sizes.into_iter().find(|it| *it > mbps);
        let fix = next.map(|mbps| {
            let edit = Edit::SetBandwidth { circuit: circuit.id.clone(), bandwidth_mbps: Some(mbps) };
            (planned.say(phrase("Give {circuit} {size}"), &[("circuit", &circuit.id), ("size", &size(mbps))]), edit)
        });
        let finding = Finding::new(Code::BandwidthNotListed, path(), message);
        found.add(finding.fixed_if(fix));
    }
}

/// Providers: known, at the location, and active there.
pub fn provider(planned: &Planned<'_>, found: &mut Found) {
    /// So many hints at names are given: each compares with every name.
    const MOST_HINTS: usize = 50;
    let tables = planned.facts.providers;
    let known: BTreeMap<String, usize> = tables.providers.iter().map(|it| folded(it)).zip(0..).collect();
    let mut hints = 0;
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let Some(provider) = circuit.provider.as_deref() else { continue };
        let key = folded(provider);
        let path = format!("/circuits/{at}/provider");
        let Some(place) = known.get(&key).copied() else {
            hints += 1;
            let names = tables.providers.iter().map(String::as_str);
            let near = if hints > MOST_HINTS { Vec::new() } else { alike(names, &key) };
            let text = match near.is_empty() {
                true => phrase("No document lists a provider {provider}."),
                false => phrase("No document lists a provider {provider}. Did you mean {near}?"),
            };
            let message = planned.say(text, &[("provider", &format!("{provider:?}")), ("near", &near.join(", "))]);
            let fix = near.first().filter(|_| near.len() == 1).map(|name| {
                (
                    planned.say(phrase("Write {name}"), &[("name", name)]),
                    with(circuit, |it| it.provider = Some(name.clone())),
                )
            });
            found.add(Finding::new(Code::UnknownProvider, path, message).fixed_if(fix));
            continue;
        };
        let Some(location) = circuit.location.known() else { continue };
        let here = |it: &OfferRow| (it.location, usize::from(it.provider)).cmp(&(location, place));
        let name = planned.location_name(circuit);
        match tables.offers.binary_search_by(here).ok().and_then(|at| tables.offers.get(at)) {
            None => {
                let message = planned
                    .say(phrase("{provider} is not listed at {name}."), &[("provider", provider), ("name", name)]);
                found.add(Finding::new(Code::ProviderNotAtLocation, path, message));
            }
            Some(offer) if !offer.available => {
                let message = planned.say(
                    phrase("{provider} is announced at {name}; circuits cannot be created there yet."),
                    &[("provider", provider), ("name", name)],
                );
                found.add(Finding::new(Code::ProviderComingSoon, path, message));
            }
            Some(_) => {}
        }
    }
}

/// A circuit runs through a provider or on a port of one's own.
pub fn provider_and_direct(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        if circuit.provider.is_some() && circuit.direct_port.is_some() {
            let message = planned.say(
                phrase("{circuit} names a provider and a Direct port; it runs on one of them."),
                &[("circuit", &circuit.id)],
            );
            let finding = Finding::new(Code::ProviderAndDirect, format!("/circuits/{at}/provider"), message);
            found.add(
                finding.fixed(planned.say(phrase("Keep the Direct port"), &[]), with(circuit, |it| it.provider = None)),
            );
        }
    }
}

/// What cannot be taken back on a circuit that is built.
pub fn one_way(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let Some(built) = &circuit.built else { continue };
        let id = &circuit.id;
        if let (Some(now), Some(before)) = (circuit.bandwidth_mbps, built.bandwidth_mbps)
            && now < before
        {
            let message = planned.say(phrase("{circuit} has {before} today; its bandwidth cannot be lowered to {now}, only a new circuit can have that."), &[("circuit", id), ("before", &size(before)), ("now", &size(now))]);
            let edit = Edit::SetBandwidth { circuit: id.clone(), bandwidth_mbps: Some(before) };
            let finding = Finding::new(Code::BandwidthDown, format!("/circuits/{at}/bandwidth_mbps"), message);
            found.add(finding.fixed(
                planned.say(phrase("Leave {circuit} at {before}"), &[("circuit", id), ("before", &size(before))]),
                edit,
            ));
        }
        if (built.family, circuit.family) == (Some(BillingFamily::Unlimited), Some(BillingFamily::Metered)) {
            let message =
                planned.say(phrase("{circuit} is unlimited today; it cannot go back to metered."), &[("circuit", id)]);
            let edit = Edit::SetFamily { circuit: id.clone(), family: BillingFamily::Unlimited };
            let finding = Finding::new(Code::UnlimitedToMetered, format!("/circuits/{at}/family"), message);
            found.add(finding.fixed(planned.say(phrase("Leave {circuit} unlimited"), &[("circuit", id)]), edit));
        }
        if let (Some(before @ (Sku::Standard | Sku::Premium)), Some(Sku::Local)) = (built.tier, circuit.tier) {
            let message = planned.say(
                phrase("{circuit} is {sku} today; a change to Local is not among the changes that are allowed."),
                &[("circuit", id), ("sku", before.name())],
            );
            let edit = Edit::SetSku { circuit: id.clone(), sku: before };
            let finding = Finding::new(Code::ChangeToLocal, format!("/circuits/{at}/tier"), message);
            found.add(
                finding.fixed(
                    planned.say(phrase("Leave {circuit} {sku}"), &[("circuit", id), ("sku", before.name())]),
                    edit,
                ),
            );
        }
    }
}

/// A VPN is a poor backup.
pub fn vpn_backup(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate().filter(|(_, it)| it.vpn_backup == Some(true)) {
        let message = planned.say(phrase("A site-to-site VPN backs {circuit} up; Microsoft advises against that for demanding workloads: a second circuit elsewhere keeps latency and bandwidth."), &[("circuit", &circuit.id)]);
        found.add(Finding::new(Code::VpnBackup, format!("/circuits/{at}/vpn_backup"), message));
    }
}

/// Without BFD a failure is noticed late.
pub fn bfd_off(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        for (place, peering) in circuit.peerings.iter().enumerate().filter(|(_, it)| it.bfd == Some(false)) {
            let message = planned.say(
                phrase("Bidirectional Forwarding Detection is off on {circuit}; Microsoft advises to use it."),
                &[("circuit", &circuit.id)],
            );
            let finding = Finding::new(Code::BfdOff, format!("/circuits/{at}/peerings/{place}/bfd"), message);
            let on = CircuitPeering { bfd: Some(true), ..peering.clone() };
            let edit = Edit::SetPeering { circuit: circuit.id.clone(), at: place, peering: on };
            found.add(finding.fixed(planned.say(phrase("Switch it on"), &[]), edit));
        }
    }
}

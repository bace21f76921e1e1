//! Subnets, autonomous systems and VLANs.

use crate::phrase::phrase;
use crate::plan::CircuitPeering;
use crate::plan::edit::Edit;
use crate::planned::Planned;
use crate::prefix::Prefix;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use crate::sku::Peering;
use std::collections::BTreeSet;

/// What a prefix is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// A link of a peering.
    Peering(Peering),
    /// Advertised over Microsoft peering.
    Advertised,
    /// A Global Reach link.
    Link,
    /// A gateway.
    Gateway,
}

struct Written<'p> {
    path: String,
    text: &'p str,
    used: Use,
}

/// Every prefix of the plan, as written.
fn written<'p>(planned: &Planned<'p>) -> Vec<Written<'p>> {
    let mut all = Vec::new();
    let mut add = |path: String, text: &'p Option<String>, used: Use| {
        if let Some(text) = text {
            all.push(Written { path, text, used });
        }
    };
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        for (place, peering) in circuit.peerings.iter().enumerate() {
            let path = format!("/circuits/{at}/peerings/{place}");
            add(format!("{path}/primary_prefix"), &peering.primary_prefix, Use::Peering(peering.kind));
            add(format!("{path}/secondary_prefix"), &peering.secondary_prefix, Use::Peering(peering.kind));
        }
    }
    for (at, link) in planned.plan.links.iter().enumerate() {
        add(format!("/global_reach_links/{at}/prefix"), &link.prefix, Use::Link);
        add(format!("/global_reach_links/{at}/prefix_ipv6"), &link.prefix_ipv6, Use::Link);
    }
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        add(format!("/gateways/{at}/subnet_prefix"), &gateway.subnet_prefix, Use::Gateway);
    }
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        for (place, peering) in circuit.peerings.iter().enumerate() {
            for (entry, text) in peering.advertised_prefixes.iter().enumerate() {
                let path = format!("/circuits/{at}/peerings/{place}/advertised_prefixes/{entry}");
                all.push(Written { path, text, used: Use::Advertised });
            }
        }
    }
    all
}

/// The prefixes that are some, with what they are.
fn parsed<'p>(planned: &Planned<'p>) -> Vec<(Written<'p>, Prefix)> {
    written(planned).into_iter().filter_map(|it| Prefix::parse(it.text).ok().map(|prefix| (it, prefix))).collect()
}

/// Texts that are no prefixes.
pub fn prefix_wrong(planned: &Planned<'_>, found: &mut Found) {
    for it in written(planned) {
        if let Err(error) = Prefix::parse(it.text) {
            let message = planned.say(
                phrase("{prefix} is no address prefix: {error}."),
                &[("prefix", &format!("{:?}", it.text)), ("error", &planned.say(error.text(), &[]))],
            );
            found.add(Finding::new(Code::PrefixWrong, it.path, message));
        }
    }
}

/// Each link of a peering has a /30, or a /126 of IPv6.
pub fn peering_prefix_size(planned: &Planned<'_>, found: &mut Found) {
    for (it, prefix) in parsed(planned) {
        let wanted = if prefix.ipv6 { 126 } else { 30 };
        if matches!(it.used, Use::Peering(_)) && prefix.length != wanted {
            let message = planned.say(
                phrase("A link of a peering has a /{wanted}; {prefix} is a /{length}."),
                &[("wanted", &wanted.to_string()), ("prefix", it.text), ("length", &prefix.length.to_string())],
            );
            found.add(Finding::new(Code::PeeringPrefixSize, it.path, message));
        }
    }
}

/// A Global Reach link has a /29, or a /125 of IPv6.
pub fn link_prefix_size(planned: &Planned<'_>, found: &mut Found) {
    for (it, prefix) in parsed(planned) {
        let wanted = if prefix.ipv6 { 125 } else { 29 };
        if it.used == Use::Link && prefix.length != wanted {
            let message = planned.say(
                phrase("A Global Reach link has a /{wanted}; {prefix} is a /{length}."),
                &[("wanted", &wanted.to_string()), ("prefix", it.text), ("length", &prefix.length.to_string())],
            );
            found.add(Finding::new(Code::LinkPrefixSize, it.path, message));
        }
    }
}

/// The subnets of peerings, links and gateways are used once.
pub fn prefix_overlap(planned: &Planned<'_>, found: &mut Found) {
    let subnets: Vec<(Written<'_>, Prefix)> =
        parsed(planned).into_iter().filter(|(it, _)| it.used != Use::Advertised).collect();
    let prefixes: Vec<Prefix> = subnets.iter().map(|it| it.1).collect();
    for (one, other) in Prefix::overlaps_among(&prefixes) {
        let (Some((first, _)), Some((second, _))) = (subnets.get(one), subnets.get(other)) else { continue };
        let message = planned.say(
            phrase("{prefix} overlaps {other} of {path}; each subnet is used once."),
            &[("prefix", second.text), ("other", first.text), ("path", &first.path)],
        );
        found.add(Finding::new(Code::PrefixOverlap, second.path.clone(), message));
    }
}

/// Microsoft peering takes public addresses only.
pub fn private_range(planned: &Planned<'_>, found: &mut Found) {
    for (it, prefix) in parsed(planned) {
        let public_only = matches!(it.used, Use::Peering(Peering::Microsoft) | Use::Advertised);
        if public_only && prefix.is_private() {
            let message = planned.say(
                phrase("{prefix} lies in a private range (RFC 1918); Microsoft peering refuses those."),
                &[("prefix", it.text)],
            );
            found.add(Finding::new(Code::MicrosoftPeeringPrivateRange, it.path, message));
        }
    }
}

fn peerings<'p>(planned: &Planned<'p>) -> impl Iterator<Item = (String, &'p CircuitPeering)> {
    planned.plan.circuits.iter().enumerate().flat_map(|(at, circuit)| {
        let each = circuit.peerings.iter().enumerate();
        each.map(move |(place, it)| (format!("/circuits/{at}/peerings/{place}"), it))
    })
}

/// Numbers that Microsoft keeps, and private ones where they must be registered.
pub fn asn(planned: &Planned<'_>, found: &mut Found) {
    for (path, peering) in peerings(planned) {
        let path = format!("{path}/asn");
        match (peering.asn, peering.kind) {
            (Some(asn @ (12_076 | 65_515..=65_520)), _) => {
                let message = planned.say(
                    phrase("Microsoft keeps AS {asn} for itself: use another (not 12076, not 65515 to 65520)."),
                    &[("asn", &asn.to_string())],
                );
                found.add(Finding::new(Code::AsnReserved, path, message));
            }
            (Some(asn @ (64_512..=65_534 | 4_200_000_000..=4_294_967_294)), Peering::Microsoft) => {
                let message = planned.say(phrase("AS {asn} is private; on Microsoft peering it needs validation by hand, and is removed from paths."), &[("asn", &asn.to_string())]);
                found.add(Finding::new(Code::AsnPrivateOnMicrosoft, path, message));
            }
            (_, Peering::Private | Peering::Microsoft) => {}
        }
    }
}

/// VLAN ids are 1 to 4094, and each peering of a circuit has its own.
pub fn vlan(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let taken: BTreeSet<u32> = circuit.peerings.iter().filter_map(|it| it.vlan).collect();
        let free = (100..=4_094).find(|it| !taken.contains(it)).unwrap_or(1);
        let mut seen = BTreeSet::new();
        for (place, peering) in circuit.peerings.iter().enumerate() {
            let Some(vlan) = peering.vlan else { continue };
            let (code, message) = if !(1..=4_094).contains(&vlan) {
                let message = planned.say(
                    phrase("VLAN {vlan} is out of range: a VLAN id is 1 to 4094 (IEEE 802.1Q)."),
                    &[("vlan", &vlan.to_string())],
                );
                (Code::VlanWrong, message)
            } else if !seen.insert(vlan) {
                (
                    Code::VlanTwice,
                    planned.say(
                        phrase("Another peering of {circuit} has VLAN {vlan}; each has its own."),
                        &[("circuit", &circuit.id), ("vlan", &vlan.to_string())],
                    ),
                )
            } else {
                continue;
            };
            let other = CircuitPeering { vlan: Some(free), ..peering.clone() };
            let edit = Edit::SetPeering { circuit: circuit.id.clone(), at: place, peering: other };
            let finding = Finding::new(code, format!("/circuits/{at}/peerings/{place}/vlan"), message);
            found.add(finding.fixed(planned.say(phrase("Use VLAN {free}"), &[("free", &free.to_string())]), edit));
        }
    }
}

/// A circuit has one peering of a kind.
pub fn peering_twice(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (place, peering) in circuit.peerings.iter().enumerate() {
            if !seen.insert(peering.kind) {
                let message = planned.say(
                    phrase("{circuit} has {peering} twice; a circuit has one of each."),
                    &[("circuit", &circuit.id), ("peering", peering.kind.name())],
                );
                let finding = Finding::new(Code::PeeringTwice, format!("/circuits/{at}/peerings/{place}"), message);
                let edit = Edit::RemovePeering { circuit: circuit.id.clone(), at: place };
                found.add(finding.fixed(planned.say(phrase("Remove the second"), &[]), edit));
            }
        }
    }
}

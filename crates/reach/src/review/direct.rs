//! ExpressRoute Direct ports and the circuits on them.

use crate::phrase::phrase;
use crate::plan::PlanCircuit;
use crate::plan::edit::Edit;
use crate::planned::Planned;
use crate::review::circuits::size;
use crate::review::code::Code;
use crate::review::{Finding, Found};

/// Ports come in listed speeds.
pub fn port_speed(planned: &Planned<'_>, found: &mut Found) {
    for (at, port) in planned.plan.direct_ports.iter().enumerate() {
        if let Some(gbps) = port.port_gbps.filter(|it| planned.facts.limits.port_pair(*it).is_none()) {
            let speeds: Vec<String> =
                planned.facts.limits.direct_ports.iter().map(|it| it.port_gbps.to_string()).collect();
            let message = planned.say(
                phrase("Direct ports come with {speeds} Gbps, not {gbps}."),
                &[("speeds", &speeds.join(", ")), ("gbps", &gbps.to_string())],
            );
            found.add(Finding::new(Code::DirectPortSpeed, format!("/direct_ports/{at}/port_gbps"), message));
        }
    }
}

/// Direct is not offered everywhere.
pub fn port_not_offered(planned: &Planned<'_>, found: &mut Found) {
    for (at, port) in planned.plan.direct_ports.iter().enumerate() {
        let Some(row) = port.location.known().map(|id| planned.facts.catalog.location(id)) else { continue };
        let (code, message) = match row.direct {
            Some(true) => continue,
            Some(false) => (
                Code::DirectNotOffered,
                planned.say(phrase("ExpressRoute Direct is not offered at {name}."), &[("name", &row.name)]),
            ),
            None => (
                Code::DirectNotDocumented,
                planned.say(
                    phrase("No document says whether ExpressRoute Direct is offered at {name}."),
                    &[("name", &row.name)],
                ),
            ),
        };
        found.add(Finding::new(code, format!("/direct_ports/{at}/location"), message).citing(planned, &row.sources));
    }
}

/// A circuit is where its port is.
pub fn port_elsewhere(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let Some((_, port)) = circuit.direct_port.as_deref().and_then(|id| planned.port(id)) else { continue };
        if circuit.location != port.location {
            let catalog = planned.facts.catalog;
            let message = planned.say(
                phrase("{circuit} is planned at {location}, its port {port} is at {other}."),
                &[
                    ("circuit", &circuit.id),
                    ("location", planned.location_name(circuit)),
                    ("port", &port.id),
                    ("other", port.location.slug(catalog)),
                ],
            );
            let moved = PlanCircuit { location: port.location.clone(), ..circuit.clone() };
            let finding = Finding::new(Code::DirectPortElsewhere, format!("/circuits/{at}/location"), message);
            found.add(
                finding
                    .fixed(planned.say(phrase("Move the circuit to its port"), &[]), Edit::PutCircuit(Box::new(moved))),
            );
        }
    }
}

/// Each pair takes its own sizes of circuits.
pub fn circuit_size(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let port = circuit.direct_port.as_deref().and_then(|id| planned.port(id)).and_then(|(_, it)| it.port_gbps);
        let Some(pair) = port.and_then(|it| planned.facts.limits.port_pair(it)) else { continue };
        let Some(mbps) = circuit.bandwidth_mbps.filter(|it| !pair.circuit_mbps.contains(it)) else { continue };
        // A size that Direct does not come in at all has a finding already.
        if !planned.facts.limits.bandwidths.iter().any(|it| it.direct && it.mbps == mbps) {
            continue;
        }
        let sizes: Vec<String> = pair.circuit_mbps.iter().map(|it| size(*it)).collect();
        let message = planned.say(
            phrase("A pair of {speed} Gbps ports takes circuits of {sizes}; {circuit} has {size}."),
            &[
                ("speed", &pair.port_gbps.to_string()),
                ("sizes", &sizes.join(", ")),
                ("circuit", &circuit.id),
                ("size", &size(mbps)),
            ],
        );
        let fits = pair.circuit_mbps.iter().find(|it| **it > mbps).or(pair.circuit_mbps.last());
        let fix = fits.map(|mbps| {
            let edit = Edit::SetBandwidth { circuit: circuit.id.clone(), bandwidth_mbps: Some(*mbps) };
            (planned.say(phrase("Give {circuit} {size}"), &[("circuit", &circuit.id), ("size", &size(*mbps))]), edit)
        });
        let finding = Finding::new(Code::DirectCircuitSize, format!("/circuits/{at}/bandwidth_mbps"), message);
        found.add(finding.fixed_if(fix));
    }
}

/// What the circuits of a pair add up to.
pub fn sum_of_circuits(planned: &Planned<'_>, found: &mut Found) {
    for (at, port) in planned.plan.direct_ports.iter().enumerate() {
        let Some(pair) = port.port_gbps.and_then(|it| planned.facts.limits.port_pair(it)) else { continue };
        let sum: u64 = planned.circuits_on(port).filter_map(|it| it.bandwidth_mbps).map(u64::from).sum();
        let gbps = |mbps: u64| format!("{} Gbps", mbps.div_ceil(1_000));
        let path = format!("/direct_ports/{at}");
        if let Some(total) = pair.total_mbps.filter(|it| sum > u64::from(*it)) {
            let message = planned.say(
                phrase("The circuits on {port} add up to {sum}; a pair of {speed} Gbps ports takes {total}."),
                &[
                    ("port", &port.id),
                    ("sum", &gbps(sum)),
                    ("speed", &pair.port_gbps.to_string()),
                    ("total", &size(total)),
                ],
            );
            found.add(Finding::new(Code::DirectOverLimit, path, message));
        } else if sum > u64::from(pair.port_gbps) * 1_000 {
            let message = planned.say(phrase("The circuits on {port} add up to {sum}; when one of its two ports fails, they share the {speed} Gbps of the other."), &[("port", &port.id), ("sum", &gbps(sum)), ("speed", &pair.port_gbps.to_string())]);
            found.add(Finding::new(Code::DirectOversubscribed, path, message));
        }
    }
}

/// The largest ports are not everywhere, and no list says where.
pub fn enrollment(planned: &Planned<'_>, found: &mut Found) {
    for (at, port) in planned.plan.direct_ports.iter().enumerate().filter(|(_, it)| it.port_gbps == Some(400)) {
        let message = planned.say(phrase("400 Gbps ports exist at some locations, by enrollment; whether {location} is one of them is not documented."), &[("location", port.location.slug(planned.facts.catalog))]);
        found.add(Finding::new(Code::DirectEnrollment, format!("/direct_ports/{at}/port_gbps"), message));
    }
}

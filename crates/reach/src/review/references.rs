//! What a plan names, and whether it is there.

use crate::phrase::phrase;
use crate::plan::edit::{Edit, Part};
use crate::plan::words::WorkloadKind;
use crate::plan::{LocationRef, PlanCircuit, RegionRef};
use crate::planned::Planned;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use std::collections::BTreeMap;

const NO_SITE: &str = phrase("The plan has no site with the id {id}.");
const NO_PORT: &str = phrase("The plan has no Direct port with the id {id}.");
const NO_CIRCUIT: &str = phrase("The plan has no circuit with the id {id}.");
const NO_WORKLOAD: &str = phrase("The plan has no workload with the id {id}.");
const NO_GATEWAY: &str = phrase("The plan has no gateway with the id {id}.");

/// Parts name parts that the plan does not have.
pub fn dangling(planned: &Planned<'_>, found: &mut Found) {
    let gone = |path: String, text: &str, id: &str| {
        let message = planned.say(text, &[("id", &format!("{id:?}"))]);
        Finding::new(Code::DanglingReference, path, message)
    };
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        if let Some(id) = circuit.site.as_deref().filter(|id| planned.site(id).is_none()) {
            let without = PlanCircuit { site: None, ..circuit.clone() };
            let finding = gone(format!("/circuits/{at}/site"), NO_SITE, id);
            found.add(
                finding.fixed(
                    planned.say(phrase("Let the circuit serve no site"), &[]),
                    Edit::PutCircuit(Box::new(without)),
                ),
            );
        }
        if let Some(id) = circuit.direct_port.as_deref().filter(|id| planned.port(id).is_none()) {
            let without = PlanCircuit { direct_port: None, ..circuit.clone() };
            let finding = gone(format!("/circuits/{at}/direct_port"), NO_PORT, id);
            found.add(
                finding.fixed(
                    planned.say(phrase("Take the circuit off the port"), &[]),
                    Edit::PutCircuit(Box::new(without)),
                ),
            );
        }
    }
    for (at, connection) in planned.plan.connections.iter().enumerate() {
        let remove = |finding: Finding| {
            finding.fixed(planned.say(phrase("Remove the connection"), &[]), Edit::RemoveConnection { at })
        };
        if planned.circuit(&connection.circuit).is_none() {
            found.add(remove(gone(format!("/connections/{at}/circuit"), NO_CIRCUIT, &connection.circuit)));
        }
        if let Some(id) = connection.workload.as_deref().filter(|id| planned.workload(id).is_none()) {
            found.add(remove(gone(format!("/connections/{at}/workload"), NO_WORKLOAD, id)));
        }
        if let Some(id) = connection.gateway.as_deref().filter(|id| planned.gateway(id).is_none()) {
            found.add(remove(gone(format!("/connections/{at}/gateway"), NO_GATEWAY, id)));
        }
    }
    for (at, link) in planned.plan.links.iter().enumerate() {
        for (end, id) in [("from", &link.from), ("to", &link.to)] {
            let path = || format!("/global_reach_links/{at}/{end}");
            if planned.circuit(id).is_none() && found.takes(Code::DanglingReference, path) {
                let finding = gone(path(), NO_CIRCUIT, id);
                found.add(finding.fixed(planned.say(phrase("Remove the link"), &[]), Edit::RemoveLinkAt { at }));
            }
        }
    }
}

/// Locations that the data set does not have.
pub fn unknown_location(planned: &Planned<'_>, found: &mut Found) {
    let circuits = planned.plan.circuits.iter().map(|it| &it.location).enumerate().map(|it| ("circuits", it));
    let ports = planned.plan.direct_ports.iter().map(|it| &it.location).enumerate().map(|it| ("direct_ports", it));
    for (list, (at, location)) in circuits.chain(ports) {
        if let LocationRef::Unknown(slug) = location {
            let message = planned.say(
                phrase("The data set of {version} has no peering location {slug}."),
                &[("version", planned.facts.catalog.version()), ("slug", &format!("{slug:?}"))],
            );
            found.add(Finding::new(Code::UnknownLocation, format!("/{list}/{at}/location"), message));
        }
    }
}

/// Regions that the data set does not have.
pub fn unknown_region(planned: &Planned<'_>, found: &mut Found) {
    let workloads = planned.plan.workloads.iter().map(|it| it.region.as_ref()).enumerate().map(|it| ("workloads", it));
    let gateways = planned.plan.gateways.iter().map(|it| Some(&it.region)).enumerate().map(|it| ("gateways", it));
    for (list, (at, region)) in workloads.chain(gateways) {
        if let Some(RegionRef::Unknown(slug)) = region {
            let message = planned.say(
                phrase("The data set of {version} has no Azure region {slug}."),
                &[("version", planned.facts.catalog.version()), ("slug", &format!("{slug:?}"))],
            );
            found.add(Finding::new(Code::UnknownRegion, format!("/{list}/{at}/region"), message));
        }
    }
}

/// Geopolitical regions that the data set does not have.
pub fn unknown_geopolitical_region(planned: &Planned<'_>, found: &mut Found) {
    let catalog = planned.facts.catalog;
    let known = |slug: &str| catalog.geopolitical_region_ids().any(|id| catalog.geopolitical_region(id).slug == slug);
    let environments =
        planned.plan.workloads.iter().enumerate().filter_map(|(at, it)| {
            it.environment.as_deref().map(|slug| (format!("/workloads/{at}/environment"), slug))
        });
    let residencies = planned.plan.circuits.iter().enumerate().filter_map(|(at, it)| {
        let slug = it.residency.as_ref()?.geopolitical_region.as_deref()?;
        Some((format!("/circuits/{at}/residency/geopolitical_region"), slug))
    });
    for (path, slug) in environments.chain(residencies).filter(|(_, slug)| !known(slug)) {
        let message = planned.say(
            phrase("The data set has no geopolitical region {slug}: use a slug such as \"europe\"."),
            &[("slug", &format!("{slug:?}"))],
        );
        found.add(Finding::new(Code::UnknownGeopoliticalRegion, path, message));
    }
}

/// Sites without usable coordinates: no distance is known then.
pub fn site_without_point(planned: &Planned<'_>, found: &mut Found) {
    for (at, site) in planned.plan.sites.iter().enumerate().filter(|(_, site)| site.point().is_none()) {
        if !found.takes(Code::SiteWithoutPoint, || format!("/sites/{at}")) {
            continue;
        }
        let message = planned.say(phrase("{site} has no usable coordinates: give degrees north from -90 to 90 and degrees east from -180 to 180."), &[("site", site.title())]);
        found.add(Finding::new(Code::SiteWithoutPoint, format!("/sites/{at}"), message));
    }
}

/// What must be decided before rules can judge.
pub fn undecided(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate().filter(|(_, it)| it.tier.is_none()) {
        let message = planned.say(
            phrase("The tier of {circuit} is undecided, so nothing can be said about what it reaches."),
            &[("circuit", &circuit.id)],
        );
        found.add(Finding::new(Code::Undecided, format!("/circuits/{at}"), message));
    }
    for (at, workload) in planned.plan.workloads.iter().enumerate() {
        let needs_region = matches!(workload.kind, WorkloadKind::Region | WorkloadKind::AzureVmwareSolution);
        if needs_region && workload.region.is_none() {
            let message = planned.say(
                phrase("The region of {workload} is undecided, so nothing can be said about reaching it."),
                &[("workload", workload.title())],
            );
            found.add(Finding::new(Code::Undecided, format!("/workloads/{at}"), message));
        }
    }
}

/// Connections that lead nowhere.
pub fn connection_to_nothing(planned: &Planned<'_>, found: &mut Found) {
    for (at, connection) in planned.plan.connections.iter().enumerate() {
        if connection.workload.is_none() && connection.gateway.is_none() {
            let message = planned.say(
                phrase("The connection of {circuit} names neither a workload nor a gateway."),
                &[(NO_CIRCUIT, &connection.circuit)],
            );
            let finding = Finding::new(Code::ConnectionToNothing, format!("/connections/{at}"), message);
            found.add(finding.fixed(planned.say(phrase("Remove the connection"), &[]), Edit::RemoveConnection { at }));
        }
    }
}

/// Connections that say what another says.
pub fn connection_twice(planned: &Planned<'_>, found: &mut Found) {
    let mut seen: BTreeMap<(&str, Option<&str>, Option<&str>), usize> = BTreeMap::new();
    for (at, connection) in planned.plan.connections.iter().enumerate() {
        let key = (connection.circuit.as_str(), connection.workload.as_deref(), connection.gateway.as_deref());
        match seen.get(&key) {
            Some(first) => {
                let message = planned.say(
                    phrase("The connection says what /connections/{first} says."),
                    &[("first", &first.to_string())],
                );
                let finding = Finding::new(Code::ConnectionTwice, format!("/connections/{at}"), message);
                found.add(finding.fixed(planned.say(phrase("Remove the second"), &[]), Edit::RemoveConnection { at }));
            }
            None => {
                seen.insert(key, at);
            }
        }
    }
}

/// Circuits that nothing in the plan uses.
pub fn circuit_unused(planned: &Planned<'_>, found: &mut Found) {
    let connected = planned.plan.connections.iter().map(|it| it.circuit.as_str());
    let linked = planned.plan.links.iter().flat_map(|it| [it.from.as_str(), it.to.as_str()]);
    let used: std::collections::BTreeSet<&str> = connected.chain(linked).collect();
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let path = || format!("/circuits/{at}");
        if !used.contains(circuit.id.as_str()) && found.takes(Code::CircuitUnused, path) {
            let message = planned
                .say(phrase("{circuit} has no connection and no Global Reach link."), &[("circuit", &circuit.id)]);
            let finding = Finding::new(Code::CircuitUnused, path(), message);
            found.add(finding.fixed(
                planned.say(phrase("Remove {circuit}"), &[("circuit", &circuit.id)]),
                Edit::RemoveCircuit { id: circuit.id.clone() },
            ));
        }
    }
}

/// Ids that are no slugs: they make poor names in links and exports.
pub fn id_not_slug(planned: &Planned<'_>, found: &mut Found) {
    let plan = planned.plan;
    let sites = plan.sites.iter().map(|it| it.id.as_str()).enumerate().map(|it| (Part::Site, "sites", it));
    let workloads = plan.workloads.iter().map(|it| it.id.as_str()).enumerate();
    let ports = plan.direct_ports.iter().map(|it| it.id.as_str()).enumerate();
    let circuits = plan.circuits.iter().map(|it| it.id.as_str()).enumerate();
    let gateways = plan.gateways.iter().map(|it| it.id.as_str()).enumerate();
    let all = sites
        .chain(workloads.map(|it| (Part::Workload, "workloads", it)))
        .chain(ports.map(|it| (Part::DirectPort, "direct_ports", it)))
        .chain(circuits.map(|it| (Part::Circuit, "circuits", it)))
        .chain(gateways.map(|it| (Part::Gateway, "gateways", it)));
    for (part, list, (at, id)) in all.filter(|(_, _, (_, id))| !is_slug(id)) {
        if !found.takes(Code::IdNotSlug, || format!("/{list}/{at}/id")) {
            continue;
        }
        let message = planned.say(
            phrase("{id} is no slug: use small letters a to z, digits and hyphens between them."),
            &[("id", &format!("{id:?}"))],
        );
        let to = slug_of(id);
        let free = match part {
            Part::Site => planned.site(&to).is_none(),
            Part::Workload => planned.workload(&to).is_none(),
            Part::DirectPort => planned.port(&to).is_none(),
            Part::Circuit => planned.circuit(&to).is_none(),
            Part::Gateway => planned.gateway(&to).is_none(),
        };
        let edit = Edit::ChangeId { part, from: id.to_owned(), to: to.clone() };
        let fix = (free && !to.is_empty()).then(|| (planned.say(phrase("Call it {to}"), &[("to", &to)]), edit));
        found.add(Finding::new(Code::IdNotSlug, format!("/{list}/{at}/id"), message).fixed_if(fix));
    }
}

/// Whether `id` is made of small letters, digits and single hyphens between them.
fn is_slug(id: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    id.split('-').all(word)
}

/// `id` as a slug; empty when nothing of it remains.
pub fn slug_of(id: &str) -> String {
    let folded: String = id.chars().map(|it| if it.is_alphanumeric() { it } else { '-' }).collect();
    let words = folded.split('-').map(crate::names::folded);
    let plain = words.map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    plain.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-")
}

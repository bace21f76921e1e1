//! What the plan withstands, and what was intended.

use crate::coverage::pair::Risk;
use crate::coverage::{Cell, CellState, Coverage};
use crate::phrase::phrase;
use crate::plan::Connection;
use crate::plan::edit::Edit;
use crate::plan::words::{ConnectionRole, Resiliency};
use crate::planned::Planned;
use crate::planned::outcome::Carried;
use crate::review::code::Code;
use crate::review::{Finding, Found};
use std::collections::{BTreeMap, BTreeSet};

/// The cells of each workload with ways, by workload.
fn by_workload(coverage: &Coverage) -> BTreeMap<usize, Vec<&Cell>> {
    let mut groups: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
    for cell in coverage.cells.iter().filter(|it| it.state != CellState::NotConnected) {
        groups.entry(cell.workload).or_default().push(cell);
    }
    groups
}

/// Workloads that nothing carries.
pub fn workload_unreached(planned: &Planned<'_>, coverage: &Coverage, found: &mut Found) {
    let carried = |cell: &&Cell| matches!(cell.state, CellState::Reached | CellState::Unsure);
    let reached: BTreeSet<usize> = coverage.cells.iter().filter(carried).map(|it| it.workload).collect();
    let connected: BTreeSet<usize> = by_workload(coverage).into_keys().collect();
    for (at, workload) in planned.plan.workloads.iter().enumerate().filter(|(at, _)| !reached.contains(at)) {
        if !found.takes(Code::WorkloadUnreached, || format!("/workloads/{at}")) {
            continue;
        }
        let text = match connected.contains(&at) {
            true => phrase("{workload} is connected, but no circuit reaches it."),
            false => phrase("{workload} has no connection."),
        };
        let message = planned.say(text, &[("workload", workload.title())]);
        let fix = (!connected.contains(&at)).then(|| would_reach(planned, at)).flatten();
        found.add(Finding::new(Code::WorkloadUnreached, format!("/workloads/{at}"), message).fixed_if(fix));
    }
}

/// Connecting the first circuit that reaches the workload.
fn would_reach(planned: &Planned<'_>, workload: usize) -> Option<(String, Edit)> {
    let workload = planned.plan.workloads.get(workload)?;
    let works = |connection: &Connection| {
        planned.judge_one(connection).is_some_and(|outcome| outcome.carried() == Carried::Yes)
    };
    let tried = planned.plan.circuits.iter().take(64).map(|it| Connection::new(&it.id, &workload.id));
    let connection = tried.into_iter().find(works)?;
    Some((
        planned.say(
            phrase("Connect {circuit} to {workload}"),
            &[("circuit", &connection.circuit), ("workload", workload.title())],
        ),
        Edit::AddConnection(connection),
    ))
}

fn site_name(planned: &Planned<'_>, cell: &Cell) -> String {
    let site = cell.site.and_then(|at| planned.plan.sites.get(at));
    site.map_or_else(|| planned.say(phrase("circuits without a site"), &[]), |it| it.title().to_owned())
}

/// Less than was intended.
pub fn not_met(planned: &Planned<'_>, coverage: &Coverage, found: &mut Found) {
    let Some(intended) = planned.plan.intent.resiliency else { return };
    for (workload, cells) in by_workload(coverage) {
        let short: Vec<&Cell> = cells.into_iter().filter(|it| it.computed.is_some_and(|has| has < intended)).collect();
        let Some(worst) = short.iter().min_by_key(|it| it.computed) else { continue };
        let Some(part) = planned.plan.workloads.get(workload) else { continue };
        let names: Vec<String> = short.iter().take(3).map(|it| site_name(planned, it)).collect();
        let idle: Vec<&str> = worst
            .ways
            .iter()
            .filter(|it| it.carried != Carried::Yes)
            .filter_map(|it| planned.plan.circuits.get(it.circuit))
            .map(|it| it.id.as_str())
            .collect();
        let text = match short.len() > 3 {
            false => phrase("{intended} resiliency is intended; {workload} has {computed} from {sites}."),
            true => {
                phrase("{intended} resiliency is intended; {workload} has {computed} from {sites} and {more} more.")
            }
        };
        let computed = worst.computed.map_or_else(|| planned.say(phrase("none"), &[]), |it| it.name().to_owned());
        let more = short.len().saturating_sub(3).to_string();
        let mut message = planned.say(
            text,
            &[
                ("intended", intended.name()),
                ("workload", part.title()),
                ("computed", &computed),
                ("sites", &names.join(", ")),
                ("more", &more),
            ],
        );
        if !idle.is_empty() {
            let text = phrase("{circuits} does not count: it does not surely reach it.");
            message = [message, planned.say(text, &[("circuits", &idle.join(", "))])].join(" ");
        }
        found.add(Finding::new(Code::ResiliencyNotMet, format!("/workloads/{workload}"), message));
    }
}

/// Nothing is intended, and everything hangs on one location.
pub fn one_location(planned: &Planned<'_>, coverage: &Coverage, found: &mut Found) {
    if planned.plan.intent.resiliency.is_some() {
        return;
    }
    for (workload, cells) in by_workload(coverage) {
        let Some(cell) = cells.iter().find(|it| it.computed == Some(Resiliency::Standard)) else { continue };
        let Some(part) = planned.plan.workloads.get(workload) else { continue };
        let message = planned.say(phrase("{workload} hangs on one location from {site}; Microsoft asks for a Metro location or two locations for production."), &[("workload", part.title()), ("site", &site_name(planned, cell))]);
        found.add(Finding::new(Code::OneLocation, format!("/workloads/{workload}"), message));
    }
}

/// Each pair of circuits behind Maximum, once.
pub fn pairs(planned: &Planned<'_>, coverage: &Coverage, found: &mut Found) {
    let mut told: BTreeSet<[usize; 2]> = BTreeSet::new();
    for cell in &coverage.cells {
        let Some(pair) = cell.pair.as_ref().filter(|it| told.insert(it.circuits)) else { continue };
        let [one, other] = pair.circuits;
        let (Some(first), Some(second)) = (planned.plan.circuits.get(one), planned.plan.circuits.get(other)) else {
            continue;
        };
        let both = planned.say(phrase("{first} and {second}"), &[("first", &first.id), ("second", &second.id)]);
        for risk in &pair.risks {
            let (code, message) = match risk {
                Risk::SameMetro => (
                    Code::SameMetro,
                    planned.say(
                        phrase("{both} lie in one metro: what strikes the city strikes both."),
                        &[("both", &both)],
                    ),
                ),
                Risk::SharedSite => (
                    Code::SharedSite,
                    planned.say(
                        phrase("{both} share a site: a Metro location beside one of its own."),
                        &[("both", &both)],
                    ),
                ),
                Risk::SameFacility => (
                    Code::SameFacility,
                    planned.say(phrase("{both}: the documents print one facility for both."), &[("both", &both)]),
                ),
                Risk::SameProvider => (
                    Code::SameProvider,
                    planned.say(
                        phrase("{both} run through one provider; Microsoft advises different ones."),
                        &[("both", &both)],
                    ),
                ),
            };
            found.add(Finding::new(code, format!("/circuits/{other}"), message));
        }
        roles(planned, cell, &both, found);
    }
}

/// The rule of 242 km: balance over near circuits, let one of two distant ones wait.
fn roles(planned: &Planned<'_>, cell: &Cell, both: &str, found: &mut Found) {
    let Some(pair) = &cell.pair else { return };
    let km = pair.distance.0.whole();
    let ways: Vec<(usize, &Connection)> = cell
        .ways
        .iter()
        .filter(|it| it.carried == Carried::Yes && pair.circuits.contains(&it.circuit))
        .filter_map(|it| planned.plan.connections.get(it.connection).map(|connection| (it.connection, connection)))
        .collect();
    let standby = ways.iter().find(|(_, it)| it.role == Some(ConnectionRole::Standby));
    let active = ways.iter().filter(|(_, it)| it.role == Some(ConnectionRole::Active)).count();
    let set = |at: usize, connection: &Connection, role| Edit::SetConnection {
        at,
        connection: Connection { role: Some(role), ..connection.clone() },
    };
    match (pair.is_far(), standby, ways.last()) {
        (false, Some((at, connection)), _) => {
            let message = planned.say(
                phrase("{both} are {km} km apart; under 242 km Microsoft's script balances over both."),
                &[("both", both), ("km", &km.to_string())],
            );
            let finding = Finding::new(Code::NearPairStandby, format!("/connections/{at}/role"), message);
            found.add(finding.fixed(
                planned.say(phrase("Let both carry traffic"), &[]),
                set(*at, connection, ConnectionRole::Active),
            ));
        }
        (true, None, Some((at, connection))) if active >= 2 => {
            let message = planned.say(
                phrase("{both} are {km} km apart; from 242 km Microsoft's script lets one of them wait."),
                &[("both", both), ("km", &km.to_string())],
            );
            let finding = Finding::new(Code::FarPairActive, format!("/connections/{at}/role"), message);
            found.add(
                finding.fixed(
                    planned.say(phrase("Let the second wait"), &[]),
                    set(*at, connection, ConnectionRole::Standby),
                ),
            );
        }
        (_, _, _) => {}
    }
}

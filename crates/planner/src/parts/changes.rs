//! The edits behind the buttons of the outline: a new part, the same again, and none.

use crate::bridge::Chosen;
use crate::numbers::coordinates;
use crate::parts::{PartAt, PartList};
use reach::catalog::Catalog;
use reach::geo::great_circle_distance;
use reach::id::PeeringLocationId;
use reach::import::cities::{FindCity, Found, numbers};
use reach::names::folded;
use reach::plan::edit::{Edit, free_id};
use reach::plan::words::WorkloadKind;
use reach::plan::{
    Connection, DirectPort, Gateway, LocationRef, Plan, PlanCircuit, PlanLink, RegionRef, Site, Workload,
};
use reach::planned::region_of;
use reach::sku::Sku;

/// Adds a part of which as little as possible is decided. None while the plan lacks what it would join.
pub fn add(catalog: &Catalog, plan: &Plan, list: PartList, chosen: Option<Chosen>) -> Option<Edit> {
    match list {
        PartList::Sites => Some(Edit::AddSites(vec![new_site("", &|_, _| Found::Nothing)])),
        PartList::Workloads => {
            let id = new_id(plan, list, "workload");
            Some(Edit::PutWorkload(Workload::service(&id, WorkloadKind::Region)))
        }
        PartList::Circuits => match chosen {
            Some(Chosen { location, sku }) => Some(Edit::AddCircuit { location, sku }),
            None => nearest_circuit(catalog, plan),
        },
        PartList::Connections => connection(plan).map(Edit::AddConnection),
        PartList::Links => {
            let (from, to) = unlinked(plan)?;
            Some(Edit::AddLink { from, to })
        }
        PartList::Gateways => {
            let known = plan.workloads.iter().find_map(region_of);
            let region = known.or_else(|| catalog.live_regions(plan.cloud).next())?;
            let id = new_id(plan, list, "gateway");
            Some(Edit::PutGateway(Box::new(Gateway::new(&id, RegionRef::Known(region)))))
        }
        PartList::DirectPorts => {
            let location = direct_place(catalog, plan)?;
            let port = DirectPort::new(&new_id(plan, list, "ports"), LocationRef::Known(location), 10);
            Some(Edit::PutDirectPort(port))
        }
    }
}

/// The site that was typed: at coordinates, or by a name alone.
pub fn new_site(text: &str, find_city: FindCity<'_>) -> Site {
    let text = text.trim();
    if text.is_empty() {
        return Site { id: "site".to_owned(), ..Site::default() };
    }
    if let Some((latitude, longitude)) = coordinates(text) {
        return Site { id: "site".to_owned(), latitude: Some(latitude), longitude: Some(longitude), ..Site::default() };
    }
    let at = match find_city(text, None) {
        Found::One(point) => Some(numbers(point)),
        Found::Several(_) | Found::Nothing => None,
    };
    let (latitude, longitude) = at.unzip();
    Site { id: slug(text), name: Some(text.to_owned()), latitude, longitude, ..Site::default() }
}

/// A name as an id: letters and digits, in lower case, with hyphens between.
fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).map(folded);
    let plain = words.map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let slug = plain.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "site".to_owned() } else { slug }
}

/// Adds the same part again under a new id. None for parts that would only say the same twice.
pub fn duplicate(plan: &Plan, part: PartAt) -> Option<Edit> {
    let id = |id: &str| new_id(plan, part.list, id);
    match part.list {
        PartList::Sites => plan.sites.get(part.at).cloned().map(|it| Edit::PutSite(Site { id: id(&it.id), ..it })),
        PartList::Workloads => {
            plan.workloads.get(part.at).cloned().map(|it| Edit::PutWorkload(Workload { id: id(&it.id), ..it }))
        }
        PartList::Circuits => {
            let mut circuit = plan.circuits.get(part.at).cloned()?;
            circuit.id = plan.free_circuit_id(&circuit.id);
            Some(Edit::PutCircuit(Box::new(circuit)))
        }
        PartList::Gateways => {
            let mut gateway = plan.gateways.get(part.at).cloned()?;
            gateway.id = id(&gateway.id);
            Some(Edit::PutGateway(Box::new(gateway)))
        }
        PartList::DirectPorts => {
            plan.direct_ports.get(part.at).cloned().map(|it| Edit::PutDirectPort(DirectPort { id: id(&it.id), ..it }))
        }
        PartList::Connections | PartList::Links => None,
    }
}

/// Removes a part, with what the edit says goes with it.
pub fn remove(plan: &Plan, part: PartAt) -> Option<Edit> {
    let at = part.at;
    match part.list {
        PartList::Sites => plan.sites.get(at).map(|it| Edit::RemoveSite { id: it.id.clone() }),
        PartList::Workloads => plan.workloads.get(at).map(|it| Edit::RemoveWorkload { id: it.id.clone() }),
        PartList::Circuits => plan.circuits.get(at).map(|it| Edit::RemoveCircuit { id: it.id.clone() }),
        PartList::Connections => plan.connections.get(at).map(|_| Edit::RemoveConnection { at }),
        PartList::Links => plan.links.get(at).map(|_| Edit::RemoveLinkAt { at }),
        PartList::Gateways => plan.gateways.get(at).map(|it| Edit::RemoveGateway { id: it.id.clone() }),
        PartList::DirectPorts => plan.direct_ports.get(at).map(|it| Edit::RemoveDirectPort { id: it.id.clone() }),
    }
}

/// An id that no part of the list has and nothing in the plan names.
fn new_id(plan: &Plan, list: PartList, base: &str) -> String {
    free_id(base, |id| match list {
        PartList::Sites => {
            plan.sites.iter().any(|it| it.id == id) || plan.circuits.iter().any(|it| it.site.as_deref() == Some(id))
        }
        PartList::Workloads => {
            plan.workloads.iter().any(|it| it.id == id)
                || plan.connections.iter().any(|it| it.workload.as_deref() == Some(id))
        }
        PartList::Gateways => {
            plan.gateways.iter().any(|it| it.id == id)
                || plan.connections.iter().any(|it| it.gateway.as_deref() == Some(id))
        }
        PartList::DirectPorts => {
            plan.direct_ports.iter().any(|it| it.id == id)
                || plan.circuits.iter().any(|it| it.direct_port.as_deref() == Some(id))
        }
        PartList::Circuits | PartList::Connections | PartList::Links => plan.circuit(id).is_some(),
    })
}

/// The next circuit while no location is chosen: for the first site that no circuit serves, else for the first site, at
/// the location nearest to it; without sites at the first location of the plan's cloud.
fn nearest_circuit(catalog: &Catalog, plan: &Plan) -> Option<Edit> {
    let served = |site: &&Site| plan.circuits.iter().any(|it| it.site.as_deref() == Some(&site.id));
    let site = plan.sites.iter().find(|it| !served(it)).or(plan.sites.first());
    let here = catalog.location_ids().filter(|id| catalog.location(*id).cloud == plan.cloud);
    let location = match site.and_then(Site::point) {
        Some(point) => {
            let from = point.unit_vector();
            let meters = |id: &PeeringLocationId| great_circle_distance(from, catalog.location_vector(*id)).0;
            let mut single = here.filter(|id| !catalog.location(*id).metro);
            let first = single.next()?;
            single.fold(first, |best, it| if meters(&it) < meters(&best) { it } else { best })
        }
        None => { here }.next()?,
    };
    let id = plan.free_circuit_id(&catalog.location(location).slug);
    let mut circuit = PlanCircuit::new(&id, LocationRef::Known(location), Sku::Standard);
    circuit.site = site.map(|it| it.id.clone());
    Some(Edit::PutCircuit(Box::new(circuit)))
}

/// The first circuit and workload that no connection joins; else the first circuit and gateway.
fn connection(plan: &Plan) -> Option<Connection> {
    let joined = |circuit: &str, workload: &str| {
        plan.connections.iter().any(|it| it.circuit == circuit && it.workload.as_deref() == Some(workload))
    };
    let mut pairs = plan.workloads.iter().flat_map(|to| plan.circuits.iter().map(move |from| (from, to)));
    let free = pairs.find(|(from, to)| !joined(&from.id, &to.id));
    let first = plan.circuits.first()?;
    match (free, plan.workloads.first(), plan.gateways.first()) {
        (Some((from, to)), ..) => Some(Connection::new(&from.id, &to.id)),
        (None, Some(to), _) => Some(Connection::new(&first.id, &to.id)),
        (None, None, Some(gateway)) => {
            Some(Connection { circuit: first.id.clone(), gateway: Some(gateway.id.clone()), ..Connection::default() })
        }
        (None, None, None) => None,
    }
}

/// The first two circuits without a link.
fn unlinked(plan: &Plan) -> Option<(String, String)> {
    let linked = |a: &str, b: &str| plan.links.iter().any(|it: &PlanLink| it.joins(a, b));
    let mut pairs = plan
        .circuits
        .iter()
        .enumerate()
        .flat_map(|(at, one)| plan.circuits.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.find(|(one, other)| !linked(&one.id, &other.id)).map(|(one, other)| (one.id.clone(), other.id.clone()))
}

/// Where the next port pair is likely to go: at the first circuit, else where ports are offered.
fn direct_place(catalog: &Catalog, plan: &Plan) -> Option<PeeringLocationId> {
    let offered = |id: &PeeringLocationId| catalog.location(*id).direct == Some(true);
    let at_circuits = plan.circuits.iter().filter_map(|it| it.location.known());
    let here = catalog.location_ids().filter(|id| catalog.location(*id).cloud == plan.cloud);
    { at_circuits }.find(offered).or_else(|| { here }.find(offered))
}

#[cfg(test)]
mod tests;

//! Changes of a plan. Each is pure: it gives another plan, and the one before stays as it was.

mod list;

use crate::catalog::Catalog;
use crate::id::PeeringLocationId;
use crate::plan::edit::list::{follow, forget, give_id, put, remove, replace, take_out, with_fields_of};
use crate::plan::words::BillingFamily;
use crate::plan::{
    CircuitPeering, Connection, DirectPort, Gateway, Intent, LocationRef, Plan, PlanCircuit, PlanLink, Site, Workload,
};
use crate::sku::{Cloud, Sku};
use std::collections::BTreeSet;

/// A change to a plan. One that names a part that is not there changes nothing.
///
/// `Put…` adds a part, or replaces the one with its id; unknown fields of the replaced part that the new one lacks are
/// kept. `at` is a place in the list concerned, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Gives the plan another name.
    Rename(String),
    /// Moves the plan into another cloud.
    SetCloud(Cloud),
    /// Says what the plan is meant to withstand.
    SetIntent(Intent),
    /// Adds or replaces a site.
    PutSite(Site),
    /// Adds many sites at once. One whose id is taken gets another.
    AddSites(Vec<Site>),
    /// Removes a site. Circuits that serve it stay, and serve none.
    RemoveSite {
        /// The site.
        id: String,
    },
    /// Adds or replaces a workload.
    PutWorkload(Workload),
    /// Removes a workload with its connections.
    RemoveWorkload {
        /// The workload.
        id: String,
    },
    /// Adds or replaces an ExpressRoute Direct port pair.
    PutDirectPort(DirectPort),
    /// Removes a port pair. Circuits on it stay, and run on none.
    RemoveDirectPort {
        /// The port pair.
        id: String,
    },
    /// Adds a circuit with an id made from the slug of its location. Unlimited under Local, otherwise metered.
    ///
    /// The first circuit of a plan puts the plan into the cloud of its location.
    AddCircuit {
        /// Where.
        location: PeeringLocationId,
        /// Its SKU tier.
        sku: Sku,
    },
    /// Adds or replaces a circuit.
    PutCircuit(Box<PlanCircuit>),
    /// Removes a circuit with its links and connections.
    RemoveCircuit {
        /// The circuit.
        id: String,
    },
    /// Gives a circuit another SKU tier. Local makes it unlimited; otherwise the family stays as it is.
    SetSku {
        /// The circuit.
        circuit: String,
        /// Its new SKU tier.
        sku: Sku,
    },
    /// Gives a circuit another family.
    SetFamily {
        /// The circuit.
        circuit: String,
        /// Its new family.
        family: BillingFamily,
    },
    /// Gives a circuit another bandwidth.
    SetBandwidth {
        /// The circuit.
        circuit: String,
        /// In Mbps; none for undecided.
        bandwidth_mbps: Option<u32>,
    },
    /// Adds a peering to a circuit.
    AddPeering {
        /// The circuit.
        circuit: String,
        /// The peering.
        peering: CircuitPeering,
    },
    /// Replaces a peering of a circuit.
    SetPeering {
        /// The circuit.
        circuit: String,
        /// The place among its peerings.
        at: usize,
        /// What it becomes.
        peering: CircuitPeering,
    },
    /// Removes a peering of a circuit.
    RemovePeering {
        /// The circuit.
        circuit: String,
        /// The place among its peerings.
        at: usize,
    },
    /// Adds or replaces a gateway.
    PutGateway(Box<Gateway>),
    /// Removes a gateway with its connections.
    RemoveGateway {
        /// The gateway.
        id: String,
    },
    /// Adds a connection at the end of the list.
    AddConnection(Connection),
    /// Replaces a connection.
    SetConnection {
        /// Its place.
        at: usize,
        /// What it becomes.
        connection: Connection,
    },
    /// Removes a connection.
    RemoveConnection {
        /// Its place.
        at: usize,
    },
    /// Links two different circuits that are not linked yet.
    AddLink {
        /// The circuit at one end.
        from: String,
        /// The circuit at the other end.
        to: String,
    },
    /// Replaces a link.
    SetLink {
        /// Its place.
        at: usize,
        /// What it becomes.
        link: PlanLink,
    },
    /// Removes every link between two circuits, whichever end was named first.
    RemoveLink {
        /// The id at one end.
        from: String,
        /// The id at the other end.
        to: String,
    },
    /// Removes one link.
    RemoveLinkAt {
        /// Its place.
        at: usize,
    },
    /// Gives a part another id, and whatever names it with it. Nothing happens when the new id is taken or empty.
    ChangeId {
        /// The kind of part.
        part: Part,
        /// Its id.
        from: String,
        /// Its new id.
        to: String,
    },
    /// Several changes, one after the other, as one step.
    All(Vec<Edit>),
}

/// A kind of part with ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A site.
    Site,
    /// A workload.
    Workload,
    /// An ExpressRoute Direct port pair.
    DirectPort,
    /// A circuit.
    Circuit,
    /// A gateway.
    Gateway,
}

impl Plan {
    /// The plan after `edit`.
    #[must_use]
    pub fn with(&self, catalog: &Catalog, edit: Edit) -> Plan {
        let mut next = self.clone();
        next.apply(catalog, edit);
        next
    }

    fn apply(&mut self, catalog: &Catalog, edit: Edit) {
        match edit {
            Edit::Rename(name) => self.name = name,
            Edit::SetCloud(cloud) => self.cloud = cloud,
            Edit::SetIntent(intent) => self.intent = with_fields_of(intent, &self.intent),
            Edit::PutSite(site) => put(&mut self.sites, site),
            Edit::AddSites(sites) => self.add_sites(sites),
            Edit::PutWorkload(workload) => put(&mut self.workloads, workload),
            Edit::PutDirectPort(port) => put(&mut self.direct_ports, port),
            Edit::PutCircuit(circuit) => put(&mut self.circuits, *circuit),
            Edit::PutGateway(gateway) => put(&mut self.gateways, *gateway),
            Edit::AddCircuit { location, sku } => self.add_circuit(catalog, location, sku),
            Edit::SetSku { circuit, sku } => self.change(&circuit, |it| set_sku(it, sku)),
            Edit::SetFamily { circuit, family } => self.change(&circuit, |it| it.family = Some(family)),
            Edit::SetBandwidth { circuit, bandwidth_mbps } => {
                self.change(&circuit, |it| it.bandwidth_mbps = bandwidth_mbps);
            }
            Edit::AddPeering { circuit, peering } => self.change(&circuit, |it| it.peerings.push(peering)),
            Edit::SetPeering { circuit, at, peering } => {
                self.change(&circuit, |it| replace(&mut it.peerings, at, peering));
            }
            Edit::RemovePeering { circuit, at } => self.change(&circuit, |it| remove(&mut it.peerings, at)),
            Edit::AddConnection(connection) => self.connections.push(connection),
            Edit::SetConnection { at, connection } => replace(&mut self.connections, at, connection),
            Edit::AddLink { from, to } => self.add_link(from, to),
            Edit::SetLink { at, link } => replace(&mut self.links, at, link),
            Edit::RemoveSite { id } => self.remove_site(&id),
            Edit::RemoveWorkload { id } => self.remove_workload(&id),
            Edit::RemoveDirectPort { id } => self.remove_direct_port(&id),
            Edit::RemoveCircuit { id } => self.remove_circuit(&id),
            Edit::RemoveGateway { id } => self.remove_gateway(&id),
            Edit::RemoveConnection { at } => remove(&mut self.connections, at),
            Edit::RemoveLink { from, to } => self.links.retain(|it| !it.joins(&from, &to)),
            Edit::RemoveLinkAt { at } => remove(&mut self.links, at),
            Edit::ChangeId { part, from, to } => self.change_id(part, &from, &to),
            Edit::All(edits) => edits.into_iter().for_each(|edit| self.apply(catalog, edit)),
        }
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut PlanCircuit)) {
        if let Some(circuit) = self.circuits.iter_mut().find(|it| it.id == id) {
            change(circuit);
        }
    }

    fn add_sites(&mut self, sites: Vec<Site>) {
        let mut taken: BTreeSet<String> = self.sites.iter().map(|it| it.id.clone()).collect();
        taken.extend(self.circuits.iter().filter_map(|it| it.site.clone()));
        for mut site in sites {
            site.id = free_id(&site.id, |id| taken.contains(id));
            taken.insert(site.id.clone());
            self.sites.push(site);
        }
    }

    fn add_circuit(&mut self, catalog: &Catalog, location: PeeringLocationId, sku: Sku) {
        let row = catalog.location(location);
        if self.circuits.is_empty() {
            self.cloud = row.cloud;
        }
        let id = self.free_circuit_id(&row.slug);
        self.circuits.push(PlanCircuit::new(&id, LocationRef::Known(location), sku));
    }

    /// `base`, or `base` with the first number from 2 that no circuit has and nothing in the plan names: a new circuit
    /// must not fall into the links and connections of one that is gone.
    pub fn free_circuit_id(&self, base: &str) -> String {
        free_id(base, |id| {
            self.circuit(id).is_some()
                || self.links.iter().any(|it| it.from == id || it.to == id)
                || self.connections.iter().any(|it| it.circuit == id)
        })
    }

    fn add_link(&mut self, from: String, to: String) {
        let both_there = self.circuit(&from).is_some() && self.circuit(&to).is_some();
        if both_there && from != to && !self.links.iter().any(|it| it.joins(&from, &to)) {
            self.links.push(PlanLink::new(&from, &to));
        }
    }

    fn remove_site(&mut self, id: &str) {
        if take_out(&mut self.sites, id) {
            self.circuits.iter_mut().for_each(|it| forget(&mut it.site, id));
        }
    }

    fn remove_workload(&mut self, id: &str) {
        if take_out(&mut self.workloads, id) {
            self.connections.retain(|it| it.workload.as_deref() != Some(id));
        }
    }

    fn remove_direct_port(&mut self, id: &str) {
        if take_out(&mut self.direct_ports, id) {
            self.circuits.iter_mut().for_each(|it| forget(&mut it.direct_port, id));
        }
    }

    fn remove_circuit(&mut self, id: &str) {
        if take_out(&mut self.circuits, id) {
            self.links.retain(|it| it.from != id && it.to != id);
            self.connections.retain(|it| it.circuit != id);
        }
    }

    fn remove_gateway(&mut self, id: &str) {
        if take_out(&mut self.gateways, id) {
            self.connections.retain(|it| it.gateway.as_deref() != Some(id));
        }
    }

    fn change_id(&mut self, part: Part, from: &str, to: &str) {
        if to.is_empty() {
            return;
        }
        let changed = match part {
            Part::Site => give_id(&mut self.sites, from, to),
            Part::Workload => give_id(&mut self.workloads, from, to),
            Part::DirectPort => give_id(&mut self.direct_ports, from, to),
            Part::Circuit => give_id(&mut self.circuits, from, to),
            Part::Gateway => give_id(&mut self.gateways, from, to),
        };
        if !changed {
            return;
        }
        match part {
            Part::Site => self.circuits.iter_mut().for_each(|it| follow(&mut it.site, from, to)),
            Part::Workload => self.connections.iter_mut().for_each(|it| follow(&mut it.workload, from, to)),
            Part::DirectPort => self.circuits.iter_mut().for_each(|it| follow(&mut it.direct_port, from, to)),
            Part::Gateway => self.connections.iter_mut().for_each(|it| follow(&mut it.gateway, from, to)),
            Part::Circuit => {
                let ends = self.links.iter_mut().flat_map(|it| [&mut it.from, &mut it.to]);
                let named = ends.chain(self.connections.iter_mut().map(|it| &mut it.circuit));
                named.filter(|it| *it == from).for_each(|it| *it = to.to_owned());
            }
        }
    }
}

/// Only Local fixes the family. Leaving Local keeps unlimited, as Azure has no way back to metered.
fn set_sku(circuit: &mut PlanCircuit, sku: Sku) {
    circuit.tier = Some(sku);
    if sku == Sku::Local {
        circuit.family = Some(BillingFamily::of_new(sku));
    }
}

/// `base`, or `base` with the first number from 2 that makes it free.
pub fn free_id(base: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = base.to_owned();
    let mut number = 2;
    while taken(&id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

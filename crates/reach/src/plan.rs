//! A plan: the circuits and links that someone intends to order, before anything is bought.
//!
//! A plan may be flawed (a link to nowhere, a location that is gone): that is for findings to say, not an error.

use crate::catalog::Catalog;
use crate::id::PeeringLocationId;
use crate::sku::{Cloud, Sku};
use serde_json::{Map, Value};

/// Fields of a plan file that the model does not know (yet): kept as they stand.
pub type Fields = Map<String, Value>;

/// The name of a plan that nobody has named.
pub const UNTITLED: &str = "Untitled plan";

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name, as shown.
    pub name: String,
    /// The cloud that it is for.
    pub cloud: Cloud,
    /// The version of the data set that it was made with, `YYYY-MM-DD`; empty when its file named none.
    pub data_version: String,
    /// Its circuits, in the order they were added. Ids are unique.
    pub circuits: Vec<PlanCircuit>,
    /// Its Global Reach links, in the order they were added.
    pub links: Vec<PlanLink>,
    /// Further fields of the block `data` of its file.
    pub data_rest: Fields,
    /// Everything else of its file: sites, workloads, connections, intent and unknown fields.
    pub rest: Fields,
}

/// A circuit of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCircuit {
    /// Its id, a slug unique among the plan's circuits.
    pub id: String,
    /// Where it is ordered.
    pub location: LocationRef,
    /// Its SKU tier; none while undecided.
    pub tier: Option<Sku>,
    /// How outbound data is paid; none while undecided.
    pub family: Option<BillingFamily>,
    /// Its bandwidth in Mbps; none while undecided.
    pub bandwidth_mbps: Option<u32>,
    /// Its connectivity provider, as written; none while undecided and on ExpressRoute Direct.
    pub provider: Option<String>,
    /// Its further fields: site, peerings and unknown ones.
    pub extra: Fields,
}

/// A Global Reach link of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLink {
    /// The id of the circuit at one end; may name no circuit.
    pub from: String,
    /// The id of the circuit at the other end; may name no circuit.
    pub to: String,
    /// Its further fields: prefix and unknown ones.
    pub extra: Fields,
}

/// The peering location that a plan names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocationRef {
    /// A location of the catalog.
    Known(PeeringLocationId),
    /// A slug that the catalog does not have.
    Unknown(String),
}

impl LocationRef {
    /// The location with this slug, whether or not the catalog has it.
    pub fn from_slug(catalog: &Catalog, slug: &str) -> LocationRef {
        match catalog.location_by_slug(slug) {
            Some(id) => LocationRef::Known(id),
            None => LocationRef::Unknown(slug.to_owned()),
        }
    }

    /// The slug, as in files.
    pub fn slug<'a>(&'a self, catalog: &'a Catalog) -> &'a str {
        match self {
            LocationRef::Known(id) => &catalog.location(*id).slug,
            LocationRef::Unknown(slug) => slug,
        }
    }

    /// The location, when the catalog has it.
    pub fn known(&self) -> Option<PeeringLocationId> {
        match self {
            LocationRef::Known(id) => Some(*id),
            LocationRef::Unknown(_) => None,
        }
    }
}

/// How outbound data of a circuit is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BillingFamily {
    /// By the gigabyte.
    Metered,
    /// With the monthly fee.
    Unlimited,
}

impl BillingFamily {
    /// Both families.
    pub const ALL: &'static [BillingFamily] = &[BillingFamily::Metered, BillingFamily::Unlimited];

    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            BillingFamily::Metered => "metered",
            BillingFamily::Unlimited => "unlimited",
        }
    }
}

/// A change to a plan. One that names a circuit or link that is not there changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Gives the plan another name.
    Rename(String),
    /// Adds a circuit with an id made from the slug of its location. Unlimited under Local, otherwise metered.
    ///
    /// The first circuit of a plan puts the plan into the cloud of its location.
    AddCircuit {
        /// Where.
        location: PeeringLocationId,
        /// Its SKU tier.
        sku: Sku,
    },
    /// Removes a circuit with its links. Connections of the plan file that name it stay.
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
    /// Gives a circuit another bandwidth.
    SetBandwidth {
        /// The circuit.
        circuit: String,
        /// In Mbps; none for undecided.
        bandwidth_mbps: Option<u32>,
    },
    /// Links two different circuits that are not linked yet.
    AddLink {
        /// The circuit at one end.
        from: String,
        /// The circuit at the other end.
        to: String,
    },
    /// Removes every link between two circuits, whichever end was named first.
    RemoveLink {
        /// The id at one end.
        from: String,
        /// The id at the other end.
        to: String,
    },
}

impl Plan {
    /// An empty plan for the public cloud.
    pub fn new(catalog: &Catalog) -> Plan {
        Plan {
            name: UNTITLED.to_owned(),
            cloud: Cloud::Public,
            data_version: catalog.version().to_owned(),
            circuits: Vec::new(),
            links: Vec::new(),
            data_rest: Fields::new(),
            rest: Fields::new(),
        }
    }

    /// The plan after `edit`.
    #[must_use]
    pub fn with(&self, catalog: &Catalog, edit: Edit) -> Plan {
        let mut next = self.clone();
        match edit {
            Edit::Rename(name) => next.name = name,
            Edit::AddCircuit { location, sku } => next.add_circuit(catalog, location, sku),
            Edit::RemoveCircuit { id } => next.remove_circuit(&id),
            Edit::SetSku { circuit, sku } => next.change(&circuit, |it| {
                it.tier = Some(sku);
                // Only Local fixes the family. Leaving Local keeps unlimited, as Azure has no way back to metered.
                if sku == Sku::Local {
                    it.family = Some(family_of(sku));
                }
            }),
            Edit::SetBandwidth { circuit, bandwidth_mbps } => {
                next.change(&circuit, |it| it.bandwidth_mbps = bandwidth_mbps);
            }
            Edit::AddLink { from, to } => next.add_link(from, to),
            Edit::RemoveLink { from, to } => next.links.retain(|it| !it.joins(&from, &to)),
        }
        next
    }

    /// The circuit with this id.
    pub fn circuit(&self, id: &str) -> Option<&PlanCircuit> {
        self.circuits.iter().find(|it| it.id == id)
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut PlanCircuit)) {
        if let Some(circuit) = self.circuits.iter_mut().find(|it| it.id == id) {
            change(circuit);
        }
    }

    fn add_circuit(&mut self, catalog: &Catalog, location: PeeringLocationId, sku: Sku) {
        let row = catalog.location(location);
        if self.circuits.is_empty() {
            self.cloud = row.cloud;
        }
        let id = self.free_id(&row.slug);
        self.circuits.push(PlanCircuit {
            id,
            location: LocationRef::Known(location),
            tier: Some(sku),
            family: Some(family_of(sku)),
            bandwidth_mbps: None,
            provider: None,
            extra: Fields::new(),
        });
    }

    fn remove_circuit(&mut self, id: &str) {
        if self.circuit(id).is_some() {
            self.circuits.retain(|it| it.id != id);
            self.links.retain(|it| it.from != id && it.to != id);
        }
    }

    fn add_link(&mut self, from: String, to: String) {
        let both_there = self.circuit(&from).is_some() && self.circuit(&to).is_some();
        if both_there && from != to && !self.links.iter().any(|it| it.joins(&from, &to)) {
            self.links.push(PlanLink { from, to, extra: Fields::new() });
        }
    }

    /// `base`, or `base` with the first number from 2 that makes it unused.
    fn free_id(&self, base: &str) -> String {
        let mut id = base.to_owned();
        let mut number = 2;
        while self.names_circuit(&id) {
            id = format!("{base}-{number}");
            number += 1;
        }
        id
    }

    /// Whether anything in the plan means a circuit by this id. A link or connection whose circuit is gone counts:
    /// a new circuit must not fall into it.
    fn names_circuit(&self, id: &str) -> bool {
        let connections = self.rest.get("connections").and_then(Value::as_array);
        self.circuit(id).is_some()
            || self.links.iter().any(|it| it.from == id || it.to == id)
            || connections.into_iter().flatten().any(|it| it.get("circuit").and_then(Value::as_str) == Some(id))
    }
}

impl PlanLink {
    /// Whether it joins these two circuits, whichever end is named first.
    pub fn joins(&self, one: &str, other: &str) -> bool {
        (self.from == one && self.to == other) || (self.from == other && self.to == one)
    }
}

/// The family of a new circuit: Local is always unlimited.
fn family_of(sku: Sku) -> BillingFamily {
    match sku {
        Sku::Local => BillingFamily::Unlimited,
        Sku::Standard | Sku::Premium => BillingFamily::Metered,
    }
}
